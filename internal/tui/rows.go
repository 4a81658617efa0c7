package tui

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wrap"
)

// noItem is a row that the focus passes by.
const noItem = -1

// row is one line of a page, already styled and no wider than the page.
type row struct {
	text string
	item int // the item that it belongs to, or noItem
}

// sheet gathers a page's rows at one width.
type sheet struct {
	width, height int // of the page; height is what fits without scrolling
	rows          []row
}

// gap leaves one empty row, never two and never at the top.
func (s *sheet) gap() {
	if n := len(s.rows); n > 0 && s.rows[n-1].text != "" {
		s.rows = append(s.rows, row{item: noItem})
	}
}

// text adds wrapped text.
func (s *sheet) text(style lipgloss.Style, text string) { s.hang("", style, text, noItem) }

// hang adds wrapped text behind a lead; the lines after the first are indented
// by the lead's width.
func (s *sheet) hang(lead string, style lipgloss.Style, text string, item int) {
	indent := ansi.StringWidth(lead)
	for i, line := range broken(text, s.width-indent) {
		if i > 0 {
			lead = strings.Repeat(" ", indent)
		}
		s.rows = append(s.rows, row{text: lead + style.Render(line), item: item})
	}
}

// broken breaks text into lines; one of less than four columns would be no text.
func broken(text string, width int) []string {
	return wrap.Lines(text, max(width, 4))
}

// prose adds a text's paragraphs and lists.
func (s *sheet) prose(text questionnaire.Text) {
	for i, b := range text.Blocks() {
		lead := ""
		if b.Item {
			lead = "- "
		}
		if i > 0 && !(b.Item && text.Blocks()[i-1].Item) {
			s.gap()
		}
		s.spans(lead, b.Spans)
	}
}

// spans wraps words of two manners as one text. Emphasis is put on after the
// wrapping, word by word, so that no style runs over the end of a line.
func (s *sheet) spans(lead string, spans []questionnaire.Span) {
	var plain strings.Builder
	for _, span := range spans {
		style := look.plain
		if span.Emphasis {
			style = look.strong
		}
		words := strings.Split(span.Words, " ")
		for i, w := range words {
			if i > 0 {
				plain.WriteByte(' ')
			}
			if w != "" {
				plain.WriteString(style.Render(w))
			}
		}
	}
	s.hang(lead, look.plain, plain.String(), noItem)
}
