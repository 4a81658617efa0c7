package screening

import (
	"cmp"

	"github.com/ask-first/askfirst/internal/order"
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
	reasons := v.fired(s.q.Rules)
	fires := make([]Fire, len(reasons))
	for i, reason := range reasons {
		fires[i] = Fire{reason, v.span(reason.Rule.When).low == No}
	}
	order.Stable(fires, func(a, b *Fire) int {
		return cmp.Or(certainFirst(a.Certain, b.Certain), certainFirst(b.Waiting, a.Waiting), cmp.Compare(b.Urgency(), a.Urgency()))
	})
	return fires
}
