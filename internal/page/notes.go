package page

import (
	"strconv"
	"time"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// Notes are the facilitator's, for the page that is on the wall and for what
// may happen beside it; never for the wall. spent is how long the present part
// of the plan has lasted.
func Notes(w *wording.Words, q *questionnaire.Questionnaire, s workshop.Session, spent time.Duration) []Page {
	pages := []Page{notesHere(w, q, s, spent)}
	if s.Plan() != nil {
		pages = append(pages, notesPlan(w, s))
	}
	for _, beside := range Beside(w, q) {
		if len(beside.Blocks) > 1 {
			pages = append(pages, beside)
		}
	}
	return pages
}

// Beside are the notes on what may happen beside the wall, in this order: somebody
// is in distress, somebody tells something of her own, the law, the laptop. One
// of which the questionnaire says nothing has its title alone.
func Beside(w *wording.Words, q *questionnaire.Questionnaire) []Page {
	n := w.Workshop.Notes
	distress := newNote(w, n.Distress)
	for _, d := range q.Workshop.Distress {
		distress.note(Loud, d.Title)
		distress.noteText(Text, d.Do)
	}
	telling := newNote(w, n.Telling)
	for _, d := range q.Workshop.Disclosures {
		telling.note(Loud, d.What)
		telling.note(Text, n.WeDo)
		telling.noteText(Item, d.WeDo)
		telling.note(Text, n.WeDoNot)
		telling.noteText(Item, d.WeDoNot)
	}
	law := newNote(w, n.Reporting)
	law.note(Quote, q.Workshop.ReportingSentence)
	laptop := newNote(w, n.Laptop)
	for _, list := range []struct {
		page  *maker
		lines []*questionnaire.Saying
	}{{law, q.Workshop.Reporting}, {laptop, q.Workshop.Laptop}} {
		for _, l := range list.lines {
			list.page.note(Item, l.Say)
		}
	}
	return []Page{distress.Page, telling.Page, law.Page, laptop.Page}
}

// notesHere is about the page that is on the wall.
func notesHere(w *wording.Words, q *questionnaire.Questionnaire, s workshop.Session, spent time.Duration) Page {
	n, step := w.Workshop.Notes, s.Step()
	p := newNote(w, n.Here)
	place, all := s.Place()
	p.note(Text, wording.Fill(n.Page, "n", strconv.Itoa(place), "all", strconv.Itoa(all)))
	if part := step.Plan; part != nil {
		p.note(Loud, wording.Fill(n.Part, "title", part.Title))
		p.note(Text, wording.Fill(n.Timer, "spent", strconv.Itoa(int(spent.Minutes())), "minutes", strconv.Itoa(part.Minutes)))
		p.noteText(Text, part.Do)
	}
	if v := step.Vignette; v != nil {
		p.note(Loud, wording.Fill(n.Story, "title", storyTitle(v), "tenderness", Tenderness(w, v)))
		p.note(Text, v.Point)
		p.note(Text, n.Outcome)
		said := workshop.SaidBy(q, v)
		plan, hers := said.Plan(nil), Hers(w, said)
		for _, s := range plan.Steps {
			p.note(Item, s.Clinician.Name+": "+Urgent(hers, s.Urgency))
		}
		for i, who := range workshop.AlsoPossible(plan) {
			if i == 0 {
				p.note(Text, n.Possible)
			}
			p.note(Item, who.Name)
		}
	}
	return p.Page
}

// notesPlan is the plan with its minutes.
func notesPlan(w *wording.Words, s workshop.Session) Page {
	n := w.Workshop.Notes
	p := newNote(w, n.Plan)
	for _, part := range s.Plan().Steps {
		title := part.Title
		if v := s.StoryOf(part); v != nil {
			title += ": " + storyTitle(v)
		}
		p.note(Item, wording.Fill(n.PlanPart, "minutes", strconv.Itoa(part.Minutes), "title", title))
	}
	return p.Page
}

// newNote begins a page of notes. Its place is what it is about.
func newNote(w *wording.Words, about string) *maker {
	m := newMaker(w, NotesPage, about)
	m.add(Title, about)
	m.gap()
	return m
}

// note adds texts; what is loud begins a part.
func (m *maker) note(manner Manner, texts ...string) {
	for _, t := range texts {
		if manner == Loud {
			m.gap()
		}
		m.add(manner, t)
	}
}

// noteText adds the paragraphs and lists of a text, without emphasis.
func (m *maker) noteText(manner Manner, t questionnaire.Text) { plainly(m.note, manner, t) }

// plainly adds the paragraphs and lists of a text one by one, without emphasis.
func plainly(add func(Manner, ...string), manner Manner, t questionnaire.Text) {
	for _, b := range t.Blocks() {
		as := manner
		if b.Item {
			as = Item
		}
		add(as, Block{Spans: b.Spans}.Text())
	}
}
