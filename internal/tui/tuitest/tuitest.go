// Package tuitest drives a model of the full screen without a terminal: keys in,
// the screen's text out, and golden screens to compare it with. After every key
// the screen must fit.
package tuitest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

var update = flag.Bool("update", false, "write the golden screens anew; look at each before keeping it")

// Size is a screen's.
type Size struct{ Width, Height int }

// String is the size as golden files are called.
func (s Size) String() string { return fmt.Sprintf("%dx%d", s.Width, s.Height) }

// Sizes are a usual screen, a small one, and a large one.
var Sizes = []Size{{80, 24}, {40, 12}, {120, 40}}

// Wide is the usual size.
var Wide = Size{80, 24}

// OnWalls are a usual screen, a small one, and one with small letters in a large
// room.
var OnWalls = []Size{{80, 24}, {40, 12}, {200, 50}}

// EverySize runs a test at every size.
func EverySize(t *testing.T, f func(*testing.T, Size)) {
	for _, s := range Sizes {
		t.Run(s.String(), func(t *testing.T) { f(t, s) })
	}
}

// Walk goes through a model.
type Walk struct {
	T    testing.TB
	Root tea.Model
	Size
}

// New is a walk through a model, on a screen of this size.
func New(t testing.TB, root tea.Model, s Size) *Walk {
	w := &Walk{T: t, Root: root, Size: s}
	root.Update(tea.WindowSizeMsg{Width: s.Width, Height: s.Height})
	return w
}

// Folders reads a questionnaire of a test's own from folders, so that a
// maintainer's edit to the real one breaks no test.
func Folders(t testing.TB, folders ...string) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(Files(t, folders...), nil)
	if q == nil || err != nil {
		t.Fatal(err, findings)
	}
	return q
}

// Types are the keys that have names, but for "space".
var Types = map[string]tea.KeyType{
	"enter": tea.KeyEnter, "esc": tea.KeyEsc, "up": tea.KeyUp, "down": tea.KeyDown, "space": tea.KeySpace,
	"pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp, "home": tea.KeyHome, "end": tea.KeyEnd, "tab": tea.KeyTab,
	"ctrl+c": tea.KeyCtrlC, "backspace": tea.KeyBackspace, "left": tea.KeyLeft, "f12": tea.KeyF12,
	"ctrl+z": tea.KeyCtrlZ, "ctrl+\\": tea.KeyCtrlBackslash, "ctrl+g": tea.KeyCtrlG, "ctrl+r": tea.KeyCtrlR, "ctrl+e": tea.KeyCtrlE,
}

// Key is the key of this name.
func Key(name string) tea.KeyMsg {
	t, named := Types[name]
	switch {
	case !named:
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
	case t == tea.KeySpace:
		return tea.KeyMsg{Type: t, Runes: []rune{' '}}
	}
	return tea.KeyMsg{Type: t}
}

// Named is the key that Bubble Tea calls by this name.
func Named(name string) tea.KeyMsg {
	for t := tea.KeyType(-100); t < 128; t++ {
		if k := (tea.KeyMsg{Type: t}); t != tea.KeyRunes && k.String() == name {
			if t == tea.KeySpace {
				k.Runes = []rune{' '} // it is a letter in a field
			}
			return k
		}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// Press presses keys.
func (w *Walk) Press(names ...string) *Walk {
	w.T.Helper()
	for _, name := range names {
		w.Root.Update(Key(name))
		w.Fits()
	}
	return w
}

// Type types letters.
func (w *Walk) Type(text string) *Walk {
	w.T.Helper()
	for _, c := range text {
		w.Press(string(c))
	}
	return w
}

// Fits holds of every screen, whatever is on it: nothing is wider or higher than
// the terminal.
func (w *Walk) Fits() {
	w.T.Helper()
	w.FitsOn(w.Root.View())
}

// FitsOn holds it of a screen.
func (w *Walk) FitsOn(screen string) {
	w.T.Helper()
	lines := strings.Split(screen, "\n")
	if len(lines) > w.Height {
		w.T.Fatalf("%d lines on a screen of %d", len(lines), w.Height)
	}
	for _, l := range lines {
		if n := ansi.StringWidth(l); n > w.Width {
			w.T.Fatalf("a line of %d columns on a screen of %d: %q", n, w.Width, l)
		}
	}
}

// Words are the words of a text, whatever its line breaks and colours.
func Words(s string) string { return strings.Join(strings.Fields(ansi.Strip(s)), " ") }

// Shows reports whether the text is on the screen.
func (w *Walk) Shows(text string) bool { return strings.Contains(Words(w.Root.View()), Words(text)) }

// Sees holds that the text is on the screen.
func (w *Walk) Sees(text string) *Walk {
	w.T.Helper()
	if !w.Shows(text) {
		w.T.Fatalf("does not see %q:\n%s", text, w.Root.View())
	}
	return w
}

// SeesNo holds that it is not.
func (w *Walk) SeesNo(text string) *Walk {
	w.T.Helper()
	if w.Shows(text) {
		w.T.Fatalf("sees %q:\n%s", text, w.Root.View())
	}
	return w
}

// UntilSees presses a key until the text is there.
func (w *Walk) UntilSees(text, key string) *Walk {
	w.T.Helper()
	for range 200 {
		if w.Shows(text) {
			return w
		}
		w.Press(key)
	}
	w.T.Fatalf("never sees %q; at last:\n%s", text, w.Root.View())
	return nil
}

// Golden compares the screen with the kept one of this name and size.
func (w *Walk) Golden(name string) *Walk {
	w.T.Helper()
	file := filepath.Join("testdata", "screens", name+"-"+w.Size.String()+".golden")
	var lines []string
	for l := range strings.SplitSeq(w.Root.View(), "\n") {
		lines = append(lines, strings.TrimRight(l, " "))
	}
	got := strings.Join(lines, "\n") + "\n"
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			w.T.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			w.T.Fatal(err)
		}
		return w
	}
	want, err := os.ReadFile(file)
	if err != nil {
		w.T.Fatal(err)
	}
	if got != string(want) {
		w.T.Errorf("%s differs; got:\n%s\nwant:\n%s", file, got, want)
	}
	return w
}
