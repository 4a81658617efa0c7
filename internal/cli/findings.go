package cli

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// findingsJSON is the machine format of "check --format json". Others build on
// it: names and types change only together with the design.
type findingsJSON struct {
	Questionnaire string        `json:"questionnaire"`
	Findings      []findingJSON `json:"findings"`
}

type findingJSON struct {
	Check    string `json:"check"`
	Severity string `json:"severity"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Message  string `json:"message"`
}

func newFindings(name string, findings []questionnaire.Finding) findingsJSON {
	all := findingsJSON{Questionnaire: name, Findings: []findingJSON{}}
	for _, f := range findings {
		all.Findings = append(all.Findings, findingJSON{
			Check: f.Check, Severity: f.Severity.String(),
			File: f.At.File, Line: f.At.Line, Column: f.At.Column, Message: f.Message,
		})
	}
	return all
}
