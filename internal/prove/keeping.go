package prove

import "github.com/ask-first/askfirst/internal/questionnaire"

// keeping sees of a condition that it is for the graver of two at least what it
// is for the lighter, because each answer that it looks at is. What it sees saves
// a proof and decides nothing: see sight.go.
type keeping struct {
	*exchanging
	said  [2]reply // with the graver answer and with the lighter; made when needed
	tests map[*questionnaire.Test][2]bool
	asks  map[staying]bool
}

func (e *exchanging) keeping() *keeping {
	return &keeping{exchanging: e, tests: map[*questionnaire.Test][2]bool{}, asks: map[staying]bool{}}
}

// keeps is about "at least", and behind a "not" about "at most".
func (k *keeping) keeps(when *questionnaire.Condition, behindNot bool) bool {
	switch {
	case when == nil:
		return true
	case when.Op == questionnaire.Atom:
		return k.keepsAtom(when.Atom, behindNot)
	case when.Op == questionnaire.Not:
		return k.keeps(when.Parts[0], !behindNot)
	}
	for _, part := range when.Parts {
		if !k.keeps(part, behindNot) {
			return false
		}
	}
	return true
}

func (k *keeping) keepsAtom(t *questionnaire.Test, behindNot bool) bool {
	switch {
	case !k.hangs[t.Question.Index]:
		return true
	case t.Question == k.order.Question:
		both, seen := k.tests[t]
		if !seen {
			both[0], both[1] = k.compares(t)
			k.tests[t] = both
		}
		return both[btoi(behindNot)]
	}
	// They say the same, so it hangs on whether they are asked.
	key := staying{t.Question.AskWhen, behindNot}
	if keeps, seen := k.asks[key]; seen {
		return keeps
	}
	keeps := k.keeps(t.Question.AskWhen, behindNot)
	k.asks[key] = keeps
	return keeps
}

// compares tells whether a test is for the graver at least what it is for the
// lighter, and whether it is at most that.
func (k *keeping) compares(t *questionnaire.Test) (atLeast, atMost bool) {
	if k.together() && len(k.shape.families) > 0 {
		graver, lighter := k.exchange.graver.taken, k.exchange.lighter.taken
		a, b := taken(t, graver.Medicine, graver.State), taken(t, lighter.Medicine, lighter.State)
		return a >= b, a <= b
	}
	if k.said[0].shape == nil {
		k.said = [2]reply{k.reply(k.base(), k.exchange.graver), k.reply(k.base(), k.exchange.lighter)}
	}
	a, b := k.said[0].test(k.f(), t, yes), k.said[1].test(k.f(), t, yes)
	within := func(a, b lit) bool { return a == b || a == no || b == yes }
	return within(b.may, a.may) && within(b.must, a.must), within(a.may, b.may) && within(a.must, b.must)
}
