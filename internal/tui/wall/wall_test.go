package wall

import (
	"fmt"
	"slices"
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
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
	"github.com/ask-first/askfirst/questionnaires"
)

// group is somebody who leads a group with the keys of a workshop.
type group struct {
	*tuitest.Walk
	wall *wall
	now  time.Time
}

// stories is the small questionnaire with what a workshop tells.
func stories(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	return tuitest.Folders(t, "../testdata/small", "testdata/stories")
}

func startWorkshop(t *testing.T, s tuitest.Size, q *questionnaire.Questionnaire) *group {
	t.Helper()
	lipgloss.SetColorProfile(termenv.Ascii)
	g := &group{now: time.Date(2026, 11, 25, 18, 0, 0, 0, time.UTC)}
	g.wall = newWall(Options{Questionnaire: q, Words: wording.English(), Region: q.Regions[0], Now: func() time.Time { return g.now }})
	g.Walk = tuitest.New(t, g.wall, s)
	return g
}

func TestWorkshopScreens(t *testing.T) {
	for _, s := range tuitest.OnWalls {
		t.Run(s.String(), func(t *testing.T) {
			w := startWorkshop(t, s, stories(t))
			w.Sees("A plan leads").Golden("workshop-list")
			w.Press("2", "enter").Sees("Ada").SeesNo("milk").Golden("workshop-title")
			w.Press("pgdown").Sees("five weeks").Golden("workshop-story")
			w.UntilSees("What would you ask Ada?", "pgdown").Golden("workshop-ask")
			w.Press("pgdown").Sees("Is any of this").SeesNo("Ada's answer").Golden("workshop-asked")
			w.Press("x").Sees("Ada's answer: ").Golden("workshop-answer")
			w.UntilSees("Whom first?", "x").Golden("workshop-vote").SeesNo("Why?")
			w.UntilSees("The doctor: Today", "pgdown").Golden("workshop-plan")
			w.UntilSees("Why? Ada reads", "pgdown").Golden("workshop-first").SeesNo("What can Ada say?")
			w.UntilSees("What can Ada say?", "pgdown").Sees("My baby is very sleepy").Golden("workshop-say")
			w.UntilSees("To talk about", "x").Sees("first sentence").Golden("workshop-discuss")
			w.UntilSees("What we take along", "pgdown").Sees("goes first").Golden("workshop-point")
			w.Press("p").Sees("We park that").Golden("workshop-parked")
			w.Press("esc").Sees("What we take along")
			w.Press("h").Sees("call 100").Golden("workshop-numbers")
			w.Press("esc").Sees("What we take along")
			w.Press("f").Sees("not for the wall").SeesNo("The page on the wall").Golden("workshop-confirm")
			w.Press("o").Sees("The page on the wall").Sees("Ada").Golden("workshop-notes")
			w.Press("esc").Sees("What we take along")
			w.Press("?").Sees("Keys of the workshop").Golden("workshop-keys")
		})
	}
}

func TestATenderStorySaysSoBeforeItBegins(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t))
	w.SeesNo("Bea").Press("3", "enter").Sees("is about this: in danger").Sees("may come close to you").Sees("a gentler one").SeesNo("Bea")
	w.UntilSees("Here the questions pause", "pgdown").Sees("Call 100 now.").Press("pgdown").Sees("Help comes first")
}

// TestTheDarkIsDark: only the keys that make it lift it, and the notes open from it
// and close to it without the wall in between.
func TestTheDarkIsDark(t *testing.T) {
	for _, key := range []string{"b", ".", "f12"} {
		w := startWorkshop(t, tuitest.Wide, stories(t))
		w.Press("1", "enter").Sees("Welcome").Press(key)
		for _, other := range []string{"enter", "pgdown", "x", "s", "o", "esc", "h", "?", "m", "e"} {
			if w.Press(other); strings.TrimSpace(ansi.Strip(w.wall.View())) != "" {
				t.Fatalf("after %s and %s there is light:\n%s", key, other, w.wall.View())
			}
		}
		w.Press("f").Sees("not for the wall").SeesNo("Welcome").Press("o").Sees("Go out together").Sees("call 100").SeesNo("Welcome")
		w.Press("esc").Sees("The page on the wall").Press("esc").SeesNo("Welcome")
		w.Press("f", "x").SeesNo("Welcome").Press(key).Sees("Welcome")
		w.Press("f", "o", "f12", "b").Sees("Welcome").SeesNo("The page on the wall")
	}
}

