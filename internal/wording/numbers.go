package wording

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var numberInText = regexp.MustCompile(`\+?[0-9](?:[0-9 -]*[0-9])?`)

// aDay is a date, which is said as such.
var aDay = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

// Spoken spells the telephone numbers within a text. Shorter numbers, such as
// "press 2", stay as they are, and so do dates and what goes on in letters: the
// name of a line can be 1-833-TLC-MAMA, and its number in letters 1-800-944-4PPD.
func Spoken(text string) string {
	var b strings.Builder
	at := 0
	for _, m := range numberInText.FindAllStringIndex(text, -1) {
		number := text[m[0]:m[1]]
		b.WriteString(text[at:m[0]])
		at = m[1]
		if spelled := Digits(number); len(spelled) > len("1 2") && !aDay.MatchString(number) && !goesOn(text[at:]) {
			number = spelled
		}
		b.WriteString(number)
	}
	return b.String() + text[at:]
}

// goesOn reports whether letters follow that belong to the number.
func goesOn(after string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(after, "-"))
	return unicode.IsLetter(r)
}

// Digits spells a telephone number digit by digit, because a screen reader
// would otherwise say "eight hundred and eight".
func Digits(number string) string {
	var spoken []string
	for _, c := range number {
		if c != ' ' && c != '-' {
			spoken = append(spoken, string(c))
		}
	}
	return strings.Join(spoken, " ")
}
