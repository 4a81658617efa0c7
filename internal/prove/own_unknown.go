package prove

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ask-first/askfirst/internal/language"
)

// checkOwnUnknown finds an author's own "I do not know" that does not say so: it
// counts as a definite answer, and whoever gives it is told what "no" is told. What
// means that is what is understood so of somebody who types it.
func checkOwnUnknown(c *checking) {
	l, ok := language.Of(c.q.Language)
	if !ok {
		return
	}
	var unsure []string
	for _, form := range language.Forms(l.Typed().Unsure) {
		unsure = append(unsure, bare(form))
	}
	for _, question := range c.q.Questions {
		for _, answer := range question.Answers {
			if !answer.Unknown && slices.Contains(unsure, bare(answer.Label)) {
				c.add(unknownIsSafer, question.Subject(), answer.At, nil, "answer %q of %q means that she does not know, and counts as a definite answer; write unknown: true, or leave it out: \"not sure\" stands beneath every question",
					answer.ID, question.ID)
			}
		}
	}
}

// bare is a text as it is told from another: its letters, with single spaces between.
func bare(text string) string {
	return strings.Join(strings.FieldsFunc(language.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) }), " ")
}
