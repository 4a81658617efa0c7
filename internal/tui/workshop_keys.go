package tui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"

	"github.com/ask-first/askfirst/internal/wording"
)

// wallKeys are the keys of a step on the wall. Page up and down, and b or a full
// stop for a dark screen, are what clickers send.
var wallKeys = struct {
	on, back, blank, clickerBlank, skip, swap, swapBack key.Binding
	agreements, parked, notes, openNotes, menu, topic   key.Binding
}{
	on:           key.NewBinding(key.WithKeys("pgdown", " ", "enter", "right", "n")),
	back:         key.NewBinding(key.WithKeys("pgup", "left", "backspace", "shift+tab")),
	blank:        key.NewBinding(key.WithKeys("f12")),
	clickerBlank: key.NewBinding(key.WithKeys("b", ".", "B")),
	skip:         key.NewBinding(key.WithKeys("x")),
	swap:         key.NewBinding(key.WithKeys("s")),
	swapBack:     key.NewBinding(key.WithKeys("S")),
	agreements:   key.NewBinding(key.WithKeys("a")),
	parked:       key.NewBinding(key.WithKeys("p")),
	notes:        key.NewBinding(key.WithKeys("f")),
	openNotes:    key.NewBinding(key.WithKeys("o", "O")),
	menu:         key.NewBinding(key.WithKeys("esc", "q", "m")),
	topic:        key.NewBinding(key.WithKeys("t", "T")),
}

// wallKeysPage lists the keys of the workshop.
func wallKeysPage(w *wording.Words) page {
	h, k, names := hintsIn(w), w.Workshop.Keys, w.Keys
	return choicePage{
		place: w.Workshop.Heading, w: w,
		lay: func(s *sheet) {
			s.text(look.title, k.Heading)
			s.gap()
			for _, h := range []hint{
				{key: strings.Join([]string{names.Space, "enter", "→", names.PageDown}, ", "), does: k.On},
				{key: strings.Join([]string{"←", names.Backspace, names.PageUp}, ", "), does: k.Back}, {key: "↑ ↓", does: k.Scroll},
				{key: "b .", does: k.Blank}, {key: "x", does: k.Skip}, {key: "s", does: k.Swap}, {key: "S", does: k.SwapBack},
				{key: "a", does: k.Agreements}, {key: "p", does: k.Parked}, {key: "h", does: k.Lines},
				{key: "f", does: k.Notes}, {key: "esc", does: k.Menu}, {key: "ctrl+c", does: k.Quit},
			} {
				s.hang("", look.plain, look.strong.Render(h.key)+": "+h.does, noItem)
			}
		},
		menu:    newMenu(item{label: w.Education.Back}),
		events:  []event{wentBackEvent{}},
		enter:   wentBackEvent{},
		hints:   []hint{h.scroll, h.back, h.leave},
		reading: true,
	}
}
