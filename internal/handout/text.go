package handout

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wrap"
)

// textWidth leaves a margin on the narrowest of papers.
const textWidth = 72

// Text is the paper in plain lines, for a printer or a screen reader that takes
// nothing else.
func (d *Document) Text() string {
	w := &textWriter{}
	w.title(d.Title, "=")
	for _, s := range d.Sections {
		w.gap()
		if s.Heading != "" {
			w.title(s.Heading, "-")
		}
		for _, b := range s.Blocks {
			w.gap()
			w.write(b)
		}
	}
	return strings.Join(w.lines, "\n") + "\n"
}

type textWriter struct {
	lines  []string
	indent string
}

// gap puts one empty line where there is none.
func (w *textWriter) gap() {
	if n := len(w.lines); n > 0 && w.lines[n-1] != "" {
		w.lines = append(w.lines, "")
	}
}

func (w *textWriter) title(words, under string) {
	words = oneLine(words)
	w.fold("", words)
	w.lines = append(w.lines, strings.Repeat(under, min(textWidth, ansi.StringWidth(words))))
}

// fold breaks a text into lines; the first begins with lead, the others stand
// beneath what follows it.
func (w *textWriter) fold(lead, words string) {
	for _, line := range wrap.Hang(lead, strings.Join(strings.Fields(words), " "), textWidth-len(w.indent)) {
		w.lines = append(w.lines, strings.TrimRight(w.indent+line, " "))
	}
}

func (w *textWriter) write(b Block) {
	switch b := b.(type) {
	case Paragraph:
		w.fold("", textSpans(b.Spans))
	case List:
		mark := "- "
		if b.Boxes {
			mark = "[ ] "
		}
		w.items(b.Items, mark)
	case Quote:
		w.fold("", "“"+strings.ReplaceAll(oneLine(b.Words), "…", "________")+"”")
	case Note:
		w.fold("", oneLine(b.Words))
	case Number:
		w.fold("", oneLine(b.Words))
		if b.About != "" {
			w.fold("", oneLine(b.About))
		}
	case Blank:
		switch {
		case b.Lines == 0:
			w.fold("", oneLine(b.Label)+" ____________")
		case b.Label != "":
			w.fold("", oneLine(b.Label))
		}
		for range b.Lines {
			w.lines = append(w.lines, "", w.indent+strings.Repeat("_", textWidth-len(w.indent)))
		}
	case Table:
		w.table(b)
	case Card:
		if b.Heading != "" {
			w.fold("", oneLine(b.Heading))
		}
		outer := w.indent
		w.indent += "  "
		for i, inner := range b.Blocks {
			if i > 0 {
				w.gap()
			}
			w.write(inner)
		}
		w.indent = outer
	}
}

func (w *textWriter) items(items []Item, mark string) {
	for _, item := range items {
		w.fold(mark, textSpans(item.Spans))
		outer := w.indent
		w.indent += "  "
		w.items(item.Items, "- ")
		w.indent = outer
	}
}

// table puts each cell on a line of its own, with what it is: columns are a
// picture, and a screen reader reads lines.
func (w *textWriter) table(t Table) {
	for i, row := range t.Rows {
		if i > 0 {
			w.gap()
		}
		for column, cell := range row {
			switch cell = oneLine(cell); {
			case cell == "" && t.ticked(column):
				w.fold("[ ] ", oneLine(t.Head[column]))
				continue
			case cell == "":
				cell = "________________"
			}
			w.fold("", oneLine(t.Head[column])+": "+cell)
		}
	}
}

func textSpans(spans []questionnaire.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Words)
	}
	return b.String()
}
