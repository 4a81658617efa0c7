package content

import (
	"slices"
	"time"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
)

// CheckTranslation reads what a questionnaire says in another language, and
// reports in the translation's file what [Check] would report of an original.
// What is the same in every language, such as sources and numbers of help lines,
// and what is not translated yet are left to others.
func CheckTranslation(q *questionnaire.Questionnaire, t *questionnaire.Translation, asOf time.Time) []questionnaire.Finding {
	said := translation.Of(q, t)
	r := newReport(said)
	texts := translated(q, said, t)
	r.places = map[questionnaire.Subject]questionnaire.Position{}
	r.passages = slices.DeleteFunc(r.passages, func(p passage) bool { return texts[p.Name()].entry == nil && !p.at.InTranslation() })
	for i, p := range r.passages {
		text, translated := texts[p.Name()]
		if !translated {
			continue
		}
		r.passages[i].at, r.passages[i].Of = text.entry.At, text.of
		if _, known := r.places[text.of]; !known {
			r.places[text.of] = text.entry.At
		}
	}
	for _, check := range []func(*report){
		checkLetters, checkDrafts, checkDose, checkStopMedicine, checkNearMedicine, checkBannedWords, checkLikeness, checkGlossary, checkReadability, checkHardWords, checkLengths, checkHeard,
		checkTelephoneNumbers, checkRefusedNumbers, checkVanityNumbers, checkAddresses,
	} {
		check(r)
	}
	checkLanguage(r, t.LanguageAt)
	r.places = nil // what follows is of the translation as a whole
	r.checkReviews(questionnaire.Subject{Kind: "translation", ID: t.Language}, t.Reviewed, t.Lapsed, t.Mark(), asOf)
	questionnaire.SortFindings(r.findings)
	return slices.CompactFunc(r.findings, func(a, b questionnaire.Finding) bool { return a.At == b.At && a.Message == b.Message })
}

// retold is what an entry says in place of an original text, and of which noun.
type retold struct {
	entry *questionnaire.Translated
	of    questionnaire.Subject
}

// translated are the entries whose words stand in the questionnaire in place of
// the original ones, by the names that their texts have there. The two lists of texts
// are of the same length and order; a medicine's name can be another in each. An
// entry that repeats its original says nothing that was not checked there.
func translated(q, said *questionnaire.Questionnaire, t *questionnaire.Translation) map[string]retold {
	originals := translatable(q)
	texts := map[string]retold{}
	for i, p := range translatable(said) {
		original := originals[i].One()
		if e := t.Entry(original.Key()); e != nil && e.To != "" && p.One().Text != original.Text {
			texts[p.Name()] = retold{e, originals[i].Of}
		}
	}
	return texts
}

func translatable(q *questionnaire.Questionnaire) []questionnaire.Passage {
	return slices.Collect(func(yield func(questionnaire.Passage) bool) {
		for p := range q.Passages() {
			if p.Use.Translated && p.One().Text != "" && !yield(p) {
				return
			}
		}
	})
}
