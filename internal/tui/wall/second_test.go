package wall

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
	"github.com/ask-first/askfirst/questionnaires"
)

// window is a second terminal that keeps what is drawn on it.
type window struct {
	width, height int
	frame         string
	gone, closed  bool
}

func (w *window) Size() (width, height int) { return w.width, w.height }
func (w *window) Close() error              { w.closed = true; return nil }
func (w *window) Draw(frame string) error {
	if w.gone {
		return errors.New("gone")
	}
	w.frame = ansi.Strip(frame)
	return nil
}

func withNotes(t *testing.T) (*group, *window) {
	w := startWorkshop(t, tuitest.Wide, stories(t))
	notes := &window{width: 80, height: 24}
	w.wall.second = notes
	w.wall.View()
	return w, notes
}

// TestTheNotesStandOnTheSecondTerminal: this page, the next, what to say, the times and
// the parts are there, and the wall keeps its step.
func TestTheNotesStandOnTheSecondTerminal(t *testing.T) {
	w, notes := withNotes(t)
	says := func(texts ...string) {
		t.Helper()
		w.wall.View()
		for _, text := range texts {
			if !strings.Contains(strings.Join(strings.Fields(notes.frame), " "), text) {
				t.Fatalf("the notes do not say %q:\n%s", text, notes.frame)
			}
		}
	}
	says("A plan leads")
	w.SeesNo("A plan leads").Press("1", "enter").Sees("Welcome")
	says("On the wall: One story Welcome", "Next: ", "0 of 5 minutes", "0 of 20 minutes", "d distress", "m parts")
	w.now = w.now.Add(2 * time.Minute)
	w.Press("pgdown").Sees("made-up people")
	says("2 of 5 minutes", "made-up people")
	w.Press("d").Sees("made-up people")
	says("Go out together", "call 100")
	w.Press("c").Sees("made-up people")
	says("Nobody calls him")
	w.Press("b").SeesNo("made-up people")
	says("Nobody calls him")
	w.Press("b", "esc", "esc").Sees("made-up people").Press("m").Sees("made-up people")
	says("5 minutes: Welcome")
	w.Press("3", "enter").Sees("Break").SeesNo("5 minutes")
	says("Part 3 of 5: Break")
	w.Press("f").Sees("Break")
	says("The page on the wall")
	w.Press("esc", "e")
	says("Enter ends the stories")
	w.Press("enter").Sees("Numbers")

	notes.gone = true
	w.Press("pgdown").Sees("window of the notes is closed")
	if !notes.closed {
		t.Error("the window was not closed")
	}
	w.Press("f").Sees("not for the wall")
}

// TestNothingOfTheNotesComesToTheWall whatever is pressed, and when the window of the
// notes is closed at any moment.
func TestNothingOfTheNotesComesToTheWall(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w, notes := withNotes(t)
		w.Press("1", "enter")
		for range rapid.IntRange(1, 25).Draw(r, "keys") {
			k := rapid.SampledFrom([]string{"pgdown", "pgup", "up", "esc", "f", "o", "d", "c", "m", "e", "b", "x", "s", "a", "h", "?", "f12", "1", "2", "3", "tab"}).Draw(r, "key")
			notes.gone = notes.gone || rapid.IntRange(0, 20).Draw(r, "closed") == 0
			was := w.wall.second
			if w.Press(k); was == nil {
				return // from now on the notes are behind their two keys
			}
			screen := ansi.Strip(w.wall.View())
			for _, secret := range []string{"Not for the wall", "You can say", "Go out together", "Nobody calls him", "It leads to", " minutes"} {
				if strings.Contains(screen, secret) {
					r.Fatalf("after %s the wall shows %q:\n%s", k, secret, screen)
				}
			}
		}
	})
}

// TestTheWordsForEveryStoryAreSeenAtOnce: beside each kind of page of each story in a plan,
// in each language, the second terminal has without scrolling what to say, how to
// meet the room, what comes next, and the beginning of what is on the wall.
func TestTheWordsForEveryStoryAreSeenAtOnce(t *testing.T) {
	original, _, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil {
		t.Fatal(err)
	}
	es, _, err := folder.ReadTranslation(questionnaires.Maternal(), nil, "es")
	if err != nil {
		t.Fatal(err)
	}
	lipgloss.SetColorProfile(termenv.Ascii)
	start, _ := workshop.ClockOf("18:30")
	for language, q := range map[string]*questionnaire.Questionnaire{"en": original, "es": translation.Of(original, es)} {
		words := wording.In(language)
		notes := &window{width: 80, height: 24}
		m := newWall(Options{Questionnaire: q, Words: words, Region: q.Regions[0], Now: time.Now})
		m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		m.second = notes
		plan := q.Workshop.Plans[len(q.Workshop.Plans)-1]
		next, _, _ := strings.Cut(words.Workshop.Notes.Next, "{")
		for _, v := range q.Vignettes() {
			seen := map[workshop.Kind]bool{}
			for s := workshop.Lead(q, plan, workshop.Wish{Start: start}, workshop.Stories{v}); ; s = s.Forward() {
				step := s.Step()
				if step.Vignette == v && !seen[step.Kind] {
					seen[step.Kind] = true
					m.begin(s)
					m.View()
					onWall := strings.Fields(page.Wall(words, step, q, m.region).Blocks[0].Text())
					begins := words.Workshop.Notes.Wall + " " + strings.Join(onWall[:min(3, len(onWall))], " ")
					for _, text := range append([]string{words.Workshop.Notes.Aloud, next, begins}, v.IfTheySay...) {
						if !strings.Contains(strings.Join(strings.Fields(notes.frame), " "), strings.TrimSpace(text)) {
							t.Errorf("%s, %s: %q cannot be seen:\n%s", language, v.ID, text, notes.frame)
						}
					}
				}
				if s.Last() {
					break
				}
			}
			if len(seen) == 0 {
				t.Errorf("%s: the plan does not tell %s", language, v.ID)
			}
		}
	}
}
