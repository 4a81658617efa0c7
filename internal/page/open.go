package page

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// leftOpen is one quiet line for all that she left open. What would be for today does not
// hide behind it: the line says so, and whom to ask. Of private questions nothing more
// is said. Nor is a number after she had enough: on the way she was told about how many
// questions were left, and some of those that are open now would never have been asked.
func (m *maker) leftOpen(v visit.Visit, plan screening.Plan) {
	o := plan.Open
	if o.None() {
		return
	}
	label := m.w.Open.Heading
	n := len(o.Questions())
	if n > 0 && !v.Said().Stopped() {
		label = m.w.Count(m.w.Open.Line, n)
	}
	// Where there is nothing else, whom to ask and how soon stands above.
	if n > 0 && len(plan.Steps) > 0 && o.Urgency >= questionnaire.Today {
		label = wording.Fill(m.w.Open.Perhaps, "line", label, "urgency", within(Urgent(m.w, o.Urgency)), "who", within(o.With.Name))
	}
	m.gap()
	m.choose(&Choice{Label: label, Opens: Unfolded{}})
}

// unfolded is every question that she left open, and whom each could lead to.
func unfolded(w *wording.Words, v visit.Visit) (Page, bool) {
	plan := v.Plan()
	o := plan.Open
	if o.None() {
		return Page{}, false
	}
	m := newMaker(w, OpenPage, v.Questionnaire().Title)
	m.add(Title, w.Open.Heading)
	m.add(Note, through(w, plan))
	questions := o.Questions()
	for _, left := range questions {
		m.gap()
		m.add(Text, left.Question.Ask)
		m.add(Because, wording.Fill(w.Open.Could, "who", namesOf(left.Could, v.Region())))
	}
	if len(questions) == 0 {
		m.gap()
		m.add(Text, w.Kiosk.Private)
	}
	m.backAlone()
	return m.everywhere(), true
}

// unfoldedOf is what she left open that the talk with a clinician would carry too.
func unfoldedOf(w *wording.Words, v visit.Visit, clinician string) (Page, bool) {
	s := step(v, clinician)
	if s == nil {
		return Page{}, false
	}
	m := newMaker(w, OpenPage, s.Clinician.Name)
	m.add(Title, w.Open.Heading)
	if !m.perhaps(v, *s) {
		return Page{}, false
	}
	m.backAlone()
	return m.everywhere(), true
}

// perhaps lists what she left open that may be a reason for a step, if there is anything.
func (m *maker) perhaps(v visit.Visit, s screening.Step) bool {
	open := LeftOpen(m.w, v.Questionnaire().Formulary, s.Reasons[s.Certain:])
	m.items(m.w.Card.Unsure, open.Unsure)
	m.items(m.w.Card.Unknown, open.Unknown)
	m.items(m.w.Card.Declined, open.Declined)
	return len(open.Unsure)+len(open.Unknown)+len(open.Declined) > 0
}

// through is who goes through what is open, and how soon. Somebody of the plan has an urgency
// already: where it is as soon, that one stands here too, and where it is not, this says why.
func through(w *wording.Words, plan screening.Plan) string {
	text, urgency := w.Open.With, plan.Open.Urgency
	if s := plan.With(plan.Open.With); s != nil {
		if text = w.Open.Sooner; s.Urgency >= urgency {
			text, urgency = w.Open.Along, s.Urgency
		}
	}
	return wording.Fill(text, "who", plan.Open.With.Name, "urgency", Urgent(w, urgency))
}
