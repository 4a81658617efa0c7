package tui

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestAWordIsNoCommand: whoever types where letters are keys stays where she is, with
// nothing chosen, and nothing that she put in before is lost.
func TestAWordIsNoCommand(t *testing.T) {
	w := wording.English()
	for _, word := range []string{"yes", "none", "no", "quetiapine", "sertraline", "escitalopram", "skip", "enough", "quit", "exit", "nada", "ninguna", "e s q", "sí", "zoloft and lithium", "ññ"} {
		everyPage(small(t), w, func(what string, p page.Page) {
			if p.Typing {
				return
			}
			view := NewView(w)
			view.Show(p)
			for _, r := range word {
				k := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}
				if r == ' ' {
					k.Type = tea.KeySpace
				}
				chosen, _ := view.Press(k)
				refuseCostly(t, what, word, p, chosen)
			}
			chosen, _ := view.Press(tea.KeyMsg{Type: tea.KeyEnter})
			refuseCostly(t, what, word, p, chosen)
			// The whole word at once, as a slow line or a clipboard brings it.
			for _, paste := range []bool{false, true} {
				view.Show(p)
				chosen, _ = view.Press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(word), Paste: paste})
				refuseCostly(t, what, word, p, chosen)
			}
		})
	}
}

// TestAKeyWorksAgainAfterAWord: whoever has typed "yes", looked, and then wants the help
// lines by the key that the foot of the page names. The Enter of the word stays without.
func TestAKeyWorksAgainAfterAWord(t *testing.T) {
	w := wording.English()
	worked := 0
	everyPage(small(t), w, func(what string, p page.Page) {
		lines := p.Way(page.ToLines)
		if p.Typing || lines == nil {
			return
		}
		typed := func(pause time.Duration, then ...string) *page.Choice {
			view := NewView(w)
			view.Show(p)
			for _, letter := range []string{"y", "e", "s"} {
				view.Press(tuitest.Named(letter))
			}
			view.letters.last = view.letters.last.Add(-pause)
			var chosen *page.Choice
			for _, key := range then {
				chosen, _ = view.Press(tuitest.Named(key))
			}
			return chosen
		}
		if typed(10*time.Second, "h") != lines {
			t.Errorf("%s: h does nothing after a word and a pause", what)
		}
		if typed(0, "h") != nil {
			t.Errorf("%s: h is of the word, and opens something", what)
		}
		if typed(10*time.Second, "enter") != nil {
			t.Errorf("%s: the Enter of a word chooses something", what)
		}
		worked++
	})
	if worked == 0 {
		t.Error("no page leads to the lines")
	}
}

func refuseCostly(t *testing.T, what, word string, p page.Page, chosen *page.Choice) {
	t.Helper()
	for _, a := range costly {
		if chosen != nil && chosen == p.Way(a) {
			t.Errorf("%s: %q did action %d", what, word, a)
		}
	}
}

// TestNoLetterThatCostsIsYesOrNo in any language: whoever answers so with one letter, and
// Enter, must not skip the question.
// TestTheHelpLinesAreTwoPressesAwayWhateverSheTyped: the foot of the page names their key, and
// after a word it is refused once, as a letter of that word.
func TestTheHelpLinesAreTwoPressesAwayWhateverSheTyped(t *testing.T) {
	for _, word := range []string{"no", "none", "yes", "sí", "h", "that", "s", "ok then", "ha ha"} {
		w := startAsking(t, tuitest.Wide)
		for _, r := range word {
			if w.s.Page().Kind == page.QuestionPage {
				w.Press(strings.ReplaceAll(string(r), " ", "space"))
			}
		}
		for n := 0; w.s.Page().Kind == page.QuestionPage; n++ {
			if n == 2 {
				t.Fatalf("after %q h is pressed twice, and there are no help lines:\n%s", word, w.s.View())
			}
			w.Press("h")
		}
		w.Sees("Help lines")
	}
}

func TestNoLetterThatCostsIsYesOrNo(t *testing.T) {
	for _, name := range wording.All() {
		w := wording.In(name)
		for _, form := range language.Forms(w.Plain.Typed.Yes + ", " + w.Plain.Typed.No) {
			for _, a := range costly {
				if slices.Contains(bindings[a].Keys(), form) {
					t.Errorf("%s: %q is an answer, and does action %d", name, form, a)
				}
			}
		}
	}
}

