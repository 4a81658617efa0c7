package content

import (
	"fmt"
	"slices"
	"time"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkReviewed counts the texts that no licensed clinician has read (rule 6), and looks
// at who is said to have read the others.
func checkReviewed(r *report, asOf time.Time) {
	unread := 0
	for _, e := range r.q.Education {
		if r.checkReviews(e.Subject(), e.Reviewed, e.Lapsed, e.Mark(), asOf) == 0 {
			unread++
		}
		for _, review := range e.Reviewed {
			if !e.Checked.IsZero() && review.On.Year() >= firstYear && days(review.On, e.Checked) > 0 {
				r.addOf(falseReview, questionnaire.Warning, e.Subject(), review.At, "%v was reviewed on %s, before its sources were read on %s; let it be read again, with what they say now", e.Subject(), review.On.Format(time.DateOnly), e.Checked.Format(time.DateOnly))
			}
		}
	}
	if unread > 0 {
		r.addOf(unreviewed, questionnaire.Note, r.q.Subject(), r.q.At, "%d of %d education texts have been reviewed by no clinician; ask one, then write reviewed: with name, profession, licence, day, and the mark of what was read", unread, len(r.q.Education))
	}
}

// firstYear is that of the first texts: nobody can have read one of them before.
const firstYear = 2026

// checkReviews holds that somebody can have read these words, and that one can ask who
// gave the licence. Without the mark of the words a review would be repeated of whatever
// stands there later; such a one counts nowhere. It tells how many count.
func (r *report) checkReviews(of questionnaire.Subject, held, lapsed []questionnaire.Review, mark string, asOf time.Time) int {
	counts := 0
	var known []string
	for i, review := range append(held[:len(held):len(held)], lapsed...) {
		c := clinicianOf(review.By)
		name, licence := "name "+c.name, "licence "+c.licence.key
		wrong := ""
		switch on := review.On.Format(time.DateOnly); {
		case c.wrong(review.On) != "":
			wrong = fmt.Sprintf("by %q, %s", review.By, c.wrong(review.On))
		case days(review.On, asOf) < 0:
			wrong = "on " + on + ", which is still to come; write the day on which it was read"
		case review.On.Year() < firstYear:
			wrong = "on " + on + ", before any of these texts was written; write the day on which it was read"
		case slices.Contains(known, name):
			wrong = fmt.Sprintf("by %q twice; leave only the last review of each clinician", review.By)
		case slices.Contains(known, licence):
			wrong = fmt.Sprintf("twice with one licence, the second time by %q; a licence is one person's, so leave only her last review", review.By)
		case i < len(held):
			counts++
		}
		known = append(known, name, licence)
		if wrong != "" {
			r.addOf(falseReview, questionnaire.Error, of, review.At, "%v was reviewed %s", of, wrong)
		}
	}
	for _, review := range lapsed {
		r.addOf(falseReview, questionnaire.Warning, of, review.At, "the review of %v is not of these words, and counts no more; let them be read again, then write seen: %s", of, mark)
	}
	return counts
}
