package prove

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// shape is a question as its atoms see it: what can be chosen is grouped into
// kinds that no atom can tell apart. There are hundreds of medicines and few
// ways in which they matter.
type shape struct {
	question *questionnaire.Question
	tests    []*questionnaire.Test // all that look at it, of those that count alike only one
	alike    map[*questionnaire.Test]*questionnaire.Test
	kinds    []kind
	families []family
}

// family is what can stand in a reply once: medicines in whatever state, of
// which only so many exist.
type family struct {
	kinds []int
	size  int
	spots []spot // made when needed
}

// kind is one group of what can be chosen.
type kind struct {
	answers   []int // places among the question's answers
	medicines []int // for a medicines question, with the states that count alike
	states    []int
	// counted is how many of the kind are worth telling apart: more of them
	// change no atom.
	counted int
}

func (k kind) unlisted() bool {
	return len(k.medicines) == 1 && k.medicines[0] == questionnaire.UnlistedMedicine
}

// shapes groups what can be said to each question by the conditions given. With
// merge, also the answers of questions that are answered from a list.
func shapes(q *questionnaire.Questionnaire, merge bool, conditions []*questionnaire.Condition) []shape {
	all := shapesLookedAt(q, merge, conditions)
	for i := range all {
		if len(all[i].tests) == 0 {
			all[i].group(q, merge)
		}
	}
	return all
}

// shapesLookedAt are those of the questions at which one of the conditions looks. Of
// the others nothing is said.
func shapesLookedAt(q *questionnaire.Questionnaire, merge bool, conditions []*questionnaire.Condition) []shape {
	all := make([]shape, len(q.Questions))
	for i, question := range q.Questions {
		all[i].question = question
	}
	first := map[string]*questionnaire.Test{}
	for _, c := range conditions {
		c.Atoms(func(atom *questionnaire.Condition) { all[atom.Atom.Question.Index].look(atom.Atom, first) })
	}
	for i := range all {
		if len(all[i].tests) > 0 {
			all[i].group(q, merge)
		}
	}
	return all
}

func (s *shape) group(q *questionnaire.Questionnaire, merge bool) {
	if s.question.TakesMedicines() {
		s.groupMedicines(len(q.Formulary.Medicines))
	} else {
		s.groupAnswers(merge)
	}
}

// look adds a test, if none counts as it does: first are those that are there.
func (s *shape) look(t *questionnaire.Test, first map[string]*questionnaire.Test) {
	if s.alike[t] != nil {
		return
	}
	key := []byte{byte(t.Question.Index), byte(t.Question.Index >> 8), byte(t.AtLeast), byte(t.AtLeast >> 8), byte(btoi(t.WantState == nil))}
	for _, counts := range [][]bool{{t.WantNotSure, t.WantPreferNotToSay, t.WantNone, t.WantUnlisted, couldBeMore(t)}, t.Want, t.WantState} {
		for _, is := range counts {
			key = append(key, byte(btoi(is)))
		}
	}
	if first[string(key)] == nil {
		first[string(key)] = t
		s.tests = append(s.tests, t)
	}
	if s.alike == nil {
		s.alike = map[*questionnaire.Test]*questionnaire.Test{}
	}
	s.alike[t] = first[string(key)]
}

// conditionsOf are all conditions that can change what somebody is asked, told or
// offered to read, whom she has, and those of the promises.
func conditionsOf(q *questionnaire.Questionnaire) []*questionnaire.Condition {
	var all []*questionnaire.Condition
	for _, x := range q.Questions {
		all = append(all, x.AskWhen)
	}
	for _, r := range q.Rules {
		all = append(all, r.When)
	}
	for _, who := range q.Clinicians {
		all = append(all, who.ExistsWhen)
	}
	for _, e := range q.Education {
		all = append(all, e.Concerns)
	}
	for _, p := range q.Promises {
		all = append(all, p.If)
	}
	return all
}

