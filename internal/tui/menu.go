package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// item is something that can be chosen.
type item struct {
	label   string
	under   string // what belongs to it, on lines of its own; may be empty
	heading string // stands above it; may be empty
	box     box
	apart   bool // a gap stands before it
}

// box is the tick box of an item.
type box uint8

const (
	noBox box = iota
	unticked
	ticked
)

func (b box) String() string { return [...]string{"", "[ ] ", "[x] "}[b] }

// menu is a list of items of which one may have the focus. Nothing has it at
// first, so that Enter alone can never choose.
type menu struct {
	items []item
	focus int // noItem: nothing

	// unnumbered, for where digits are letters of a name.
	unnumbered bool
}

func newMenu(items ...item) menu { return menu{items: items, focus: noItem} }

// move puts the focus elsewhere, if the key asks for it.
func (m menu) move(k tea.KeyMsg) (menu, bool) {
	switch {
	case key.Matches(k, keys.down):
		m.focus = min(m.focus+1, len(m.items)-1)
	case key.Matches(k, keys.up):
		m.focus = max(m.focus-1, 0)
	case key.Matches(k, keys.first):
		m.focus = 0
	case key.Matches(k, keys.last):
		m.focus = len(m.items) - 1
	case key.Matches(k, keys.number):
		n := int(k.Runes[0] - '1')
		if n >= len(m.items) {
			return m, true
		}
		m.focus = n
	default:
		return m, false
	}
	return m, true
}

// column is where the label, or the box before it, begins in a row.
func (m menu) column() int { return len(m.lead(0)) }

// lead is what stands before an item's label.
func (m menu) lead(i int) string {
	mark := "  "
	if i == m.focus {
		mark = "> "
	}
	if m.unnumbered {
		return mark
	}
	return fmt.Sprintf("%s%*d  ", mark, len(fmt.Sprint(len(m.items))), i+1)
}

// lay adds the items to the sheet, numbered, with hanging indents.
func (m menu) lay(s *sheet) {
	for i, it := range m.items {
		if it.apart || it.heading != "" {
			s.gap()
		}
		if it.heading != "" {
			s.text(look.heading, it.heading)
		}
		label, under := look.plain, look.strong
		if i == m.focus {
			label, under = look.focus, look.focus
		}
		lead := m.lead(i) + it.box.String()
		s.hang(label.Render(lead), label, it.label, i)
		if it.under != "" {
			s.hang(strings.Repeat(" ", len(lead)), under, it.under, i)
		}
	}
}
