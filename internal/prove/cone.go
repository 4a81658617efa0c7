package prove

// cone is the part of the formula that a query hangs on, as clauses for the
// solver, which counts variables from 1. What follows at sight from what is wanted
// is left out of it, and so are gates that one clause alone looks at: to hand a
// problem over costs more than to solve it, mostly.
type cone struct {
	nodes   []int // by variable less 1
	clauses [][]int
	settled []lit // what follows at sight
}

// cones are what is noted while a cone is cut. It is kept from one query to the
// next so that the memory is.
type cones struct {
	query, round int32
	notes        []note  // by node
	limited      []int32 // by limit: the query that it is part of
	rows         [][]int
	row          []int // the end of what the rows are made of
	nodes        []int
	needed       []lit
}

// note is what is known of a node in a query.
type note struct {
	query  int32 // else it is of an earlier one
	round  int32 // in which its value was looked for in vain
	number int32 // its variable in the solver; 0: none yet
	value  int8  // 1: true, -1: false
	inAnd  bool  // an "and" that must be true looks at it
	passed bool  // it is known what stands for it
	by     lit   // what does
	uses   [2]int32
}

func (p *prover) note(node int) *note {
	n := &p.notes[node]
	if n.query != p.query {
		*n = note{query: p.query}
	}
	return n
}

// cone cuts it. It returns nil if nobody is as wanted, and that is seen at sight.
func (p *prover) cone(wanted []lit) *cone {
	p.query++
	p.round++
	p.notes = append(p.notes, make([]note, len(p.kids)-len(p.notes))...)
	p.limited = append(p.limited, make([]int32, len(p.limits)-len(p.limited))...)
	p.rows, p.row, p.needed = p.rows[:0], p.row[:0], p.needed[:0]
	p.note(yes.node()).value = 1
	c := &cone{nodes: p.nodes[:0]}
	ways, ok := p.settle(c, wanted)
	if !ok {
		return nil
	}
	ways = p.count(ways)
	for _, way := range ways {
		p.clause(c, way, 0)
	}
	for _, l := range p.needed {
		p.define(c, l)
	}
	c.clauses, p.nodes = p.rows, c.nodes
	return c
}

// value is 1 or -1 where it follows from what is settled what a literal is, and else 0.
func (p *prover) value(l lit) int8 {
	n := p.note(l.node())
	if n.value == 0 && n.round != p.round {
		n.round = p.round
		if kids := p.kids[l.node()]; kids != nil {
			least := int8(1)
			for _, kid := range kids {
				if least = min(least, p.value(kid)); least < 0 {
					break
				}
			}
			n.value = least
		}
	}
	if l.neg() {
		return -n.value
	}
	return n.value
}

// settle follows what is wanted as far as there is only one way. What is left are
// lists of which one must hold each.
func (p *prover) settle(c *cone, wanted []lit) (ways [][]lit, ok bool) {
	if p.whole {
		return p.everything(wanted), true
	}
	for todo := append([]lit(nil), wanted...); len(todo) > 0; {
		for len(todo) > 0 {
			l := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			switch value := p.value(l); {
			case value < 0:
				return nil, false
			case value > 0:
				continue
			}
			p.note(l.node()).value = 1 - 2*int8(l&1)
			c.settled = append(c.settled, l)
			kids := p.kids[l.node()]
			switch {
			case kids == nil:
				ways = append(ways, p.limit(l)...)
			case l.neg():
				ways = append(ways, opposites(kids))
			default:
				todo = append(todo, kids...)
			}
		}
		p.round++
		left := ways[:0]
		for _, way := range ways {
			switch open, holds := p.open(way); {
			case holds:
			case len(open) == 0:
				return nil, false
			case len(open) == 1:
				todo = append(todo, open[0])
			default:
				left = append(left, open)
			}
		}
		ways = left
	}
	return ways, true
}

// everything leaves nothing out: for the test.
func (p *prover) everything(wanted []lit) [][]lit {
	for node := 1; node < len(p.kids); node++ {
		for range 2 { // so that no gate is written in another's place
			p.use(lit(2*node), false)
			p.use(lit(2*node+1), false)
		}
	}
	var ways [][]lit
	for _, l := range wanted {
		if l != yes {
			ways = append(ways, []lit{l})
		}
	}
	return ways
}

// limit are the clauses that bind an input, if they are not in the cone yet.
func (p *prover) limit(input lit) [][]lit {
	at := p.bound[input.node()]
	if at < 0 || p.limited[at] == p.query {
		return nil
	}
	p.limited[at] = p.query
	return p.limits[at].clauses
}

