package prove

import (
	"math/bits"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// A plan is the best of all sets of clinicians, and there are too many sets to
// write a line about each. So the formula begins with none, and a search goes
// back and forth: the solver proposes somebody, the engine makes her plan, and
// where that is not what was looked for the formula learns the one thing about
// plans that it did not know. What is learned is true of everybody, so that when
// the solver finds nobody any more there is nobody.

// few are some of the clinicians, a bit each by its place in the questionnaire.
type few uint32

func (s few) has(who *questionnaire.Clinician) bool { return s>>who.Index&1 == 1 }

func fewOf(all ...*questionnaire.Clinician) few {
	var s few
	for _, who := range all {
		s |= 1 << who.Index
	}
	return s
}

// wanting is the plan of a person at home, as the formula sees it: her certain
// needs, those of the same clinicians in the same order joined.
type wanting struct {
	*checking
	home  home
	needs []wanted
}

// wanted are all rules with a need of these clinicians.
type wanted struct {
	anyOf []*questionnaire.Clinician
	rules []*questionnaire.Rule
	some  lit // one of them is certain
	here  lit // these clinicians can meet them where she is
}

func (c *checking) wanting(at home) *wanting {
	p := &wanting{checking: c, home: at}
	for _, r := range c.q.Rules {
		for _, n := range r.Needs {
			for _, m := range at.meeting(c.f(), n, r.Urgency) {
				i := slices.IndexFunc(p.needs, func(o wanted) bool { return o.here == m.here && slices.Equal(o.anyOf, m.anyOf) })
				if i < 0 {
					i = len(p.needs)
					p.needs = append(p.needs, wanted{anyOf: m.anyOf, here: m.here})
				}
				p.needs[i].rules = append(p.needs[i].rules, r)
			}
		}
	}
	for i := range p.needs {
		n := &p.needs[i]
		n.some = c.f().and(n.here, c.anybody.any(n.rules, c.anybody.must))
	}
	return p
}

// chooses is true when a need can be met by this one of its clinicians: she
// exists, or none of them does.
func (p *wanting) chooses(n wanted, who *questionnaire.Clinician) lit {
	return p.f().and(n.here, p.f().or(p.anybody.exists(who, p.home), p.anybody.alone(n.anyOf, p.home)))
}

// outside is true when one of her needs can be met by no clinician of a set.
func (p *wanting) outside(set few) lit {
	var ways []lit
	for _, n := range p.needs {
		unmet := []lit{n.some}
		for _, who := range n.anyOf {
			if set.has(who) {
				unmet = append(unmet, p.chooses(n, who).not())
			}
		}
		ways = append(ways, p.f().and(unmet...))
	}
	return p.f().or(ways...)
}

// widened is a set with more clinicians, up to so many: those who can meet most
// of all the needs that there are. The wider, the fewer sets must be looked at.
func (p *wanting) widened(set few, size int) few {
	for bits.OnesCount32(uint32(set)) < min(size, len(p.q.Clinicians)) {
		most, best := -1, 0
		for i := range p.q.Clinicians {
			if set>>i&1 == 1 {
				continue
			}
			meets := 0
			for _, n := range p.needs {
				if of := fewOf(n.anyOf...); of&set == 0 && of>>i&1 == 1 {
					meets += len(n.rules)
				}
			}
			if meets > most {
				most, best = meets, i
			}
		}
		set |= 1 << best
	}
	return set
}

// misjudged is the answer where the formula makes another plan of somebody than
// the engine: a fault of this program.
const misjudged = undecided + 1

// mostRounds is how often a search goes back and forth before it gives up.
const mostRounds = 2000

// search looks for somebody who is as wanted and whose plan is as looked for. From
// every other plan it learns. The person it ends with is the smallest whom the
// solver finds, and the engine has seen her.
func (p *wanting) search(wanted lit, inputs []lit, is func(screening.Plan) bool, learn func(world, screening.Plan) (lit, bool)) (questionnaire.Person, answer) {
	small := false
	for range mostRounds {
		w, result := p.propose(small, wanted, inputs)
		if result != somebody {
			return questionnaire.Person{}, result
		}
		who := p.anybody.personIn(w)
		plan := replay(p.q, who).Plan(p.home.regionIn(p.formula, w))
		switch {
		case !is(plan):
			more, ok := learn(w, plan)
			if !ok {
				return who, misjudged
			}
			wanted = p.f().and(wanted, more)
		case small:
			return who, somebody
		default:
			small = true
		}
	}
	return questionnaire.Person{}, undecided
}

func (p *wanting) propose(small bool, wanted lit, inputs []lit) (world, answer) {
	if small {
		return p.smallest(wanted, inputs, p.anybody)
	}
	return p.some(wanted, p.anybody)
}

// whoIsIn are the clinicians of a plan.
func whoIsIn(plan screening.Plan) few {
	var s few
	for _, step := range plan.Steps {
		s |= fewOf(step.Clinician)
	}
	return s
}

// moreSteps looks for somebody with more than so many steps; 0: no limit. She has them exactly
// if for every set of so many clinicians one of her needs is outside it.
func (p *wanting) moreSteps(who lit, most int) (questionnaire.Person, answer) {
	if most == 0 || most >= len(p.q.Clinicians) {
		return questionnaire.Person{}, nobody
	}
	if p.boundAtSight(bound{who, most, false}, (*wanting).moreSteps) {
		return questionnaire.Person{}, nobody
	}
	for _, set := range p.sets(most) {
		who = p.f().and(who, p.outside(set))
	}
	learn := func(_ world, plan screening.Plan) (lit, bool) {
		set := p.widened(whoIsIn(plan), most)
		p.tried = append(p.tried, set)
		return p.outside(set), true
	}
	is := func(plan screening.Plan) bool { return len(plan.Steps) > most }
	return p.search(p.learnAtSight(who, is, learn), nil, is, learn)
}

// learnAtSight learns from those drawn at random, as a search does, as long as
// there is one who might be who is looked for and is not.
func (p *wanting) learnAtSight(who lit, is func(screening.Plan) bool, learn func(world, screening.Plan) (lit, bool)) lit {
	for !p.sight.off {
		p.grow()
		w := p.oneAtSight(who)
		if w == nil {
			break
		}
		plan := replay(p.q, p.anybody.personIn(w)).Plan(p.home.regionIn(p.formula, w))
		if is(plan) {
			break
		}
		more, _ := learn(w, plan)
		who = p.f().and(who, more)
	}
	return who
}

// sets are those of this size that an earlier search has needed: what was worth
// looking at for somebody here is mostly worth it elsewhere.
func (p *wanting) sets(size int) []few {
	return slices.DeleteFunc(slices.Clone(p.tried), func(s few) bool { return bits.OnesCount32(uint32(s)) != size })
}
