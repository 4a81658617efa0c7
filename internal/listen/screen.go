package listen

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// screen is as much of a terminal as our drawing needs: cells, a cursor, and a region in
// which lines are put in and taken out. Colours are not heard.
type screen struct {
	width, height int
	cells         [][]string // "": the second half of a wide letter
	row, column   int
	top, bottom   int // of the region, from the first to before the last
}

func newScreen(width, height int) *screen {
	s := &screen{width: width, height: height, bottom: height}
	for range height {
		s.cells = append(s.cells, s.empty())
	}
	return s
}

func (s *screen) empty() []string { return strings.Split(strings.Repeat(" ", s.width), "") }

// put shows a letter of this width at the cursor.
func (s *screen) put(letter string, width int) {
	if s.column+width > s.width {
		s.column = 0
		s.down()
	}
	for i := range width {
		s.cells[s.row][s.column+i] = ""
	}
	s.cells[s.row][s.column] = letter
	s.column += width
}

// down goes to the next line, and scrolls where there is none.
func (s *screen) down() {
	if s.row+1 == s.bottom {
		s.takeOut(s.top, 1)
		return
	}
	s.row = min(s.row+1, s.height-1)
}

// obey does what a control sequence says, if it is one that matters here.
func (s *screen) obey(sequence string) {
	switch sequence {
	case "\r":
		s.column = 0
	case "\n":
		s.down()
	case "\b":
		s.column = max(0, s.column-1)
	}
	control, ok := strings.CutPrefix(sequence, "\x1b[")
	if !ok || control == "" {
		return
	}
	does, numbers := control[len(control)-1], strings.Split(control[:len(control)-1], ";")
	number := func(i, missing int) int {
		if i < len(numbers) {
			if n, err := strconv.Atoi(numbers[i]); err == nil && n > 0 {
				return n
			}
		}
		return missing
	}
	switch does {
	case 'H':
		s.row, s.column = min(number(0, 1), s.height)-1, min(number(1, 1), s.width)-1
	case 'J':
		s.eraseLines(number(0, 0))
	case 'K':
		s.eraseLine(number(0, 0))
	case 'X':
		s.erase(s.column, s.column+number(0, 1))
	case 'r':
		s.top, s.bottom, s.row, s.column = number(0, 1)-1, min(number(1, s.height), s.height), 0, 0
	case 'M':
		s.takeOut(s.row, number(0, 1))
		s.column = 0
	case 'L':
		s.putIn(s.row, number(0, 1))
		s.column = 0
	}
}

func (s *screen) erase(from, to int) {
	for i := from; i < min(to, s.width); i++ {
		s.cells[s.row][i] = " "
	}
}

func (s *screen) eraseLine(which int) {
	from, to := s.column, s.width
	if which > 0 {
		from = 0
	}
	if which == 1 {
		to = s.column + 1
	}
	s.erase(from, to)
}

func (s *screen) eraseLines(which int) {
	s.eraseLine(which)
	for i := range s.cells {
		if which == 0 && i > s.row || which == 1 && i < s.row || which == 2 {
			s.cells[i] = s.empty()
		}
	}
}

// takeOut takes so many lines out, and what is beneath them in the region moves up.
func (s *screen) takeOut(row, count int) {
	for range min(count, s.bottom-row) {
		copy(s.cells[row:s.bottom], s.cells[row+1:s.bottom])
		s.cells[s.bottom-1] = s.empty()
	}
}

// putIn puts so many empty lines in, and what is beneath them in the region moves down.
func (s *screen) putIn(row, count int) {
	for range min(count, s.bottom-row) {
		copy(s.cells[row+1:s.bottom], s.cells[row:s.bottom-1])
		s.cells[row] = s.empty()
	}
}

// under is the letter under the cursor.
func (s *screen) under() string { return s.cells[s.row][min(s.column, s.width-1)] }

// lines are what is shown, without spaces at the ends.
func (s *screen) lines() []string {
	all := make([]string, s.height)
	for i, cells := range s.cells {
		all[i] = strings.TrimRight(strings.Join(cells, ""), " ")
	}
	return all
}

// write shows what was written, and calls see with each letter and control sequence
// before.
func (s *screen) write(written string, see func(sequence string, width int)) {
	var state byte
	for len(written) > 0 {
		sequence, width, n, next := ansi.DecodeSequence(written, state, nil)
		written, state = written[n:], next
		if see(sequence, width); width > 0 {
			s.put(sequence, width)
		} else {
			s.obey(sequence)
		}
	}
}
