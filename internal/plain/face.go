package plain

import (
	"fmt"
	"io"
	"strings"

	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wrap"
)

// face is the input, the output and the words.
type face struct {
	in       *input
	out      io.Writer
	size     func() (columns, rows int) // nil: unknown
	w        *wording.Words
	workshop bool   // its commands are words of their own
	rows     int    // said since the last prompt
	noted    []line // what is said before all else, when she is told something
	unsaid   []line // what was still to be said when something was typed instead of Enter
	err      error  // the first error of writing; nothing is written after it
}

// A screen of 24 rows is what is left of the rest of them; more than 20 new rows
// are too many to announce for some terminals, however tall they are.
const (
	usualRows = 24
	mostRows  = 20
	leastRows = 2

	longestPrompt = 70 // about: on a narrow screen a prompt takes several rows
)

// measure is how wide a line may be (0: as long as it is) and how many rows there
// may be between two prompts.
func (f *face) measure() (width, most int) {
	rows := 0
	if f.size != nil {
		width, rows = f.size()
	}
	if rows <= 0 {
		rows = usualRows
	}
	if width > 0 {
		rows -= (longestPrompt - 1) / width
	}
	return width, max(leastRows, min(rows-2, mostRows))
}

// line is something to say. One that leads is not parted from what follows it.
type line struct {
	text  string
	leads bool
}

func plainLines(texts ...string) []line {
	var all []line
	for _, t := range texts {
		all = append(all, line{text: t})
	}
	return all
}

// say says lines before what is told next. They are counted with it: an answer of
// many parts can be longer than a small screen.
func (f *face) say(texts ...string) { f.noted = append(f.noted, plainLines(texts...)...) }

// sayAll says lines at once, however many.
func (f *face) sayAll(texts ...string) {
	f.say(texts...)
	width, _ := f.measure()
	for _, l := range f.noted {
		f.write(wrap.Lines(l.text, width))
	}
	f.noted = nil
}

func (f *face) write(rows []string) {
	for _, row := range rows {
		if f.err == nil {
			_, f.err = fmt.Fprintln(f.out, row)
		}
		f.rows++
	}
}

// prompt reads a line after a prompt, which is the last thing on its row.
func (f *face) prompt(text string) (string, error) {
	ahead := f.in.waits() // its Enter was seen before there was a prompt
	if width, _ := f.measure(); width > 0 {
		text = strings.Join(wrap.Lines(text, max(width-2, 1)), "\n") + " " // room for a number after it
	}
	if f.err == nil {
		_, f.err = fmt.Fprint(f.out, text)
	}
	if f.err != nil {
		return "", errEnded
	}
	line, err := f.in.line()
	if (err != nil || f.in.paste == 0 || ahead) && f.err == nil { // nobody pressed Enter on this row
		_, f.err = fmt.Fprintln(f.out)
	}
	f.rows = 0
	return line, err
}

// tell says lines, a screen at a time. At the end of a screen Enter goes on;
// anything else ends the telling, and is returned as typed early; what was still to
// be said is kept.
func (f *face) tell(all []line) (typed string, early bool, err error) {
	all = append(f.noted, all...)
	f.unsaid, f.noted = nil, nil
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n-1].leads {
			n++
		}
		rows := f.laidOut(all[:n])
		all = all[n:]
		for len(rows) > 0 {
			_, most := f.measure()
			room := most - f.rows
			if len(rows) > room && (room < most && len(rows) <= most || room < 1) {
				typed, err := f.prompt(f.w.Plain.Prompt.More)
				if err != nil || !f.goesOn(typed) {
					f.unsaid = append(asLines(rows), all...)
					return typed, err == nil, err
				}
				continue
			}
			now := min(len(rows), room)
			f.write(rows[:now])
			rows = rows[now:]
		}
		if f.err != nil {
			return "", false, errEnded
		}
	}
	return "", false, nil
}

// asLines are rows that were laid out already, to be said together.
func asLines(rows []string) []line {
	var all []line
	for i, row := range rows {
		all = append(all, line{row, i+1 < len(rows)})
	}
	return all
}

// laidOut are the rows of lines that stay together.
func (f *face) laidOut(all []line) []string {
	width, _ := f.measure()
	var rows []string
	for _, l := range all {
		rows = append(rows, wrap.Lines(l.text, width)...)
	}
	return rows
}

// goesOn reports whether a line asks for more.
func (f *face) goesOn(typed string) bool {
	return typed == "" || !f.workshop && means(typed, f.w.Plain.Typed.Next)
}
