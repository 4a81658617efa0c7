package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var codeBlock = regexp.MustCompile("(?ms)^```([a-z]*)\n(.*?)^```\n")

// nobodyElse: what no check can read is shown to a translator who asks for it, and not
// by the screening. What can be read is.
const nobodyElse = `! exec askfirst preview --lang pt my-folder
stderr 'unread-language'
stdin leaves
! exec askfirst --accessible --questionnaire my-folder --lang pt
stderr 'unread-language'
! stdout .
mkdir readable/translations
cp my-folder/questionnaire.yaml my-folder/one.yaml my-folder/scenarios.yaml readable
cp es.yaml readable/translations/es.yaml
stdin leaves
exec askfirst --accessible --questionnaire readable --lang es
stdout 'Unas palabras'
`

// TestTheCommandsOfTheTranslatorsPageWork runs them in their order, with a
// translator's hand in between: she fills in her list, and the original changes.
func TestTheCommandsOfTheTranslatorsPageWork(t *testing.T) {
	page, err := os.ReadFile("../../docs/translating.md")
	if err != nil {
		t.Fatal(err)
	}
	var script strings.Builder
	n := 0
	for _, block := range codeBlock.FindAllStringSubmatch(string(page), -1) {
		for line := range strings.Lines(block[2]) {
			command, ok := strings.CutPrefix(strings.TrimSpace(line), "askfirst ")
			if !ok {
				continue
			}
			n++
			command, into, _ := strings.Cut(command, " > ")
			if strings.Contains(command, "--filled") {
				script.WriteString("exec sed -i.old 's/to: \"\"/to: Palavras./' work.yaml\n")
			}
			if strings.HasPrefix(command, "check") {
				script.WriteString("cp changed.yaml my-folder/one.yaml\n")
			}
			if strings.HasPrefix(command, "preview") { // it needs a terminal, and gets as far as to say so
				script.WriteString("! exec askfirst " + command + "\nstderr 'needs a terminal'\n" + nobodyElse)
				continue
			}
			if strings.HasPrefix(command, "check") { // an error, as the page says: no check can read Portuguese
				script.WriteString("! ")
			}
			script.WriteString("exec askfirst " + command + "\n! stderr 'askfirst:'\n")
			switch {
			case strings.HasPrefix(command, "test"):
				script.WriteString("stdout 'small in pt: 1 of 1 scenarios passed'\n")
			case into != "":
				script.WriteString("cp stdout " + into + "\n")
			case strings.Contains(command, "--filled"):
				script.WriteString("stderr '6 texts written'\ngrep 'to: Palavras' my-folder/translations/pt.yaml\n")
			case strings.HasPrefix(command, "check"):
				script.WriteString("stdout 'unread-language'\nstdout 'pt.yaml:[0-9]+:5: warning: the original of \"rule/floor/reason\" has changed'\nstdout '^    was:  It is worth a talk.$'\nstdout '^    now:  It is worth a talk today.$'\n")
			case strings.Contains(command, "rule/floor/reason"):
				script.WriteString("stderr '1 text written'\n! exec askfirst check my-folder\n! stdout 'outdated-translation'\n")
			}
		}
	}
	if n < 7 {
		t.Errorf("only %d commands are on the page", n)
	}
	script.WriteString(`-- leaves --
2
leave
-- es.yaml --
language: es
reviewed: []
questionnaire:
  welcome:
    of: 2d8bd7d9
    from: Hello.
    to: Unas palabras.
-- my-folder/questionnaire.yaml --
questionnaire: small
title: Small
version: 1.0.0
language: en
topics: [one]
welcome: Hello.
consent: You choose.
-- my-folder/one.yaml --
topic: one
title: One
about: Where you are now.
rules:
  - id: floor
    talk-to: primary-care
    urgency: next-visit
    reason: It is worth a talk.
-- my-folder/scenarios.yaml --
scenarios:
  - id: anybody
    story: Somebody.
    answers: {}
    others: prefer-not-to-say
    expect:
      conversations: {primary-care: next-visit}
-- changed.yaml --
topic: one
title: One
about: Where you are now.
rules:
  - id: floor
    talk-to: primary-care
    urgency: next-visit
    reason: It is worth a talk today.
`)
	file := filepath.Join(t.TempDir(), "translating.txtar")
	if err := os.WriteFile(file, []byte(script.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Files: []string{file}})
}
