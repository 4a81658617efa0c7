package prove

import (
	"encoding/binary"
	"slices"
)

// lit is a node of the formula or its opposite: twice the node's place, and one
// more for the opposite.
type lit int32

// Node 0 is what always holds.
const (
	yes lit = 0
	no  lit = 1
)

func (l lit) not() lit  { return l ^ 1 }
func (l lit) node() int { return int(l >> 1) }
func (l lit) neg() bool { return l&1 == 1 }

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// formula is a circuit of "and" gates over free inputs. A gate comes after all
// that it looks at, and two gates are never the same, so that conditions which
// authors repeat cost nothing.
type formula struct {
	kids   [][]lit // by node; nil for an input
	usual  []bool  // by node: what it mostly is; the solver begins there
	bound  []int32 // by node: the place in limits of what binds an input, or -1
	limits []limit
	known  map[string]lit // gates, by what they look at
	// Of the gate that is being looked up; kept, so that none is made for nothing.
	key    []byte
	buffer []lit
}

// limit binds some inputs to one another, such as the answers of which one must
// be chosen. An input is in one limit at most, and every limit can be met
// whatever all others are: that is what makes it sound to leave out what a query
// does not hang on.
type limit struct {
	inputs  []lit
	clauses [][]lit // over the inputs, and gates over them
}

func newFormula() *formula {
	f := &formula{known: map[string]lit{}}
	f.node(nil)
	f.usual[0] = true
	return f
}

// node is called for each gate; written out in each place, it would make the program
// 5 kB larger.
//
//go:noinline
func (f *formula) node(kids []lit) lit {
	usual := kids != nil
	for _, l := range kids {
		usual = usual && f.usual[l.node()] != l.neg()
	}
	f.usual = append(f.usual, usual)
	f.kids = append(f.kids, kids)
	f.bound = append(f.bound, -1)
	return lit(2 * (len(f.kids) - 1))
}

func (f *formula) input() lit { return f.node(nil) }

// isInput tells inputs from gates. The constant is neither.
func (f *formula) isInput(node int) bool { return node > 0 && f.kids[node] == nil }

// bind adds a limit on inputs.
func (f *formula) bind(inputs []lit, clauses ...[]lit) {
	if len(clauses) == 0 {
		return
	}
	for _, l := range inputs {
		f.bound[l.node()] = int32(len(f.limits))
	}
	f.limits = append(f.limits, limit{slices.Clone(inputs), clauses})
}

// and is true when all are. Like node, it is not copied into each place.
//
//go:noinline
func (f *formula) and(lits ...lit) lit {
	f.buffer = append(f.buffer[:0], lits...)
	return f.gate(f.buffer)
}

// or is true when one of them is.
func (f *formula) or(lits ...lit) lit {
	f.buffer = f.buffer[:0]
	for _, l := range lits {
		f.buffer = append(f.buffer, l.not())
	}
	return f.gate(f.buffer).not()
}

// gate is true when all are. It puts them in order.
func (f *formula) gate(kids []lit) lit {
	slices.Sort(kids)
	kids = slices.Compact(kids)
	if len(kids) > 0 && kids[0] == yes {
		kids = kids[1:]
	}
	if len(kids) > 0 && kids[0] == no {
		return no
	}
	for i := 1; i < len(kids); i++ {
		if kids[i] == kids[i-1].not() {
			return no
		}
	}
	switch len(kids) {
	case 0:
		return yes
	case 1:
		return kids[0]
	}
	f.key = f.key[:0]
	for _, l := range kids {
		f.key = binary.NativeEndian.AppendUint32(f.key, uint32(l))
	}
	if l, ok := f.known[string(f.key)]; ok {
		return l
	}
	l := f.node(slices.Clone(kids))
	f.known[string(f.key)] = l
	return l
}

// choose is a where the condition holds, and b elsewhere.
func (f *formula) choose(condition, a, b lit) lit {
	if a == b {
		return a
	}
	return f.and(f.or(condition.not(), a), f.or(condition, b))
}

// differ is true when the two are not the same.
func (f *formula) differ(a, b lit) lit {
	if a == b {
		return no
	}
	return f.and(f.or(a, b), f.and(a, b).not())
}

// atLeast is true when so many of them are.
func (f *formula) atLeast(least int, of []lit) lit {
	switch {
	case least <= 0:
		return yes
	case least > len(of):
		return no
	case least == 1:
		return f.or(of...)
	case least == len(of):
		return f.and(of...)
	}
	// count[k] is true when more than k of those seen so far are.
	count := make([]lit, least)
	for i := range count {
		count[i] = no
	}
	for _, l := range of {
		for k := least - 1; k > 0; k-- {
			count[k] = f.or(count[k], f.and(count[k-1], l))
		}
		count[0] = f.or(count[0], l)
	}
	return count[least-1]
}

// atMostOne are the clauses that keep two of them from being true.
func (f *formula) atMostOne(of []lit) [][]lit {
	var clauses [][]lit
	const few = 6
	if len(of) <= few {
		for i, a := range of {
			for _, b := range of[i+1:] {
				clauses = append(clauses, []lit{a.not(), b.not()})
			}
		}
		return clauses
	}
	before := of[0] // one so far
	for _, l := range of[1:] {
		clauses = append(clauses, []lit{before.not(), l.not()})
		before = f.or(before, l)
	}
	return clauses
}
