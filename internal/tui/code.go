package tui

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"rsc.io/qr"
)

// code is a QR code that calls a help line. Two of its squares, one above the
// other, make one character, so that they are square on the screen too.
type code struct{ code *qr.Code }

// quiet is the empty edge of a code, in squares. The standard asks for four;
// cameras read it with two, which is what a screen of 24 lines has room for.
const quiet = 2

// codeFor is the code of a number, or nil: for none, and on a screen without
// colours, where dark and light cannot be told apart for sure.
func codeFor(dial string) *code {
	number := strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' || c == '+' {
			return c
		}
		return -1
	}, dial)
	if number == "" || lipgloss.ColorProfile() == termenv.Ascii {
		return nil
	}
	c, err := qr.Encode("tel:"+number, qr.L)
	if err != nil {
		return nil
	}
	return &code{c}
}

func (c *code) width() int  { return c.code.Size + 2*quiet }
func (c *code) height() int { return (c.width() + 1) / 2 }

// rows draws the code dark on light whatever the terminal's own colours are,
// because not every camera reads the opposite.
func (c *code) rows() []row {
	paper := lipgloss.NewStyle().Foreground(lipgloss.Color("0")).Background(lipgloss.Color("15"))
	var rows []row
	for y := -quiet; y < c.code.Size+quiet; y += 2 {
		var line strings.Builder
		for x := -quiet; x < c.code.Size+quiet; x++ {
			switch above, below := c.code.Black(x, y), c.code.Black(x, y+1); {
			case above && below:
				line.WriteRune('█')
			case above:
				line.WriteRune('▀')
			case below:
				line.WriteRune('▄')
			default:
				line.WriteRune(' ')
			}
		}
		rows = append(rows, row{text: paper.Render(line.String()), item: noItem})
	}
	return rows
}
