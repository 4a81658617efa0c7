//go:build !race

package prove

// Nothing is stopped under the race detector (see cone.solve), and these riddles
// would keep it busy for ever.

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// crowded adds a promise that is kept and hard to prove: of seven people who
// each take one of six chairs, two take the same.
func crowded(topic string) string {
	const chairs = 6
	var questions, pairs, seated strings.Builder
	for p := range chairs + 1 {
		fmt.Fprintf(&questions, "- {id: p%d, ask: A, why: B, choose: one, answers: [", p)
		fmt.Fprintf(&seated, "p%d: [", p)
		for c := range chairs {
			fmt.Fprintf(&questions, "{id: c%d, label: L}, ", c)
			fmt.Fprintf(&seated, "c%d, ", c)
			for other := range p {
				fmt.Fprintf(&pairs, "{p%d: c%d, p%d: c%d}, ", other, c, p, c)
			}
		}
		questions.WriteString("]}\n")
		seated.WriteString("], ")
	}
	topic = strings.Replace(topic, "rules:\n", questions.String()+"rules:\n- {id: two, talk-to: midwife, urgency: today, reason: R, when: {any: ["+pairs.String()+"]}}\n", 1)
	topic = strings.ReplaceAll(topic, "- id: two\n", "- id: two-medicines\n")
	return topic + "- {id: two-share, if: {" + seated.String() + "}, then: {conversations: {midwife: today}}}\n"
}

// TestOneHardQueryDoesNotDrownTheOthers: what the budget does not suffice for is
// said, and a promise that is broken and a rule that never fires are found with it.
func TestOneHardQueryDoesNotDrownTheOthers(t *testing.T) {
	topic := strings.Replace(crowded(sound), "  urgency: today\n  reason: A young baby.", "  urgency: before-deciding\n  reason: A young baby.", 1)
	topic = strings.Replace(topic, "when: {signs: faint}", "when: {signs: [faint], not: {signs: faint}}", 1)
	q := plant(t, topic)
	found := func(most int) []string {
		c := newChecking(q)
		c.most = most
		c.sample()
		checkReach(c)
		checkPromises(c)
		var all []string
		for _, f := range c.findings {
			if f.Severity != questionnaire.Error {
				t.Errorf("no error: %v", f)
			}
			for _, id := range []string{"faint", "young-babies", "two-share"} {
				if strings.Contains(f.Message, id) {
					all = append(all, f.Check.ID()+" "+id)
				}
			}
		}
		slices.Sort(all)
		return all
	}
	others := []string{"never-fires faint", "promise young-babies"}
	if got := found(20); !slices.Equal(got, append(slices.Clone(others), "undecided two-share")) {
		t.Errorf("with a small budget: %q", got)
	}
	if got := found(conflictsPerQuery); !slices.Equal(got, others) {
		t.Errorf("with the usual budget: %q", got)
	}
}

// TestTheSolverStopsWhenTheBudgetIsSpent on a riddle that is too hard for it:
// eleven pigeons in ten holes.
func TestTheSolverStopsWhenTheBudgetIsSpent(t *testing.T) {
	f := newFormula()
	p := newProver(f)
	const holes = 10
	var rules []lit
	in := make([][]lit, holes+1)
	for i := range in {
		for range holes {
			in[i] = append(in[i], f.input())
		}
		rules = append(rules, f.or(in[i]...))
	}
	for hole := range holes {
		for i := range in {
			for j := range i {
				rules = append(rules, f.and(in[i][hole], in[j][hole]).not())
			}
		}
	}
	if _, result, spent := p.within(1000, rules); result != undecided || spent != 1000 {
		t.Errorf("result %d after %d", result, spent)
	}
}
