package keyboard

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Readable is what can be read of a text that was pasted, or of a line in which keys stand
// as the terminal sends them: whole sequences are left out, and what steers a terminal or
// turns the direction of writing. Ends of lines stay.
func Readable(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\r' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
			return -1
		}
		return r
	}, ansi.Strip(ofKeys.ReplaceAllString(text, "")))
}

// ofKeys are sequences that only keys send: the rest of them would be letters to a terminal.
var ofKeys = regexp.MustCompile(`\x1bO[!-~]|\x1b\[\[[A-E]`)
