package content

import "github.com/ask-first/askfirst/internal/questionnaire"

// checkBannedWords finds words that shame, judge, promise, diagnose, persuade
// or that only clinicians use. The lists of the content style are in
// words/banned.yaml, those for Spanish in words/banned-es.yaml. Words in her own
// mouth ("I am bipolar") are hers.
func checkBannedWords(r *report) {
	words := bannedWords()
	if r.in("es") {
		words = bannedWordsSpanish()
	}
	for _, p := range r.passages {
		for _, h := range words.search(p, r.names) {
			r.add(bannedWord, questionnaire.Error, p.at, "%q in %v %s (%s)", h.words, p, h.entry.says, h.entry.group)
		}
	}
}
