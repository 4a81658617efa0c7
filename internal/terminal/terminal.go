// Package terminal settles the screen's colours from the environment before
// anything can ask the terminal for them. It also knows how a program is stopped
// and woken, for the faces, which leave nothing on the screen meanwhile.
//
// The colours work by standing first. Bubble Tea asks the terminal for its background
// while it is initialised, and on a terminal that does not answer that costs
// five seconds before the first line of main. Go initialises packages in the
// order of their import paths as soon as their own imports are ready; this one
// needs only Lip Gloss and sorts before it, so the background is known by then
// and no question is sent. A test on a terminal that answers nothing guards the
// ordering; nothing in the code would show that it was lost.
package terminal

import (
	"os"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
)

func init() { lipgloss.SetHasDarkBackground(Theme(os.Getenv("COLORFGBG")) != "light") }

// Theme reads COLORFGBG ("15;0": foreground; background), which some terminals
// set: "dark", "light", or "" when it says nothing that can be relied on.
func Theme(colorfgbg string) string {
	parts := strings.Split(colorfgbg, ";")
	background, err := strconv.Atoi(parts[len(parts)-1])
	switch {
	case err != nil || background < 0 || background > 15:
		return ""
	case background < 7 || background == 8: // black to cyan, and dark grey
		return "dark"
	}
	return "light"
}
