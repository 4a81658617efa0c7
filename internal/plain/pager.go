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
		if p.enough = !p.goOn(); p.enough {
			return
		}
	}
	p.f.write(rows)
}

// goOn waits until she wants the next screen, or has enough. Who needs a person hears
// where to find one: of a region nothing is known here.
func (p *Pager) goOn() bool {
	for {
		typed, err := p.f.prompt(p.f.w.Plain.Prompt.More)
		switch {
		case err != nil, means(typed, p.f.w.Plain.Typed.Leave):
			return false
		case p.f.goesOn(typed):
			return true
		case wantsHelp(typed, everyLanguage()):
			p.f.write([]string{p.f.w.Line.Change})
		default:
			p.f.write([]string{p.f.w.Plain.Reading})
		}
	}
}

// Flush says the last row, where it has no end.
func (p *Pager) Flush() error {
	if row := p.begun; row != "" && !p.enough {
		p.begun = ""
		p.row(row)
	}
	return p.f.err
}
