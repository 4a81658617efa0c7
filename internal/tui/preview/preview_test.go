package preview

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
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
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/watch"
	"github.com/ask-first/askfirst/internal/wording"
)

// bench is a preview of a folder in memory, driven by hand: what would run in the
// background runs when the test says so.
type bench struct {
	*tuitest.Walk
	p      *preview
	folder fstest.MapFS
	found  []Problem // what the checks find
	checks int       // how often they were asked
}

func startBench(t *testing.T, s tuitest.Size) *bench {
	t.Helper()
	lipgloss.SetColorProfile(termenv.Ascii)
	b := &bench{folder: tuitest.Files(t, "../testdata/small")}
	b.Walk = &tuitest.Walk{T: t, Size: s}
	b.open()
	return b
}

// open begins a preview of the folder as it is.
func (b *bench) open() *bench {
	b.p = newPreview(Options{
		Folder: "small", First: b.read(), Words: wording.English(), Read: b.read,
		Check: func(*questionnaire.Questionnaire) []Problem { b.checks++; return b.found },
	})
	b.Walk = tuitest.New(b.T, b.p, b.Size)
	return b
}

func (b *bench) read() Reading {
	q, findings, err := folder.Read(b.folder, nil)
	r := Reading{Questionnaire: q, Written: q, Err: err}
	for _, f := range findings {
		p := Problem{Finding: f}
		if lines := strings.Split(string(b.folder[f.At.File].Data), "\n"); f.At.Line > 0 {
			p.Line = lines[f.At.Line-1]
		}
		r.Problems = append(r.Problems, p)
	}
	return r
}

