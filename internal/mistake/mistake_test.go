package mistake_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/mistake"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/questionnaires"
)

func maternal(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil || q == nil {
		t.Fatal(err, findings)
	}
	return q
}

// TestEachMistakeIsOneAndLeavesTheOriginalAlone: every kind is made, each has a
// name of its own, changes what it should and nothing in the questionnaire that it
// was made from.
func TestEachMistakeIsOneAndLeavesTheOriginalAlone(t *testing.T) {
	q, untouched := maternal(t), maternal(t)
	made := map[mistake.Kind]int{}
	seen := map[string]bool{}
	for i, m := range mistake.All(q) {
		if seen[m.ID] {
			t.Errorf("two mistakes are called %q", m.ID)
		}
		seen[m.ID] = true
		if made[m.Kind]++; made[m.Kind] > 3 && i%50 != 0 {
			continue // to compare is slow
		}
		wrong := m.In(q)
		if reflect.DeepEqual(wrong, q) {
			t.Errorf("%s changes nothing", m.ID)
		}
		for at, r := range wrong.Rules {
			if r.Index != at {
				t.Errorf("%s: rule %s stands in place %d and says %d", m.ID, r.ID, at, r.Index)
			}
		}
	}
	if !reflect.DeepEqual(q, untouched) {
		t.Error("the questionnaire itself was changed")
	}
	for _, kind := range mistake.Kinds() {
		if made[kind] == 0 {
			t.Errorf("no mistake is a %s", kind)
		}
	}
}

// TestASlipInANameReachesAllThatUseIt: a condition with a name is written once.
func TestASlipInANameReachesAllThatUseIt(t *testing.T) {
	q := maternal(t)
	all := mistake.All(q)
	i := slices.IndexFunc(all, func(m mistake.Mistake) bool { return m.ID == "condition gives-milk, condition without pumping-only" })
	if i < 0 {
		t.Fatal("no such mistake")
	}
	wrong := all[i].In(q)
	pumps := func(c *questionnaire.Condition) (found bool) {
		c.Atoms(func(atom *questionnaire.Condition) { found = found || slices.Contains(atom.Atom.Of, "pumping-only") })
		return found
	}
	for _, id := range []string{"milk-taking", "milk-vulnerable-taking"} {
		if !pumps(q.Rule(id).When) || pumps(wrong.Rule(id).When) {
			t.Errorf("rule %s does not follow the condition that it names", id)
		}
	}
	if !pumps(wrong.Rule("milk").When) {
		t.Error("rule milk, which writes its answers out, changed with the name")
	}
}
