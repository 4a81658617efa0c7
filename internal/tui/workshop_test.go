package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
	"github.com/ask-first/askfirst/questionnaires"
)

// wallSizes are a usual screen, a small one, and one with small letters in a
// large room.
var wallSizes = []size{{80, 24}, {40, 12}, {200, 50}}

// group is somebody who leads a group with the keys of a workshop.
type group struct {
	*walk
	wall *wall
	now  time.Time
}

// stories is the small questionnaire with what a workshop tells.
func stories(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	small := fstest.MapFS{}
	for _, from := range []string{"testdata/small", "testdata/stories"} {
		files, err := filepath.Glob(from + "/*.yaml")
		if err != nil || len(files) == 0 {
			t.Fatal(from, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			small[filepath.Base(file)] = &fstest.MapFile{Data: data}
		}
	}
	q, findings, err := folder.Read(small, nil)
	if q == nil {
		t.Fatal(findings, err)
	}
	return q
}

func startWorkshop(t *testing.T, s size, q *questionnaire.Questionnaire) *group {
	t.Helper()
	lipgloss.SetColorProfile(termenv.Ascii)
	g := &group{now: time.Date(2026, 11, 25, 18, 0, 0, 0, time.UTC)}
	g.wall = newWall(WorkshopOptions{Questionnaire: q, Words: wording.English(), Region: q.Regions[0], Now: func() time.Time { return g.now }})
	g.wall.Update(tea.WindowSizeMsg{Width: s.width, Height: s.height})
	g.walk = &walk{t: t, show: g.wall, size: s}
	return g
}

func TestWorkshopScreens(t *testing.T) {
	for _, s := range wallSizes {
		t.Run(s.String(), func(t *testing.T) {
			w := startWorkshop(t, s, stories(t))
			w.sees("A plan leads").golden("workshop-list")
			w.press("2", "enter").sees("Ada: milk").golden("workshop-title")
			w.press("pgdown").sees("five weeks").golden("workshop-story")
			w.untilSees("What would you ask her?", "pgdown").golden("workshop-ask")
			w.press("pgdown").sees("Is any of this").sees("Answer: My baby").golden("workshop-answer")
			w.untilSees("Who could she talk to?", "x").golden("workshop-guess").seesNo("The doctor")
			w.press("pgdown").sees("The doctor").sees("Today").golden("workshop-who").seesNo("Why?")
			w.press("pgdown").sees("Why?").golden("workshop-why")
			w.press("pgdown").sees("What can she say?").sees("My baby is very sleepy").golden("workshop-say")
			w.untilSees("No clinician has reviewed", "pgdown").golden("workshop-titles")
			w.untilSees("To talk about", "x").sees("first sentence").golden("workshop-discuss")
			w.untilSees("What we take along", "pgdown").sees("goes first").golden("workshop-point")
			w.press("p").sees("We park that").golden("workshop-parked")
			w.press("esc").sees("What we take along")
			w.press("h").sees("call 100").golden("workshop-numbers")
			w.press("esc", "b").sees("Press any key").seesNo("take along")
			w.press("pgdown").sees("What we take along")
			w.press("f").sees("not for the wall").seesNo("The page on the wall").golden("workshop-confirm")
			w.press("o").sees("The page on the wall").sees("Ada").golden("workshop-notes")
			w.press("esc").sees("What we take along")
			w.press("?").sees("Keys of the workshop").golden("workshop-keys")
		})
	}
}

func TestATenderStorySaysSoBeforeItBegins(t *testing.T) {
	w := startWorkshop(t, wide, stories(t))
	w.press("3", "enter").sees("Bea").sees("may touch you").sees("take another one")
	w.untilSees("Here the questions pause", "pgdown").sees("Call 100 now.")
}

func TestThePlanLeadsThroughTheSession(t *testing.T) {
	w := startWorkshop(t, wide, stories(t)).press("1", "enter").sees("Welcome")
	for _, text := range []string{"made-up people", "pass, go out", "A story", "Ada", "five weeks"} {
		w.press("pgdown").sees(text)
	}
	for _, text := range []string{"Break", "call 100", "One word each"} {
		w.untilSees(text, "pgdown")
	}
	w.press("pgdown").sees("This is the last page").sees("One word each")
}

// The notes hold what the room is to guess, and the time.
func TestTheNotesNeedASecondKeyOfTheirOwn(t *testing.T) {
	for name := range keyTypes {
		if name == "ctrl+c" {
			continue
		}
		w := startWorkshop(t, wide, stories(t)).press("2", "enter", "f")
		w.press(name).seesNo("The page on the wall")
		if name == "f12" {
			continue // a dark screen
		}
		w.sees("Ada").seesNo("not for the wall")
	}
	for _, c := range "abcdefghijklmnpqrstuvwxyz .?123456789" {
		w := startWorkshop(t, wide, stories(t)).press("2", "enter", "f")
		w.press(string(c)).seesNo("The page on the wall").sees("Ada")
	}
}

func TestTheTimerShowsInTheNotesAndNowhereElse(t *testing.T) {
	w := startWorkshop(t, wide, stories(t))
	w.press("1", "enter")
	w.now = w.now.Add(3 * time.Minute)
	w.seesNo("minutes").press("f", "o").sees("3 of 5 minutes").sees("Read them aloud")
	w.now = w.now.Add(4 * time.Minute) // over time, and nothing presses
	w.wall.Update(tickedMsg{})
	w.sees("7 of 5 minutes so far. There is no hurry.")
	w.press("esc").seesNo("minutes").untilSees("A story", "pgdown").press("f", "o").sees("0 of 10 minutes")
}

func TestEveryNoteCanBeRead(t *testing.T) {
	w := startWorkshop(t, wide, stories(t)).press("1", "enter", "f", "o")
	for i, text := range []string{"5 minutes: Welcome", "Go out together", "Nobody calls him", "I have to tell …", "guest account"} {
		w.press(string(rune('1'+i)), "enter").sees(text).press("esc").sees("The page on the wall")
	}
}

func TestSwappingAStory(t *testing.T) {
	w := startWorkshop(t, wide, stories(t)).press("2", "enter", "pgdown", "pgdown")
	w.press("s").sees("Bea: in danger").sees("Another story").press("S").sees("Ada: milk")
	startWorkshop(t, wide, stories(t)).press("1", "enter", "s").sees("no other story").sees("Welcome")
}

func TestTheListKeepsTheStoryThatWasBegun(t *testing.T) {
	w := startWorkshop(t, wide, stories(t)).press("2", "enter", "pgdown").sees("five weeks")
	w.press("esc").sees("Go on where you were").press("enter").sees("five weeks")
}

func TestTheListShowsOneSubjectAtATime(t *testing.T) {
	w := startWorkshop(t, wide, stories(t)).sees("Ada").sees("Bea")
	w.press("t").sees("Only stories about this: First things")
	w.press("t").sees("What you take").sees("Ada").seesNo("Bea")
	w.press("t").sees("Stories about everything").sees("Bea")
}

// TestAnyKeysOnTheWall: whatever is pressed, at whatever size, the page fits, the
// program goes on, and the notes come only behind their two keys.
func TestAnyKeysOnTheWall(t *testing.T) {
	q := stories(t)
	g := startWorkshop(t, wide, q)
	rapid.Check(t, func(r *rapid.T) {
		g = startWorkshop(t, wide, q)
		before := ""
		for range rapid.IntRange(1, 60).Draw(r, "keys") {
			k := rapid.SampledFrom([]string{
				"enter", "pgdown", "pgup", "space", "left", "up", "down", "esc", "backspace", "tab", "home", "end", "f12",
				"b", ".", "x", "s", "S", "a", "p", "h", "f", "o", "?", "q", "m", "t", "n", "1", "2", "3", "4", "resize", "tiny",
			}).Draw(r, "key")
			shown := g.wall.showsNotes()
			switch k {
			case "resize":
				g.width, g.height = rapid.IntRange(20, 220).Draw(r, "width"), rapid.IntRange(5, 60).Draw(r, "height")
				g.wall.Update(tea.WindowSizeMsg{Width: g.width, Height: g.height})
				g.fits()
			case "tiny": // draws something, and that is all
				g.wall.Update(tea.WindowSizeMsg{Width: rapid.IntRange(0, 3).Draw(r, "width"), Height: rapid.IntRange(0, 3).Draw(r, "height")})
				g.wall.View()
				g.wall.Update(tea.WindowSizeMsg{Width: g.width, Height: g.height})
			default:
				g.press(k)
			}
			switch {
			case g.wall.showsNotes() && !shown && !(before == "f" && k == "o"):
				r.Fatalf("the notes are open after %s and %s", before, k)
			case g.wall.leaving:
				if k != "enter" {
					r.Fatalf("%s has ended the program", k)
				}
				return // chosen from the list
			}
			if k != "resize" && k != "tiny" {
				before = k
			}
		}
	})
}

// TestEveryPageOfEveryStoryIsFewWordsOnAWall goes through all that comes with
// the program, and holds what a wall can carry.
func TestEveryPageOfEveryStoryIsFewWordsOnAWall(t *testing.T) {
	const mostLines = 12
	q, _, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil || len(q.Vignettes()) == 0 {
		t.Fatal("no stories", err)
	}
	w := startWorkshop(t, wide, q)
	var sessions []workshop.Session
	for _, v := range q.Vignettes() {
		sessions = append(sessions, workshop.Tell(q, v))
	}
	for _, p := range q.Workshop.Plans {
		sessions = append(sessions, workshop.Lead(q, p, nil))
	}
	pages := 0
	for _, session := range sessions {
		w.wall.begin(session)
		for {
			pages++
			used := 0
			for l := range strings.SplitSeq(w.root().View(), "\n") {
				if l = strings.TrimRight(ansi.Strip(l), " "); l != "" {
					used++
					if !strings.HasPrefix(l, strings.Repeat(" ", 10)) || ansi.StringWidth(l) > 70 {
						t.Fatalf("a line without its margins: %q", l)
					}
				}
			}
			if used > mostLines {
				t.Fatalf("%d lines:\n%s", used, w.root().View())
			}
			w.fits()
			before := w.root().View()
			if w.press("pgdown"); w.wall.notice == w.wall.w.Workshop.Last {
				break
			}
			if w.root().View() == before {
				t.Fatalf("going on changes nothing:\n%s", before)
			}
		}
	}
	t.Logf("%d pages of %d sessions", pages, len(sessions))
}
