package kiosk

import (
	"slices"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
)

// witness sees each page of a laptop on which time really passes.
type witness struct {
	*kiosk
	seen chan page.Shared
	last page.Shared
}

func (w *witness) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := w.kiosk.Update(msg)
	if now := w.shown; !w.screens() && now != w.last {
		w.last = now
		w.seen <- now
	}
	return w, cmd
}

// TestSilenceIsAskedAboutAndThenWiped lets the clock run, at a pace for tests:
// nobody presses a key after the first page of a screening.
func TestSilenceIsAskedAboutAndThenWiped(t *testing.T) {
	l := startLaptop(t, tuitest.Wide)
	l.kiosk.o.Paces = Paces{Beat: 5 * time.Millisecond, Asleep: time.Minute, Countdown: 200 * time.Millisecond, Moment: 100 * time.Millisecond}
	l.kiosk.o.IdleAfter, l.kiosk.o.Now = 100*time.Millisecond, time.Now
	l.kiosk.pressed, l.kiosk.looked = time.Now(), time.Now()
	l.Press("enter").Sees("A small one")
	w := &witness{l.kiosk, make(chan page.Shared, 10), page.Free}
	program := tea.NewProgram(w, tea.WithInput(nil), tea.WithoutRenderer(), tea.WithoutSignalHandler())
	ended := make(chan error)
	go func() {
		_, err := program.Run()
		ended <- err
	}()
	var seen []page.Shared
	for range 3 {
		select {
		case s := <-w.seen:
			seen = append(seen, s)
		case <-time.After(20 * time.Second):
			t.Fatalf("after %v nothing happens", seen)
		}
	}
	program.Quit()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	if want := []page.Shared{page.StillThere, page.Between, page.Free}; !slices.Equal(seen, want) {
		t.Errorf("came %v, want %v", seen, want)
	}
}
