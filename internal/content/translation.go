package content

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
)

// CheckTranslation reads what a questionnaire says in another language, and
// reports in the translation's file what [Check] would report of an original.
// What is the same in every language, such as sources and numbers of help lines,
// and what is not translated yet are left to others.
func CheckTranslation(q *questionnaire.Questionnaire, t *questionnaire.Translation) []questionnaire.Finding {
	said := translation.Of(q, t)
	r := newReport(said)
	r.moved = movedTo(q, said, t)
	r.passages = slices.DeleteFunc(r.passages, func(p passage) bool {
		_, translated := r.moved.of(p.at, string(p.text))
		return !translated && !p.at.InTranslation()
	})
	for i, p := range r.passages {
		if to, moved := r.moved.of(p.at, string(p.text)); moved {
			r.passages[i].at = to
		}
	}
	for _, check := range []func(*report){
		checkLetters, checkDose, checkStopMedicine, checkNearMedicine, checkBannedWords, checkReadability, checkHardWords, checkLengths,
		checkTelephoneNumbers, checkRefusedNumbers, checkVanityNumbers, checkAddresses,
	} {
		check(r)
	}
	checkLanguage(r, t.LanguageAt)
	questionnaire.SortFindings(r.findings)
	return slices.CompactFunc(r.findings, func(a, b questionnaire.Finding) bool { return a.At == b.At && a.Message == b.Message })
}

// moved says where in a translation a text of the questionnaire stands: each text
// by its own place, and what is said of a noun as a whole by the noun's first.
type moved struct {
	texts map[placed]questionnaire.Position
	nouns map[questionnaire.Position]questionnaire.Position
}

type placed struct {
	at   questionnaire.Position
	text string
}

func movedTo(q, said *questionnaire.Questionnaire, t *questionnaire.Translation) *moved {
	m := &moved{map[placed]questionnaire.Position{}, map[questionnaire.Position]questionnaire.Position{}}
	other := said.Texts()
	for i, text := range q.Texts() {
		e := t.Entry(text.Key())
		if e == nil || e.To == "" || other[i].Text == text.Text {
			continue
		}
		m.texts[placed{text.At, other[i].Text}] = e.At
		if _, known := m.nouns[text.At]; !known {
			m.nouns[text.At] = e.At
		}
	}
	return m
}

func (m *moved) of(at questionnaire.Position, text string) (questionnaire.Position, bool) {
	to, ok := m.texts[placed{at, strings.TrimSpace(text)}]
	return to, ok
}

// place is where a text stands in the translation that is checked.
func (r *report) place(at questionnaire.Position, text string) (questionnaire.Position, bool) {
	if r.moved == nil {
		return at, false
	}
	return r.moved.of(at, text)
}
