package screening

import "github.com/ask-first/askfirst/internal/questionnaire"

// want is what several needs have in common: the same choices in the same order.
type want struct {
	choices choices
	set     set
	times   int // how many needs
}

// fewest is whom the plan has her talk to: the smallest set of clinicians that meets
// every want; among those the one with the best-liked choices; among those the
// one that comes first in the order of the questionnaire.
//
// A need likes a set by the position of its best choice in it, the first being
// 0; the sum over all needs is the set's price, and the least is best.
//
// Whoever is the only choice of a need is in every such set. What these leave
// open falls apart into groups of clinicians that no need joins, and each group
// is searched by itself: in a real questionnaire there is nearly nothing left
// to search.
func fewest(wants []want) set {
	var fixed, free set
	for _, w := range wants {
		if w.set.size() == 1 {
			fixed |= w.set
		}
	}
	for _, w := range wants {
		if w.set&fixed == 0 {
			free |= w.set
		}
	}
	if free == 0 {
		return fixed
	}
	s := search{wants: wants, fixed: fixed, unmet: make([]want, 0, len(wants)), priced: make([]want, 0, len(wants))}
	plan := fixed
	for _, group := range groupsOf(wants, free) {
		if group != 0 {
			plan |= s.within(group)
		}
	}
	return plan
}

// groupsOf parts the free clinicians so that no want has some in two groups.
// Those behind the last are empty.
func groupsOf(wants []want, free set) (groups [32]set) {
	for _, w := range wants {
		joined := w.set & free
		if joined == 0 {
			continue
		}
		for i, g := range groups {
			if g&joined != 0 {
				joined |= g
				groups[i] = 0
			}
		}
		for i, g := range groups {
			if g == 0 {
				groups[i] = joined
				break
			}
		}
	}
	return groups
}

// search looks for the best set within one group.
type search struct {
	wants  []want
	fixed  set    // chosen in any case
	unmet  []want // what the fixed ones do not meet, of this group
	priced []want // whose price hangs on the group

	best  set
	size  int
	price int
}

func (s *search) within(group set) set {
	s.unmet, s.priced = s.unmet[:0], s.priced[:0]
	for size := 2; size <= questionnaire.MaxAlternatives; size++ { // the narrowest first
		for _, w := range s.wants {
			if w.set.size() == size && w.set&group != 0 {
				s.priced = append(s.priced, w)
				if w.set&s.fixed == 0 && !s.implied(w) {
					s.unmet = append(s.unmet, w)
				}
			}
		}
	}
	s.size = group.size() + 1
	s.choose(0, group)
	return s.best
}

// implied tells a want that is met wherever one before it is.
func (s *search) implied(w want) bool {
	for _, u := range s.unmet {
		if u.set&^w.set == 0 {
			return true
		}
	}
	return false
}

// choose goes through every set that has the chosen clinicians and others of the
// allowed ones, as far as it can still be the best.
func (s *search) choose(chosen, allowed set) {
	narrowest, most := set(0), 0
	var apart set // wants that have no clinician in common need one each
	least := chosen.size()
	for _, w := range s.unmet {
		if w.set&chosen != 0 {
			continue
		}
		left := w.set & allowed
		if left == 0 {
			return
		}
		if narrowest == 0 || left.size() < most {
			narrowest, most = left, left.size()
		}
		if left&apart == 0 {
			apart |= left
			least++
		}
	}
	if least > s.size || least == s.size && s.priceOf(chosen|allowed) > s.price {
		return
	}
	if narrowest == 0 {
		s.propose(chosen)
		return
	}
	for clinician := range narrowest.all() {
		allowed &^= only(clinician) // the sets with this one are all seen below
		s.choose(chosen|only(clinician), allowed)
	}
}

func (s *search) propose(chosen set) {
	size, price := chosen.size(), s.priceOf(chosen)
	if size < s.size || size == s.size && (price < s.price || price == s.price && chosen.before(s.best)) {
		s.best, s.size, s.price = chosen, size, price
	}
}

// priceOf is how far the group's wants are from their first choices; of a want
// that is not met it says nothing.
func (s *search) priceOf(chosen set) int {
	sum := 0
	for _, w := range s.priced {
		if _, position := w.choices.best(chosen | s.fixed); position > 0 {
			sum += position * w.times
		}
	}
	return sum
}
