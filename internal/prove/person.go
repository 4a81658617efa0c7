package prove

import (
	"maps"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// world is one value for each node: a solution with the rest filled in and
// worked forward.
type world []bool

func (w world) is(l lit) bool { return w[l.node()] != l.neg() }

// work works every gate out from the inputs.
func (w world) work(f *formula) {
	w[0] = true
	for node := range w {
		w.gate(f, node)
	}
}

func (w world) gate(f *formula, node int) {
	if f.kids[node] == nil {
		return
	}
	for _, l := range f.kids[node] {
		if !w.is(l) {
			w[node] = false
			return
		}
	}
	w[node] = true
}

// holds works out a literal that may be newer than the world.
func (w world) holds(f *formula, l lit) bool {
	if l.node() < len(w) {
		return w.is(l)
	}
	all := true
	for _, kid := range f.kids[l.node()] {
		all = all && w.holds(f, kid)
	}
	return all != l.neg()
}

// gatesOf are the gates that a literal hangs on, in their order.
func (f *formula) gatesOf(l lit) []int {
	seen := map[int]bool{l.node(): true}
	var gates []int
	for todo := []int{l.node()}; len(todo) > 0; {
		node := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if f.kids[node] == nil {
			continue
		}
		gates = append(gates, node)
		for _, kid := range f.kids[node] {
			if !seen[kid.node()] {
				seen[kid.node()] = true
				todo = append(todo, kid.node())
			}
		}
	}
	slices.Sort(gates)
	return gates
}

// example makes the smallest person, or pair of people, for whom what is wanted
// holds. Small is: few replies other than "prefer not to say", few of the
// differences between the two, and little within a reply.
type example struct {
	*prover
	wanted      lit
	replies     []*reply // the free replies that the query hangs on
	rest        []*reply // and the others
	differences []lit    // inputs that had better be false
	gates       []int    // what is wanted hangs on these, in their order
	silence     silence
	world       world

	// While changes are tried: the gates that look at a node, those to be looked
	// at again and the first of them, and what was turned round.
	above   map[int][]int
	dirty   []bool
	touched int
	first   int
	trail   []int
}

// smallest looks for somebody and, if there is, for the smallest. What could be
// found out within the budget is the answer; an example need not be the smallest
// when the budget was spent on the way.
func (p *prover) smallest(wanted lit, differences []lit, people ...*person) (world, answer) {
	return p.smallestBeside(declining{}, wanted, differences, people...)
}

// smallestBeside counts the replies that are not of this silence.
func (p *prover) smallestBeside(quiet silence, wanted lit, differences []lit, people ...*person) (world, answer) {
	s, result := p.find(wanted)
	if result != somebody {
		return nil, result
	}
	e := example{prover: p, wanted: wanted, gates: p.gatesOf(wanted), silence: quiet}
	e.part(s, people)
	for _, l := range differences {
		if _, hangs := s.value[l.node()]; hangs {
			e.differences = append(e.differences, l)
		}
	}
	e.follow()
	e.take(s)
	for {
		e.shrink()
		cost := e.cost()
		// The bound on the replies is one more part of the query.
		const most = 40
		if len(cost) == 0 || len(cost) > most {
			return e.world, somebody
		}
		var counted []lit
		for _, r := range e.replies {
			counted = append(counted, quiet.is(p.formula, r).not())
		}
		counted = append(counted, e.differences...)
		better, result, _ := p.within(conflictsForSmaller, []lit{wanted, e.atLeast(len(cost), counted).not()})
		if result != somebody {
			return e.world, somebody
		}
		e.take(better)
	}
}

// some looks for anybody at all, as she comes.
func (p *prover) some(wanted lit, people ...*person) (world, answer) {
	s, result := p.find(wanted)
	if result != somebody {
		return nil, result
	}
	e := example{prover: p, silence: declining{}}
	e.part(s, people)
	e.take(s)
	return e.world, somebody
}

// part tells the replies that the query hangs on from the others.
func (e *example) part(s solution, people []*person) {
	for _, one := range people {
		for _, r := range one.free {
			if r == nil {
				continue
			}
			if _, hangs := s.value[r.open.node()]; hangs || r.anyOf(s) {
				e.replies = append(e.replies, r)
			} else {
				e.rest = append(e.rest, r)
			}
		}
	}
}

func (r *reply) anyOf(s solution) bool {
	for _, chosen := range r.chosen {
		for _, l := range chosen {
			if _, hangs := s.value[l.node()]; hangs {
				return true
			}
		}
	}
	return false
}

// take fills a solution in: what it does not say is as little as can be.
func (e *example) take(s solution) {
	w := make(world, len(e.kids))
	for node, v := range s.value {
		w[node] = v
	}
	for _, r := range e.replies {
		if _, said := s.value[r.open.node()]; !said {
			w[r.open.node()] = true // as little as can be
		}
		if !r.anyOf(s) && len(r.chosen) > 0 && !r.shape.question.TakesMedicines() {
			w[r.chosen[0][0].node()] = true
		}
	}
	for _, r := range e.rest {
		for l, v := range e.silence.say(r) {
			w[l.node()] = v
		}
	}
	w.work(e.formula)
	e.world = w
}

// silence is a reply that an example need not mention.
type silence interface {
	is(*formula, *reply) lit
	say(*reply) map[lit]bool // the inputs that make it so; nil: it cannot be said
}

// declining is to prefer not to say: what scenarios call "others".
type declining struct{}

func (declining) is(_ *formula, r *reply) lit { return r.declined }

func (declining) say(r *reply) map[lit]bool { return map[lit]bool{r.open: true, r.which: false} }

// cost are the replies and differences that a smaller example would be without.
func (e *example) cost() []lit {
	var all []lit
	for _, r := range e.replies {
		if l := e.silence.is(e.formula, r); !e.world.holds(e.formula, l) {
			all = append(all, l.not())
		}
	}
	for _, l := range e.differences {
		if e.world.is(l) {
			all = append(all, l)
		}
	}
	return all
}

// shrink takes away what can be taken away: whole replies first, then parts of
// those that are left.
func (e *example) shrink() {
	defer func() { e.world.work(e.formula) }()
	var changes []map[lit]bool
	for _, l := range e.differences {
		changes = append(changes, map[lit]bool{l: false})
	}
	for _, r := range e.replies {
		if quiet := e.silence.say(r); quiet != nil {
			changes = append(changes, quiet)
		}
	}
	e.tryMany(changes)
	for _, r := range e.replies {
		if e.world.is(r.open) {
			continue
		}
		least := 1
		if r.shape.question.TakesMedicines() {
			least = 0
		}
		if r.doubts != no {
			e.try(map[lit]bool{r.doubts: false})
		}
		for _, chosen := range slices.Backward(r.chosen) {
			for _, l := range slices.Backward(chosen) {
				if e.world.is(l) && r.said(e.world) > least {
					e.try(map[lit]bool{l: false})
				}
			}
		}
	}
}

// tryMany tries all changes at once, and where that is too much one half after
// the other: of a thousand replies an example needs two or three.
func (e *example) tryMany(changes []map[lit]bool) {
	if len(changes) == 0 {
		return
	}
	all := map[lit]bool{}
	for _, change := range changes {
		maps.Copy(all, change)
	}
	if e.try(all) || len(changes) == 1 {
		return
	}
	half := len(changes) / 2
	e.tryMany(changes[:half])
	e.tryMany(changes[half:])
}

// said is how many things are chosen.
func (r *reply) said(w world) int {
	n := 0
	for _, chosen := range r.chosen {
		for _, l := range chosen {
			n += btoi(w.is(l))
		}
	}
	return n
}

// try changes inputs and keeps the change if what is wanted still holds.
func (e *example) try(change map[lit]bool) bool {
	old := len(e.trail)
	for l, v := range change {
		if e.world.is(l) != v {
			e.flip(l.node())
		}
	}
	if len(e.trail) == old {
		return false
	}
	// A gate comes after all that it looks at, so one pass in order is enough.
	for i := e.first; e.touched > 0; i++ {
		node := e.gates[i]
		if !e.dirty[node] {
			continue
		}
		e.dirty[node] = false
		e.touched--
		before := e.world[node]
		e.world.gate(e.formula, node)
		if e.world[node] != before {
			e.world[node] = before
			e.flip(node)
		}
	}
	e.first = len(e.gates)
	kept := e.world.is(e.wanted)
	if !kept {
		for _, node := range e.trail[old:] {
			e.world[node] = !e.world[node]
		}
	}
	e.trail = e.trail[:old]
	return kept
}

// flip turns a node round, and remembers which gates must be looked at again.
func (e *example) flip(node int) {
	e.world[node] = !e.world[node]
	e.trail = append(e.trail, node)
	for _, at := range e.above[node] {
		if gate := e.gates[at]; !e.dirty[gate] {
			e.dirty[gate] = true
			e.touched++
			e.first = min(e.first, at)
		}
	}
}

// follow prepares for trying: which gates look at a node, by their places.
func (e *example) follow() {
	e.above, e.dirty, e.first = map[int][]int{}, make([]bool, len(e.kids)), len(e.gates)
	for at, node := range e.gates {
		for _, l := range e.kids[node] {
			e.above[l.node()] = append(e.above[l.node()], at)
		}
	}
}

// replyIn is what is said in this world, of the first that would do.
func (r *reply) replyIn(w world) questionnaire.Reply {
	switch {
	case w.is(r.declined):
		return questionnaire.Reply{Kind: questionnaire.Declined}
	case w.is(r.unsure):
		return questionnaire.Reply{Kind: questionnaire.Unsure}
	}
	said := questionnaire.Reply{Kind: questionnaire.Definite, RestUnsure: w.is(r.rest)}
	for _, family := range r.shape.families {
		next := 0 // each medicine stands once
		for _, k := range family.kinds {
			kind := r.shape.kinds[k]
			for _, l := range r.chosen[k] {
				if w.is(l) {
					said.Taken = append(said.Taken, questionnaire.Taken{Medicine: kind.medicines[next], State: kind.states[0]})
					next++
				}
			}
		}
	}
	if len(r.shape.families) > 0 {
		return said
	}
	for k, kind := range r.shape.kinds {
		for i, l := range r.chosen[k] {
			if w.is(l) {
				said.Answers = append(said.Answers, kind.answers[i])
			}
		}
	}
	slices.Sort(said.Answers)
	return said
}

// personIn is the person in this world, as her author would write her down.
func (p *person) personIn(w world) questionnaire.Person {
	who := questionnaire.Person{Others: []string{questionnaire.PreferNotToSay}}
	for i, r := range p.replies {
		// Literals made after the world was found are none that it hangs on.
		if r == nil || r.open.node() >= len(w) || p.asked[i] == unmade {
			continue
		}
		said := r.replyIn(w)
		if said.Kind == questionnaire.Declined || !w.is(p.isAsked(i)) {
			continue
		}
		who.Answers = append(who.Answers, questionnaire.Given{Question: p.q.Questions[i], Reply: said})
	}
	return who
}

// replay takes a person through the engine. What she does not name counts as
// "prefer not to say". (Written out in each place, it would make the program 24 kB
// larger.)
//
//go:noinline
func replay(q *questionnaire.Questionnaire, who questionnaire.Person) screening.State {
	state := screening.Start(q).Enough()
	for _, given := range who.Answers {
		state = state.Answer(given.Question, given.Reply)
	}
	return state
}
