package kiosk

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/wording"
)

// laptop is a shared one, with a clock that a test turns.
type laptop struct {
	*tuitest.Walk
	kiosk *kiosk
	now   time.Time
	wiped int
}

func small(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	return tuitest.Folders(t, "../testdata/small")
}

const facilitatorsWord = "kettle9"

// openLaptop is a laptop before its word is chosen.
func openLaptop(t *testing.T, s tuitest.Size, q *questionnaire.Questionnaire) *laptop {
	t.Helper()
	lipgloss.SetColorProfile(termenv.Ascii)
	l := &laptop{now: time.Date(2026, 11, 25, 18, 0, 0, 0, time.UTC)}
	l.kiosk = newKiosk(Options{
		Options:   tui.Options{Cover: q.Cover(), Load: func() *questionnaire.Questionnaire { return q }, Words: wording.English()},
		IdleAfter: 90 * time.Second,
		Now:       func() time.Time { return l.now },
		Paces:     Usual,
	})
	l.kiosk.wipe = func() { l.wiped++ }
	l.Walk = tuitest.New(t, l.kiosk, s)
	return l
}

// startLaptop is one that is free for the next person.
func startLaptop(t *testing.T, s tuitest.Size) *laptop {
	t.Helper()
	l := openLaptop(t, s, small(t))
	l.Type(facilitatorsWord).Press("enter").Type(facilitatorsWord).Press("enter").Sees("This laptop is free")
	return l
}

// wait lets time pass, a look at the clock each second.
func (l *laptop) wait(d time.Duration) *laptop {
	for range int(d / time.Second) {
		l.now = l.now.Add(time.Second)
		l.kiosk.Update(beatMsg{})
		l.Fits()
	}
	return l
}

// firstPerson says much: an answer, and a medicine whose name stands nowhere
// unless somebody types it.
func (l *laptop) firstPerson() *laptop {
	l.T.Helper()
	l.Press("enter").Sees("A small one").Press("enter", "1", "enter", "1", "enter")
	l.Sees("We ask everyone").SeesNo("happening now").Press("enter") // a screen of its own
	l.Sees("happening now").Press("2", "space", "4", "enter").Sees("your milk").Press("1", "enter")
	l.Sees("Tablets, and how you sleep").Press("down") // and so have the words before the medicines
	l.Sees("What do you take")
	l.Type("calmi").Press("down", "enter").Sees("still take it").Press("1", "enter").Sees("Calmix")
	return l
}

var hers = []string{"Calmix", "calmazole", "so far"}

func TestKioskScreens(t *testing.T) {
	for _, s := range tuitest.OnWalls {
		t.Run(s.String(), func(t *testing.T) {
			l := openLaptop(t, s, small(t))
			l.Sees("Choose a word").Golden("kiosk-choose")
			l.Type(facilitatorsWord).Press("enter").Sees("once more").Golden("kiosk-again")
			l.Type(facilitatorsWord).Press("enter").Sees("This laptop is free").Golden("kiosk-free")
			l.firstPerson()
			l.wait(91 * time.Second).Sees("Are you still there").Sees("14 seconds").Golden("kiosk-countdown")
			l.Press("space").Sees("Calmix").Press("ctrl+g", "ctrl+g").Sees("Word:").Golden("kiosk-word")
			l.Press("esc").Sees("Calmix").Press("ctrl+c").Sees("Nothing from the person before is kept").Golden("kiosk-between")
		})
	}
}

func TestTheWordIsNeverShownAndNeitherIsItsLength(t *testing.T) {
	l := openLaptop(t, tuitest.Wide, small(t))
	before := l.Root.View()
	for _, c := range facilitatorsWord {
		if l.Press(string(c)); l.Root.View() != before {
			t.Fatalf("a letter changes the screen:\n%s", l.Root.View())
		}
	}
	l.Press("enter")
	before = l.Root.View()
	l.Type(facilitatorsWord)
	if l.Root.View() != before {
		t.Errorf("a letter changes the screen:\n%s", l.Root.View())
	}
}

