//go:build !windows

package main

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestCtrlCLeavesFromEveryStateOfTheInput: in the middle of a sequence, of a paste
// that never ends, and as terminals with enhanced keys write it.
func TestCtrlCLeavesFromEveryStateOfTheInput(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{
		{"\x1b[200~zolo", "ctrl+c"}, {"\x1b[200~zolo\x03"}, {"\x1b", "ctrl+c"}, {"\x1b[\x03"}, {"\x1b]11;rgb:", "ctrl+c"},
		{"\x1b[99;5u"}, {"\x1b[27;5;99~"}, {"q", "ctrl+c"}, {"n", "o", "ctrl+c"},
	} {
		r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
		r.step()
		canary := strings.Join(strings.Fields(r.at().Ask)[:3], " ")
		r.Sees(canary).Press(keys...)
		if status := r.Ended(); status != 130 {
			t.Errorf("%q: exit status %d, want 130", keys, status)
		}
		leavesNothing(t, r.Walk, canary)
	}
}

// TestTheKeypadTypesDigits in the mode in which a program before left it, and nothing
// that is unknown falls apart into letters.
func TestTheKeypadTypesDigits(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
	r.step()
	canary := strings.Join(strings.Fields(r.at().Ask)[:3], " ")
	r.Sees(canary).Press("\x1bOr")
	r.standsOn(r.at().Answers[1].Label)
	r.Press("\x1bOq").Press("\x1b[12;40R", "\x1b[I", "\x1bq", "\x1b]11;q\x07", "\x1b[[E").Sees(canary)
	r.Press("\x1bOs")
	r.standsOn(r.at().Answers[2].Label)
	r.Press("ctrl+c")
	r.Ended()
}

// TestANameTypedTooLateEndsNothing, whatever letter it begins with.
func TestANameTypedTooLateEndsNothing(t *testing.T) {
	t.Parallel()
	w := wording.English()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
	r.step()
	canary := strings.Join(strings.Fields(r.at().Ask)[:3], " ")
	for _, name := range []string{"quetiapine", "escitalopram", "sertraline", "no", "yes"} {
		r.Type(name).Press("enter").Sees(w.Keys.Letters).Sees(canary)
	}
	r.Press("up", "q").Sees("Enter: " + page.Leave.Does(w)).Press("down").Sees(canary).Press("enter").Sees(canary)
	r.Press("q", "enter")
	if status := r.Ended(); status != 0 {
		t.Errorf("exit status %d", status)
	}
	leavesNothing(t, r.Walk, canary)
}
