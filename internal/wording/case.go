package wording

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

// lowerFirst makes a label fit into the middle of a sentence, but leaves words
// such as "I" and "PTSD" alone.
func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if !unicode.IsLower(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

func number(n int) string { return strconv.Itoa(n) }