func TestTheWordIsKeptNowhere(t *testing.T) {
	l := startLaptop(t, tuitest.Wide)
	if kept := fmt.Sprintf("%s %q", l.kiosk.typed[:cap(l.kiosk.typed)], fmt.Sprint(*l.kiosk)); strings.Contains(kept, "kettle") {
		t.Error("the word is kept after it was chosen")
	}
	l.Press("ctrl+g", "ctrl+g").Type("wrongword").Press("enter")
	if bytes.ContainsAny(l.kiosk.typed[:cap(l.kiosk.typed)], "wrongd") {
		t.Error("what was typed is kept after it was compared")
	}
}

func TestAShortOrDifferentWordIsNotTaken(t *testing.T) {
	l := openLaptop(t, tuitest.Wide, small(t))
	l.Type("short").Press("enter").Sees("too short").Sees("Choose a word")
	l.Type("kettle9").Press("enter").Type("kettle8").Press("enter").Sees("were different").Sees("Choose a word")
	l.Type("kettlx").Press("backspace").Type("e9").Press("enter").Type("kettle9").Press("enter").Sees("This laptop is free")
}

func TestOnlyTheWordEndsIt(t *testing.T) {
	l := startLaptop(t, tuitest.Wide).firstPerson()
	before := l.Root.View()
	l.Press("ctrl+g", "ctrl+g").Sees("Word:")
	l.seesNothing()
	l.Type("kettle8").Press("enter")
	if l.kiosk.leaving || l.Root.View() != before {
		t.Fatalf("a wrong word leads to:\n%s", l.Root.View())
	}
	// One half of the chord is not enough, nor is it with another key between.
	l.Press("ctrl+g", "up", "ctrl+g").Sees("Calmix")
	l.Press("ctrl+g").Sees("Word:")
	if l.Type(facilitatorsWord).Press("enter"); !l.kiosk.leaving || l.kiosk.inner != nil {
		t.Error("the right word does not end it, or her screening is still there")
	}
	if l.Root.View() != "" {
		t.Error("something is left on the screen")
	}
}

// seesNothing of the person is what the word's page must show.
func (l *laptop) seesNothing() {
	l.T.Helper()
	for _, canary := range hers {
		l.SeesNo(canary)
	}
}

func TestEveryWayOutOfAScreeningWipesIt(t *testing.T) {
	for name, leave := range map[string]func(*laptop){
		"ctrl+c":               func(l *laptop) { l.Press("ctrl+c") },
		"q on a page":          func(l *laptop) { l.Press("esc", "esc", "q", "enter") },
		"finish":               func(l *laptop) { l.Press("esc", "esc", "e", "enter", "1", "enter", "end", "enter") },
		"silence":              func(l *laptop) { l.wait(105 * time.Second) },
		"silence under cover":  func(l *laptop) { l.Press("f12"); l.wait(105 * time.Second) },
		"silence at the word":  func(l *laptop) { l.Press("ctrl+g", "ctrl+g"); l.wait(105 * time.Second) },
		"ctrl+c at the word":   func(l *laptop) { l.Press("ctrl+g", "ctrl+g", "ctrl+c") },
		"ctrl+c in the count":  func(l *laptop) { l.wait(95 * time.Second).Press("ctrl+c") },
		"a closed lid":         func(l *laptop) { l.now = l.now.Add(40 * time.Second); l.kiosk.Update(beatMsg{}) },
		"ctrl+c under a cover": func(l *laptop) { l.Press("f12", "ctrl+c") },
	} {
		t.Run(name, func(t *testing.T) {
			l := startLaptop(t, tuitest.Wide).firstPerson()
			state := l.kiosk.inner.Visit().Said()
			wiped := l.wiped
			leave(l)
			l.Sees("Nothing from the person before is kept")
			l.seesNothing()
			if l.kiosk.inner != nil || l.wiped == wiped || l.kiosk.leaving {
				t.Fatal("her screening, or what the terminal keeps, is still there")
			}
			for _, q := range state.Questionnaire().Questions {
				if state.Reply(q).Kind != questionnaire.NoReply {
					t.Errorf("the answer to %s is still in memory", q.ID)
				}
			}
			// What is typed ahead reaches nobody.
			l.Press("enter", "enter", "1", "f12").Sees("Nothing from the person before is kept")
			l.wait(3 * time.Second).Sees("This laptop is free")
			l.Press("enter").Sees("A small one").Press("enter", "1", "enter", "1", "enter", "enter").Sees("happening now")
			l.seesNothing()
		})
	}
}

