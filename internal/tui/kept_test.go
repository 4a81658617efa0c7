package tui

import (
	"slices"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/visit"
)

// TestWhatIsTickedIsThereWhenSheComesBack: by Esc to the page before, by the help
// lines, the keys, the reason, and back.
func TestWhatIsTickedIsThereWhenSheComesBack(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("2", "space", "esc", "esc").SeesNo("Is any of this happening now?").Sees("Where do you live")
	w.Press("enter").Sees("Is any of this happening now?").Sees("this morning  chosen")
	for _, over := range []string{"h", "?", "w"} {
		w.Press(over, "esc").Sees("this morning  chosen")
	}
	w.Press("2", "space", "esc", "esc").Press("enter").UntilSees("happening now", "enter").SeesNo("chosen") // what she took out stays out
}

// TestWhatIsOnHerListIsThereWhenSheComesBack, and the answer after it too.
func TestWhatIsOnHerListIsThereWhenSheComesBack(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("3", "space", "down", "enter", "2", "enter", "enter").Sees("What do you take?")
	w.Type("calm").Press("down", "enter", "1", "enter").Sees("On your list")
	w.Press("esc", "esc").Sees("Does a baby get your milk?").Press("enter").Sees("I still take it")
}

// TestWhoEndsTheQuestionsIsToldOfWhatSheTicked: a danger that she ticked and did not go
// on with comes first, and what is on her list counts.
func TestWhoEndsTheQuestionsIsToldOfWhatSheTicked(t *testing.T) {
	for _, ends := range []string{"e", "p"} {
		w := startAsking(t, tuitest.Wide)
		w.Press("1", "space", ends, "enter")
		if _, ok := w.stands().(visit.Danger); !ok {
			t.Errorf("after %s she stands at %T:\n%s", ends, w.stands(), w.s.View())
		}
	}
}

// TestNothingThatSheTickedIsLost plays keys at random. Whatever she put together at a
// question is there when she comes back to it, and her result leaves nothing of it out.
func TestNothingThatSheTickedIsLost(t *testing.T) {
	q := small(t)
	lipgloss.SetColorProfile(termenv.Ascii)
	names := []string{
		"enter", "enter", "enter", " ", "down", "down", "up", "home", "end", "esc", "esc", "1", "2", "3", "4",
		"c", "a", "l", "m", "backspace", "w", "h", "?", "e", "p", "pgdown", "f12", "f12",
	}
	rapid.Check(t, func(t *rapid.T) {
		s := New(options(q))
		s.Resize(80, 24)
		left := map[string]questionnaire.Reply{} // what she had together, by question
		stood := ""
		for range rapid.IntRange(10, 120).Draw(t, "keys") {
			s.Update(tuitest.Named(rapid.SampledFrom(names).Draw(t, "key")))
			if s.leaving {
				return
			}
			p := s.Page()
			now := ""
			if p.Kind == page.QuestionPage && p.Draft.Typed() == "" && !p.Draft.Asking() {
				now = p.Question.ID
				here := p.Draft.Prepared().(visit.Prepared).Reply
				before := left[now]
				if _, err := p.Question.AndNotSure(before); err == nil && stood != now && !hasAll(here, before) {
					t.Fatalf("at %s she had %v, and comes back to %v", now, before, here)
				}
				left[now] = here
			}
			if p.Kind == page.QuestionPage && now == "" { // she looks for a name
				now = p.Question.ID
			}
			stood = now
			if _, ok := s.visit.Where().(visit.Result); ok {
				for _, asked := range s.visit.Said().Asked() {
					if _, err := asked.AndNotSure(left[asked.ID]); err == nil && !hasAll(s.visit.Said().Reply(asked), left[asked.ID]) {
						t.Fatalf("she had %v together at %s, and her result is of %v", left[asked.ID], asked.ID, s.visit.Said().Reply(asked))
					}
				}
			}
		}
	})
}

// hasAll reports whether all that is chosen in a part is chosen in the whole.
func hasAll(whole, part questionnaire.Reply) bool {
	return !slices.ContainsFunc(part.Answers, func(a int) bool { return !slices.Contains(whole.Answers, a) }) &&
		!slices.ContainsFunc(part.Taken, func(m questionnaire.Taken) bool {
			return !slices.ContainsFunc(whole.Taken, func(o questionnaire.Taken) bool { return o.Medicine == m.Medicine })
		})
}
