package questionnaire

import (
	"strings"
	"unicode"
)

// Blank are the characters that Unicode counts as letters, marks or signs, and that are
// drawn as nothing.
const Blank = "\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\U0001D159"

// Says reports whether a text has something that can be read: a letter or a digit that is
// seen, and not only signs and marks.
func Says(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool {
		return unicode.IsNumber(c) || unicode.IsLetter(c) && !strings.ContainsRune(Blank, c)
	})
}
