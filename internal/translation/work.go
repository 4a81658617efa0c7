package translation

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Waiting is a text that waits for a translator: missing (Entry is nil, or says
// nothing), or outdated.
type Waiting struct {
	Text  questionnaire.OneText
	Entry *questionnaire.Translated
}

// Missing reports whether nothing is there yet.
func (w Waiting) Missing() bool { return w.Entry == nil || w.Entry.To == "" }

// Task are the texts of a questionnaire that a translation is for. What was
// taken from the default questionnaire is translated there.
func Task(q *questionnaire.Questionnaire, t *questionnaire.Translation) []questionnaire.OneText {
	return slices.DeleteFunc(q.Texts(), func(text questionnaire.OneText) bool {
		return text.At.Inherited() && t.Entry(text.Key()) == nil
	})
}

// Work lists the texts of a translation's task that it does not say, or does
// not say as they are now.
func Work(q *questionnaire.Questionnaire, t *questionnaire.Translation) []Waiting {
	var all []Waiting
	for _, text := range Task(q, t) {
		if e := t.Entry(text.Key()); !e.Fresh(text) {
			all = append(all, Waiting{text, e})
		}
	}
	return all
}
