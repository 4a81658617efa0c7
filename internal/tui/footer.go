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
}

// Width is how wide the hint is.
func (h Hint) Width() int { return ansi.StringWidth(h.Key + " " + h.Does) }

// HintOf is what a footer says of an action.
func HintOf(w *wording.Words, a page.Action) Hint {
	return Hint{named(w, bindings[a].short), a.Does(w), bindings[a].rank}
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
// reader says every word that changes. That the arrows move is said on the first page,
// where a text is longer than the screen, and among the keys; there is said too what
// ticks a box beside Enter. Before the question of a page Enter goes on to it.
func (v *View) hints(unasked bool) []Hint {
	var hints []Hint
	for _, a := range v.page.Footer() {
		if a == page.Tick || a == page.Move && v.page.Kind != page.WelcomePage || a == page.Scroll && len(v.laid.rows) <= v.frame.height-4 {
			continue
		}
		if unasked && a == page.ToWhy { // what she can skip is told here
			a = page.Skip
		}
		h := HintOn(v.Words, v.page, a)
		if a == page.ToWhy && v.knows() || a == page.Skip {
			h.rank = onward
		}
		switch {
		case unasked && (a == page.GoOn || a == page.Choose):
			h.Does = v.Words.Keys.GoOn
		case a == page.GoOn:
			h.Does = v.Words.Keys.TickThenOn
		case a == page.Cover:
			h.Does = v.Words.Keys.CoverShort
		case a == page.ToLines && (v.page.Kind == page.QuestionPage || v.frame.narrow()): // where many keys share the row
			h.Does = v.Words.Keys.LinesShort
		default:
			h.Does = v.labelOr(a, h.Does)
		}
		if a == page.Leave {
			hints = append(hints, v.More...)
		}
		hints = append(hints, h)
	}
	if len(hints) == 0 {
		return v.More
	}
	return hints
}

// knows reports whether something of the page is left out that she has read before: why
// it is asked, to which a key leads.
func (v *View) knows() bool {
	return !v.Undivided && slices.ContainsFunc(v.page.Blocks, func(b page.Block) bool { return b.Known })
}

// labelOr is what the page calls a way, or else what it is called everywhere.
func (v *View) labelOr(a page.Action, does string) string {
	if way := v.page.Way(a); way != nil && way.Label != "" {
		return way.Label
	}
	return does
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
