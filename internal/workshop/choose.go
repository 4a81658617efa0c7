package workshop

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Wish narrows the choice of vignettes. Its zero value wishes for nothing.
type Wish struct {
	Topic      string // id; "" for any
	Tenderness int    // at most; 0 for any
	Minutes    int    // at most; 0 for any
}

// Choose lists the vignettes of a wish, gentle ones first.
func Choose(q *questionnaire.Questionnaire, w Wish) []*questionnaire.Scenario {
	var all []*questionnaire.Scenario
	for _, v := range q.Vignettes() {
		if w.Topic != "" && !slices.ContainsFunc(Topics(q, v), func(t *questionnaire.Topic) bool { return t.ID == w.Topic }) ||
			w.Tenderness > 0 && Tenderness(v) > w.Tenderness || w.Minutes > 0 && Minutes(q, v) > w.Minutes {
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
	Story: 15, Ask: 60, Answer: 5, Interrupt: 20, Guess: 60, Who: 5, Why: 10, Say: 8,
	Perhaps: 10, Titles: 10, Read: 8, Discuss: 60, Point: 15,
}

// Minutes is about how long a group takes for a vignette.
func Minutes(q *questionnaire.Questionnaire, v *questionnaire.Scenario) int {
	seconds := 0
	for _, s := range vignette(q, v) {
		seconds += secondsFor[s.Kind]
	}
	return (seconds + 59) / 60
}
