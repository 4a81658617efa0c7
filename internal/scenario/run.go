package scenario

import (
	"fmt"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Result is what became of one scenario.
type Result struct {
	Scenario *questionnaire.Scenario
	Came
	Failures []Failure
}

// Passed reports whether everything expected came about.
func (r Result) Passed() bool { return len(r.Failures) == 0 }

// Run walks the scenario's person through the questionnaire.
func Run(q *questionnaire.Questionnaire, s *questionnaire.Scenario) Result {
	r := Result{Scenario: s}
	state := screening.Start(q)
	for {
		step := state.Next()
		if step.Done() {
			break
		}
		if len(step.Interrupt) > 0 {
			r.Interrupted = append(r.Interrupted, step.Interrupt...)
			state = state.Seen(step.Interrupt)
			continue
		}
		r.Asked = append(r.Asked, step.Question)
		reply, ok := ReplyOf(s.Person, step.Question)
		if !ok {
			r.fail(s.Person.At, "question %q is asked and has no answer here; add it under answers, or write others: %s", step.Question.ID, questionnaire.PreferNotToSay)
			reply = questionnaire.Reply{Kind: questionnaire.Declined}
		}
		state = state.Answer(step.Question, reply)
	}
	r.Outcome, r.Plan = state.Outcome(), state.Plan(nil)
	r.Failures = append(r.Failures, r.Against(s.Expect)...)
	return r
}

// ReplyOf is what a person says to a question: her named answer, or the first
// of the others that the question offers.
func ReplyOf(p questionnaire.Person, q *questionnaire.Question) (questionnaire.Reply, bool) {
	for _, given := range p.Answers {
		if given.Question == q {
			return given.Reply, true
		}
	}
	for _, id := range p.Others {
		if reply, err := q.Reply(id); err == nil {
			return reply, true
		}
	}
	return questionnaire.Reply{}, false
}

func (r *Result) fail(at questionnaire.Position, format string, args ...any) {
	r.Failures = append(r.Failures, Failure{At: at, Message: fmt.Sprintf(format, args...)})
}
