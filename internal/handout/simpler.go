package handout

import (
	"slices"

	sort "github.com/ask-first/askfirst/internal/order"
)

// Conditions name one another, and what was written in three places says the same
// thing three times once it stands on paper, or something that cannot be so. A reader
// would check it all. What follows from what she has just read is left out here.

// simpler is the statement without what the rest of it decides.
func (s statement) simpler() statement { return s.given(nil).absorbed() }

// given is what is left of a statement for somebody of whom these things are so.
func (s statement) given(facts []*picked) statement {
	if s.leaf != nil {
		for _, f := range facts {
			switch {
			case implies(f, s.leaf):
				return always
			case excludes(f, s.leaf):
				return never
			}
		}
		return statement{leaf: s.leaf.beside(facts)}
	}
	// Beside parts that must all be so each is, for the others; beside alternatives
	// it is not, or there would be no need of the others.
	facts = slices.Clone(facts)
	parts := slices.Clone(s.parts)
	sort.Stable(parts, func(a, b *statement) int { return order(*a) - order(*b) })
	for i, part := range parts {
		parts[i] = part.given(facts)
		if now := parts[i]; now.leaf != nil {
			if !s.all {
				now = now.opposite()
			}
			facts = append(facts, now.leaf)
		}
	}
	return join(s.all, parts, func(part statement) statement { return part })
}

// beside is the statement without "not sure" and "prefer not to say" where it cannot
// be that she said so, as one of the facts is about the same question.
func (p *picked) beside(facts []*picked) *picked {
	left := *p
	for _, f := range facts {
		if f.question != p.question || p.test != nil || f.test != nil {
			continue
		}
		if !f.notSure {
			left.notSure = p.none
		}
		if !f.declined {
			left.declined = p.none
		}
	}
	return &left
}

// order puts the parts that say one thing first.
func order(s statement) int {
	if s.leaf != nil {
		return 0
	}
	return 1
}

// absorbed is the statement without parts that others make needless: of "A, or A and
// B" A is left, and so it is of "A, and A or B".
func (s statement) absorbed() statement {
	if s.leaf != nil {
		return s
	}
	var parts []statement
	for _, part := range s.parts {
		parts = append(parts, part.absorbed())
	}
	needless := make([]bool, len(parts))
	for i, part := range parts {
		for j, other := range parts {
			if i != j && !needless[j] && !needless[i] {
				needless[i] = within(s.all, other, part)
			}
		}
	}
	left := statement{all: s.all}
	for i, part := range parts {
		if !needless[i] {
			left.add(part)
		}
	}
	if len(parts) == 0 {
		return s
	}
	return left.single()
}

// within reports whether all that one part joins stands in another too.
func within(all bool, one, other statement) bool {
	inner := func(s statement) []statement {
		if s.leaf == nil && s.all != all {
			return s.parts
		}
		return []statement{s}
	}
	has := inner(other)
	for _, part := range inner(one) {
		if !slices.ContainsFunc(has, part.equal) {
			return false
		}
	}
	return len(inner(one)) > 0
}

// implies reports whether whoever one statement is true of, the other is too.
// Medicines, and what is counted, are left to the reader.
func implies(a, b *picked) bool {
	if a.question != b.question || a.test != nil || b.test != nil {
		return false
	}
	if a.notSure && !b.notSure || a.declined && !b.declined || a.none && !b.none {
		return false // somebody who leaves it open, or is not asked
	}
	for i := range a.of {
		x, y := a.of[i], b.of[i]
		switch {
		case !a.none && !b.none && x && !y, a.none && b.none && y && !x:
			return false
		case !a.none && b.none && (!a.question.TakesOne() || x && y):
			return false // others can be chosen beside it
		case a.none && !b.none && !x && !y:
			return false
		}
	}
	return true
}

// excludes reports whether one of the two statements at most can be true of anybody.
func excludes(a, b *picked) bool {
	return implies(a, statement{leaf: b}.opposite().leaf)
}
