package translation

import (
	"fmt"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// List is the work list of a language, in the form of its file: what is missing
// and what is outdated, or everything. Only with everything does "to" say what the
// file says: nothing that waits counts as done because nobody touched it.
func List(q *questionnaire.Questionnaire, t *questionnaire.Translation, everything bool) []byte {
	waiting := map[string]Waiting{}
	for _, w := range Work(q, t) {
		waiting[w.Text.Key()] = w
	}
	var entries []Entry
	for _, text := range Task(q, t) {
		w, waits := waiting[text.Key()]
		switch {
		case waits && w.Missing():
			entries = append(entries, Entry{Text: text})
		case waits:
			entries = append(entries, Entry{Text: text, Comment: fmt.Sprintf("The original has changed. It was:\n%s\nAnd the translation of that:\n%s", indented(w.Entry.From), indented(w.Entry.To))})
		case everything && t.Entry(text.Key()) != nil:
			entries = append(entries, Entry{Text: text, To: t.Entry(text.Key()).To})
		}
	}
	return Write(t.Language, entries)
}

func indented(text string) string { return "  " + strings.ReplaceAll(text, "\n", "\n  ") }