// save replaces a text in a file and lets the preview see it.
func (b *bench) save(file, old, new string) *bench {
	b.T.Helper()
	text := string(b.folder[file].Data)
	if !strings.Contains(text, old) {
		b.T.Fatalf("%s has no %q", file, old)
	}
	b.folder[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
	return b.saved()
}

func (b *bench) saved() *bench {
	b.p.Update(readAgainMsg{b.read()})
	b.Fits()
	return b
}

// checkedNow lets the checks come to their end.
func (b *bench) checkedNow(found ...Problem) *bench {
	b.found = found
	b.p.Update(checkedMsg{found})
	b.Fits()
	return b
}

func (b *bench) asking() *bench {
	b.Press("enter", "1", "enter", "1", "enter").Sees("happening")
	return b
}

// seesAside looks only at the list, which on a wide screen stands beside.
func (b *bench) seesAside(text string) *bench {
	b.T.Helper()
	l := b.p.layout()
	if aside := strings.Join(b.p.aside(l), "\n"); !strings.Contains(tuitest.Words(aside), tuitest.Words(text)) {
		b.T.Fatalf("does not see %q aside:\n%s", text, aside)
	}
	return b
}

func aWarning() Problem {
	return Problem{
		Finding: questionnaire.Finding{Check: questionnaire.CheckCalled("promise"), Severity: questionnaire.Error, At: questionnaire.Position{File: "first.yaml", Line: 43, Column: 12}, Message: "promise is broken"},
		Line:    "    when: {milk: \"yes\"}",
		Example: []string{"- id: somebody", "  answers:", "    milk: \"yes\""},
	}
}

// answered counts the answers so far.
func answered(b *bench) int {
	n := 0
	said := b.p.m.Visit().Said()
	for _, q := range said.Questionnaire().Questions {
		if said.Reply(q).Kind != questionnaire.NoReply {
			n++
		}
	}
	return n
}

// The walk's own steps, for more steps of a bench behind them.

func (b *bench) Press(names ...string) *bench { b.T.Helper(); b.Walk.Press(names...); return b }
func (b *bench) Type(text string) *bench      { b.T.Helper(); b.Walk.Type(text); return b }
func (b *bench) Sees(text string) *bench      { b.T.Helper(); b.Walk.Sees(text); return b }
func (b *bench) SeesNo(text string) *bench    { b.T.Helper(); b.Walk.SeesNo(text); return b }

func TestPreviewScreens(t *testing.T) {
	tuitest.EverySize(t, func(t *testing.T, s tuitest.Size) {
		b := startBench(t, s)
		b.Sees("Hello").Sees("checking").Golden("preview-welcome")
		b.checkedNow()
		b.Sees("no problems")
		b.asking().Press("2", "space", "4", "enter").Sees("your milk")
		b.Golden("preview-question")
		b.Press("1", "enter")
		if s.Width < wideEnough {
			b.Press("ctrl+r")
		}
		b.Sees("What fires").Sees("sleepy").Golden("preview-rules")
		if s.Width < wideEnough {
			b.Press("ctrl+r")
			if s.Height >= highEnough {
				b.Press("esc") // the first time it only went there
			}
		}
		b.Press("down", "enter").Sees("Your answers")
		b.Press("ctrl+g").Sees("Go to").Golden("preview-jump")
		for _, c := range "nights" {
			b.Press(string(c))
		}
		b.Sees("nights: Do you sleep").SeesNo("your milk").Press("enter").Sees("sleep at night").Sees("not asked now").Golden("preview-jumped")

		b.save("first.yaml", "talk-to: [doctor]", "talk-to: [doktor]")
		b.Sees("first.yaml:32:15").Sees("^^^^^^")
		b.seesAside("did you mean").Golden("preview-broken")
		if s.Width < wideEnough && s.Height < highEnough {
			b.Press("esc")
		}
		b.Sees("sleep at night").Sees("1 error").Golden("preview-broken-closed")
		b.save("first.yaml", "talk-to: [doktor]", "talk-to: [doctor]").checkedNow(aWarning())
		b.SeesNo("doktor").Press("ctrl+e").Sees("promise is broken").Sees("For example").Golden("preview-problems")
	})
}

func TestAMendedFolderClosesWhatABrokenOneOpened(t *testing.T) {
	b := startBench(t, tuitest.Wide)
	b.asking()
	b.save("first.yaml", "choose: many", "chose: many").Sees("Problems").Sees("a question has no").Sees("happening now")
	b.save("first.yaml", "chose: many", "choose: many").SeesNo("cannot be used").SeesNo("a question has no").Sees("happening now")
	// What she opened herself stays.
	b.Press("ctrl+e").Sees("are being checked")
	b.save("first.yaml", "choose: many", "choose: one").Sees("Problems")
}

func TestAFolderThatIsBrokenFromTheStartShowsUpWhenItIsMended(t *testing.T) {
	b := startBench(t, tuitest.Wide)
	b.folder["first.yaml"].Data = []byte(strings.Replace(string(b.folder["first.yaml"].Data), "topic: first", "topik: first", 1))
	b.open()
	b.Sees("cannot be used yet").Sees("topik").SeesNo("Hello").Golden("preview-never-good")
	b.Press("ctrl+g", "ctrl+r", "enter", "down", "esc").SeesNo("Hello")
	b.save("first.yaml", "topik", "topic").Sees("Hello")
}

func TestAFolderThatIsGoneIsSaidAndMayComeBack(t *testing.T) {
	b := startBench(t, tuitest.Wide)
	b.asking()
	b.p.Update(readAgainMsg{Reading{Err: errors.New("small: no such file or directory")}})
	b.Sees("no such file").Sees("cannot be read").Sees("happening now")
	b.saved().SeesNo("no such file").Sees("happening now")
}

// A save keeps her where she is, with what she said, chose and typed.
func TestASaveKeepsThePlace(t *testing.T) {
	for _, c := range []struct {
		name           string
		go_            func(*bench)
		file, old, new string
		sees           []string
	}{
		{"the welcome", func(b *bench) { b.Press("2") }, "questionnaire.yaml", "Hello.", "Good morning.", []string{"Good morning", "> 2"}},
		{"the consent", func(b *bench) { b.Press("enter", "1") }, "questionnaire.yaml", "You choose", "It is you who choose", []string{"It is you", "> 1"}},
		{"the region", func(b *bench) { b.Press("enter", "1", "enter", "2") }, "help-lines.yaml", "name: Somewhere else", "name: Everywhere", []string{"> 2", "Everywhere"}},
		{"ticks", func(b *bench) { b.asking().Press("2", "space", "1") }, "first.yaml", "{id: danger, label: I feel in danger,", "{id: new, label: Something new}\n      - {id: danger, label: I feel in danger,", []string{"x My baby", "> 2 I feel"}},
		{"the free answers", func(b *bench) { b.asking().Press("5") }, "first.yaml", "      - {id: danger, label: I feel in danger, said: I feel in danger.}\n      - {id: baby", "      - {id: danger, label: Danger}\n      - {id: more, label: More}\n      - {id: baby", []string{"> 6", "Not sure"}},
		{"an answer that is gone", func(b *bench) { b.asking().Press("2", "space") }, "first.yaml", "id: baby-sleepy, label", "id: baby-tired, label", []string{"happening"}},
		{"letters", func(b *bench) {
			b.asking().Press("3", "enter", "enter", "2", "enter").Type("cal")
			b.Press("down")
		}, "pills.yaml", "What do you take?", "Which tablets?", []string{"Which tablets", "Find by name: cal", "> calmazole"}},
		{"a medicine's state", func(b *bench) {
			b.asking().Press("3", "enter", "enter", "2", "enter").Type("calmi").Press("down", "enter")
		}, "medicines.yaml", "brands: [Calmix, Stillo]", "brands: [Calmix, Still]", []string{"still take it"}},
		{"the review", func(b *bench) { b.asking().Press("e", "enter").Press("3") }, "first.yaml", "Does a baby get your milk?", "Is there milk?", []string{"Your answers", "Is there milk"}},
		{"a card", func(b *bench) { b.asking().Press("2", "space", "4", "enter", "e", "enter", "1", "enter", "1", "enter") }, "first.yaml", "A very sleepy baby should be seen.", "Sleepy babies are seen.", []string{"The doctor", "Sleepy babies are seen."}},
		{"a text", func(b *bench) {
			b.asking().Press("ctrl+g").Type("about-milk").Press("enter")
		}, "first.yaml", "That is not the same as nothing.", "It may be much.", []string{"What is known about milk", "It may be much."}},
		{"the interrupt", func(b *bench) { b.asking().Press("1", "space", "4", "enter") }, "first.yaml", "You can have somebody", "Somebody can be", []string{"Call 100", "Somebody can be"}},
		{"help lines", func(b *bench) { b.asking().Press("h", "2", "enter") }, "help-lines.yaml", "name: The crisis line", "name: The crisis line of ours", []string{"The crisis line of ours", "24 hours"}},
		{"why", func(b *bench) { b.asking().Press("w") }, "first.yaml", "you see at once whom to call", "you see a number", []string{"Why we ask", "you see a number"}},
		{"the list", func(b *bench) { b.asking().Press("ctrl+g").Type("mil") }, "first.yaml", "Does a baby get your milk?", "Is there milk?", []string{"Go to: mil", "> milk: Is there milk"}},
		{"a pause", func(b *bench) {
			b.asking().Press("ctrl+g").Type("nights").Press("enter", "3", "enter").Sees("short pause")
		}, "pills.yaml", "Thank you for answering that.", "Thank you.", []string{"short pause", "Thank you."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := startBench(t, tuitest.Size{Width: 80, Height: 30})
			c.go_(b)
			b.save(c.file, c.old, c.new)
			for _, text := range c.sees {
				b.Sees(text)
			}
		})
	}
}

func TestASaveKeepsAnswersAndSaysWhichAreGone(t *testing.T) {
	b := startBench(t, tuitest.Wide)
	b.asking().Press("2", "space", "4", "enter", "1", "enter").Sees("What do you take")
	b.save("first.yaml", `{id: "yes", label: "Yes, all or some of it",`, `{id: "all", label: "Yes, all of it",`)
	b.Sees("it cannot be used") // two conditions name it
	b.save("first.yaml", `when: {milk: "yes"}`, `when: {milk: "all"}`).Sees("What do you take").Sees("Gone with this save: milk: yes.")
	b.Press("esc").Sees("your milk").SeesNo("> ").SeesNo("Gone with")
	b.Press("esc").Sees("x My baby")
}

func TestAQuestionThatIsGoneGivesWayToTheNext(t *testing.T) {
	b := startBench(t, tuitest.Wide)
	b.asking().Press("2", "space", "4", "enter").Sees("your milk")
	b.save("first.yaml", "id: milk\n    ask", "id: milks\n    ask").save("first.yaml", `when: {milk: "yes"}`, `when: {milks: "yes"}`)
	b.Sees("your milk").Sees("The question “milk” is gone") // the one in its place
}

func TestAJumpAnswersNothing(t *testing.T) {
	b := startBench(t, tuitest.Wide)
	b.asking().Press("ctrl+g").Type("milk does").Press("enter").Sees("your milk")
	if n := answered(b); n != 0 {
		t.Fatalf("%d answers after a jump", n)
	}
	// It goes on from there, and comes back to what was passed over.
	b.Press("2", "enter").Sees("What do you take").Press("down", "enter").Sees("happening now")
	b.Press("ctrl+g").Type("conversations so far").Press("enter").Sees("Who to talk to first")
	b.Press("ctrl+g").Type("without any").Press("enter").Sees("Hello")
	if n := answered(b); n != 0 {
		t.Fatalf("%d answers are left", n)
	}
}

func TestAnAnswerToWhatIsNotAskedDoesNotCount(t *testing.T) {
	b := startBench(t, tuitest.Size{Width: 120, Height: 40})
	b.asking().Press("ctrl+g").Type("milk does").Press("enter", "2", "enter", "down", "enter").Sees("happening now")
	b.Press("ctrl+g").Type("nights").Press("enter").Sees("not asked now").Press("2", "enter")
	b.Press("enter", "e", "enter") // the pause after it
	b.Sees("Your answers").SeesNo("sleep at night")
}

func TestTheListOfWhatFiresFollowsTheAnswers(t *testing.T) {
	b := startBench(t, tuitest.Size{Width: 120, Height: 40})
	b.asking().Sees("floor: next-visit").Sees("4 more rules wait").SeesNo("sleepy: today")
	b.Press("2", "space", "4", "enter").Sees("sleepy: today").Sees("now: baby-sleepy")
	b.Press("3", "enter")
	b.seesAside("Possibly - milk: before-deciding doctor milk: not-sure")
	b.Press("esc", "2", "enter").SeesNo("milk: before-deciding")
}

func TestOnlyTheNewestVersionsChecksCount(t *testing.T) {
	b := startBench(t, tuitest.Wide)
	cmd := b.p.check()
	if cmd == nil || b.p.check() != nil {
		t.Fatal("the checks do not run one at a time")
	}
	b.save("first.yaml", "I feel in danger", "I am in danger") // while they run
	_, next := b.p.Update(checkedMsg{[]Problem{aWarning()}})
	b.SeesNo("1 error").Sees("checking")
	if next == nil {
		t.Fatal("the newer version is not checked")
	}
	b.checkedNow().Sees("no problems")
}

func TestSavesWhileReadingAreReadOnceMore(t *testing.T) {
	b := startBench(t, tuitest.Wide)
	if b.p.read() == nil {
		t.Fatal("a save is not read")
	}
	for range 5 {
		if b.p.read() != nil {
			t.Fatal("two readings at a time")
		}
	}
	b.p.Update(readAgainMsg{b.read()})
	if !b.p.reading || b.p.again {
		t.Error("five saves are not one more reading")
	}
}

func TestCtrlCLeavesAPreviewFromAnywhere(t *testing.T) {
	for name, go_ := range map[string]func(*bench){
		"the screening": func(b *bench) { b.asking() },
		"the rules":     func(b *bench) { b.Press("ctrl+r", "ctrl+r") },
		"the list":      func(b *bench) { b.Press("ctrl+g") },
		"covered":       func(b *bench) { b.Press("f12") },
	} {
		b := startBench(t, tuitest.Wide)
		go_(b)
		if _, cmd := b.p.Update(tea.KeyMsg{Type: tea.KeyCtrlC}); cmd == nil {
			t.Errorf("%s: stays", name)
		}
	}
}

func TestNothingInAFileSpeaksToTheTerminal(t *testing.T) {
	b := startBench(t, tuitest.Size{Width: 120, Height: 40})
	b.save("first.yaml", "label: I feel in danger", "label: \x1b[2J授乳中\u202e")
	if screen := b.p.View(); strings.Contains(screen, "\x1b[2J") || strings.Contains(screen, "\u202e") {
		t.Errorf("as it stands in the file:\n%q", screen)
	}
	b.Sees("Problems")
}

// Whatever is pressed and saved in whatever order at whatever size, the screen
// holds together and no page is lost.
func TestAnyKeysAndSavesAtAnySize(t *testing.T) {
	keys := []string{"enter", "esc", "up", "down", "space", "pgdown", "end", "1", "2", "3", "4", "e", "h", "w", "?", "c", "a", "l", "ctrl+g", "ctrl+r", "ctrl+e"}
	saves := [][3]string{
		{"first.yaml", "id: milk\n", "id: milks\n"}, {"first.yaml", `milk: "yes"`, `milks: "yes"`}, {"first.yaml", "choose: many", "choose: one"},
		{"first.yaml", "topic: first", "topik: first"}, {"pills.yaml", "id: nights", "id: sleep"}, {"pills.yaml", "[calming]}\n    talk", "[painol]}\n    talk"},
		{"first.yaml", "interrupt: true", "interrupt: false"}, {"first.yaml", "id: danger, label", "id: peril, label"}, {"first.yaml", "{now: danger}", "{now: peril}"},
		{"help-lines.yaml", "id: c,", "id: d,"}, {"clinicians.yaml", "id: doctor", "id: medic"}, {"medicines.yaml", "generic: calmazole", "generic: calmol"},
		{"pills.yaml", ", label: I stopped by myself", ", label: I stopped"}, {"pills.yaml", "id: stopped", "id: ended"}, {"questionnaire.yaml", "topics: [first, pills]", "topics: [pills, first]"},
		{"pills.yaml", "    after: Thank you for answering that.\n", ""}, {"first.yaml", "id: about-milk", "id: on-milk"}, {"first.yaml", "learn: [about-milk]", "learn: [on-milk]"},
	}
	rapid.Check(t, func(rt *rapid.T) {
		b := startBench(t, tuitest.Size{Width: rapid.IntRange(24, 130).Draw(rt, "width"), Height: rapid.IntRange(5, 50).Draw(rt, "height")})
		for range rapid.IntRange(1, 60).Draw(rt, "steps") {
			if rapid.IntRange(0, 5).Draw(rt, "saves") > 0 {
				b.Press(rapid.SampledFrom(keys).Draw(rt, "key"))
				if b.p.left() {
					return
				}
				continue
			}
			s := rapid.SampledFrom(saves).Draw(rt, "save")
			if text := string(b.folder[s[0]].Data); strings.Contains(text, s[1]) {
				b.save(s[0], s[1], s[2])
			} else if strings.Contains(text, s[2]) && s[2] != "" {
				b.save(s[0], s[2], s[1])
			}
			b.checkedNow(aWarning())
		}
		if strings.TrimSpace(ansi.Strip(b.p.View())) == "" {
			rt.Fatal("nothing is on the screen")
		}
	})
}

// The whole of it in one process, with a real folder: what a save starts has
// ended when it has been shown.
func TestFortySavesLeaveNothingRunning(t *testing.T) {
	files := t.TempDir()
	if err := os.CopyFS(files, os.DirFS("../testdata/small")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(files, "first.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	read := func() Reading {
		q, _, err := folder.Read(os.DirFS(files), nil)
		return Reading{Questionnaire: q, Written: q, Err: err}
	}
	ctx, cancel := context.WithCancel(t.Context())
	saved := watch.Folder(ctx, files, watch.Usual)
	versions := make(chan string, 100) // of the versions that were checked
	p := newPreview(Options{
		First: read(), Saved: saved, Words: wording.English(), Read: read,
		Check: func(q *questionnaire.Questionnaire) []Problem { versions <- q.Questions[0].Ask; return nil },
	})
	before := runtime.NumGoroutine()
	program := tea.NewProgram(p, tea.WithInput(nil), tea.WithoutRenderer(), tea.WithoutSignalHandler())
	ended := make(chan error)
	go func() {
		_, err := program.Run()
		ended <- err
	}()
	checked := func(ask string) {
		t.Helper()
		for timeout := time.After(20 * time.Second); ; {
			select {
			case got := <-versions:
				if got == ask {
					return
				}
			case <-timeout:
				t.Fatalf("%q was never checked", ask)
			}
		}
	}
	checked("Is any of this happening now?")
	running := 0
	for i := range 41 {
		ask := fmt.Sprintf("Save %d?", i)
		if err := os.WriteFile(file, []byte(strings.Replace(string(text), "Is any of this happening now?", ask, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		checked(ask)
		if i == 0 {
			running = calm(func(int) bool { return false })
		}
	}
	if n := calm(func(n int) bool { return n <= running }); n > running {
		t.Errorf("%d goroutines after forty saves, %d before", n, running)
	}
	program.Quit()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	cancel()
	for range saved { // until the watch has ended
	}
	if n := calm(func(n int) bool { return n <= before }); n > before {
		t.Errorf("%d goroutines after the end, %d before the start", n, before)
	}
}

// calm waits until the number of goroutines is right, or has had time to be.
func calm(right func(int) bool) int {
	for range 100 {
		if n := runtime.NumGoroutine(); right(n) {
			return n
		}
		time.Sleep(5 * time.Millisecond)
	}
	return runtime.NumGoroutine()
}
