package tui

import "github.com/charmbracelet/lipgloss"

// Theme is how the screen looks. Nothing is said by it alone: each style's
// neighbour in the text carries the meaning (the cursor at the focus, "chosen" at a
// tick, the urgency in words), so a terminal without colours loses nothing.
type Theme struct {
	Plain   lipgloss.Style
	Strong  lipgloss.Style // emphasis within a text
	Title   lipgloss.Style // what a page is about; a question
	Faint   lipgloss.Style // what explains
	Focus   lipgloss.Style // what is pointed at; in reverse, the bar beside the choice with the focus
	Heading lipgloss.Style
	Action  lipgloss.Style // what to do first, in an emergency
	Number  lipgloss.Style // how to reach a help line
	Quote   lipgloss.Style // words to say
	Notice  lipgloss.Style // what just happened
	Bar     lipgloss.Style // what is said of a preview, apart from the screening
	Dark    lipgloss.Style // a screen that is to give no light: black, unless no colour is wanted
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

// Colourless is the theme of bold, faint and reverse alone.
const Colourless = "colourless"

// themes by name. The one without a name is the house style: the terminal's own
// sixteen colours with bold, faint and reverse, because those read on dark and
// on light without asking the terminal which it is.
var themes = map[string]Theme{
	"":         paint(lipgloss.NewStyle().Faint(true), lipgloss.Color("6"), lipgloss.Color("5")),
	Colourless: paint(lipgloss.NewStyle().Faint(true), lipgloss.NoColor{}, lipgloss.NoColor{}),
	"dark":     paint(ink(darkFaint), lipgloss.Color(darkAccent), lipgloss.Color(darkHeading)),
	"light":    paint(ink(lightFaint), lipgloss.Color(lightAccent), lipgloss.Color(lightHeading)),
}

// look is the theme in use. There is one screen in a process, so there is one
// look, chosen before it is first drawn.
var look = themes[""]

// UseTheme puts a theme to use: dark, light, [Colourless], or "" for the house style.
func UseTheme(name string) { look = themes[name] }

// Look is the theme in use.
func Look() *Theme { return &look }

func ink(colour string) lipgloss.Style {
	return lipgloss.NewStyle().Foreground(lipgloss.Color(colour))
}

func paint(faint lipgloss.Style, accent, heading lipgloss.TerminalColor) Theme {
	plain, bold := lipgloss.NewStyle(), lipgloss.NewStyle().Bold(true)
	dark := plain
	if accent != (lipgloss.NoColor{}) {
		dark = plain.Background(lipgloss.Color("#000000")) // a terminal's own background may be white
	}
	return Theme{
		Plain:   plain,
		Strong:  bold,
		Title:   bold,
		Faint:   faint,
		Focus:   bold.Foreground(accent),
		Heading: bold.Foreground(heading),
		Action:  bold.Reverse(true),
		Number:  bold,
		Quote:   plain.Italic(true),
		Notice:  plain.Foreground(accent),
		Bar:     plain.Reverse(true),
		Dark:    dark,
	}
}
