package content

import (
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkBannedWords finds words that shame, judge, promise, diagnose, persuade
// or that only clinicians use. The lists of the content style are in
// language/*/banned.yaml. Words in her own mouth ("I am bipolar") are hers.
func checkBannedWords(r *report) {
	if r.language == nil {
		return
	}
	words := wordsOf(r.language, language.Banned, "")
	for _, p := range r.passages {
		for _, h := range words.search(p, r.names) {
			r.add("banned-word", questionnaire.Error, p.at, "%q in %v %s (%s)", h.words, p, h.entry.says, h.entry.group)
		}
	}
}
