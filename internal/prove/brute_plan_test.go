package prove

import (
	"fmt"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// What is proved of plans, by trying everybody: in every region, and for who did
// not say where she is. Whom she has, and the fewest who will do, are worked out
// here without the engine's plan.

// everywhere are all regions, and none.
func (e *everybody) everywhere() []*questionnaire.Region {
	return append([]*questionnaire.Region{nil}, e.q.Regions...)
}

// whoExists tells of each clinician and person whether there may be one for her,
// her region aside. The engine is asked by rules that are there for nothing else.
func (e *everybody) whoExists() [][]bool {
	if e.existing != nil {
		return e.existing
	}
	with := *e.q
	with.Rules = nil
	for i, who := range e.q.Clinicians {
		with.Rules = append(with.Rules, &questionnaire.Rule{ID: who.ID, When: who.ExistsWhen, TalkTo: []*questionnaire.Clinician{who}, Index: i})
	}
	e.existing = make([][]bool, len(e.q.Clinicians))
	for person := range e.people {
		state := screening.Start(&with)
		for j, question := range with.Questions {
			state = state.Answer(question, e.reply(person, j))
		}
		outcome := state.Outcome()
		for i, who := range e.q.Clinicians {
			e.existing[i] = append(e.existing[i], outcome.With(who) != nil)
		}
	}
	return e.existing
}

// there are those of a need whom somebody has in a region.
func (e *everybody) there(person int, anyOf []*questionnaire.Clinician, region *questionnaire.Region) []*questionnaire.Clinician {
	return slices.DeleteFunc(slices.Clone(anyOf), func(who *questionnaire.Clinician) bool {
		return !e.whoExists()[who.Index][person] || !hasLine(region, who)
	})
}

// nobodyThere finds the needs that leave somebody alone, those of the same people
// once, at the first rule that does.
func (e *everybody) nobodyThere() []string {
	var all []string
	seen := map[string]bool{}
	for i, r := range e.q.Rules {
		for _, n := range r.Needs {
			key := sortedNeed(n.String())
			if !seen[key] && e.any(func(p int) bool {
				return e.people[p].rules[i] != screening.No && slices.ContainsFunc(e.everywhere(), func(region *questionnaire.Region) bool { return len(e.there(p, n.AnyOf, region)) == 0 })
			}) {
				seen[key] = true
				all = append(all, fmt.Sprintf("%s nobody-there", n.At))
			}
		}
	}
	return all
}
