// Package listen says what a screen reader would say after a key, from the bytes that
// a terminal program wrote after it.
//
// There are three kinds of reader, and a way of drawing that is good for one can be
// silence for another. One says what is written, in the order of writing; one compares
// the screen before with the screen after, line by line; and one is told by the
// terminal which stretch has changed, and says it down to the line of the cursor. The
// rules were inferred from recordings of yasr, fenrir, and Orca in a terminal of VTE,
// some of which are this package's tests. They are rules of thumb: what they call good
// somebody must still listen to.
package listen

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Ear hears one program. It holds a terminal, which shows what the program wrote.
type Ear struct {
	terminal *screen
	lines    []string
	row      int
}

// Heard is what is said after a key.
type Heard struct {
	Stream     string // by a reader that says what is written, such as yasr
	Difference string // by one that compares lines, such as fenrir
	Bounded    string // by one that says what changed, down to the cursor, such as Orca
	Braille    string // the line of the cursor, which a braille display shows
	Column     int    // where the cursor stands in it
	Written    []int  // the rows to which text was written, each once, from 0
	Again      []int  // those to which it was written more than once
}

// Readers are what each kind of reader says, by its name.
func (h Heard) Readers() map[string]string {
	return map[string]string{"stream": h.Stream, "difference": h.Difference, "bounded": h.Bounded}
}

// New hears a program on a screen of this size.
func New(width, height int) *Ear {
	e := &Ear{terminal: newScreen(width, height)}
	e.lines = e.terminal.lines()
	return e
}

// Screen is what the terminal shows, without spaces at the ends of lines.
func (e *Ear) Screen() string { return strings.Join(e.lines, "\n") }

// Hear takes what was written after a key, by its name. Of "up", "down", "home" and "end" a
// reader knows that they move something, and of others that they type nothing.
func (e *Ear) Hear(key, written string) Heard {
	before, row := e.lines, e.row
	runs, rows, again := e.write(written)
	e.lines, e.row = e.terminal.lines(), e.terminal.row
	h := Heard{Braille: strings.ReplaceAll(e.line(e.row), firmSpace, " "), Column: e.terminal.column, Written: rows, Again: again}
	h.Stream = spaced(runs...)
	if h.Stream == "" && e.row != row && (key == "up" || key == "down") {
		h.Stream = spaced(h.Braille)
	}
	h.Difference = e.difference(before)
	h.Bounded = e.bounded(key, before)
	return h
}

// firmSpace is a blank, to hear and to touch.
const firmSpace = "\u00a0"

// Row is where the cursor stands.
func (e *Ear) Row() int { return e.row }

func (e *Ear) line(n int) string {
	if n < len(e.lines) {
		return e.lines[n]
	}
	return ""
}

// write lets the terminal show it, and returns the runs of text in it, and their rows.
func (e *Ear) write(written string) (runs []string, rows, again []int) {
	var run strings.Builder
	seen, last := map[int]bool{}, -1
	end := func() {
		runs = append(runs, run.String())
		run.Reset()
	}
	e.terminal.write(written, func(sequence string, width int) {
		if width > 0 {
			if row := e.terminal.row; strings.TrimSpace(sequence) != "" && row != last {
				if last = row; seen[row] {
					again = append(again, row)
				} else {
					seen[row], rows = true, append(rows, row)
				}
			}
			run.WriteString(sequence)
		} else if last := sequence[len(sequence)-1]; last != 'm' && last != 'X' {
			end()
		}
	})
	end()
	return runs, rows, again
}

// spaced are the words of texts that say something.
func spaced(texts ...string) string {
	return strings.Join(strings.Fields(strings.Join(texts, " ")), " ")
}

// difference says the lines that were not there before, or else the line of the cursor.
// One letter more or less in that line is taken for the echo of a key.
func (e *Ear) difference(before []string) string {
	added := added(before, e.lines)
	if len(added) == 0 {
		return spaced(e.line(e.row))
	}
	if len(added) == 1 && added[0] == e.row && echo(before[e.row], e.lines[e.row]) {
		return ""
	}
	var said []string
	for _, i := range added {
		said = append(said, e.lines[i])
	}
	return spaced(said...)
}

// added are the lines of now that are not in the longest common subsequence with those
// before.
func added(before, now []string) (lines []int) {
	length := make([][]int, len(before)+1)
	for i := range length {
		length[i] = make([]int, len(now)+1)
	}
	for i := len(before) - 1; i >= 0; i-- {
		for j := len(now) - 1; j >= 0; j-- {
			if length[i][j] = max(length[i+1][j], length[i][j+1]); before[i] == now[j] {
				length[i][j] = length[i+1][j+1] + 1
			}
		}
	}
	i, j := 0, 0
	for i < len(before) || j < len(now) {
		switch {
		case i < len(before) && j < len(now) && before[i] == now[j]:
			i, j = i+1, j+1
		case j < len(now) && (i == len(before) || length[i][j+1] >= length[i+1][j]):
			if strings.TrimSpace(now[j]) != "" {
				lines = append(lines, j)
			}
			j++
		default:
			i++
		}
	}
	return lines
}

// echo reports whether the lines differ by one letter.
func echo(before, now string) bool {
	if len(now) < len(before) {
		before, now = now, before
	}
	i := 0
	for i < len(before) && before[i] == now[i] {
		i++
	}
	for !utf8.RuneStart(now[min(i, len(now)-1)]) {
		i--
	}
	_, size := utf8.DecodeRuneInString(now[i:])
	return before[i:] == now[i+size:]
}

// deaf are the keys after which Orca says nothing of what has changed, unless it ends at
// the cursor: they type nothing, and are not Enter.
var deaf = map[string]bool{"esc": true, "pgup": true, "pgdown": true, "left": true, "right": true, "backspace": true, "f1": true, "f12": true}

// Deaf reports whether the bounded reader has no ear for this key, whatever is drawn.
func Deaf(key string) bool { return deaf[key] || key == "home" || key == "end" }

// bounded says the stretch from the first changed cell to the last, down to the line of
// the cursor; all of it where the cursor stands on its first line. After an arrow it says
// the line of the cursor, and after Home and End the letter under it.
func (e *Ear) bounded(key string, before []string) string {
	first, last := -1, -1
	for i, l := range e.lines {
		if i >= len(before) || before[i] != l {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	switch {
	case key == "up" || key == "down":
		return spaced(e.line(e.row))
	case key == "home" || key == "end":
		return spaced(e.terminal.under())
	case first < 0 || deaf[key]:
		return ""
	case e.row != first:
		last = min(last, e.row)
	}
	var said []string
	for i := first; i <= last; i++ {
		from := 0
		if i == first {
			from = same(before[i], e.lines[i])
		}
		said = append(said, e.lines[i][from:])
	}
	return spaced(said...)
}

// same is how much two lines have in common, up to the beginning of a word.
func same(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	if n == len(b) {
		return n
	}
	return strings.LastIndexByte(b[:n], ' ') + 1
}

// Words counts the words that are said, brackets and arrows among them.
func Words(said string) int {
	n := 0
	for _, f := range strings.Fields(said) {
		n++
		n += strings.Count(f, "[") + strings.Count(f, "]")
		if f == "[x]" || f == "[" || f == "]" {
			n--
		}
	}
	return n
}

// String is what each reader says, for the message of a test.
func (h Heard) String() string {
	return fmt.Sprintf("written: %q\ndiffers: %q\nbounded: %q\nbraille: %q", h.Stream, h.Difference, h.Bounded, h.Braille)
}
