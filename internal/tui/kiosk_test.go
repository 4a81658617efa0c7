package tui

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// laptop is a shared one, with a clock that a test turns.
type laptop struct {
	*walk
	kiosk *kiosk
	now   time.Time
	wiped int
}

const facilitatorsWord = "kettle9"

// openLaptop is a laptop before its word is chosen.
func openLaptop(t *testing.T, s size, q *questionnaire.Questionnaire) *laptop {
	t.Helper()
	lipgloss.SetColorProfile(termenv.Ascii)
	l := &laptop{now: time.Date(2026, 11, 25, 18, 0, 0, 0, time.UTC)}
	l.kiosk = newKiosk(KioskOptions{
		Options:   Options{Cover: q.Cover(), Load: func() *questionnaire.Questionnaire { return q }, Words: wording.English()},
		IdleAfter: 90 * time.Second,
		Now:       func() time.Time { return l.now },
	})
	l.kiosk.wipe = func() { l.wiped++ }
	l.kiosk.Update(tea.WindowSizeMsg{Width: s.width, Height: s.height})
	l.walk = &walk{t: t, show: l.kiosk, size: s}
	return l
}

// startLaptop is one that is free for the next person.
func startLaptop(t *testing.T, s size) *laptop {
	t.Helper()
	l := openLaptop(t, s, small(t))
	l.typed(facilitatorsWord).press("enter").typed(facilitatorsWord).press("enter").sees("This laptop is free")
	return l
}

// wait lets time pass, a look at the clock each second.
func (l *laptop) wait(d time.Duration) *laptop {
	for range int(d / time.Second) {
		l.now = l.now.Add(time.Second)
		l.kiosk.Update(beatMsg{})
		l.fits()
	}
	return l
}

// firstPerson says much: an answer, and a medicine whose name stands nowhere
// unless somebody types it.
func (l *laptop) firstPerson() *laptop {
	l.t.Helper()
	l.press("enter").sees("A small one").press("enter", "1", "enter", "1", "enter").sees("happening now")
	l.press("2", "space", "4", "enter").sees("your milk").press("1", "enter").sees("What do you take")
	l.typed("calmi").press("down", "enter").sees("still take it").press("1", "enter").sees("Calmix")
	return l
}

var hers = []string{"Calmix", "calmazole", "[x]"}

func TestKioskScreens(t *testing.T) {
	for _, s := range wallSizes {
		t.Run(s.String(), func(t *testing.T) {
			l := openLaptop(t, s, small(t))
			l.sees("Choose a word").golden("kiosk-choose")
			l.typed(facilitatorsWord).press("enter").sees("once more").golden("kiosk-again")
			l.typed(facilitatorsWord).press("enter").sees("This laptop is free").golden("kiosk-free")
			l.firstPerson()
			l.wait(91 * time.Second).sees("Are you still there").sees("14 seconds").golden("kiosk-countdown")
			l.press("space").sees("Calmix").press("ctrl+g", "ctrl+g").sees("Word:").golden("kiosk-word")
			l.press("esc").sees("Calmix").press("ctrl+c").sees("Nothing from the person before is kept").golden("kiosk-between")
		})
	}
}

func TestTheWordIsNeverShownAndNeitherIsItsLength(t *testing.T) {
	l := openLaptop(t, wide, small(t))
	before := l.root().View()
	for _, c := range facilitatorsWord {
		if l.press(string(c)); l.root().View() != before {
			t.Fatalf("a letter changes the screen:\n%s", l.root().View())
		}
	}
	l.press("enter")
	before = l.root().View()
	l.typed(facilitatorsWord)
	if l.root().View() != before {
		t.Errorf("a letter changes the screen:\n%s", l.root().View())
	}
}

func TestTheWordIsKeptNowhere(t *testing.T) {
	l := startLaptop(t, wide)
	if kept := fmt.Sprintf("%s %q", l.kiosk.typed[:cap(l.kiosk.typed)], fmt.Sprint(*l.kiosk)); strings.Contains(kept, "kettle") {
		t.Error("the word is kept after it was chosen")
	}
	l.press("ctrl+g", "ctrl+g").typed("wrongword").press("enter")
	if bytes.ContainsAny(l.kiosk.typed[:cap(l.kiosk.typed)], "wrongd") {
		t.Error("what was typed is kept after it was compared")
	}
}

