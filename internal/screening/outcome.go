package screening

import (
	"cmp"
	"iter"
	"slices"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Outcome is what a screening ends with: one conversation per clinician, the
// most urgent first.
type Outcome struct {
	Conversations []Conversation
}

// Conversation is one clinician to talk to.
type Conversation struct {
	Clinician *questionnaire.Clinician
	Urgency   questionnaire.Urgency // the highest among the reasons, possible ones included
	Certain   bool                  // at least one reason is
	Reasons   []Reason              // certain ones first, then by urgency
}

// Reason is a rule that calls for a conversation.
type Reason struct {
	Rule    *questionnaire.Rule
	Certain bool
	view    *view // the evaluation that called for it
}

// Urgency is the rule's, in its certain or its possible form.
func (r Reason) Urgency() questionnaire.Urgency {
	if r.Certain {
		return r.Rule.Urgency
	}
	return r.Rule.PossibleUrgency
}

// Outcome works out the conversations from the answers so far. A question that
// still waits for its answer counts as unknown.
//
// The reasons are dealt out to their clinicians in their order, from one piece
// that is counted first, so that a questionnaire of many rules costs no more
// allocations than one of few.
func (s State) Outcome() Outcome {
	v := s.look()
	reasons := v.fired(s.q.Rules)
	count, total := make([]int, len(s.q.Clinicians)), 0
	for _, reason := range reasons {
		for _, who := range reason.Rule.TalkTo {
			count[who.Index]++
			total++
		}
	}
	dealt := make([]Reason, total)
	all := make([]Conversation, len(s.q.Clinicians))
	for i, n := range count {
		all[i].Reasons, dealt = dealt[:0:n], dealt[n:]
	}
	for reason := range inOrder(reasons) {
		for _, who := range reason.Rule.TalkTo {
			c := &all[who.Index]
			c.Clinician = who
			c.Urgency = max(c.Urgency, reason.Urgency())
			c.Certain = c.Certain || reason.Certain
			c.Reasons = append(c.Reasons, reason)
		}
	}
	all = slices.DeleteFunc(all, func(c Conversation) bool { return c.Clinician == nil })
	order.Stable(all, func(a, b *Conversation) int {
		return cmp.Or(cmp.Compare(b.Urgency, a.Urgency), certainFirst(a.Certain, b.Certain))
	})
	return Outcome{Conversations: all}
}

// inOrder gives certain reasons first, then by urgency, and otherwise as they
// stand. There are so few ranks that going through all reasons for each takes
// less than sorting does.
func inOrder(reasons []Reason) iter.Seq[Reason] {
	return func(yield func(Reason) bool) {
		for _, certain := range []bool{true, false} {
			for urgency := int(questionnaire.Now); urgency >= int(questionnaire.NextVisit); urgency-- {
				for _, r := range reasons {
					if r.Certain == certain && int(r.Urgency()) == urgency && !yield(r) {
						return
					}
				}
			}
		}
	}
}

// fired lists the rules that hold or may hold.
func (v *view) fired(rules []*questionnaire.Rule) []Reason {
	reasons := make([]Reason, 0, len(rules))
	for _, rule := range rules {
		if truth := v.truth(rule.When); truth != No {
			reasons = append(reasons, Reason{Rule: rule, Certain: truth == Yes, view: v})
		}
	}
	return reasons
}

func certainFirst(a, b bool) int { return btoi(b) - btoi(a) }

// With finds the conversation with a clinician, or nil.
func (o Outcome) With(who *questionnaire.Clinician) *Conversation {
	for i := range o.Conversations {
		if o.Conversations[i].Clinician.Index == who.Index {
			return &o.Conversations[i]
		}
	}
	return nil
}

// Learn lists the education of all reasons, each once, that of the most urgent
// first.
func (o Outcome) Learn() []*questionnaire.Education {
	var all []*questionnaire.Education
	for _, c := range o.Conversations {
		for _, e := range c.Learn() {
			if !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
	}
	return all
}

// Learn lists the education of the conversation's reasons that concerns her, each once.
func (c Conversation) Learn() []*questionnaire.Education { return learnOf(c.Reasons) }

// CertainRules are the rules of the conversation's certain reasons.
func (c Conversation) CertainRules() []*questionnaire.Rule {
	var rules []*questionnaire.Rule
	for _, r := range c.Reasons {
		if r.Certain {
			rules = append(rules, r.Rule)
		}
	}
	return rules
}
