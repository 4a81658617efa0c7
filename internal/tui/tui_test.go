package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// walk goes through a small questionnaire of its own, so that a maintainer's
// edit to the real one breaks no test here.
type walk struct {
	*tuitest.Walk
	s *Screening
}

func small(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	return tuitest.Folders(t, "testdata/small")
}

// options are those of a screening in English.
func options(q *questionnaire.Questionnaire) Options {
	return Options{Cover: q.Cover(), Load: func() *questionnaire.Questionnaire { return q }, Words: wording.English()}
}

func startWith(t *testing.T, s tuitest.Size, o Options) walk {
	t.Helper()
	lipgloss.SetColorProfile(termenv.Ascii)
	screening := New(o)
	return walk{tuitest.New(t, screening, s), screening}
}

func start(t *testing.T, s tuitest.Size) walk {
	t.Helper()
	return startWith(t, s, options(small(t)))
}

// startAsking goes on to the first question.
func startAsking(t *testing.T, s tuitest.Size) walk {
	t.Helper()
	w := start(t, s)
	w.Press("enter", "1", "enter", "1", "enter").Sees("You can skip").SeesNo("happening now")
	w.Press("enter").Sees("happening now")
	return w
}

// choose moves to the choice with these words in its label, and takes it.
func (w walk) choose(label string) *tuitest.Walk {
	w.T.Helper()
	for range 100 {
		if c := w.s.view.page.Choice(w.s.view.focus); c != nil && strings.Contains(c.Label, label) {
			return w.Press("enter")
		}
		w.Press("down")
	}
	w.T.Fatalf("no choice is called %q:\n%s", label, w.s.View())
	return nil
}

// stands is the place at which she stands.
func (w walk) stands() visit.Where { return w.s.Visit().Where() }
