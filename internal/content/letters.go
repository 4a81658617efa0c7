package content

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

var (
	// A run of letters and marks, whatever their script.
	anyWord = regexp.MustCompile(`[\pL\pM]+`)
	// Letters that have no shape, and yet part a word.
	blankLetter = regexp.MustCompile("[" + questionnaire.Blank + "]")
)

// checkLetters finds words that are not what they look like: with letters of
// another alphabet among Latin ones, or with letters that nobody sees. The other
// checks read through them; a screen reader, or a search, does not.
func checkLetters(r *report) {
	for _, p := range r.passages {
		for _, wrong := range unlike(string(p.text), p.String()) {
			r.add(lookAlikeLetters, questionnaire.Error, p, "%s", wrong)
		}
	}
	checkComparedLetters(r)
}

// checkComparedLetters does it for what nobody is shown and texts or medicines are
// compared with: there, such a word is found nowhere, and a proof is off in silence.
func checkComparedLetters(r *report) {
	report := func(of questionnaire.Subject, at questionnaire.Position, text string) {
		for _, wrong := range unlike(text, of.String()) {
			r.addOf(lookAlikeLetters, questionnaire.Error, of, at, "%s", wrong)
		}
	}
	for _, p := range r.q.Phrases {
		of := questionnaire.Subject{Kind: "phrase", ID: p.ID}
		for _, words := range p.Words {
			for _, text := range words.Words {
				report(of, words.At, text)
				if _, known := language.Of(words.Language); !known {
					continue
				}
				for _, word := range anyWord.FindAllString(text, -1) {
					if other := wholly(word); other != "" {
						r.addOf(lookAlikeLetters, questionnaire.Error, of, words.At, "the word %q in %v has %s letters only, which no text in %q has; type it again", word, of, other, words.Language)
					}
				}
			}
		}
	}
	for _, l := range r.q.OutsideLists {
		of := l.Subject()
		names := l.Members
		for _, reason := range slices.Concat(l.NotInClass, l.NotOnList) {
			names = slices.Concat(names, reason.Medicines, []questionnaire.ListedName{{Name: reason.Why, At: reason.At}})
		}
		for _, name := range names {
			report(of, name.At, name.Name)
		}
	}
}

// unlike says what of a text is not what it looks like.
func unlike(text, where string) []string {
	if isASCII(text) {
		return nil
	}
	var wrong []string
	for _, word := range anyWord.FindAllString(text, -1) {
		if other := otherAlphabet(word); other != "" {
			wrong = append(wrong, fmt.Sprintf("the word %q in %s mixes Latin letters with %s ones that look like them; type it again", word, where, other))
		}
	}
	if styled := styledLetter(text); styled != "" {
		wrong = append(wrong, fmt.Sprintf("%s holds the character %q, which is another way to write %q; type it plainly", where, styled, norm.NFKC.String(styled)))
	}
	if unseen := cmp.Or(blankLetter.FindString(text), unseenMark(text)); unseen != "" {
		wrong = append(wrong, fmt.Sprintf("%s holds the character %+q, which nobody sees; remove it", where, unseen))
	}
	return wrong
}

// unseenMark is what nobody sees beside a Latin letter: what joins or parts the letters
// of other scripts, and chooses between the shapes of a sign. "" if there is none.
func unseenMark(text string) string {
	last := ' '
	for at, r := range text {
		if unseenMarks(r) && (unicode.Is(unicode.Latin, last) || beginsLatin(text[at+utf8.RuneLen(r):])) {
			return string(r)
		}
		last = r
	}
	return ""
}

func unseenMarks(r rune) bool {
	return r == '\u034f' || r == '\u200c' || r == '\u200d' || unicode.Is(unicode.Variation_Selector, r)
}

func beginsLatin(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.Is(unicode.Latin, r)
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

// wholly is the other alphabet that all letters of a word are of; "" if there is none, or
// only one letter, which may be a unit.
func wholly(word string) string {
	if utf8.RuneCountInString(word) < len("ab") {
		return ""
	}
	for _, a := range alphabets {
		if strings.IndexFunc(word, func(r rune) bool { return !unicode.Is(a.letters, r) && !unicode.IsMark(r) }) < 0 {
			return a.name
		}
	}
	return ""
}

// LooksAlike reports whether a text is not what it looks like: see [checkLetters].
func LooksAlike(text string) bool { return len(unlike(text, "")) > 0 }
