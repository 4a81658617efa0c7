package tui

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// welcomePage is the first screen. reviewed says how far clinicians have
// reviewed the texts, missing what this system cannot enforce, if anything. Each
// other language is offered in its own words, last, so that it moves no answer
// that a facilitator may name by its number.
func welcomePage(w *wording.Words, cover questionnaire.Cover, reviewed, missing, language string, tongues []wording.Tongue) page {
	h := hintsIn(w)
	p := choicePage{
		w: w,
		lay: func(s *sheet) {
			s.text(look.title, cover.Title)
			s.gap()
			s.prose(cover.Welcome)
			s.gap()
			s.text(look.strong, reviewed)
			if missing != "" {
				s.text(look.faint, missing)
			}
		},
		menu:    newMenu(item{label: w.Welcome.Begin}, item{label: w.Welcome.Leave}),
		events:  []event{begunEvent{}, finishedEvent{}},
		enter:   begunEvent{},
		hints:   []hint{h.move, h.choose, h.lines, h.leave},
		reading: true,
	}
	for _, t := range tongues {
		if t.Language != language {
			p.menu.items = append(p.menu.items, item{label: t.Change})
			p.events = append(p.events, spokeEvent{t.Language})
		}
	}
	if len(tongues) > 1 {
		next := hint{key: keys.tongue.Keys()[0], does: wording.After(tongues, language).OwnName}
		p.hints = slices.Insert(p.hints, 2, next)
	}
	return p
}

func consentPage(w *wording.Words, q *questionnaire.Questionnaire) page {
	h := hintsIn(w)
	return choicePage{
		place: q.Title, w: w,
		lay: func(s *sheet) {
			s.text(look.title, w.Welcome.Heading)
			s.gap()
			s.prose(q.Consent)
		},
		menu:    newMenu(item{label: w.Welcome.Agree}, item{label: w.Welcome.Leave}),
		events:  []event{consentedEvent{}, finishedEvent{}},
		hints:   []hint{h.move, h.choose, h.back, h.lines, h.leave},
		reading: true,
	}
}

// regionPage asks where she is, only to show the right numbers. A guess from
// the locale gets the focus; it is never taken without her.
func regionPage(w *wording.Words, q *questionnaire.Questionnaire, guess string) page {
	h := hintsIn(w)
	p := choicePage{
		place: q.Title, w: w,
		lay: func(s *sheet) {
			s.text(look.title, w.Region.Ask)
			s.text(look.faint, w.Region.Why)
		},
		menu:  newMenu(),
		hints: []hint{h.move, h.choose, h.back, h.lines, h.leave},
	}
	for _, r := range q.Regions {
		p.menu.items = append(p.menu.items, item{label: r.Name})
		p.events = append(p.events, regionChosenEvent{r.ID})
	}
	p.menu.items = append(p.menu.items, item{label: w.Region.Skip, apart: true})
	p.events = append(p.events, regionChosenEvent{})
	p.menu.focus = slices.IndexFunc(q.Regions, func(r *questionnaire.Region) bool { return r.ID == guess })
	return p
}
