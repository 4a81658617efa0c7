package prove

import (
	"sync"
	"sync/atomic"

	"github.com/crillab/gophersat/solver"
)

// answer is what became of a query.
type answer uint8

const (
	nobody    answer = iota // proved: there is no such person
	somebody                // found
	undecided               // the budget was spent before either
)

// conflictsPerQuery and conflictsInAll are the budget, counted in the solver's
// dead ends and not in time, so that a questionnaire gets the same findings on
// every machine.
const (
	conflictsPerQuery = 20_000
	conflictsInAll    = 200_000
	// What is only for a smaller example may cost less, and comes off nothing.
	conflictsForSmaller = 500
)

// oneAtATime keeps solvers apart: gophersat has a buffer that all of them share,
// so that two which run at the same time could spoil each other's proofs.
var oneAtATime sync.Mutex

// prover puts queries to the solver, one after the other.
type prover struct {
	*formula
	whole bool // give the solver all of the formula, not only the query's cone
	most  int  // of the budget, that one query may spend
	left  int  // of the budget

	// The marks below are of this query where they equal its number.
	query    int32
	marks    [2][]int32 // by polarity: the node is needed true, or needed false
	numbered []int32
	number   []int32 // by node: its variable in the solver
	limited  []int32 // by limit
}

func newProver(f *formula) *prover {
	return &prover{formula: f, most: conflictsPerQuery, left: conflictsInAll}
}

// solution gives the inputs of somebody who was found. An input that the query
// does not hang on may be anything.
type solution struct {
	value map[int]bool // by node
}

// find looks for somebody for whom all of these hold.
func (p *prover) find(wanted ...lit) (solution, answer) {
	limit := min(p.most, p.left)
	s, result, spent := p.within(limit, wanted)
	p.left -= spent
	return s, result
}

// within looks for somebody until the solver has met so many dead ends, and says
// how many it met.
func (p *prover) within(limit int, wanted []lit) (solution, answer, int) {
	c := p.cone(wanted)
	switch {
	case c == nil:
		return solution{}, nobody, 0
	case limit <= 0:
		return solution{}, undecided, 0
	}
	model, result, spent := c.solve(limit)
	if result != somebody {
		return solution{}, result, spent
	}
	s := solution{map[int]bool{}}
	for i, node := range c.nodes {
		if p.isInput(node) {
			s.value[node] = i < len(model) && model[i]
		}
	}
	return s, somebody, spent
}

// cone is the part of the formula that a query hangs on, as clauses for the
// solver, which counts variables from 1.
type cone struct {
	nodes   []int // by variable less 1
	clauses [][]int
}

// cone follows the wanted backward. A gate that is only needed true must say
// what follows from it, and one that is only needed false what it follows from.
// It returns nil if the wanted contradict one another at first sight.
func (p *prover) cone(wanted []lit) *cone {
	p.query++
	if n := len(p.kids) - len(p.number); n > 0 {
		for i := range p.marks {
			p.marks[i] = append(p.marks[i], make([]int32, n)...)
		}
		p.numbered = append(p.numbered, make([]int32, n)...)
		p.number = append(p.number, make([]int32, n)...)
	}
	p.limited = append(p.limited, make([]int32, len(p.limits)-len(p.limited))...)
	c := &cone{}
	var needed []lit // still to be followed
	need := func(l lit) int {
		if mark := p.marks[l&1]; mark[l.node()] != p.query {
			mark[l.node()] = p.query
			needed = append(needed, l)
		}
		return p.variable(c, l)
	}
	clause := func(lits []lit, first ...int) {
		row := make([]int, 0, len(lits)+len(first))
		row = append(row, first...)
		for _, l := range lits {
			switch l {
			case yes:
				return
			case no:
				continue
			}
			row = append(row, need(l))
		}
		c.clauses = append(c.clauses, row)
	}
	// What is wanted and joined by "and" needs no variable for the joining.
	for todo := append([]lit(nil), wanted...); len(todo) > 0; {
		l := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		switch {
		case l == yes:
		case l == no:
			return nil
		case !l.neg() && p.kids[l.node()] != nil:
			todo = append(todo, p.kids[l.node()]...)
		case p.kids[l.node()] != nil:
			clause(opposites(p.kids[l.node()]))
		default:
			clause([]lit{l})
		}
	}
	if p.whole {
		for node := 1; node < len(p.kids); node++ {
			need(lit(2 * node))
			need(lit(2*node + 1))
		}
	}
	for len(needed) > 0 {
		l := needed[len(needed)-1]
		needed = needed[:len(needed)-1]
		kids := p.kids[l.node()]
		switch {
		case kids == nil:
			if at := p.bound[l.node()]; at >= 0 && p.limited[at] != p.query {
				p.limited[at] = p.query
				for _, row := range p.limits[at].clauses {
					clause(row)
				}
				for _, in := range p.limits[at].inputs {
					need(in)
				}
			}
		case l.neg():
			clause(opposites(kids), p.variable(c, l.not()))
		default:
			for _, kid := range kids {
				clause([]lit{kid}, p.variable(c, l.not()))
			}
		}
	}
	return c
}

func opposites(lits []lit) []lit {
	all := make([]lit, len(lits))
	for i, l := range lits {
		all[i] = l.not()
	}
	return all
}

// variable is the solver's word for a literal.
func (p *prover) variable(c *cone, l lit) int {
	node := l.node()
	if p.numbered[node] != p.query {
		p.numbered[node] = p.query
		c.nodes = append(c.nodes, node)
		p.number[node] = int32(len(c.nodes))
	}
	if l.neg() {
		return -int(p.number[node])
	}
	return int(p.number[node])
}

// solve runs gophersat, which cannot be told to stop. But it can be told to send
// every clause that it learns, and to send on a closed channel is the end of it.
// It must have ended before another solver begins: see oneAtATime. (The race
// detector takes that closing for a mistake; it is the point.)
func (c *cone) solve(limit int) ([]bool, answer, int) {
	if len(c.clauses) == 0 {
		return nil, somebody, 0
	}
	problem := solver.ParseSliceNb(c.clauses, len(c.nodes))
	if problem.Status == solver.Unsat {
		return nil, nobody, 0
	}
	oneAtATime.Lock()
	defer oneAtATime.Unlock()
	learned := make(chan string)
	done := make(chan solver.Status, 1)
	var stopping atomic.Bool
	s := solver.New(problem)
	s.Certified, s.CertChan = true, learned
	go func() {
		defer func() {
			if stopping.Load() && recover() != nil {
				done <- solver.Indet
			}
		}()
		done <- s.Solve()
	}()
	spent := 0
	for {
		select {
		case <-learned:
			if spent++; spent == limit {
				stopping.Store(true)
				close(learned)
				learned = nil // nothing more is read
			}
		case status := <-done:
			switch status {
			case solver.Sat:
				return s.Model(), somebody, spent
			case solver.Unsat:
				return nil, nobody, spent
			}
			return nil, undecided, spent
		}
	}
}
