//go:build !windows

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/ask-first/askfirst/internal/screentest"
)

// editor is a maintainer with a folder of her own and a preview of it beside.
type editor struct {
	*screentest.Walk
	t      *testing.T
	folder string
}

func startEditor(t *testing.T, width, height int) *editor {
	t.Helper()
	e := copied(t, "../../internal/tui/testdata/small")
	e.Walk = screentest.Start(t, program, width, height, nil, "preview", "--unchecked", e.folder)
	e.Sees("A small one")
	return e
}

func copied(t *testing.T, from string) *editor {
	t.Helper()
	e := &editor{t: t, folder: filepath.Join(t.TempDir(), "mine")}
	e.must(os.CopyFS(e.folder, os.DirFS(from)))
	return e
}

// asking goes on to the first question.
func (e *editor) asking() *editor {
	e.t.Helper()
	e.Press("enter").Sees("Before we start").Press("1", "enter").Sees("Where do you live").Press("1", "enter").Sees("Is any of this")
	return e
}

// edited is a file with a text replaced in it.
func (e *editor) edited(file, old, new string) (name, text string) {
	e.t.Helper()
	name = filepath.Join(e.folder, file)
	data, err := os.ReadFile(name)
	if err != nil {
		e.t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		e.t.Fatalf("%s has no %q", file, old)
	}
	return name, strings.Replace(string(data), old, new, 1)
}

// save writes a file in place.
func (e *editor) save(file, old, new string) *editor {
	e.t.Helper()
	name, text := e.edited(file, old, new)
	e.must(os.WriteFile(name, []byte(text), 0o644))
	return e
}

// saveByRename writes beside the file and renames it over, as most editors do.
func (e *editor) saveByRename(file, old, new string) *editor {
	e.t.Helper()
	name, text := e.edited(file, old, new)
	e.must(os.WriteFile(name+".tmp", []byte(text), 0o644))
	e.must(os.Rename(name+".tmp", name))
	return e
}

// saveLikeVim moves the old file away and writes a new one in its place.
func (e *editor) saveLikeVim(file, old, new string) *editor {
	e.t.Helper()
	name, text := e.edited(file, old, new)
	e.must(os.Rename(name, name+"~"))
	e.must(os.WriteFile(name, []byte(text), 0o644))
	e.must(os.Remove(name + "~"))
	return e
}

func (e *editor) must(err error) {
	e.t.Helper()
	if err != nil {
		e.t.Fatal(err)
	}
}

func TestAPreviewFollowsEverySave(t *testing.T) {
	t.Parallel()
	e := startEditor(t, 120, 40).asking()
	e.Press("2", "space").Sees("x My baby")

	e.save("first.yaml", "I feel in danger", "Somebody threatens me").Sees("Somebody threatens me").Sees("x My baby")
	e.saveByRename("first.yaml", "Somebody threatens me", "I am afraid").Sees("I am afraid").Sees("x My baby")
	e.saveLikeVim("first.yaml", "I am afraid", "I need help").Sees("I need help").Sees("x My baby")

	// A broken save shows the line and the word; the screening goes on.
	e.saveLikeVim("first.yaml", "talk-to: [crisis]", "talk-to: [crises]").Sees("first.yaml:23:15: error")
	if !caretUnder(e.Screen(), "crises") {
		t.Errorf("no caret under the word:\n%s", e.Screen())
	}
	e.Press("4", "enter").Sees("your milk").Press("1", "enter").Sees("What do you take")
	e.saveByRename("first.yaml", "talk-to: [crises]", "talk-to: [crisis]").Sees("What fires").Sees("sleepy: today").SeesNo("first.yaml:23:15")

	// The proofs come behind.
	e.Sees("2 errors").Press("ctrl+e").Sees("[no-purpose]")
	e.Press("ctrl+c")
	if status := e.Ended(); status != 130 {
		t.Errorf("exit status %d", status)
	}
	if e.AltScreen() {
		t.Error("the alternate screen is still on")
	}
}

// caretUnder reports whether a row of carets as long as the word stands right
// under it.
func caretUnder(screen, word string) bool {
	lines := strings.Split(screen, "\n")
	for i := 1; i < len(lines); i++ {
		above, line := []rune(lines[i-1]), []rune(lines[i])
		at := strings.IndexRune(string(line), '^')
		if at < 0 {
			continue
		}
		column := len([]rune(string(line)[:at]))
		if column < len(above) && strings.HasPrefix(string(above[column:]), word) && strings.Count(lines[i], "^") == len(word) {
			return true
		}
	}
	return false
}

func TestAPreviewFollowsAFolderThatIsReplaced(t *testing.T) {
	t.Parallel()
	e := startEditor(t, 80, 24).asking()
	aside := e.folder + ".old"
	e.must(os.Rename(e.folder, aside))
	e.Sees("cannot be read").Sees("Is any of this")
	e.must(os.CopyFS(e.folder, os.DirFS(aside)))
	e.Sees("Is any of this")
	e.save("first.yaml", "Is any of this happening now?", "Does any of this happen?").Sees("Does any of this happen?")
	e.save("first.yaml", "topic: first", "topic: [").Sees("first.yaml")
	e.must(os.Remove(filepath.Join(e.folder, "pills.yaml"))) // and a file that is gone
	e.save("first.yaml", "topic: [", "topic: first").Sees("there is no file pills.yaml")
}

func TestAPreviewAtEverySizeGoesToAnyQuestion(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {40, 12}, {120, 40}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			t.Parallel()
			e := startEditor(t, size[0], size[1])
			e.Press("ctrl+g").Sees("Go to:").Type("sleep night").Sees("nights").Press("enter").Sees("Do you sleep at night?")
			e.save("pills.yaml", "Do you sleep at night?", "Do you sleep?").Sees("Do you sleep?")
		})
	}
}

func TestAPreviewShowsATranslationWhileItIsEdited(t *testing.T) {
	t.Parallel()
	e := copied(t, "../../questionnaires/maternal")
	e.Walk = screentest.Start(t, program, 120, 40, nil, "preview", "--unchecked", e.folder, "--lang", "es")
	e.Sees("Pregunta primero")
	e.saveLikeVim("translations/es.yaml", "to: Pregunta primero", "to: Primero, pregunta").Sees("Primero, pregunta")
	e.save("translations/es.yaml", "to: Primero, pregunta", "too: Primero, pregunta").Sees("translations/es.yaml").Sees("^^^")
	e.save("translations/es.yaml", "too: Primero, pregunta", "to: De nuevo").Sees("De nuevo").SeesNo("^^^")
}

func TestAPreviewEndsWithItsTerminal(t *testing.T) {
	t.Parallel()
	e := startEditor(t, 80, 24)
	e.Signal(syscall.SIGTERM)
	e.Ended()
	if e.AltScreen() {
		t.Error("the alternate screen is still on")
	}
}
