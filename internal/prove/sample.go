package prove

import (
	"math/rand/v2"
	"slices"
)

// sample is 64 people drawn at random, one for each bit, with what each node is
// for them. Whoever is among them need not be looked for by the solver; that
// somebody is not among them shows nothing.
type sample []uint64

// samples are enough that most rules fire for somebody; the rest is proved.
const samples = 8

// sample draws people who are asked everything that anybody can be asked.
func (c *checking) sample() {
	c.sight.samples = make([]sample, samples)
	for i := range c.q.Questions {
		c.anybody.reply(i)
		c.anybody.isAsked(i)
	}
	for _, r := range c.q.Rules {
		c.anybody.truth(r.When)
	}
	for _, e := range c.q.Education {
		c.anybody.truth(e.Concerns)
	}
	for _, p := range c.q.Promises {
		c.anybody.truth(p.If)
	}
	random := rand.New(rand.NewPCG(1, 2)) // the same people every time
	for i := range c.sight.samples {
		c.sight.samples[i] = make(sample, len(c.kids))
		for _, r := range c.anybody.free {
			c.sight.samples[i].draw(r, random)
		}
		c.sight.samples[i].work(c.formula, 1)
	}
	c.sampleScenarios()
	c.sight.made = len(c.kids)
}

// draw sets a reply's inputs to replies that can be given.
func (s sample) draw(r *reply, random *rand.Rand) {
	for lane := range 64 {
		bit := uint64(1) << lane
		if random.IntN(5) == 0 {
			s[r.open.node()] |= bit
		}
		if random.IntN(2) == 0 {
			s[r.which.node()] |= bit
		}
		if r.doubts != no && random.IntN(5) == 0 {
			s[r.doubts.node()] |= bit
		}
		if len(r.chosen) == 0 {
			continue
		}
		switch {
		case r.shape.question.TakesOne():
			s[r.chosen[random.IntN(len(r.chosen))][0].node()] |= bit
		case r.shape.question.TakesMany():
			for n := 1 + random.IntN(3); n > 0; n-- {
				k := random.IntN(len(r.chosen))
				if r.alone(k) {
					r.clear(s, bit)
					n = 0
				}
				s[r.chosen[k][0].node()] |= bit
			}
		default:
			left := slices.Clone(r.shape.families)
			for n := random.IntN(4); n > 0 && len(left) > 0; n-- {
				i := random.IntN(len(left))
				family := left[i]
				left = slices.Delete(left, i, i+1)
				of := r.chosen[family.kinds[random.IntN(len(family.kinds))]]
				for j := range 1 + random.IntN(len(of)) {
					s[of[j].node()] |= bit
				}
			}
		}
	}
}

func (r *reply) alone(k int) bool {
	return r.shape.question.Answers[r.shape.kinds[k].answers[0]].Exclusive
}

func (r *reply) clear(s sample, lanes uint64) {
	for _, chosen := range r.chosen {
		for _, l := range chosen {
			s[l.node()] &^= lanes
		}
	}
}

func (s sample) is(l lit) uint64 {
	if l.neg() {
		return ^s[l.node()]
	}
	return s[l.node()]
}

func (s sample) gate(kids []lit) uint64 {
	all := ^uint64(0)
	for _, l := range kids {
		all &= s.is(l)
	}
	return all
}

// work works the gates out from the inputs, beginning at a node.
func (s sample) work(f *formula, from int) {
	s[0] = ^uint64(0)
	for node := from; node < len(s); node++ {
		if f.kids[node] != nil {
			s[node] = s.gate(f.kids[node])
		}
	}
}

// grow makes room for what was added to the formula; the replies given are
// drawn, and no other input may be new.
func (c *checking) grow(replies ...*reply) {
	random := rand.New(rand.NewPCG(3, uint64(len(c.kids))))
	for i, s := range c.sight.samples {
		old := len(s)
		s = append(s, make(sample, len(c.kids)-old)...)
		for _, r := range replies {
			s.draw(r, random)
		}
		s.work(c.formula, old)
		c.sight.samples[i] = s
	}
}

// growUnsure makes room for what was added to the formula since, and draws where the
// one who is unsure is so.
func (c *checking) growUnsure() {
	old := len(c.sight.samples[0])
	var replies []*reply
	drawn := map[int]bool{}
	for _, r := range c.sight.unsure.free {
		if r != nil && r.open.node() >= old {
			replies = append(replies, r)
			for _, l := range r.inputs() {
				drawn[l.node()] = true
			}
		}
	}
	c.grow(replies...)
	random := rand.New(rand.NewPCG(5, uint64(old)))
	for _, s := range c.sight.samples {
		for node := old; node < len(s); node++ {
			if c.isInput(node) && c.bound[node] < 0 && !drawn[node] {
				s[node] = random.Uint64() & random.Uint64() & random.Uint64() // one in eight
			}
		}
		s.work(c.formula, old)
	}
}

// say lets everybody say a, and her double b instead; where many can be chosen,
// beside what she says anyway.
func (t twice) say(s sample, a, b int) {
	s[t.a.open.node()], s[t.b.open.node()] = 0, 0
	all := ^uint64(0)
	many := t.question.TakesMany() && !t.a.alone(a) && !t.a.alone(b)
	if t.a.doubts != no {
		if !many { // one of the two leaves no rest
			s[t.a.doubts.node()] = 0
		}
		s[t.b.doubts.node()] = s[t.a.doubts.node()]
	}
	for k := range t.a.chosen {
		in, double := t.a.chosen[k][0].node(), t.b.chosen[k][0].node()
		switch {
		case k == a:
			// Half of the doubles say both.
			s[in], s[double] = all, 0
			if many {
				s[double] = 0xaaaaaaaaaaaaaaaa
			}
		case k == b:
			s[in], s[double] = 0, all
		case many && !t.a.alone(k):
			s[double] = s[in]
		default:
			s[in], s[double] = 0, 0
		}
	}
}

// hanging are the nodes that matter to a difference and change with the two
// replies, in the order in which they are worked out.
func (c *checking) hanging(t twice) []int {
	inputs := map[int]bool{}
	for _, r := range []*reply{t.a, t.b} {
		inputs[r.open.node()], inputs[r.which.node()] = true, true
		if r.doubts != no {
			inputs[r.doubts.node()] = true
		}
		for _, chosen := range r.chosen {
			for _, l := range chosen {
				inputs[l.node()] = true
			}
		}
	}
	known := map[int]bool{}
	var nodes []int
	var visit func(int) bool
	visit = func(node int) bool {
		if hangs, ok := known[node]; ok {
			return hangs
		}
		hangs := inputs[node]
		for _, l := range c.kids[node] {
			// All are visited, also behind the first that hangs.
			hangs = visit(l.node()) || hangs
		}
		known[node] = hangs
		if hangs {
			nodes = append(nodes, node)
		}
		return hangs
	}
	visit(t.differs.node())
	for node := range inputs {
		if _, seen := known[node]; !seen {
			nodes = append(nodes, node)
		}
	}
	slices.Sort(nodes)
	return nodes
}
