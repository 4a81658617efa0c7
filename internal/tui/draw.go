package tui

import (
	"io"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// Cell is a place on the screen, from 0, where the cursor stands.
type Cell struct {
	Row, Column int
	Focus       Bar
	// Keys is another number after every key: one after which nothing is written leaves a
	// reader without a word, so that the row of the cursor is written again.
	Keys int
	// Anew is another number after every key of which no reader knows that it moves
	// something. One that is told by the terminal what has changed says nothing after it,
	// unless the row of the focus differs.
	Anew int
	// Page is another number for every page. Of a new one a reader is to say everything, but
	// for what its foot, of so many rows, says like the one before.
	Page, Foot int
}

// Bar is what marks the rows with the focus: so many columns, painted. A frame has a ">"
// in the last column of its first row instead.
type Bar struct{ Row, Rows, Column, Width int }

func (b Bar) holds(row int) bool { return row >= b.Row && row < b.Row+b.Rows }

// unmarked is a line without the ">" that stands for the bar.
func (b Bar) unmarked(line string) string {
	if end := b.Column + b.Width; b.Width > 0 && len(line) >= end && line[end-1] == '>' {
		return line[:end-1] + " " + line[end:]
	}
	return line
}

// painted is such a line with the bar in it, as blanks in reverse: they say nothing,
// and every terminal shows them, with colours and without.
func (b Bar) painted(line string) string {
	end := b.Column + b.Width
	if len(line) < end || strings.TrimLeft(line[:end], " ") != "" {
		return line
	}
	const reverse, as = "\x1b[7m", "\x1b[27m"
	return line[:b.Column] + look.Focus.Render(reverse+line[b.Column:end]+as) + line[end:]
}

// draw writes what is not shown yet, in one go, and puts the cursor where the focus
// is.
func (s *Screen) draw() error {
	if s.held {
		return nil
	}
	lines := strings.Split(s.frame, "\n")
	if s.height > 0 && len(lines) > s.height {
		lines = lines[len(lines)-s.height:]
	}
	var out strings.Builder
	var mark Bar
	if s.at != nil {
		mark = s.at.Focus
	}
	if mark.Rows > 0 && mark.Row < len(lines) {
		lines[mark.Row] = mark.unmarked(lines[mark.Row])
	}
	known := s.lines != nil
	switch {
	case !known || s.at == nil || s.stands == nil:
	case s.at.Page == s.stands.Page:
		s.move(&out, lines)
	default:
		s.lines = slices.Clone(s.lines)
		for i := range max(0, min(len(s.lines), len(lines)-s.at.Foot)) {
			if s.lines[i] != "" {
				s.lines[i] = unlike
			}
		}
	}
	firm := s.at != nil && s.stands != nil && s.at.Anew != s.stands.Anew && s.at.Page == s.stands.Page && known
	wrote := s.drawLines(&out, lines, mark, firm && !s.differs(lines))
	if !known || len(lines) < len(s.lines) {
		if s.height == 0 || len(lines) < s.height {
			out.WriteString(ansi.CursorPosition(1, len(lines)+1) + ansi.EraseScreenBelow)
		}
	}
	if known && !wrote && s.at != nil && s.stands != nil && s.at.Keys != s.stands.Keys {
		for i, line := range lines {
			if i == s.at.Row || mark.holds(i) && mark.holds(s.at.Row) {
				s.drawLine(&out, i, line, mark, firm && !s.isFirm(i))
			}
		}
	}
	if out.Len() == 0 && same(s.at, s.stands) {
		return nil
	}
	if s.at == nil {
		out.WriteString(ansi.HideCursor)
	} else {
		out.WriteString(ansi.CursorPosition(s.at.Column+1, s.at.Row+1) + ansi.ShowCursor)
	}
	s.lines, s.stands, s.bar, s.drawn = lines, s.at, mark, time.Now()
	var to io.Writer = s.File
	if s.into != nil {
		to = s.into
	}
	_, err := io.WriteString(to, out.String())
	return err
}

// unlike is not a line of any frame.
const unlike = "\n"

// differs reports whether a text of a frame is not what is shown.
func (s *Screen) differs(lines []string) bool {
	for i, line := range lines {
		if line != "" && (i >= len(s.lines) || s.lines[i] != line) {
			return true
		}
	}
	return false
}

// drawLines writes the lines that differ from what is shown, and those that come to have
// the focus, with firm spaces if they had none. From those that have it no more the bar
// is erased. wrote reports whether there was a text among them. On the page where she was
// the rows with the focus come first: after a jump to what stood below the screen a reader
// that says what is written says where she is, and only then what stands around it.
func (s *Screen) drawLines(out *strings.Builder, lines []string, mark Bar, firm bool) (wrote bool) {
	order := make([]int, 0, len(lines))
	if s.lines != nil && s.at != nil && s.stands != nil && s.at.Page == s.stands.Page {
		for i := mark.Row; i < min(mark.Row+mark.Rows, len(lines)); i++ {
			order = append(order, i)
		}
	}
	first := len(order)
	for i := range lines {
		if first == 0 || !mark.holds(i) {
			order = append(order, i)
		}
	}
	for _, i := range order {
		line := lines[i]
		shown := i < len(s.lines) && s.lines[i] == line
		had, has := s.lines != nil && s.bar.holds(i), mark.holds(i)
		switch {
		case !shown, has && (!had || s.bar.Column != mark.Column || s.bar.Row != mark.Row):
			s.drawLine(out, i, line, mark, firm && has && !s.isFirm(i))
			wrote = wrote || line != ""
		case had && !has:
			out.WriteString(ansi.CursorPosition(s.bar.Column+1, i+1) + ansi.EraseCharacter(s.bar.Width))
		}
	}
	return wrote
}

// firmSpace looks like a space, is said like one, and is another character.
const firmSpace = "\u00a0"

// firmed is a line that looks the same and differs before its text and after it: whoever
// is told from where to where it has changed is told all of it.
func firmed(line string) string {
	text := strings.TrimLeft(line, " ")
	if margin := len(line) - len(text); margin > 0 {
		line = line[:margin-1] + firmSpace + text
	}
	return line + firmSpace
}

func (s *Screen) isFirm(row int) bool { return row < len(s.firm) && s.firm[row] }

// drawLine writes a line; firm, with firm spaces around it.
func (s *Screen) drawLine(out *strings.Builder, row int, line string, mark Bar, firm bool) {
	for len(s.firm) <= row {
		s.firm = append(s.firm, false)
	}
	s.firm[row] = firm
	if firm {
		line = firmed(line)
	}
	wide := ansi.StringWidth(line)
	if mark.holds(row) {
		line = mark.painted(line)
	}
	if s.width > 0 && wide > s.width {
		line = ansi.Truncate(line, s.width, "")
	}
	out.WriteString(ansi.CursorPosition(1, row+1))
	out.WriteString(line)
	if s.width == 0 || wide < s.width {
		out.WriteString(ansi.EraseLineRight)
	}
}

// move lets the terminal move what only stands higher or lower than before, so that
// what is new alone is written. Lines are deleted and inserted, not scrolled: what
// scrolls off a screen some terminals keep.
func (s *Screen) move(out *strings.Builder, lines []string) {
	if s.height == 0 || len(lines) != len(s.lines) {
		return
	}
	from, to, by := moved(s.lines, lines)
	if by == 0 {
		return
	}
	out.WriteString(ansi.SetTopBottomMargins(from+1, to))
	shifted := slices.Clone(s.lines)
	if by > 0 {
		out.WriteString(ansi.CursorPosition(1, from+1) + ansi.DeleteLine(by))
		copy(shifted[from:to], s.lines[from+by:to])
		clear(shifted[to-by : to])
	} else {
		out.WriteString(ansi.CursorPosition(1, from+1) + ansi.InsertLine(-by))
		copy(shifted[from-by:to], s.lines[from:to+by])
		clear(shifted[from : from-by])
	}
	out.WriteString("\x1b[r")
	s.lines = shifted
	s.firm = slices.Grow(s.firm, max(0, len(lines)-len(s.firm)))[:len(lines)]
	firm := slices.Clone(s.firm)
	clear(firm[from:to])
	for i := max(from, from-by); i < min(to, to-by); i++ {
		firm[i] = s.firm[i+by]
	}
	s.firm = firm
	if s.bar.Rows > 0 && s.bar.Row >= from && s.bar.Row < to {
		end := min(s.bar.Row+s.bar.Rows-by, to)
		s.bar.Row = max(s.bar.Row-by, from)
		s.bar.Rows = max(0, end-s.bar.Row)
	}
}

// fewest is how many lines must have moved together to have the terminal move them.
const fewest = 3

// moved finds the lines that only stand so many rows higher; lower, where by is
// negative. What is there besides, between from and to, is to be written anew.
func moved(before, now []string) (from, to, by int) {
	best := 0
	for shift := 1; shift <= len(now)-fewest; shift++ {
		for _, rows := range []int{shift, -shift} {
			first, last, n := longest(before, now, rows)
			if n > best {
				from, to, by, best = first, last, rows, n
			}
		}
	}
	if best < fewest {
		return 0, 0, 0
	}
	return from, to, by
}

// longest is the longest run of lines of now that stood by rows lower before, with the
// rows between which it moved, and how many of the lines are better moved than written.
func longest(before, now []string, by int) (from, to, gain int) {
	for i := 0; i < len(now); {
		run, n := i, 0
		for ; i < len(now) && i+by >= 0 && i+by < len(before) && now[i] == before[i+by]; i++ {
			if now[i] != "" && now[i] != before[i] {
				n++
			}
		}
		if n > gain {
			gain = n
			from, to = min(run, run+by), max(i, i+by)
		}
		if i == run {
			i++
		}
	}
	return from, to, gain
}

// same compares two places of a cursor, shown or hidden.
func same(a, b *Cell) bool { return a == b || a != nil && b != nil && *a == *b }
