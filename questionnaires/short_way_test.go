package questionnaires_test

import (
	"slices"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
)

// Whoever has little time or a baby on her arm answers few questions. The
// scenarios stand for the people who come: each is counted, as "askfirst test"
// counts it.
func TestTheWayIsShort(t *testing.T) {
	q := maternal(t)
	var results []scenario.Result
	times := map[string]int{}
	for _, s := range q.Scenarios {
		r := scenario.Run(q, s)
		results = append(results, r)
		for _, asked := range r.Asked {
			times[asked.ID]++
		}
	}
	way := scenario.Lengths(results)
	for _, limit := range []struct {
		what       string
		asked, max int
	}{
		{"shortest (" + way.ShortestID + ")", way.Shortest, 12},
		{"middle", way.Typical, 17},
		{"longest (" + way.LongestID + ")", way.Longest, 28},
	} {
		if limit.asked > limit.max {
			t.Errorf("the %s way has %d questions, and may have %d", limit.what, limit.asked, limit.max)
		}
	}
	if !t.Failed() {
		return
	}
	byTimes := slices.Clone(q.Questions)
	slices.SortStableFunc(byTimes, func(a, b *questionnaire.Question) int { return times[b.ID] - times[a.ID] })
	for _, question := range byTimes {
		t.Logf("%4d of %d are asked %q", times[question.ID], len(results), question.ID)
	}
}
