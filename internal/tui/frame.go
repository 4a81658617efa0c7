package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

const (
	maxTextWidth = 72 // wider lines are harder to read
	margin       = 2
)

// FullWidth is the width of a screen from which its text gets no wider.
const FullWidth = maxTextWidth + 2*margin

// content is what a page shows, laid out for one width.
type content struct {
	place    string   // where she is
	trail    []string // through which parts she came there
	aside    string   // what is told of the place at the other end of its line
	rows     []row
	asked    rows // the rows of the question, which stay in view where there is room
	focus    int  // the item with the focus, or noItem
	line     int  // where she reads while nothing has it, or noItem
	column   int  // where the cursor stands in the focused row
	notice   string
	hints    []Hint
	foreword bool // what stands before the question has a screen of its own
	reading  bool // a text to read: the arrows scroll where there is no item near
}

// rows are some of a page, from the first to before the last.
type rows struct{ from, to int }

// frame fits content to a screen. It keeps nothing but how far it is scrolled.
type frame struct {
	width, height int
	top           int
}

func (f frame) textWidth() int { return max(8, min(maxTextWidth, f.width-2*f.sides())) }

// sides is the margin that a screen of this width can spare.
func (f frame) sides() int { return min(margin, max(0, (f.width-20)/2)) }

// narrow screens have no room for long words beside the place.
func (f frame) narrow() bool { return f.width < 60 }

// left is the margin that puts the text into the middle of a wide screen.
func (f frame) left() int { return max(f.sides(), (f.width-maxTextWidth)/2) }

// room is how many rows are shown at once, and how many of those the question
// takes when it would be scrolled away. It stays in view only while it takes a
// third of the screen at most; otherwise too little would be left for the
// answers.
func (f frame) room(c content) (height, question int) {
	height = max(1, f.height-len(f.place(c))-len(f.happened(c, "", ""))-1)
	if question = c.asked.to - c.asked.from; question*3 > f.height {
		question = 0
	}
	return height, question
}

// covered is how many rows at the top are hidden behind the question.
func (f frame) covered(c content) int {
	if _, question := f.room(c); f.top > c.asked.from {
		return question
	}
	return 0
}

