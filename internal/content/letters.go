package content

import (
	"regexp"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

var (
	// A run of letters and marks, whatever their script.
	anyWord = regexp.MustCompile(`[\pL\pM]+`)
	// Letters that have no shape, and yet part a word.
	blankLetter = regexp.MustCompile(`[\x{115F}\x{1160}\x{17B4}\x{17B5}\x{2800}\x{3164}\x{FFA0}]`)
)

// checkLetters finds words that are not what they look like: with letters of
// another alphabet among Latin ones, or with letters that nobody sees. The other
// checks read through them; a screen reader, or a search, does not.
func checkLetters(r *report) {
	id := lookAlikeLetters
	for _, p := range r.passages {
		text := string(p.text)
		if isASCII(text) {
			continue
		}
		for _, word := range anyWord.FindAllString(text, -1) {
			if other := otherAlphabet(word); other != "" {
				r.add(id, questionnaire.Error, p, "the word %q in %v mixes Latin letters with %s ones that look like them; type it again", word, p, other)
			}
		}
		if styled := styledLetter(text); styled != "" {
			r.add(id, questionnaire.Error, p, "%v holds the character %q, which is another way to write %q; type it plainly", p, styled, norm.NFKC.String(styled))
		}
		if at := blankLetter.FindStringIndex(text); at != nil {
			r.add(id, questionnaire.Error, p, "%v holds the character %+q, which nobody sees; remove it", p, text[at[0]:at[1]])
		}
	}
}

// styledLetter is the first letter that only looks otherwise than a plain one:
// wide, joined, in a box. "" if there is none.
func styledLetter(text string) string {
	for _, r := range text {
		if r < 0x250 || !unicode.IsLetter(r) || invisible(r) {
			continue // "1º" and "µg" are how people write
		}
		if letter := string(r); !norm.NFKC.IsNormalString(letter) && norm.NFC.IsNormalString(letter) {
			return letter
		}
	}
	return ""
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

var alphabets = []struct {
	name    string
	letters *unicode.RangeTable
}{{"Cyrillic", unicode.Cyrillic}, {"Greek", unicode.Greek}, {"Armenian", unicode.Armenian}, {"Cherokee", unicode.Cherokee}}

// otherAlphabet is the one whose letters stand among Latin ones in a word; "" if
// none does.
func otherAlphabet(word string) string {
	latin, other := false, ""
	for _, r := range word {
		if r < 0x250 {
			latin = latin || unicode.Is(unicode.Latin, r)
			continue
		}
		for _, a := range alphabets {
			if unicode.Is(a.letters, r) {
				other = a.name
			}
		}
	}
	if !latin {
		return ""
	}
	return other
}
