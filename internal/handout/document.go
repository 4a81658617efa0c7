package handout

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Document is one paper, before it has a format.
type Document struct {
	Language string // BCP 47
	Title    string
	Sections []Section
	Layout   Layout
}

// Layout is how a paper is printed. Only HTML can follow it.
type Layout struct {
	Letter bool // US Letter; else A4
	A3     bool // twice as large, for a wall
	Large  bool // large print
	Brief  bool // a sheet with two sides, or one side of it
	Folded bool // one sheet in columns, to be folded small with the print inside
	// Form is a form of its own: poster, strips, cards or slips; "": none.
	Form string
}

// Section is a part of a paper under a heading of its own.
type Section struct {
	Heading string
	NewPage bool // begins on a new page
	Fine    bool // in smaller print: what few will read
	Columns bool // many short cards, which may stand side by side
	Blocks  []Block
}

// Block is a piece of a section: one of the types below.
type Block interface{ block() }

type (
	// Paragraph is running text.
	Paragraph struct{ Spans []questionnaire.Span }
	// List is a list of items.
	List struct {
		Items []Item
		Boxes bool // each item has a box to tick
		Dense bool // many short items, which may stand side by side
		Lines bool // help lines: what is not emphasised may be smaller
		To    bool // to whom what stands beneath it leads
		// Strips stand upright along the edge of the page, to be torn off.
		Strips bool
	}
	// Quote is something to say aloud. An ellipsis in it is room to write.
	Quote struct{ Words string }
	// Note is small print that belongs to what stands before it.
	Note struct{ Words string }
	// Number is a telephone number for a wall, with what to know before one calls.
	Number struct {
		Words   string
		About   string
		Several bool // it stands among others, and is smaller
	}
	// Blank is room to write by hand: lines, or without any the rest of the label's own.
	Blank struct {
		Label string
		Lines int
	}
	// Table has a heading for each column. An empty cell is room to write, or in
	// the last columns a box to tick.
	Table struct {
		Head  []string
		Rows  [][]string
		Ticks int // how many of the last columns have boxes
	}
	// Card is what must not be torn apart by the end of a page.
	Card struct {
		Heading string // may be empty
		Manner  Manner
		Blocks  []Block // no cards
	}
)

// Item is an entry of a list.
type Item struct {
	Spans []questionnaire.Span
	Items []Item // beneath it
}

// Manner is how much a card stands out.
type Manner uint8

const (
	Framed Manner = iota
	Urgent        // what must be seen first
	Quiet         // no frame
)

func (Paragraph) block() {}
func (List) block()      {}
func (Quote) block()     {}
func (Note) block()      {}
func (Number) block()    {}
func (Blank) block()     {}
func (Table) block()     {}
func (Card) block()      {}

// plain is text without emphasis.
func plain(words string) []questionnaire.Span {
	return []questionnaire.Span{{Words: strings.ReplaceAll(words, "\n", " ")}}
}

func strong(words string) []questionnaire.Span {
	spans := plain(words)
	spans[0].Emphasis = true
	return spans
}

func paragraph(words string) Block { return Paragraph{plain(words)} }

func list(lines ...string) List {
	var l List
	for _, line := range lines {
		l.Items = append(l.Items, Item{Spans: plain(line)})
	}
	return l
}

// toWrite tells a table that is filled in by hand.
func (t Table) toWrite() bool {
	return slices.ContainsFunc(t.Rows, func(row []string) bool { return slices.Contains(row, "") })
}

// ticked tells whether a column has boxes.
func (t Table) ticked(column int) bool { return column >= len(t.Head)-t.Ticks }

// oneLine makes a text fit to stand within a line, whatever its author wrote. A space
// that must not be broken stays one.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }), " ")
}
