package cli

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/folder/foldertest"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// topic is one with a question, a rule for one of its answers and a rule for
// everybody, and then more.
func topic(more string) string {
	return `topic: one
title: One
questions:
  - {id: baby, ask: A baby, why: So that you see whom to ask., choose: one, answers: [{id: a, label: "Yes"}, {id: b, label: "No"}]}
rules:
  - {id: always, talk-to: doctor, urgency: today, reason: Because.}
  - {id: baby, when: {baby: a}, talk-to: doctor, urgency: now, possible-urgency: today, reason: A baby.}
` + more
}

func education(keys string) string {
	return topic("education:\n  - {id: milk, title: Milk, " + keys + "}\n")
}

// broken is, for each check, a file that makes the smallest sound folder one of
// which it finds something. Two are found in no folder: see the test.
var broken = map[string]struct{ file, text string }{
	"yaml":                 {"one.yaml", "topic: [one\n"},
	"unknown-key":          {"one.yaml", foldertest.Topic + "rulez: []\n"},
	"missing-key":          {"one.yaml", "topic: one\n"},
	"wrong-type":           {"one.yaml", foldertest.Topic + "questions: many\n"},
	"bad-id":               {"one.yaml", topic("education:\n  - {id: Milk, title: M, text: T}\n")},
	"duplicate-id":         {"one.yaml", foldertest.Topic + "  - {id: always, talk-to: doctor, urgency: today, reason: R}\n"},
	"dangling":             {"one.yaml", foldertest.Topic + "  - {id: again, talk-to: doktor, urgency: today, reason: R}\n"},
	"too-large":            {"one.yaml", foldertest.Topic + strings.Repeat("# a long remark\n", 1<<17)},
	"control-character":    {"one.yaml", strings.Replace(foldertest.Topic, "Because.", `"\e[2J"`, 1)},
	"unknown-brace":        {"one.yaml", strings.Replace(foldertest.Topic, "Because.", "\"Call {emergncy} now.\"", 1)},
	"lost-comment":         {"one.yaml", strings.Replace(foldertest.Topic, "Because.", "Ask 1 #and ask 2.", 1)},
	"reads-like":           {"one.yaml", strings.Replace(topic(""), "A baby.", "You should be on CBD oil from the first week after birth.", 1)},
	"look-alike-letters":   {"one.yaml", strings.Replace(topic(""), "A baby.", "A b\u0430by.", 1)},
	"unread-language":      {"translations/pt.yaml", foldertest.Translation("language: pt\nreviewed: []\n", "questionnaire/title", "Tiny", "Pequeno")},
	"order":                {"one.yaml", topic("promises:\n  - {id: p, then: {asks: baby, does-not-ask: baby}}\n")},
	"translation-hash":     {"translations/es.yaml", "language: es\nreviewed: []\nquestionnaire:\n  title: {of: 00000000, from: Tiny, to: Pequeño}\n"},
	"missing-translation":  {"translations/es.yaml", "language: es\nreviewed: []\n"},
	"outdated-translation": {"translations/es.yaml", foldertest.Translation("language: es\nreviewed: []\n", "questionnaire/title", "Small", "Pequeño")},
	"translation-differs":  {"translations/es.yaml", foldertest.Translation("language: es\nreviewed: []\n", "questionnaire/title", "Tiny", "Pequeño 2")},
	"glossary":             {"translations/es.yaml", foldertest.Translation("language: es\nreviewed: []\n", "questionnaire/title", "Tiny", "Una sala de partos")},
	"promise":              {"one.yaml", topic("promises:\n  - {id: p, then: {conversations: {doctor: now}}}\n")},
	"empty-handed":         {"one.yaml", strings.Replace(topic(""), "  - {id: always, talk-to: doctor, urgency: today, reason: Because.}\n", "", 1)},
	"unknown-answer":       {"one.yaml", strings.Replace(topic(""), `{id: b, label: "No"}`, `{id: b, label: "No"}, {id: c, label: Perhaps}`, 1)},
	"nobody-there":         {"clinicians.yaml", "clinicians:\n  - {id: doctor, name: A crisis line, who: Somebody who listens., line: crisis}\n"},
	"too-many":             {"questionnaire.yaml", "questionnaire: tiny\ntitle: Tiny\nversion: 1.0.0\nlanguage: en\ntopics: [one]\nwelcome: Hello.\nconsent: Yes.\nlimits: {steps: 1}\n"},
	"empty-promise":        {"one.yaml", topic("promises:\n  - {id: p, if: {baby: a, not: {baby: a}}, then: {conversations: {doctor: today}}}\n")},
	"unknown-is-safer":     {"one.yaml", strings.NewReplacer("urgency: today, reason", "urgency: next-visit, reason", "possible-urgency: today", "possible-urgency: next-visit").Replace(topic(""))},
	"lighter-is-graver":    {"one.yaml", topic("orders:\n  - {id: a-baby-is-lighter, question: baby, gravest-first: [b, a]}\n")},
	"never-fires":          {"one.yaml", topic("  - {id: never, when: {baby: a, not: {baby: a}}, talk-to: doctor, urgency: today, reason: R}\n")},
	"never-offered":        {"one.yaml", topic("  - {id: again, when: {baby: a}, talk-to: doctor, urgency: today, reason: R, learn: milk}\neducation:\n  - {id: milk, title: Milk, text: Short., concerns: {not: {baby: a}}}\n")},
	"never-asked":          {"one.yaml", strings.Replace(topic(""), "rules:", "  - {id: q, ask: A, why: W, choose: one, ask-when: {baby: [a, not-sure, prefer-not-to-say], not: {baby: [a, not-sure, prefer-not-to-say]}}, answers: [{id: a, label: A}, {id: b, label: B}]}\nrules:", 1)},
	"no-purpose":           {"one.yaml", strings.Replace(topic(""), "rules:", "  - {id: q, ask: A, why: W, choose: one, answers: [{id: a, label: A}, {id: b, label: B}]}\nrules:", 1)},
	"same-answers":         {"one.yaml", strings.Replace(topic(""), `{id: b, label: "No"}`, `{id: b, label: "No"}, {id: c, label: Perhaps}`, 1)},
	"repeated-rule":        {"one.yaml", topic("  - {id: again, talk-to: doctor, urgency: today, reason: Because.}\n")},
	"untested-rule":        {"one.yaml", topic("")},
	"untested-interrupt":   {"one.yaml", strings.Replace(topic(""), "reason: A baby.", "reason: A baby., interrupt: true, first: Call now.", 1)},
	"unpromised-rule":      {"one.yaml", topic("")},
	"unpromised-topic":     {"one.yaml", strings.Replace(topic(""), "reason: A baby.", "reason: A baby., weight: life", 1)},
	"dose":                 {"one.yaml", strings.Replace(topic(""), "A baby.", "Take 50 mg.", 1)},
	"stop-medicine":        {"one.yaml", strings.Replace(topic(""), "A baby.", "Stop your medicine.", 1)},
	"banned-word":          {"one.yaml", strings.Replace(topic(""), "A baby.", "It is totally safe.", 1)},
	"telephone-number":     {"one.yaml", strings.Replace(topic(""), "A baby.", "Call 0800 123 4567.", 1)},
	"web-address":          {"one.yaml", strings.Replace(topic(""), "A baby.", "Look at www.example.org today.", 1)},
	"refused-number":       {"help-lines.yaml", "regions:\n  - id: us\n    name: United States\n    lines:\n      - {id: us-e, kind: emergency, name: E, call: \"911\"}\n      - {id: us-c, kind: crisis, name: A crisis line, call: \"1-800-273-8255\"}\n"},
	"number-form":          {"help-lines.yaml", "regions:\n  - id: us\n    name: United States\n    lines:\n      - {id: us-e, kind: emergency, name: E, call: \"91\"}\n      - {id: us-c, kind: crisis, name: A crisis line, call: \"988\"}\n"},
	"same-number":          {"help-lines.yaml", "regions:\n  - id: us\n    name: United States\n    lines:\n      - {id: us-e, kind: emergency, name: E, call: \"911\"}\n      - {id: us-c, kind: crisis, name: A crisis line, call: \"988\"}\n      - {id: us-d, kind: crisis, name: Another, call: 9-8-8}\n"},
	"nothing-to-call":      {"help-lines.yaml", "regions:\n  - id: us\n    name: United States\n    lines:\n      - {id: us-e, kind: emergency, name: E, call: \"911\"}\n      - {id: us-c, kind: crisis, name: A crisis line, note: Look around.}\n"},
	"one-record":           {"help-lines.yaml", "regions:\n  - id: us\n    name: United States\n    lines:\n      - {id: us-e, kind: emergency, name: E, call: \"911\"}\n      - {id: us-c, kind: crisis, name: A crisis line, call: \"988\", evidence: [{source: A list, on: 2026-10-01, kind: dated register}]}\n"},
	"hard-to-read":         {"one.yaml", education("text: " + strings.Repeat("Pharmacological considerations necessitate individualised multidisciplinary evaluation. ", 12))},
	"late-question":        {"one.yaml", strings.Replace(topic(""), "ask: A baby,", "before: "+strings.Repeat("Well then. ", 12)+"Go on., ask: A baby,", 1)},
	"number-in-name":       {"help-lines.yaml", "regions:\n  - id: us\n    name: United States\n    lines:\n      - {id: us-e, kind: emergency, name: E, call: \"911\"}\n      - {id: us-c, kind: crisis, name: 988 Lifeline, call: \"988\"}\n"},
	"too-long":             {"one.yaml", education("text: Short.")},
	"no-first":             {"one.yaml", strings.Replace(topic(""), "reason: A baby.", "reason: A baby., interrupt: true", 1)},
	"left-behind":          {"one.yaml", strings.Replace(topic(""), "A baby.", "TODO say why.", 1)},
	"no-source":            {"one.yaml", education("text: Short.")},
	"unchecked":            {"one.yaml", education("text: Short.")},
	"stale":                {"one.yaml", education("text: Short., checked: 2001-01-01")},
	"outside-list":         {"outside-lists.yaml", "lists:\n  - {id: mood, class: ssri, dated: 2026-11-24, sources: label, members: [paroxetine]}\n"},
	"untrue":               {"phrases.yaml", "phrases:\n  - {id: reasons, words: {en: [Because]}}\n"},
	"unsaid":               {"one.yaml", topic("")},
	"false-review":         {"one.yaml", education("text: Short., reviewed: [{by: x, on: 2020-01-01}]")},
	"unreviewed":           {"one.yaml", education("text: Short.")},
	"untold-story":         {"scenarios.yaml", "scenarios:\n  - {id: s, workshop: true, story: Somebody., answers: {}, expect: {}}\n"},
	"no-pair":              {"scenarios.yaml", "scenarios:\n  - {id: s, workshop: true, tenderness: 1, story: Somebody., answers: {}, expect: {}}\n  - {id: t, workshop: true, tenderness: 1, story: Somebody else., answers: {}, expect: {}}\n"},
}

