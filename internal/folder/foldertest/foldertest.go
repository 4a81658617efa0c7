// Package foldertest is the smallest sound questionnaire, as the files that an
// author writes, for tests that put something else in the place of one of them.
// It reads nothing itself, so that the tests of the reader can use it too.
package foldertest

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/fuzztest"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Topic is its only topic.
const Topic = `topic: one
title: One
rules:
  - id: always
    talk-to: doctor
    urgency: today
    reason: Because.
`

// With is the smallest sound questionnaire with one file of it exchanged.
func With(name, text string) fstest.MapFS {
	folder := fstest.MapFS{
		"questionnaire.yaml": {Data: []byte("questionnaire: tiny\ntitle: Tiny\nversion: 1.0.0\nlanguage: en\ntopics: [one]\nwelcome: Hello.\nconsent: Yes.\n")},
		"clinicians.yaml":    {Data: []byte("clinicians:\n  - {id: doctor, name: Your doctor, who: A doctor.}\n")},
		"help-lines.yaml":    {Data: []byte("regions:\n  - id: us\n    name: United States\n    lines:\n      - {id: us-emergency, kind: emergency, name: Emergency, call: \"911\"}\n")},
		"medicines.yaml":     {Data: []byte("classes:\n  - {id: ssri, name: SSRIs}\nmedicines:\n  - {generic: sertraline, brands: [Zoloft], classes: [ssri]}\n")},
		"one.yaml":           {Data: []byte(Topic)},
	}
	folder[name] = &fstest.MapFile{Data: []byte(text)}
	return folder
}

// Spanish is a translation of it.
var Spanish = Translation("language: es\nreviewed: []\n",
	"questionnaire/title", "Tiny", "Pequeño",
	"questionnaire/welcome", "Hello.", "Hola.",
	"rule/always/reason", "Because.", "Porque sí.",
	"medicine/sertraline/generic", "sertraline", "sertralina",
)

// Translation writes entries of key, original and translation.
func Translation(head string, entries ...string) string {
	var b strings.Builder
	b.WriteString(head)
	for i := 0; i < len(entries); i += 3 {
		parts := strings.SplitN(entries[i], "/", 3)
		for depth, part := range parts {
			fmt.Fprintf(&b, "%s%q:\n", strings.Repeat("  ", depth), part)
		}
		in := strings.Repeat("  ", len(parts))
		fmt.Fprintf(&b, "%sof: %q\n%sfrom: %q\n%sto: %q\n", in, questionnaire.HashOf(entries[i+1]), in, entries[i+1], in, entries[i+2])
	}
	// Each kind stands once.
	return regexp.MustCompile(`(?m)^"questionnaire":\n(  "welcome")`).ReplaceAllString(b.String(), "$1")
}

// Listed are findings, a line each.
func Listed(findings []questionnaire.Finding) string {
	var lines []string
	for _, f := range findings {
		lines = append(lines, f.String())
	}
	return strings.Join(lines, "\n")
}

// AreLines fails unless each finding is one line, which no terminal obeys and
// which cannot be taken for two.
func AreLines(t testing.TB, findings []questionnaire.Finding) {
	t.Helper()
	for _, f := range findings {
		if bad := fuzztest.Speaks(f.String()); bad != "" || strings.Contains(f.String(), "\n") {
			t.Errorf("a finding is not a line: %q", f)
		}
	}
}