// TestTheDarkIsDarkToTheLastCell at every size: the rows of the title and of the keys too,
// also after what would say something there.
func TestTheDarkIsDarkToTheLastCell(t *testing.T) {
	for _, s := range tuitest.OnWalls {
		w := startWorkshop(t, s, stories(t))
		w.wall.View()
		w.Press("1", "enter", "b", "e", "ctrl+c", "l")
		rows := strings.Split(w.wall.View(), "\n")
		if len(rows) != s.Height {
			t.Errorf("%v: %d rows are dark", s, len(rows))
		}
		for i, row := range rows {
			if said := ansi.Strip(row); strings.TrimSpace(said) != "" || ansi.StringWidth(said) != s.Width {
				t.Errorf("%v, row %d: %q", s, i, said)
			}
		}
	}
}

// TestAnEveningEndsEarly at the numbers, from anywhere, and past no story.
func TestAnEveningEndsEarly(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t)).Press("1", "enter")
	w.Press("e").Sees("Enter ends the stories").Press("x").Sees("Welcome").Press("enter").SeesNo("Numbers")
	w.Press("e", "enter").Sees("Numbers").Press("pgdown").Sees("call 100").Press("pgdown").Sees("Closing").Press("pgdown").Sees("One word each")
	w = startWorkshop(t, tuitest.Wide, stories(t)).Press("3", "enter")
	w.Press("e", "enter").Sees("call 100").Press("pgdown").Sees("One word each")
	for _, before := range [][]string{{"b"}, {"f", "o"}, {"b", "f", "o"}, {"f", "o", "2", "enter"}, {"a"}, {"h"}} {
		w := startWorkshop(t, tuitest.Wide, stories(t))
		w.Press("1", "enter").Press(before...)
		if w.Press("e"); before[len(before)-1] != "b" {
			w.Sees("Enter ends the stories")
		}
		w.Press("enter").Sees("Numbers").Press("pgdown").Sees("call 100")
	}
}

// TestNobodyFallsOutByOneKey: to leave is asked once, and a second key of the same kind
// leaves.
func TestNobodyFallsOutByOneKey(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t))
	w.Press("1", "enter", "ctrl+c").Sees("Leave? Enter leaves").Sees("--from welcome").Press("x").Sees("Welcome")
	for _, second := range []string{"ctrl+c", "enter"} {
		if w.Press("ctrl+c"); w.wall.leaving {
			t.Fatal("left by one key")
		}
		if w.Press(second); !w.wall.leaving || !w.wall.quit {
			t.Fatalf("%s does not leave", second)
		}
		w.wall.leaving, w.wall.quit = false, false
	}
}

// TestAHeldKeyIsOnePage however long it is held; two presses are two.
func TestAHeldKeyIsOnePage(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t))
	w.wall.repeat = HeldKey
	w.Press("1", "enter").Sees("Welcome")
	for range 60 {
		w.Press("pgdown")
		w.now = w.now.Add(33 * time.Millisecond)
	}
	w.Sees("made-up people").SeesNo("pass, go out")
	w.now = w.now.Add(HeldKey)
	w.Press("pgdown").Sees("pass, go out").Press("pgup").SeesNo("pass, go out")
}

// TestAHeldKeySaysOnceWhyNothingMoves: a hand that presses too fast sees why, and a
// clicker that sends a key twice does not.
func TestAHeldKeySaysOnceWhyNothingMoves(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t))
	w.wall.repeat = HeldKey
	said := w.wall.w.Workshop.Held
	hold := func(times int) {
		for range times {
			w.Press("pgdown")
			w.now = w.now.Add(120 * time.Millisecond)
		}
		w.now = w.now.Add(HeldKey)
	}
	w.Press("1", "enter")
	hold(2)
	w.SeesNo(said).Press("pgup")
	w.now = w.now.Add(HeldKey)
	hold(6)
	w.Sees(said).Press("pgup").SeesNo(said)
	w.now = w.now.Add(HeldKey)
	hold(6)
	w.SeesNo(said)
}

