package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// exchange is one answer of a question in the place of another: all that two
// people differ in. What else they say to the question they have in common.
type exchange struct {
	shape           *shape
	graver, lighter item
}

// item is what an order ranks, as it stands in a reply: an answer, a medicine in a
// state, or the whole of the reply.
type item struct {
	alone  bool                    // it stands beside nothing else
	open   questionnaire.ReplyKind // of a reply that leaves the question open; else definite
	kind   int                     // what is chosen, or nothing
	family int                     // of a medicine
	taken  questionnaire.Taken
}

const nothingChosen = -1

// exchanges are all that two grades stand for. For a class that is each of its
// medicines that is not of a graver class too.
func (o *ordered) exchanges(i int, graver questionnaire.Grade, j int, lighter questionnaire.Grade) []exchange {
	s := &o.shapes[o.order.Question.Index]
	var all []exchange
	others := o.items(j, lighter)
	for _, g := range o.items(i, graver) {
		for _, l := range others {
			x := exchange{s, g, l}
			switch {
			case x.together() && len(s.families) > 0 && !o.sameButFor(g, l, graver.Kind):
			case g.kind == l.kind && g.kind != nothingChosen: // no condition tells them apart
			default:
				all = append(all, x)
			}
		}
	}
	return all
}

// sameButFor tells whether two medicines differ only in what the order ranks: one
// medicine in two states, or two medicines in one state.
func (o *ordered) sameButFor(g, l item, kind questionnaire.GradeKind) bool {
	if kind == questionnaire.GradeState {
		return g.taken.Medicine == l.taken.Medicine
	}
	return g.taken.State == l.taken.State
}

// items are what a grade of a rank stands for, of those that no condition tells
// apart only one.
func (o *ordered) items(rank int, g questionnaire.Grade) []item {
	s := &o.shapes[o.order.Question.Index]
	switch g.Kind {
	case questionnaire.GradeAnswer:
		return []item{{alone: o.alone(g), kind: g.Place}}
	case questionnaire.GradeNone:
		return []item{{alone: true, kind: nothingChosen}}
	case questionnaire.GradeNotSure:
		return []item{{alone: true, kind: nothingChosen, open: questionnaire.Unsure}}
	case questionnaire.GradeDeclined:
		return []item{{alone: true, kind: nothingChosen, open: questionnaire.Declined}}
	}
	var all []item
	for n := range s.families {
		family := (n + 1) % len(s.families) // what the list does not know comes last, as an example it says little
		members := s.kinds[s.families[family].kinds[0]].medicines
		i := slices.IndexFunc(members, func(m int) bool { return o.ranks(rank, g, m) })
		if i < 0 {
			continue
		}
		for _, at := range s.spots(family) {
			if g.Kind != questionnaire.GradeState || at.state == g.Place {
				all = append(all, item{kind: at.kind, family: family, taken: questionnaire.Taken{Medicine: members[i], State: at.state}})
			}
		}
	}
	return all
}

// ranks tells whether a grade is about a medicine, and none of a graver rank is.
func (o *ordered) ranks(rank int, g questionnaire.Grade, m int) bool {
	about := func(g questionnaire.Grade) bool {
		switch g.Kind {
		case questionnaire.GradeState:
			return o.order.Of == nil || m != questionnaire.UnlistedMedicine && o.order.Of[m]
		case questionnaire.GradeUnlisted:
			return m == questionnaire.UnlistedMedicine
		case questionnaire.GradeMedicines:
			return m != questionnaire.UnlistedMedicine && g.Medicines[m]
		}
		return false
	}
	if g.Kind == questionnaire.GradeMedicines {
		for _, graver := range o.order.Ranks[:rank] {
			if slices.ContainsFunc(graver, about) {
				return false
			}
		}
	}
	return about(g)
}

// together tells whether the two may stand beside other answers.
func (x exchange) together() bool { return !x.graver.alone && !x.lighter.alone }

// common tells whether what is chosen of a kind may be something that both say.
func (x exchange) common(kind int) bool {
	if !x.together() {
		return false
	}
	if len(x.shape.families) == 0 {
		return kind != x.graver.kind && kind != x.lighter.kind && !x.shape.question.Answers[x.shape.kinds[kind].answers[0]].Exclusive
	}
	// Of a family of one medicine nothing is left beside it.
	for _, is := range []item{x.graver, x.lighter} {
		if f := x.shape.families[is.family]; f.size == 1 && slices.Contains(f.kinds, kind) {
			return false
		}
	}
	return true
}

