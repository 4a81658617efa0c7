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

// TestAPlanOfManyRulesCostsNoMoreAllocations, also where the fewest have to be
// searched for.
func TestAPlanOfManyRulesCostsNoMoreAllocations(t *testing.T) {
	rules := func(n int) string {
		var b strings.Builder
		b.WriteString(questions + "rules:\n")
		for i := range n {
			who := [...]string{"prescriber or pharmacist", "pharmacist or crisis-line", "crisis-line or prescriber"}[i%3]
			fmt.Fprintf(&b, "  - {id: rule-%d, when: {any: [{feelings: [sad, afraid]}, {medicines: heart-rhythm}]}, talk-to: [%s], urgency: today, reason: R}\n", i, who)
		}
		return b.String()
	}
	for _, answers := range []string{"feelings: sad; medicines: Zoloft/taking", "feelings: not-sure; medicines: none"} {
		cost := func(n int) float64 {
			s := said(t, screening.Start(read(t, rules(n))), answers)
			if p := s.Plan(nil); len(p.Needs) != n {
				t.Fatalf("%d of %d rules gave a need", len(p.Needs), n)
			}
			return testing.AllocsPerRun(20, func() { s.Plan(nil) })
		}
		if few, many := cost(3), cost(300); many > few {
			t.Errorf("%s: 300 rules cost %v allocations, 3 rules %v", answers, many, few)
		}
	}
}
