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
	changed := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		old := drawAll(t)
		if number(old) > mostPeople {
			return
		}
		new := otherRules(t, old)
		got, want := Diff(old, new), tryDiff(tryEverybody(old), tryEverybody(new))
		var effects []string
		for _, c := range got {
			effects = append(effects, c.Effect.String()+" "+c.Clinician+c.Need+c.Interrupt+c.Question+c.Education)
		}
		slices.Sort(effects)
		agree(t, effects, want)
		for _, effect := range want {
			kind, _, _ := strings.Cut(effect, " ")
			changed[kind]++
		}
		for _, c := range got {
			if c.Education != "" {
				changed["text "+c.Effect.String()]++
			}
		}
		changed["interrupt"] += btoi(slices.ContainsFunc(got, func(c Change) bool { return c.Interrupt != "" }))
	})
	met(t, changed, "lost", "weaker", "wider", "stronger", "narrower", "gained", "interrupt", "text lost", "text gained")
}

// otherRules is the questionnaire with its rules changed at random.
func otherRules(t *rapid.T, q *questionnaire.Questionnaire) *questionnaire.Questionnaire {
	with := *q
	with.Rules, with.Education = nil, nil
	texts := map[*questionnaire.Education]*questionnaire.Education{}
	for _, e := range q.Education {
		text := *e
		if rapid.IntRange(0, 2).Draw(t, "concerns others") == 0 {
			drawConcerns(t, q, []*questionnaire.Education{&text})
		}
		texts[e] = &text
		with.Education = append(with.Education, &text)
	}
	for _, r := range q.Rules {
		changed := *r
		changed.Learn = nil
		for _, e := range r.Learn {
			changed.Learn = append(changed.Learn, texts[e])
		}
		switch rapid.IntRange(0, 6).Draw(t, "change") {
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
		case 4:
			changed.Interrupt = !r.Interrupt
		case 5: // one more will do, or one of those who did does not
			n := slices.Clone(r.Needs)
			anyOf := slices.Clone(n[0].AnyOf)
			if who := rapid.SampledFrom(q.Clinicians).Draw(t, "who"); !slices.Contains(anyOf, who) {
				anyOf = append(anyOf, who)
			} else if len(anyOf) > 1 {
				anyOf = anyOf[:len(anyOf)-1]
			}
			n[0].AnyOf = anyOf
			changed.Needs = n
		}
		changed.Index = len(with.Rules)
		with.Rules = append(with.Rules, &changed)
	}
	return &with
}

// tryNeed is how soon a person has a need that only these can meet.
func tryNeed(e *everybody, person int, set []*questionnaire.Clinician) had {
	return had{e.soonest(person, set, screening.Unknown), e.soonest(person, set, screening.Yes)}
}

func tryDiff(old, new *everybody) []string {
	found := map[string]bool{}
	setsOf := func(q *questionnaire.Questionnaire) (sets [][]*questionnaire.Clinician) { // in the order of the clinicians
		for _, r := range q.Rules {
			for _, n := range r.Needs {
				set := slices.Clone(n.AnyOf)
				slices.SortFunc(set, func(a, b *questionnaire.Clinician) int { return a.Index - b.Index })
				sets = append(sets, set)
			}
		}
		return sets
	}
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
		shown := func(e *everybody) map[string]bool {
			ids := map[string]bool{}
			for _, r := range e.q.Rules {
				if r.Interrupt && e.people[i].rules[r.Index] == screening.Yes {
					ids[r.ID] = true
				}
			}
			return ids
		}
		for id := range shown(old) {
			if !shown(new)[id] {
				found["lost "+id] = true
			}
		}
		for id := range shown(new) {
			if !shown(old)[id] {
				found["gained "+id] = true
			}
		}
		told := func(set []*questionnaire.Clinician, than, is Effect) bool {
			return slices.ContainsFunc(set, func(who *questionnaire.Clinician) bool {
				x, y := a.With(who), b.With(who)
				return (x != nil || y != nil) && (effectOn(x, y, than) == than || effectOn(x, y, is) == is)
			})
		}
		for _, set := range setsOf(old.q) {
			if tryNeed(old, i, set).above(tryNeed(new, i, set)) && !told(set, Lost, Weaker) {
				found["wider "+questionnaire.Need{AnyOf: set}.String()] = true
			}
		}
		for _, set := range setsOf(new.q) {
			if tryNeed(new, i, set).above(tryNeed(old, i, set)) && !told(set, Gained, Stronger) {
				found["narrower "+questionnaire.Need{AnyOf: set}.String()] = true
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
