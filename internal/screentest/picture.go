//go:build !windows

package screentest

import (
	"fmt"
	"html"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Palette is a terminal's background, its text, and its sixteen colours.
type Palette struct {
	Background, Text string
	Sixteen          [16]string
}

// Dark and Light are what terminals commonly ship with.
var (
	Dark = Palette{"#1d1f21", "#e6e6e6", [16]string{
		"#1d1f21", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d0d0d0",
		"#808080", "#ff7b86", "#b5e890", "#ffd68a", "#7cc4ff", "#de94f5", "#6fd3e0", "#ffffff",
	}}
	Light = Palette{"#ffffff", "#1a1a1a", [16]string{
		"#000000", "#b00020", "#1e7d34", "#8a6100", "#1f5fbf", "#8a2f9c", "#00707a", "#bdbdbd",
		"#6b6b6b", "#d0103a", "#2a9a47", "#a87900", "#3576d8", "#a545b8", "#008a96", "#ffffff",
	}}
)

const (
	cellWidth, cellHeight = 9, 20
	margin                = 16
	baseline              = 15 // of a letter within its cell
)

// Picture draws the screen as SVG, in these colours. Every run of cells in one
// style is placed and stretched to its own columns, so that the picture keeps
// its shape with whatever font the reader has.
func (w *Walk) Picture(p Palette) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	columns, rows := w.emu.Width(), w.emu.Height()
	var b strings.Builder
	width, height := columns*cellWidth+2*margin, rows*cellHeight+2*margin
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="15">`+"\n", width, height, width, height)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", p.Background)
	for row := range rows {
		for column := 0; column < columns; {
			style, text, next := w.run(row, column, columns)
			p.draw(&b, style, text, row, column, next-column)
			column = next
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// run is the text from a cell on that has one style.
func (w *Walk) run(row, from, columns int) (style uv.Style, text string, next int) {
	for next = from; next < columns; {
		cell := w.emu.CellAt(next, row)
		if cell == nil {
			cell = &uv.EmptyCell
		}
		if next == from {
			style = cell.Style
		} else if !cell.Style.Equal(&style) {
			break
		}
		text += cell.Content
		next += max(cell.Width, 1)
	}
	return style, text, next
}

func (p Palette) draw(b *strings.Builder, s uv.Style, text string, row, column, cells int) {
	ink, paper := p.hex(s.Fg, p.Text), p.hex(s.Bg, "")
	if s.Attrs&uv.AttrReverse != 0 {
		ink, paper = p.Background, p.hex(s.Fg, p.Text)
	}
	x, y := margin+column*cellWidth, margin+row*cellHeight
	if paper != "" {
		fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", x, y, cells*cellWidth, cellHeight, paper)
	}
	lead := len(text) - len(strings.TrimLeft(text, " "))
	text = strings.TrimSpace(text)
	if text == "" {
		return
	}
	x += lead * cellWidth
	fmt.Fprintf(b, `<text x="%d" y="%d" textLength="%d" lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="%s"`, x, y+baseline, ansi.StringWidth(text)*cellWidth, ink)
	if s.Attrs&uv.AttrBold != 0 {
		b.WriteString(` font-weight="bold"`)
	}
	if s.Attrs&uv.AttrItalic != 0 {
		b.WriteString(` font-style="italic"`)
	}
	if s.Attrs&uv.AttrFaint != 0 {
		b.WriteString(` opacity="0.66"`)
	}
	fmt.Fprintf(b, ">%s</text>\n", html.EscapeString(text))
}

// hex is a colour as SVG writes it; the sixteen are this palette's.
func (p Palette) hex(c color.Color, none string) string {
	switch c := c.(type) {
	case nil:
		return none
	case ansi.BasicColor:
		return p.Sixteen[c%16]
	case ansi.IndexedColor:
		if c < 16 {
			return p.Sixteen[c]
		}
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
