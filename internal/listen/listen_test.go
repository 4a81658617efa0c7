package listen

import (
	"fmt"
	"strings"
	"testing"
)

// The menu with which the readers were recorded, drawn in several ways.
var labels = []string{"[ ] First part of pregnancy, up to week 13", "[ ] Second part, week 14 to 27", "[ ] Third part, week 28 or later"}

const top, left, column = 5, 4, 9

func at(row, column int) string { return fmt.Sprintf("\x1b[%d;%dH", row+1, column+1) }

func line(n int, mark string) string {
	return at(top+n, 0) + "    " + mark + fmt.Sprintf("%d  %s\x1b[K", n+1, labels[n])
}

func menu(mark string) string {
	all := "\x1b[2J" + at(2, 4) + "Where are you with pregnancy?" + line(0, mark)
	for n := range labels[1:] {
		all += line(n+1, "  ")
	}
	return all + at(top, column)
}

// TestTheRecordings holds the three rules against what was recorded with each reader,
// for each way to draw a move to the next answer, and to the one before.
func TestTheRecordings(t *testing.T) {
	cursor := at(top+1, column)
	const second, first = "2 [ ] Second part, week 14 to 27", "1 [ ] First part of pregnancy, up to week 13"
	for name, test := range map[string]struct {
		mark, down                  string
		stream, difference, bounded string
	}{
		"both lines written again, the mark in the text": {"> ", line(0, "  ") + line(1, "> ") + cursor,
			first + " > " + second, first + " > " + second, "> " + second},
		"the two cells of the mark": {"> ", at(top, 4) + " " + at(top+1, 4) + ">" + cursor,
			">", first + " > " + second, "> " + second},
		"the old mark erased, the new line written": {"> ", at(top, 4) + "\x1b[X" + line(1, "> ") + cursor,
			"> " + second, first + " > " + second, "> " + second},
		"attributes alone, both lines written": {"  ", line(0, "  ") + "\x1b[7m" + line(1, "  ") + "\x1b[0m" + cursor,
			first + " " + second, second, second},
		"the cursor alone": {"  ", cursor, second, second, second},
		"a bar painted by erasing": {"  ", at(top, 4) + "\x1b[X" + at(top+1, 4) + "\x1b[46m\x1b[X\x1b[0m" + cursor,
			second, second, second},
		"a bar, and the new line once more": {"  ", at(top, 4) + "\x1b[X" + line(1, "  ") + at(top+1, 4) + "\x1b[46m\x1b[X\x1b[0m" + cursor,
			second, second, second},
	} {
		e := New(80, 24)
		e.Hear("", menu(test.mark))
		h := e.Hear("down", test.down)
		if h.Stream != test.stream || h.Difference != test.difference || h.Bounded != test.bounded {
			t.Errorf("%s:\n%v\nwant:\n%q\n%q\n%q", name, h, test.stream, test.difference, test.bounded)
		}
		if !strings.HasPrefix(h.Braille[h.Column:], "[ ] Second") {
			t.Errorf("%s: braille shows %q from %d", name, h.Braille, h.Column)
		}
	}
}

// TestAJumpInTheBoundedEar was recorded with Orca: after a number a row that is written
// again as it was is not said, and one that differs before its text and after it is; after
// Home and End only the letter under the cursor, though the row differs; and after Esc and
// PgDn nothing of what has changed.
func TestAJumpInTheBoundedEar(t *testing.T) {
	cursor := at(top+1, column)
	firm := at(top+1, 0) + "     \u00a0" + fmt.Sprintf("2  %s\u00a0\x1b[K", labels[1]) + cursor
	for _, test := range []struct{ key, written, said string }{
		{"2", line(1, "  ") + cursor, ""},
		{"2", firm, "2 [ ] Second part, week 14 to 27"},
		{"home", firm, "["},
		{"end", firm, "["},
		{"pgdown", firm, ""},
		{"esc", firm, ""},
		{"down", firm, "2 [ ] Second part, week 14 to 27"},
	} {
		e := New(80, 24)
		e.Hear("", menu("  "))
		if h := e.Hear(test.key, test.written); h.Bounded != test.said {
			t.Errorf("after %q: %q, want %q", test.key, h.Bounded, test.said)
		}
	}
}

