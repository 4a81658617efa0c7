package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	pages "github.com/ask-first/askfirst/internal/page"
)

// What can be read from the last row: few rows, short lines, wide margins. A
// larger letter is the terminal's to give, so a screen with many rows gets room
// between them instead.
const (
	wallRows  = 10
	wallWidth = 54
	tallWall  = 40 // rows from which each line has an empty one beneath it
)

// poster is a step, laid out for the wall.
type poster struct {
	rows          []string
	width, height int // of the text: columns, and rows that are seen at once
	spaced        bool
	screen        frame
}

// lay lays out the step that is shown.
func (m *wall) lay() poster {
	p := poster{screen: m.frame}
	p.screen.height = max(1, p.screen.height)
	if m.session == nil && m.aside == nil {
		return p
	}
	p.width = max(8, min(wallWidth, m.frame.width-2*m.frame.sides()))
	p.spaced = m.frame.height >= tallWall
	p.height = max(1, min(wallRows, m.frame.height-2))
	s := &sheet{width: p.width}
	layWall(s, pages.Wall(m.w, m.shown().Step(), m.q.Formulary, m.region))
	for _, r := range s.rows {
		p.rows = append(p.rows, r.text)
	}
	return p
}

// layWall puts a page's blocks on a sheet. Nothing is faint here, and nothing is
// said by colour: a projector shows neither.
func layWall(s *sheet, p pages.Page) {
	for _, b := range p.Blocks {
		if b.Apart {
			s.gap()
		}
		switch b.Manner {
		case pages.Loud:
			s.text(look.title, b.Text())
		case pages.Item:
			s.hang("- ", look.title, b.Text(), noItem)
		case pages.Quote:
			s.text(look.title, "“"+b.Text()+"”")
		default:
			s.text(look.plain, b.Text())
		}
	}
}

// mostTop is how far the text can be scrolled.
func (p poster) mostTop() int { return max(0, len(p.rows)-p.height) }

// draw puts the text into the middle of the screen, and what the facilitator
// may want to know into its last line.
func (p poster) draw(top int, notice, foot string) (string, *cell) {
	seen := p.rows[min(top, p.mostTop()):min(len(p.rows), top+p.height)]
	left := max(0, (p.screen.width-p.width)/2)
	indent := strings.Repeat(" ", left)
	var body []string
	for i, r := range seen {
		if p.spaced && i > 0 && r != "" {
			body = append(body, "")
		}
		body = append(body, indent+r)
	}
	above := max(0, (p.screen.height-1-len(body))/2)
	lines := make([]string, above, p.screen.height)
	cursor := &cell{row: above, column: left}
	lines = append(lines, body...)
	for len(lines) < p.screen.height-1 {
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
	lines = append(lines[:p.screen.height-1], indent+ansi.Truncate(foot, p.screen.width-left, ""))
	return strings.Join(lines, "\n"), cursor
}

// foot is the one line beside the text: where to find the keys.
func (m *wall) foot() string {
	return "?  " + m.w.Keys.Keys
}
