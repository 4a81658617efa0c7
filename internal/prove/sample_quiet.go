package prove

import (
	"math/bits"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// neededAtSight marks the rules of which there is nothing to report: those that alone keep
// a promise to somebody who was drawn at
// random, or to somebody for whom that rule is certain and little else is: she says
// what one of those drawn says to what the rule hangs on, and nothing to all else.
func (c *checking) neededAtSight(needed []bool, promises []keptPromise) {
	if c.sight.off {
		return
	}
	for _, r := range c.q.Rules {
		// Of one that no scenario makes certain, that is said instead.
		needed[r.Index] = !slices.ContainsFunc(c.sight.scenarios, func(s sample) bool { return s.is(c.anybody.must(r)) != 0 })
	}
	for _, s := range c.sight.samples {
		c.neededBy(needed, promises, s.is)
	}
	const tries = 3
	for try := range tries {
		var who []loud
		for _, r := range c.q.Rules {
			if needed[r.Index] {
				continue
			}
			if one, found := c.loud(r, try); found {
				who = append(who, one)
			}
		}
		for _, quiet := range []silence{declining{}, nothing{}} {
			silent := c.saying(quiet)
			for some := range slices.Chunk(who, 64) {
				c.neededBy(needed, promises, c.quieted(some, silent).is)
			}
		}
	}
}

// loud is somebody of the samples in which the rule is certain for anybody.
func (c *checking) loud(r *questionnaire.Rule, nth int) (loud, bool) {
	must := c.anybody.must(r)
	for _, s := range c.sight.samples {
		if lanes := s.is(must); lanes != 0 {
			if nth--; nth < 0 {
				return loud{r, c.hangsOn(r), s, bits.TrailingZeros64(lanes)}, true
			}
		}
	}
	return loud{}, false
}

// loud is somebody of a sample for whom a rule is certain.
type loud struct {
	rule   *questionnaire.Rule
	hangs  []int // the questions that the rule hangs on
	sample sample
	lane   int
}

// mostQuieted is how much of what somebody says is tried to be left out.
const mostQuieted = 8

// quieted are these people, each with as little to say as the rule needs: first
// without a whole answer, and then without a part of one.
func (c *checking) quieted(some []loud, silent sample) sample {
	s := slices.Clone(silent)
	for lane, one := range some {
		for _, i := range one.hangs {
			s.copy(c.anybody.free[i].inputs(), lane, one.sample, one.lane)
		}
	}
	for k := range mostQuieted {
		c.quieten(s, some, silent, func(lane int) []lit {
			if hangs := some[lane].hangs; k < len(hangs) {
				return c.anybody.free[hangs[len(hangs)-1-k]].inputs()
			}
			return nil
		})
	}
	parts := make([][]piece, len(some))
	for lane, one := range some {
		parts[lane] = c.partsOf(one.hangs, s, lane)
	}
	none := make(sample, len(s))
	for k := range mostQuieted {
		c.quieten(s, some, none, func(lane int) []lit {
			if k < len(parts[lane]) && parts[lane][k].canGo(s, lane) {
				return []lit{parts[lane][k].input}
			}
			return nil
		})
	}
	s.work(c.formula, 1)
	return s
}

// quieten lets each of these say what others say to some inputs, if the rule stays
// certain for her.
func (c *checking) quieten(s sample, some []loud, others sample, inputs func(lane int) []lit) {
	before := slices.Clone(s)
	for lane := range some {
		s.copy(inputs(lane), lane, others, lane)
	}
	s.work(c.formula, 1)
	for lane, one := range some {
		if s.is(c.anybody.must(one.rule))>>lane&1 == 0 {
			for _, i := range one.hangs {
				s.copy(c.anybody.free[i].inputs(), lane, before, lane)
			}
		}
	}
}

// piece is a part of an answer.
type piece struct {
	reply *reply
	input lit
}

// partsOf are all that somebody says of what a rule hangs on, the last first: of what
// is counted, the second can go before the first.
func (c *checking) partsOf(questions []int, s sample, lane int) []piece {
	var all []piece
	for _, i := range questions {
		r := c.anybody.free[i]
		if s.says(r.open, lane) {
			continue
		}
		for _, l := range slices.Backward(r.inputs()) {
			if l != r.which && s.says(l, lane) {
				all = append(all, piece{r, l})
			}
		}
	}
	return all
}

// canGo tells whether what is left is an answer.
func (p piece) canGo(s sample, lane int) bool {
	n := 0
	for _, chosen := range p.reply.chosen {
		for _, l := range chosen {
			n += btoi(s.says(l, lane))
		}
	}
	return n > 1 || p.input == p.reply.doubts || p.reply.shape.question.TakesMedicines()
}

func (s sample) says(l lit, lane int) bool { return s.is(l)>>lane&1 == 1 }

// saying is a sample of people who all say nothing to every question, or decline
// where that cannot be said.
func (c *checking) saying(quiet silence) sample {
	s := make(sample, c.sight.made)
	for _, r := range c.anybody.free {
		says := quiet.say(r)
		if says == nil {
			says = declining{}.say(r)
		}
		for l, is := range says {
			if is {
				s[l.node()] = ^uint64(0)
			}
		}
		if s[r.open.node()] != 0 && len(r.chosen) > 0 && !r.shape.question.TakesMedicines() {
			s[r.chosen[0][0].node()] = ^uint64(0) // what is chosen means nothing while it is open, but something is
		}
	}
	return s
}

// hangsOn are the places of the questions that a rule hangs on.
func (c *checking) hangsOn(r *questionnaire.Rule) []int {
	seen := map[int]bool{}
	for _, when := range reaching(r.When) {
		for i := range c.looksAt(when) {
			seen[i] = true
		}
	}
	var all []int
	for i := range c.q.Questions {
		if seen[i] {
			all = append(all, i)
		}
	}
	return all
}

// copy lets somebody say what somebody else says, as far as these inputs go.
func (s sample) copy(inputs []lit, lane int, from sample, at int) {
	for _, l := range inputs {
		s[l.node()] = s[l.node()]&^(1<<lane) | from[l.node()]>>at&1<<lane
	}
}

func (r *reply) inputs() []lit {
	all := append([]lit{r.open, r.which}, slices.Concat(r.chosen...)...)
	if r.doubts != no {
		all = append(all, r.doubts)
	}
	return all
}

// neededBy marks them for some people.
func (c *checking) neededBy(needed []bool, promises []keptPromise, is func(lit) uint64) {
	for _, p := range promises {
		var once, more uint64
		for _, k := range p.by {
			now := is(k.keeps)
			once, more = once|now, more|once&now
		}
		alone := once &^ more & is(c.anybody.truth(p.to).must)
		for _, k := range p.by {
			if alone != 0 && is(k.keeps)&alone != 0 {
				needed[k.rule.Index] = true
			}
		}
	}
}

// speaksAtSight reports that one of these rules fires for the person of a scenario.
func (c *checking) speaksAtSight(at int, these func(*questionnaire.Rule) bool) bool {
	s := c.sight.scenarios[at/64]
	return slices.ContainsFunc(c.q.Rules, func(r *questionnaire.Rule) bool {
		return these(r) && s.is(c.anybody.may(r))>>(at%64)&1 == 1
	})
}