// TestTheDarkKeyNeverLightsTheWallFromTheNotes: it leads to the note before, and from
// the first into the dark.
func TestTheDarkKeyNeverLightsTheWallFromTheNotes(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t))
	w.Press("1", "enter", "f", "o", "2", "enter").Sees("Go out together")
	w.Press("b").Sees("The page on the wall").Press("b")
	if strings.TrimSpace(ansi.Strip(w.wall.View())) != "" {
		t.Fatalf("there is light:\n%s", w.wall.View())
	}
	w.Press("b").Sees("Welcome")
}

// TestDarkWithoutColours paints nothing where no colours are wanted.
func TestDarkWithoutColours(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t))
	w.Press("1", "enter", "b")
	lipgloss.SetColorProfile(termenv.ANSI)
	defer lipgloss.SetColorProfile(termenv.Ascii)
	defer tui.UseTheme("")
	for theme, painted := range map[string]bool{"": true, "light": true, tui.Colourless: false} {
		tui.UseTheme(theme)
		if got := strings.Contains(w.wall.View(), "\x1b[40m"); got != painted {
			t.Errorf("theme %q is painted: %v", theme, got)
		}
	}
}

// TestNothingLosesThePlace: a story from the list is put into the plan, which then
// goes on where it was; and a part of the plan opens from the notes.
func TestNothingLosesThePlace(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t)).Press("1", "enter", "pgdown").Sees("made-up people")
	w.Press("m").Sees("not for the wall").Press("o").Sees("5 minutes: Welcome").Press("6", "enter")
	w.Sees("Go on where you were").SeesNo("A tender story") // above the plan's ceiling
	w.Press("3", "enter").Sees("Ada").UntilSees("What we take along", "pgdown").Press("pgdown").Sees("made-up people")
	w.Press("f", "o", "1", "enter").Sees("2 minutes: Break").Press("3", "enter").Sees("quiet place")
}

func TestThePlanLeadsThroughTheSession(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t)).Press("1", "enter").Sees("Welcome")
	for _, text := range []string{"made-up people", "pass, go out", "A story", "Ada", "five weeks"} {
		w.Press("pgdown").Sees(text)
	}
	for _, text := range []string{"Break", "call 100", "One word each"} {
		w.UntilSees(text, "pgdown")
	}
	w.Press("pgdown").Sees("This is the last page").Sees("One word each")
}

// TestAPlanHasTimes: of its parts, from the start that was named; and the timer of a
// plan that was resumed counts what came before.
func TestAPlanHasTimes(t *testing.T) {
	q := stories(t)
	start, _ := workshop.ClockOf("18:55")
	s, ok := workshop.Lead(q, q.Workshop.Plans[0], workshop.Wish{Start: start}).From("story")
	if !ok {
		t.Fatal("no such part")
	}
	w := startWorkshop(t, tuitest.Wide, q)
	w.wall = newWall(Options{Questionnaire: q, Words: wording.English(), Region: q.Regions[0], Session: &s, Now: func() time.Time { return w.now }})
	w.Walk = tuitest.New(t, w.wall, tuitest.Wide)
	w.Sees("A story").SeesNo("19:00").Press("f", "o").Sees("Part 2 of 5").Sees("19:00 to 19:10").Sees("5 of 20 minutes").Sees("Next: Ada")
	w.now = w.now.Add(10 * time.Minute)
	w.Press("m").Sees("18:55  5 minutes: Welcome").Sees("19:14  1 minutes: Closing").Press("esc", "esc")
	w.Press("pgdown", "pgdown").Sees("five weeks").Press("t").Sees("To talk about")
	w.Press("f", "o").Sees("Go to the talk now").Press("d").Sees("Go out together").Press("c").Sees("Nobody calls him").Press("esc").Sees("The page on the wall")
	w.Press("esc", "ctrl+c").Sees("--from story")
}

