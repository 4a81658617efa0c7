package scenario

import (
	"fmt"
	"slices"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// RunTyped is Run for somebody who reads the questionnaire's own language: she
// does not know our list of medicines, but types each by name. Under every name
// that it has in this language, with its accents and without, she must be offered
// what the scenario says that she takes.
func RunTyped(q *questionnaire.Questionnaire, index *finder.Index, s *questionnaire.Scenario) Result {
	var lost []Failure
	for _, given := range s.Person.Answers {
		for _, taken := range given.Reply.Taken {
			if taken.Medicine == questionnaire.UnlistedMedicine {
				continue
			}
			for _, typed := range NotFound(index, q.Formulary.Medicines[taken.Medicine]) {
				lost = append(lost, Failure{given.At, fmt.Sprintf("typing %q, she is not offered %s", typed, q.Formulary.Medicines[taken.Medicine].Generic)})
			}
		}
	}
	r := Run(q, s)
	r.Failures = append(r.Failures, lost...)
	return r
}

// NotFound lists the ways to type a medicine's names under which nobody is offered
// that medicine.
func NotFound(index *finder.Index, m *questionnaire.Medicine) []string {
	var lost []string
	for _, name := range m.Names() {
		for _, typed := range []string{name, WithoutAccents(name)} {
			offered := slices.ContainsFunc(index.Settle(typed), func(match finder.Match) bool {
				return match.Medicine == m && match.Exact
			})
			if !offered && !slices.Contains(lost, typed) {
				lost = append(lost, typed)
			}
		}
	}
	return lost
}

// WithoutAccents is a word as it is typed in haste, or on a keyboard that has no
// accents.
func WithoutAccents(word string) string {
	bare, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), word)
	if err != nil {
		return word
	}
	return bare
}
