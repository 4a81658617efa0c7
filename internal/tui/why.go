package tui

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

// whyPage answers "why do you ask?": the reason, and everyone whom an answer can
// lead to.
func whyPage(w *wording.Words, q *questionnaire.Questionnaire, question *questionnaire.Question) page {
	h := hintsIn(w)
	return choicePage{
		place: question.Topic.Title, w: w,
		lay: func(s *sheet) {
			s.text(look.title, w.Why.Heading)
			s.text(look.faint, question.Ask)
			s.gap()
			s.text(look.plain, question.Why)
			if leads := screening.LeadsTo(q, question); len(leads) > 0 {
				s.gap()
				s.text(look.heading, w.Why.Leads)
				for _, who := range leads {
					s.hang("- ", look.plain, who.Name, noItem)
				}
			}
			s.gap()
			s.text(look.plain, w.Why.Free)
		},
		menu:    newMenu(item{label: w.Education.Back}),
		events:  []event{wentBackEvent{}},
		enter:   wentBackEvent{},
		hints:   []hint{h.scroll, h.back, h.leave},
		reading: true,
	}
}

// pausePage follows a hard question. It asks for nothing and never moves on by
// itself.
func pausePage(w *wording.Words, question *questionnaire.Question) page {
	h := hintsIn(w)
	return choicePage{
		place: question.Topic.Title, w: w,
		lay: func(s *sheet) {
			s.text(look.title, w.Pause.Heading)
			s.gap()
			s.text(look.plain, question.After)
			s.text(look.faint, w.Pause.Rest)
		},
		menu:   newMenu(item{label: w.Pause.GoOn}, item{label: sentenceCase(w.Keys.Enough)}, item{label: w.Outcome.Lines}),
		events: []event{wentOnEvent{}, endedEarlyEvent{}, linesOpenedEvent{}},
		enter:  wentOnEvent{},
		hints:  []hint{h.move, h.choose, h.back, h.lines, h.leave},
	}
}

// keysPage lists every key. It is drawn from the same words as the foot.
func keysPage(w *wording.Words) page {
	h := hintsIn(w)
	return choicePage{
		place: w.Keys.Heading, w: w,
		lay: func(s *sheet) {
			s.text(look.title, w.Keys.Heading)
			s.gap()
			for _, k := range []hint{
				h.move, {key: "1 2 3", does: w.Keys.Number}, h.tick, h.choose, h.back, h.why, h.enough,
				{key: "s", does: w.Keys.Skip}, h.lines, {key: w.Keys.PageUp + " " + w.Keys.PageDown, does: w.Keys.Page},
				{key: "F12", does: w.Keys.Cover}, {key: "q", does: w.Keys.Leave}, h.leave,
			} {
				s.hang("", look.plain, look.strong.Render(k.key)+": "+k.does, noItem)
			}
		},
		menu:    newMenu(item{label: w.Education.Back}),
		events:  []event{wentBackEvent{}},
		enter:   wentBackEvent{},
		hints:   []hint{h.scroll, h.back, h.leave},
		reading: true,
	}
}
