package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Came is what came of somebody's answers, as an expectation sees it.
type Came struct {
	Asked       []*questionnaire.Question
	Interrupted []*questionnaire.Rule // whose page was shown
	Outcome     screening.Outcome
	Plan        screening.Plan // for somebody who did not say where she is
}

// Failure is one expectation that was not met.
type Failure struct {
	At      questionnaire.Position
	Message string
}

// Against lists where what came of her falls short of what was expected: of the
// one person of a scenario, or of somebody who breaks a promise.
func (c Came) Against(e questionnaire.Expectation) []Failure {
	var all failures
	for _, talk := range e.Conversations {
		c.conversation(&all, talk)
	}
	for _, talk := range e.Possible {
		c.possible(&all, talk)
	}
	for _, none := range e.NoneOf {
		if talk := c.Outcome.With(none.Of); talk != nil && talk.Certain {
			all.add(none.At, "a certain conversation with %s, because of %s; expected none", none.Of.ID, strings.Join(certainRules(*talk), ", "))
		}
	}
	if e.NoMore {
		c.noMore(&all, e)
	}
	c.first(&all, e.First)
	c.steps(&all, e)
	for _, rule := range e.Interrupts {
		if !slices.Contains(c.Interrupted, rule.Of) {
			all.add(rule.At, "the page of rule %q is not shown; expected that it interrupts", rule.Of.ID)
		}
	}
	for _, text := range e.Learn {
		if !slices.Contains(c.Outcome.Learn(), text.Of) {
			all.add(text.At, "the text %q is not offered; expected that it is", text.Of.ID)
		}
	}
	for _, question := range e.Asks {
		if !slices.Contains(c.Asked, question.Of) {
			all.add(question.At, "question %q is not asked; expected that it is", question.Of.ID)
		}
	}
	for _, question := range e.DoesNotAsk {
		if slices.Contains(c.Asked, question.Of) {
			all.add(question.At, "question %q is asked; expected that it is not", question.Of.ID)
		}
	}
	return all
}

// conversation is kept by a certain reason, and as soon as that is by itself: a
// possible reason does not make up for one that is not urgent enough.
func (c Came) conversation(all *failures, e questionnaire.ExpectedConversation) {
	reasons := c.reasons(e)
	certain := slices.DeleteFunc(slices.Clone(reasons), func(r screening.Reason) bool { return !r.Certain })
	switch soonest, _ := soonestOf(certain); {
	case len(reasons) == 0:
		all.add(e.At, "no conversation with %s; expected one, %s or sooner", e.Who(), e.Urgency)
	case len(certain) == 0:
		all.add(e.At, "the conversation with %s is only possible; expected a certain one", e.Who())
	case !soonest.AtLeast(e.Urgency):
		all.add(e.At, "the conversation with %s is %s for certain; expected %s or sooner", e.Who(), soonest, e.Urgency)
	}
}

func (c Came) possible(all *failures, e questionnaire.ExpectedConversation) {
	reasons := c.reasons(e)
	switch soonest, _ := soonestOf(reasons); {
	case len(reasons) == 0:
		all.add(e.At, "no conversation with %s; expected at least a possible one", e.Who())
	case !soonest.AtLeast(e.Urgency):
		all.add(e.At, "the conversation with %s is %s; expected at least a possible one, %s or sooner", e.Who(), soonest, e.Urgency)
	}
}

// noMore finds the certain conversations that nobody expected, or not so soon.
// What is only possible may always be more: unknown is never safer than known.
func (c Came) noMore(all *failures, e questionnaire.Expectation) {
	for _, talk := range c.Outcome.Conversations {
		if !talk.Certain {
			continue
		}
		expected := e.With(talk.Clinician)
		if expected == nil {
			all.add(e.NoMoreAt, "a certain conversation with %s (%s), because of %s; with no-more nobody is expected but those under conversations", talk.Clinician.ID, talk.Urgency, strings.Join(certainRules(talk), ", "))
			continue
		}
		certain := slices.DeleteFunc(slices.Clone(talk.Reasons), func(r screening.Reason) bool { return !r.Certain })
		if soonest, because := soonestOf(certain); soonest > expected.Urgency {
			all.add(expected.At, "the conversation with %s is %s, because of %s; with no-more it is expected no sooner than %s", talk.Clinician.ID, soonest, strings.Join(because, ", "), expected.Urgency)
		}
	}
}

// reasons are those with a need that only those who will do can meet, each once.
func (c Came) reasons(e questionnaire.ExpectedConversation) []screening.Reason {
	var all []screening.Reason
	for _, talk := range c.Outcome.Conversations {
		for _, r := range talk.Reasons {
			isThere := slices.ContainsFunc(all, func(o screening.Reason) bool { return o.Rule == r.Rule })
			if !isThere && e.CalledForBy(r.Rule) {
				all = append(all, r)
			}
		}
	}
	return all
}

func certainRules(c screening.Conversation) []string { return rules(c, true) }

// soonestOf is the highest urgency of reasons, and the rules that make it so.
func soonestOf(reasons []screening.Reason) (urgency questionnaire.Urgency, because []string) {
	for _, r := range reasons {
		urgency = max(urgency, r.Urgency())
	}
	for _, r := range reasons {
		if r.Urgency() == urgency {
			because = append(because, r.Rule.ID)
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

type failures []Failure

func (f *failures) add(at questionnaire.Position, format string, args ...any) {
	*f = append(*f, Failure{At: at, Message: fmt.Sprintf(format, args...)})
}