// TestWhatIsWrittenTwice in one go is said twice by a reader that says what is written.
func TestWhatIsWrittenTwice(t *testing.T) {
	e := New(80, 24)
	if h := e.Hear("", line(0, "  ")+line(1, "  ")+line(0, "  ")); len(h.Again) != 1 || h.Again[0] != top {
		t.Errorf("written again: %d", h.Again)
	}
}

// TestAPageInTheBoundedEar is where the cursor waits on a page to read: what stands
// beneath it is not said, unless it stands on the first line that has changed.
func TestAPageInTheBoundedEar(t *testing.T) {
	before := []string{"Right now", "", "Is any of this happening now?", "One line of why.", "", "  1  First answer"}
	draw := func(rows []string, cursor int) string {
		var out strings.Builder
		for i := range 10 {
			row := ""
			if i < len(rows) {
				row = rows[i]
			}
			out.WriteString(at(i, 4) + row + "\x1b[K")
		}
		return out.String() + at(cursor, 4)
	}
	head := []string{"Please read this first", "", "Call 988 now.", "call 911", "", "  1  Go on"}
	bare := []string{"Call 988 now.", "call 911", "", "  1  Go on", "", "Please read this first"}
	for name, test := range map[string]struct {
		rows   []string
		cursor int
		said   string
	}{
		"the cursor on the first line of text":   {head, 2, "Please read this first Call 988 now."},
		"the cursor on the head":                 {head, 0, "Please read this first Call 988 now. call 911 1 Go on"},
		"the action first, and the head beneath": {bare, 0, "Call 988 now. call 911 1 Go on Please read this first"},
	} {
		e := New(80, 24)
		e.Hear("", draw(before, 3))
		if h := e.Hear("enter", draw(test.rows, test.cursor)); h.Bounded != test.said {
			t.Errorf("%s: %q, want %q", name, h.Bounded, test.said)
		}
	}
}

// TestWhatMovedIsNoDifference: a reader that compares lines says of a text that was
// scrolled only what is new of it.
func TestWhatMovedIsNoDifference(t *testing.T) {
	e := New(20, 4)
	e.Hear("", at(0, 0)+"one"+at(1, 0)+"two"+at(2, 0)+"three"+at(3, 0)+"foot"+at(2, 0))
	h := e.Hear("down", at(0, 0)+"two\x1b[K"+at(1, 0)+"three\x1b[K"+at(2, 0)+"four\x1b[K"+at(2, 0))
	if h.Difference != "four" || h.Stream != "two three four" {
		t.Errorf("scrolled by writing:\n%v", h)
	}
	h = e.Hear("down", "\x1b[1;3r\x1b[1;1H\x1b[M\x1b[r"+at(2, 0)+"five"+at(2, 0))
	if h.Difference != "five" || h.Stream != "five" || h.Bounded != "five" || len(h.Written) != 1 {
		t.Errorf("scrolled by a region:\n%v", h)
	}
	if got := e.Screen(); got != "three\nfour\nfive\nfoot" {
		t.Errorf("the screen:\n%s", got)
	}
}

// TestALetterIsAnEcho is the finder: a row that only gains the letter of the key says
// nothing to a reader that compares, and the number of matches does.
func TestALetterIsAnEcho(t *testing.T) {
	e := New(60, 4)
	e.Hear("", at(0, 0)+"Name: zol   2 found. First: Zoloft"+at(0, 9))
	if h := e.Hear("o", at(0, 0)+"Name: zolo   2 found. First: Zoloft"+at(0, 10)); h.Difference != "" || h.Stream == "" {
		t.Errorf("the same number:\n%v", h)
	}
	const said = "Name: zolof 1 found. First: Zoloft"
	if h := e.Hear("f", at(0, 0)+"Name: zolof   1 found. First: Zoloft"+at(0, 11)); h.Difference != said || h.Stream != said {
		t.Errorf("another number:\n%v", h)
	}
}

func TestWords(t *testing.T) {
	for said, want := range map[string]int{"": 0, "call 911 now": 3, "[ ] Second part": 4, "> 2 [x] Second": 5} {
		if got := Words(said); got != want {
			t.Errorf("%q has %d words, want %d", said, got, want)
		}
	}
}
