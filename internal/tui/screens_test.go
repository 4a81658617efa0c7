package tui

import (
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

func TestScreens(t *testing.T) {
	everySize(t, func(t *testing.T, s size) {
		w := start(t, s).sees("A small one").sees("Hello").golden("welcome")
		w.press("enter").sees("Before we start").golden("consent")
		w.press("1", "enter").sees("Where do you live").golden("region")
		w.press("1", "enter").sees("Is any of this").sees("You can skip").golden("many")
		w.press("2", "space").sees("[x]").golden("many-ticked")
		w.press("4", "enter").sees("your milk").golden("one")
		w.press("1", "enter").sees("What do you take").golden("medicines")
		w.typed("calmi").sees("Calmix").golden("medicines-typing")
		w.press("esc").typed("qqq").sees("Nothing has that name").golden("medicines-nothing")
		w.press("esc").typed("calmi").press("down", "enter").sees("still take it").golden("medicine-state")
		w.press("1", "enter").sees("is on your list").golden("medicines-chosen")
		w.typed("calmex").press("down", "enter", "3", "enter").typed("xx").press("down", "enter", "2", "enter").golden("medicines-many")
		for range 2 { // two off the list again
			w.press("down", "down", "down", "enter")
		}
		w.press("down", "enter").sees("sleep at night")
		w.press("w").sees("Why we ask").golden("why")
		w.press("esc", "?").sees("Keys").golden("keys")
		w.press("esc", "3", "enter").sees("A short pause").golden("pause")
		w.press("enter").sees("Your answers").golden("review")
		w.press("1", "enter").sees("Conversations to have").sees("Today").golden("outcome")
		w.press("1", "enter").sees("The doctor").sees("Say this").golden("card")
		w.press("esc", "h").sees("Help lines").golden("lines")
		w.press("2", "enter").sees("The crisis line").golden("line")
		w.press("esc", "esc", "esc").sees("Your answers")
		w.press("f12").sees("Press any key").seesNo("Your answers").golden("covered")
		w.press("enter").sees("Your answers").press("esc").sees("sleep at night")
	})
}

func TestInterruptScreen(t *testing.T) {
	everySize(t, func(t *testing.T, s size) {
		w := startAsking(t, s).press("1", "enter", "enter")
		// The action and the number come before everything, on any screen.
		w.sees("Call 100 now.").sees("call 100").golden("interrupt")
		w.press("2", "enter").sees("Who can help now").golden("stopped")
	})
}

func TestReadingScreen(t *testing.T) {
	everySize(t, func(t *testing.T, s size) {
		q := small(t)
		w := start(t, s)
		w.m.browse(q.Education)
		w.sees("What is known about milk").golden("reading")
		w.press("esc").sees("Things to read").golden("list")
	})
}

func TestColouredScreenSaysTheSame(t *testing.T) {
	w := startAsking(t, size{80, 24})
	plain := words(w.m.View())
	lipgloss.SetColorProfile(termenv.ANSI)
	defer lipgloss.SetColorProfile(termenv.Ascii)
	if coloured := words(w.m.View()); coloured != plain {
		t.Errorf("with colours:\n%s\nwithout:\n%s", coloured, plain)
	}
}
