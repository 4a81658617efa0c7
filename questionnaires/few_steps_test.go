package questionnaires_test

import (
	"slices"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
)

// Whoever is told of many conversations has none. Of everybody it is proved how many
// steps are the most (limits in questionnaire.yaml); this is about the people who come,
// for whom the scenarios stand: two steps in the middle, beside what can wait for the
// next visit, and five at most for whom nothing is so now.
func TestThePeopleWhoComeHaveFewSteps(t *testing.T) {
	q := maternal(t)
	var all []int
	for _, s := range q.Scenarios {
		steps, now := 0, false
		for _, step := range scenario.Run(q, s).Plan.Steps {
			if step.Urgency.AtLeast(questionnaire.BeforeDeciding) {
				steps++
			}
			now = now || step.Urgency == questionnaire.Now
		}
		all = append(all, steps)
		most := 5
		if now {
			most = 10
		}
		if steps > most {
			t.Errorf("%s has %d steps, and may have %d", s.ID, steps, most)
		}
	}
	slices.Sort(all)
	if middle := all[len(all)/2]; middle > 2 {
		t.Errorf("the person in the middle has %d steps, and may have 2", middle)
	}
}
