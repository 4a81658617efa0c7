package prove

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// TestLossesByRuleAgreeWithTryingEverybody on random pairs that ask the same.
func TestLossesByRuleAgreeWithTryingEverybody(t *testing.T) {
	found := map[Effect]int{}
	rapid.Check(t, func(t *rapid.T) {
		old := drawAll(t)
		if number(old) > mostPeople {
			return
		}
		new := otherRules(t, old)
		var got []string
		for _, c := range ByRule(old, new) {
			got = append(got, c.Effect.String()+" "+c.Rule+" "+c.Need)
			found[c.Effect]++
		}
		slices.Sort(got)
		agree(t, slices.Compact(got), tryByRule(tryEverybody(old), tryEverybody(new)))
	})
	met(t, found, Lost, Weaker, Wider)
}

func tryByRule(old, new *everybody) []string {
	found := map[string]bool{}
	for i, p := range old.people {
		for _, r := range old.q.Rules {
			if p.rules[r.Index] != screening.Yes {
				continue
			}
			for _, n := range r.Needs {
				keeps := func(h had) bool { return h.certain > never && h.soon >= int(r.Urgency) }
				among, alone := tryNaming(new, i, n.AnyOf), tryNeed(new, i, n.AnyOf)
				effect := Gained
				switch {
				case among.soon == never:
					effect = Lost
				case !keeps(among):
					effect = Weaker
				case !keeps(alone):
					effect = Wider
				}
				if effect != Gained {
					found[effect.String()+" "+r.ID+" "+n.String()] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// tryNaming is how soon a person has a need that names any of these.
func tryNaming(e *everybody, person int, who []*questionnaire.Clinician) had {
	h := had{never, never}
	for i, r := range e.q.Rules {
		truth := e.people[person].rules[i]
		names := slices.ContainsFunc(r.Needs, func(n questionnaire.Need) bool {
			return slices.ContainsFunc(n.AnyOf, func(c *questionnaire.Clinician) bool { return slices.Contains(who, c) })
		})
		switch {
		case !names:
		case truth == screening.Yes:
			h.soon, h.certain = max(h.soon, int(r.Urgency)), max(h.certain, int(r.Urgency))
		case truth == screening.Unknown:
			h.soon = max(h.soon, int(r.PossibleUrgency))
		}
	}
	return h
}
