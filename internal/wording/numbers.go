package wording

import (
	"regexp"
	"strings"

	"github.com/charmbracelet/x/ansi"
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

const (
	gluedSpace  = "\u00a0"
	gluedHyphen = "\u2011"
)

var (
	glue   = strings.NewReplacer(" ", gluedSpace, "-", gluedHyphen)
	unglue = strings.NewReplacer(gluedSpace, " ", gluedHyphen, "-")
)

// Wrap breaks text into lines of at most this width, in columns. A word that is
// wider is broken, because nothing may be cut off. A telephone number is one
// word: half a number is none.
func Wrap(text string, width int) []string {
	glued := numberInText.ReplaceAllStringFunc(text, glue.Replace)
	return strings.Split(unglue.Replace(ansi.Wrap(glued, width, "")), "\n")
}
