package plain

import (
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/wrap"
)

// Pager says what other commands print, a screen at a time: readers lose whatever has
// scrolled off the screen there too. What is printed stands as it is, where it is
// not too long for the terminal. Who has enough hears no more of it.
type Pager struct {
	f      *face
	in     io.Reader
	begun  string // a row that is not ended yet
	enough bool
}

// NewPager is a pager for a terminal. Of a reading it needs no questionnaire.
func NewPager(o ReadingOptions) *Pager {
	return &Pager{f: &face{out: o.Out, size: o.Size, w: o.Words}, in: o.In}
}

// Write says every row that is whole.
func (p *Pager) Write(text []byte) (int, error) {
	rows := strings.Split(p.begun+string(text), "\n")
	p.begun = rows[len(rows)-1]
	for _, row := range rows[:len(rows)-1] {
		if !p.enough {
			p.row(row)
		}
	}
	return len(text), p.f.err
}

func (p *Pager) row(text string) {
	width, most := p.f.measure()
	rows := []string{text}
	if width > 0 && ansi.StringWidth(text) > width {
		rows = wrap.Lines(text, width)
	}
	if p.f.rows > 0 && p.f.rows+len(rows) > most {
		if p.f.in == nil { // nothing is read before it is needed
			p.f.in = newInput(p.in, 1)
		}
		typed, err := p.f.prompt(p.f.w.Plain.Prompt.More)
		if p.enough = err != nil || !p.f.goesOn(typed); p.enough {
			return
		}
	}
	p.f.write(rows)
}
