package content

import (
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkBannedWords finds words that shame, judge, promise, diagnose, persuade
// or that only clinicians use. The lists are in
// language/*/banned.yaml. Words in her own mouth ("I am bipolar") are hers.
func checkBannedWords(r *report) {
	// A language that the program does not know says so itself; its texts are held
	// against the words of all that it knows, but for those that only clinicians use:
	// such a word of one language is the everyday word of another ("gravidez").
	files := r.everyLanguage(language.Banned, "")
	if r.language != nil {
		files = files[:1]
	}
	for _, p := range r.passages {
		for _, h := range searchAll(files, "banned-word", p, r.names, r.language) {
			if r.language == nil && h.entry.group == "jargon" {
				continue
			}
			r.add(bannedWord, questionnaire.Error, p, "%q in %v %s (%s)", h.words, p, h.entry.says, h.entry.group)
		}
	}
}