// The notes hold what the room is to guess, and the time.
func TestTheNotesNeedASecondKeyOfTheirOwn(t *testing.T) {
	for name := range tuitest.Types {
		if name == "ctrl+c" {
			continue
		}
		w := startWorkshop(t, tuitest.Wide, stories(t)).Press("2", "enter", "f")
		w.Press(name).SeesNo("The page on the wall")
		if name == "f12" {
			continue // a dark screen
		}
		w.Sees("Ada").SeesNo("not for the wall")
	}
	for _, c := range "abcdefghijklmnpqrstuvwxyz .?123456789" {
		w := startWorkshop(t, tuitest.Wide, stories(t)).Press("2", "enter", "f")
		w.Press(string(c)).SeesNo("The page on the wall").Sees("Ada")
	}
}

func TestTheTimerShowsInTheNotesAndNowhereElse(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t))
	w.Press("1", "enter")
	w.now = w.now.Add(3 * time.Minute)
	w.SeesNo("minutes").Press("f", "o").Sees("3 of 5 minutes").Sees("Read them aloud")
	w.now = w.now.Add(4 * time.Minute) // over time, and nothing presses
	w.wall.Update(tickedMsg{})
	w.Sees("7 of 5 minutes so far. There is no hurry.")
	w.Press("esc").SeesNo("minutes").UntilSees("A story", "pgdown").Press("f", "o").Sees("0 of 10 minutes")
}

func TestEveryNoteCanBeRead(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t)).Press("1", "enter", "f", "o")
	for i, text := range []string{"5 minutes: Welcome", "Go out together", "Nobody calls him", "I have to tell …", "guest account"} {
		w.Press(string(rune('1'+i)), "enter").Sees(text).Press("esc").Sees("The page on the wall")
	}
}

func TestSwappingAStory(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t)).Press("3", "enter")
	w.Press("s").Sees("Ada").Sees("Another story").Press("s").Sees("Ada").Sees("No other story")
	startWorkshop(t, tuitest.Wide, stories(t)).Press("1", "enter", "s").Sees("no story here").Sees("Welcome")
	w = startWorkshop(t, tuitest.Wide, stories(t)).Press("3", "enter", "pgdown").Sees("Bea feels")
	w.Press("s").Sees("Ada").Press("left").Sees("Bea feels").SeesNo("Ada")
	w.Press("s", "pgdown").Sees("five weeks").Press("left", "left").Sees("This is the first page").Sees("Ada")
}

// TestSmallGroupsChooseBetweenTwo stories of one part: the page of the part has both, a
// tender one by what it touches, and both are told, the gentler last.
func TestSmallGroupsChooseBetweenTwo(t *testing.T) {
	q, _, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil {
		t.Fatal(err)
	}
	jo, ruth := q.Scenario("jo-a-toddler-and-a-chocolate-bar"), q.Scenario("ruth-nothing-to-report")
	long := q.Workshop.Plans[len(q.Workshop.Plans)-1]
	s, ok := workshop.Lead(q, long, workshop.Wish{}, workshop.Stories{ruth, jo}).From("story-b")
	if !ok {
		t.Fatal("no such part")
	}
	w := startWorkshop(t, tuitest.Wide, q)
	w.wall.begin(s)
	w.Sees("Second story").Sees("Small groups").Sees("- Ruth").Sees("- A toddler and a chocolate bar").SeesNo("Jo")
	w.Press("f", "o").Sees("Here is a card").Press("m").Sees("Second story: Jo: a toddler and a chocolate bar + Ruth: ").Press("esc", "esc")
	w.Press("pgdown").Sees("The next story is about this: a toddler").UntilSees("To talk about", "x").UntilSees("What we take along", "pgdown").SeesNo("Ruth")
	w.Press("pgdown").Sees("Ruth").Press("t").Sees("To talk about").Press("x").UntilSees("What we take along", "pgdown")
	w.Press("pgdown").Sees("Break")
	w.wall.begin(s)
	w.Press("pgdown", "s").Sees("Another story").SeesNo("toddler").UntilSees("To talk about", "x").UntilSees("What we take along", "pgdown").Press("pgdown").Sees("Ruth")
}

