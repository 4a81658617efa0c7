package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// pair is one person before two questionnaires. To a question that both ask she
// replies the same, as far as both can take that reply; to what only one of them
// asks or offers she may say anything. A medicine that only one list knows is an
// unlisted one to the other; she takes one such medicine at most.
type pair struct {
	f        *formula
	old, new *person
	names    names
	// adds are inputs: she says what only the new questionnaire offers. Whether
	// she would cannot be known, so a loss never rests on it.
	adds []lit
}

func newPair(old, new *questionnaire.Questionnaire, called names) *pair {
	f := newFormula()
	p := &pair{f: f, names: called}
	before, after := shapes(old, false, conditionsOf(old)), shapes(new, false, conditionsOf(new))
	for i := range after {
		if was := p.was(old, after[i].question); was != nil && was.TakesMedicines() {
			groupTogether(&before[was.Index], &after[i], old.Formulary, new.Formulary)
		}
	}
	p.old, p.new = newPerson(f, old, before), newPerson(f, new, after)
	p.new.say = p.sayNew
	return p
}

// was is the old form of a question of the new questionnaire, if a reply to the one
// can be a reply to the other.
func (p *pair) was(old *questionnaire.Questionnaire, question *questionnaire.Question) *questionnaire.Question {
	was := old.Question(p.names.oldID("question", question.ID))
	if was == nil || !p.names.comparable(was, question) {
		return nil
	}
	return was
}

// comparable reports whether a reply to one question can be one to the other: both
// take names of medicines, in the same states, or neither does.
func (n names) comparable(was, is *questionnaire.Question) bool {
	medicines := was.TakesMedicines()
	return medicines == (is.TakesMedicines()) && slices.EqualFunc(was.States, is.States, func(a, b *questionnaire.Answer) bool {
		return n.newPart(was.ID, "state", a.ID) == b.ID
	})
}

// sayNew is her reply to a question of the new questionnaire.
func (p *pair) sayNew(i int) reply {
	question := p.new.q.Questions[i]
	was := p.was(p.old.q, question)
	own := p.new.anything(i)
	if p.names.touches(was, question) && !question.TakesMedicines() {
		return p.sayMoved(i, was, own)
	}
	if was == nil {
		return *own
	}
	a := p.old.reply(was.Index)
	r := reply{shape: own.shape, open: a.open, unsure: a.unsure, declined: a.declined, rest: a.rest, doubts: no}
	var gone, added []lit // chosen, and not offered by the other
	if question.TakesMedicines() {
		r.chosen = a.chosen
	} else {
		r.chosen, gone, added = p.carry(a, own, was, question)
		p.dropWhatStandsAlone(r.chosen, a.rest, question, func(answer *questionnaire.Answer) bool { return !p.stoodAlone(was, answer) })
	}
	same := p.f.and(p.f.or(gone...).not(), p.f.or(a.open, p.canBeSaid(r.chosen, a.rest, was, question)))
	if asked := p.old.isAsked(was.Index); asked != p.new.isAsked(i) {
		// Else whoever is asked it now was asked it before, and nobody looks at
		// what is said to a question that is not asked. What did not change then
		// comes to the same gates, and there is nothing to prove of it.
		same = p.f.and(asked, same)
	}
	return p.unlessNew(same, added, r, own)
}

// unlessNew is one reply where it can be given and she says nothing that only the
// new questionnaire offers, and else another.
func (p *pair) unlessNew(same lit, added []lit, r reply, own *reply) reply {
	if len(added) > 0 {
		adds := p.f.input()
		p.adds = append(p.adds, adds)
		same = p.f.and(same, p.f.and(adds, p.f.or(added...)).not())
	}
	r.open, r.unsure = p.f.choose(same, r.open, own.open), p.f.choose(same, r.unsure, own.unsure)
	r.declined, r.rest = p.f.choose(same, r.declined, own.declined), p.f.choose(same, r.rest, own.rest)
	for k := range r.chosen {
		chosen := slices.Clone(r.chosen[k])
		for n := range chosen {
			chosen[n] = p.f.choose(same, chosen[n], own.chosen[k][n])
		}
		r.chosen[k] = chosen
	}
	return r
}

