package prove

import (
	"maps"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// guess is somebody's plan as the solver proposes it: any set of clinicians that
// could be hers as far as the formula knows by now. Who carries what in it is
// worked out as the engine does it.
type guess struct {
	*wanting
	in []lit // by clinician: she is one of the set
}

// guess begins with what is true of every plan: it meets each need, and each of
// its clinicians is the only one there for some need.
func (p *wanting) guess() (*guess, lit) {
	g := &guess{p, slices.Repeat([]lit{no}, len(p.q.Clinicians))}
	for _, n := range p.needs {
		for _, who := range n.anyOf {
			if g.in[who.Index] == no {
				g.in[who.Index] = p.f().input()
			}
		}
	}
	alone := make([][]lit, len(g.in))
	var sound []lit
	for _, n := range p.needs {
		var meets []lit
		for _, who := range n.anyOf {
			meets = append(meets, g.meets(n, who))
		}
		sound = append(sound, p.f().or(append(meets, n.some.not())...))
		for i, who := range n.anyOf {
			only := []lit{n.some, meets[i], p.f().or(slices.Delete(slices.Clone(meets), i, i+1)...).not()}
			alone[who.Index] = append(alone[who.Index], p.f().and(only...))
		}
	}
	for i, in := range g.in {
		sound = append(sound, p.f().or(append(alone[i], in.not())...))
	}
	return g, p.f().and(sound...)
}

// meets is true when she is one of the set and can meet the need.
func (g *guess) meets(n wanted, who *questionnaire.Clinician) lit {
	return g.f().and(g.in[who.Index], g.chooses(n, who))
}

// hers is true when a need is hers to carry: nobody in the set is liked better.
func (g *guess) hers(n wanted, who *questionnaire.Clinician) lit {
	i := slices.Index(n.anyOf, who)
	if i < 0 {
		return no
	}
	all := []lit{g.meets(n, who)}
	for _, better := range n.anyOf[:i] {
		all = append(all, g.meets(n, better).not())
	}
	return g.f().and(all...)
}

// carriesOne is true when a clinician would carry one of such rules.
func (g *guess) carriesOne(who *questionnaire.Clinician, such func(*questionnaire.Rule) bool) lit {
	var ways []lit
	for _, n := range g.needs {
		if hers := g.hers(n, who); hers != no {
			some := slices.DeleteFunc(slices.Clone(n.rules), func(r *questionnaire.Rule) bool { return !such(r) })
			ways = append(ways, g.f().and(hers, g.anybody.any(some, g.anybody.must)))
		}
	}
	return g.f().or(ways...)
}

// carries are the rules that a clinician would carry, each with what makes it so:
// it is certain, and of a need of it nobody in the set is liked better.
func (g *guess) carries(who *questionnaire.Clinician) map[*questionnaire.Rule]lit {
	all := map[*questionnaire.Rule]lit{}
	for _, n := range g.needs {
		hers := g.hers(n, who)
		if hers == no {
			continue
		}
		for _, r := range n.rules {
			one := g.f().and(hers, g.anybody.must(r))
			if was, also := all[r]; also {
				one = g.f().or(was, one)
			}
			all[r] = one
		}
	}
	return all
}

// those are the literals of these rules, in the order of the questionnaire:
// the formula is the same in every run.
func (g *guess) those(carries map[*questionnaire.Rule]lit) []lit {
	var all []lit
	for _, r := range g.q.Rules {
		if l, ok := carries[r]; ok {
			all = append(all, l)
		}
	}
	return all
}

// soon is true when her step would be at least so urgent.
func (g *guess) soon(who *questionnaire.Clinician, least questionnaire.Urgency) lit {
	return g.carriesOne(who, func(r *questionnaire.Rule) bool { return r.Urgency.AtLeast(least) })
}

// look searches for a plan of which the guess is as wanted.
func (g *guess) look(wanted lit, is func(screening.Plan) bool) (questionnaire.Person, answer) {
	return g.search(wanted, g.in, is, g.learn)
}

// learn tells why a guess was not the plan: that was smaller, or as small and
// better liked.
func (g *guess) learn(w world, plan screening.Plan) (lit, bool) {
	var guessed few
	var same []lit
	size := 0
	for _, who := range g.q.Clinicians {
		in := g.in[who.Index]
		if w.holds(g.formula, in) {
			guessed |= fewOf(who)
			size++
		} else {
			in = in.not()
		}
		same = append(same, in)
	}
	real := whoIsIn(plan)
	if guessed == real {
		return no, false
	}
	smaller := g.f().or(g.outside(real), g.f().atLeast(len(plan.Steps)+1, g.in).not())
	if size > len(plan.Steps) {
		return smaller, true
	}
	return g.f().and(smaller, g.f().or(g.f().and(same...).not(), g.outside(real), g.likes(guessed, real))), true
}

// likes is true when of two sets of one size, both of which meet every need, the
// first is the plan rather than the second: it costs less, or as much and comes
// first in the questionnaire.
func (g *guess) likes(a, b few) lit {
	f := g.f()
	costA, costB := withoutCommon(g.price(a), g.price(b))
	more, equal := f.compare(f.counted(costB), f.counted(costA))
	if differ := a ^ b; differ&-differ&a != 0 {
		return f.or(more, equal)
	}
	return more
}

// price are as many literals as can be true of the positions by which each need
// is away from its best choice.
func (g *guess) price(set few) []lit {
	var all []lit
	for _, n := range g.needs {
		var away []lit // one for each who is liked better than all in the set
		var before []lit
		for _, who := range n.anyOf {
			if set.has(who) {
				before = append(before, g.chooses(n, who).not())
			} else {
				away = append(away, g.f().and(append(slices.Clone(before), g.chooses(n, who))...))
			}
		}
		for _, r := range n.rules {
			for _, l := range away {
				all = append(all, g.f().and(l, g.anybody.truth(r.When).must))
			}
		}
	}
	return all
}

// withoutCommon are two lists without what stands in both.
func withoutCommon(a, b []lit) (onlyA, onlyB []lit) {
	times := map[lit]int{}
	for _, l := range b {
		times[l]++
	}
	for _, l := range a {
		if times[l] > 0 {
			times[l]--
		} else {
			onlyA = append(onlyA, l)
		}
	}
	for _, l := range b {
		if times[l] > 0 {
			times[l]--
			onlyB = append(onlyB, l)
		}
	}
	return onlyA, onlyB
}

// counted is a number as literals: the first is true when at least one of them
// is, the second when two are …
func (f *formula) counted(of []lit) []lit {
	var count []lit
	for _, l := range of {
		count = append(count, no)
		for k := len(count) - 1; k > 0; k-- {
			count[k] = f.or(count[k], f.and(count[k-1], l))
		}
		count[0] = f.or(count[0], l)
	}
	return count
}

// compare tells of two such numbers whether the first is more, and whether they
// are equal.
func (f *formula) compare(a, b []lit) (more, equal lit) {
	var mores, equals []lit
	for k := range max(len(a), len(b)) {
		x, y := no, no
		if k < len(a) {
			x = a[k]
		}
		if k < len(b) {
			y = b[k]
		}
		mores, equals = append(mores, f.and(x, y.not())), append(equals, f.differ(x, y).not())
	}
	return f.or(mores...), f.and(equals...)
}

// moreToday looks for somebody with more than so many steps that are today or now.
func (p *wanting) moreToday(who lit, most int) (questionnaire.Person, answer) {
	if p.boundAtSight(bound{who, most, true}, (*wanting).moreToday) {
		return questionnaire.Person{}, nobody
	}
	g, sound := p.guess()
	var today []lit
	for _, clinician := range p.q.Clinicians {
		today = append(today, g.soon(clinician, questionnaire.Today))
	}
	return g.look(p.f().and(who, sound, p.f().atLeast(most+1, today)), func(plan screening.Plan) bool {
		n := 0
		for _, step := range plan.Steps {
			n += btoi(isToday(step))
		}
		return n > most
	})
}

// opensOtherwise looks for somebody whose plan opens with none of these, or with
// nobody; of nobody named it finds nobody. Mostly urgency and weight decide already
// that there is nobody, and what many reasons make of equals is not asked: to count
// them takes more gates than all else together.
func (p *wanting) opensOtherwise(who lit, with []*questionnaire.Clinician) (questionnaire.Person, answer) {
	if len(with) == 0 {
		return questionnaire.Person{}, nobody
	}
	g, sound := p.guess()
	who = p.f().and(who, sound)
	if !p.sight.off {
		if _, result := p.find(who, g.opensWithout(with, g.each(g.roughly))); result == nobody {
			return questionnaire.Person{}, nobody
		}
	}
	return g.look(p.f().and(who, g.opensWithout(with, g.each(g.standing))), func(plan screening.Plan) bool {
		return len(plan.Steps) == 0 || !slices.Contains(with, plan.Steps[0].Clinician)
	})
}

// opensAsPromised shows of all promises at once that the plan of those for whom they
// are opens as it must, wherever they are. Where it does not show that, it says no.
func (c *checking) opensAsPromised() bool {
	var all []*questionnaire.Promise
	for _, p := range c.q.Promises {
		if len(p.Then.First.AnyOf) > 0 {
			all = append(all, p)
		}
	}
	if len(all) == 0 || c.sight.off {
		return len(all) == 0
	}
	g, sound := c.wanting(c.anywhere()).guess()
	standing := g.each(g.roughly)
	var broken []lit
	for _, p := range all {
		broken = append(broken, c.f().and(c.anybody.truth(p.If).must, g.opensWithout(p.Then.First.AnyOf, standing)))
	}
	_, result := c.find(sound, c.f().or(broken...))
	return result == nobody
}

// each is where each clinician stands, as far as this tells it.
func (g *guess) each(stands func(*questionnaire.Clinician) standing) []standing {
	var all []standing
	for _, who := range g.q.Clinicians {
		all = append(all, stands(who))
	}
	return all
}

// opensWithout is true when none of these stands first.
func (g *guess) opensWithout(with []*questionnaire.Clinician, standing []standing) lit {
	f := g.f()
	none := []lit{}
	for _, n := range g.needs {
		none = append(none, n.some.not())
	}
	ways := []lit{f.and(none...)}
	for _, opens := range g.q.Clinicians {
		if slices.Contains(with, opens) {
			continue
		}
		first := []lit{g.in[opens.Index]}
		for _, other := range with {
			first = append(first, f.or(g.in[other.Index].not(), f.before(standing[opens.Index], standing[other.Index])))
		}
		ways = append(ways, f.and(first...))
	}
	return f.or(ways...)
}

// standing is what decides where a step stands: numbers, the first of which counts
// most, and then the order of the questionnaire.
type standing struct {
	numbers [][]lit
	tied    lit // nobody has counted what decides among equals: either may stand first
	place   int
}

// roughly is standing without how many reasons there are. In danger nobody counts
// them.
func (g *guess) roughly(who *questionnaire.Clinician) standing {
	var urgency, weight []lit
	for u := questionnaire.NextVisit + 1; u <= questionnaire.Now; u++ {
		urgency = append(urgency, g.soon(who, u))
	}
	for w := questionnaire.Usual + 1; w <= questionnaire.Life; w++ {
		weight = append(weight, g.carriesOne(who, func(r *questionnaire.Rule) bool { return r.Weight >= w }))
	}
	return standing{[][]lit{urgency, weight}, g.soon(who, questionnaire.Now).not(), who.Index}
}

func (g *guess) standing(who *questionnaire.Clinician) standing {
	s := g.roughly(who)
	carries := g.carries(who)
	maps.DeleteFunc(carries, func(r *questionnaire.Rule, _ lit) bool { return r.When == nil }) // everybody's is not counted
	count := g.f().counted(g.those(carries))
	for i := range count {
		count[i] = g.f().and(count[i], s.tied)
	}
	return standing{append(s.numbers, count), no, who.Index}
}

// before is true when one step stands before another, or may.
func (f *formula) before(a, b standing) lit {
	is := a.tied
	if a.place < b.place {
		is = yes
	}
	for k := len(a.numbers) - 1; k >= 0; k-- {
		more, equal := f.compare(a.numbers[k], b.numbers[k])
		is = f.or(more, f.and(equal, is))
	}
	return is
}
