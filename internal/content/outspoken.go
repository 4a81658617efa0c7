package content

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// wordsOfName parts "CallNineOneOne".
var wordsOfName = regexp.MustCompile(`(\p{Ll})(\p{Lu})`)

// inDigits is how many digits a word says that is made of nothing but their words:
// "nineoneone". 0 if it is not.
func inDigits(word string) int {
	if word == "" {
		return 0
	}
	for digit, is := range digitWords() {
		if rest, ok := strings.CutPrefix(word, digit); ok && len(is) == 1 && (rest == "" || inDigits(rest) > 0) {
			return 1 + inDigits(rest)
		}
	}
	return 0
}

// Speaks reports whether a name, such as one of a folder, gives a dose, an order or a number
// in words, or tells somebody to call: "stop-your-lithium", "nine one one". It
// is read in every language, because nobody says in which one a name is.
func Speaks(name string, q *questionnaire.Questionnaire) bool {
	name = wordsOfName.ReplaceAllString(name, "$1 $2")
	name = strings.Map(func(r rune) rune {
		if isWordRune(r) || unicode.IsMark(r) || r == '\'' {
			return r
		}
		return ' '
	}, name)
	for _, l := range language.All() {
		r := &report{q: q, names: newNames(q), language: l}
		p := passage{Passage: questionnaire.Passage{Key: "title", Words: &name}, text: questionnaire.Text(name)}
		p.paragraphs, p.understood = takeApart(p.text, l)
		r.passages = []passage{p}
		for _, check := range []func(*report){checkDose, checkStopMedicine, checkTelephoneNumbers, checkSpokenNumbers} {
			check(r)
		}
		if len(r.findings) > 0 {
			return true
		}
		for s := range p.each {
			if slices.ContainsFunc(s.tokens, func(t token) bool { return dialed(t.word) || inDigits(t.word) >= shortestLine }) || len(spokenNumbers(s.raw, false)) > 0 || len(spokenNumbers(s.raw, true)) > 0 {
				return true
			}
		}
	}
	return false
}
