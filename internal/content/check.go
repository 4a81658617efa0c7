package content

import (
	"fmt"
	"time"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Check reads every text of the questionnaire and reports, sorted, what must
// not ship, what should be fixed and what nobody has reviewed. It looks at no
// clock: asOf is the day on which the age of texts and help lines is judged.
func Check(q *questionnaire.Questionnaire, asOf time.Time) []questionnaire.Finding {
	r := newReport(q)
	for _, check := range []func(*report){
		checkLetters,
		checkDrafts,
		checkFirst,
		checkUnsaid,
		checkDose,
		checkStopMedicine,
		checkNearMedicine,
		checkBannedWords,
		checkLikeness,
		checkReadability,
		checkHardWords,
		checkLengths,
		checkHeard,
		checkTelephoneNumbers,
		checkSpokenNumbers,
		checkRefusedNumbers,
		checkVanityNumbers,
		checkAddresses,
		checkRegions,
		checkNumberForms,
		checkSameNumbers,
		checkReach,
		checkOneRecord,
		checkSources,
		checkOutsideLists,
	} {
		check(r)
	}
	checkLanguage(r, q.LanguageAt)
	checkReviewed(r, asOf)
	checkAge(r, asOf)
	checkListAge(r, asOf)
	questionnaire.SortFindings(r.findings)
	return r.findings
}

// report is what every check reads and where it puts what it found.
type report struct {
	q        *questionnaire.Questionnaire
	passages []passage
	names    names
	findings []questionnaire.Finding
	language *language.Language // nil: the program does not know it
	// places are those of the translated nouns in the translation that is checked;
	// nil where an original is.
	places map[questionnaire.Subject]questionnaire.Position
}

func newReport(q *questionnaire.Questionnaire) *report {
	l, _ := language.Of(q.Language)
	return &report{q: q, passages: passages(q), names: newNames(q), language: l}
}

// add reports what is wrong with a text. It is written in thirty places: copied into
// each, it would make the program larger and no faster.
//
//go:noinline
func (r *report) add(check *questionnaire.Check, severity questionnaire.Severity, p passage, format string, args ...any) {
	r.addOf(check, severity, p.Of, p.at, format, args...)
}

// addOf reports what is wrong with a noun as a whole. In a translation it is said
// where that first speaks of the noun, and of what it leaves in the original's
// words, nothing.
func (r *report) addOf(check *questionnaire.Check, severity questionnaire.Severity, about questionnaire.Subject, at questionnaire.Position, format string, args ...any) {
	if r.places != nil && !at.InTranslation() {
		to, translated := r.places[about]
		if !translated {
			return
		}
		at = to
	}
	r.findings = append(r.findings, questionnaire.Finding{Check: check, Severity: severity, About: about, At: at, Message: fmt.Sprintf(format, args...)})
}
