package questionnaires_test

import (
	"slices"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
)

// TestTheThreeQuestionsDecideMost: no other two questions that everybody is asked beside the
// first lead more people of the scenarios to the first step that all of their answers lead to.
func TestTheThreeQuestionsDecideMost(t *testing.T) {
	t.Parallel()
	q := maternal(t)
	var chosen []string
	for _, s := range q.Short {
		chosen = append(chosen, s.ID)
	}
	if len(chosen) != 3 || q.Short[0] != q.Questions[0] {
		t.Fatalf("the three questions are %v", chosen)
	}
	asked := slices.DeleteFunc(slices.Clone(q.Questions[1:]), func(q *questionnaire.Question) bool { return q.AskWhen != nil })
	var whole []first
	for _, sc := range q.Scenarios {
		whole = append(whole, firstOf(q, sc, q.Questions))
	}
	most, best := -1, []string(nil)
	own := 0
	for i, a := range asked {
		for _, b := range asked[i+1:] {
			three := []*questionnaire.Question{q.Questions[0], a, b}
			reached := 0
			for i, sc := range q.Scenarios {
				if firstOf(q, sc, three) == whole[i] {
					reached++
				}
			}
			if reached > most {
				most, best = reached, []string{three[0].ID, a.ID, b.ID}
			}
			if slices.Equal(three, q.Short) {
				own = reached
			}
		}
	}
	t.Logf("%v reach %d of %d", chosen, own, len(q.Scenarios))
	if own < most {
		t.Errorf("%v reach %d of %d, and %v reach %d", chosen, own, len(q.Scenarios), best, most)
	}
}

// first is whom a plan opens with, and how soon.
type first struct {
	clinician string
	urgency   questionnaire.Urgency
}

// firstOf is that of the person of a scenario who answers only these questions.
func firstOf(q *questionnaire.Questionnaire, sc *questionnaire.Scenario, only []*questionnaire.Question) first {
	s := screening.Start(q)
	for _, question := range only {
		if reply, ok := scenario.ReplyOf(sc.Person, question); ok {
			s = s.Answer(question, reply)
		}
	}
	plan := s.Enough().Plan(q.Regions[0])
	if len(plan.Steps) == 0 {
		return first{}
	}
	return first{plan.Steps[0].Clinician.ID, plan.Steps[0].Urgency}
}
