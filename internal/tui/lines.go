package tui

import (
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

// layLines adds help lines: how to reach each first, in bold, then its name.
func layLines(s *sheet, w *wording.Words, lines []*questionnaire.HelpLine, details bool) {
	for i, l := range lines {
		if details && i > 0 {
			s.gap()
		}
		name := l.Name
		if l.Nation != "" && !details {
			name += " (" + l.Nation + ")"
		}
		if ways := w.Contacts(l); len(ways) > 0 {
			s.hang("", look.plain, look.number.Render(strings.Join(ways, ", "))+"  "+name, noItem)
		} else {
			s.hang("", look.plain, look.number.Render(name), noItem)
		}
		switch {
		case details:
			for _, about := range w.About(l) {
				s.hang("  ", look.faint, about, noItem)
			}
			if l.URL != "" && (l.Call != "" || l.Text != "") {
				s.hang("  ", look.faint, strings.TrimPrefix(l.URL, "https://"), noItem)
			}
		case l.Note != "":
			s.hang("  ", look.faint, l.Note, noItem)
		}
	}
}

// linesPage shows every line of the region with all that is known of it.
func linesPage(w *wording.Words, region *questionnaire.Region) page {
	h := hintsIn(w)
	return choicePage{
		place: w.Outcome.Lines, w: w,
		lay: func(s *sheet) {
			s.text(look.title, w.Outcome.Lines+": "+region.Name)
			s.gap()
			layLines(s, w, screening.AllLines(region), true)
			s.gap()
			s.text(look.faint, w.Line.Change)
		},
		menu:    newMenu(item{label: w.Education.Back}),
		events:  []event{wentBackEvent{}},
		enter:   wentBackEvent{},
		hints:   []hint{h.scroll, h.back, h.leave},
		reading: true,
	}
}
