package screening

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Truth is a value of Kleene's strong three-valued logic. The order is the
// logic: all is the minimum, any the maximum.
type Truth uint8

const (
	No Truth = iota
	Unknown
	Yes
)

func (t Truth) String() string { return [...]string{"no", "unknown", "yes"}[t] }

// Not swaps yes and no, and keeps unknown.
func (t Truth) Not() Truth { return Yes - t }

// standing is what a question has come to in one evaluation.
type standing uint8

const (
	notAsked standing = iota
	waiting           // asked, or perhaps asked, and not answered yet
	answered
)

// view is one evaluation: for each question where it stands and what counts as
// its reply.
type view struct {
	standing []standing
	ask      []span // whether the question is asked, before it is answered
	replies  []questionnaire.Reply
	named    []knownSpan // what the named conditions come to, as far as somebody asked
	shared   bool        // private questions are not shown, not even as what a reason rests on
}

// knownSpan is a span that is worked out once: many rules use the same name.
type knownSpan struct {
	span
	known bool
}

// span is what a condition may still come to, from low to high, once every
// question is answered. "Not sure" is settled (unknown, and it stays so); what
// has not been said yet is open (anything from no to yes).
type span struct{ low, high Truth }

func settled(t Truth) span { return span{t, t} }

// now is the value that counts before everything is answered: an interrupt may
// not lean on what has not been said.
func (s span) now() Truth {
	switch {
	case s.low == Yes:
		return Yes
	case s.high == No:
		return No
	}
	return Unknown
}

// truth is what a condition comes to now; a nil one holds.
func (v *view) truth(c *questionnaire.Condition) Truth { return v.span(c).now() }

func (v *view) span(c *questionnaire.Condition) span {
	switch {
	case c == nil:
		return settled(Yes)
	case c.Named != nil && c.Named.Index < len(v.named):
		known := &v.named[c.Named.Index]
		if !known.known {
			*known = knownSpan{v.span(c.Named.When), true}
		}
		return known.span
	}
	switch c.Op {
	case questionnaire.Atom:
		return v.atom(c.Atom)
	case questionnaire.Not:
		part := v.span(c.Parts[0])
		return span{part.high.Not(), part.low.Not()}
	case questionnaire.Any:
		best := settled(No)
		for _, p := range c.Parts {
			part := v.span(p)
			best = span{max(best.low, part.low), max(best.high, part.high)}
		}
		return best
	}
	worst := settled(Yes)
	for _, p := range c.Parts {
		part := v.span(p)
		worst = span{min(worst.low, part.low), min(worst.high, part.high)}
	}
	return worst
}

// atom is a question that may or may not be asked and may or may not be
// answered. An answer from before another one was changed may stop counting
// again, so it is only certain when the question is certain to be asked.
func (v *view) atom(t *questionnaire.Test) span {
	i := t.Question.Index
	switch v.standing[i] {
	case notAsked:
		return settled(No)
	case waiting:
		return span{No, Yes}
	}
	truth := replied(t, v.replies[i])
	if v.ask[i].low == No {
		return span{No, truth}
	}
	return settled(truth)
}

// replied is the table "One question" of docs/logic.md: a definite answer is yes or
// no, an open one unknown unless the author named it.
func replied(t *questionnaire.Test, reply questionnaire.Reply) Truth {
	switch reply.Kind {
	case questionnaire.Unsure:
		return named(t.WantNotSure)
	case questionnaire.Declined:
		return named(t.WantPreferNotToSay)
	}
	if t.Question.TakesMedicines() {
		return medicines(t, reply)
	}
	return answers(t, reply)
}

// answers counts those chosen. An answer of the author's own that means "I do
// not know" is "not sure" where it stands alone, and beside others "not sure
// about the rest".
func answers(t *questionnaire.Test, reply questionnaire.Reply) Truth {
	count, known, open := 0, false, reply.RestUnsure
	for _, a := range reply.Answers {
		if t.Want[a] {
			count++
		}
		if t.Question.Answers[a].Unknown {
			open = true
		} else {
			known = true
		}
	}
	switch {
	case count >= t.AtLeast:
		return Yes
	case !open:
		return No
	case !known:
		return named(t.WantNotSure)
	case t.WantNotSure || t.WantPreferNotToSay:
		return Unknown
	}
	for a, want := range t.Want {
		// What stands alone cannot be among the rest of what she chose.
		if want && !reply.Has(a) && !t.Question.Answers[a].Exclusive {
			count++
		}
	}
	return min(Unknown, atLeast(count, t.AtLeast))
}

func named(wanted bool) Truth {
	if wanted {
		return Yes
	}
	return Unknown
}

func atLeast(count, least int) Truth {
	if count >= least {
		return Yes
	}
	return No
}

// medicines counts those that are wanted for certain, and those that may be.
func medicines(t *questionnaire.Test, reply questionnaire.Reply) Truth {
	if len(reply.Taken) == 0 {
		return atLeast(btoi(t.WantNone), t.AtLeast)
	}
	certain, possible := 0, 0
	for _, taken := range reply.Taken {
		if taken.Medicine != questionnaire.UnlistedMedicine && !t.Want[taken.Medicine] && !mayCount(t, taken.Medicine) {
			continue // most of a long list are not
		}
		switch wanted(t, taken) {
		case Yes:
			certain++
			possible++
			if certain >= t.AtLeast {
				return Yes
			}
		case Unknown:
			possible++
		}
	}
	switch {
	case reply.RestUnsure && asksOfMore(t):
		return Unknown
	}
	return min(Unknown, atLeast(possible, t.AtLeast))
}

// asksOfMore tells an atom to which a medicine that she did not name could make
// a difference: any but that she takes none.
func asksOfMore(t *questionnaire.Test) bool {
	return len(t.Of) > btoi(t.WantNone)
}

// wanted is the smaller of two: whether it is such a medicine, and whether it
// is in such a state.
func wanted(t *questionnaire.Test, taken questionnaire.Taken) Truth {
	return min(such(t, taken.Medicine), inState(t, taken.State))
}

// such tells whether a medicine is among those asked for. One that the list does
// not know may be any of them (rule 1): a mother whose lithium has a name that we
// have never heard must not be safer than one whose lithium we know. One of a kind may be
// any of its kind, beside what all of them are.
func such(t *questionnaire.Test, medicine int) Truth {
	listed := medicine != questionnaire.UnlistedMedicine
	switch {
	case listed && t.Want[medicine], !listed && t.WantUnlisted:
		return Yes
	case listed && mayCount(t, medicine), !listed && slices.Contains(t.Want, true):
		return Unknown
	}
	return No
}

// mayCount tells one of a kind that may be a medicine that counts.
func mayCount(t *questionnaire.Test, medicine int) bool { return t.May != nil && t.May[medicine] }

func inState(t *questionnaire.Test, state int) Truth {
	switch {
	case t.WantState == nil:
		return Yes
	case state == questionnaire.UnsureState:
		return Unknown
	}
	return atLeast(btoi(t.WantState[state]), 1)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
