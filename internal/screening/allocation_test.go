package screening_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/screening"
)

// manyRules asks in each rule about everything that makes an outcome keep parts
// of replies: two atoms about one question, answers with others between them,
// medicines in states, and "not sure".
func manyRules(n int) string {
	var b strings.Builder
	b.WriteString(questions + "rules:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - {id: rule-%d, when: {any: [{feelings: [sad, afraid]}, {feelings: wired}, {medicines: {of: [mood], state: [taking]}}, {medicines: heart-rhythm}, {feeding: none}]}, talk-to: [prescriber, pharmacist], urgency: today, reason: R}\n", i)
	}
	return b.String()
}

func TestAnOutcomeOfManyRulesCostsNoMoreAllocations(t *testing.T) {
	for _, answers := range []string{
		"feelings: sad wired afraid; medicines: Zoloft/taking citalopram/stopped; feeding: none",
		"feelings: sad afraid; medicines: citalopram/taking lithium/taking; feeding: not-sure",
	} {
		cost := func(rules int) float64 {
			s := said(t, screening.Start(read(t, manyRules(rules))), answers)
			if o := s.Outcome(); len(o.Conversations) != 2 || len(o.Conversations[1].Reasons) != rules {
				t.Fatalf("not every rule gave a reason: %s", plain(o))
			}
			return testing.AllocsPerRun(20, func() { s.Outcome() })
		}
		if few, many := cost(3), cost(300); many > few {
			t.Errorf("%s: 300 rules cost %v allocations, 3 rules %v", answers, many, few)
		}
	}
}
