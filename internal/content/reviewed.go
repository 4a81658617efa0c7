package content

import (
	"regexp"
	"time"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkReviewed counts the texts that no licensed clinician has read (rule 6), and looks
// at who is said to have read the others.
func checkReviewed(r *report, asOf time.Time) {
	unread := 0
	for _, e := range r.q.Education {
		if len(e.Reviewed) == 0 {
			unread++
		}
		r.checkReviews(e.Subject(), e.Reviewed, e.Lapsed, e.Mark(), asOf)
	}
	if unread > 0 {
		r.addOf(unreviewed, questionnaire.Note, r.q.Subject(), r.q.At, "%d of %d education texts have been reviewed by no clinician; ask one, then write reviewed: with name, profession, licence, day, and the mark of what was read", unread, len(r.q.Education))
	}
}

// licensed is a name, and behind it a profession with the number of a licence.
var licensed = regexp.MustCompile(`^[^,]*\pL[^,]*,.*\pL.*[0-9]`)

// checkReviews holds that somebody can have read these words, and that one can ask who
// gave the licence. Without the mark of the words a review would be repeated of whatever
// stands there later; such a one counts nowhere.
func (r *report) checkReviews(of questionnaire.Subject, held, lapsed []questionnaire.Review, mark string, asOf time.Time) {
	for _, review := range append(held[:len(held):len(held)], lapsed...) {
		if !licensed.MatchString(review.By) {
			r.addOf(falseReview, questionnaire.Error, of, review.At, "%v was reviewed by %q, without a profession and a licence; write all three, as in \"A. Nurse, RN 12345\"", of, review.By)
		}
		if days(review.On, asOf) < 0 {
			r.addOf(falseReview, questionnaire.Error, of, review.At, "%v was reviewed on %s, which is still to come; write the day on which it was read", of, review.On.Format(time.DateOnly))
		}
	}
	for _, review := range lapsed {
		r.addOf(falseReview, questionnaire.Warning, of, review.At, "the review of %v is not of these words, and counts no more; let them be read again, then write seen: %s", of, mark)
	}
}
