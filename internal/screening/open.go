package screening

import (
	"slices"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// LeftOpen is a question that she left open, as a whole or in part, and whom it
// could lead to beside the steps of the plan.
type LeftOpen struct {
	Question *questionnaire.Question
	Rules    []*questionnaire.Rule      // those that are open because of it
	Could    []*questionnaire.Clinician // whom these name first, each once
	Urgency  questionnaire.Urgency      // the highest of theirs, in their possible form
}

// Questions are those that keep the open reasons from being yes or no, in the
// order of asking. They are worked out when somebody unfolds them.
func (o Open) Questions() []LeftOpen {
	var all []LeftOpen
	for _, r := range o.Reasons {
		for _, question := range r.unknowns() {
			i := slices.IndexFunc(all, func(l LeftOpen) bool { return l.Question == question })
			if i < 0 {
				i = len(all)
				all = append(all, LeftOpen{Question: question})
			}
			all[i].add(r)
		}
	}
	order.Stable(all, func(a, b *LeftOpen) int { return a.Question.Index - b.Question.Index })
	return all
}

func (l *LeftOpen) add(r Reason) {
	l.Rules = append(l.Rules, r.Rule)
	l.Urgency = max(l.Urgency, r.Urgency())
	for _, who := range r.Rule.TalkTo {
		if !slices.Contains(l.Could, who) {
			l.Could = append(l.Could, who)
		}
	}
}

// unknowns are the questions whose atoms are unknown where the reason hangs on
// them. A private question on a shared screen is never named.
func (r Reason) unknowns() []*questionnaire.Question {
	var all []*questionnaire.Question
	var look func(c *questionnaire.Condition)
	look = func(c *questionnaire.Condition) {
		if c == nil || r.view.truth(c) != Unknown {
			return
		}
		if c.Op != questionnaire.Atom {
			for _, part := range c.Parts {
				look(part)
			}
			return
		}
		question := c.Atom.Question
		if !(r.view.shared && question.Private) && !slices.Contains(all, question) {
			all = append(all, question)
		}
	}
	look(r.Rule.When)
	return all
}
