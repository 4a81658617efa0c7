package wall

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// wallKeys are the keys of a step on the wall. Page up and down, and b or a full
// stop for a dark screen, are what clickers send; their key to stop sends esc, which
// therefore leads to no list.
var wallKeys = struct {
	up, down, on, back, clickerBlank, skip, swap, end key.Binding
	agreements, parked, notes, openNotes, menu, topic key.Binding
	distress, telling, parts                          key.Binding // of the notes
}{
	on:           key.NewBinding(key.WithKeys("pgdown", " ", "enter", "right", "n")),
	back:         key.NewBinding(key.WithKeys("pgup", "left", "backspace", "shift+tab", "esc")),
	up:           key.NewBinding(key.WithKeys("up", "k")),
	down:         key.NewBinding(key.WithKeys("down", "j", "tab")),
	clickerBlank: key.NewBinding(key.WithKeys("b", ".", "B")),
	skip:         key.NewBinding(key.WithKeys("x")),
	swap:         key.NewBinding(key.WithKeys("s")),
	end:          key.NewBinding(key.WithKeys("e")),
	agreements:   key.NewBinding(key.WithKeys("a")),
	parked:       key.NewBinding(key.WithKeys("p")),
	notes:        key.NewBinding(key.WithKeys("f")),
	openNotes:    key.NewBinding(key.WithKeys("o", "O")),
	menu:         key.NewBinding(key.WithKeys("q", "m")),
	topic:        key.NewBinding(key.WithKeys("t", "T")), // in the list a subject, on the wall the talk
	distress:     key.NewBinding(key.WithKeys("d")),
	telling:      key.NewBinding(key.WithKeys("c")),
	parts:        key.NewBinding(key.WithKeys("m")),
}

// keysPage lists the keys of the workshop.
func keysPage(w *wording.Words) page.Page {
	k, names := w.Workshop.Keys, w.Keys
	back := page.Choice{Label: w.Education.Back, Closes: true}
	p := page.Page{
		Kind: page.KeysPage, Place: w.Workshop.Heading, Begin: page.NoChoice, Alone: &back, Reading: true,
		Ways: []page.Way{{Action: page.Back, Choice: page.Choice{Closes: true}}, {Action: page.Leave, Choice: page.Choice{Means: visit.Left{}}}},
	}
	add := func(manner page.Manner, apart bool, spans ...questionnaire.Span) {
		p.Blocks = append(p.Blocks, page.Block{Manner: manner, Spans: spans, Apart: apart})
	}
	add(page.Title, false, questionnaire.Span{Words: k.Heading})
	for i, key := range [][2]string{
		{strings.Join([]string{names.Space, "enter", "→", names.PageDown}, ", "), k.On},
		{strings.Join([]string{"←", names.Backspace, names.PageUp, "esc"}, ", "), k.Back}, {"↑ ↓", k.Scroll},
		{"b .", k.Blank}, {"x", k.Skip}, {"t", k.Talk}, {"s", k.Swap}, {"e", k.End},
		{"a", k.Agreements}, {"p", k.Parked}, {"h", k.Lines},
		{"l", k.Language}, {"f", k.Notes}, {"m", k.Menu}, {"ctrl+c", k.Quit},
	} {
		add(page.Text, i == 0, questionnaire.Span{Words: key[0], Emphasis: true}, questionnaire.Span{Words: ": " + key[1]})
	}
	p.Blocks = append(p.Blocks, page.Block{Manner: page.Option, Spans: []questionnaire.Span{{Words: back.Label}}, Choice: &back, Apart: true})
	return p
}
