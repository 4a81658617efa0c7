package content

import "github.com/ask-first/askfirst/internal/questionnaire"

// checkReviewed counts the texts that no licensed clinician has read (rule 6).
func checkReviewed(r *report) {
	unread := 0
	for _, e := range r.q.Education {
		if len(e.Reviewed) == 0 {
			unread++
		}
	}
	if unread > 0 {
		r.addOf(unreviewed, questionnaire.Note, r.q.Subject(), r.q.At, "%d of %d education texts have been reviewed by no clinician; ask one, then write reviewed: with name, licence and day", unread, len(r.q.Education))
	}
}
