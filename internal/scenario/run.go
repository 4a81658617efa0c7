package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Result is what became of one scenario.
type Result struct {
	Scenario *questionnaire.Scenario
	Asked    []*questionnaire.Question // in the order of asking
	Outcome  screening.Outcome
	// Interrupted are the rules whose page was shown, in the order of showing.
	Interrupted []*questionnaire.Rule
	Failures    []Failure
}

// Passed reports whether everything expected came about.
func (r Result) Passed() bool { return len(r.Failures) == 0 }

// Failure is one expectation that was not met.
type Failure struct {
	At      questionnaire.Position
	Message string
}

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
	r.Outcome = state.Outcome()
	r.compare()
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

func (r *Result) compare() {
	expect := r.Scenario.Expect
	for _, e := range expect.Conversations {
		switch c := r.with(e.Clinician.ID); {
		case c == nil:
			r.fail(e.At, "no conversation with %s; expected one, %s or sooner", e.Clinician.ID, e.Urgency)
		case !c.Certain:
			r.fail(e.At, "the conversation with %s is only possible; expected a certain one", e.Clinician.ID)
		case !c.Urgency.AtLeast(e.Urgency):
			r.fail(e.At, "the conversation with %s is %s; expected %s or sooner", e.Clinician.ID, c.Urgency, e.Urgency)
		case expect.NoMore:
			if urgency, because := certainUrgency(*c); urgency > e.Urgency {
				r.fail(e.At, "the conversation with %s is %s, because of %s; with no-more it is expected no sooner than %s", e.Clinician.ID, urgency, strings.Join(because, ", "), e.Urgency)
			}
		}
	}
	for _, e := range expect.Possible {
		if r.with(e.ID) == nil {
			r.fail(e.At, "no conversation with %s; expected at least a possible one", e.ID)
		}
	}
	for _, e := range expect.NoneOf {
		if c := r.with(e.ID); c != nil && c.Certain {
			r.fail(e.At, "a certain conversation with %s, because of %s; expected none", e.ID, strings.Join(certainRules(*c), ", "))
		}
	}
	if expect.NoMore {
		r.compareNoMore()
	}
	for _, e := range expect.Learn {
		if !slices.ContainsFunc(r.Outcome.Learn(), func(text *questionnaire.Education) bool { return text.ID == e.ID }) {
			r.fail(e.At, "the text %q is not offered; expected that it is", e.ID)
		}
	}
	for _, e := range expect.Asks {
		if !r.asked(e.ID) {
			r.fail(e.At, "question %q is not asked", e.ID)
		}
	}
	for _, e := range expect.DoesNotAsk {
		if r.asked(e.ID) {
			r.fail(e.At, "question %q is asked; expected that it is not", e.ID)
		}
	}
}

// compareNoMore finds the certain conversations that nobody expected. What is
// only possible may always be more: unknown is never safer than known.
func (r *Result) compareNoMore() {
	expect := r.Scenario.Expect
	for _, c := range r.Outcome.Conversations {
		isExpected := slices.ContainsFunc(expect.Conversations, func(e questionnaire.ExpectedConversation) bool { return e.Clinician.ID == c.Clinician.ID })
		if c.Certain && !isExpected {
			r.fail(expect.NoMoreAt, "a certain conversation with %s (%s), because of %s; with no-more nobody is expected but those under conversations", c.Clinician.ID, c.Urgency, strings.Join(certainRules(c), ", "))
		}
	}
}

func (r *Result) with(clinician string) *screening.Conversation {
	i := slices.IndexFunc(r.Outcome.Conversations, func(c screening.Conversation) bool { return c.Clinician.ID == clinician })
	if i < 0 {
		return nil
	}
	return &r.Outcome.Conversations[i]
}

func (r *Result) asked(id string) bool {
	return slices.ContainsFunc(r.Asked, func(q *questionnaire.Question) bool { return q.ID == id })
}

func certainRules(c screening.Conversation) []string { return rules(c, true) }

// certainUrgency is how urgent a conversation is by its certain reasons alone,
// and the rules that make it so: a possible reason may always make it sooner.
func certainUrgency(c screening.Conversation) (urgency questionnaire.Urgency, because []string) {
	for _, reason := range c.Reasons {
		if reason.Certain {
			urgency = max(urgency, reason.Urgency())
		}
	}
	for _, reason := range c.Reasons {
		if reason.Certain && reason.Urgency() == urgency {
			because = append(because, reason.Rule.ID)
		}
	}
	return urgency, because
}

// rules lists the ids of the conversation's certain or possible rules.
func rules(c screening.Conversation, certain bool) []string {
	ids := []string{}
	for _, reason := range c.Reasons {
		if reason.Certain == certain {
			ids = append(ids, reason.Rule.ID)
		}
	}
	return ids
}
