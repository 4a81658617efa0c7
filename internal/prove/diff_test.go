package prove

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// TestDiffAgreesWithTryingEverybody on random pairs that ask the same: one with
// other rules.
func TestDiffAgreesWithTryingEverybody(t *testing.T) {
	changed := 0
	rapid.Check(t, func(t *rapid.T) {
		old := drawAll(t)
		if number(old) > mostPeople {
			return
		}
		new := otherRules(t, old)
		got, want := Diff(old, new), tryDiff(tryEverybody(old), tryEverybody(new))
		var effects []string
		for _, c := range got {
			effects = append(effects, c.Effect.String()+" "+c.Clinician+c.Education)
		}
		slices.Sort(effects)
		if !slices.Equal(effects, want) {
			t.Fatalf("the solver finds\n\t%s\nand trying everybody\n\t%s", strings.Join(effects, "\n\t"), strings.Join(want, "\n\t"))
		}
		changed += len(want)
	})
	if changed == 0 {
		t.Error("nothing ever changed")
	}
}

// otherRules is the questionnaire with its rules changed at random.
func otherRules(t *rapid.T, q *questionnaire.Questionnaire) *questionnaire.Questionnaire {
	with := *q
	with.Rules = nil
	for _, r := range q.Rules {
		changed := *r
		switch rapid.IntRange(0, 4).Draw(t, "change") {
		case 0:
			continue
		case 1:
			changed.When = rapid.SampledFrom(q.Rules).Draw(t, "when").When
		case 2:
			changed.Urgency = questionnaire.Urgency(rapid.IntRange(0, 3).Draw(t, "urgency"))
			changed.PossibleUrgency = min(changed.PossibleUrgency, changed.Urgency)
		case 3:
			other := rapid.SampledFrom(q.Rules).Draw(t, "talk to")
			changed.TalkTo, changed.Needs = other.TalkTo, other.Needs
		}
		changed.Index = len(with.Rules)
		with.Rules = append(with.Rules, &changed)
	}
	return &with
}

func tryDiff(old, new *everybody) []string {
	found := map[string]bool{}
	for i := range old.people {
		a, b := old.people[i].outcome, new.people[i].outcome
		for _, who := range old.q.Clinicians {
			x, y := a.With(who), b.With(who)
			for _, effect := range []Effect{Lost, Weaker, Stronger, Gained} {
				if (x != nil || y != nil) && effectOn(x, y, effect) == effect {
					found[effect.String()+" "+who.ID] = true
				}
			}
		}
		for _, id := range []string{"one", "two"} {
			has := func(o screening.Outcome) bool {
				return slices.ContainsFunc(o.Learn(), func(e *questionnaire.Education) bool { return e.ID == id })
			}
			switch {
			case has(a) && !has(b):
				found["lost "+id] = true
			case has(b) && !has(a):
				found["gained "+id] = true
			}
		}
	}
	var all []string
	for f := range found {
		all = append(all, f)
	}
	slices.Sort(all)
	return all
}

// TestNothingChanges when a questionnaire is compared with itself, and much does
// when everything is taken away.
func TestNothingChanges(t *testing.T) {
	if changes := Diff(maternal(t), maternal(t)); len(changes) > 0 {
		t.Errorf("%d changes, beginning with %v", len(changes), changes[0])
	}
}