func (s *shape) groupAnswers(merge bool) {
	at := map[string]int{}
	for i, a := range s.question.Answers {
		k, seen := len(s.kinds), false
		if merge {
			key := fmt.Sprint(a.Exclusive, a.Unknown)
			for _, t := range s.tests {
				key += fmt.Sprint(btoi(t.Want[i]))
			}
			if k, seen = at[key]; !seen {
				k = len(s.kinds)
				at[key] = k
			}
		}
		if !seen {
			s.kinds = append(s.kinds, kind{})
		}
		s.kinds[k].answers = append(s.kinds[k].answers, i)
	}
	for i := range s.kinds {
		k := &s.kinds[i]
		k.counted = 1
		if s.question.TakesMany() {
			k.counted = min(s.worthCounting(*k), len(k.answers))
		}
	}
}

// groupMedicines makes a family of the medicines that every atom counts alike,
// and one of what is not listed; within it, a kind for each way in which their
// states count.
func (s *shape) groupMedicines(medicines int) {
	states := statesOf(s.question)
	families := map[string][]int{}
	var order []string
	key := make([]byte, len(s.tests))
	for m := range medicines {
		for i, t := range s.tests {
			key[i] = '0' + byte(such(t, m))
		}
		if families[string(key)] == nil {
			order = append(order, string(key))
		}
		families[string(key)] = append(families[string(key)], m)
	}
	groups := [][]int{{questionnaire.UnlistedMedicine}}
	for _, k := range order {
		groups = append(groups, families[k])
	}
	for _, members := range groups {
		f := family{size: len(members)}
		at := map[string]int{}
		for _, state := range states {
			key := waysToCount(s.tests, members[0], state)
			k, seen := at[key]
			if !seen {
				k = len(s.kinds)
				at[key] = k
				f.kinds = append(f.kinds, k)
				s.kinds = append(s.kinds, kind{medicines: members})
			}
			s.kinds[k].states = append(s.kinds[k].states, state)
		}
		for _, k := range f.kinds {
			s.kinds[k].counted = min(s.worthCounting(s.kinds[k]), len(members))
		}
		s.families = append(s.families, f)
	}
}

// statesOf are the states that a medicine can be in.
func statesOf(question *questionnaire.Question) []int {
	if len(question.States) == 0 {
		return []int{0}
	}
	var states []int
	for i := range question.States {
		states = append(states, i)
	}
	return append(states, questionnaire.UnsureState)
}

// waysToCount is what a medicine in a state is for each of the atoms.
func waysToCount(tests []*questionnaire.Test, medicine, state int) string {
	var ways strings.Builder
	for _, t := range tests {
		ways.WriteByte('0' + byte(taken(t, medicine, state)))
	}
	return ways.String()
}

// worthCounting is the highest number that any atom asks for of this kind.
func (s *shape) worthCounting(k kind) int {
	most := 1
	for _, t := range s.tests {
		if t.AtLeast > most && k.counts(t) != screening.No {
			most = t.AtLeast
		}
	}
	return most
}

// counts is what one of the kind is for an atom.
func (k kind) counts(t *questionnaire.Test) screening.Truth {
	if k.medicines != nil {
		return taken(t, k.medicines[0], k.states[0])
	}
	return truth(t.Want[k.answers[0]])
}

// taken says again, in this package's own words, what package screening says of
// one medicine: the two are held against each other by the tests.
func taken(t *questionnaire.Test, medicine, state int) screening.Truth {
	is := such(t, medicine)
	switch {
	case t.WantState == nil:
		return is
	case state == questionnaire.UnsureState:
		return min(is, screening.Unknown)
	}
	return min(is, truth(t.WantState[state]))
}

// such is what the name of a medicine is for an atom. What has no name may be any of those
// that are asked for (rule 1), and what has only that of its kind any of the kind.
func such(t *questionnaire.Test, medicine int) screening.Truth {
	if medicine == questionnaire.UnlistedMedicine {
		if !t.WantUnlisted && slices.Contains(t.Want, true) {
			return screening.Unknown
		}
		return truth(t.WantUnlisted)
	}
	if !t.Want[medicine] && t.May != nil && t.May[medicine] {
		return screening.Unknown
	}
	return truth(t.Want[medicine])
}

func truth(b bool) screening.Truth {
	if b {
		return screening.Yes
	}
	return screening.No
}
