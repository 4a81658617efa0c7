package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// unlistedFamily is the place of what the list does not know: see groupMedicines.
const unlistedFamily = 0

// shift is how one medicine of a list may be another's: in another state, or in
// its place another medicine.
type shift struct{ from, to spot }

// spot is a kind, by its family, and one of its states.
type spot struct{ family, kind, state int }

// spots are all kinds of a family, by each of their states.
func (s *shape) spots(family int) []spot {
	f := &s.families[family]
	if f.spots == nil {
		for _, k := range f.kinds {
			for _, state := range s.kinds[k].states {
				f.spots = append(f.spots, spot{family, k, state})
			}
		}
	}
	return f.spots
}

// spot is that of a family for a state.
func (s *shape) spot(family, state int) spot {
	all := s.spots(family)
	return all[slices.IndexFunc(all, func(x spot) bool { return x.state == state })]
}

// lessSure are the ways to be less sure of one medicine: she does not know its
// state, or the list not what it is.
func (s *shape) lessSure() []shift {
	var all []shift
	for family := range s.families {
		for _, from := range s.spots(family) {
			if len(s.question.States) > 0 && from.state != questionnaire.UnsureState {
				all = append(all, shift{from, s.spot(family, questionnaire.UnsureState)})
			}
			if family != unlistedFamily {
				all = append(all, shift{from, s.spot(unlistedFamily, from.state)})
			}
		}
	}
	return all
}

// shifted is true when two lists of medicines are alike but for one shift.
func (f *formula) shifted(a, b *reply, shifts []shift) lit {
	m := f.moving(a, b)
	var ways []lit
	for _, s := range shifts {
		if s.from.kind != s.to.kind { // else nothing looks at it
			ways = append(ways, m.move(s.from, s.to))
		}
	}
	return f.and(a.open.not(), b.open.not(), f.differ(a.rest, b.rest).not(), f.or(ways...))
}

// moving compares two lists of medicines that are alike but for one.
type moving struct {
	*formula
	a, b   *reply
	kept   []lit // by kind: she says the same of it
	before []lit // by family: the same of all families before it but for the unlisted …
	after  []lit // … and of all after it
}

func (f *formula) moving(a, b *reply) *moving {
	m := &moving{formula: f, a: a, b: b}
	for k := range a.chosen {
		var all []lit
		for n := range a.chosen[k] {
			all = append(all, f.differ(a.chosen[k][n], b.chosen[k][n]).not())
		}
		m.kept = append(m.kept, f.and(all...))
	}
	n := len(a.shape.families)
	m.before, m.after = slices.Repeat([]lit{yes}, n), slices.Repeat([]lit{yes}, n)
	for i := 2; i < n; i++ {
		m.before[i] = f.and(m.before[i-1], m.same(i-1))
	}
	for i := n - 2; i >= 0; i-- {
		m.after[i] = f.and(m.after[i+1], m.same(i+1))
	}
	return m
}

// same is true when she says the same of all kinds of a family but for some.
func (m *moving) same(family int, but ...int) lit {
	var all []lit
	for _, k := range m.a.shape.families[family].kinds {
		if !slices.Contains(but, k) {
			all = append(all, m.kept[k])
		}
	}
	return m.and(all...)
}

// move is true when one medicine of a kind is of another kind, and all others are
// what they were. Of a kind as many are counted as matter; where that many are,
// there may be one more, and then one less may leave just as many.
func (m *moving) move(from, to spot) lit {
	all := []lit{m.less(from), m.more(to)}
	first, last := min(from.family, to.family), max(from.family, to.family)
	switch {
	case first == last:
		all = append(all, m.same(first, from.kind, to.kind), m.after[last], m.before[last])
		if first != unlistedFamily {
			all = append(all, m.same(unlistedFamily))
		}
	case first == unlistedFamily:
		for _, k := range m.a.shape.families[to.family].kinds {
			if to.family == unlistedFamily {
				all = append(all, m.a.chosen[k][0].not()) // there is only one
			}
		}
		all = append(all, m.same(first, from.kind, to.kind), m.before[last], m.same(last, from.kind, to.kind), m.after[last])
	default:
		all = append(all, m.same(unlistedFamily))
		for i := 1; i < len(m.a.shape.families); i++ {
			all = append(all, m.same(i, from.kind, to.kind))
		}
	}
	return m.and(all...)
}

func (m *moving) less(from spot) lit {
	a, b := m.a.chosen[from.kind], m.b.chosen[from.kind]
	fewer := []lit{a[0]}
	for n := range b {
		if n+1 < len(a) {
			fewer = append(fewer, m.differ(b[n], a[n+1]).not())
		} else {
			fewer = append(fewer, b[n].not())
		}
	}
	return m.or(m.and(fewer...), m.and(a[len(a)-1], m.kept[from.kind], m.room(from.family)))
}

// room tells whether there is one more medicine in the family than she is counted for.
func (m *moving) room(family int) lit {
	var all []lit
	for _, k := range m.a.shape.families[family].kinds {
		all = append(all, m.a.chosen[k]...)
	}
	return m.atLeast(m.a.shape.families[family].size, all).not()
}