// TestALetterThatCostsIsAskedBack, and any other key takes it back.
// TestANameTypedWhereAStateIsAskedIsNotHeeded: the page after the field is where a name is
// typed too late. No letter of one leads back into the field, where its rest would stand.
func TestANameTypedWhereAStateIsAskedIsNotHeeded(t *testing.T) {
	for _, name := range []string{"bupropion", "buspirone", "benadryl", "prozac", "quetiapine", "escitalopram", "xanax", "zoloft"} {
		w := startAsking(t, tuitest.Wide)
		w.Press("2", "space", "4", "enter", "1", "enter").Sees("Tablets").Press("enter").Sees("What do you take?")
		w.Type("calmi").Sees("Calmix").Press("down", "enter").Sees("still take")
		asked := w.s.view.page
		w.Type(name)
		if at := w.s.view.page; at.Typing || at.Kind != asked.Kind {
			t.Errorf("%s led elsewhere", name)
		}
		w.Press("enter").Sees("still take")
	}
}

// TestAnEnterThatCameWithTheLetterIsNoYes: who types "q" and Enter on a page that she takes
// for another, or whose words a program types for her, has not read what she is asked.
func TestAnEnterThatCameWithTheLetterIsNoYes(t *testing.T) {
	w := wording.English()
	enter := tuitest.Named("enter")
	everyPage(small(t), w, func(what string, p page.Page) {
		for _, a := range costly {
			way := p.Way(a)
			if way == nil || p.Typing {
				continue
			}
			view := NewView(w)
			view.burst = time.Minute
			view.Show(p)
			view.Press(tuitest.Named(bindings[a].Keys()[0]))
			asked := view.Notice
			for range 2 {
				if chosen, _ := view.Press(enter); chosen != nil || view.Notice != asked {
					t.Errorf("%s: Enter at once: %v, %q", what, chosen, view.Notice)
				}
			}
			view.burst = 0 // a moment later
			if chosen, _ := view.Press(enter); chosen != way {
				t.Errorf("%s: Enter a moment later: %v", what, chosen)
			}
		}
	})
}

// TestWhatIsAskedBackTurnsNoPage: on what stands before a question she stays there, also
// where she has answered it before.
func TestWhatIsAskedBackTurnsNoPage(t *testing.T) {
	for _, size := range []tuitest.Size{tuitest.Wide, {Width: 40, Height: 12}} {
		w := startAsking(t, size)
		w.Press("3", "enter", "4", "enter").Sees("can reach a baby").Press("esc", "esc").Sees("You can skip").SeesNo("happening now")
		for _, letter := range []string{"q", "p", "z"} {
			w.Press(letter).Sees("You can skip").SeesNo("happening now")
			w.Press("x").Sees("You can skip").SeesNo("happening now")
		}
	}
}

func TestALetterThatCostsIsAskedBack(t *testing.T) {
	w := wording.English()
	everyPage(small(t), w, func(what string, p page.Page) {
		for _, a := range costly {
			way := p.Way(a)
			if way == nil || p.Typing {
				continue
			}
			letter := tuitest.Named(bindings[a].Keys()[0])
			view := NewView(w)
			view.Show(p)
			if chosen, _ := view.Press(letter); chosen != nil || !strings.HasPrefix(view.Notice, "Enter: ") {
				t.Errorf("%s: %v at once: %v, %q", what, letter, chosen, view.Notice)
			}
			if chosen, _ := view.Press(tuitest.Named("enter")); chosen != way {
				t.Errorf("%s: %v and Enter: %v", what, letter, chosen)
			}
			view.Show(p)
			view.Press(letter)
			view.Press(tuitest.Named("up"))
			if chosen, _ := view.Press(tuitest.Named("enter")); chosen == way && way != nil {
				t.Errorf("%s: %v, another key and Enter", what, letter)
			}
		}
	})
}

// TestALineCanBeAskedForWhereSheIsAskedBack: 1 makes Enter leave it, wherever the page
// offers one, and nothing ends before that Enter.
func TestALineCanBeAskedForWhereSheIsAskedBack(t *testing.T) {
	w := wording.English()
	offered := 0
	everyPage(small(t), w, func(what string, p page.Page) {
		if p.Typing || p.Way(page.Leave) == nil {
			return
		}
		keeps := false
		for _, c := range p.Choices() {
			keeps = keeps || c.Means == visit.Event(visit.Left{Keeping: true})
		}
		for _, then := range []string{"enter", "up"} {
			view := NewView(w)
			view.Show(p)
			view.Press(tuitest.Named(bindings[page.Leave].Keys()[0]))
			if tells := strings.Contains(view.Notice, "1: "); tells != keeps {
				t.Errorf("%s: offers a line: %v, and says %q", what, keeps, view.Notice)
			}
			if chosen, _ := view.Press(tuitest.Named("1")); chosen != nil {
				t.Errorf("%s: 1 did %+v at once", what, chosen)
			}
			chosen, _ := view.Press(tuitest.Named(then))
			left := chosen != nil && chosen.Means == visit.Event(visit.Left{Keeping: true})
			if want := keeps && then == "enter"; left != want {
				t.Errorf("%s: 1 and %s: %+v", what, then, chosen)
			}
		}
		if keeps {
			offered++
		}
	})
	if offered < 2 {
		t.Errorf("%d pages offer a line", offered)
	}
}

