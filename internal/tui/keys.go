package tui

import (
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/wording"
)

// keys are all bindings of the screen. The help in the foot is drawn from the
// same values, so it cannot promise a key that does nothing.
var keys = struct {
	up, down, first, last, pageUp, pageDown, number key.Binding
	choose, tick, back, enough, lines, leave, quit  key.Binding
	why, skip, help, cover, tongue                  key.Binding
}{
	up:       key.NewBinding(key.WithKeys("up", "k", "shift+tab")),
	down:     key.NewBinding(key.WithKeys("down", "j", "tab")),
	first:    key.NewBinding(key.WithKeys("home", "g")),
	last:     key.NewBinding(key.WithKeys("end", "G")),
	pageUp:   key.NewBinding(key.WithKeys("pgup", "ctrl+b")),
	pageDown: key.NewBinding(key.WithKeys("pgdown", "ctrl+f")),
	number:   key.NewBinding(key.WithKeys("1", "2", "3", "4", "5", "6", "7", "8", "9")),
	choose:   key.NewBinding(key.WithKeys("enter")),
	tick:     key.NewBinding(key.WithKeys(" ", "x")),
	back:     key.NewBinding(key.WithKeys("left", "esc", "b", "backspace")),
	enough:   key.NewBinding(key.WithKeys("e")),
	lines:    key.NewBinding(key.WithKeys("h")),
	leave:    key.NewBinding(key.WithKeys("q")),
	quit:     key.NewBinding(key.WithKeys("ctrl+c")),
	why:      key.NewBinding(key.WithKeys("w")),
	skip:     key.NewBinding(key.WithKeys("s")),
	help:     key.NewBinding(key.WithKeys("?")),
	cover:    key.NewBinding(key.WithKeys("f12")),
	tongue:   key.NewBinding(key.WithKeys("l")),
}

// hint is a key and what it does, for the foot.
type hint struct {
	key, does string
	obvious   bool // left out first where there is little room
}

func (h hint) width() int { return ansi.StringWidth(h.key + " " + h.does) }

// hints are all keys' hints in one language.
type hints struct {
	move, choose, tick, back, enough, lines, leave, scroll, goOn, why, keys hint
}

func hintsIn(w *wording.Words) hints {
	return hints{
		move:   hint{"↑↓", w.Keys.Move, true},
		choose: hint{"enter", w.Keys.Choose, true},
		goOn:   hint{"enter", w.Keys.GoOn, true},
		tick:   hint{w.Keys.Space, w.Keys.Tick, true},
		back:   hint{"esc", w.Keys.Back, false},
		enough: hint{"e", w.Keys.EnoughShort, false},
		lines:  hint{"h", w.Keys.Lines, false},
		why:    hint{"w", w.Keys.Why, false},
		keys:   hint{"?", w.Keys.Keys, false},
		scroll: hint{"↑↓", w.Keys.Scroll, true},
		leave:  hint{"ctrl+c", w.Keys.Leave, false},
	}
}
