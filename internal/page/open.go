package page

import (
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// leftOpen is one quiet line for all that she left open. Of private questions nothing more
// is said. Nor is a number after she had enough: on the way she was told about how many
// questions were left, and some of those that are open now would never have been asked.
func (m *maker) leftOpen(v visit.Visit, o screening.Open) {
	if o.None() {
		return
	}
	label := m.w.Open.Heading
	if n := len(o.Questions()); n > 0 && !v.Said().Stopped() {
		label = m.w.Count(m.w.Open.Line, n)
	}
	m.gap()
	m.choose(&Choice{Label: label, Opens: Unfolded{}})
}

// unfolded is every question that she left open, and whom each could lead to.
func unfolded(w *wording.Words, v visit.Visit) (Page, bool) {
	o := v.Plan().Open
	if o.None() {
		return Page{}, false
	}
	m := newMaker(w, OpenPage, v.Questionnaire().Title)
	m.add(Title, w.Open.Heading)
	m.add(Note, wording.Fill(w.Open.With, "who", o.With.Name, "urgency", Urgent(w, o.Urgency)))
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
