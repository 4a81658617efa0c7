package tui

import (
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"github.com/ask-first/askfirst/internal/tui/tuitest"
)

func TestScreens(t *testing.T) {
	tuitest.EverySize(t, func(t *testing.T, s tuitest.Size) {
		w := start(t, s)
		w.Sees("A small one").Sees("Hello").Golden("welcome")
		w.Press("enter").Sees("Before we start").Golden("consent")
		w.Press("1", "enter").Sees("Where do you live").Golden("region")
		w.Press("1", "enter").Sees("You can skip").SeesNo("Is any of this").Golden("before")
		w.Press("enter").Sees("Is any of this").Golden("many")
		w.Press("2", "space").Sees("x My baby").Sees("chosen").Golden("many-ticked")
		w.Press("4", "enter").Sees("your milk").Golden("one")
		w.Press("1", "enter").Sees("Tablets, and how you sleep")
		w.Golden("foreword").Press("down")
		w.Sees("What do you take").Golden("medicines")
		w.Type("calmi").Sees("Calmix").Golden("medicines-typing")
		w.Press("esc").Type("qqq").Sees("Nothing has that name").Golden("medicines-nothing")
		w.Press("esc").Type("calmi").Press("down", "enter").Sees("still take it").Golden("medicine-state")
		w.Press("1", "enter").Sees("is on your list").Golden("medicines-chosen")
		w.Type("calmex").Press("down", "enter", "3", "enter").Type("xx").Press("down", "enter", "2", "enter").Golden("medicines-many")
		for range 2 { // two off the list again
			w.Press("down", "down", "down", "enter")
		}
		w.Press("down", "enter").Sees("sleep at night")
		w.Press("w").Sees("Why we ask").Golden("why")
		w.Press("esc", "?").Sees("Keys").Golden("keys")
		w.Press("esc", "3", "enter").Sees("A short pause").Golden("pause")
		w.Press("enter").Sees("Your answers").Golden("review")
		w.Press("1", "enter").Sees("Who to talk to first").Sees("Today").Golden("outcome")
		w.Press("1", "enter").Sees("The doctor").Sees("Say this").Golden("card")
		w.Press("esc")
		w.choose("by hand").Sees("Who I talk to").Golden("copy")
		w.Press("esc")
		w.choose("hold up").Sees("Please read this").Golden("show")
		w.Press("esc", "h").Sees("Help lines").Golden("lines")
		w.Press("2", "enter").Sees("The crisis line").Golden("line")
		w.Press("esc", "esc", "esc").Sees("Your answers")
		w.Press("f12").Sees(w.s.w.Covered.Text).SeesNo("Your answers").Golden("covered")
		w.Press("f12").Sees("Your answers").Press("esc").Sees("A short pause").Press("esc").Sees("sleep at night")
	})
}

// TestWhatSheLeftOpenUnfolds: one line of the result, and behind it every question.
func TestWhatSheLeftOpenUnfolds(t *testing.T) {
	tuitest.EverySize(t, func(t *testing.T, s tuitest.Size) {
		w := startAsking(t, s)
		w.Press("e", "enter").Sees("Your answers").Press("1", "enter").Sees("Who to talk to first").Golden("outcome-enough")
		w.Press("enter").Sees("Say this").Golden("outcome-open")
		w.choose("left open").Sees("could lead to").Golden("open")
	})
}

func TestInterruptScreen(t *testing.T) {
	tuitest.EverySize(t, func(t *testing.T, s tuitest.Size) {
		w := startAsking(t, s)
		w.Press("1", "enter", "enter")
		// The action and the number come before everything, on any screen.
		w.Sees("Call 100 now.").Sees("call 100").Golden("interrupt")
		w.Press("2", "enter").Sees("Who can help now").Golden("stopped")
	})
}

func TestReadingScreen(t *testing.T) {
	tuitest.EverySize(t, func(t *testing.T, s tuitest.Size) {
		o := options(small(t))
		o.Texts = o.Load().Education
		w := startWith(t, s, o)
		w.s.begins()
		w.Sees("What is known about milk").Golden("reading")
		w.Press("esc").Sees("Things to read").Golden("list")
	})
}

func TestColouredScreenSaysTheSame(t *testing.T) {
	w := startAsking(t, tuitest.Size{Width: 80, Height: 24})
	plain := tuitest.Words(w.s.View())
	lipgloss.SetColorProfile(termenv.ANSI)
	defer lipgloss.SetColorProfile(termenv.Ascii)
	if coloured := tuitest.Words(w.s.View()); coloured != plain {
		t.Errorf("with colours:\n%s\nwithout:\n%s", coloured, plain)
	}
}
