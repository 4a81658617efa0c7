package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// implies reports that for whomever one condition is yes, the other is too, as
// far as can be seen without a proof. A promise is mostly a rule said twice, and
// there are many: what can be seen need not be asked of the solver.
func implies(a, b *questionnaire.Condition) bool {
	switch {
	case b == nil || a == b:
		return true
	case a == nil:
		return false
	}
	from := func(part *questionnaire.Condition) bool { return implies(part, b) }
	to := func(part *questionnaire.Condition) bool { return implies(a, part) }
	switch {
	case b.Op == questionnaire.All && !slices.ContainsFunc(b.Parts, func(part *questionnaire.Condition) bool { return !to(part) }),
		b.Op == questionnaire.Any && slices.ContainsFunc(b.Parts, to),
		a.Op == questionnaire.All && slices.ContainsFunc(a.Parts, from),
		a.Op == questionnaire.Any && !slices.ContainsFunc(a.Parts, func(part *questionnaire.Condition) bool { return !from(part) }),
		a.Op == questionnaire.Atom && b.Op == questionnaire.Atom && narrower(a.Atom, b.Atom):
		return true
	case a.Op == questionnaire.Not && b.Op == questionnaire.Not:
		return same(a.Parts[0], b.Parts[0])
	}
	return false
}

// narrower reports that whatever counts for one test counts for the other.
func narrower(a, b *questionnaire.Test) bool {
	within := func(a, b []bool) bool {
		for i := range a {
			if a[i] && !b[i] {
				return false
			}
		}
		return true
	}
	return a.Question == b.Question && a.AtLeast >= b.AtLeast && within(a.Want, b.Want) &&
		(b.WantState == nil || a.WantState != nil && within(a.WantState, b.WantState)) &&
		within([]bool{a.WantNotSure, a.WantPreferNotToSay, a.WantNone, a.WantUnlisted},
			[]bool{b.WantNotSure, b.WantPreferNotToSay, b.WantNone, b.WantUnlisted})
}

// same reports that two conditions are written alike.
func same(a, b *questionnaire.Condition) bool {
	if a.Op != b.Op || len(a.Parts) != len(b.Parts) {
		return false
	}
	if a.Op == questionnaire.Atom {
		return narrower(a.Atom, b.Atom) && narrower(b.Atom, a.Atom)
	}
	return slices.EqualFunc(a.Parts, b.Parts, same)
}
