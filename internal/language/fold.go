package language

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold makes two ways of writing one word the same: small letters, no accents.
func Fold(word string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ReplaceAll(word, "’", "'")) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
