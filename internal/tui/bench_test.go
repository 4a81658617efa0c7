package tui

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// BenchmarkKey reads a key on the longest page of answers and draws it.
func BenchmarkKey(b *testing.B) {
	q, _, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil {
		b.Fatal(err)
	}
	s := New(Options{Cover: q.Cover(), Load: func() *questionnaire.Questionnaire { return q }, Words: wording.English()})
	for _, e := range []visit.Event{visit.Began{}, visit.Agreed{}, visit.Placed{Region: "us"}} {
		s.Do(e)
	}
	down, up := tea.KeyMsg{Type: tea.KeyDown}, tea.KeyMsg{Type: tea.KeyUp}
	for i := 0; b.Loop(); i++ {
		if s.Update(down); i%2 == 1 {
			s.Update(up)
		}
		s.View()
	}
}
