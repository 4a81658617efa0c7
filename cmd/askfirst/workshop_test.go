//go:build !windows

package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/screentest"
	"github.com/ask-first/askfirst/internal/tui/wall"
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
			if said := strings.TrimSpace(s.Screen()); said != "" || strings.LastIndex(s.Written(), "\x1b[?25l") < strings.LastIndex(s.Written(), "\x1b[?25h") {
				t.Errorf("in the dark there is %q, or the cursor", said)
			}
			s.Press("pgdown").SeesNo(w.Workshop.Guess)
			s.Press(".").Sees(w.Workshop.Guess)
			s.Press("pgup").SeesNo(w.Workshop.Guess)
			time.Sleep(wall.HeldKey)
			s.Press("pgdown").Sees(w.Workshop.Guess)
		}
		if session.Last() {
			break
		}
		for strings.Contains(s.Screen(), "↓") { // a page that is longer than the wall is high
			time.Sleep(wall.HeldKey)
			s.Press("pgdown").Sees("↑")
		}
		session = session.Forward()
		time.Sleep(wall.HeldKey) // a key that comes sooner is one that is held
		s.Press("pgdown")
	}
	time.Sleep(wall.HeldKey)
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

// The notes on a second terminal, by its path; the keys are typed at the wall. Both are
// empty after the way out, and anything but a terminal of one's own is refused and unchanged.
func TestTheNotesStandOnASecondTerminal(t *testing.T) {
	t.Parallel()
	w := wording.English()
	master, second, err := pty.Open()
	if err != nil {
		lacks(t, fmt.Sprint("no terminal to be had: ", err))
	}
	defer master.Close()
	defer second.Close()
	pty.Setsize(second, &pty.Winsize{Rows: 24, Cols: 80})
	var mu sync.Mutex
	var drawn bytes.Buffer
	go func() {
		some := make([]byte, 4096)
		for {
			n, err := master.Read(some)
			if err != nil {
				return
			}
			mu.Lock()
			drawn.Write(some[:n])
			mu.Unlock()
		}
	}()
	says := func(text string) {
		t.Helper()
		for range 100 {
			mu.Lock()
			has := strings.Contains(drawn.String(), text)
			mu.Unlock()
			if has {
				return
			}
			time.Sleep(50 * time.Millisecond)
		}
		t.Fatalf("the notes do not say %q:\n%q", text, drawn.String())
	}
	s := screentest.Start(t, program, 80, 24, nil, "workshop", "--region", "gb", "--plan", "45", "--start", "18:30", "--notes-on", second.Name())
	s.Sees("Welcome").SeesNo("18:30")
	says("18:30 to 18:35")
	s.Press("d").Sees("Welcome").SeesNo("999")
	says("call 999")
	s.Press("esc").Press("ctrl+c").Press("ctrl+c")
	if status := s.Ended(); status != 130 {
		t.Errorf("exit status %d, want 130", status)
	}
	says("\x1b[?1049l")
	mu.Lock()
	defer mu.Unlock()
	if _, after, _ := strings.Cut(drawn.String(), "\x1b[?1049l"); !strings.Contains(after, "\x1b[3J") || strings.Contains(after, w.Workshop.Notes.Wall) {
		t.Errorf("the notes stay: %q", after)
	}

	file := t.TempDir() + "/notes"
	if err := os.WriteFile(file, []byte("hers"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{file, file + "-missing", "/dev/null", "/dev/tty"} {
		s := screentest.Start(t, program, 80, 24, nil, "workshop", "--region", "gb", "--notes-on", path)
		if status := s.Ended(); status != 2 {
			t.Errorf("%s: exit status %d, want 2", path, status)
		}
	}
	if kept, err := os.ReadFile(file); err != nil || string(kept) != "hers" {
		t.Errorf("the file holds %q now, %v", kept, err)
	}
}