func TestTheListKeepsTheStoryThatWasBegun(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t)).Press("2", "enter", "pgdown").Sees("five weeks")
	w.Press("m").SeesNo("Go on where you were").Press("o").Sees("Go on where you were").Press("enter").Sees("five weeks")
	w.Press("m", "o", "esc").Sees("five weeks")
}

func TestTheListShowsOneSubjectAtATime(t *testing.T) {
	w := startWorkshop(t, tuitest.Wide, stories(t)).Sees("Ada").Sees("A tender story")
	w.Press("t").Sees("Only stories about this: First things")
	w.Press("t").Sees("What you take").Sees("Ada").SeesNo("A tender story")
	w.Press("t").Sees("Stories about everything").Sees("A tender story")
}

// TestAnyKeysOnTheWall: whatever is pressed, at whatever size, the page fits, the
// program goes on, and the notes open only with their two keys. A covered screen may
// come between the two: the key that uncovers it does nothing else.
func TestAnyKeysOnTheWall(t *testing.T) {
	q := stories(t)
	g := startWorkshop(t, tuitest.Wide, q)
	rapid.Check(t, func(r *rapid.T) {
		g = startWorkshop(t, tuitest.Wide, q)
		for range rapid.IntRange(1, 60).Draw(r, "keys") {
			k := rapid.SampledFrom([]string{
				"enter", "pgdown", "pgup", "space", "left", "up", "down", "esc", "backspace", "tab", "home", "end", "f12",
				"b", ".", "x", "s", "a", "p", "h", "f", "o", "?", "q", "m", "t", "n", "e", "1", "2", "3", "4", "resize", "tiny",
			}).Draw(r, "key")
			ends := g.wall.asked == ending
			shown, was, covered := g.wall.showsNotes(), g.wall.kind(), g.wall.isDark()
			switch k {
			case "resize":
				g.Width, g.Height = rapid.IntRange(20, 220).Draw(r, "width"), rapid.IntRange(5, 60).Draw(r, "height")
				g.wall.Update(tea.WindowSizeMsg{Width: g.Width, Height: g.Height})
				g.Fits()
			case "tiny": // draws something, and that is all
				g.wall.Update(tea.WindowSizeMsg{Width: rapid.IntRange(0, 3).Draw(r, "width"), Height: rapid.IntRange(0, 3).Draw(r, "height")})
				g.wall.View()
				g.wall.Update(tea.WindowSizeMsg{Width: g.Width, Height: g.Height})
			default:
				g.Press(k)
			}
			switch {
			case g.wall.showsNotes() && !shown && !(was == page.ConfirmPage && !covered && k == "o"):
				r.Fatalf("%s has opened the notes", k)
			case g.wall.kind() == page.ConfirmPage && was != page.ConfirmPage && !((k == "f" || k == "m" || k == "q") && (was == page.NoPage || covered)):
				r.Fatalf("%s has asked whether to open the notes", k)
			case covered && !g.wall.isDark() && !slices.Contains([]string{"b", ".", "f12", "f"}, k) && !(ends && k == "enter"):
				r.Fatalf("%s has lit the wall", k)
			case g.wall.leaving:
				if k != "enter" {
					r.Fatalf("%s has ended the program", k)
				}
				return // chosen from the list
			}
		}
	})
}

