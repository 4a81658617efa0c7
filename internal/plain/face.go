package plain

import (
	"cmp"
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
	workshop bool     // its commands are words of their own
	rows     int      // said since the last prompt
	noted    []line   // what is said before all else, when she is told something
	unsaid   []line   // what was still to be said when something was typed instead of Enter
	dialled  []string // numbers that are said digit by digit wherever they stand
	telling  string   // what the page is called whose lines are told; "": it needs no name
	err      error    // the first error of writing; nothing is written after it
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
	text   string
	leads  bool
	choice int // the number of the choice that it says; 0: none
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
	for i, l := range all {
		all[i].text = wording.SpokenOf(l.text, f.dialled)
	}
	named := 0 // rows that the name of the page takes, where it was told again
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n-1].leads {
			n++
		}
		_, most := f.measure()
		n = f.parted(all[:n], most-named)
		rows := f.laidOut(all[:n]) // each row leads to the next
		all = all[n:]
		for len(rows) > 0 {
			_, most := f.measure()
			most -= named
			room := most + named - f.rows
			if len(rows) > room && (room < most && len(rows) <= most || room < 1) {
				typed, err := f.prompt(f.w.Plain.Prompt.More)
				if err != nil || !f.goesOn(typed) {
					f.unsaid = append(rows, all...)
					return typed, err == nil, err
				}
				named = f.resumes()
				continue
			}
			now := min(len(rows), room)
			for _, row := range rows[:now] {
				f.write([]string{row.text})
			}
			rows = rows[now:]
		}
		if f.err != nil {
			return "", false, errEnded
		}
	}
	return "", false, nil
}

// A screen of fewer rows has none to spare for a name.
const leastNamed = 8

// resumes says of which page the rest follows, and in how many rows.
func (f *face) resumes() int {
	width, _ := f.measure()
	before := f.rows
	if name := f.continued(); name != "" {
		f.write(wrap.Lines(name, width))
	}
	return f.rows - before
}

// continued says of which page the rest follows; "" where one row has no room for it.
func (f *face) continued() string {
	width, most := f.measure()
	name := wording.Fill(f.w.Plain.Continued, "place", f.telling)
	if f.telling == "" || most < leastNamed || len(wrap.Lines(name, width)) > 1 {
		return ""
	}
	return name
}

// parted is how many of some lines that stay together go before the others: all of them,
// or, where they are more than a screen, so many that the rest is none. A heading is left
// by its help line rather than a number by how it answers.
func (f *face) parted(all []line, most int) int {
	for n := range all {
		if len(f.laidOut(all[n:])) <= most {
			return cmp.Or(n, len(all))
		}
	}
	return len(all)
}

// laidOut are the rows of lines that stay together.
func (f *face) laidOut(all []line) []line {
	width, _ := f.measure()
	var rows []line
	for _, l := range all {
		for _, row := range wrap.Lines(l.text, width) {
			rows = append(rows, line{row, true, l.choice})
		}
	}
	if len(rows) > 0 {
		rows[len(rows)-1].leads = false
	}
	return rows
}

// unheard is the first choice that was not said to its end; 0: all of them were.
func unheard(unsaid []line) int {
	first := 0
	for _, l := range unsaid {
		if l.choice > 0 && (first == 0 || l.choice < first) {
			first = l.choice
		}
	}
	return first
}

// goesOn reports whether a line asks for more.
func (f *face) goesOn(typed string) bool {
	return typed == "" || !f.workshop && means(typed, f.w.Plain.Typed.Next)
}