// open are those of a list that are not settled; holds: one of the others is true.
func (p *prover) open(list []lit) (open []lit, holds bool) {
	for i, l := range list {
		switch value := p.value(l); {
		case value > 0:
			return nil, true
		case value < 0 && open == nil:
			open = append(make([]lit, 0, len(list)), list[:i]...)
		case value == 0 && open != nil:
			open = append(open, l)
		}
	}
	if open == nil {
		return list, false
	}
	return open, false
}

// count notes how often each literal is looked at, from the ways on, and returns
// them with the limits of the inputs that it comes to.
func (p *prover) count(ways [][]lit) [][]lit {
	for i := 0; i < len(ways); i++ {
		for _, l := range ways[i] {
			p.use(l, false)
		}
	}
	from := len(ways)
	for i := 0; i < len(p.needed); i++ {
		l := p.needed[i]
		kids := p.kids[l.node()]
		for _, kid := range kids {
			p.use(kid^l&1, !l.neg())
		}
		if kids == nil {
			for _, row := range p.limit(l) {
				if open, holds := p.open(row); !holds {
					ways = append(ways, open)
				}
			}
		}
		for ; from < len(ways); from++ {
			for _, l := range ways[from] {
				p.use(l, false)
			}
		}
	}
	return ways
}

func (p *prover) use(l lit, inAnd bool) {
	l = p.through(l)
	n := p.note(l.node())
	if n.value != 0 {
		return
	}
	n.uses[l&1]++
	if n.uses[l&1] == 1 {
		n.inAnd = inAnd && !l.neg() || n.inAnd && l.neg()
		p.needed = append(p.needed, l)
	}
}

// through passes over gates of which all but one kid is known to be true.
func (p *prover) through(l lit) lit {
	if p.whole {
		return l
	}
	n := p.note(l.node())
	if !n.passed {
		n.passed, n.by = true, p.pass(l&^1)
	}
	return n.by ^ l&1
}

func (p *prover) pass(l lit) lit {
	for p.value(l) == 0 {
		only := no
		for _, kid := range p.kids[l.node()] {
			if p.value(kid) == 0 {
				if only != no {
					return l
				}
				only = kid
			}
		}
		if only == no {
			return l
		}
		l = only ^ l&1
	}
	return l
}

// inlined tells whether what a literal means is written where it is looked at.
func (p *prover) inlined(l lit) bool {
	n := p.note(l.node())
	return p.kids[l.node()] != nil && n.uses[l&1] == 1 && n.uses[l&1^1] == 0 && (l.neg() || n.inAnd)
}

// define says of a gate what follows from it where it must be true, and where it
// must be false from what.
func (p *prover) define(c *cone, l lit) {
	if kids := p.kids[l.node()]; kids == nil || p.inlined(l) {
		return
	} else if l.neg() {
		p.clause(c, kids, 1, p.variable(c, l.not()))
	} else {
		p.follow(c, kids, p.variable(c, l.not()))
	}
}

func (p *prover) follow(c *cone, kids []lit, from int) {
	for _, kid := range kids {
		switch kid = p.through(kid); {
		case p.value(kid) > 0:
		case !kid.neg() && p.inlined(kid):
			p.follow(c, p.kids[kid.node()], from)
		default:
			p.clause(c, []lit{kid}, 0, from)
		}
	}
}

// clause begins with what is a variable already. With a flip of 1 it goes on with
// the opposites of the literals.
func (p *prover) clause(c *cone, lits []lit, flip lit, first ...int) {
	start := len(p.row)
	p.row = append(p.row, first...)
	p.write(c, lits, flip)
	p.rows = append(p.rows, p.row[start:len(p.row):len(p.row)])
}

func (p *prover) write(c *cone, lits []lit, flip lit) {
	for _, l := range lits {
		switch l = p.through(l ^ flip); {
		case p.value(l) < 0:
		case l.neg() && p.inlined(l):
			p.write(c, p.kids[l.node()], 1)
		default:
			p.row = append(p.row, p.variable(c, l))
		}
	}
}

func opposites(lits []lit) []lit {
	all := make([]lit, len(lits))
	for i, l := range lits {
		all[i] = l.not()
	}
	return all
}

// variable is the solver's word for a literal. The solver takes a variable to be
// false as long as nothing speaks against it, so that is what a node usually is.
func (p *prover) variable(c *cone, l lit) int {
	n := p.note(l.node())
	if n.number == 0 {
		c.nodes = append(c.nodes, l.node())
		n.number = int32(len(c.nodes))
	}
	if l.neg() != p.usual[l.node()] {
		return -int(n.number)
	}
	return int(n.number)
}