// brokenToo are the other files of a folder that one file alone does not break.
var brokenToo = map[string]map[string]string{
	"too-many": {
		"clinicians.yaml": "clinicians:\n  - {id: doctor, name: Your doctor, who: A doctor.}\n  - {id: nurse, name: Your nurse, who: A nurse.}\n",
		"one.yaml":        strings.Replace(foldertest.Topic, "talk-to: doctor", "talk-to: [doctor, nurse]", 1),
	},
	"no-pair":         {"workshop.yaml": "agreements:\n  - {id: a, say: We listen.}\nplans:\n  - {id: p, title: Two stories, minutes: 2, steps: [{id: one, title: One, minutes: 1, show: vignette}, {id: two, title: Two, minutes: 1, show: vignette}]}\n"},
	"outside-list":    {"sources.yaml": "sources:\n  - {id: label, title: A label, read: excerpt}\n"},
	"unpromised-rule": {"scenarios.yaml": "scenarios:\n  - {id: s, story: Somebody., answers: {baby: a}, expect: {asks: [baby]}}\n"},
}

// TestEveryCheckFindsWhatItIsFor reads one broken folder for each check that is
// declared. The folder of another check would not do by chance: the sound one
// that all of them begin with is clean of errors.
func TestEveryCheckFindsWhatItIsFor(t *testing.T) {
	elsewhere := map[string]string{
		"internal":  "it would be a fault of the program, which no folder can have",
		"undecided": "a folder that the budget does not suffice for takes minutes; package prove tries it with a smaller one",
	}
	for _, f := range findingsIn(t, foldertest.With("one.yaml", foldertest.Topic)) {
		if f.Severity == questionnaire.Error && f.Check != questionnaire.EmptyHanded {
			t.Errorf("the sound folder has %v", f)
		}
	}
	for _, check := range questionnaire.Checks() {
		folder, tried := broken[check.ID()]
		_, exempt := elsewhere[check.ID()]
		if tried == exempt {
			t.Errorf("%s is declared and has no broken folder, or has one and is exempt", check.ID())
			continue
		}
		if exempt {
			continue
		}
		t.Run(check.ID(), func(t *testing.T) {
			files := foldertest.With(folder.file, folder.text)
			for name, text := range brokenToo[check.ID()] {
				files[name] = &fstest.MapFile{Data: []byte(text)}
			}
			found := findingsIn(t, files)
			i := slices.IndexFunc(found, func(f questionnaire.Finding) bool { return f.Check == check })
			if i < 0 {
				t.Fatalf("not found; only\n%s", foldertest.Listed(found))
			}
			if found[i].Severity > check.Severity() {
				t.Errorf("it is declared as %s and found as %s", check.Severity(), found[i].Severity)
			}
		})
	}
	for id := range broken {
		if questionnaire.CheckCalled(id) == nil {
			t.Errorf("%s has a broken folder and is not declared", id)
		}
	}
}

