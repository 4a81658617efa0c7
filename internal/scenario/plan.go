package scenario

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// first is kept when the plan opens with any one of those who will do.
func (c Came) first(all *failures, first questionnaire.Need) {
	switch {
	case len(first.AnyOf) == 0:
	case len(c.Plan.Steps) == 0:
		all.add(first.At, "the plan has no step; expected that it opens with %s", first)
	case !slices.Contains(first.AnyOf, c.Plan.Steps[0].Clinician):
		opens := c.Plan.Steps[0]
		all.add(first.At, "the plan opens with %s (%s); expected that it opens with %s", opens.Clinician.ID, opens.Urgency, first)
	}
}

// steps are at most so many.
func (c Came) steps(all *failures, e questionnaire.Expectation) {
	if n := len(c.Plan.Steps); e.Steps > 0 && n > e.Steps {
		all.add(e.StepsAt, "the plan has %d steps (%s); expected %d at most", n, strings.Join(StepsOf(c.Plan), ", "), e.Steps)
	}
}

// StepsOf names the steps of a plan: "pharmacist (today)".
func StepsOf(p screening.Plan) []string {
	return each(p.Steps, func(s screening.Step) string { return s.Clinician.ID + " (" + s.Urgency.String() + ")" })
}
