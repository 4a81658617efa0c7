package faces

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/plain"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/wording"
)

func count(p page.Page) int {
	n := 0
	for range p.Choices() {
		n++
	}
	return n
}

// canBeDone tells what of a page cannot be done with keys, or in plain lines, and
// what a footer or the page of all words promises that does nothing.
func canBeDone(w *wording.Words, region *questionnaire.Region, p page.Page) string {
	hint := func(w *wording.Words, a page.Action) tui.Hint { return tui.HintOn(w, p, a) }
	for _, wrong := range []string{withKeys(w, p), footer(w, p, hint), withLines(w, region, p)} {
		if wrong != "" {
			return wrong
		}
	}
	return ""
}

// withKeys goes down the page, and chooses each thing that can be chosen.
func withKeys(w *wording.Words, p page.Page) string {
	view := tui.NewView(w)
	view.Show(p)
	view.Press(tuitest.Named("home"))
	for n, c := range p.Choices() {
		for stuck := false; view.Focus() != n; {
			if stuck {
				return fmt.Sprintf("full screen: no key leads to choice %d, %q", n+1, c.Label)
			}
			before := view.Place()
			view.Press(tuitest.Named("down"))
			stuck = view.Place() == before
		}
		want := c
		if c.Box && c.Marked {
			want = p.Way(page.GoOn)
		}
		if got, _ := view.Press(tuitest.Named("enter")); got == nil || !reflect.DeepEqual(got, want) {
			return fmt.Sprintf("full screen: Enter on choice %d, %q, means %+v", n+1, c.Label, got)
		}
	}
	return ""
}

// footer presses every key that the footer names, as hints say.
func footer(w *wording.Words, p page.Page, hint func(*wording.Words, page.Action) tui.Hint) string {
	for _, a := range p.Footer() {
		if a == page.Cover { // it is the screening that covers its pages, each alike
			continue
		}
		key := pressed(w, hint(w, a).Key)
		k := tuitest.Named(key)
		view := tui.NewView(w)
		view.Show(p)
		switch a {
		case page.Tick, page.GoOn, page.Move, page.Scroll: // not where she stands already at the end
			view.Press(tuitest.Named("home"))
		}
		before := view.Place()
		got, _ := view.Press(k)
		if a == page.Back && got == nil && view.Place() != before { // to what stands before the question, and then back
			got, _ = view.Press(k)
		}
		way := p.Way(a)
		if asksBack, _, _ := strings.Cut(w.Keys.AskBack, "{"); got == nil && strings.HasPrefix(view.Notice, asksBack) {
			got, _ = view.Press(tuitest.Named("enter"))
		}
		switch {
		case a == page.Leave && tui.Quits(k):
		case a == page.GoOn: // for whoever stands on a box that is ticked; on another Enter ticks
		case way != nil && !reflect.DeepEqual(got, way):
			return fmt.Sprintf("full screen: the footer says %q of %s, and the key means %+v", a.Does(w), key, got)
		case got == nil && view.Place() == before && view.Notice == "" && count(p) > 1:
			return fmt.Sprintf("full screen: the footer says %q of %s, and the key does nothing", a.Does(w), key)
		}
	}
	return ""
}

// withLines types what plain lines say for each choice, and the word for each way.
func withLines(w *wording.Words, region *questionnaire.Region, p page.Page) string {
	for n, c := range p.Choices() {
		line, want := plain.Type(p, n), c
		if line == "" {
			continue // it closes by itself
		}
		if c.Box {
			means, _ := p.Together(n)
			want = &page.Choice{Means: means}
		}
		if got := plain.Hear(w, p, region, line); got.Choice == nil || !reflect.DeepEqual(got.Choice, want) {
			return fmt.Sprintf("plain lines: %q means %+v, not choice %d, %q", line, got, n+1, c.Label)
		}
	}
	for _, way := range p.Ways {
		word := plain.Word(w, way.Action)
		if word == "" && !chosenToo(p, way.Choice) && way.Action != page.GoOn {
			return fmt.Sprintf("plain lines: there is no word for action %d, and no choice that means it", way.Action)
		}
		if got := plain.Hear(w, p, region, word); word != "" && (got.Choice == nil || !same(*got.Choice, way.Choice)) {
			return fmt.Sprintf("plain lines: %q means %+v, not action %d", word, got, way.Action)
		}
	}
	return ""
}

// chosenToo reports whether a choice of the page means the same as one of its ways.
func chosenToo(p page.Page, way page.Choice) bool {
	for _, c := range p.Choices() {
		if same(*c, way) {
			return true
		}
	}
	return false
}

// same reports whether two choices mean the same, whatever they are called.
func same(a, b page.Choice) bool {
	return a.Language == b.Language && a.Closes == b.Closes &&
		reflect.DeepEqual(a.Means, b.Means) && reflect.DeepEqual(a.Opens, b.Opens) && reflect.DeepEqual(a.Drafts, b.Drafts)
}
