package prove

import (
	"fmt"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// saidToNobody are the promises that are made to nobody, and what of an order is
// about nobody.
func (e *everybody) saidToNobody() []string {
	var all []string
	found := func(at questionnaire.Position) { all = append(all, fmt.Sprintf("%s empty-promise", at)) }
	for _, p := range e.q.Promises {
		if p.If != nil && !e.any(func(i int) bool { return holds(e.q, e.person(i), p.If) }) {
			found(p.If.At)
		}
	}
	_, named, _ := e.named()
	for _, order := range e.q.Orders {
		i := order.Question.Index
		if !e.any(func(p int) bool { return e.people[p].asked[i] }) {
			found(order.At)
			continue
		}
		for j, rank := range order.Ranks {
			for _, g := range rank {
				if !e.said(order, j, g) {
					found(g.At)
				}
			}
			if j > 0 && !slices.ContainsFunc(slices.Concat(order.Ranks[j-1], rank), func(g questionnaire.Grade) bool {
				return g.Kind != questionnaire.GradeAnswer || order.Question.Answers[g.Place].Unknown || named[order.Question.ID+" "+g.ID]
			}) {
				found(rank[0].At)
			}
		}
	}
	return all
}

func (e *everybody) person(i int) questionnaire.Person {
	var who questionnaire.Person
	for j, question := range e.q.Questions {
		who.Answers = append(who.Answers, questionnaire.Given{Question: question, Reply: e.reply(i, j)})
	}
	return who
}

// said reports whether some reply holds what an order ranks there.
func (e *everybody) said(order *questionnaire.Order, rank int, g questionnaire.Grade) bool {
	only := *order
	only.Ranks = [][]questionnaire.Grade{nil, {g}}
	for _, graver := range order.Ranks[:rank] {
		only.Ranks[0] = append(only.Ranks[0], graver...)
	}
	if g.Kind != questionnaire.GradeMedicines {
		only.Ranks[0] = nil
	}
	for _, r := range e.replies[order.Question.Index] {
		parts := []questionnaire.Reply{r}
		for _, a := range r.Answers {
			parts = append(parts, questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{a}})
		}
		for _, t := range r.Taken {
			parts = append(parts, questionnaire.Reply{Kind: questionnaire.Definite, Taken: []questionnaire.Taken{t}})
		}
		if slices.ContainsFunc(parts, func(part questionnaire.Reply) bool { return rankOf(&only, part, part) == 1 }) {
			return true
		}
	}
	return false
}
