package screening

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// because finds the answers that make a condition yes or unknown, so that she
// can see what of hers a reason rests on.
func (v *view) because(c *questionnaire.Condition) []Because {
	var found []Because
	v.support(c, false, &found)
	slices.SortStableFunc(found, func(a, b Because) int { return a.Question.Index - b.Question.Index })
	return found
}

// support collects the atoms that keep the condition from being no, or, under
// a "not", from being yes. Parts that do not hold it up are left out: of an
// "any" only those as true as the whole.
func (v *view) support(c *questionnaire.Condition, negated bool, found *[]Because) {
	if c == nil {
		return
	}
	switch c.Op {
	case questionnaire.Not:
		v.support(c.Parts[0], !negated, found)
	case questionnaire.Atom:
		v.supportAtom(c.Atom, negated, found)
	default:
		whole := v.truth(c)
		// Under "not", all and any change places.
		one := (c.Op == questionnaire.Any) != negated
		for _, p := range c.Parts {
			if !one || v.truth(p) == whole {
				v.support(p, negated, found)
			}
		}
	}
}

func (v *view) supportAtom(t *questionnaire.Test, negated bool, found *[]Because) {
	i := t.Question.Index
	if v.standing[i] != answered {
		return
	}
	reply := v.replies[i]
	if reply.Kind == questionnaire.Definite && !negated {
		reply = about(t, reply)
	}
	for k := range *found {
		if b := &(*found)[k]; b.Question == t.Question {
			b.Reply = joined(b.Reply, reply)
			return
		}
	}
	*found = append(*found, Because{Question: t.Question, Reply: reply})
}

// about is the part of a definite reply that an atom asks for.
func about(t *questionnaire.Test, reply questionnaire.Reply) questionnaire.Reply {
	part := questionnaire.Reply{Kind: reply.Kind}
	for _, a := range reply.Answers {
		if t.Want[a] {
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
	return part
}

// joined is what two atoms about one question found in its reply.
func joined(a, b questionnaire.Reply) questionnaire.Reply {
	if a.Kind != questionnaire.Definite || b.Kind != questionnaire.Definite {
		return a
	}
	a.Answers, a.Taken = slices.Clone(a.Answers), slices.Clone(a.Taken)
	for _, x := range b.Answers {
		if !slices.Contains(a.Answers, x) {
			a.Answers = append(a.Answers, x)
		}
	}
	slices.Sort(a.Answers)
	for _, x := range b.Taken {
		if !slices.Contains(a.Taken, x) {
			a.Taken = append(a.Taken, x)
		}
	}
	return a
}