// TestRowsOfTwoDigits can be reached by what is printed before them.
func TestRowsOfTwoDigits(t *testing.T) {
	p := page.Page{}
	for n := 1; n <= 12; n++ {
		p.Blocks = append(p.Blocks, page.Block{Manner: page.Option, Choice: &page.Choice{Label: "row"}})
	}
	view := NewView(wording.English())
	for typed, want := range map[string][]int{"1": {0}, "9": {8}, "11": {0, 10}, "12": {0, 11}, "10": {0, 9}, "13": {0, noItem}, "0": {noItem}, "121": {0, 11, noItem}, "22": {1, noItem}, "111": {0, 10, noItem}} {
		view.Show(p)
		view.focus = noItem
		for i, r := range typed {
			view.Press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
			if view.focus != want[i] || (view.Notice != "") != (want[i] == noItem) {
				t.Errorf("%q: after %d digits row %d has the focus, want %d; it says %q", typed, i+1, view.focus, want[i], view.Notice)
			}
		}
		view.Show(p)
		view.Press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(typed)})
		if last := want[len(want)-1]; view.focus != last {
			t.Errorf("%q at once: row %d", typed, view.focus)
		}
	}
	nine := page.Page{Blocks: p.Blocks[:9]}
	for typed, want := range map[string]int{"10": noItem, "90": noItem, "12": noItem, "11": noItem, "100": noItem, "9": 8} {
		view.Show(nine)
		for _, r := range typed {
			view.Press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
		}
		if view.focus != want {
			t.Errorf("%q of nine rows: row %d has the focus, want %d", typed, view.focus, want)
		}
		if chosen, _ := view.Press(tuitest.Named("enter")); want == noItem && chosen != nil {
			t.Errorf("%q of nine rows, and Enter: %q is chosen", typed, chosen.Label)
		}
	}
	view.Show(p)
	for _, name := range []string{"1", "down", "2"} {
		view.Press(tuitest.Named(name))
	}
	if view.focus != 1 {
		t.Errorf("two digits with a key between them: row %d", view.focus)
	}
	view.Show(p)
	for _, c := range []struct {
		rows          int
		first, second string
		want          int
		says          bool
	}{
		{12, "1", "2", 1, true}, {12, "1", "1", 0, true}, {12, "1", "0", 9, false}, {12, "1", "5", 4, false}, {12, "2", "1", 0, false},
		{9, "1", "1", 0, false}, {9, "1", "0", noItem, true}, {10, "1", "0", 9, false}, {10, "1", "1", 0, false}, {3, "1", "7", noItem, true},
	} {
		view.Show(page.Page{Blocks: p.Blocks[:c.rows]})
		view.Press(tuitest.Named(c.first))
		view.numberAt = view.numberAt.Add(-2 * time.Second) // she looked in between
		if view.Press(tuitest.Named(c.second)); view.focus != c.want || (view.Notice != "") != c.says {
			t.Errorf("%d rows, %s and later %s: row %d, want %d; it says %q", c.rows, c.first, c.second, view.focus, c.want, view.Notice)
		}
	}
}

// TestOneLetterAsksForMore: a medicine that is not in the list is never all that a beginning
// leads to.
func TestOneLetterAsksForMore(t *testing.T) {
	tuitest.EverySize(t, func(t *testing.T, s tuitest.Size) {
		for _, typed := range []string{"c", "z", "é", "xq", "7"} {
			w := startAsking(t, s)
			w.Press("3", "enter", "enter", "1", "enter").Sees("Tablets, and how you sleep").Press("down").Sees("What do you take")
			w.Type(typed).Sees(w.s.w.Answer.Unlisted).Sees(w.s.w.Medicines.More)
			w.Type("ca").SeesNo(w.s.w.Medicines.More)
		}
	})
}