func (m *moving) more(to spot) lit {
	a, b := m.a.chosen[to.kind], m.b.chosen[to.kind]
	all := []lit{b[0]}
	for n := 1; n < len(b); n++ {
		all = append(all, m.differ(b[n], a[n-1]).not())
	}
	return m.and(all...)
}

// together are two people in one world. Where both have lists of medicines, the
// second has those of the first as far as can be: within a family one is as good
// as another. shifts are how one of them may differ.
func together(w world, first, second *person, shifts func(*shape) []shift) (a, b questionnaire.Person) {
	a, b = first.personIn(w), second.personIn(w)
	for i := range b.Answers {
		given := &b.Answers[i]
		at := slices.IndexFunc(a.Answers, func(g questionnaire.Given) bool { return g.Question == given.Question })
		if at < 0 || !given.Question.TakesMedicines() {
			continue
		}
		one := &a.Answers[at].Reply
		s := &second.shapes[given.Question.Index]
		one.Taken, given.Reply.Taken = s.align(one.Taken, given.Reply.Taken, shifts(s), !given.Reply.RestUnsure || one.RestUnsure)
	}
	return a, b
}

// spotOf is where a medicine of a reply stands.
func (s *shape) spotOf(t questionnaire.Taken) spot {
	for family, f := range s.families {
		if slices.Contains(s.kinds[f.kinds[0]].medicines, t.Medicine) {
			return s.spot(family, t.State)
		}
	}
	return spot{}
}

// align makes the second list as like the first as the kinds allow, and the one
// medicine in which they differ differ by a shift.
func (s *shape) align(a, b []questionnaire.Taken, shifts []shift, whole bool) (first, second []questionnaire.Taken) {
	left := slices.Clone(a)
	var new []questionnaire.Taken
	for _, t := range b {
		is := s.spotOf(t)
		i := slices.IndexFunc(left, func(o questionnaire.Taken) bool {
			was := s.spotOf(o)
			return was.family == is.family && was.kind == is.kind
		})
		if i < 0 {
			new = append(new, t)
			continue
		}
		second = append(second, left[i])
		left = slices.Delete(left, i, i+1)
	}
	first = slices.Clone(a)
	if whole && len(new) == 0 && len(left) == 1 {
		return first, s.alignFull(second, left[0], shifts)
	}
	if !whole || len(new) != 1 || len(left) > 1 {
		return first, append(second, new...)
	}
	for _, x := range shifts {
		is := s.spotOf(new[0])
		if x.to.family != is.family || x.to.kind != is.kind || x.from.kind == x.to.kind {
			continue
		}
		if len(left) == 1 {
			if was := s.spotOf(left[0]); was.family != x.from.family || was.kind != x.from.kind {
				continue
			}
			first = slices.DeleteFunc(first, func(t questionnaire.Taken) bool { return t.Medicine == left[0].Medicine })
		} else if !s.full(first, x.from) {
			continue
		}
		moved := questionnaire.Taken{Medicine: s.spare(x.from.family, first, left), State: x.from.state}
		first = append(first, moved)
		if x.to.family != x.from.family {
			moved.Medicine = s.spare(x.to.family, second, nil)
		}
		moved.State = x.to.state
		return first, append(second, moved)
	}
	return first, append(second, new...)
}

// alignFull gives the second list the one medicine that it lacks, shifted to where as
// many are as are counted already: one more there is not seen.
func (s *shape) alignFull(second []questionnaire.Taken, lacks questionnaire.Taken, shifts []shift) []questionnaire.Taken {
	was := s.spotOf(lacks)
	for _, x := range shifts {
		if x.from.family != was.family || x.from.kind != was.kind || x.from.kind == x.to.kind || !s.full(second, x.to) {
			continue
		}
		moved := questionnaire.Taken{Medicine: lacks.Medicine, State: x.to.state}
		if x.to.family != x.from.family {
			moved.Medicine = s.spare(x.to.family, second, nil)
		}
		return append(second, moved)
	}
	return second
}

// full tells whether as many of a kind are there as are counted, and one more
// could be.
func (s *shape) full(of []questionnaire.Taken, at spot) bool {
	count, family := 0, 0
	for _, t := range of {
		is := s.spotOf(t)
		count += btoi(is.kind == at.kind)
		family += btoi(is.family == at.family)
	}
	return count == s.kinds[at.kind].counted && family < s.families[at.family].size
}

// spare is a medicine of a family that is not taken yet, those given first.
func (s *shape) spare(family int, taken, first []questionnaire.Taken) int {
	isTaken := func(m int) bool {
		return slices.ContainsFunc(taken, func(t questionnaire.Taken) bool { return t.Medicine == m })
	}
	for _, t := range first {
		if s.spotOf(t).family == family && !isTaken(t.Medicine) {
			return t.Medicine
		}
	}
	members := s.kinds[s.families[family].kinds[0]].medicines
	return members[slices.IndexFunc(members, func(m int) bool { return !isTaken(m) })]
}
