package folder

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

func (r *reader) readPhrases(root value) {
	o, _ := root.object(&phrasesKeys)
	r.each(o, "phrases", func(v value) {
		o, _ := v.object(&phraseKeys)
		p := &questionnaire.Phrase{ID: o.id("id"), Never: !o.has("true-when"), TextsMayName: o.flag("texts-may-name"), At: v.at()}
		if !r.claim("phrase", p.ID, o.place("id")) {
			return
		}
		r.q.Phrases = append(r.q.Phrases, p)
		if words, ok := o.fields["words"]; ok {
			r.readWords(p, words, o.name("words"))
		}
		if when, ok := o.fields["true-when"]; ok {
			r.later = append(r.later, func() {
				p.TrueWhen = r.conditionHere(when, p.At.Inherited())
				p.Never = p.TrueWhen == nil // nobody is asked what would make it true
			})
		}
	})
}

// readWords reads a phrase's words, language by language.
func (r *reader) readWords(p *questionnaire.Phrase, v value, what string) {
	before := r.reported
	for key, list := range v.each(what) {
		at := v.with(key).at()
		if !kebab.MatchString(key.Value) {
			r.report(badID, at, "%q cannot be a language; write its short name, such as en", key.Value)
			continue
		}
		words := questionnaire.PhraseWords{Language: key.Value, At: at}
		for _, w := range list.words("the words in " + key.Value) {
			if slices.Contains(words.Words, w.text) {
				r.report(duplicateID, w.at, "%q stands here twice", w.text)
				continue
			}
			words.Words = append(words.Words, w.text)
		}
		if len(words.Words) == 0 && r.reported == before {
			remedy := ", or remove the language"
			if key.Value == r.q.Language { // without these words the phrase would find nothing
				remedy = ""
			}
			list.report(missingKey, "a phrase without words in %s; write at least one%s", key.Value, remedy)
		}
		p.Words = append(p.Words, words)
	}
	if len(p.Words) == 0 && r.reported == before {
		v.report(missingKey, "%s has no language; write en: and a list of words", what)
	}
}
