package tui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

var update = flag.Bool("update", false, "write the golden screens anew; look at each before keeping it")

// size is a screen's.
type size struct{ width, height int }

func (s size) String() string { return fmt.Sprintf("%dx%d", s.width, s.height) }

var sizes = []size{{80, 24}, {40, 12}, {120, 40}}

// walk goes through a small questionnaire of its own, so that a maintainer's
// edit to the real one breaks no test here.
type walk struct {
	t    *testing.T
	m    *model
	show tea.Model // what is on the screen, if it is not the model alone
	size
}

func (w *walk) root() tea.Model {
	if w.show != nil {
		return w.show
	}
	return w.m
}

func small(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(os.DirFS("testdata/small"), nil)
	if err != nil || q == nil {
		t.Fatal(err, findings)
	}
	return q
}

func start(t *testing.T, s size) *walk {
	t.Helper()
	lipgloss.SetColorProfile(termenv.Ascii)
	q := small(t)
	w := &walk{t: t, m: newModel(Options{Cover: q.Cover(), Load: func() *questionnaire.Questionnaire { return q }, Words: wording.English()}), size: s}
	w.root().Update(tea.WindowSizeMsg{Width: s.width, Height: s.height})
	return w
}

// startAsking goes on to the first question.
func startAsking(t *testing.T, s size) *walk {
	t.Helper()
	return start(t, s).press("enter", "1", "enter", "1", "enter").sees("happening now")
}

var keyTypes = map[string]tea.KeyType{
	"enter": tea.KeyEnter, "esc": tea.KeyEsc, "up": tea.KeyUp, "down": tea.KeyDown, "space": tea.KeySpace,
	"pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp, "home": tea.KeyHome, "end": tea.KeyEnd, "tab": tea.KeyTab,
	"ctrl+c": tea.KeyCtrlC, "backspace": tea.KeyBackspace, "left": tea.KeyLeft, "f12": tea.KeyF12,
	"ctrl+z": tea.KeyCtrlZ, "ctrl+\\": tea.KeyCtrlBackslash, "ctrl+g": tea.KeyCtrlG, "ctrl+r": tea.KeyCtrlR, "ctrl+e": tea.KeyCtrlE,
}

func (w *walk) press(names ...string) *walk {
	w.t.Helper()
	for _, name := range names {
		k := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
		if t, ok := keyTypes[name]; ok {
			k = tea.KeyMsg{Type: t}
			if t == tea.KeySpace {
				k.Runes = []rune{' '}
			}
		}
		w.root().Update(k)
		w.fits()
	}
	return w
}

func (w *walk) typed(text string) *walk {
	w.t.Helper()
	for _, c := range text {
		w.press(string(c))
	}
	return w
}

// fits holds of every screen, whatever is on it: nothing is wider or higher
// than the terminal.
func (w *walk) fits() {
	w.t.Helper()
	w.fitsOn(w.root().View())
}

func (w *walk) fitsOn(screen string) {
	w.t.Helper()
	lines := strings.Split(screen, "\n")
	if len(lines) > w.height {
		w.t.Fatalf("%d lines on a screen of %d", len(lines), w.height)
	}
	for _, l := range lines {
		if n := ansi.StringWidth(l); n > w.width {
			w.t.Fatalf("a line of %d columns on a screen of %d: %q", n, w.width, l)
		}
	}
}

func words(s string) string { return strings.Join(strings.Fields(ansi.Strip(s)), " ") }

func (w *walk) sees(text string) *walk {
	w.t.Helper()
	if !strings.Contains(words(w.root().View()), words(text)) {
		w.t.Fatalf("does not see %q:\n%s", text, w.root().View())
	}
	return w
}

// untilSees presses a key until the text is there.
func (w *walk) untilSees(text, key string) *walk {
	w.t.Helper()
	for range 200 {
		if strings.Contains(words(w.root().View()), words(text)) {
			return w
		}
		w.press(key)
	}
	w.t.Fatalf("never sees %q; at last:\n%s", text, w.root().View())
	return nil
}

func (w *walk) seesNo(text string) *walk {
	w.t.Helper()
	if strings.Contains(words(w.root().View()), words(text)) {
		w.t.Fatalf("sees %q:\n%s", text, w.root().View())
	}
	return w
}

// golden compares the screen with the kept one of this name and size.
func (w *walk) golden(name string) *walk {
	w.t.Helper()
	file := filepath.Join("testdata", "screens", fmt.Sprintf("%s-%dx%d.golden", name, w.width, w.height))
	var lines []string
	for l := range strings.SplitSeq(w.root().View(), "\n") {
		lines = append(lines, strings.TrimRight(l, " "))
	}
	got := strings.Join(lines, "\n") + "\n"
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			w.t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			w.t.Fatal(err)
		}
		return w
	}
	want, err := os.ReadFile(file)
	if err != nil {
		w.t.Fatal(err)
	}
	if got != string(want) {
		w.t.Errorf("%s differs; got:\n%s\nwant:\n%s", file, got, want)
	}
	return w
}

// everySize runs a walk at every size.
func everySize(t *testing.T, f func(*testing.T, size)) {
	for _, s := range sizes {
		t.Run(s.String(), func(t *testing.T) { f(t, s) })
	}
}
