package screening

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// becauses finds the answers that make conditions yes or unknown, so that she
// can see what of hers a reason rests on. All that it finds for one outcome lies
// one after another in slices that were made once.
type becauses struct {
	*view
	found   []Because
	first   int // in found, of the condition that is looked at
	answers []int
	taken   []questionnaire.Taken
}

func newBecauses(v *view, size becauseSize) *becauses {
	return &becauses{
		view:    v,
		found:   make([]Because, 0, size.found),
		answers: make([]int, 0, size.answers),
		taken:   make([]questionnaire.Taken, 0, size.taken),
	}
}

// becauseSize is the most that can be found: something for each atom, and, when
// atoms about one question are joined, its parts again.
type becauseSize struct{ found, answers, taken int }

func (size *becauseSize) add(v *view, c *questionnaire.Condition) {
	switch {
	case c == nil:
	case c.Op == questionnaire.Atom:
		reply := &v.replies[c.Atom.Question.Index]
		size.found++
		size.answers += 2 * len(reply.Answers)
		size.taken += 2 * len(reply.Taken)
	default:
		for _, p := range c.Parts {
			size.add(v, p)
		}
	}
}

// of gives them for one condition, in the order of the questions.
func (b *becauses) of(c *questionnaire.Condition) []Because {
	b.first = len(b.found)
	b.support(c, false)
	found := b.found[b.first:len(b.found):len(b.found)]
	slices.SortStableFunc(found, func(x, y Because) int { return x.Question.Index - y.Question.Index })
	return found
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
		reply = b.about(t, reply)
	}
	for k := b.first; k < len(b.found); k++ {
		if f := &b.found[k]; f.Question == t.Question {
			f.Reply = b.joined(f.Reply, reply)
			return
		}
	}
	b.found = append(b.found, Because{Question: t.Question, Reply: reply})
}

// about is the part of a definite reply that an atom asks for.
func (b *becauses) about(t *questionnaire.Test, reply questionnaire.Reply) questionnaire.Reply {
	part := questionnaire.Reply{Kind: reply.Kind}
	from := len(b.answers)
	for _, a := range reply.Answers {
		if t.Want[a] {
			b.answers = append(b.answers, a)
		}
	}
	part.Answers = since(b.answers, from)
	// What is only possible says nothing where others make the atom certain.
	least := max(Unknown, replied(t, reply))
	from = len(b.taken)
	for _, taken := range reply.Taken {
		if wanted(t, taken) >= least {
			b.taken = append(b.taken, taken)
		}
	}
	part.Taken = since(b.taken, from)
	return part
}

// joined is what two atoms about one question found in its reply.
func (b *becauses) joined(x, y questionnaire.Reply) questionnaire.Reply {
	if x.Kind != questionnaire.Definite || y.Kind != questionnaire.Definite {
		return x
	}
	from := len(b.answers)
	b.answers = append(b.answers, x.Answers...)
	for _, a := range y.Answers {
		if !slices.Contains(b.answers[from:], a) {
			b.answers = append(b.answers, a)
		}
	}
	x.Answers = since(b.answers, from)
	slices.Sort(x.Answers)
	from = len(b.taken)
	b.taken = append(b.taken, x.Taken...)
	for _, taken := range y.Taken {
		if !slices.Contains(b.taken[from:], taken) {
			b.taken = append(b.taken, taken)
		}
	}
	x.Taken = since(b.taken, from)
	return x
}

// since is what was added to all from a place on, nil if nothing was. Adding to
// it does not overwrite what comes next in all.
func since[T any](all []T, from int) []T {
	if from == len(all) {
		return nil
	}
	return all[from:len(all):len(all)]
}