// reply is what they have in common, and one of the two.
func (x exchange) reply(base *reply, is item) reply {
	r := reply{shape: x.shape, open: no, unsure: no, declined: no, rest: no, doubts: no}
	switch is.open {
	case questionnaire.Unsure:
		r.open, r.unsure = yes, yes
	case questionnaire.Declined:
		r.open, r.declined = yes, yes
	}
	for k := range base.chosen {
		chosen := slices.Repeat([]lit{no}, len(base.chosen[k]))
		if x.common(k) {
			copy(chosen, base.chosen[k])
		}
		if k == is.kind {
			chosen = append([]lit{yes}, chosen[:len(chosen)-1]...)
		}
		r.chosen = append(r.chosen, chosen)
	}
	if x.together() {
		r.rest = base.doubts
	}
	return r
}

// room is true, each of it, when what they have in common leaves a medicine of a
// family to be the one that is exchanged.
func (x exchange) room(f *formula, base *reply) []lit {
	if !x.together() || len(x.shape.families) == 0 {
		return nil
	}
	var all []lit
	for _, is := range []item{x.graver, x.lighter} {
		family := x.shape.families[is.family]
		var inputs []lit
		for _, k := range family.kinds {
			if x.common(k) {
				inputs = append(inputs, base.chosen[k]...)
			}
		}
		all = append(all, f.atLeast(family.size, inputs).not())
	}
	return all
}

// company are the inputs of what they have in common.
func (x exchange) company(base *reply) []lit {
	if !x.together() {
		return nil
	}
	all := []lit{base.doubts}
	for k := range base.chosen {
		if x.common(k) {
			all = append(all, base.chosen[k]...)
		}
	}
	return all
}

// saidIn is the reply with one of the two in this world.
func (x exchange) saidIn(w world, base *reply, is item) questionnaire.Reply {
	if is.open != questionnaire.NoReply {
		return questionnaire.Reply{Kind: is.open}
	}
	said := questionnaire.Reply{Kind: questionnaire.Definite, RestUnsure: x.together() && w.is(base.doubts)}
	chosen := func(k int) (n int) {
		for _, l := range base.chosen[k] {
			n += btoi(x.common(k) && w.is(l))
		}
		return n
	}
	for _, family := range x.shape.families {
		left := slices.DeleteFunc(slices.Clone(x.shape.kinds[family.kinds[0]].medicines), func(m int) bool {
			return m == x.graver.taken.Medicine || m == x.lighter.taken.Medicine
		})
		for _, k := range family.kinds {
			for range chosen(k) {
				said.Taken = append(said.Taken, questionnaire.Taken{Medicine: left[0], State: x.shape.kinds[k].states[0]})
				left = left[1:]
			}
		}
	}
	switch {
	case is.kind == nothingChosen:
		return said
	case len(x.shape.families) > 0:
		said.Taken = append(said.Taken, is.taken)
		return said
	}
	for k, kind := range x.shape.kinds {
		if k == is.kind || chosen(k) > 0 {
			said.Answers = append(said.Answers, kind.answers[0])
		}
	}
	return said
}

// people are the two in this world, by what they are asked.
func (e *exchanging) people(w world) (graver, lighter questionnaire.Person) {
	who := func(is item) questionnaire.Person {
		all := questionnaire.Person{Others: []string{questionnaire.PreferNotToSay}}
		for i, question := range e.q.Questions {
			var said questionnaire.Reply
			switch r := e.anybody.replies[i]; {
			case question == e.order.Question:
				said = e.saidIn(w, e.base(), is)
			case r == nil || r.open.node() >= len(w):
				continue
			default:
				said = r.replyIn(w)
			}
			if said.Kind != questionnaire.Declined {
				all.Answers = append(all.Answers, questionnaire.Given{Question: question, Reply: said})
			}
		}
		asked := replay(e.q, all).Asked()
		all.Answers = slices.DeleteFunc(all.Answers, func(g questionnaire.Given) bool { return !slices.Contains(asked, g.Question) })
		return all
	}
	return who(e.exchange.graver), who(e.exchange.lighter)
}
