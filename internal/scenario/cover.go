package scenario

import (
	"slices"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// NeverFired lists the rules that are certain in none of the results, in the
// order of the questionnaire. A rule without a condition fires for everybody.
func NeverFired(q *questionnaire.Questionnaire, results []Result) []*questionnaire.Rule {
	fired := make([]bool, len(q.Rules))
	for _, r := range results {
		for _, c := range r.Outcome.Conversations {
			for _, reason := range c.Reasons {
				if reason.Certain {
					fired[reason.Rule.Index] = true
				}
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(q.Rules), func(r *questionnaire.Rule) bool { return fired[r.Index] })
}

var (
	untestedRule      = questionnaire.Declare("untested-rule", questionnaire.Warning, "a rule that no scenario makes certain")
	untestedInterrupt = questionnaire.Declare("untested-interrupt", questionnaire.Warning, "an interrupt that no scenario and no promise expects")
	unpromisedTopic   = questionnaire.Declare("unpromised-topic", questionnaire.Warning, "a topic with a grave rule and no promise")
)

// Untested turns them into findings, for "askfirst check", together with the
// interrupts that nothing expects and the topics that promise nothing.
func Untested(q *questionnaire.Questionnaire) []questionnaire.Finding {
	var results []Result
	for _, s := range q.Scenarios {
		results = append(results, Run(q, s))
	}
	var findings []questionnaire.Finding
	for _, r := range NeverFired(q, results) {
		findings = append(findings, questionnaire.Finding{
			Check: untestedRule, Severity: questionnaire.Warning, About: r.Subject(), At: r.At,
			Message: "no scenario makes rule \"" + r.ID + "\" certain; add a person for whom it is to scenarios.yaml",
		})
	}
	for _, r := range q.Rules {
		if r.Interrupt && !interruptExpected(q, r) {
			findings = append(findings, questionnaire.Finding{
				Check: untestedInterrupt, Severity: questionnaire.Warning, About: r.Subject(), At: r.At,
				Message: "no scenario and no promise expects that rule \"" + r.ID + "\" interrupts; write interrupts: [" + r.ID + "] for somebody to whom its page must be shown",
			})
		}
	}
	for _, t := range q.Topics {
		grave := slices.IndexFunc(t.Rules, func(r *questionnaire.Rule) bool { return r.When != nil && r.Weight != questionnaire.Usual })
		if grave < 0 || len(t.Promises) > 0 {
			continue
		}
		// Its scenarios hold for one person each, so that what they miss can be lost unheard.
		r := t.Rules[grave]
		findings = append(findings, questionnaire.Finding{
			Check: unpromisedTopic, Severity: questionnaire.Warning, About: r.Subject(), At: r.At,
			Message: "topic \"" + t.ID + "\" promises nothing to anybody, and its rule \"" + r.ID + "\" is grave; write under promises what everybody gets for whom it is",
		})
	}
	return findings
}

// interruptExpected reports whether anything would fail if a rule showed no page.
func interruptExpected(q *questionnaire.Questionnaire, rule *questionnaire.Rule) bool {
	expects := func(e questionnaire.Expectation) bool {
		return slices.ContainsFunc(e.Interrupts, func(x questionnaire.Expected[questionnaire.Rule]) bool { return x.Of == rule })
	}
	return slices.ContainsFunc(q.Scenarios, func(s *questionnaire.Scenario) bool { return expects(s.Expect) }) ||
		slices.ContainsFunc(q.Promises, func(p *questionnaire.Promise) bool { return expects(p.Then) })
}

// Length says how many questions people are asked.
type Length struct {
	Shortest, Typical, Longest int // Typical is the median
	ShortestID, LongestID      string
}

// Lengths measures the results; the zero Length if there are none.
func Lengths(results []Result) Length {
	if len(results) == 0 {
		return Length{}
	}
	sorted := slices.Clone(results)
	order.Stable(sorted, func(a, b *Result) int { return len(a.Asked) - len(b.Asked) })
	first, last := sorted[0], sorted[len(sorted)-1]
	return Length{
		Shortest: len(first.Asked), ShortestID: first.Scenario.ID,
		Typical: len(sorted[len(sorted)/2].Asked),
		Longest: len(last.Asked), LongestID: last.Scenario.ID,
	}
}