// carry is what she chose of the old answers, by the new ones.
func (p *pair) carry(a, own *reply, was, question *questionnaire.Question) (chosen [][]lit, gone, added []lit) {
	kept := map[int]bool{}
	for k, answer := range question.Answers {
		j := slices.IndexFunc(was.Answers, func(x *questionnaire.Answer) bool {
			return p.names.newPart(was.ID, "answer", x.ID) == answer.ID
		})
		if j >= 0 {
			kept[j] = true
			chosen = append(chosen, a.chosen[j])
			continue
		}
		chosen = append(chosen, slices.Repeat([]lit{no}, len(own.chosen[k])))
		added = append(added, p.f.and(own.open.not(), own.chosen[k][0]))
	}
	for j := range was.Answers {
		if !kept[j] {
			gone = append(gone, p.f.and(a.open.not(), a.chosen[j][0]))
		}
	}
	return chosen, gone, added
}

// canBeSaid tells whether a question takes what she chose: one answer where only
// one can be given, and none beside an answer that stands alone.
func (p *pair) canBeSaid(chosen [][]lit, rest lit, was, question *questionnaire.Question) lit {
	if was.TakesOne() == question.TakesOne() && was.TakesMany() == question.TakesMany() && !slices.ContainsFunc(question.Answers, func(a *questionnaire.Answer) bool {
		return a.Exclusive && !p.stoodAlone(was, a)
	}) {
		return yes
	}
	return p.standTogether(chosen, rest, question)
}

// dropWhatStandsAlone takes an answer that stands alone now out of a reply that has
// others too: whoever said that somebody touched her, and that no one guides her, says
// the first when she can say only one. It looks at those of which is tells so.
func (p *pair) dropWhatStandsAlone(chosen [][]lit, rest lit, question *questionnaire.Question, is func(*questionnaire.Answer) bool) {
	others := []lit{rest}
	for k, a := range question.Answers {
		if !a.Exclusive {
			others = append(others, chosen[k][0])
		}
	}
	for k, a := range question.Answers {
		if a.Exclusive && is(a) && chosen[k][0] != no {
			chosen[k] = append([]lit{p.f.and(chosen[k][0], p.f.or(others...).not())}, chosen[k][1:]...)
		}
	}
}

// standTogether tells whether a question takes such a reply.
func (p *pair) standTogether(chosen [][]lit, rest lit, question *questionnaire.Question) lit {
	all := slices.Concat(chosen...)
	switch {
	case question.TakesOne():
		return p.f.and(p.f.atLeast(2, all).not(), rest.not())
	case question.TakesMany():
		var both []lit
		for k, answer := range question.Answers {
			if !answer.Exclusive {
				continue
			}
			both = append(both, p.f.and(chosen[k][0], rest))
			for other := range chosen {
				if other != k {
					both = append(both, p.f.and(chosen[k][0], chosen[other][0]))
				}
			}
		}
		return p.f.or(both...).not()
	}
	return yes
}

// stoodAlone reports whether an answer could not be given with others before.
func (p *pair) stoodAlone(was *questionnaire.Question, answer *questionnaire.Answer) bool {
	return slices.ContainsFunc(was.Answers, func(x *questionnaire.Answer) bool {
		return x.Exclusive && p.names.newPart(was.ID, "answer", x.ID) == answer.ID
	})
}

// groupTogether groups medicines by what both questionnaires make of them, so
// that a kind is the same for both.
func groupTogether(a, b *shape, before, after *questionnaire.Formulary) {
	const unknown = questionnaire.UnlistedMedicine
	members := [][2]int{{unknown, unknown}}
	for i, m := range before.Medicines {
		other := unknown
		if same := listedAs(after, m.Generic); same != nil {
			other = same.Index
		}
		members = append(members, [2]int{i, other})
	}
	for i, m := range after.Medicines {
		if listedAs(before, m.Generic) == nil {
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

// listedAs is the medicine that has this name as its generic one, or else the only
// one that has it at all.
func listedAs(f *questionnaire.Formulary, generic string) *questionnaire.Medicine {
	if m := f.ByGeneric(generic); m != nil {
		return m
	}
	if called := f.Called(generic); len(called) == 1 {
		return called[0]
	}
	return nil
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
