package content

import (
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkDose finds amounts, days and times, plans and products (rule 3). The
// words are in language/*/dose.yaml. Stories are searched too: an amount in an
// example is an amount.
func checkDose(r *report) {
	files := r.everyLanguage(language.Dose, "")
	for _, p := range r.passages {
		for _, h := range searchAll(files, "dose", p, r.names, r.language) {
			severity := questionnaire.Error
			if p.key == "story" {
				severity = h.entry.stories
			}
			r.add(doseGiven, severity, p, "%q in %v %s", h.words, p, h.entry.says)
		}
	}
}
