package questionnaires_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
)

// A guard that has never barked may be asleep. Here each fault is planted, and
// somebody must be found whom it lets down.

// planted is the questionnaire with its rules changed; a rule that change gives
// back as nil is taken out.
func planted(t *testing.T, change func(*questionnaire.Rule) *questionnaire.Rule) *questionnaire.Questionnaire {
	q := *maternal(t)
	q.Rules = nil
	for _, r := range maternal(t).Rules {
		changed := *r
		if r := change(&changed); r != nil {
			r.Index = len(q.Rules)
			q.Rules = append(q.Rules, r)
		}
	}
	return &q
}

func TestTheGuardFindsWhoIsLetDownWithoutARule(t *testing.T) {
	for _, c := range []struct{ rule, key, answers string }{
		{"harms-unborn-baby-and-pregnancy", "promise what-harms-a-baby-before-birth-is-today", "pregnancy, medicines"},
		{"child-swallowed", "promise a-child-reaches-a-poison-centre-now", "right-now"},
		{"floor", "promise everyone-reaches-a-family-doctor", ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			without := planted(t, func(r *questionnaire.Rule) *questionnaire.Rule {
				if r.ID == c.rule {
					return nil
				}
				return r
			})
			found := findingOf(t, without, c.key)
			scenarios := pasted(t, without, found)
			var answers []string
			for _, given := range scenarios[0].Person.Answers {
				answers = append(answers, given.Question.ID)
			}
			if got := strings.Join(answers, ", "); got != c.answers {
				t.Errorf("she answers %q; %q is enough\n%s", got, c.answers, found.scenario)
			}
			if scenario.Run(without, scenarios[0]).Passed() {
				t.Errorf("her scenario passes without the rule\n%s", found.scenario)
			}
			if with := scenario.Run(maternal(t), scenarios[0]); !with.Passed() {
				t.Errorf("her scenario fails with the rule: %v\n%s", with.Failures, found.scenario)
			}
		})
	}
}

func TestTheGuardFindsForWhomLeavingAnAnswerOpenIsLessSafe(t *testing.T) {
	putOff := planted(t, func(r *questionnaire.Rule) *questionnaire.Rule {
		if slices.ContainsFunc(r.TalkTo, func(c *questionnaire.Clinician) bool { return c.ID == "surgical-team" }) {
			r.PossibleUrgency = questionnaire.NextVisit
		}
		return r
	})
	found := findingOf(t, putOff, "unknown-is-safer body surgical-team")
	if want := "leaving body open is less safe than answering it: surgical-team comes next-visit instead of today"; found.what != want {
		t.Errorf("%s; want %s", found.what, want)
	}
	if pair := pasted(t, putOff, found); len(pair) != 2 {
		t.Errorf("%d scenarios instead of a pair:\n%s", len(pair), found.scenario)
	}

	// The second way to lose: a clinician who goes away altogether. Only a rule
	// that forbids the open answers can do that.
	gone := planted(t, func(r *questionnaire.Rule) *questionnaire.Rule {
		if slices.ContainsFunc(r.TalkTo, func(c *questionnaire.Clinician) bool { return c.ID == "surgical-team" }) {
			left := &questionnaire.Test{Question: maternal(t).Question("body"), AtLeast: 1, WantNotSure: true, WantPreferNotToSay: true}
			left.Want = make([]bool, len(left.Question.Answers))
			open := &questionnaire.Condition{Op: questionnaire.Atom, Atom: left}
			r.When = &questionnaire.Condition{Op: questionnaire.All, Parts: []*questionnaire.Condition{
				r.When, {Op: questionnaire.Not, Parts: []*questionnaire.Condition{open}},
			}}
		}
		return r
	})
	findingOf(t, gone, "unknown-is-safer body surgical-team")
}

func findingOf(t *testing.T, q *questionnaire.Questionnaire, key string) finding {
	t.Helper()
	d := watching(q).draw(1000)
	i := slices.IndexFunc(d.findings, func(f finding) bool { return f.key == key })
	if i < 0 {
		t.Fatalf("nobody is found: %s", key)
	}
	return d.findings[i]
}

// pasted reads what was printed as the file of scenarios that it is meant for.
func pasted(t *testing.T, q *questionnaire.Questionnaire, f finding) []*questionnaire.Scenario {
	t.Helper()
	files := fstest.MapFS{"scenarios.yaml": {Data: []byte("scenarios:\n" + f.scenario)}}
	scenarios, problems, err := folder.ReadScenarios(q, files, "scenarios.yaml")
	if err != nil || len(scenarios) == 0 {
		t.Fatalf("it cannot be pasted: %v %v\n%s", err, problems, f.scenario)
	}
	return scenarios
}
