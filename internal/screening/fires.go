package screening

import (
	"cmp"
	"slices"
)

// Fire is a rule that speaks, or may still.
type Fire struct {
	Reason
	// Waiting tells that the rule may yet turn out to say nothing, by what is not
	// answered yet. A possible rule that is not waiting stays at least possible.
	Waiting bool
}

// Fires lists the rules that the answers so far do not silence: certain ones
// first, then possible ones, then those that still wait; each by urgency.
func (s State) Fires() []Fire {
	v := s.look()
	var fires []Fire
	for _, rule := range s.q.Rules {
		span := v.span(rule.When)
		if truth := span.now(); truth != No {
			fires = append(fires, Fire{Reason{Rule: rule, Certain: truth == Yes, Because: v.because(rule.When)}, span.low == No})
		}
	}
	slices.SortStableFunc(fires, func(a, b Fire) int {
		return cmp.Or(certainFirst(a.Certain, b.Certain), certainFirst(b.Waiting, a.Waiting), cmp.Compare(b.Urgency(), a.Urgency()))
	})
	return fires
}
