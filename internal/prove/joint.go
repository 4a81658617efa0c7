package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// pair is one person before two questionnaires. To a question that both ask in
// the same way she replies the same; to what only one of them asks or offers she
// may say anything. A medicine that only one list knows is an unlisted one to
// the other; she takes one such medicine at most.
type pair struct {
	f        *formula
	old, new *person
	// adds are inputs: she says what only the new questionnaire offers. Whether
	// she would cannot be known, so a loss never rests on it.
	adds []lit
}

func newPair(old, new *questionnaire.Questionnaire) *pair {
	f := newFormula()
	before, after := shapes(old, false, conditionsOf(old)), shapes(new, false, conditionsOf(new))
	for i := range after {
		if was := old.Question(after[i].question.ID); was != nil && sameForm(was, after[i].question) && was.Choose == questionnaire.Medicines {
			groupTogether(&before[was.Index], &after[i], old.Formulary, new.Formulary)
		}
	}
	p := &pair{f: f, old: newPerson(f, old, before), new: newPerson(f, new, after)}
	p.new.say = p.sayNew
	return p
}

// sameForm reports whether a reply to one question can be one to the other.
func sameForm(a, b *questionnaire.Question) bool {
	same := func(x, y *questionnaire.Answer) bool { return x.ID == y.ID && x.Exclusive == y.Exclusive }
	if a.Choose != b.Choose || !slices.EqualFunc(a.States, b.States, same) {
		return false
	}
	return !slices.ContainsFunc(a.Answers, func(x *questionnaire.Answer) bool {
		return slices.ContainsFunc(b.Answers, func(y *questionnaire.Answer) bool { return x.ID == y.ID && !same(x, y) })
	})
}

// sayNew is her reply to a question of the new questionnaire.
func (p *pair) sayNew(i int) reply {
	question := p.new.q.Questions[i]
	was := p.old.q.Question(question.ID)
	own := p.new.anything(i)
	if was == nil || !sameForm(was, question) {
		return *own
	}
	a := p.old.reply(was.Index)
	r := reply{shape: own.shape, open: a.open, unsure: a.unsure, doubts: no}
	var gone, added []lit // chosen, and not offered by the other
	if question.Choose == questionnaire.Medicines {
		r.chosen = a.chosen
	} else {
		at := func(of []*questionnaire.Answer, id string) int {
			return slices.IndexFunc(of, func(x *questionnaire.Answer) bool { return x.ID == id })
		}
		for k, answer := range was.Answers {
			if at(question.Answers, answer.ID) < 0 {
				gone = append(gone, p.f.and(a.open.not(), a.chosen[k][0]))
			}
		}
		for k, answer := range question.Answers {
			if j := at(was.Answers, answer.ID); j >= 0 {
				r.chosen = append(r.chosen, a.chosen[j])
				continue
			}
			r.chosen = append(r.chosen, slices.Repeat([]lit{no}, len(own.chosen[k])))
			added = append(added, p.f.and(own.open.not(), own.chosen[k][0]))
		}
	}
	same := p.f.and(p.old.isAsked(was.Index), p.f.or(gone...).not())
	if len(added) > 0 {
		adds := p.f.input()
		p.adds = append(p.adds, adds)
		same = p.f.and(same, p.f.and(adds, p.f.or(added...)).not())
	}
	r.open, r.unsure = p.f.choose(same, r.open, own.open), p.f.choose(same, r.unsure, own.unsure)
	r.declined, r.rest = p.f.and(r.open, r.unsure.not()), p.f.choose(same, a.rest, own.rest)
	for k := range r.chosen {
		chosen := slices.Clone(r.chosen[k])
		for n := range chosen {
			chosen[n] = p.f.choose(same, chosen[n], own.chosen[k][n])
		}
		r.chosen[k] = chosen
	}
	return r
}

// groupTogether groups medicines by what both questionnaires make of them, so
// that a kind is the same for both.
func groupTogether(a, b *shape, before, after *questionnaire.Formulary) {
	const unknown = questionnaire.UnlistedMedicine
	members := [][2]int{{unknown, unknown}}
	for i, m := range before.Medicines {
		other := unknown
		if same := after.ByGeneric(m.Generic); same != nil {
			other = same.Index
		}
		members = append(members, [2]int{i, other})
	}
	for i, m := range after.Medicines {
		if before.ByGeneric(m.Generic) == nil {
			members = append(members, [2]int{unknown, i})
		}
	}
	states := statesOf(a.question)
	key := func(m [2]int, state int) string {
		return waysToCount(a.tests, m[0], state) + "/" + waysToCount(b.tests, m[1], state)
	}
	a.kinds, a.families, b.kinds, b.families = nil, nil, nil, nil
	at := map[string]int{}
	var groups [][][2]int
	for _, m := range members {
		all := ""
		for side, i := range m {
			all += string('a' + rune(side)*2 + rune(btoi(i == unknown)))
		}
		for _, state := range states {
			all += key(m, state) + " "
		}
		if _, seen := at[all]; !seen {
			at[all] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[all]] = append(groups[at[all]], m)
	}
	for _, group := range groups {
		var old, new []int
		for _, m := range group {
			old, new = append(old, m[0]), append(new, m[1])
		}
		sizes := len(group)
		if old[0] == unknown || new[0] == unknown {
			old, new, sizes = old[:1], new[:1], 1
		}
		f := family{size: sizes}
		known := map[string]int{}
		for _, state := range states {
			id := key(group[0], state)
			k, seen := known[id]
			if !seen {
				k = len(a.kinds)
				known[id] = k
				f.kinds = append(f.kinds, k)
				a.kinds, b.kinds = append(a.kinds, kind{medicines: old}), append(b.kinds, kind{medicines: new})
			}
			a.kinds[k].states, b.kinds[k].states = append(a.kinds[k].states, state), append(b.kinds[k].states, state)
		}
		for _, k := range f.kinds {
			n := min(max(a.worthCounting(a.kinds[k]), b.worthCounting(b.kinds[k])), sizes)
			a.kinds[k].counted, b.kinds[k].counted = n, n
		}
		a.families, b.families = append(a.families, f), append(b.families, f)
	}
	a.oneUnlisted(b)
	b.oneUnlisted(a)
}

// oneUnlisted makes one family of all that either list does not know.
func (s *shape) oneUnlisted(other *shape) {
	joint := family{size: 1}
	var rest []family
	for _, f := range s.families {
		k := f.kinds[0]
		if s.kinds[k].unlisted() || other.kinds[k].unlisted() {
			joint.kinds = append(joint.kinds, f.kinds...)
		} else {
			rest = append(rest, f)
		}
	}
	s.families = append(rest, joint)
}
