package screening

import "github.com/ask-first/askfirst/internal/questionnaire"

// Change is what a changed answer did to the conversations.
type Change struct {
	Gained []*questionnaire.Clinician
	Lost   []*questionnaire.Clinician
	Sooner []*questionnaire.Clinician // also: certain now, and only possible before
	Later  []*questionnaire.Clinician // also the other way round
}

// None reports whether nothing changed.
func (c Change) None() bool {
	return len(c.Gained)+len(c.Lost)+len(c.Sooner)+len(c.Later) == 0
}

// Since compares an outcome with an earlier one.
func (o Outcome) Since(earlier Outcome) Change {
	var change Change
	for _, c := range o.Conversations {
		switch before := earlier.With(c.Clinician); {
		case before == nil:
			change.Gained = append(change.Gained, c.Clinician)
		case c.Urgency > before.Urgency, c.Urgency == before.Urgency && c.Certain && !before.Certain:
			change.Sooner = append(change.Sooner, c.Clinician)
		case c.Urgency < before.Urgency, !c.Certain && before.Certain:
			change.Later = append(change.Later, c.Clinician)
		}
	}
	for _, c := range earlier.Conversations {
		if o.With(c.Clinician) == nil {
			change.Lost = append(change.Lost, c.Clinician)
		}
	}
	return change
}

// Since compares a plan with an earlier one, step by step. Whether a step is
// certain does not change: every step carries something that is.
func (p Plan) Since(earlier Plan) Change {
	var change Change
	for _, s := range p.Steps {
		switch before := earlier.With(s.Clinician); {
		case before == nil:
			change.Gained = append(change.Gained, s.Clinician)
		case s.Urgency > before.Urgency:
			change.Sooner = append(change.Sooner, s.Clinician)
		case s.Urgency < before.Urgency:
			change.Later = append(change.Later, s.Clinician)
		}
	}
	for _, s := range earlier.Steps {
		if p.With(s.Clinician) == nil {
			change.Lost = append(change.Lost, s.Clinician)
		}
	}
	return change
}
