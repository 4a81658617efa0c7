package questionnaires_test

import (
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/questionnaires"
)

// BenchmarkCover is what the first screen waits for, in each language.
func BenchmarkCover(b *testing.B) {
	for _, language := range []string{"en", "es"} {
		b.Run(language, func(b *testing.B) {
			for b.Loop() {
				if language == questionnaires.Language {
					folder.ReadCover(questionnaires.Maternal())
				} else {
					translation.Cover(questionnaires.Maternal(), language)
				}
			}
		})
	}
}
