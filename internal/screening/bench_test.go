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
