package wording

import (
	"strconv"
	"time"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/workshop"
)

// Notes are the facilitator's, for the page that is on the wall and for what
// may happen beside it; never for the wall. spent is how long the present part
// of the plan has lasted.
func (w *Words) Notes(q *questionnaire.Questionnaire, s workshop.Session, spent time.Duration) []Page {
	pages := []Page{w.notesHere(q, s, spent)}
	if s.Plan() != nil {
		pages = append(pages, w.notesPlan(s))
	}
	n := w.Workshop.Notes
	distress := Page{Heading: n.Distress}
	for _, d := range q.Workshop.Distress {
		distress.add(Loud, d.Title)
		distress.text(Told, d.Do)
	}
	telling := Page{Heading: n.Telling}
	for _, d := range q.Workshop.Disclosures {
		telling.add(Loud, d.What)
		telling.add(Told, n.WeDo)
		telling.text(Listed, d.WeDo)
		telling.add(Told, n.WeDoNot)
		telling.text(Listed, d.WeDoNot)
	}
	law := Page{Heading: n.Reporting}
	law.add(Quoted, q.Workshop.ReportingSentence)
	laptop := Page{Heading: n.Laptop}
	for _, list := range []struct {
		page  *Page
		lines []*questionnaire.Saying
	}{{&law, q.Workshop.Reporting}, {&laptop, q.Workshop.Laptop}} {
		for _, l := range list.lines {
			list.page.add(Listed, l.Say)
		}
	}
	for _, p := range []Page{distress, telling, law, laptop} {
		if len(p.Lines) > 0 {
			pages = append(pages, p)
		}
	}
	return pages
}

// notesHere is about the page that is on the wall.
func (w *Words) notesHere(q *questionnaire.Questionnaire, s workshop.Session, spent time.Duration) Page {
	n, step := w.Workshop.Notes, s.Step()
	p := Page{Heading: n.Here}
	place, all := s.Place()
	p.add(Told, Fill(n.Page, "n", strconv.Itoa(place), "all", strconv.Itoa(all)))
	if part := step.Plan; part != nil {
		p.add(Loud, Fill(n.Part, "title", part.Title))
		p.add(Told, Fill(n.Timer, "spent", strconv.Itoa(int(spent.Minutes())), "minutes", strconv.Itoa(part.Minutes)))
		p.text(Told, part.Do)
	}
	if v := step.Vignette; v != nil {
		p.add(Loud, Fill(n.Story, "title", StoryTitle(v), "tenderness", w.Tenderness(v)))
		p.add(Told, v.Point)
		p.add(Told, n.Outcome)
		var possible []string
		for _, c := range workshop.Outcome(q, v).Conversations {
			if c.Certain {
				p.add(Listed, c.Clinician.Name+": "+w.Urgent(c.Urgency))
			} else {
				possible = append(possible, c.Clinician.Name)
			}
		}
		if len(possible) > 0 {
			p.add(Told, n.Possible)
			p.add(Listed, possible...)
		}
	}
	return p
}

// notesPlan is the plan with its minutes.
func (w *Words) notesPlan(s workshop.Session) Page {
	n := w.Workshop.Notes
	p := Page{Heading: n.Plan}
	for _, part := range s.Plan().Steps {
		title := part.Title
		if v := s.StoryOf(part); v != nil {
			title += ": " + StoryTitle(v)
		}
		p.add(Listed, Fill(n.PlanPart, "minutes", strconv.Itoa(part.Minutes), "title", title))
	}
	return p
}