func TestNoKeyShowsTheNextPersonAnythingOfTheLast(t *testing.T) {
	first := startLaptop(t, tuitest.Wide)
	rapid.Check(t, func(r *rapid.T) {
		first.now = first.now.Add(time.Hour)
		first.kiosk.stage = free
		first.kiosk.pressed, first.kiosk.looked = first.now, first.now
		first.firstPerson().Press("ctrl+c")
		first.wait(3 * time.Second)
		for range rapid.IntRange(1, 40).Draw(r, "keys") {
			switch k := rapid.SampledFrom([]string{
				"enter", "esc", "up", "down", "pgup", "pgdown", "home", "end", "tab", "left", "backspace", "f12", "ctrl+g", "ctrl+z", "ctrl+\\", "ctrl+c",
				"1", "2", "3", "4", "h", "e", "w", "p", "?", "q", "small", "large", "second",
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
				first.Press(k)
			}
			for _, canary := range []string{"Calmix", "calmazole"} {
				if strings.Contains(first.Root.View(), canary) {
					r.Fatalf("the next person sees %q:\n%s", canary, first.Root.View())
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
	l := startLaptop(t, tuitest.Wide).firstPerson()
	before := l.Root.View()
	l.wait(89 * time.Second).Sees("Calmix")
	l.wait(time.Second).Sees("Are you still there").Sees("15 seconds")
	l.seesNothing()
	l.wait(14 * time.Second).Sees("1 second.")
	if l.Press("enter"); l.Root.View() != before {
		t.Errorf("the key that stays led to:\n%s", l.Root.View())
	}
	l.wait(89 * time.Second).Sees("Calmix")
}

// TestWhoReadsHasLonger: on a result nobody presses a key for a while, and a voice takes
// longer than eyes. What is covered is not read.
func TestWhoReadsHasLonger(t *testing.T) {
	l := startLaptop(t, tuitest.Wide).firstPerson()
	if l.kiosk.quiet() != 90*time.Second {
		t.Errorf("%v on the page of a question", l.kiosk.quiet())
	}
	l.Press("esc", "esc", "e", "enter")
	for i := 0; l.kiosk.inner.Page().Kind != page.ResultPage; i++ {
		if i == 5 {
			t.Fatalf("no result:\n%s", l.Root.View())
		}
		l.Press("enter")
	}
	words := 0
	for _, b := range l.kiosk.inner.Page().Blocks {
		words += len(strings.Fields(b.Text()))
	}
	longer := max(180*time.Second, 90*time.Second+time.Duration(words)*time.Second/2)
	l.wait(longer - 2*time.Second).SeesNo("Are you still there")
	l.wait(3 * time.Second).Sees("Are you still there").Sees("14 seconds")
	l.Press("space", "f12")
	l.wait(91 * time.Second).Sees("Are you still there")
	l.wait(14 * time.Second).Sees("Nothing from the person before is kept")
}

// TestTheFreePageIsInAllLanguages: who comes next may read none but hers.
func TestTheFreePageIsInAllLanguages(t *testing.T) {
	l := openLaptop(t, tuitest.Size{Width: 40, Height: 12}, small(t))
	l.kiosk.o.Languages = []wording.Language{wording.LanguageOf("en"), wording.LanguageOf("es")}
	l.Type(facilitatorsWord).Press("enter").Type(facilitatorsWord).Press("enter").Sees("This laptop is free")
	es := wording.In("es").Kiosk
	l.Sees(es.Free).Sees(es.Begin)
}

// TestTheFreePageSaysForWhomItIs, in each language, above the numbers.
func TestTheFreePageSaysForWhomItIs(t *testing.T) {
	l := openLaptop(t, tuitest.Wide, small(t))
	l.kiosk.o.Languages = []wording.Language{wording.LanguageOf("en"), wording.LanguageOf("es")}
	l.kiosk.o.ForWhom = func(language string) string {
		return map[string]string{"en": "For whoever has a question.", "es": "Para quien tiene una pregunta."}[language]
	}
	l.Type(facilitatorsWord).Press("enter").Type(facilitatorsWord).Press("enter").Sees("This laptop is free")
	l.Sees("For whoever has a question.").Sees("Para quien tiene una pregunta.").Sees("emergency number")
}

// TestACoverIsLiftedOnlyByWhoWasTold: under the cover stands what stood there before she
// began, and no key that lifts it; Enter and then F12 do, and nothing else.
func TestACoverIsLiftedOnlyByWhoWasTold(t *testing.T) {
	for _, s := range tuitest.OnWalls {
		t.Run(s.String(), func(t *testing.T) {
			l := openLaptop(t, s, small(t))
			l.kiosk.o.Languages = []wording.Language{wording.LanguageOf("en"), wording.LanguageOf("es")}
			l.Type(facilitatorsWord).Press("enter").Type(facilitatorsWord).Press("enter")
			l.firstPerson()
			before := l.Root.View()
			l.Press("f12").Sees("Press Enter to begin.").Sees(wording.In("es").Kiosk.Begin).SeesNo("F12").Golden("kiosk-covered")
			l.seesNothing()
			for _, keys := range [][]string{{"z"}, {"space"}, {"esc"}, {"f12"}, {"f12", "f12"}, {"enter"}, {"enter", "enter"}, {"enter", "z", "f12"}, {"enter", "esc", "f12"}, {"f12", "enter"}} {
				l.Press(keys...).Sees("Press Enter to begin.")
				l.seesNothing()
				l.Press("z")
			}
			l.Press("enter")
			l.wait(10 * time.Second).Press("f12").Sees("Press Enter to begin.") // somebody else, who was not told
			l.seesNothing()
			if l.Press("enter", "f12"); l.Root.View() != before {
				t.Errorf("lifted, it is not as it was:\n%s", l.Root.View())
			}
			l.Press("f12")
			l.wait(91 * time.Second).Sees("Are you still there").Press("space").Sees("Press Enter to begin.")
			l.wait(106 * time.Second).Sees("Nothing from the person before is kept")
		})
	}
}

// TestACoverOfTheAuthorsStays: it looks as its author would have it, and is lifted in the
// same way.
func TestACoverOfTheAuthorsStays(t *testing.T) {
	q := small(t)
	q.Covered = "For the shop"
	l := openLaptop(t, tuitest.Wide, q)
	l.Type(facilitatorsWord).Press("enter").Type(facilitatorsWord).Press("enter")
	l.firstPerson().Press("f12", "z", "f12").Sees("For the shop")
	l.seesNothing()
	l.Press("enter", "f12").Sees("Calmix")
}

// TestTheConsentNamesOnlyWhatIsAskedHere, on a shared laptop.
func TestTheConsentNamesOnlyWhatIsAskedHere(t *testing.T) {
	q := small(t)
	q.ConsentShared = "We ask little here."
	l := openLaptop(t, tuitest.Wide, q)
	l.Type(facilitatorsWord).Press("enter").Type(facilitatorsWord).Press("enter")
	l.Press("enter", "enter").Sees("We ask little here.").SeesNo(string(q.Consent))
}

func TestAClockThatIsSetBackKeepsNobodyWaiting(t *testing.T) {
	l := startLaptop(t, tuitest.Wide).firstPerson()
	l.now = l.now.Add(-24 * time.Hour)
	l.wait(106 * time.Second).Sees("Nothing from the person before is kept")
}

func TestPrivateQuestionsAreNotAskedOnASharedLaptop(t *testing.T) {
	files := tuitest.Files(t, "../testdata/small")
	first := files["first.yaml"]
	first.Data = bytes.Replace(first.Data, []byte("  - id: milk\n    ask:"), []byte("  - id: milk\n    private: true\n    ask:"), 1)
	q, findings, err := folder.Read(files, nil)
	if q == nil {
		t.Fatal(findings, err)
	}
	l := openLaptop(t, tuitest.Wide, q)
	l.Type(facilitatorsWord).Press("enter").Type(facilitatorsWord).Press("enter")
	l.Press("enter", "enter", "1", "enter", "1", "enter", "enter").Sees("happening now").Press("3", "enter", "enter", "enter")
	l.Sees("What do you take").SeesNo("your milk")
	if reply := l.kiosk.inner.Visit().Said().Reply(q.Question("milk")); reply.Kind != questionnaire.Declined {
		t.Errorf("a private question counts as %v", reply.Kind)
	}
	// Neither the review nor a card that it leads to names it.
	l.Press("down", "enter").Sees("Your answers").SeesNo("your milk")
	l.Press("1", "enter").Sees("The doctor").Press("1", "enter").SeesNo("your milk")
}

// TestAThousandPeopleLeaveNothingInMemory: what one screening needs is free for
// the next.
func TestAThousandPeopleLeaveNothingInMemory(t *testing.T) {
	l := startLaptop(t, tuitest.Wide)
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
				l.kiosk.Update(tuitest.Key(k))
			}
			l.Sees("Calmix").Press("ctrl+c")
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

// What the last person copied is hers; the clipboard outlives her.
func TestNothingIsPastedOnASharedLaptop(t *testing.T) {
	paste := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("calmazole"), Paste: true}
	refused := wording.English().Kiosk.Pasted[:20]
	l := openLaptop(t, tuitest.Wide, small(t))
	l.kiosk.Update(paste)
	if l.Sees(refused); len(l.kiosk.typed) > 0 {
		t.Error("a word was pasted")
	}
	l = startLaptop(t, tuitest.Wide)
	l.kiosk.Update(paste)
	l.Sees("This laptop is free").Sees(refused)
	l.Press("enter", "enter", "1", "enter", "1", "enter", "2", "space", "4", "enter", "1", "enter", "enter").Sees("What do you take")
	l.kiosk.Update(paste)
	l.Sees(refused).SeesNo("calmaz").SeesNo("Calmix")
	if l.Type("calmi").Sees("Calmix"); strings.Contains(l.Root.View(), refused) {
		t.Error("the notice stays")
	}
	// Somebody who pastes is there.
	l.wait(91 * time.Second).Sees("Are you still there")
	l.kiosk.Update(paste)
	l.Sees("Find by name: calmi ")
}

// In a process for each person, a part ends where the whole would go on.
func TestAPartEndsWithItsPerson(t *testing.T) {
	l := openLaptop(t, tuitest.Wide, small(t))
	l.kiosk.only = true
	l.Type(facilitatorsWord).Press("enter").Type(facilitatorsWord).Press("enter")
	if !l.kiosk.leaving || l.kiosk.quit || !WordOf([WordSize]byte(l.kiosk.word.Bytes())).is([]byte(facilitatorsWord)) {
		t.Error("the choice of the word does not end with the word")
	}
	for name, leave := range map[string]func(*laptop){
		"ctrl+c":  func(l *laptop) { l.Press("ctrl+c") },
		"silence": func(l *laptop) { l.wait(105 * time.Second) },
		"word":    func(l *laptop) { l.Press("ctrl+g", "ctrl+g").Type(facilitatorsWord).Press("enter") },
	} {
		l := startLaptop(t, tuitest.Wide)
		begun := false
		l.kiosk.only, l.kiosk.o.Begun = true, func() { begun = true }
		if l.Press("ctrl+c"); l.kiosk.leaving || begun {
			t.Errorf("%s: it ends before anybody has begun", name)
		}
		if leave(l.firstPerson()); !l.kiosk.leaving || !begun || l.kiosk.byWord != (name == "word") || l.Root.View() != "" {
			t.Errorf("%s: leaving %v, begun %v, by the word %v", name, l.kiosk.leaving, begun, l.kiosk.byWord)
		}
	}
}
