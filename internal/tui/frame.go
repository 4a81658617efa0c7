package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

const (
	maxTextWidth = 72 // wider lines are harder to read
	margin       = 2
)

// content is what a page shows, laid out for one width.
type content struct {
	place   string // where she is; the head's left side
	rows    []row
	head    int // the rows at the top that stay in view when there is room: the question
	focus   int // the item with the focus, or noItem
	column  int // where the cursor stands in the focused row
	notice  string
	hints   []hint
	reading bool // a text to read: the arrows scroll where there is no item near
}

// frame fits content to a screen. It keeps nothing but how far it is scrolled.
type frame struct {
	width, height int
	top           int
}

// cell is a place on the screen, from 0.
type cell struct{ row, column int }

func (f frame) textWidth() int { return max(8, min(maxTextWidth, f.width-2*f.sides())) }

// sides is the margin that a screen of this width can spare.
func (f frame) sides() int { return min(margin, max(0, (f.width-20)/2)) }

// small screens give every line to the text.
func (f frame) small() bool { return f.height < 16 }

// narrow screens have no room for long words beside the place.
func (f frame) narrow() bool { return f.width < 60 }

// left is the margin that puts the text into the middle of a wide screen.
func (f frame) left() int { return max(f.sides(), (f.width-maxTextWidth)/2) }

// parts says how the screen's lines are divided: how many rows are pinned, how
// many scroll, and whether a line of notice or of "more" stands below.
func (f frame) parts(c content) (pinned, scrolling int) {
	space := max(1, f.height-len(f.head(c, ""))-len(f.notice(c))-1)
	// The question stays in view only while it takes a third of the screen at
	// most; else too little would be left for the answers.
	if c.head*3 <= f.height {
		pinned = c.head
	}
	return pinned, max(1, space-pinned)
}

// focused are the first and last of the scrolling rows with the focus.
func focused(rows []row, focus int) (first, last int, ok bool) {
	first = -1
	for i, r := range rows {
		if r.item == focus && focus != noItem {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last, first >= 0
}

// settle scrolls no further than there is text, and so that the whole item with
// the focus is in view.
func (f *frame) settle(c content) {
	pinned, height := f.parts(c)
	rows := c.rows[pinned:]
	if first, last, ok := focused(rows, c.focus); ok {
		switch {
		case c.focus == 0 && last < height:
			first = 0 // show what stands above the first item again
		case c.focus == onField:
			last = min(first+height-1, len(rows)-1) // and what was found beneath it
		}
		f.top = max(f.top, last-height+1)
		f.top = min(f.top, first)
	}
	f.scroll(c, 0)
}

func (f *frame) scroll(c content, by int) {
	pinned, height := f.parts(c)
	f.top = max(0, min(f.top+by, len(c.rows)-pinned-height))
}

// near reports whether the item is in view, whole or in part.
func (f frame) near(c content, item int) bool {
	pinned, height := f.parts(c)
	first, _, ok := focused(c.rows[pinned:], item)
	return ok && first >= f.top && first < f.top+height
}

// draw makes the screen, and says where the real cursor belongs: on what she
// has in focus, so that a screen reader or a braille line can follow.
func (f frame) draw(c content, progress string, more moreWords) (string, *cell) {
	width, indent := f.textWidth(), strings.Repeat(" ", f.left())
	pinned, height := f.parts(c)
	body := c.rows[pinned:]
	end := min(len(body), f.top+height)

	lines := f.head(c, progress)
	for _, r := range c.rows[:pinned] {
		lines = append(lines, r.text)
	}
	// With nothing in focus the cursor waits where the text begins.
	var cursor *cell
	first := &cell{row: len(lines), column: f.left()}
	for i := f.top; i < end; i++ {
		if cursor == nil && c.focus != noItem && body[i].item == c.focus {
			cursor = &cell{row: len(lines), column: f.left() + c.column}
		}
		lines = append(lines, body[i].text)
	}
	if cursor == nil {
		cursor = first
	}
	foot := f.notice(c)
	if last := len(foot) - 1; c.notice == "" {
		foot[0] = f.moreLine(end < len(body), more, width)
	} else if signs := f.moreSigns(end < len(body)); signs != "" {
		foot[last] += strings.Repeat(" ", width-ansi.StringWidth(foot[last])-ansi.StringWidth(signs)) + look.faint.Render(signs)
	}
	foot = append(foot, f.keyLine(c.hints, width))
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

// notice is what just happened, in the foot; an empty line when nothing did,
// which is where "more" stands. Beside a notice there is room for its arrows.
func (f frame) notice(c content) []string {
	lines := broken(c.notice, f.textWidth()-ansi.StringWidth(" ↑ ↓"))
	for i, l := range lines {
		lines[i] = look.notice.Render(l)
	}
	return lines
}

// head is where she is and, on screens with room for it, a gap. The welcome has
// none: its title says it.
func (f frame) head(c content, progress string) []string {
	switch {
	case c.place == "":
		return nil
	case f.small():
		return []string{f.headLine(c.place, progress, f.textWidth())}
	}
	return []string{f.headLine(c.place, progress, f.textWidth()), ""}
}

// headLine tells where she is and how much is left. When both do not fit, the
// place goes first.
func (f frame) headLine(place, progress string, width int) string {
	room := width - ansi.StringWidth(progress) - 2
	if progress == "" || room < 10 {
		return look.faint.Render(ansi.Truncate(place, width, "…"))
	}
	place = ansi.Truncate(place, room, "…")
	gap := strings.Repeat(" ", width-ansi.StringWidth(place)-ansi.StringWidth(progress))
	return look.faint.Render(place + gap + progress)
}

type moreWords struct{ above, below string }

// moreLine says that the text goes on above or below; in words where there is
// room for them.
func (f frame) moreLine(below bool, more moreWords, width int) string {
	var signs []string
	if f.top > 0 {
		signs = append(signs, "↑ "+more.above)
	}
	if below {
		signs = append(signs, "↓ "+more.below)
	}
	line := strings.Join(signs, "   ")
	if ansi.StringWidth(line) > width {
		line = f.moreSigns(below)
	}
	return look.faint.Render(line)
}

// moreSigns says the same in arrows alone.
func (f frame) moreSigns(below bool) string {
	var signs []string
	if f.top > 0 {
		signs = append(signs, "↑")
	}
	if below {
		signs = append(signs, "↓")
	}
	return strings.Join(signs, " ")
}

// keyLine shows as many keys as fit, the ones that nobody would guess first.
// How to leave is the last of them and is never left out.
func (f frame) keyLine(hints []hint, width int) string {
	if len(hints) == 0 {
		return ""
	}
	last := len(hints) - 1
	room := width - hints[last].width()
	shown := make([]bool, len(hints))
	for _, obvious := range []bool{false, true} {
		for i, h := range hints[:last] {
			if need := h.width() + len("  "); h.obvious == obvious && need <= room {
				shown[i] = true
				room -= need
			}
		}
	}
	shown[last] = true
	var line []string
	for i, h := range hints {
		if shown[i] {
			line = append(line, look.strong.Render(h.key)+" "+look.faint.Render(h.does))
		}
	}
	return ansi.Truncate(strings.Join(line, "  "), width, "")
}
