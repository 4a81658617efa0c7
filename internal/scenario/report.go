package scenario

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Report is the machine format of "askfirst test --format json". Others build
// on it: names and types change only together with docs/formats.md.
type Report struct {
	Questionnaire   string         `json:"questionnaire"`
	Scenarios       []ReportedCase `json:"scenarios"`
	RulesNeverFired []string       `json:"rules-never-fired"`
}

// ReportedCase is one scenario of a [Report].
type ReportedCase struct {
	ID            string                 `json:"id"`
	File          string                 `json:"file"`
	Line          int                    `json:"line"`
	Passed        bool                   `json:"passed"`
	Asked         []string               `json:"asked"`
	Conversations []ReportedConversation `json:"conversations"`
	Failures      []ReportedFailure      `json:"failures"`
}

// ReportedConversation is one conversation of a [ReportedCase].
type ReportedConversation struct {
	Clinician     string   `json:"clinician"`
	Urgency       string   `json:"urgency"`
	Certain       bool     `json:"certain"`
	Rules         []string `json:"rules"`
	PossibleRules []string `json:"possible-rules"`
}

// ReportedFailure is one failure of a [ReportedCase].
type ReportedFailure struct {
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

// NewReport puts results into the machine format. Empty lists are [], never null.
func NewReport(q *questionnaire.Questionnaire, results []Result) Report {
	report := Report{Questionnaire: q.ID, Scenarios: []ReportedCase{}, RulesNeverFired: []string{}}
	for _, r := range results {
		reported := ReportedCase{
			ID: r.Scenario.ID, File: r.Scenario.At.File, Line: r.Scenario.At.Line, Passed: r.Passed(),
			Asked: []string{}, Conversations: []ReportedConversation{}, Failures: []ReportedFailure{},
		}
		for _, question := range r.Asked {
			reported.Asked = append(reported.Asked, question.ID)
		}
		for _, c := range r.Outcome.Conversations {
			reported.Conversations = append(reported.Conversations, reportConversation(c))
		}
		for _, f := range r.Failures {
			reported.Failures = append(reported.Failures, ReportedFailure{Line: f.At.Line, Column: f.At.Column, Message: f.Message})
		}
		report.Scenarios = append(report.Scenarios, reported)
	}
	for _, rule := range NeverFired(q, results) {
		report.RulesNeverFired = append(report.RulesNeverFired, rule.ID)
	}
	return report
}

func reportConversation(c screening.Conversation) ReportedConversation {
	return ReportedConversation{
		Clinician: c.Clinician.ID, Urgency: c.Urgency.String(), Certain: c.Certain,
		Rules: rules(c, true), PossibleRules: rules(c, false),
	}
}
