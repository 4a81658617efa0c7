package tui

import "github.com/charmbracelet/lipgloss"

// The house style: the terminal's own sixteen colours with bold, faint and
// reverse, because those read on dark and on light without asking. Nothing is
// said by colour alone: each style's neighbour in the text carries the meaning
// (a ">" at the focus, "[x]" at a tick, the urgency in words), so a terminal
// without colours loses nothing.
var (
	styleTitle   = lipgloss.NewStyle().Bold(true)
	styleFaint   = lipgloss.NewStyle().Faint(true)
	styleFocus   = lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Color("6"))
	styleHeading = lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Color("5"))
	styleAction  = lipgloss.NewStyle().Bold(true).Reverse(true)
	styleNumber  = lipgloss.NewStyle().Bold(true)
	styleQuote   = lipgloss.NewStyle().Italic(true)
	styleNotice  = lipgloss.NewStyle().Foreground(lipgloss.Color("6"))
	stylePlain   = lipgloss.NewStyle()
	styleStrong  = lipgloss.NewStyle().Bold(true)
)
