package page

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// maker puts a page together.
type maker struct {
	Page
	w       *wording.Words
	apart   bool // the next block begins something new
	choices int
}

func newMaker(w *wording.Words, kind Kind, place string) *maker {
	return &maker{Page: Page{Kind: kind, Place: place, Begin: NoChoice}, w: w}
}

// gap sets what follows apart; nothing is set apart at the top.
func (m *maker) gap() { m.apart = len(m.Blocks) > 0 }

// Two hundred lines of this package come to add and put. A compiler that copies
// them into each makes the program 150 kB larger, and no faster.

// add adds a block for each text that says something.
//
//go:noinline
func (m *maker) add(manner Manner, texts ...string) {
	for _, t := range texts {
		if t != "" {
			m.put(&Block{Manner: manner, Spans: []questionnaire.Span{{Words: t}}})
		}
	}
}

// put adds a block.
//
//go:noinline
func (m *maker) put(b *Block) {
	b.Apart = m.apart
	m.apart = false
	m.Blocks = append(m.Blocks, *b)
}

// prose adds the paragraphs and lists of a text.
func (m *maker) prose(manner, item Manner, t questionnaire.Text) {
	before := false
	for i, b := range t.Blocks() {
		if i > 0 && !(b.Item && before) {
			m.gap()
		}
		before = b.Item
		block := &Block{Manner: manner, Spans: b.Spans}
		if b.Item {
			block.Manner = item
		}
		m.put(block)
	}
}

// choose adds something that can be chosen. The first of a page is set apart from
// what explains it.
func (m *maker) choose(c *Choice) {
	if m.choices == 0 {
		m.gap()
	}
	m.beneath(c)
}

// headed adds a heading and the first choice beneath it.
func (m *maker) headed(heading string, c *Choice) {
	m.gap()
	m.add(Heading, heading)
	m.beneath(c)
}

func (m *maker) beneath(c *Choice) {
	m.choices++
	m.put(&Block{Manner: Option, Spans: []questionnaire.Span{{Words: c.Label}}, Choice: c})
}

// last is the number of the choice that was added last.
func (m *maker) last() int { return m.choices - 1 }

// way adds something that can be done.
func (m *maker) way(a Action, c *Choice) { m.Ways = append(m.Ways, Way{a, *c}) }

// closes is the way back from a page over a place.
func (m *maker) closes() {
	m.way(Back, &Choice{Closes: true})
}

// backAlone ends a page that is only read: nothing but to go back.
func (m *maker) backAlone() {
	m.gap()
	m.choose(&Choice{Label: m.w.Education.Back, Closes: true})
	m.Alone = &Choice{Closes: true}
	m.Reading = true
	m.closes()
}

// everywhere are the ways that every page has on which somebody may need them.
func (m *maker) everywhere() Page {
	if m.Kind != LinesPage && m.Kind != LinePage {
		m.way(ToLines, &Choice{Opens: Lines{}})
	}
	if m.Kind != KeysPage {
		m.way(ToKeys, &Choice{Opens: Keys{}})
	}
	m.way(Leave, &Choice{Means: visit.Left{}})
	return m.Page
}
