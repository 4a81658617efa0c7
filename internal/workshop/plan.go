package workshop

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

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
// tender for it, or there are more than it tells, or than one tender one.
func Refuses(q *questionnaire.Questionnaire, p *questionnaire.Plan, named []*questionnaire.Scenario, w Wish) bool {
	s := planned(q, p, w)
	return !s.place(named)
}

// place puts named stories into slots that may have them, in the order in which they
// were named if that can be.
func (s Session) place(named []*questionnaire.Scenario) bool {
	tender := 0
	for _, v := range named {
		if Tenderness(v) == mostTender {
			tender++
		}
	}
	return tender < 2 && s.placeIn(s.open(), named)
}

func (s Session) placeIn(open []int, named []*questionnaire.Scenario) bool {
	if len(named) == 0 {
		return true
	}
	for _, i := range open {
		if s.slots[i].vignette != nil || !s.may(i, named[0], true) {
			continue
		}
		s.slots[i].vignette = named[0]
		if s.placeIn(open, named[1:]) {
			return true
		}
		s.slots[i].vignette = nil
	}
	return false
}

// pick puts a story into each slot that wants one and has none yet: the pair of one
// that is there, else the most tender that may stand there, but gentle ones at
// both ends. A story is told once; where there are too few, a slot stays without.
func (s Session) pick() {
	left := Choose(s.q, Wish{})
	put := func(i int, v *questionnaire.Scenario) {
		s.slots[i].vignette = v
		left = slices.DeleteFunc(left, func(o *questionnaire.Scenario) bool { return o.ID == v.ID })
	}
	open := s.open()
	for _, i := range open {
		if v := s.slots[i].vignette; v != nil {
			put(i, v)
		}
	}
	for n, i := range open {
		if s.slots[i].vignette != nil {
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
	return slices.ContainsFunc(s.slots, func(slot slot) bool { return slot.vignette != nil })
}

// paired reports whether a story goes well with one that is told already.
func (s Session) paired(v *questionnaire.Scenario) bool {
	return slices.ContainsFunc(s.slots, func(slot slot) bool { return slot.vignette != nil && pairs(slot.vignette, v) })
}

// pairs works both ways; by id, because a translation holds copies.
func pairs(a, b *questionnaire.Scenario) bool {
	return a.PairsWith != nil && a.PairsWith.ID == b.ID || b.PairsWith != nil && b.PairsWith.ID == a.ID
}

func hasPair(q *questionnaire.Questionnaire, v *questionnaire.Scenario) bool {
	return slices.ContainsFunc(q.Vignettes(), func(o *questionnaire.Scenario) bool { return pairs(v, o) })
}
