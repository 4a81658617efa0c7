package prove

import (
	"fmt"
	"maps"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// unthoughtOf are the answers that no condition names in the author's words, where
// a question has more than one. That nothing tells them apart is tried with
// everybody: else it would be another finding.
func (e *everybody) unthoughtOf() []string {
	q := e.q
	named, looks := map[string]bool{}, map[*questionnaire.Question]bool{}
	name := func(when *questionnaire.Condition) {
		when.Atoms(func(c *questionnaire.Condition) {
			looks[c.Atom.Question] = true
			for _, word := range c.Atom.Of {
				named[c.Atom.Question.ID+" "+word] = true
			}
		})
	}
	for _, x := range q.Questions {
		name(x.AskWhen)
	}
	for _, p := range q.Promises {
		name(p.If)
	}
	for _, r := range q.Rules {
		name(r.When)
	}
	asked := maps.Clone(looks)
	for _, who := range q.Clinicians {
		name(who.ExistsWhen)
	}
	for _, r := range q.Rules {
		for _, ask := range r.Ask {
			name(ask.When)
		}
	}
	for _, order := range q.Orders {
		for _, rank := range order.Ranks {
			for _, g := range rank {
				named[order.Question.ID+" "+g.ID] = true
			}
		}
	}
	var all []string
	for i, question := range q.Questions {
		var left, alone []int
		for a, answer := range question.Answers {
			if named[question.ID+" "+answer.ID] || answer.Unknown {
				continue
			}
			left = append(left, a)
			if answer.Exclusive {
				alone = append(alone, a)
			}
		}
		if len(left) < 2 || !asked[question] {
			continue
		}
		for _, a := range left[1:] {
			if e.toldApart(i, left[0], a) {
				all = append(all, fmt.Sprintf("%q and %q are told apart", question.Answers[left[0]].ID, question.Answers[a].ID))
			}
		}
		first := left[0]
		if slices.Contains(alone, first) {
			first = left[1]
		}
		all = append(all, fmt.Sprintf("%s unknown-answer", question.Answers[first].At))
	}
	return all
}

// toldApart reports whether it makes a difference to anybody which of two answers
// she gives and nothing else.
func (e *everybody) toldApart(question, a, b int) bool {
	only := func(answer int) int {
		return slices.IndexFunc(e.replies[question], func(r questionnaire.Reply) bool {
			return r.Kind == questionnaire.Definite && !r.RestUnsure && slices.Equal(r.Answers, []int{answer})
		})
	}
	one, other := only(a), only(b)
	return e.any(func(p int) bool { return e.which(p, question) == one && e.differ(p, e.instead(p, question, other)) })
}
