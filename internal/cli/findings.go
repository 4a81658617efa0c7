package cli

import (
	"fmt"
	"strings"

	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// findingsJSON is the machine format of "check --format json". Others build on
// it: names and types change only together with docs/formats.md.
type findingsJSON struct {
	Questionnaire string        `json:"questionnaire"`
	Findings      []findingJSON `json:"findings"`
}

type findingJSON struct {
	Check    string       `json:"check"`
	Severity string       `json:"severity"`
	File     string       `json:"file"`
	Line     int          `json:"line"`
	Column   int          `json:"column"`
	Message  string       `json:"message"`
	Example  *exampleJSON `json:"example,omitempty"`
	// Translation is there when one is missing or outdated.
	Translation *staleJSON `json:"translation,omitempty"`
}

// staleJSON is a text whose translation is missing or outdated, with its original
// as it was translated and as it is.
type staleJSON struct {
	Language   string `json:"language"`
	Key        string `json:"key"`
	Old        string `json:"old,omitempty"`
	New        string `json:"new"`
	Translated string `json:"translated,omitempty"`
}

func newStale(f questionnaire.Finding) *staleJSON {
	if f.Stale == nil {
		return nil
	}
	return &staleJSON{f.Stale.Language, f.Stale.Key, f.Stale.Old, f.Stale.New, f.Stale.Now}
}

// exampleJSON is the smallest person whom a finding is about, as in a scenario.
type exampleJSON struct {
	Answers map[string]any `json:"answers"`
	Others  string         `json:"others"`
}

func newFindings(o opened, findings []questionnaire.Finding) findingsJSON {
	all := findingsJSON{Questionnaire: o.name, Findings: []findingJSON{}}
	for _, f := range findings {
		all.Findings = append(all.Findings, findingJSON{
			Check: f.Check.ID(), Severity: f.Severity.String(),
			File: f.At.File, Line: f.At.Line, Column: f.At.Column, Message: f.Message, Example: newExample(o, f), Translation: newStale(f),
		})
	}
	return all
}

func newExample(o opened, f questionnaire.Finding) *exampleJSON {
	if f.Example == nil {
		return nil
	}
	return &exampleJSON{Answers: prove.Answers(o.q, *f.Example), Others: strings.Join(f.Example.Others, ", ")}
}

// printExamples writes findings as lines of text, and under each its example as
// a scenario.
func (o opened) printExamples(s streams, findings []questionnaire.Finding) {
	for _, f := range findings {
		o.print(s.out, []questionnaire.Finding{f})
		if f.Stale != nil && f.Stale.Old != "" {
			printStale(s, f.Stale)
		}
		if f.Example == nil {
			continue
		}
		for line := range strings.Lines(prove.Scenario(o.q, f)) {
			fmt.Fprint(s.out, "    "+line)
		}
	}
}

// printStale writes the old and the new original one above the other, where the
// eye finds what differs, and the translation beneath.
func printStale(s streams, stale *questionnaire.Stale) {
	for _, part := range []struct{ name, text string }{{"was", stale.Old}, {"now", stale.New}, {stale.Language, stale.Now}} {
		fmt.Fprintf(s.out, "    %-5s %s\n", part.name+":", strings.ReplaceAll(part.text, "\n", "\n          "))
	}
}