func TestAShortOrDifferentWordIsNotTaken(t *testing.T) {
	l := openLaptop(t, wide, small(t))
	l.typed("short").press("enter").sees("too short").sees("Choose a word")
	l.typed("kettle9").press("enter").typed("kettle8").press("enter").sees("were different").sees("Choose a word")
	l.typed("kettlx").press("backspace").typed("e9").press("enter").typed("kettle9").press("enter").sees("This laptop is free")
}

func TestOnlyTheWordEndsIt(t *testing.T) {
	l := startLaptop(t, wide).firstPerson()
	before := l.root().View()
	l.press("ctrl+g", "ctrl+g").sees("Word:").seesNothing()
	l.typed("kettle8").press("enter")
	if l.kiosk.leaving || l.root().View() != before {
		t.Fatalf("a wrong word leads to:\n%s", l.root().View())
	}
	// One half of the chord is not enough, nor is it with another key between.
	l.press("ctrl+g", "up", "ctrl+g").sees("Calmix")
	l.press("ctrl+g").sees("Word:")
	if l.typed(facilitatorsWord).press("enter"); !l.kiosk.leaving || l.kiosk.inner != nil {
		t.Error("the right word does not end it, or her screening is still there")
	}
	if l.root().View() != "" {
		t.Error("something is left on the screen")
	}
}

// seesNothing of the person is what the word's page must show.
func (w *walk) seesNothing() *walk {
	w.t.Helper()
	for _, canary := range hers {
		w.seesNo(canary)
	}
	return w
}

func TestEveryWayOutOfAScreeningWipesIt(t *testing.T) {
	for name, leave := range map[string]func(*laptop){
		"ctrl+c":               func(l *laptop) { l.press("ctrl+c") },
		"q on a page":          func(l *laptop) { l.press("esc", "esc", "q") },
		"finish":               func(l *laptop) { l.press("esc", "esc", "e", "1", "enter", "end", "enter") },
		"silence":              func(l *laptop) { l.wait(105 * time.Second) },
		"silence under cover":  func(l *laptop) { l.press("f12"); l.wait(105 * time.Second) },
		"silence at the word":  func(l *laptop) { l.press("ctrl+g", "ctrl+g"); l.wait(105 * time.Second) },
		"ctrl+c at the word":   func(l *laptop) { l.press("ctrl+g", "ctrl+g", "ctrl+c") },
		"ctrl+c in the count":  func(l *laptop) { l.wait(95 * time.Second).press("ctrl+c") },
		"a closed lid":         func(l *laptop) { l.now = l.now.Add(40 * time.Second); l.kiosk.Update(beatMsg{}) },
		"ctrl+c under a cover": func(l *laptop) { l.press("f12", "ctrl+c") },
	} {
		t.Run(name, func(t *testing.T) {
			l := startLaptop(t, wide).firstPerson()
			state := l.kiosk.inner.state
			wiped := l.wiped
			leave(l)
			l.sees("Nothing from the person before is kept").seesNothing()
			if l.kiosk.inner != nil || l.wiped == wiped || l.kiosk.leaving {
				t.Fatal("her screening, or what the terminal keeps, is still there")
			}
			for _, q := range state.Questionnaire().Questions {
				if state.Reply(q).Kind != questionnaire.NoReply {
					t.Errorf("the answer to %s is still in memory", q.ID)
				}
			}
			// What is typed ahead reaches nobody.
			l.press("enter", "enter", "1", "f12").sees("Nothing from the person before is kept")
			l.wait(3 * time.Second).sees("This laptop is free")
			l.press("enter").sees("A small one").press("enter", "1", "enter", "1", "enter").sees("happening now").seesNothing()
		})
	}
}

