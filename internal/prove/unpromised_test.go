package prove

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/mistake"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/scenario"
)

// TestUnpromisedIsWhatNobodyWouldMiss takes each rule out of random questionnaires
// and looks for what fails without it: a promise, a scenario, or that everybody
// has somebody to talk to.
func TestUnpromisedIsWhatNobodyWouldMiss(t *testing.T) {
	count := map[bool]int{}
	rapid.Check(t, func(t *rapid.T) {
		q := drawAll(t)
		if isFound(q, questionnaire.EmptyHanded, "") {
			return // more of that would not show
		}
		for _, p := range q.Promises {
			p.Then.First = questionnaire.Need{}
		}
		q.Promises = slices.DeleteFunc(q.Promises, func(p *questionnaire.Promise) bool { return !p.Then.Says() || isFound(q, promiseBroken, p.ID) })
		for range rapid.IntRange(1, 3).Draw(t, "people") {
			q.Scenarios = append(q.Scenarios, somebodyExpected(t, q))
		}
		var results []scenario.Result
		for _, s := range q.Scenarios {
			results = append(results, scenario.Run(q, s))
		}
		untested := scenario.NeverFired(q, results)
		before := failures(q)
		for _, m := range mistake.All(q) {
			if m.Kind != mistake.RuleRemoved {
				continue
			}
			missed := failures(m.In(q)) > before
			warned := isFound(q, unpromisedRule, m.Rule.ID)
			if want := !missed && !slices.Contains(untested, m.Rule); warned != want {
				t.Fatalf("of rule %s it is said that nobody would miss it: %v; but is missed: %v, untested: %v", m.Rule.ID, warned, missed, slices.Contains(untested, m.Rule))
			}
			count[warned]++
		}
	})
	met(t, count, true, false)
}

// failures counts what fails: scenarios, promises, and people without anybody.
func failures(q *questionnaire.Questionnaire) int {
	n := 0
	for _, s := range q.Scenarios {
		n += btoi(!scenario.Run(q, s).Passed())
	}
	for _, f := range Check(q) {
		n += btoi(f.Check == promiseBroken || f.Check == questionnaire.EmptyHanded)
	}
	return n
}

func isFound(q *questionnaire.Questionnaire, check *questionnaire.Check, about string) bool {
	return slices.ContainsFunc(Check(q), func(f questionnaire.Finding) bool { return f.Check == check && f.About.ID == about })
}

// somebodyExpected draws a person, and expects some of what comes of her.
func somebodyExpected(t *rapid.T, q *questionnaire.Questionnaire) *questionnaire.Scenario {
	s := &questionnaire.Scenario{ID: "s"}
	for _, question := range q.Questions {
		s.Person.Answers = append(s.Person.Answers, questionnaire.Given{Question: question, Reply: questionnairetest.DrawReply(t, q, question)})
	}
	came := scenario.Run(q, s)
	for _, talk := range came.Outcome.Conversations {
		for _, reason := range talk.Reasons {
			if rapid.IntRange(0, 2).Draw(t, "expected") > 0 {
				continue
			}
			need := rapid.SampledFrom(reason.Rule.Needs).Draw(t, "need")
			expected := questionnaire.ExpectedConversation{AnyOf: need.AnyOf, Urgency: reason.Urgency()}
			if reason.Certain {
				s.Expect.Conversations = append(s.Expect.Conversations, expected)
			} else {
				s.Expect.Possible = append(s.Expect.Possible, expected)
			}
		}
	}
	for _, text := range came.Outcome.Learn() {
		if rapid.IntRange(0, 3).Draw(t, "learn") == 0 {
			s.Expect.Learn = append(s.Expect.Learn, questionnaire.Expected[questionnaire.Education]{Of: text})
		}
	}
	return s
}
