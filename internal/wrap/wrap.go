// Package wrap breaks texts into lines: for the screen, for plain lines, for
// paper and for pictures alike. A line ends only where nothing is lost by it.
// Half a telephone number is none, so a number is never parted, and neither is a
// web address; "call" stays with the number to call. What is wider than a line
// gets a line of its own, and is broken only if it is wider than that.
//
// The package knows no language: what belongs together is told by digits,
// signs and the length of words.
package wrap

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Lines breaks a text into lines of at most this width, in columns. Line ends
// that it has already are kept. Nothing is broken at a width of 0. Sequences that
// colour the text take no room.
func Lines(text string, width int) []string { return Hang("", text, width) }

// Hang is [Lines] behind a lead: the first line begins with it, and the others
// stand beneath what follows it.
func Hang(lead, text string, width int) []string {
	indent := ansi.StringWidth(lead)
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		if width <= 0 {
			lines = append(lines, paragraph)
			continue
		}
		lines = append(lines, fill(paragraph, max(width-indent, 1))...)
	}
	for i, line := range lines {
		if i > 0 {
			lead = strings.Repeat(" ", indent)
		}
		if lines[i] = lead + line; line == "" {
			lines[i] = strings.TrimRight(lead, " ")
		}
	}
	return lines
}

// fill breaks one paragraph.
func fill(paragraph string, width int) []string {
	f := filler{width: width}
	for _, part := range pieces(words(paragraph), near, width) {
		f.add(part)
	}
	return append(f.lines, f.line)
}

// filler fills lines with pieces.
type filler struct {
	width int
	lines []string
	line  string
	used  int  // columns of the line
	whole bool // the line is full: nothing else fits or belongs there
}

func (f *filler) end() {
	f.lines = append(f.lines, f.line)
	f.line, f.used, f.whole = "", 0, false
}

func (f *filler) add(p piece) {
	if p.width() > f.width {
		p = p.closed()
	}
	gap := ansi.StringWidth(p.gap)
	if f.line != "" && (f.whole || f.used+gap+p.width() > f.width) {
		f.end()
		p.gap, gap = "", 0
	}
	if p.width()+gap <= f.width {
		f.line += p.gap + p.text()
		f.used += gap + p.width()
		return
	}
	for i, part := range p.broken(f.width) {
		if i > 0 {
			f.end()
		}
		f.line, f.used = part, ansi.StringWidth(part)
	}
	f.whole = p.alone()
}
