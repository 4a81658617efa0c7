package tui

import (
	"os"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/fuzztest"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/wording"
)

// FuzzScreen puts a stranger's text into any place of a questionnaire, and walks
// through it. No screen may hold anything that a terminal obeys, or be larger
// than the terminal. Colours are off, so that every sequence is the stranger's.
func FuzzScreen(f *testing.F) {
	fuzztest.Hurry(f)
	places := questionnairetest.PlacesOf(f, os.DirFS("testdata/small"))
	for i, text := range fuzztest.Texts {
		for place := range uint(8) {
			f.Add(uint(i)+13*place, text, uint8(80), uint8(24))
		}
	}
	lipgloss.SetColorProfile(termenv.Ascii)
	f.Fuzz(func(t *testing.T, place uint, text string, width, height uint8) {
		files := places.Folder(place, text)
		if files == nil {
			return
		}
		q, _, err := folder.Read(files, nil)
		if err != nil || q == nil {
			return
		}
		s := New(Options{Cover: folder.ReadCover(files), Load: func() *questionnaire.Questionnaire { return q }, Words: wording.English()})
		w := tuitest.New(t, s, tuitest.Size{Width: max(20, int(width)), Height: max(5, int(height))})
		for _, k := range []string{
			"enter", "1", "enter", "1", "enter", "w", "esc", "2", "space", "4", "enter", "1", "enter",
			"c", "a", "l", "m", "down", "enter", "1", "enter", "down", "enter", "1", "enter",
			"1", "enter", "pgdown", "1", "enter", "pgdown", "end", "enter", "esc", "esc", "end", "up", "enter",
		} {
			w.Press(k)
			if bad := fuzztest.Speaks(s.View()); bad != "" {
				t.Fatalf("after %q the screen speaks to the terminal: %q", k, bad)
			}
		}
	})
}