func TestNoKeyShowsTheNextPersonAnythingOfTheLast(t *testing.T) {
	first := startLaptop(t, wide)
	rapid.Check(t, func(r *rapid.T) {
		first.now = first.now.Add(time.Hour)
		first.kiosk.stage = kioskFree
		first.kiosk.pressed, first.kiosk.looked = first.now, first.now
		first.firstPerson().press("ctrl+c")
		first.wait(3 * time.Second)
		for range rapid.IntRange(1, 40).Draw(r, "keys") {
			switch k := rapid.SampledFrom([]string{
				"enter", "esc", "up", "down", "pgup", "pgdown", "home", "end", "tab", "left", "backspace", "f12", "ctrl+g", "ctrl+z", "ctrl+\\", "ctrl+c",
				"1", "2", "3", "4", "h", "e", "w", "s", "?", "q", "small", "large", "second",
			}).Draw(r, "key"); k {
			case "small":
				first.kiosk.Update(tea.WindowSizeMsg{Width: 40, Height: 12})
			case "large":
				first.kiosk.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
			case "second":
				first.kiosk.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
				first.wait(time.Second)
			default:
				first.kiosk.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
				first.press(k)
			}
			for _, canary := range []string{"Calmix", "calmazole"} {
				if strings.Contains(first.root().View(), canary) {
					r.Fatalf("the next person sees %q:\n%s", canary, first.root().View())
				}
			}
			if first.kiosk.leaving {
				r.Fatal("a key has ended the program")
			}
		}
		first.kiosk.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		if first.kiosk.inner != nil {
			first.kiosk.end()
		}
		first.kiosk.forget()
	})
}

func TestAKeyStaysAndIsNoAnswer(t *testing.T) {
	l := startLaptop(t, wide).firstPerson()
	before := l.root().View()
	l.wait(89 * time.Second).sees("Calmix")
	l.wait(time.Second).sees("Are you still there").sees("15 seconds").seesNothing()
	l.wait(14 * time.Second).sees("1 second.")
	if l.press("enter"); l.root().View() != before {
		t.Errorf("the key that stays led to:\n%s", l.root().View())
	}
	l.wait(89 * time.Second).sees("Calmix")
}

func TestAClockThatIsSetBackKeepsNobodyWaiting(t *testing.T) {
	l := startLaptop(t, wide).firstPerson()
	l.now = l.now.Add(-24 * time.Hour)
	l.wait(106 * time.Second).sees("Nothing from the person before is kept")
}

func TestPrivateQuestionsAreNotAskedOnASharedLaptop(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"questionnaire", "first", "pills", "clinicians", "help-lines", "medicines", "sources"} {
		data, err := os.ReadFile("testdata/small/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		data = bytes.Replace(data, []byte("  - id: milk\n    ask:"), []byte("  - id: milk\n    private: true\n    ask:"), 1)
		files[name+".yaml"] = &fstest.MapFile{Data: data}
	}
	q, findings, err := folder.Read(files, nil)
	if q == nil {
		t.Fatal(findings, err)
	}
	l := openLaptop(t, wide, q)
	l.typed(facilitatorsWord).press("enter").typed(facilitatorsWord).press("enter")
	l.press("enter", "enter", "1", "enter", "1", "enter").sees("happening now").press("3", "enter", "enter")
	l.sees("What do you take").seesNo("your milk")
	if reply := l.kiosk.inner.state.Reply(q.Question("milk")); reply.Kind != questionnaire.Declined {
		t.Errorf("a private question counts as %v", reply.Kind)
	}
	// Neither the review nor a card that it leads to names it.
	l.press("down", "enter").sees("Your answers").seesNo("your milk")
	l.press("1", "enter").sees("The doctor").press("1", "enter").seesNo("your milk")
}

// TestAThousandPeopleLeaveNothingInMemory: what one screening needs is free for
// the next.
func TestAThousandPeopleLeaveNothingInMemory(t *testing.T) {
	l := startLaptop(t, wide)
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	people := func(n int) {
		for range n {
			// Drawn once for each, not after each key: that would only be slower.
			for _, k := range []string{"enter", "enter", "1", "enter", "1", "enter", "2", "space", "4", "enter", "1", "enter", "c", "a", "l", "m", "i", "down", "enter", "1", "enter"} {
				m := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
				if t, ok := keyTypes[k]; ok {
					m = tea.KeyMsg{Type: t}
				}
				l.kiosk.Update(m)
			}
			l.sees("Calmix").press("ctrl+c")
			l.wait(3 * time.Second)
		}
	}
	people(50)
	before := heap()
	people(1000)
	const most = 1 << 20
	if after := heap(); after > before+most {
		t.Errorf("after a thousand people the heap has grown from %d to %d bytes", before, after)
	}
}
