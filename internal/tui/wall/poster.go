package wall

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/tui"
)

// What can be read from the last row: four fifths of the width, but no line so long that
// an eye loses the next. A larger letter is the terminal's to give; of a screen with many
// columns the notes say so.
const (
	wallWidth   = 100
	tallWall    = 40 // rows from which a list has room between its entries
	manyColumns = 100
)

// poster is a step, laid out for the wall.
type poster struct {
	rows          []string
	width, height int // of the text: columns, and rows that are seen at once
	spaced        bool
	columns, all  int // of the screen: columns and rows
}

// lay lays out the step that is shown.
func (m *wall) lay() poster {
	columns, all := m.columns, m.rows
	p := poster{columns: columns, all: max(1, all)}
	if m.session == nil && m.aside == nil {
		return p
	}
	p.width = max(8, min(wallWidth, max(columns*8/10, min(64, columns-2*tui.Margin(columns)))))
	p.spaced = all >= tallWall
	p.height = max(1, all-2)
	s := &tui.Sheet{Width: p.width}
	layWall(s, page.Wall(m.w, m.shown().Step(), m.q, m.region), p.spaced)
	p.rows = s.Rows()
	return p
}

// layWall puts a page's blocks on a sheet. Nothing is faint here, and nothing is
// said by colour: a projector shows neither.
func layWall(s *tui.Sheet, p page.Page, spaced bool) {
	look := tui.Look()
	for _, b := range p.Blocks {
		if b.Apart || spaced && (b.Manner == page.Item || b.Manner == page.Numbered) {
			s.Gap()
		}
		switch b.Manner {
		case page.Loud:
			s.Text(look.Title, b.Text())
		case page.Item:
			s.Hang("- ", look.Title, b.Text())
		case page.Numbered:
			number, text, _ := strings.Cut(b.Text(), " ")
			s.Hang(number+" ", look.Title, text)
		case page.Quote:
			s.Text(look.Title, "“"+b.Text()+"”")
		default:
			s.Text(look.Plain, b.Text())
		}
	}
}

// mostTop is how far the text can be scrolled.
func (p poster) mostTop() int { return max(0, len(p.rows)-p.height) }

// draw puts the text into the middle of the screen, and what the facilitator
// may want to know into its last line.
func (p poster) draw(top int, notice, foot string) (string, *tui.Cell) {
	seen := p.rows[min(top, p.mostTop()):min(len(p.rows), top+p.height)]
	left := max(0, (p.columns-p.width)/2)
	indent := strings.Repeat(" ", left)
	var body []string
	for _, r := range seen {
		body = append(body, indent+r)
	}
	above := max(0, (p.all-1-len(body))/2)
	lines := make([]string, above, p.all)
	cursor := &tui.Cell{Row: above, Column: left}
	lines = append(lines, body...)
	for len(lines) < p.all-1 {
		lines = append(lines, "")
	}
	if notice != "" {
		foot = notice
	}
	if top < p.mostTop() {
		foot = "↓  " + foot
	}
	if top > 0 {
		foot = "↑ " + foot
	}
	lines = append(lines[:p.all-1], indent+ansi.Truncate(foot, p.columns-left, ""))
	return strings.Join(lines, "\n"), cursor
}

// nothing is a wall with nothing on it yet but its name.
func (p poster) nothing(name string) string {
	rows := make([]string, p.all)
	rows[p.all/2] = strings.Repeat(" ", max(0, (p.columns-ansi.StringWidth(name))/2)) + name
	return strings.Join(rows, "\n")
}

// dark is a screen that is black to its last cell, on a white terminal too; without
// colours it is empty.
func (p poster) dark() string {
	row := tui.Look().Dark.Render(strings.Repeat(" ", max(0, p.columns)))
	return strings.Join(slices.Repeat([]string{row}, p.all), "\n")
}

// foot is the one line beside the text: where to find the keys.
func (m *wall) foot() string {
	return "?  " + m.w.Keys.Keys
}
