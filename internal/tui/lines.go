package tui

import (
	"strings"

	pages "github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// layLines adds help lines: how to reach each first, in bold, then its name and
// its limits.
func layLines(s *sheet, w *wording.Words, lines []*questionnaire.HelpLine) {
	for _, l := range lines {
		layContact(s, w, l)
		if l.Note != "" {
			s.hang("  ", look.faint, l.Note, noItem)
		}
	}
}

// layContact adds how to reach a help line, and its name.
func layContact(s *sheet, w *wording.Words, l *questionnaire.HelpLine) {
	name := nameOf(l)
	if ways := pages.Contacts(w, l); len(ways) > 0 {
		s.hang("", look.plain, look.number.Render(strings.Join(ways, ", "))+"  "+name, noItem)
	} else {
		s.hang("", look.plain, look.number.Render(name), noItem)
	}
}

// nameOf is a line's name, with the nation that it is for.
func nameOf(l *questionnaire.HelpLine) string {
	if l.Nation == "" {
		return l.Name
	}
	return l.Name + " (" + l.Nation + ")"
}

// linesPage lists every line of the region; each can be opened.
func linesPage(w *wording.Words, region *questionnaire.Region) page {
	h := hintsIn(w)
	p := choicePage{
		place: w.Outcome.Lines, w: w,
		lay: func(s *sheet) {
			s.text(look.title, w.Outcome.Lines+": "+region.Name)
			s.text(look.faint, w.Line.Choose)
		},
		menu:  newMenu(),
		hints: []hint{h.move, h.choose, h.back, h.leave},
		tail:  func(s *sheet) { s.text(look.faint, w.Line.Change) },
	}
	for _, l := range questionnaire.AllLines(region) {
		label := nameOf(l)
		if ways := pages.Contacts(w, l); len(ways) > 0 {
			label = strings.Join(ways, ", ") + "  " + label
		}
		p.menu.items = append(p.menu.items, item{label: label})
		p.events = append(p.events, lineOpenedEvent{l})
	}
	p.menu.items = append(p.menu.items, item{label: w.Education.Back, apart: true})
	p.events = append(p.events, wentBackEvent{})
	p.menu.focus = 0
	return p
}

// linePage is one line with all that is known of it, and a code to call it with
// a telephone where the screen has room for one.
func linePage(w *wording.Words, l *questionnaire.HelpLine) page {
	h := hintsIn(w)
	return choicePage{
		place: w.Outcome.Lines, w: w,
		lay: func(s *sheet) {
			s.text(look.title, nameOf(l))
			for _, way := range pages.Contacts(w, l) {
				s.text(look.number, way)
			}
			if code := codeFor(l); code != nil && s.width >= code.width() && len(s.rows)+code.height()+2 <= s.height {
				s.gap()
				s.rows = append(s.rows, code.rows()...)
				s.text(look.faint, w.Line.QR)
			}
			s.gap()
			for _, about := range pages.About(w, l) {
				s.text(look.plain, about)
			}
			if l.URL != "" && (l.Call != "" || l.Text != "") {
				s.text(look.plain, strings.TrimPrefix(l.URL, "https://"))
			}
		},
		menu:    newMenu(item{label: w.Education.Back}),
		events:  []event{wentBackEvent{}},
		enter:   wentBackEvent{},
		hints:   []hint{h.scroll, h.back, h.leave},
		reading: true,
	}
}
