package wall

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/wording/wordingtest"
	"github.com/ask-first/askfirst/internal/workshop"
)

// TestAnyLanguageFitsOnTheWall tells every story and leads every plan in a
// language that nobody speaks and whose texts are longer, page by page.
func TestAnyLanguageFitsOnTheWall(t *testing.T) {
	original, q := wordingtest.Maternal(t)
	original.Sources = nil // none is named there, and their titles would let words through
	names := wordingtest.Names(original)
	lipgloss.SetColorProfile(termenv.Ascii)
	sessions := map[string]workshop.Session{"agreements": workshop.Agreements(q), "left aside": workshop.LeftAside(q), "lines": workshop.HelpLines(q)}
	for _, v := range q.Vignettes() {
		sessions[v.ID] = workshop.Tell(q, v, workshop.Wish{})
	}
	for _, p := range q.Workshop.Plans {
		sessions[p.ID] = workshop.Lead(q, p, workshop.Wish{})
	}
	for _, s := range tuitest.Sizes[:2] {
		for name, session := range sessions {
			m := newWall(Options{Questionnaire: q, Words: wordingtest.Words(), Region: q.Regions[0], Session: &session, Now: time.Now})
			m.Update(tea.WindowSizeMsg{Width: s.Width, Height: s.Height})
			w := &tuitest.Walk{T: t, Size: s}
			_, all := session.Place()
			for range 40 * all {
				screen := ansi.Strip(m.View())
				w.FitsOn(screen)
				for _, fault := range wordingtest.Faults(screen, names) {
					if strings.HasPrefix(fault, "plain: ") { // a page may be longer than the screen
						t.Fatalf("%s at %v: %s\n%s", name, s, fault, screen)
					}
				}
				at, _ := m.shown().Place()
				if at == all && m.top >= m.lay().mostTop() {
					break
				}
				m.forward()
			}
			if at, _ := m.shown().Place(); at != all {
				t.Errorf("%s at %v: ends at page %d of %d", name, s, at, all)
			}
		}
	}
}

// TestAnyLanguageFitsBesideTheWall shows the workshop's pages of text in that
// language: the list of plans and stories, for each topic and for none; the keys;
// and the facilitator's notes beside every part of every plan and every story.
func TestAnyLanguageFitsBesideTheWall(t *testing.T) {
	original, q := wordingtest.Maternal(t)
	original.Sources = nil // none is named here, and their titles would let words through
	names := wordingtest.Names(original)
	for _, key := range "abefhmpqstx" {
		names[string(key)] = true
	}
	words := wordingtest.Words()
	lipgloss.SetColorProfile(termenv.Ascii)
	for _, s := range tuitest.Sizes[:2] {
		m := newWall(Options{Questionnaire: q, Words: words, Region: q.Regions[0], Now: time.Now})
		m.Update(tea.WindowSizeMsg{Width: s.Width, Height: s.Height})
		w := &tuitest.Walk{T: t, Size: s}
		pages := 0
		look := func(what string) {
			pages++
			whole := m.view.Whole()
			for _, screen := range whole.Screens {
				w.FitsOn(ansi.Strip(screen))
			}
			for _, row := range whole.Missing {
				t.Errorf("%s at %v: cannot be scrolled to: %q", what, s, row)
			}
			for _, fault := range wordingtest.Faults(whole.Text, names) {
				if strings.HasPrefix(what, "the notes beside") && cutOnce(fault) {
					continue // only the beginning of the next page is told
				}
				t.Errorf("%s at %v: %s\n%s", what, s, fault, m.View())
			}
		}
		open := func(what string, made func() page.Page) {
			m.shelf = nil
			m.open(made)
			look(what)
		}
		open("the list", m.list)
		for m.Update(tuitest.Key("t")); m.wish.Topic != ""; m.Update(tuitest.Key("t")) {
			look("the list about " + m.wish.Topic)
		}
		m.wish.Minutes = 1
		open("a list without stories", m.list)
		open("the keys", func() page.Page { return keysPage(words) })
		open("before the notes", func() page.Page { return page.Confirm(words) })
		for _, p := range q.Workshop.Plans {
			m.begin(workshop.Lead(q, p, workshop.Wish{}))
			for before := (*questionnaire.PlanStep)(nil); ; m.goTo(m.session.Forward()) {
				if step := m.session.Step(); step.Plan != before {
					before = step.Plan
					open("the notes beside part "+step.Plan.ID+" of "+p.ID, m.note(0))
				}
				if m.session.Last() {
					break
				}
			}
			for i, note := range m.notes()[1:] {
				open("the note "+note.Place+" of "+p.ID, m.note(i+1))
			}
			open("the list within "+p.ID, m.list)
		}
		for _, v := range q.Vignettes() {
			m.begin(workshop.Tell(q, v, workshop.Wish{}))
			open("the notes beside "+v.ID, m.note(0))
		}
		if pages < 50 {
			t.Errorf("only %d pages were shown", pages)
		}
	}
}

// cutOnce tells of a fault that one text, and no more than one, does not end.
func cutOnce(fault string) bool {
	begin, end := 0, 0
	n, _ := fmt.Sscanf(fault, "%d texts begin and %d end", &begin, &end)
	return n == 2 && begin == end+1
}
