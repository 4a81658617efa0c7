package questionnaires_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/translation"
)

// TestNobodyAsksTheSameThingTwice goes through the cards of every person of the
// scenarios: no question is one that another question of the card asks whole, with a
// few words more. Read out, the second sounds as if the first had not been heard.
func TestNobodyAsksTheSameThingTwice(t *testing.T) {
	for whole, part := range map[string]string{
		"Look at my list, with a baby and milk in mind?": "Look at my list, with milk in mind?",
		"What do we watch for, from today?":              "What do we watch for?",
		"¿Qué vigilamos, desde hoy?":                     "¿Qué vigilamos?",
	} {
		if !asksAllOf(whole, part) || asksAllOf(part, whole) {
			t.Fatalf("%q asks all of %q", whole, part)
		}
	}
	mother := maternal(t)
	all := map[string]*questionnaire.Questionnaire{"en": mother}
	for language, tr := range translations(t) {
		all[language] = translation.Of(mother, tr)
	}
	for language, q := range all {
		cards := 0
		for _, s := range q.Scenarios {
			for _, step := range scenario.Run(q, s).Plan.Steps {
				cards++
				words := step.Words()
				asked := slices.Concat(words.Requests, words.MoreRequests)
				for i, whole := range asked {
					for j, part := range asked {
						if i != j && asksAllOf(whole.Text, part.Text) {
							t.Errorf("%s, %s: %q asks all of %q", language, s.ID, whole.Text, part.Text)
						}
					}
				}
			}
		}
		if cards < 100 {
			t.Errorf("%s: only %d cards were looked at", language, cards)
		}
	}
}

// asksAllOf says whether the words of part stand in whole, in their order.
func asksAllOf(whole, part string) bool {
	words := func(text string) []string {
		return strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
	}
	rest := words(part)
	for _, word := range words(whole) {
		if len(rest) > 0 && word == rest[0] {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}
