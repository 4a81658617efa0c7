package questionnaires_test

import (
	"math/rand/v2"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// somebody is a person: her reply to every question, asked or not. A reply to a
// question that is not asked does not count.
type somebody []questionnaire.Reply

func (p somebody) state(q *questionnaire.Questionnaire) screening.State {
	s := screening.Start(q)
	for i, reply := range p {
		s = s.Answer(q.Questions[i], reply)
	}
	return s
}

// with is the same person with one other reply.
func (p somebody) with(question *questionnaire.Question, reply questionnaire.Reply) somebody {
	p = slices.Clone(p)
	p[question.Index] = reply
	return p
}

// crowd draws people. Each has a number of her own, so that they are the same on
// every machine and however the work is shared out.
type crowd struct {
	q       *questionnaire.Questionnaire
	members map[*questionnaire.Class][]int // medicines by class
	nothing []questionnaire.Reply          // by question, of somebody with nothing to report
}

func newCrowd(q *questionnaire.Questionnaire) crowd {
	c := crowd{q: q, members: map[*questionnaire.Class][]int{}}
	for _, class := range q.Formulary.Classes {
		for _, m := range q.Formulary.Medicines {
			if m.In(class) {
				c.members[class] = append(c.members[class], m.Index)
			}
		}
	}
	for _, question := range q.Questions {
		c.nothing = append(c.nothing, nothing(question))
	}
	return c
}

// person draws somebody for whom a condition is likely to hold, because somebody
// drawn without aim seldom breaks a promise about a few of many answers. Of the
// rest some people have much to report and some nothing: a clinician who is lost
// for one reason is missed only where there is no other.
func (c crowd) person(random *rand.Rand, likely *questionnaire.Condition) somebody {
	p := make(somebody, len(c.q.Questions))
	quiet := random.IntN(5)
	for i, question := range c.q.Questions {
		if p[i] = c.nothing[i]; random.IntN(4) >= quiet {
			p[i] = c.reply(random, question)
		}
	}
	c.satisfy(random, likely, p)
	return p
}

// satisfy changes replies so that a condition holds, unless it contradicts
// itself or holds a "not", which chance must see to.
func (c crowd) satisfy(random *rand.Rand, condition *questionnaire.Condition, p somebody) {
	switch {
	case condition == nil || condition.Op == questionnaire.Not:
	case condition.Op == questionnaire.Any:
		c.satisfy(random, condition.Parts[random.IntN(len(condition.Parts))], p)
	case condition.Op == questionnaire.All:
		for _, part := range condition.Parts {
			c.satisfy(random, part, p)
		}
	default:
		question := condition.Atom.Question
		p[question.Index] = c.wanted(random, condition.Atom, p[question.Index])
		// An atom over a question that is not asked is "no".
		c.satisfy(random, question.AskWhen, p)
	}
}

// wanted is a reply for which an atom is yes: what was said before and what it
// asks for, as far as both can be given together.
func (c crowd) wanted(random *rand.Rand, test *questionnaire.Test, before questionnaire.Reply) questionnaire.Reply {
	var open []questionnaire.Reply
	if test.WantNotSure {
		open = append(open, questionnaire.Reply{Kind: questionnaire.Unsure})
	}
	if test.WantPreferNotToSay {
		open = append(open, questionnaire.Reply{Kind: questionnaire.Declined})
	}
	var places []int
	for i, want := range test.Want {
		if want {
			places = append(places, i)
		}
	}
	if len(open) > 0 && (len(places) == 0 && !test.WantUnlisted || random.IntN(4) == 0) {
		return open[random.IntN(len(open))]
	}
	random.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
	places = places[:min(len(places), max(1, test.AtLeast))]
	if test.Question.Choose == questionnaire.Medicines {
		if test.WantUnlisted && (len(places) == 0 || random.IntN(4) == 0) {
			places = []int{questionnaire.UnlistedMedicine}
		}
		taken := slices.Clone(before.Taken)
		for _, m := range places {
			taken = slices.DeleteFunc(taken, func(t questionnaire.Taken) bool { return t.Medicine == m })
			taken = append(taken, questionnaire.Taken{Medicine: m, State: c.state(random, test)})
		}
		return questionnaire.Reply{Kind: questionnaire.Definite, Taken: taken}
	}
	if len(places) == 0 {
		return before
	}
	if test.Question.Choose == questionnaire.Many && before.Kind == questionnaire.Definite && random.IntN(2) == 0 {
		places = append(places, before.Answers...)
	}
	return said(test.Question, places)
}

func (c crowd) state(random *rand.Rand, test *questionnaire.Test) int {
	var states []int
	for i := range test.Question.States {
		if test.WantState == nil || test.WantState[i] {
			states = append(states, i)
		}
	}
	if len(states) == 0 {
		return 0
	}
	return states[random.IntN(len(states))]
}

// said is a definite reply of these answers; one that stands alone does.
func said(question *questionnaire.Question, places []int) questionnaire.Reply {
	slices.Sort(places)
	places = slices.Compact(places)
	if alone := slices.IndexFunc(places, func(i int) bool { return question.Answers[i].Exclusive }); alone >= 0 && len(places) > 1 {
		places = slices.Delete(slices.Clone(places), alone, alone+1)
	}
	return questionnaire.Reply{Kind: questionnaire.Definite, Answers: places}
}

// reply draws anything that can be said to a question. One time in eight it is
// left open.
func (c crowd) reply(random *rand.Rand, question *questionnaire.Question) questionnaire.Reply {
	switch random.IntN(16) {
	case 0:
		return questionnaire.Reply{Kind: questionnaire.Unsure}
	case 1:
		return questionnaire.Reply{Kind: questionnaire.Declined}
	}
	switch question.Choose {
	case questionnaire.One:
		return said(question, []int{random.IntN(len(question.Answers))})
	case questionnaire.Many:
		var places []int
		for range 1 + random.IntN(3) {
			places = append(places, random.IntN(len(question.Answers)))
		}
		return said(question, places)
	}
	var taken []questionnaire.Taken
	for range random.IntN(4) {
		// By class first, or the few medicines of a small one would hardly come up.
		medicine := questionnaire.UnlistedMedicine
		if class := c.q.Formulary.Classes[random.IntN(len(c.q.Formulary.Classes))]; len(c.members[class]) > 0 && random.IntN(8) > 0 {
			medicine = c.members[class][random.IntN(len(c.members[class]))]
		}
		if !slices.ContainsFunc(taken, func(t questionnaire.Taken) bool { return t.Medicine == medicine }) {
			taken = append(taken, questionnaire.Taken{Medicine: medicine, State: random.IntN(len(question.States)+1) + questionnaire.UnsureState})
		}
	}
	return questionnaire.Reply{Kind: questionnaire.Definite, Taken: taken}
}

// opened is the same reply with one thing left open: all of it, or the state of
// one medicine.
type opened func(*questionnaire.Question, questionnaire.Reply) (questionnaire.Reply, bool)

// open draws a way of leaving a reply open.
func open(random *rand.Rand, reply questionnaire.Reply) opened {
	way := random.IntN(2 + len(reply.Taken))
	return func(question *questionnaire.Question, reply questionnaire.Reply) (questionnaire.Reply, bool) {
		switch {
		case reply.Kind != questionnaire.Definite:
			return reply, false
		case way == 0:
			return questionnaire.Reply{Kind: questionnaire.Unsure}, true
		case way == 1:
			return questionnaire.Reply{Kind: questionnaire.Declined}, true
		case way-2 >= len(reply.Taken) || len(question.States) == 0:
			return reply, false
		}
		taken := slices.Clone(reply.Taken)
		taken[way-2].State = questionnaire.UnsureState
		return questionnaire.Reply{Kind: questionnaire.Definite, Taken: taken}, true
	}
}
