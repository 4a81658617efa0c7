package kiosk

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/wording/wordingtest"
)

// TestAnyLanguageFitsOnASharedLaptop shows the kiosk's own pages in a language
// that nobody speaks and whose texts are longer, to their ends.
func TestAnyLanguageFitsOnASharedLaptop(t *testing.T) {
	original, q := wordingtest.Maternal(t)
	names := wordingtest.Names(original)
	names["G"] = true // Ctrl and G
	for _, s := range tuitest.Sizes[:2] {
		for _, stage := range []stage{choosing, repeating, free, between, occupied} {
			l := openLaptop(t, s, q)
			l.kiosk.w, l.kiosk.view.Words, l.kiosk.o.Region = wordingtest.Words(), wordingtest.Words(), q.Regions[0].ID
			l.kiosk.stage = stage
			if stage == occupied {
				l.kiosk.left = 9 * time.Second // the countdown
			}
			l.kiosk.show()
			whole := l.kiosk.view.Whole()
			for _, screen := range whole.Screens {
				l.FitsOn(ansi.Strip(screen))
			}
			for _, row := range whole.Missing {
				t.Errorf("stage %d at %v: cannot be scrolled to: %q", stage, s, row)
			}
			for _, fault := range wordingtest.Faults(whole.Text, names) {
				t.Errorf("stage %d at %v: %s\n%s", stage, s, fault, l.kiosk.View())
			}
			if stage == free && !strings.Contains(whole.Text, "988") {
				t.Errorf("at %v the line for danger is out of reach", s)
			}
		}
	}
}
