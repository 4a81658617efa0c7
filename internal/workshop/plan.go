package workshop

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Stories are told in one part of a plan: one, or two between which small groups choose.
// The gentler is told last.
type Stories []*questionnaire.Scenario

// inOnePart is how many there can be.
const inOnePart = 2

// ordered are the same, the more tender first: a room ends on the gentler one.
func (s Stories) ordered() Stories {
	sorted := slices.Clone(s)
	slices.SortStableFunc(sorted, func(a, b *questionnaire.Scenario) int { return Tenderness(b) - Tenderness(a) })
	return sorted
}

// has reports whether a story is among them; by id, because a translation holds copies.
func (s Stories) has(v *questionnaire.Scenario) bool {
	return slices.ContainsFunc(s, func(o *questionnaire.Scenario) bool { return o.ID == v.ID })
}

// fits reports whether a vignette is gentle enough for a part of a plan.
func fits(v *questionnaire.Scenario, p *questionnaire.PlanStep) bool {
	return p.Tenderness == 0 || Tenderness(v) <= p.Tenderness
}

// open are the slots of a plan that want a story, by their numbers.
func (s Session) open() []int {
	var open []int
	for i, slot := range s.slots {
		if slot.plan != nil && slot.plan.Show == questionnaire.ShowVignette {
			open = append(open, i)
		}
	}
	return open
}

// may reports whether a story may stand in a slot. No group goes home from a
// tender story or an emergency, so the last one is gentle. Only one that the
// facilitator named may be more tender than its part of the plan wants, and only
// between two others: a group neither begins with it nor ends on it.
func (s Session) may(i int, v *questionnaire.Scenario, named bool) bool {
	if !s.wish.allows(v) {
		return false
	}
	if s.slots[i].plan == nil {
		return true
	}
	open := s.open()
	first, last := open[0], open[len(open)-1]
	if i == last && (Tenderness(v) > 1 || Interrupts(s.q, v)) {
		return false
	}
	return fits(v, s.slots[i].plan) || named && i != first && i != last
}

// Refuses reports whether a plan has no place for these stories together: one is too
// tender for it, or there are more than it tells, or than one tender one. So it is of one
// that is named twice, and of more than two for one part.
func Refuses(q *questionnaire.Questionnaire, p *questionnaire.Plan, named []Stories, w Wish) bool {
	s := planned(q, p, w)
	return !s.place(named)
}

// place puts named stories into slots that may have them, in the order in which they
// were named if that can be.
func (s Session) place(named []Stories) bool {
	tender := 0
	var known Stories
	for _, some := range named {
		if len(some) == 0 || len(some) > inOnePart {
			return false
		}
		for _, v := range some {
			if known.has(v) {
				return false
			}
			known = append(known, v)
			if Tenderness(v) == mostTender {
				tender++
			}
		}
	}
	return tender < 2 && s.placeIn(s.open(), named)
}

func (s Session) placeIn(open []int, named []Stories) bool {
	if len(named) == 0 {
		return true
	}
	for _, i := range open {
		if s.slots[i].stories != nil || slices.ContainsFunc(named[0], func(v *questionnaire.Scenario) bool { return !s.may(i, v, true) }) {
			continue
		}
		s.slots[i].stories = named[0].ordered()
		if s.placeIn(open, named[1:]) {
			return true
		}
		s.slots[i].stories = nil
	}
	return false
}

// Reordered reports whether stories were named in another order than that in which the
// rules allow to tell them.
func (s Session) Reordered() bool { return s.reordered }

func (s Session) anotherOrder(named []Stories) bool {
	at := -1
	for _, some := range named {
		now := slices.IndexFunc(s.slots, func(slot slot) bool { return slot.stories.has(some[0]) })
		if now < at {
			return true
		}
		at = now
	}
	return false
}

// pick puts a story into each slot that wants one and has none yet: the pair of one
// that is there, else the most tender that may stand there, but gentle ones at
// both ends. A story is told once; where there are too few, a slot stays without.
func (s Session) pick() {
	left := Choose(s.q, Wish{})
	put := func(i int, v *questionnaire.Scenario) {
		if !s.slots[i].stories.has(v) {
			s.slots[i].stories = append(s.slots[i].stories, v)
		}
		left = slices.DeleteFunc(left, func(o *questionnaire.Scenario) bool { return o.ID == v.ID })
	}
	open := s.open()
	for _, i := range open {
		for _, v := range s.slots[i].stories {
			put(i, v)
		}
	}
	for n, i := range open {
		if s.slots[i].stories != nil {
			continue
		}
		var best *questionnaire.Scenario
		for _, v := range left {
			if s.may(i, v, false) && (best == nil || s.better(v, best, n == 0 || n == len(open)-1)) {
				best = v
			}
		}
		if best != nil {
			put(i, best)
		}
	}
}

// better tells which of two stories suits a slot better.
func (s Session) better(a, b *questionnaire.Scenario, gentle bool) bool {
	if x, y := Tenderness(a), Tenderness(b); x != y {
		return x < y == gentle
	}
	if x, y := s.paired(a), s.paired(b); x != y {
		return x
	}
	// Where nothing is told yet, one that has a pair begins.
	return !s.tells() && hasPair(s.q, a) && !hasPair(s.q, b)
}

func (s Session) tells() bool {
	return slices.ContainsFunc(s.slots, func(slot slot) bool { return slot.stories != nil })
}

// paired reports whether a story goes well with one that is told already.
func (s Session) paired(v *questionnaire.Scenario) bool {
	return slices.ContainsFunc(s.slots, func(slot slot) bool {
		return slices.ContainsFunc(slot.stories, func(o *questionnaire.Scenario) bool { return pairs(o, v) })
	})
}

// pairs works both ways; by id, because a translation holds copies.
func pairs(a, b *questionnaire.Scenario) bool {
	return a.PairsWith != nil && a.PairsWith.ID == b.ID || b.PairsWith != nil && b.PairsWith.ID == a.ID
}

func hasPair(q *questionnaire.Questionnaire, v *questionnaire.Scenario) bool {
	return slices.ContainsFunc(q.Vignettes(), func(o *questionnaire.Scenario) bool { return pairs(v, o) })
}
