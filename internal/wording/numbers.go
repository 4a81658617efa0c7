package wording

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var numberInText = regexp.MustCompile(`\+?[0-9](?:[0-9 -]*[0-9])?`)

// aDay is a date in numbers, inWords one in words: both are said as they stand.
var (
	aDay    = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	inWords = regexp.MustCompile(`[0-9]{1,2} (?:de )?\p{L}{3,} (?:de )?(?:19|20)[0-9]{2}\b`)
)

// Spoken spells the telephone numbers within a text. Shorter numbers, such as
// "press 2", stay as they are, and so do dates and what goes on in letters: the
// name of a line can be 1-833-TLC-MAMA, and its number in letters 1-800-944-4PPD.
func Spoken(text string) string { return spelled(text, Digits) }

// SpokenOf spells only these of the numbers within a text, for sentences in which another
// number may be a year or a count.
func SpokenOf(text string, numbers []string) string {
	return spelled(text, func(number string) string {
		if slices.Contains(numbers, number) {
			return Digits(number)
		}
		return number
	})
}

// Pairs spells them two digits at a time, with commas between: for somebody who
// writes a number down.
func Pairs(text string) string { return spelled(text, pairs) }

func spelled(text string, spell func(number string) string) string {
	var b strings.Builder
	at := 0
	days := inWords.FindAllStringIndex(text, -1)
	for _, m := range numberInText.FindAllStringIndex(text, -1) {
		number := text[m[0]:m[1]]
		b.WriteString(text[at:m[0]])
		at = m[1]
		ofADay := slices.ContainsFunc(days, func(day []int) bool { return day[0] <= m[0] && m[1] <= day[1] })
		if len(Digits(number)) > len("1 2") && !ofADay && !aDay.MatchString(number) && !goesOn(text[at:]) {
			number = spell(number)
		}
		b.WriteString(number)
	}
	return b.String() + text[at:]
}

// goesOn reports whether letters follow that belong to the number, or that make it
// a part of a web address, such as 112.ie.
func goesOn(after string) bool {
	after = strings.TrimPrefix(strings.TrimPrefix(after, "-"), ".")
	r, _ := utf8.DecodeRuneInString(after)
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

// pairs are the digits of a number two by two; three of them one by one.
func pairs(number string) string {
	digits := strings.Fields(Digits(number))
	size := 2
	if len(digits) == 3 {
		size = 1
	}
	var all []string
	for pair := range slices.Chunk(digits, size) {
		all = append(all, strings.Join(pair, " "))
	}
	return strings.Join(all, ", ")
}
