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
	Interrupts    []string               `json:"interrupts"`
	Conversations []ReportedConversation `json:"conversations"`
	Needs         []ReportedNeed         `json:"needs"`
	Plan          []ReportedStep         `json:"plan"`
	Open          ReportedOpen           `json:"open"`
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

// ReportedNeed is one need of a rule that is certain, or possible.
type ReportedNeed struct {
	AnyOf   []string `json:"any-of"`
	Urgency string   `json:"urgency"`
	Certain bool     `json:"certain"`
	Weight  string   `json:"weight"`
	Rule    string   `json:"rule"`
}

// ReportedStep is one step of the plan. Its rules are all that it carries: the
// certain ones, and the possible ones that were folded into it.
type ReportedStep struct {
	Clinician string   `json:"clinician"`
	Urgency   string   `json:"urgency"`
	Rules     []string `json:"rules"`
	Facts     []string `json:"facts"`
	Requests  []string `json:"requests"`
	Learn     []string `json:"learn"`
}

// ReportedOpen is what she left open and no step carries. Nothing is open where
// it has no rules; with is empty then.
type ReportedOpen struct {
	With      string   `json:"with"`
	Rules     []string `json:"rules"`
	Questions []string `json:"questions"`
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
		report.Scenarios = append(report.Scenarios, reportCase(r))
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

func reportCase(r Result) ReportedCase {
	reported := ReportedCase{
		ID: r.Scenario.ID, File: r.Scenario.At.File, Line: r.Scenario.At.Line, Passed: r.Passed(),
		Asked:      each(r.Asked, func(q *questionnaire.Question) string { return q.ID }),
		Interrupts: each(r.Interrupted, ruleID),
		Failures:   each(r.Failures, func(f Failure) ReportedFailure { return ReportedFailure{f.At.Line, f.At.Column, f.Message} }),
	}
	reported.Conversations = each(r.Outcome.Conversations, reportConversation)
	reported.Needs = each(r.Plan.Needs, reportNeed)
	reported.Plan = each(r.Plan.Steps, reportStep)
	reported.Open = reportOpen(r.Plan.Open)
	return reported
}

// each is a list in other words: [], never null.
func each[T, U any](all []T, is func(T) U) []U {
	words := make([]U, 0, len(all))
	for _, x := range all {
		words = append(words, is(x))
	}
	return words
}

func ruleID(r *questionnaire.Rule) string           { return r.ID }
func reasonID(r screening.Reason) string            { return r.Rule.ID }
func clinicianID(c *questionnaire.Clinician) string { return c.ID }

func reportNeed(n screening.Need) ReportedNeed {
	return ReportedNeed{
		AnyOf: each(n.AnyOf, clinicianID), Urgency: n.Urgency().String(), Certain: n.Certain,
		Weight: n.Rule.Weight.String(), Rule: n.Rule.ID,
	}
}

func reportStep(s screening.Step) ReportedStep {
	words := s.Words()
	learn, _ := s.Learn()
	return ReportedStep{
		Clinician: s.Clinician.ID, Urgency: s.Urgency.String(), Rules: each(s.Reasons, reasonID),
		Facts:    each(words.Facts, screening.Fact.Text),
		Requests: each(words.Requests, func(r screening.Request) string { return r.Text }),
		Learn:    each(learn, func(e *questionnaire.Education) string { return e.ID }),
	}
}

func reportOpen(o screening.Open) ReportedOpen {
	reported := ReportedOpen{
		Rules:     each(o.Reasons, reasonID),
		Questions: each(o.Questions(), func(l screening.LeftOpen) string { return l.Question.ID }),
	}
	if o.With != nil {
		reported.With = o.With.ID
	}
	return reported
}
