package questionnaires_test

import (
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/questionnaires"
)

// BenchmarkCover is what the first screen waits for, in each language.
func BenchmarkCover(b *testing.B) {
	for _, language := range []string{"en", "es"} {
		b.Run(language, func(b *testing.B) {
			for b.Loop() {
				if language == questionnaires.Language {
					questionnaire.ReadCover(questionnaires.Maternal())
				} else {
					questionnaire.ReadCoverIn(questionnaires.Maternal(), language)
				}
			}
		})
	}
}
