package prove

import (
	"sync"
	"time"

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

	cones
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
	for _, l := range c.settled {
		if p.isInput(l.node()) {
			s.value[l.node()] = !l.neg()
		}
	}
	for i, node := range c.nodes {
		if p.isInput(node) {
			s.value[node] = (i < len(model) && model[i]) != p.usual[node]
		}
	}
	return s, somebody, spent
}

// solve runs gophersat, which cannot be told to stop. But it can be told to send
// every clause that it learns, and to send on a closed channel is the end of it.
// Nearly always it ends before anybody looks how far it is. Under the race detector,
// which takes that closing for a mistake, it runs to its end instead: the answer is
// the same, since what spent more than the limit is undecided in any case.
func (c *cone) solve(limit int) (model []bool, result answer, spent int) {
	if len(c.clauses) == 0 {
		return nil, somebody, 0
	}
	problem := solver.ParseSliceNb(c.clauses, len(c.nodes))
	if problem.Status == solver.Unsat {
		return nil, nobody, 0
	}
	oneAtATime.Lock()
	defer oneAtATime.Unlock()
	s := solver.New(problem)
	w := &watcher{learned: make(chan string, learnedAtOnce), limit: limit}
	s.Certified, s.CertChan = true, w.learned
	w.look() // for the first time
	status := w.run(s.Solve)
	switch spent = w.end(); {
	case spent >= limit:
		return nil, undecided, limit
	case status == solver.Sat:
		return s.Model(), somebody, spent
	}
	return nil, nobody, spent
}

const (
	learnedAtOnce = 256
	lookEvery     = 2 * time.Millisecond
)

// watcher counts what a solver learns, and stops it at the limit.
type watcher struct {
	learned chan string
	limit   int

	mutex   sync.Mutex
	spent   int
	stopped bool
	ended   bool
	next    *time.Timer
}

// run lets the solver run to its end, or to what is the end of it.
func (w *watcher) run(solve func() solver.Status) (status solver.Status) {
	defer func() {
		if w.isStopped() && recover() != nil {
			status = solver.Indet
		}
	}()
	return solve()
}

func (w *watcher) isStopped() bool {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.stopped
}

// look takes what is there, and closes the channel when that is too much.
func (w *watcher) look() {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.count()
	if w.spent >= w.limit && !w.stopped && !raceDetector {
		w.stopped = true
		close(w.learned)
	}
	if !w.stopped && !w.ended {
		w.next = time.AfterFunc(lookEvery, w.look)
	}
}

func (w *watcher) count() {
	for range len(w.learned) {
		<-w.learned
		w.spent++
	}
}

// end tells how much was learned.
func (w *watcher) end() int {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.ended = true
	w.next.Stop()
	w.count()
	return w.spent
}
