package prove

import (
	"fmt"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// unthoughtOf are the answers that no condition names in the author's words, beside
// the one that stands for nothing. That nothing tells them apart is tried with
// everybody: else it would be another finding.
func (e *everybody) unthoughtOf() []string {
	q := e.q
	read, _, asked := e.named()
	settled := map[string]bool{} // an author said what they are worth
	for _, p := range q.Promises {
		p.If.Atoms(func(c *questionnaire.Condition) {
			for _, word := range c.Atom.Of {
				settled[c.Atom.Question.ID+" "+word] = true
			}
		})
	}
	for _, order := range q.Orders {
		for _, rank := range order.Ranks {
			for _, g := range rank {
				settled[order.Question.ID+" "+g.ID] = true
			}
		}
	}
	var all []string
	for i, question := range q.Questions {
		var left []int
		nothing, last := -1, -1 // the answer that stands alone; the last one that is settled
		for a, answer := range question.Answers {
			name := question.ID + " " + answer.ID
			switch {
			case answer.Exclusive && nothing < 0:
				nothing = a
				fallthrough
			default:
				if !read[name] && !settled[name] && !answer.Unknown {
					left = append(left, a)
				} else if !read[name] && !answer.Unknown {
					last = a
				}
			}
		}
		if nothing < 0 {
			nothing = last
		}
		if nothing < 0 && len(left) > 0 {
			nothing = left[len(left)-1]
		}
		for _, a := range left[min(1, len(left)):] {
			if asked[question] && e.toldApart(i, left[0], a) {
				all = append(all, fmt.Sprintf("%q and %q are told apart", question.Answers[left[0]].ID, question.Answers[a].ID))
			}
		}
		left = slices.DeleteFunc(left, func(a int) bool { return a == nothing })
		if len(left) == 0 || !asked[question] {
			continue
		}
		first := left[0]
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

// named are the answers that a condition reads in the author's words, those that a
// promise names too, and the questions at which a rule or another question looks.
func (e *everybody) named() (read, answers map[string]bool, questions map[*questionnaire.Question]bool) {
	read, answers, questions = map[string]bool{}, map[string]bool{}, map[*questionnaire.Question]bool{}
	promised := false
	name := func(when *questionnaire.Condition, looks bool) {
		when.Atoms(func(c *questionnaire.Condition) {
			questions[c.Atom.Question] = questions[c.Atom.Question] || looks
			for _, word := range c.Atom.Of {
				answers[c.Atom.Question.ID+" "+word] = true
				if !promised {
					read[c.Atom.Question.ID+" "+word] = true
				}
			}
		})
	}
	for _, x := range e.q.Questions {
		name(x.AskWhen, true)
	}
	for _, r := range e.q.Rules {
		name(r.When, true)
		for _, ask := range r.Ask {
			name(ask.When, false)
		}
	}
	for _, who := range e.q.Clinicians {
		name(who.ExistsWhen, false)
	}
	promised = true
	for _, p := range e.q.Promises {
		name(p.If, false)
	}
	return read, answers, questions
}
