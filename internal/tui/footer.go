package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/wording"
)

// Hint is a key and what it does, for a footer.
type Hint struct {
	Key, Does string
	rank      int
	own       bool // it is said of this page, and not of every one alike
}

// Width is how wide the hint is.
func (h Hint) Width() int { return ansi.StringWidth(h.Key + " " + h.Does) }

// HintOf is what a footer says of an action.
func HintOf(w *wording.Words, a page.Action) Hint {
	return Hint{Key: named(w, bindings[a].short), Does: a.Does(w), rank: bindings[a].rank}
}

// HintOn is what the footer of a page says of an action.
func HintOn(w *wording.Words, p page.Page, a page.Action) Hint {
	h := HintOf(w, a)
	if a == page.ToLines && p.Typing {
		h.Key = linesWhereSheTypes
	}
	return h
}

// named puts in the names of keys in this language.
func named(w *wording.Words, name string) string {
	return strings.NewReplacer("{space}", w.Keys.Space, "{pgup}", w.Keys.PageUp, "{pgdown}", w.Keys.PageDown).Replace(name)
}

// hints are the footer of the page. They are the same wherever the focus is, because a
// reader says every word that changes. So what holds everywhere stands by itself, and is
// said once: in the part with which everybody begins, all of it; after that what she may
// need at once, and the key that lists the others. What is of this page comes before it,
// the way on last. That the arrows move is said on the first page; what ticks a box beside
// Enter, among the keys; that a text goes on, above. Before the
// question of a page Enter goes on to it.
func (v *View) hints(unasked bool) []Hint {
	footer := v.page.Footer()
	chosen := slices.Contains(footer, page.Choose) || slices.Contains(footer, page.GoOn)
	var own, on, everywhere []Hint
	for _, a := range footer {
		if unasked && a == page.ToWhy { // what she can skip is told here
			a = page.Skip
		}
		if v.untold(a) {
			continue
		}
		h := HintOn(v.Words, v.page, a)
		switch {
		case unasked && (a == page.GoOn || a == page.Choose):
			h.Does = v.Words.Keys.GoOn
		case a == page.GoOn:
			h.Does = v.Words.Keys.TickThenOn
		case a == page.Cover:
			h.Does = v.Words.Keys.CoverShort
		case a == page.ToLines && v.frame.narrow(): // where many keys share the row
			h.Does = v.Words.Keys.LinesShort
		default:
			h.Does = v.labelOr(a, h.Does)
		}
		switch {
		case a == page.GoOn, a == page.Choose, a == page.Back && !chosen && v.frame.narrow():
			h.own = true
			on = append(on, h)
		case a == page.Move, a == page.NextLanguage && v.frame.narrow():
			h.own = true
			own = append(own, h)
		case a == page.Skip, a == page.ToWhy && v.laid.folds:
			h.own, h.rank = true, onward
			own = append(own, h)
		case a == page.Leave:
			everywhere = append(append(everywhere, v.More...), h)
		default:
			everywhere = append(everywhere, h)
		}
	}
	if all := slices.Concat(own, on, everywhere); len(all) > 0 {
		return all
	}
	return v.More
}

// untold reports whether a key of the footer is not told on this page.
func (v *View) untold(a page.Action) bool {
	switch a {
	case page.Tick, page.Scroll:
		return true
	case page.Move:
		return v.page.Kind != page.WelcomePage
	case page.ToKeys:
		return v.page.Kind == page.WelcomePage
	case page.Enough:
		return v.page.Later
	case page.ToWhy:
		return v.page.Later && !v.laid.folds
	}
	return false
}

// labelOr is what the page calls a way, or else what it is called everywhere.
func (v *View) labelOr(a page.Action, does string) string {
	if way := v.page.Way(a); way != nil && way.Label != "" {
		return way.Label
	}
	return does
}

// keysOf are the keys of this page, and those that hold everywhere.
func keysOf(hints []Hint) (own, everywhere []Hint) {
	for _, h := range hints {
		if h.own {
			own = append(own, h)
		} else {
			everywhere = append(everywhere, h)
		}
	}
	return own, everywhere
}

// keysWidth is how wide a line of all these keys is.
func keysWidth(hints []Hint) int {
	width := -len("  ")
	for _, h := range hints {
		width += len("  ") + h.Width()
	}
	return width
}

// keyLine shows as many keys as fit, by rank. The last of them, how to leave, is
// never left out.
func keyLine(hints []Hint, width int) string {
	if len(hints) == 0 {
		return ""
	}
	last := len(hints) - 1
	room := width - hints[last].Width()
	shown := make([]bool, len(hints))
	for rank := needed; rank <= obvious; rank++ {
		for i, h := range hints[:last] {
			if need := h.Width() + len("  "); h.rank == rank && need <= room {
				shown[i] = true
				room -= need
			}
		}
	}
	shown[last] = true
	var line []string
	for i, h := range hints {
		if shown[i] {
			line = append(line, look.Strong.Render(h.Key)+" "+look.Faint.Render(h.Does))
		}
	}
	return ansi.Truncate(strings.Join(line, "  "), width, "")
}
