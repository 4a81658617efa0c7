package questionnaires_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
)

// TestOneOfAKindHasWhatAllOfTheKindHave types each word that means several medicines. Who
// then does not know which of them it is must have every conversation, as surely and as
// soon, that she would have with whichever of them it is; and whatever she would have with
// one of them is possible at least, since a mood stabiliser may be lithium.
func TestOneOfAKindHasWhatAllOfTheKindHave(t *testing.T) {
	t.Parallel()
	q := maternal(t)
	index := finder.New(q.Formulary)
	medicines := q.Question("medicines")
	const everyNth = 20 // of the scenarios: they stand by topic, so that these are of all topics
	// tell gives the conversations of a person of the scenarios whose one medicine is this.
	type told struct{ scenario, medicine, state int }
	known := map[told]map[string]questionnaire.Urgency{}
	possible := map[told][]string{}
	tell := func(about told) map[string]questionnaire.Urgency {
		if all, is := known[about]; is {
			return all
		}
		s := screening.Start(q)
		for step := s.Next(); !step.Done(); step = s.Next() {
			if len(step.Interrupt) > 0 {
				s = s.Seen(step.Interrupt)
				continue
			}
			reply, _ := scenario.ReplyOf(q.Scenarios[about.scenario].Person, step.Question)
			if step.Question == medicines {
				reply, _ = medicines.ReplyTaken(questionnaire.Taken{Medicine: about.medicine, State: about.state})
			}
			s = s.Answer(step.Question, reply)
		}
		all := map[string]questionnaire.Urgency{}
		for _, c := range s.Outcome().Conversations {
			possible[about] = append(possible[about], c.Clinician.ID)
			for _, r := range c.Reasons {
				if is, has := all[c.Clinician.ID]; r.Certain && (!has || is < r.Urgency()) {
					all[c.Clinician.ID] = r.Urgency()
				}
			}
		}
		known[about] = all
		return all
	}
	for _, l := range language.All() {
		for _, k := range l.Names().Kinds {
			found := index.Settle(k.Words[0])
			if len(found) < 2 || !found[0].Kind {
				continue
			}
			unnamed := questionnaire.UnlistedMedicine
			if found[0].Unnamed != nil {
				unnamed = found[0].Unnamed.Index
			}
			lost := map[string]int{}
			for n := 0; n < len(q.Scenarios); n += everyNth {
				for state := range medicines.States {
					var common map[string]questionnaire.Urgency
					for _, m := range found {
						one := tell(told{n, m.Medicine.Index, state})
						if common == nil {
							common = maps.Clone(one)
						}
						maps.DeleteFunc(common, func(who string, u questionnaire.Urgency) bool {
							is, has := one[who]
							common[who] = min(u, is)
							return !has
						})
					}
					has := tell(told{n, unnamed, state})
					for _, m := range found {
						for _, who := range possible[told{n, m.Medicine.Index, state}] {
							if !slices.Contains(possible[told{n, unnamed, state}], who) {
								lost[fmt.Sprint(who, ", as with ", m.Medicine.Generic, ", ", medicines.States[state].ID)]++
							}
						}
					}
					for who, u := range common {
						if is, certain := has[who]; !certain || is < u {
							lost[fmt.Sprint(who, " ", u, " ", medicines.States[state].ID)]++
						}
					}
				}
			}
			for _, what := range slices.Sorted(maps.Keys(lost)) {
				t.Errorf("%s: %q loses %s (%d people)", l.Tag(), k.Words[0], what, lost[what])
			}
		}
	}
}
