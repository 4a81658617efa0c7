package handout

import (
	"slices"
	"strconv"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// What a clinician may ask of a paper before she trusts it: who answers for it, who
// has read it, and until when. Where nobody has said so, the paper says that.

// made is who made the texts, where to write to them, and who paid.
func (s Source) made() string {
	r, maker := &s.Words.Handout.Receipt, s.Questionnaire.Maker
	by, where := r.MadeByNobody, r.WriteNowhere
	if maker.By != "" {
		by = wording.Fill(r.MadeBy, "who", maker.By)
	}
	if maker.WriteTo != "" {
		where = wording.Fill(r.WriteTo, "where", maker.WriteTo)
	}
	said := by + " " + where
	if maker.PaidBy != "" {
		said += " " + wording.Fill(r.PaidBy, "who", maker.PaidBy)
	}
	return said
}

// readAgain is when the texts are to be looked at again.
func (s Source) readAgain() string {
	r, on := &s.Words.Handout.Receipt, s.Questionnaire.Maker.ReadAgain
	if on.IsZero() {
		return r.ReadAgainNever
	}
	return wording.Fill(r.ReadAgain, "on", page.Day(s.Words, on))
}

// reviewers are who has read how many of the texts, and on which day at last.
func (s Source) reviewers() []string {
	var order []string
	texts, last := map[string]int{}, map[string]questionnaire.Review{}
	for _, e := range s.Questionnaire.Education {
		for _, review := range e.Reviewed {
			if !slices.Contains(order, review.By) {
				order = append(order, review.By)
			}
			texts[review.By]++
			if review.On.After(last[review.By].On) {
				last[review.By] = review
			}
		}
	}
	var all []string
	for _, by := range order {
		all = append(all, wording.Fill(s.Words.Handout.Receipt.Reviewer,
			"by", by, "n", strconv.Itoa(texts[by]), "all", strconv.Itoa(len(s.Questionnaire.Education)), "on", page.Day(s.Words, last[by].On)))
	}
	return all
}
