package screening_test

import (
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/questionnaires"
)

// unsureOfEverything is the maternal questionnaire with every question asked
// that "not sure" brings up, and answered so.
func unsureOfEverything(b *testing.B) screening.State {
	b.Helper()
	q, findings, err := folder.Read(questionnaires.Maternal(), nil)
	if q == nil {
		b.Skipf("the maternal questionnaire is not sound yet: %d findings, %v", len(findings), err)
	}
	s := screening.Start(q)
	for _, question := range q.Questions {
		s = s.Answer(question, questionnaire.Reply{Kind: questionnaire.Unsure})
	}
	return s.Seen(q.Rules)
}

func BenchmarkNext(b *testing.B) {
	s := unsureOfEverything(b)
	for b.Loop() {
		s.Next()
	}
}

func BenchmarkOutcome(b *testing.B) {
	s := unsureOfEverything(b)
	for b.Loop() {
		s.Outcome()
	}
}

// BenchmarkBecause unfolds every reason of an outcome. The screen does that only
// for the conversation that is looked at.
func BenchmarkBecause(b *testing.B) {
	o := unsureOfEverything(b).Outcome()
	for b.Loop() {
		for _, c := range o.Conversations {
			for _, r := range c.Reasons {
				r.Because()
			}
		}
	}
}

// BenchmarkPlan is the whole evaluation: which rules hold, and the fewest steps
// that carry them.
func BenchmarkPlan(b *testing.B) {
	s := unsureOfEverything(b)
	region := s.Questionnaire().Region("us")
	for b.Loop() {
		s.Plan(region)
	}
}

// BenchmarkPlanOfMuch is somebody to whom nearly everything applies for certain.
func BenchmarkPlanOfMuch(b *testing.B) {
	q := unsureOfEverything(b).Questionnaire()
	s := screening.Start(q)
	for _, question := range q.Questions {
		reply := questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{0}}
		switch {
		case question.TakesMany():
			for i := 1; i < len(question.Answers) && !question.Answers[i].Exclusive; i++ {
				reply.Answers = append(reply.Answers, i)
			}
		case question.TakesMedicines():
			reply.Answers = nil
			for m := 0; m < len(q.Formulary.Medicines); m += 9 {
				reply.Taken = append(reply.Taken, questionnaire.Taken{Medicine: m})
			}
		}
		s = s.Answer(question, reply)
	}
	region := q.Region("us")
	for b.Loop() {
		s.Plan(region)
	}
}
