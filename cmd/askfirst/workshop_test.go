//go:build !windows

package main

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/screentest"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// A whole story on a real terminal, with the keys that a clicker has.
func TestAStoryIsToldWithAClicker(t *testing.T) {
	t.Parallel()
	q, w := maternal(t), wording.English()
	story := q.Vignettes()[0]
	s := screentest.Start(t, program, 80, 24, nil, "workshop", "--region", q.Regions[0].ID, story.ID)
	session := workshop.Tell(q, story, workshop.Wish{})
	for {
		shown := page.Wall(w, session.Step(), q, q.Regions[0]).Blocks
		if shown[0].Manner == page.Heading {
			shown = shown[1:]
		}
		s.Sees(firstWords(shown[0].Text()))
		if kind := session.Step().Kind; kind == workshop.Vote {
			// Dark, and back to the same page: nothing is given away.
			s.Press(".").SeesNo(w.Workshop.Guess)
			s.Press("pgdown").SeesNo(w.Workshop.Guess)
			s.Press(".").Sees(w.Workshop.Guess)
			s.Press("pgup").SeesNo(w.Workshop.Guess).Press("pgdown").Sees(w.Workshop.Guess)
		}
		if session.Last() {
			break
		}
		for strings.Contains(s.Screen(), "↓") { // a page that is longer than the wall is high
			s.Press("pgdown").Sees("↑")
		}
		session = session.Forward()
		s.Press("pgdown")
	}
	s.Press("pgdown").Sees(w.Workshop.Last)
	s.Press("f").Sees("not for the wall").SeesNo(w.Workshop.Notes.Here)
	s.Press("pgdown").SeesNo(w.Workshop.Notes.Here).Sees(w.Workshop.Point)
	s.Press("f", "o").Sees(w.Workshop.Notes.Here).Press("esc").Sees(w.Workshop.Point)
	s.Press("ctrl+c").Sees(w.Workshop.Leaving).Press("ctrl+c")
	if status := s.Ended(); status != 130 {
		t.Errorf("exit status %d, want 130", status)
	}
	if s.AltScreen() || strings.Contains(s.Screen(), w.Workshop.Point) {
		t.Errorf("the last page stays:\n%s", s.Screen())
	}
}
