package tui

import (
	"testing"

	"github.com/ask-first/askfirst/internal/tui/tuitest"
)

// TestTheShortWayOnScreen: the consent offers it where the author made one, and it leads
// over its questions straight to the result.
func TestTheShortWayOnScreen(t *testing.T) {
	tuitest.EverySize(t, func(t *testing.T, s tuitest.Size) {
		q := small(t)
		q.Short = q.Questions[:2]
		w := startWith(t, s, options(q))
		w.Press("enter").Sees("Before we start").Golden("consent-short")
		w.choose("Little time: 2 questions only").Sees("Where do you live")
		w.Press("1", "enter", "enter").Sees("Is any of this")
		w.Press("3", "space", "4", "enter").Sees("your milk").Press("esc").Sees("Is any of this")
		w.Press("4", "enter").Sees("your milk").SeesNo("more question")
		w.Press("1", "enter").Sees("Who to talk to first").Golden("outcome-short")
		w.choose("Change an answer").Sees("Your answers")
		w.choose("Answer the rest").Sees("Tablets, and how you sleep")
	})
}

func TestNoShortWayWithoutAnAuthorOfOne(t *testing.T) {
	start(t, tuitest.Wide).Press("enter").Sees("Before we start").SeesNo("Little time")
}
