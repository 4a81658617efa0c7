package tui

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wrap"
)

// row is one line of a page, already styled and no wider than the page.
type row struct {
	text string
	item int // the choice that it belongs to, or noItem
}

// Sheet gathers rows of text at one width.
type Sheet struct {
	Width  int
	height int // what fits without scrolling
	spare  int // columns of the margin after a row
	rows   []row
}

// Rows are the rows so far.
func (s *Sheet) Rows() []string {
	rows := make([]string, len(s.rows))
	for i, r := range s.rows {
		rows[i] = r.text
	}
	return rows
}

// Gap leaves one empty row, never two and never at the top.
func (s *Sheet) Gap() {
	if n := len(s.rows); n > 0 && s.rows[n-1].text != "" {
		s.rows = append(s.rows, row{item: noItem})
	}
}

// Line adds a row as it is.
func (s *Sheet) Line(text string) { s.rows = append(s.rows, row{text: text, item: noItem}) }

// Text adds wrapped text.
func (s *Sheet) Text(style lipgloss.Style, text string) { s.hang("", style, text, noItem) }

// Hang adds wrapped text behind a lead; the lines after the first are indented
// by the lead's width.
func (s *Sheet) Hang(lead string, style lipgloss.Style, text string) {
	s.hang(lead, style, text, noItem)
}

func (s *Sheet) hang(lead string, style lipgloss.Style, text string, item int) {
	indent := ansi.StringWidth(lead)
	for i, line := range broken(text, s.Width-indent) {
		if i > 0 {
			lead = strings.Repeat(" ", indent)
		}
		s.rows = append(s.rows, row{text: lead + style.Render(line), item: item})
	}
}

// tail adds the first of these words for which there is room at the end of the last row,
// or in the margin after it; the first beneath it where there is room for none.
func (s *Sheet) tail(indent int, style lipgloss.Style, words ...string) {
	last := &s.rows[len(s.rows)-1]
	for _, w := range words {
		if ansi.StringWidth(last.text)+2+ansi.StringWidth(w) <= s.Width+s.spare {
			last.text += "  " + style.Render(w)
			return
		}
	}
	s.hang(strings.Repeat(" ", indent), style, words[0], last.item)
}

// broken breaks text into lines; one of less than four columns would be no text.
func broken(text string, width int) []string {
	return wrap.Lines(text, max(width, 4))
}

// spans wraps words of two manners as one text. Emphasis is put on after the
// wrapping, word by word, so that no style runs over the end of a line.
func (s *Sheet) spans(lead string, style lipgloss.Style, spans []questionnaire.Span) {
	var all strings.Builder
	for _, span := range spans {
		ink := style
		if span.Emphasis {
			ink = look.Strong
		}
		all.WriteString(inked(ink, span.Words))
	}
	s.Hang(lead, look.Plain, all.String())
}

// inked is a text in a style, word by word.
func inked(ink lipgloss.Style, text string) string {
	words := strings.Split(text, " ")
	for i, w := range words {
		if w != "" {
			words[i] = ink.Render(w)
		}
	}
	return strings.Join(words, " ")
}
