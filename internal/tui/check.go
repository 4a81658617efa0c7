package tui

import (
	pages "github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

// checkPage shows every answer before the outcome; each can be changed.
func checkPage(w *wording.Words, s screening.State) page {
	h := hintsIn(w)
	f := s.Questionnaire().Formulary
	p := choicePage{
		place: s.Questionnaire().Title, w: w,
		menu:  newMenu(item{label: w.Check.GoOn}),
		hints: []hint{h.move, h.choose, h.back, h.lines, h.leave},
	}
	p.menu.focus = 0
	p.events = []event{wentOnEvent{}}
	intro := w.Check.Intro
	if s.Stopped() {
		intro += " " + w.Check.IntroStopped
		p.menu.items = append(p.menu.items, item{label: w.Check.Resume})
		p.events = append(p.events, resumedEvent{})
	}
	p.lay = func(s *sheet) {
		s.text(look.title, w.Check.Heading)
		s.text(look.faint, intro)
	}
	for i, q := range s.Asked() {
		p.menu.items = append(p.menu.items, item{label: q.Ask, under: pages.Replied(w, f, q, s.Reply(q)), apart: i == 0})
		p.events = append(p.events, reopenedEvent{q})
	}
	return p
}
