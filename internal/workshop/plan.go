package workshop

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// fits reports whether a vignette is gentle enough for a part of a plan.
func fits(v *questionnaire.Scenario, p *questionnaire.PlanStep) bool {
	return p.Tenderness == 0 || Tenderness(v) <= p.Tenderness
}

// pick puts a story into each slot of a plan that wants one: one that has a
// pair first, its pair where the same tenderness is wanted, and for the rest
// the most tender that fits. A story is told once; where there are too few, a
// slot stays without.
func pick(q *questionnaire.Questionnaire, slots []slot, first *questionnaire.Scenario) {
	left := Choose(q, Wish{})
	put := func(i int, v *questionnaire.Scenario) {
		slots[i].vignette = v
		left = slices.DeleteFunc(left, func(o *questionnaire.Scenario) bool { return o == v })
	}
	var open []int
	for i, s := range slots {
		if s.plan.Show == questionnaire.ShowVignette {
			open = append(open, i)
		}
	}
	if len(open) == 0 {
		return
	}
	if first == nil {
		first = begin(left, slots[open[0]].plan)
	}
	if first == nil {
		return
	}
	put(open[0], first)
	for _, v := range left {
		if first.PairsWith == nil || v.ID != first.PairsWith.ID { // by id: a translation holds copies
			continue
		}
		if i := placeOf(v, slots, open[1:]); i >= 0 {
			put(i, v)
		}
		break
	}
	for _, i := range open {
		if slots[i].vignette != nil {
			continue
		}
		var best *questionnaire.Scenario
		for _, v := range left {
			if fits(v, slots[i].plan) && (best == nil || Tenderness(v) > Tenderness(best)) {
				best = v
			}
		}
		if best != nil {
			put(i, best)
		}
	}
}

// begin is the story to open with: of those that fit one that has a pair.
func begin(all []*questionnaire.Scenario, p *questionnaire.PlanStep) *questionnaire.Scenario {
	var begin *questionnaire.Scenario
	for _, v := range all {
		if fits(v, p) && (begin == nil || v.PairsWith != nil && begin.PairsWith == nil) {
			begin = v
		}
	}
	return begin
}

// placeOf is the slot for a pair: where its tenderness is just what is wanted,
// else the first where it fits; -1 for none.
func placeOf(pair *questionnaire.Scenario, slots []slot, open []int) int {
	place := -1
	for _, i := range open {
		switch {
		case slots[i].plan.Tenderness == Tenderness(pair):
			return i
		case place < 0 && fits(pair, slots[i].plan):
			place = i
		}
	}
	return place
}
