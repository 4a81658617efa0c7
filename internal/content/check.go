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
		checkDose,
		checkStopMedicine,
		checkNearMedicine,
		checkBannedWords,
		checkReadability,
		checkHardWords,
		checkLengths,
		checkTelephoneNumbers,
		checkRefusedNumbers,
		checkVanityNumbers,
		checkAddresses,
		checkRegions,
		checkSources,
		checkReviewed,
	} {
		check(r)
	}
	checkLanguage(r, q.LanguageAt)
	checkAge(r, asOf)
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
	moved    *moved             // nil: the texts stand where they were written
}

func newReport(q *questionnaire.Questionnaire) *report {
	l, _ := language.Of(q.Language)
	return &report{q: q, passages: passages(q), names: newNames(q), language: l}
}

func (r *report) add(check *questionnaire.Check, severity questionnaire.Severity, at questionnaire.Position, format string, args ...any) {
	if r.moved != nil && !at.InTranslation() {
		to, translated := r.moved.nouns[at]
		if !translated {
			return
		}
		at = to
	}
	r.findings = append(r.findings, questionnaire.Finding{Check: check, Severity: severity, At: at, Message: fmt.Sprintf(format, args...)})
}
