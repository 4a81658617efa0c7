package prove

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
)

// sampleScenarios puts the people of the scenarios beside those drawn at random.
// Their author made them up for the rules and promises that chance hardly finds
// anybody for.
func (c *checking) sampleScenarios() {
	// Many people say the same to all other questions.
	type other struct {
		question *questionnaire.Question
		others   string
	}
	known := map[other]questionnaire.Reply{}
	for some := range slices.Chunk(c.q.Scenarios, 64) {
		s := make(sample, len(c.kids))
		for lane, one := range some {
			others := strings.Join(one.Person.Others, " ")
			for i, question := range c.q.Questions {
				key := other{question, others}
				reply, seen := known[key]
				if !seen {
					reply, _ = scenario.ReplyOf(questionnaire.Person{Others: one.Person.Others}, question)
					known[key] = reply
				}
				for _, given := range one.Person.Answers {
					if given.Question == question {
						reply = given.Reply
					}
				}
				lanes := uint64(1) << lane
				if lane == len(some)-1 {
					lanes = ^uint64(0) << lane // no lane is left to somebody who says nothing at all: there is nobody like her
				}
				s.answer(c.anybody.free[i], reply, lanes)
			}
		}
		s.work(c.formula, 1)
		c.sight.samples = append(c.sight.samples, s)
		c.sight.scenarios = append(c.sight.scenarios, s)
	}
}

// answer lets those of these lanes say something. Who says nothing declines.
func (s sample) answer(r *reply, said questionnaire.Reply, lanes uint64) {
	set := func(l lit) { s[l.node()] |= lanes }
	if said.Kind != questionnaire.Definite {
		set(r.open)
		if said.Kind == questionnaire.Unsure {
			set(r.which)
		}
		return
	}
	if said.RestUnsure {
		set(r.doubts)
	}
	for _, a := range said.Answers {
		set(r.chosen[a][0])
	}
	for i, t := range said.Taken {
		kind, before := r.shape.spotOf(t).kind, 0
		for _, o := range said.Taken[:i] {
			before += btoi(r.shape.spotOf(o).kind == kind)
		}
		if before < len(r.chosen[kind]) {
			set(r.chosen[kind][before])
		}
	}
}
