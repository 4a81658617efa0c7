package screening

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Change is what a changed answer did to the conversations.
type Change struct {
	Gained []*questionnaire.Clinician
	Lost   []*questionnaire.Clinician
	Sooner []*questionnaire.Clinician // also: certain now, and only possible before
	Later  []*questionnaire.Clinician // also the other way round
	Words  []*questionnaire.Clinician // as soon as before, for another reason or with other words to say; of a plan
}

// None reports whether nothing changed.
func (c Change) None() bool {
	return len(c.Gained)+len(c.Lost)+len(c.Sooner)+len(c.Later)+len(c.Words) == 0
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
		case !s.sounds(*before):
			change.Words = append(change.Words, s.Clinician)
		}
	}
	for _, s := range earlier.Steps {
		if p.With(s.Clinician) == nil {
			change.Lost = append(change.Lost, s.Clinician)
		}
	}
	return change
}

// sounds reports whether a step gives the same reasons and the same words as another.
func (s Step) sounds(other Step) bool {
	same := slices.EqualFunc(s.Reasons, other.Reasons, func(a, b Reason) bool { return a.Rule.ID == b.Rule.ID && a.Certain == b.Certain })
	w, o := s.Words(), other.Words()
	facts := func(a, b Fact) bool { return a.Text() == b.Text() }
	requests := func(a, b Request) bool { return a.Text == b.Text }
	return same && w.ReportFirst == o.ReportFirst &&
		slices.EqualFunc(w.Facts, o.Facts, facts) && slices.EqualFunc(w.MoreFacts, o.MoreFacts, facts) &&
		slices.EqualFunc(w.Requests, o.Requests, requests) && slices.EqualFunc(w.MoreRequests, o.MoreRequests, requests)
}
