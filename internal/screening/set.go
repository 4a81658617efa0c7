package screening

import (
	"iter"
	"math/bits"
)

// set is some of the clinicians, a bit each by its place in the questionnaire,
// which has at most [questionnaire.MaxClinicians].
type set uint32

func only(clinician int) set         { return 1 << clinician }
func (s set) has(clinician int) bool { return s&only(clinician) != 0 }
func (s set) size() int              { return bits.OnesCount32(uint32(s)) }

// all goes through its members in the order of the questionnaire.
func (s set) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; s != 0; s &= s - 1 {
			if !yield(bits.TrailingZeros32(uint32(s))) {
				return
			}
		}
	}
}

// before tells which of two sets of one size comes first: the one that has the
// first clinician in whom they differ.
func (s set) before(other set) bool {
	differ := s ^ other
	return differ&-differ&s != 0
}

// choices are the clinicians of one need, the best first: a byte each, the place
// in the questionnaire and one more, so that 0 ends them.
type choices uint64

func (c choices) with(clinician, place int) choices { return c | choices(clinician+1)<<(8*place) }

// all goes through them, the best first.
func (c choices) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; c != 0; c >>= 8 {
			if !yield(int(c&0xff) - 1) {
				return
			}
		}
	}
}

// best is the first that is in the set, and its position; -1 where none is.
func (c choices) best(of set) (clinician, position int) {
	for ; c != 0; c, position = c>>8, position+1 {
		if clinician = int(c&0xff) - 1; of.has(clinician) {
			return clinician, position
		}
	}
	return -1, 0
}

func (c choices) set() set {
	var s set
	for clinician := range c.all() {
		s |= only(clinician)
	}
	return s
}

// appended is the choices with one more behind them.
func (c choices) appended(clinician int) choices {
	place := 0
	for rest := c; rest != 0; rest >>= 8 {
		place++
	}
	return c.with(clinician, place)
}