// TestEveryPageOfEveryStoryIsFewWordsOnAWall goes through all that comes with
// the program, and holds what a wall can carry.
func TestEveryPageOfEveryStoryIsFewWordsOnAWall(t *testing.T) {
	const mostLines = 23
	q, _, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil || len(q.Vignettes()) == 0 {
		t.Fatal("no stories", err)
	}
	w := startWorkshop(t, tuitest.Wide, q)
	var sessions []workshop.Session
	for _, v := range q.Vignettes() {
		sessions = append(sessions, workshop.Tell(q, v, workshop.Wish{}))
	}
	for _, p := range q.Workshop.Plans {
		sessions = append(sessions, workshop.Lead(q, p, workshop.Wish{}))
	}
	pages := 0
	for _, session := range sessions {
		w.wall.begin(session)
		for {
			pages++
			used := 0
			for l := range strings.SplitSeq(w.Root.View(), "\n") {
				if l = strings.TrimRight(ansi.Strip(l), " "); l != "" {
					used++
					if !strings.HasPrefix(l, strings.Repeat(" ", 8)) || ansi.StringWidth(l) > 72 {
						t.Fatalf("a line without its margins: %q", l)
					}
				}
			}
			if used > mostLines {
				t.Fatalf("%d lines:\n%s", used, w.Root.View())
			}
			w.Fits()
			before := w.Root.View()
			if w.Press("pgdown"); w.wall.notice == w.wall.w.Workshop.Last {
				break
			}
			if w.Root.View() == before {
				t.Fatalf("going on changes nothing:\n%s", before)
			}
		}
	}
	t.Logf("%d pages of %d sessions", pages, len(sessions))
}

// TestPlansAreWalkedWholeWithAClicker, on a small projector, in each language, on a usual
// one and a large one: its three keys go through every page of a plan and back to the first,
// darken each and light it again, and on every page all that it says comes onto the wall.
func TestPlansAreWalkedWholeWithAClicker(t *testing.T) {
	lipgloss.SetColorProfile(termenv.Ascii)
	sizes := map[string][]tuitest.Size{"en": {{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 200, Height: 50}}, "es": {{Width: 80, Height: 24}}}
	for language, q := range map[string]*questionnaire.Questionnaire{"en": maternal(t, ""), "es": maternal(t, "es")} {
		words := wording.In(language)
		for _, p := range q.Workshop.Plans {
			for _, size := range sizes[language] {
				at := fmt.Sprintf("%s, the plan of %d minutes at %v", language, p.Minutes, size)
				session := workshop.Lead(q, p, workshop.Wish{})
				m := newWall(Options{Questionnaire: q, Words: words, Region: q.Regions[0], Session: &session, Now: time.Now})
				w := tuitest.New(t, m, size)
				keys := 0
				for step := session; ; step = step.Forward() {
					said := tuitest.Words(w.Root.View())
					for strings.Contains(said, "↓") { // more of this page
						w.Press("pgdown")
						keys++
						more := tuitest.Words(w.Root.View())
						if said += " " + more; !strings.Contains(more, "↓") {
							break
						}
					}
					for _, b := range page.Wall(words, step.Step(), q, q.Regions[0]).Blocks {
						if text := strings.Fields(b.Text()); len(text) > 0 && !strings.Contains(said, strings.Join(text[:min(3, len(text))], " ")) {
							t.Fatalf("%s: %q is not on the wall:\n%s", at, b.Text(), w.Root.View())
						}
					}
					w.Fits()
					lit := w.Root.View()
					if w.Press("."); strings.TrimSpace(ansi.Strip(w.Root.View())) != "" {
						t.Fatalf("%s: there is light:\n%s", at, w.Root.View())
					}
					if w.Press("."); w.Root.View() != lit {
						t.Fatalf("%s: the dark led to another page:\n%s", at, w.Root.View())
					}
					w.Press("pgdown")
					keys++
					if step.Last() {
						break
					}
				}
				if m.notice != words.Workshop.Last {
					t.Errorf("%s does not end with its last page:\n%s", at, w.Root.View())
				}
				for range keys {
					w.Press("pgup")
				}
				if page, _ := m.shown().Place(); page != 1 {
					t.Errorf("%s: %d keys lead back to page %d", at, keys, page)
				}
				t.Logf("%s: %d keys", at, keys)
			}
		}
	}
}

// maternal is the questionnaire that comes with the program, in a language.
func maternal(t *testing.T, language string) *questionnaire.Questionnaire {
	t.Helper()
	q, _, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil || language == "" {
		return q
	}
	in, _, err := folder.ReadTranslation(questionnaires.Maternal(), nil, language)
	if err != nil {
		t.Fatal(err)
	}
	return translation.Of(q, in)
}
