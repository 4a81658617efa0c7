package preview

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wording/wordingtest"
)

// TestAnyLanguageFitsInAPreview shows what a preview adds to a screening in languages
// that nobody speaks, one of them from right to left: nothing is cut where there is
// room, no English shows but ids and what the checks say, and nothing marks a direction.
func TestAnyLanguageFitsInAPreview(t *testing.T) {
	lipgloss.SetColorProfile(termenv.Ascii)
	original := tuitest.Folders(t, "../testdata/small")
	for _, said := range []struct {
		q     *questionnaire.Questionnaire
		words *wording.Words
		in    *unicode.RangeTable
	}{
		{wordingtest.Questionnaire(t, original), wordingtest.Words(), unicode.Latin},
		{wordingtest.RightToLeft.Questionnaire(t, original), wordingtest.RightToLeft.Words(), unicode.Hebrew},
	} {
		problem := aWarning()
		names := ids(original, problem)
		for _, width := range []int{80, 160} {
			p := newPreview(Options{
				Folder: "small", First: Reading{Questionnaire: said.q, Written: original}, Words: said.words,
				Read:  func() Reading { return Reading{Questionnaire: said.q, Written: original} },
				Check: func(*questionnaire.Questionnaire) []Problem { return nil },
			})
			walk := tuitest.New(t, p, tuitest.Size{Width: width, Height: 150})
			sees := func(what string) {
				t.Helper()
				walk.Fits()
				screen := p.View()
				for _, fault := range wordingtest.Faults(screen, names) {
					t.Errorf("%s, %d columns, %s: %s\n%s", said.words.Language, width, what, fault, screen)
				}
				if strings.ContainsFunc(screen, func(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) }) {
					t.Errorf("%s: a mark of direction stands on the screen", what)
				}
				if !strings.ContainsFunc(screen, func(r rune) bool { return unicode.Is(said.in, r) }) {
					t.Errorf("%s: nothing is said in it", what)
				}
			}
			sees("while it is checked")
			p.Update(checkedMsg{})
			sees("sound")
			walk.Press("enter", "1", "enter", "1", "enter", "2", "space", "4", "enter", "1", "enter")
			walk.Press("ctrl+r")
			sees("what fires")
			walk.Press("ctrl+g")
			sees("where to go")
			walk.Press("esc", "ctrl+e")
			p.Update(checkedMsg{[]Problem{problem}})
			sees("what is wrong")
			p.Update(readAgainMsg{Reading{Problems: []Problem{problem}}})
			sees("broken")
			p.Update(watchEndedMsg{})
			sees("not watched any more")
		}
	}
}

// ids are the plain words that whoever edits the files knows from them.
func ids(q *questionnaire.Questionnaire, problem Problem) map[string]bool {
	names := wordingtest.Names(q)
	texts := []string{"small ctrl g r e f b pgup pgdn tab home end", problem.Message, problem.Line, problem.At.File, problem.Severity.String(), problem.Check.ID()}
	texts = append(texts, problem.Example...)
	for _, u := range questionnaire.Urgencies() {
		texts = append(texts, u.String())
	}
	for _, topic := range q.Topics {
		texts = append(texts, topic.ID)
	}
	for _, x := range q.Questions {
		texts = append(texts, x.ID)
		for _, a := range append(x.Answers, x.States...) {
			texts = append(texts, a.ID)
		}
	}
	for _, r := range q.Rules {
		texts = append(texts, r.ID)
	}
	for _, c := range q.Clinicians {
		texts = append(texts, c.ID)
	}
	for _, e := range q.Education {
		texts = append(texts, e.ID)
	}
	for _, word := range strings.FieldsFunc(strings.Join(texts, " "), func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) }) {
		names[word] = true
	}
	return names
}
