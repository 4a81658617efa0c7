package screening

import (
	"slices"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Because is the part of a reply that a rule was about.
type Because struct {
	Question *questionnaire.Question
	Reply    questionnaire.Reply // of a definite one only what the rule asks for
}

// Because finds the answers that led to the reason, in the order of the
// questions, so that she can see what of hers it rests on. It is worked out when
// somebody looks: most reasons of an outcome are never unfolded.
func (r Reason) Because() []Because {
	b := becauses{view: r.view}
	b.support(r.Rule.When, false)
	order.Stable(b.found, func(x, y *Because) int { return x.Question.Index - y.Question.Index })
	return b.found
}

// becauses finds the answers that make a condition yes or unknown.
type becauses struct {
	*view
	found []Because
}

// support collects the atoms that keep the condition from being no, or, under
// a "not", from being yes. Parts that do not hold it up are left out: of an
// "any" only those as true as the whole.
func (b *becauses) support(c *questionnaire.Condition, negated bool) {
	if c == nil {
		return
	}
	switch c.Op {
	case questionnaire.Not:
		b.support(c.Parts[0], !negated)
	case questionnaire.Atom:
		b.supportAtom(c.Atom, negated)
	default:
		whole := b.truth(c)
		// Under "not", all and any change places.
		one := (c.Op == questionnaire.Any) != negated
		for _, p := range c.Parts {
			if !one || b.truth(p) == whole {
				b.support(p, negated)
			}
		}
	}
}

func (b *becauses) supportAtom(t *questionnaire.Test, negated bool) {
	i := t.Question.Index
	if b.standing[i] != answered || b.shared && t.Question.Private {
		return
	}
	reply := b.replies[i]
	if reply.Kind == questionnaire.Definite && !negated {
		reply = about(t, reply)
	}
	for k := range b.found {
		if f := &b.found[k]; f.Question == t.Question {
			f.Reply = joined(f.Reply, reply)
			return
		}
	}
	b.found = append(b.found, Because{Question: t.Question, Reply: reply})
}

// about is the part of a definite reply that an atom asks for.
func about(t *questionnaire.Test, reply questionnaire.Reply) questionnaire.Reply {
	part := questionnaire.Reply{Kind: reply.Kind}
	wantedOf := 0
	for _, a := range reply.Answers {
		wantedOf += btoi(t.Want[a])
	}
	// Where those wanted are not enough, the atom rests on what she does not know.
	open := wantedOf < t.AtLeast
	for _, a := range reply.Answers {
		if t.Want[a] || open && t.Question.Answers[a].Unknown {
			part.Answers = append(part.Answers, a)
		}
	}
	// What is only possible says nothing where others make the atom certain.
	least := max(Unknown, replied(t, reply))
	for _, taken := range reply.Taken {
		if wanted(t, taken) >= least {
			part.Taken = append(part.Taken, taken)
		}
	}
	part.RestUnsure = reply.RestUnsure && least < Yes
	return part
}

// joined is what two atoms about one question found in its reply.
func joined(x, y questionnaire.Reply) questionnaire.Reply {
	if x.Kind != questionnaire.Definite || y.Kind != questionnaire.Definite {
		return x
	}
	x.RestUnsure = x.RestUnsure || y.RestUnsure
	x.Answers = slices.Clone(x.Answers)
	for _, a := range y.Answers {
		if !slices.Contains(x.Answers, a) {
			x.Answers = append(x.Answers, a)
		}
	}
	slices.Sort(x.Answers)
	x.Taken = slices.Clone(x.Taken)
	for _, taken := range y.Taken {
		if !slices.Contains(x.Taken, taken) {
			x.Taken = append(x.Taken, taken)
		}
	}
	return x
}
