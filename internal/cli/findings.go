package cli

import (
	"fmt"
	"strings"

	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// findingsJSON is the machine format of "check --format json". Others build on
// it: names and types change only together with the design.
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
			Check: f.Check, Severity: f.Severity.String(),
			File: f.At.File, Line: f.At.Line, Column: f.At.Column, Message: f.Message, Example: newExample(o, f),
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
		o.print(s, []questionnaire.Finding{f})
		if f.Example == nil {
			continue
		}
		for line := range strings.Lines(prove.Scenario(o.q, f)) {
			fmt.Fprint(s.out, "    "+line)
		}
	}
}
