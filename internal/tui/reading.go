package tui

import (
	"cmp"
	"slices"

	pages "github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// listPage lists education under the headings of its topics, each topic once
// and where its first text stands.
func listPage(w *wording.Words, title string, texts []*questionnaire.Education) page {
	h := hintsIn(w)
	p := choicePage{
		place: title, w: w,
		lay:   func(s *sheet) { s.text(look.title, w.Outcome.Learn) },
		menu:  newMenu(),
		hints: []hint{h.move, h.choose, h.back, h.lines, h.leave},
	}
	var topic *questionnaire.Topic
	for _, e := range byTopic(texts) {
		it := item{label: e.Title}
		if e.Topic != topic {
			topic, it.heading = e.Topic, e.Topic.Title
		}
		p.menu.items = append(p.menu.items, it)
		p.events = append(p.events, textOpenedEvent{e})
	}
	p.menu.items = append(p.menu.items, item{label: w.Education.Back, apart: true})
	p.events = append(p.events, wentBackEvent{})
	p.menu.focus = 0
	return p
}

// byTopic brings the texts of a topic together, and else keeps their order.
func byTopic(texts []*questionnaire.Education) []*questionnaire.Education {
	var topics []*questionnaire.Topic
	for _, e := range texts {
		if !slices.Contains(topics, e.Topic) {
			topics = append(topics, e.Topic)
		}
	}
	return slices.SortedStableFunc(slices.Values(texts), func(a, b *questionnaire.Education) int {
		return cmp.Compare(slices.Index(topics, a.Topic), slices.Index(topics, b.Topic))
	})
}

// readingPage is one education text with what it rests on, and who has not
// reviewed it.
func readingPage(w *wording.Words, e *questionnaire.Education) page {
	h := hintsIn(w)
	return choicePage{
		place: e.Topic.Title, w: w,
		lay: func(s *sheet) {
			s.text(look.title, e.Title)
			s.gap()
			s.prose(e.Text)
			s.gap()
			s.text(look.faint, pages.ReviewedText(w, e))
			if !e.Checked.IsZero() {
				s.text(look.faint, wording.Fill(w.Education.Checked, "on", pages.Day(w, e.Checked)))
			}
			if len(e.Sources) > 0 {
				s.gap()
				s.text(look.faint, w.Education.Sources)
				for _, source := range e.Sources {
					s.hang("- ", look.faint, pages.Source(w, source), noItem)
				}
			}
		},
		menu:    newMenu(item{label: w.Education.Back}),
		events:  []event{wentBackEvent{}},
		enter:   wentBackEvent{},
		hints:   []hint{h.scroll, h.back, h.leave},
		reading: true,
	}
}