// TestAFolderWithoutRegionsIsToldOnce: one fault at one place is one finding.
func TestAFolderWithoutRegionsIsToldOnce(t *testing.T) {
	var all []string
	for _, f := range findingsIn(t, foldertest.With("help-lines.yaml", "regions: []\n")) {
		if f.Check == questionnaire.EmptyHanded {
			all = append(all, f.Message)
		}
	}
	if len(all) != 1 {
		t.Errorf("%d findings: %q", len(all), all)
	}
}

func findingsIn(t *testing.T, files fstest.MapFS) []questionnaire.Finding {
	t.Helper()
	q, found, err := folder.Read(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	if q != nil {
		more, err := opened{q: q, files: files}.check(time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC))
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, more...)
	}
	return found
}

// TestTheTableOfChecks holds the table in docs/checks.md against the register.
func TestTheTableOfChecks(t *testing.T) {
	text, err := os.ReadFile("../../docs/checks.md")
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	want.WriteString("| check | severity | finds |\n| --- | --- | --- |\n")
	for _, check := range questionnaire.Checks() {
		fmt.Fprintf(&want, "| `%s` | %s | %s |\n", check.ID(), check.Severity(), check.Finds())
	}
	if !strings.Contains(string(text), want.String()) {
		t.Errorf("docs/checks.md has another table than\n\n%s", want.String())
	}
}
