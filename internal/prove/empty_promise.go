package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
)

var emptyPromise = questionnaire.Declare("empty-promise", questionnaire.Error, "a promise, order or scenario answer that concerns nobody")

// checkEmptyPromises finds what looks like a safeguard and guards nobody: it could
// not fail, so that it holds shows nothing.
func checkEmptyPromises(c *checking) {
	for _, p := range c.q.Promises {
		if p.If == nil {
			continue
		}
		switch c.any(c.anybody.truth(p.If).must) {
		case undecided:
			c.tooHard(emptyPromise, p.Subject(), p.At, "promise "+p.ID)
		case nobody:
			c.add(emptyPromise, p.Subject(), place(p.If, p.At), nil, "promise %q is made to nobody: its if is yes for no person; change it, or remove the promise", p.ID)
		}
	}
	named := namedAnswers(c.q)
	for _, order := range c.q.Orders {
		c.checkEmptyOrder(order, named[order.Question.Index])
	}
	for i, s := range c.q.Scenarios {
		c.checkSaidToNobody(i, s)
	}
}

// checkEmptyOrder finds an order of a question that nobody is asked, a grade that
// no medicine has, and two neighbouring ranks of answers that no condition names: to
// rank those is to decide nothing.
func (c *checking) checkEmptyOrder(order *questionnaire.Order, named []bool) {
	if !c.asked[order.Question.Index] {
		c.add(emptyPromise, order.Subject(), order.At, nil, "order %q is about a question that nobody is asked; remove it, or ask %q of somebody", order.ID, order.Question.ID)
		return
	}
	o := ordered{checking: c, order: order}
	for i, rank := range order.Ranks {
		for _, g := range rank {
			if len(o.items(i, g)) == 0 {
				c.add(emptyPromise, order.Subject(), g.At, nil, "order %q ranks %q, and there is no medicine that it ranks so; each is of a graver class already, or there is none", order.ID, g.ID)
			}
		}
		if i > 0 && unnamed(order.Question, named, order.Ranks[i-1], rank) {
			c.add(emptyPromise, order.Subject(), rank[0].At, nil, "order %q ranks %q before %q, and no condition names either; write a rule for the graver, or make them one answer",
				order.ID, order.Ranks[i-1][0].ID, rank[0].ID)
		}
	}
}

// unnamed tells whether a condition names no answer of either rank. Two that are
// named may be told the same: then the order keeps the graver from ever getting less.
func unnamed(question *questionnaire.Question, named []bool, rank, next []questionnaire.Grade) bool {
	return !slices.ContainsFunc(slices.Concat(rank, next), func(g questionnaire.Grade) bool {
		return g.Kind != questionnaire.GradeAnswer || question.Answers[g.Place].Unknown || named[g.Place]
	})
}

// checkSaidToNobody finds answers of a scenario's person to questions that she is
// never asked.
func (c *checking) checkSaidToNobody(place int, s *questionnaire.Scenario) {
	if !slices.ContainsFunc(s.Person.Answers, func(given questionnaire.Given) bool { return !c.askedAtSight(place, given.Question) }) {
		return
	}
	state := screening.Start(c.q).Enough()
	for _, question := range c.q.Questions {
		if reply, ok := scenario.ReplyOf(s.Person, question); ok {
			state = state.Answer(question, reply)
		}
	}
	asked := state.Asked()
	for _, given := range s.Person.Answers {
		if !slices.Contains(asked, given.Question) {
			c.add(emptyPromise, s.Subject(), given.At, nil, "scenario %q answers %q, which she is never asked; remove it, or change what comes before it", s.ID, given.Question.ID)
		}
	}
}

// askedAtSight reports that the person of a scenario is asked a question.
func (c *checking) askedAtSight(place int, question *questionnaire.Question) bool {
	if c.sight.off {
		return false
	}
	some, lane := c.sight.scenarios[place/64], place%64
	return some.is(c.anybody.isAsked(question.Index))>>lane&1 == 1
}
