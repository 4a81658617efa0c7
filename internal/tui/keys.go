package tui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/wording"
)

// binding is what does an action: its keys, and the names that the footer and
// the page of all keys give them. A name in braces is of a key that each language
// calls otherwise.
type binding struct {
	key.Binding
	short, long string
	rank        int // in the footer: what has a higher one is left out first
}

func bound(rank int, short, long string, names ...string) binding {
	if long == "" {
		long = short
	}
	return binding{key.NewBinding(key.WithKeys(names...)), short, long, rank}
}

// The ranks. What she may need at once comes first, and what she would find without
// being told comes last.
const (
	needed = iota // a person to call, a screen that shows nothing, words that she can read
	onward
	hidden
	useful
	obvious
)

// bindings are the keys of every action. The footer and the page of all keys are
// drawn from them, so neither can promise a key that does nothing.
var bindings = [...]binding{
	page.Move:         bound(obvious, "↑↓", "↑↓, k j, g G", "up", "down", "k", "j", "tab", "shift+tab"),
	page.ByNumber:     bound(obvious, "1 2 3", "", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0"),
	page.Tick:         bound(useful, "{space}", "{space}, x", " ", "x"),
	page.Choose:       bound(onward, "enter", "", "enter"),
	page.GoOn:         bound(onward, "enter", "", "enter"),
	page.Scroll:       bound(obvious, "↑↓", "", "up", "down", "k", "j"),
	page.PageBy:       bound(obvious, "{pgup} {pgdown}", "", "pgup", "pgdown", "ctrl+b", "ctrl+f"),
	page.Cover:        bound(needed, "F12", "", "f12"),
	page.Scan:         bound(useful, "c", "", "c"),
	page.Back:         bound(hidden, "esc", "esc, b, ←", "left", "esc", "b", "backspace"),
	page.ToWhy:        bound(obvious, "w", "", "w"),
	page.Enough:       bound(useful, "e", "", "e"),
	page.Skip:         bound(hidden, "p", "", "p"), // no s: "sí"
	page.ToLines:      bound(needed, "h", "h, F1", "h", "f1"),
	page.ToKeys:       bound(hidden, "?", "", "?"),
	page.NextLanguage: bound(needed, "l", "", "l"),
	page.Leave:        bound(hidden, "ctrl+c", "q, ctrl+c", "q"), // ctrl+c leaves everything, whatever a page says
}

// linesWhereSheTypes leads to the help lines where h is a letter of a name, which no
// name has.
const linesWhereSheTypes = "?"

// keys are the bindings that no page has a word for.
var keys = struct{ up, down, first, last, pageUp, pageDown, quit key.Binding }{
	up:       key.NewBinding(key.WithKeys("up", "k", "shift+tab")),
	down:     key.NewBinding(key.WithKeys("down", "j", "tab")),
	first:    key.NewBinding(key.WithKeys("home", "g")),
	last:     key.NewBinding(key.WithKeys("end", "G")),
	pageUp:   key.NewBinding(key.WithKeys("pgup", "ctrl+b")),
	pageDown: key.NewBinding(key.WithKeys("pgdown", "ctrl+f")),
	quit:     key.NewBinding(key.WithKeys("ctrl+c")),
}

// Does reports whether a key does an action.
func Does(k tea.KeyMsg, a page.Action) bool { return does(k, a) }

func does(k tea.KeyMsg, a page.Action) bool { return key.Matches(k, bindings[a].Binding) }

// Quits reports whether it is the key that leaves everything, wherever it is
// pressed.
func Quits(k tea.KeyMsg) bool { return key.Matches(k, keys.quit) }

// Moves are the rows or pages by which a key scrolls: -1 is a row up, and a page
// is so many rows. ok is false when it does not scroll.
func Moves(k tea.KeyMsg, rows int) (by int, ok bool) {
	const far = 1 << 20
	switch {
	case key.Matches(k, keys.down):
		return 1, true
	case key.Matches(k, keys.up):
		return -1, true
	case key.Matches(k, keys.pageDown), k.Type == tea.KeySpace:
		return rows, true
	case key.Matches(k, keys.pageUp):
		return -rows, true
	case key.Matches(k, keys.first):
		return -far, true
	case key.Matches(k, keys.last):
		return far, true
	}
	return 0, false
}

// keyNames are the keys of an action, for the page that lists them all.
func keyNames(w *wording.Words, a page.Action) string { return named(w, bindings[a].long) }
