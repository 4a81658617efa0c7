package language

import (
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Form is one of the forms of a text that a number can ask for, as the Unicode
// CLDR calls them.
type Form string

// The forms. Every language has the last.
const (
	Zero  Form = "zero"
	One   Form = "one"
	Two   Form = "two"
	Few   Form = "few"
	Many  Form = "many"
	Other Form = "other"
)

var forms = map[plural.Form]Form{plural.Zero: Zero, plural.One: One, plural.Two: Two, plural.Few: Few, plural.Many: Many}

// FormOf is the form that a number of things asks for, by the rules of CLDR. They
// are there for every language, also for those that the program knows no words of.
func FormOf(tag string, n int) Form {
	if form, ok := forms[plural.Cardinal.MatchPlural(language.Make(tag), n, 0, 0, 0, 0)]; ok {
		return form
	}
	return Other
}
