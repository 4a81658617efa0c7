package content

import "github.com/ask-first/askfirst/internal/questionnaire"

// checkDose finds amounts, days and times, plans and products (rule 3). The
// words are in words/dose.yaml, English and Spanish. Stories are searched too:
// an amount in an example is an amount.
func checkDose(r *report) {
	for _, p := range r.passages {
		for _, h := range doseWords().search(p, r.names) {
			severity := questionnaire.Error
			if p.key == "story" {
				severity = h.entry.stories
			}
			r.add(doseGiven, severity, p.at, "%q in %v %s", h.words, p, h.entry.says)
		}
	}
}
