package content

import (
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkGlossary finds other words for a thing that a translation has one word for,
// so that she meets one name for one person, place or danger sign, whoever translated.
// The words are in language/*/glossary.yaml. An original has no glossary: whoever
// writes it chooses.
func checkGlossary(r *report) {
	if r.language == nil || !r.language.HasPatterns(language.Glossary) {
		return
	}
	words := wordsOf(r.language, language.Glossary, "")
	for _, p := range r.passages {
		found, _ := words.search("glossary", p, r.names, nil)
		for _, h := range found {
			r.add(otherWord, questionnaire.Error, p, "%q in %v %s", h.words, p, h.entry.says)
		}
	}
}
