package wording

import (
	"regexp"
	"strings"
)

var numberInText = regexp.MustCompile(`\+?[0-9](?:[0-9 -]*[0-9])?`)

// Spoken spells the telephone numbers within a text; shorter numbers, such as
// "press 2", stay as they are.
func Spoken(text string) string {
	return numberInText.ReplaceAllStringFunc(text, func(number string) string {
		if spelled := Digits(number); len(spelled) > len("1 2") {
			return spelled
		}
		return number
	})
}

// Digits spells a telephone number digit by digit, because a screen reader else
// says "eight hundred and eight".
func Digits(number string) string {
	var spoken []string
	for _, c := range number {
		if c != ' ' && c != '-' {
			spoken = append(spoken, string(c))
		}
	}
	return strings.Join(spoken, " ")
}
