package content

import (
	"regexp"
	"unicode"

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
	const id = "look-alike-letters"
	for _, p := range r.passages {
		text := string(p.text)
		if isASCII(text) {
			continue
		}
		for _, word := range anyWord.FindAllString(text, -1) {
			if other := otherAlphabet(word); other != "" {
				r.add(id, questionnaire.Error, p.at, "the word %q in %v mixes Latin letters with %s ones that look like them; type it again", word, p, other)
			}
		}
		if at := blankLetter.FindStringIndex(text); at != nil {
			r.add(id, questionnaire.Error, p.at, "%v holds the character %+q, which nobody sees; remove it", p, text[at[0]:at[1]])
		}
	}
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
