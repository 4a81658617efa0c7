package tui

import "github.com/charmbracelet/lipgloss"

// theme is how the screen looks. Nothing is said by it alone: each style's
// neighbour in the text carries the meaning (a ">" at the focus, "[x]" at a
// tick, the urgency in words), so a terminal without colours loses nothing.
type theme struct {
	plain   lipgloss.Style
	strong  lipgloss.Style // emphasis within a text
	title   lipgloss.Style // what a page is about; a question
	faint   lipgloss.Style // what explains
	focus   lipgloss.Style
	heading lipgloss.Style
	action  lipgloss.Style // what to do first, in an emergency
	number  lipgloss.Style // how to reach a help line
	quote   lipgloss.Style // words to say
	notice  lipgloss.Style // what just happened
	bar     lipgloss.Style // what is said of a preview, apart from the screening
}

// The colours of the finer palettes, named so that a test can work out their
// contrast. Each must read on any background that the palette is for.
const (
	darkBackground  = "#262626" // the lightest that still counts as dark
	darkFaint       = "#b4b4b4"
	darkAccent      = "#7fd7e7"
	darkHeading     = "#d7b5f0"
	lightBackground = "#e4e4e4" // the darkest that still counts as light
	lightFaint      = "#4a4a4a"
	lightAccent     = "#00566b"
	lightHeading    = "#5b2a86"
)

// themes by name. The one without a name is the house style: the terminal's own
// sixteen colours with bold, faint and reverse, because those read on dark and
// on light without asking the terminal which it is.
var themes = map[string]theme{
	"":      paint(lipgloss.NewStyle().Faint(true), lipgloss.Color("6"), lipgloss.Color("5")),
	"dark":  paint(ink(darkFaint), lipgloss.Color(darkAccent), lipgloss.Color(darkHeading)),
	"light": paint(ink(lightFaint), lipgloss.Color(lightAccent), lipgloss.Color(lightHeading)),
}

// look is the theme in use. There is one screen in a process, so there is one
// look, chosen before it is first drawn.
var look = themes[""]

func ink(colour string) lipgloss.Style {
	return lipgloss.NewStyle().Foreground(lipgloss.Color(colour))
}

func paint(faint lipgloss.Style, accent, heading lipgloss.Color) theme {
	plain, bold := lipgloss.NewStyle(), lipgloss.NewStyle().Bold(true)
	return theme{
		plain:   plain,
		strong:  bold,
		title:   bold,
		faint:   faint,
		focus:   bold.Foreground(accent),
		heading: bold.Foreground(heading),
		action:  bold.Reverse(true),
		number:  bold,
		quote:   plain.Italic(true),
		notice:  plain.Foreground(accent),
		bar:     plain.Reverse(true),
	}
}
