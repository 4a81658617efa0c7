package preview

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// excerpt is a line of a file and the line beneath it that points at a word of
// it. A line that is too long for the width is shown around the word.
func excerpt(line string, column, width int) (shown, pointer string) {
	letters := []rune(visible(line))
	at := max(0, min(column-1, len(letters)))
	end := at + wordLength(letters[at:])
	const cut = "…"
	first := 0
	// The word must be in view, with something of what stands before it.
	for first < at && ansi.StringWidth(string(letters[first:end])) > width-2 {
		first++
	}
	before := string(letters[first:at])
	if first > 0 {
		before = cut + before
	}
	shown = ansi.Truncate(before+string(letters[at:]), width, cut)
	marks := ansi.StringWidth(string(letters[at:end]))
	room := max(1, width-ansi.StringWidth(before))
	return shown, strings.Repeat(" ", ansi.StringWidth(before)) + strings.Repeat("^", max(1, min(marks, room)))
}

// visible shows what has no shape of its own as one sign each, so that columns
// stay what they are and nothing in a file speaks to the terminal.
func visible(line string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case !unicode.IsPrint(r):
			return '�'
		}
		return r
	}, line)
}

// wordLength is how many letters the word has that begins here: a name, or a
// text in quotes.
func wordLength(letters []rune) int {
	if len(letters) == 0 {
		return 0
	}
	if quote := letters[0]; quote == '"' || quote == '\'' {
		for i, r := range letters[1:] {
			if r == quote {
				return i + 2
			}
		}
		return len(letters)
	}
	n := 0
	for n < len(letters) && (unicode.In(letters[n], unicode.Letter, unicode.Mark, unicode.Digit) || strings.ContainsRune("-_.", letters[n])) {
		n++
	}
	return max(n, 1)
}
