package tui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// Whole is a page from its top to its end, for tests of what stands on a screen.
type Whole struct {
	Rows    string   // the page itself
	Text    string   // the same, then the footer, the head and the notice
	Screens []string // as somebody sees them who scrolls
	Missing []string // rows to which nobody can scroll
}

// Whole scrolls through the page that the view shows, where each choice is called as it is
// when she comes to it.
func (v *View) Whole() Whole {
	asIs := *v
	asIs.old, asIs.laid = nil, laid{folding: v.laid.folding}
	v = &asIs
	var w Whole
	c, f := v.content(), v.frame
	seen := map[string]bool{}
	f.top = 0
	for before := -1; before != f.top; {
		screen, _ := f.draw(c, moreWords{v.Words.Keys.MoreAbove, v.Words.Keys.MoreBelow})
		w.Screens = append(w.Screens, screen)
		for l := range strings.SplitSeq(ansi.Strip(screen), "\n") {
			seen[strings.TrimSpace(l)] = true
		}
		before = f.top
		f.pageDown(c) // as the key does: a row that it passes over is missing
	}
	var shown []string
	for _, r := range c.rows {
		row := ansi.Strip(r.text)
		if shown = append(shown, row); !seen[strings.TrimSpace(row)] {
			w.Missing = append(w.Missing, row)
		}
	}
	w.Rows = strings.Join(shown, "\n")
	for _, h := range c.hints {
		shown = append(shown, h.Key+" "+h.Does)
	}
	w.Text = strings.Join(append(shown, c.place, c.notice), "\n")
	return w
}

// Whole scrolls through the page of the screening.
func (s *Screening) Whole() Whole { return s.view.Whole() }

// ChooseByKeys makes a choice of the page with keys alone, as anybody would: to
// it, and Enter. It reports whether the keys lead there.
func (s *Screening) ChooseByKeys(number int) bool {
	down := tea.KeyMsg{Type: tea.KeyDown}
	s.Update(tea.KeyMsg{Type: tea.KeyHome})
	for range 10_000 { // on a page to read, Down scrolls first
		if s.view.focus == number {
			s.Update(tea.KeyMsg{Type: tea.KeyEnter})
			return true
		}
		before := s.view.Place()
		s.Update(down)
		if s.view.Place() == before {
			return false
		}
	}
	return false
}
