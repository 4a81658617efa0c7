package workshop

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Wish is what the facilitator wants: which vignettes there are to choose from, and
// how they are told. Its zero value wishes for nothing.
type Wish struct {
	Topic      string // id; "" for any
	Tenderness int    // the ceiling of all that is listed and told; 0: a plan's own, else any
	Minutes    int    // at most; 0 for any
	Whole      bool   // told the whole way, with every answer and every conversation
	Start      Clock  // when a plan begins, for the times of its parts
}

// allows reports whether a vignette is under the ceiling.
func (w Wish) allows(v *questionnaire.Scenario) bool {
	return w.Tenderness == 0 || Tenderness(v) <= w.Tenderness
}

// Choose lists the vignettes of a wish, gentle ones first.
func Choose(q *questionnaire.Questionnaire, w Wish) []*questionnaire.Scenario {
	var all []*questionnaire.Scenario
	for _, v := range q.Vignettes() {
		if w.Topic != "" && !slices.ContainsFunc(Topics(q, v), func(t *questionnaire.Topic) bool { return t.ID == w.Topic }) ||
			!w.allows(v) || w.Minutes > 0 && Minutes(q, v, w.Whole) > w.Minutes {
			continue
		}
		all = append(all, v)
	}
	slices.SortStableFunc(all, func(a, b *questionnaire.Scenario) int { return Tenderness(a) - Tenderness(b) })
	return all
}

// mostTender is what a vignette counts as that says nothing of it.
const mostTender = 3

// Tenderness is 1 gentle to 3 tender. What nobody has judged counts as tender:
// unknown is never gentler than known.
func Tenderness(v *questionnaire.Scenario) int {
	if v.Tenderness == 0 {
		return mostTender
	}
	return v.Tenderness
}

// Topics are what a vignette is about: where the rules stand that are certain
// for her.
func Topics(q *questionnaire.Questionnaire, v *questionnaire.Scenario) []*questionnaire.Topic {
	certain := make([]bool, len(q.Rules))
	for _, n := range PlanOf(q, v).Needs {
		certain[n.Rule.Index] = certain[n.Rule.Index] || n.Certain
	}
	return slices.DeleteFunc(slices.Clone(q.Topics), func(t *questionnaire.Topic) bool {
		return !slices.ContainsFunc(t.Rules, func(r *questionnaire.Rule) bool { return r.When != nil && certain[r.Index] })
	})
}

// secondsFor is how long a group takes for a step, as far as anybody can say;
// our own guess, to be tried with real groups.
var secondsFor = map[Kind]int{
	Story: 15, Ask: 60, Asked: 15, Unseen: 10, Answer: 5, Interrupt: 20, Later: 10, Vote: 60, Result: 30, Guess: 60,
	Who: 5, Why: 10, Say: 8, First: 20, Rest: 20, Perhaps: 10, Titles: 10, Read: 8, Discuss: 60, Point: 15,
}

// Minutes is about how long a group takes for a vignette.
func Minutes(q *questionnaire.Questionnaire, v *questionnaire.Scenario, whole bool) int {
	seconds := 0
	for _, s := range vignette(q, v, whole) {
		seconds += secondsFor[s.Kind]
	}
	return (seconds + 59) / 60
}
