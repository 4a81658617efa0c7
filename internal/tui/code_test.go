package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"rsc.io/qr"

	"github.com/ask-first/askfirst/internal/tui/tuitest"
)

func TestTheCodeCallsTheNumber(t *testing.T) {
	lipgloss.SetColorProfile(termenv.ANSI)
	defer lipgloss.SetColorProfile(termenv.Ascii)
	c := codeFor("0808 2000 247")
	want, err := qr.Encode("tel:08082000247", qr.L)
	if err != nil {
		t.Fatal(err)
	}
	rows := c.rows()
	if len(rows) != c.height() {
		t.Fatalf("%d rows, want %d", len(rows), c.height())
	}
	for y := range want.Size {
		for x := range want.Size {
			cell := []rune(ansi.Strip(rows[(y+quiet)/2].text))[x+quiet]
			dark := strings.ContainsRune("█▀", cell)
			if (y+quiet)%2 == 1 {
				dark = strings.ContainsRune("█▄", cell)
			}
			if dark != want.Black(x, y) {
				t.Fatalf("square %d,%d is wrong", x, y)
			}
		}
	}
}

func TestThereIsNoCodeWithoutColoursOrNumber(t *testing.T) {
	lipgloss.SetColorProfile(termenv.Ascii)
	if codeFor("988") != nil {
		t.Error("a code on a screen where dark and light cannot be told apart")
	}
	lipgloss.SetColorProfile(termenv.ANSI)
	defer lipgloss.SetColorProfile(termenv.Ascii)
	if codeFor("") != nil {
		t.Error("a code for a line without a number")
	}
}

func TestTheCodeStandsOnlyWhereItFits(t *testing.T) {
	tuitest.EverySize(t, func(t *testing.T, s tuitest.Size) {
		w := startAsking(t, s)
		lipgloss.SetColorProfile(termenv.ANSI)
		defer lipgloss.SetColorProfile(termenv.Ascii)
		w.Press("h", "1", "enter").Sees("call 100").SeesNo("Point a phone").SeesNo("█")
		if s.Height < 20 {
			w.SeesNo("c: a code").Press("c").SeesNo("Point a phone").Sees(w.s.w.Keys.Letters)
			return
		}
		w.Sees("c: a code").Press("c").Sees("Point a phone").Sees("█").SeesNo("c: a code").Sees("c: " + w.s.w.Line.ScanAway)
	})
}

// TestTheCodeComesOnItsKeyOnly, and goes on it, and is folded away on the next line's page: a
// reader speaks eleven rows of blocks between the number and what the line is for.
func TestTheCodeComesOnItsKeyOnly(t *testing.T) {
	w := startAsking(t, tuitest.Size{Width: 80, Height: 24})
	w.Press("c").Sees(w.s.w.Keys.Letters).Press("down", "h", "1", "enter").Sees("call 100").SeesNo("c: a code") // no colours
	lipgloss.SetColorProfile(termenv.ANSI)
	defer lipgloss.SetColorProfile(termenv.Ascii)
	w.Sees("c: a code").Press("end", "c").Sees("█").Press("c").SeesNo("█").Press("c").Sees("█")
	w.Press("?").SeesNo("█").Press("esc").Sees("c: a code").SeesNo("█")
	w.Press("c").Sees("█").Press("esc", "2", "enter").Sees("The crisis line").SeesNo("█")
}
