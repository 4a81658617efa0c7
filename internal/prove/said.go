package prove

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// saidOf is a sentence in her voice: of an answer, of a medicine's state, or of
// medicines whose state is not known.
func saidOf(question *questionnaire.Question, p questionnaire.Passage) (heard, bool) {
	if p.Key != "said" {
		return heard{}, false
	}
	_, id, _ := strings.Cut(p.Of.Part, "/")
	is := func(a *questionnaire.Answer) bool { return a.ID == id }
	switch {
	case p.Of.Part == "":
		return saidOfMedicines(question, questionnaire.UnsureState), true
	case strings.HasPrefix(p.Of.Part, "state/"):
		return saidOfMedicines(question, slices.IndexFunc(question.States, is)), true
	}
	return saidOfAnswer(question, slices.IndexFunc(question.Answers, is)), true
}

// saidOfAnswer is said by whoever gave the answer where a certain rule rests on
// it.
func saidOfAnswer(question *questionnaire.Question, place int) heard {
	gave := &questionnaire.Test{Question: question, AtLeast: 1, Want: make([]bool, len(question.Answers))}
	gave.Want[place] = true
	said := question.Answers[place].Said
	return heard{
		to: func(c *checking) lit {
			var ways []lit
			for _, r := range c.q.Rules {
				ways = append(ways, c.rests(r.When, question, place, c.anybody.truth(r.When).must, false)...)
			}
			return c.f().and(c.anybody.isAsked(question.Index), c.gives(question, place), c.f().or(ways...))
		},
		only: [][]*questionnaire.Condition{{{Op: questionnaire.Atom, Atom: gave}}},
		hears: func(s screening.State) bool {
			return canSay(s, func(f screening.Fact) bool { return f.Text() == said })
		},
		mend: sayTheAnswer,
	}
}

func (c *checking) gives(question *questionnaire.Question, place int) lit {
	r := c.anybody.reply(question.Index)
	for k, kind := range r.shape.kinds {
		if slices.Contains(kind.answers, place) {
			return c.f().and(r.open.not(), r.chosen[k][0])
		}
	}
	return no
}

// rests are the ways in which a condition rests on an answer, for whoever is in
// scope: what screening says of a rule's because, in this package's own words.
// Under a not it is the other way round.
func (c *checking) rests(when *questionnaire.Condition, question *questionnaire.Question, place int, scope lit, not bool) []lit {
	if when == nil || scope == no {
		return nil
	}
	switch when.Op {
	case questionnaire.Not:
		return c.rests(when.Parts[0], question, place, scope, !not)
	case questionnaire.Atom:
		if when.Atom.Question != question {
			return nil
		}
		return []lit{c.f().and(scope, c.counts(when.Atom, place, not))}
	}
	var all []lit
	for _, part := range when.Parts {
		inScope := scope
		// One part is enough: those that are as the whole is.
		if one := (when.Op == questionnaire.Any) != not; one {
			holds := c.anybody.truth(part).must
			if not {
				holds = c.anybody.truth(part).may.not()
			}
			inScope = c.f().and(scope, holds)
		}
		all = append(all, c.rests(part, question, place, inScope, not)...)
	}
	return all
}

// counts is true when the answer, if she gave it, is part of what an atom rests
// on.
func (c *checking) counts(t *questionnaire.Test, place int, not bool) lit {
	switch r := c.anybody.reply(t.Question.Index); {
	case not || t.Want[place]:
		return yes
	case t.Question.Answers[place].Unknown:
		return r.count(c.f(), t, screening.Yes).not()
	}
	return no
}

// saidOfMedicines is said by whoever told of a medicine in the state. A page
// shows all that she told of them, whatever rests on it.
func saidOfMedicines(question *questionnaire.Question, state int) heard {
	says := func(f screening.Fact) bool {
		if state == questionnaire.UnsureState {
			return f.Question == question && f.Answer == nil
		}
		return f.Answer == question.States[state]
	}
	asItIs := func(kind kind) bool {
		return len(question.States) == 0 || slices.Contains(kind.states, state)
	}
	return heard{
		to: func(c *checking) lit {
			r := c.anybody.reply(question.Index)
			var some []lit
			for k, kind := range r.shape.kinds {
				if asItIs(kind) {
					some = append(some, r.chosen[k]...)
				}
			}
			return c.f().and(c.anybody.isAsked(question.Index), r.open.not(), c.f().or(some...))
		},
		hears: func(s screening.State) bool { return slices.ContainsFunc(s.Medicines(), says) },
		makes: func(c *checking, who *questionnaire.Person) { c.inState(who, question, state) },
		mend:  sayTheAnswer,
	}
}

// inState puts the person's medicines into a state, those for which it makes no
// difference, and gives what the list does not know a name.
func (c *checking) inState(who *questionnaire.Person, question *questionnaire.Question, state int) {
	s := &c.shapes[question.Index]
	for _, given := range who.Answers {
		if given.Question != question {
			continue
		}
		for i, t := range given.Reply.Taken {
			if len(question.States) > 0 && waysToCount(s.tests, t.Medicine, t.State) == waysToCount(s.tests, t.Medicine, state) {
				t.State = state
			}
			if t.Medicine == questionnaire.UnlistedMedicine {
				t.Typed = questionnaire.NewTyped("something")
			}
			given.Reply.Taken[i] = t
		}
	}
}

// canSay tells whether one of the facts that she can say in a step is such.
func canSay(s screening.State, is func(screening.Fact) bool) bool {
	return slices.ContainsFunc(s.Plan(nil).Steps, func(step screening.Step) bool {
		words := step.Words()
		return slices.ContainsFunc(slices.Concat(words.Facts, words.MoreFacts), is)
	})
}