// focused are the first and last of the rows with the focus.
func focused(all []row, focus int) (first, last int, ok bool) {
	first = -1
	for i, r := range all {
		if r.item == focus && focus != noItem {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last, first >= 0
}

// stands are the first and last of the rows where she is: of the choice in focus, or where
// she reads.
func (c content) stands() (first, last int, ok bool) {
	if c.focus == noItem && c.line >= 0 && c.line < len(c.rows) {
		return c.line, c.line, true
	}
	return focused(c.rows, c.focus)
}

// settle scrolls no further than there is text, and so that the whole choice with
// the focus is in view.
func (f *frame) settle(c content) {
	height, question := f.room(c)
	if first, last, ok := c.stands(); ok {
		lowest := first - question
		switch {
		case c.focus == 0 && last < height:
			lowest = 0 // show what stands above the first choice again
		case c.focus == onField:
			last = min(first+height-question-1, len(c.rows)-1) // and what was found beneath it
		}
		f.top = max(f.top, last-height+1)
		if c.foreword { // the question begins its screen
			f.top = max(f.top, c.asked.from)
		}
		f.top = min(f.top, lowest)
	}
	f.scroll(c, 0)
}

func (f *frame) scroll(c content, by int) {
	height, _ := f.room(c)
	lowest := len(c.rows) - height
	if c.foreword {
		lowest = max(lowest, c.asked.from)
	}
	f.top = max(0, min(f.top+by, lowest))
}

// pageDown shows the next screen. It begins with the last row of this one, beneath the
// question where that stays in view: what it covers would be on neither.
func (f *frame) pageDown(c content) {
	height, question := f.room(c)
	next := f.top + height - 1
	if next > c.asked.from {
		next = max(next-question, min(next, c.asked.from))
	}
	f.scroll(c, next-f.top)
}

// pageUp shows the screen before, which ends with the first row of this one.
func (f *frame) pageUp(c content) {
	height, _ := f.room(c)
	f.scroll(c, f.covered(c)+1-height)
}

// unasked reports whether the question is still to come, below.
func (f frame) unasked(c content) bool {
	height, _ := f.room(c)
	return c.foreword && c.asked.from >= f.top+height
}

// ask shows the question, or more of what stands before it.
func (f *frame) ask(c content) {
	height, _ := f.room(c)
	f.scroll(c, min(height, c.asked.from-f.top))
}

// asks reports whether the screen begins with the question, and what stands before it
// has a screen of its own.
func (f frame) asks(c content) bool { return c.foreword && f.top >= c.asked.from }

// near reports whether the choice is in view, whole or in part.
func (f frame) near(c content, item int) bool {
	height, _ := f.room(c)
	first, _, ok := focused(c.rows, item)
	return ok && first >= f.top+f.covered(c) && first < f.top+height
}

// barWidth is how far the bar of the focus reaches into the margin, with the column of
// the mark.
const barWidth = 1 + margin

// draw makes the screen, and says where the real cursor belongs, so that a screen
// reader or a braille line can follow: on what has just happened, or else on what she
// has in focus. A page begins with its text, because some readers say a page only down
// to the line of the cursor; where she is stands in the foot.
func (f frame) draw(c content, more moreWords) (string, *Cell) {
	indent := strings.Repeat(" ", f.left())
	height, _ := f.room(c)
	end := min(len(c.rows), f.top+height)

	var lines []string
	covered := f.covered(c)
	for _, r := range c.rows[c.asked.from : c.asked.from+covered] {
		lines = append(lines, r.text)
	}
	// With nothing in focus the cursor waits on the question, or where the text
	// begins; before the question, at the end of what is said.
	at := max(0, c.asked.from-f.top)
	for at > 0 && (at >= height || f.top+at < c.asked.from && c.rows[f.top+at].text == "") {
		at--
	}
	cursor := &Cell{Row: at, Column: f.left(), Focus: Bar{Column: max(0, f.left()+1-barWidth)}}
	cursor.Focus.Width = f.left() + 1 - cursor.Focus.Column
	found := false
	for i := f.top + covered; i < end; i++ {
		if c.focus == noItem && i == c.line {
			cursor.Row = len(lines)
			// The bar is thinner beside a text, and leaves a column before it.
			if cursor.Focus.Width = f.left() - 1 - cursor.Focus.Column; cursor.Focus.Width > 0 {
				cursor.Focus.Row, cursor.Focus.Rows = len(lines), 1
			}
		}
		if c.focus != noItem && c.rows[i].item == c.focus {
			if !found {
				found = true
				cursor.Row, cursor.Column, cursor.Focus.Row = len(lines), f.left()+c.column, len(lines)
			}
			if c.focus >= 0 {
				cursor.Focus.Rows++
			}
		}
		lines = append(lines, c.rows[i].text)
	}
	foot := f.foot(c, more)
	cursor.Foot = len(foot)
	if c.notice != "" {
		cursor.Row, cursor.Column = f.height-len(foot), f.left()
		if !f.shares(c) {
			cursor.Row++ // beneath what says that there is more
		}
	}
	for len(lines) < f.height-len(foot) {
		lines = append(lines, "")
	}
	lines = append(lines, foot...)
	for i, l := range lines {
		if l != "" {
			lines[i] = indent + l
		}
	}
	if len(lines) > f.height {
		lines = lines[:f.height]
	}
	return strings.Join(lines, "\n"), cursor
}

// foot are the last lines of the screen: whether there is more of the page, with its own
// keys; what has just happened; where she is; and the keys that hold everywhere.
func (f frame) foot(c content, more moreWords) []string {
	width, own, last := f.textWidth(), "", c.hints
	var keys []Hint
	above, below := f.goesOn(c)
	signs := moreSigns(above, below)
	if f.parts(c) {
		keys, last = keysOf(c.hints)
		if room := width - ansi.StringWidth(signs) - len("  "); len(keys) > 0 && keys[len(keys)-1].Width() <= room {
			own = keyLine(keys, room)
		}
	}
	place := f.place(c)
	if own != "" && f.shares(c) && c.notice != "" { // that is where they would stand
		if len(place) > 0 {
			// Where she is comes before all keys but the one that goes on.
			own = keyLine(keys, max(keys[len(keys)-1].Width(), width-ansi.StringWidth(c.place)-len("  ")))
			place[0] = atEnds(trailLine(c.trail, c.place, width-ansi.StringWidth(own)-len("  ")), own, width)
		}
		own = ""
	}
	words := f.moreLine(above, below, more, width-ansi.StringWidth(own)-len("  "))
	foot := f.happened(c, atEnds(words, own, width), signs)
	return append(append(foot, place...), keyLine(last, f.width-f.left()))
}

// parts reports whether the keys of the page have a place of their own. Where a notice
// comes to that place, on a screen with room for all keys in one line, they do not: when
// it goes they would be written again. So they stand in one line wherever that has room.
func (f frame) parts(c content) bool {
	return !f.shares(c) || f.height < roomForKeys || keysWidth(c.hints) > f.width-f.left()
}

// roomForKeys is the height from which one line of the foot is enough for all keys.
const roomForKeys = 16

// shares reports whether one line of the foot is for two things: on small screens, which
// give every line to the text, and on the welcome, which is long.
func (f frame) shares(c content) bool { return f.height < roomForKeys || c.place == "" }

// atEnds are two texts at the ends of a line.
func atEnds(left, right string, width int) string {
	if right == "" {
		return left
	}
	return left + strings.Repeat(" ", max(0, width-ansi.StringWidth(left)-ansi.StringWidth(right))) + right
}

// happened are the first lines of the foot: whether there is more of the page, and what
// just happened. Both have a line of their own, so that a notice which goes leaves
// nothing to write; where they share one, there are arrows beside a notice.
func (f frame) happened(c content, more, signs string) []string {
	lines := broken(c.notice, f.textWidth()-ansi.StringWidth(" ↑ ↓"))
	for i, l := range lines {
		lines[i] = look.Notice.Render(l)
	}
	switch last := len(lines) - 1; {
	case !f.shares(c):
		return append([]string{more}, lines...)
	case c.notice == "":
		return []string{more}
	case signs != "":
		lines[last] = atEnds(lines[last], look.Faint.Render(signs), f.textWidth())
	}
	return lines
}

// place is the line of the foot that tells where she is. The welcome has none: its
// title says it.
func (f frame) place(c content) []string {
	if c.place == "" {
		return nil
	}
	width, aside := f.textWidth(), c.aside
	if room := width - ansi.StringWidth(aside) - 2; aside != "" && room >= 10 {
		return []string{atEnds(trailLine(c.trail, c.place, room), look.Faint.Render(aside), width)}
	}
	return []string{trailLine(c.trail, c.place, width)}
}

// between parts the names of a trail.
const between = " · "

// trailLine tells where she is, and before that as many of the parts behind her as there
// is room for, the nearest first. Nothing in it changes until she comes to another part.
func trailLine(trail []string, place string, width int) string {
	if ansi.StringWidth(place) >= width || len(trail) == 0 {
		return look.Faint.Render(shortened(place, width))
	}
	behind := ""
	for i := len(trail) - 1; i >= 0; i-- {
		more := trail[i] + between + behind
		room := width - ansi.StringWidth(place)
		if i > 0 {
			room -= ansi.StringWidth("…" + between)
		}
		if ansi.StringWidth(more) > room {
			if cut := "…" + between + behind; ansi.StringWidth(cut) <= width-ansi.StringWidth(place) {
				behind = cut
			}
			break
		}
		behind = more
	}
	return look.Faint.Render(behind) + place
}

// shortened is a text that ends at a word where it is too long.
func shortened(text string, width int) string {
	if ansi.StringWidth(text) <= width {
		return text
	}
	cut := ansi.Truncate(text, max(0, width-1), "")
	if at := strings.LastIndexByte(cut, ' '); at > 0 && !strings.HasPrefix(text[len(cut):], " ") {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

type moreWords struct{ above, below string }

// goesOn reports whether there is more of the page above the screen, and below it. What
// has a screen of its own ends there.
func (f frame) goesOn(c content) (above, below bool) {
	height, _ := f.room(c)
	first, last := 0, len(c.rows)
	switch {
	case f.asks(c):
		first = c.asked.from
	case f.unasked(c): // the foot says that Enter goes on
		for last = c.asked.from; last > 0 && c.rows[last-1].text == ""; {
			last--
		}
	}
	return f.top > first, f.top+height < last
}

// moreLine says that the text goes on above or below; in words where there is
// room for them.
func (f frame) moreLine(above, below bool, more moreWords, width int) string {
	var signs []string
	if above {
		signs = append(signs, more.above)
	}
	if below {
		signs = append(signs, more.below)
	}
	line := strings.Join(signs, "   ")
	if ansi.StringWidth(line) > width {
		line = moreSigns(above, below)
	}
	return look.Faint.Render(line)
}

// moreSigns says the same in arrows alone.
func moreSigns(above, below bool) string {
	var signs []string
	if above {
		signs = append(signs, "↑")
	}
	if below {
		signs = append(signs, "↓")
	}
	return strings.Join(signs, " ")
}

// Margin is the margin that a screen of this width can spare on each side.
func Margin(width int) int { return frame{width: width}.sides() }
