package prove

import (
	"fmt"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// mutant is the questionnaire with one mistake in it: one that a maintainer can
// make in a line of YAML without the reader seeing it.
type mutant struct {
	id   string // "rule milk, urgency lowered", "ask-when baby, 1.2 negated"
	kind string
	rule *questionnaire.Rule // the one with the mistake; nil where it is an ask-when
	q    func() *questionnaire.Questionnaire
}

// The kinds of mistake.
const (
	ruleRemoved     = "rule removed"
	conditionTurned = "condition negated"
	urgencyLowered  = "urgency lowered"
	anyMadeAll      = "any made all"
	allMadeAny      = "all made any"
	partDropped     = "part of a condition dropped"
	answerDropped   = "answer of a condition dropped"
	clinicianLost   = "clinician dropped"
)

var kindsOfMistake = []string{ruleRemoved, conditionTurned, urgencyLowered, anyMadeAll, allMadeAny, partDropped, answerDropped, clinicianLost}

// fiveKinds are the mistakes by which such a test is usually measured.
var fiveKinds = kindsOfMistake[:5]

// mutants makes every mistake of every kind, one at a time.
func mutants(q *questionnaire.Questionnaire) []mutant {
	var all []mutant
	for _, r := range q.Rules {
		add := func(kind, what string, change func(*questionnaire.Rule)) {
			all = append(all, mutant{"rule " + r.ID + ", " + what, kind, r, func() *questionnaire.Questionnaire {
				return withRule(q, r, change)
			}})
		}
		add(ruleRemoved, "removed", nil)
		if r.Urgency > questionnaire.NextVisit {
			add(urgencyLowered, "urgency lowered", func(r *questionnaire.Rule) {
				r.Urgency--
				r.PossibleUrgency = min(r.PossibleUrgency, r.Urgency)
			})
		}
		if r.PossibleUrgency > questionnaire.NextVisit && r.PossibleUrgency < r.Urgency {
			add(urgencyLowered, "possible-urgency lowered", func(r *questionnaire.Rule) { r.PossibleUrgency-- })
		}
		for i, who := range r.TalkTo {
			if len(r.TalkTo) > 1 {
				add(clinicianLost, "without "+who.ID, func(r *questionnaire.Rule) {
					r.TalkTo = slices.Delete(slices.Clone(r.TalkTo), i, i+1)
					r.Needs = slices.DeleteFunc(slices.Clone(r.Needs), func(n questionnaire.Need) bool { return n.AnyOf[0] == who })
				})
			}
		}
		for _, m := range mistakes(q.Formulary, r.When) {
			add(m.kind, m.what, func(r *questionnaire.Rule) { r.When = m.condition })
		}
	}
	for _, question := range q.Questions {
		for _, m := range mistakes(q.Formulary, question.AskWhen) {
			all = append(all, mutant{"ask-when " + question.ID + ", " + m.what, m.kind, nil, func() *questionnaire.Questionnaire {
				return withAskWhen(q, question, m.condition)
			}})
		}
	}
	return all
}

// withRule is the questionnaire with one rule changed; a nil change removes it.
func withRule(q *questionnaire.Questionnaire, rule *questionnaire.Rule, change func(*questionnaire.Rule)) *questionnaire.Questionnaire {
	with := *q
	with.Rules = nil
	for _, r := range q.Rules {
		changed := *r
		if r == rule {
			if change == nil {
				continue
			}
			change(&changed)
		}
		changed.Index = len(with.Rules)
		with.Rules = append(with.Rules, &changed)
	}
	with.Promises, with.Scenarios = nil, nil
	for _, p := range q.Promises {
		copied := *p
		copied.Then = expectedOf(&with, p.Then)
		with.Promises = append(with.Promises, &copied)
	}
	for _, s := range q.Scenarios {
		copied := *s
		copied.Expect = expectedOf(&with, s.Expect)
		with.Scenarios = append(with.Scenarios, &copied)
	}
	return &with
}

// withAskWhen copies the questions and every condition with them, because an
// atom points to its question.
func withAskWhen(q *questionnaire.Questionnaire, question *questionnaire.Question, condition *questionnaire.Condition) *questionnaire.Questionnaire {
	with := *q
	with.Questions = nil
	for _, x := range q.Questions {
		copied := *x
		with.Questions = append(with.Questions, &copied)
	}
	moved := func(c *questionnaire.Condition) *questionnaire.Condition { return moveTo(with.Questions, c) }
	for _, x := range with.Questions {
		x.AskWhen = moved(x.AskWhen)
	}
	with.Questions[question.Index].AskWhen = moved(condition)
	with.Rules, with.Promises, with.Scenarios = nil, nil, nil
	for _, r := range q.Rules {
		copied := *r
		copied.When = moved(r.When)
		with.Rules = append(with.Rules, &copied)
	}
	for _, p := range q.Promises {
		copied := *p
		copied.If = moved(p.If)
		copied.Then = expectedOf(&with, p.Then)
		with.Promises = append(with.Promises, &copied)
	}
	for _, s := range q.Scenarios {
		copied := *s
		copied.Expect = expectedOf(&with, s.Expect)
		copied.Person.Answers = nil
		for _, given := range s.Person.Answers {
			given.Question = with.Questions[given.Question.Index]
			copied.Person.Answers = append(copied.Person.Answers, given)
		}
		with.Scenarios = append(with.Scenarios, &copied)
	}
	return &with
}

// expectedOf is an expectation that names the same questions and rules of this
// questionnaire.
func expectedOf(q *questionnaire.Questionnaire, e questionnaire.Expectation) questionnaire.Expectation {
	e.Asks, e.DoesNotAsk, e.Interrupts = slices.Clone(e.Asks), slices.Clone(e.DoesNotAsk), slices.Clone(e.Interrupts)
	for _, list := range [][]questionnaire.Expected[questionnaire.Question]{e.Asks, e.DoesNotAsk} {
		for i := range list {
			list[i].Of = q.Questions[list[i].Of.Index]
		}
	}
	for i := range e.Interrupts {
		if rule := q.Rule(e.Interrupts[i].Of.ID); rule != nil {
			e.Interrupts[i].Of = rule
		}
	}
	return e
}

func moveTo(questions []*questionnaire.Question, c *questionnaire.Condition) *questionnaire.Condition {
	if c == nil {
		return nil
	}
	copied := *c
	if c.Atom != nil {
		test := *c.Atom
		test.Question = questions[test.Question.Index]
		copied.Atom = &test
	}
	copied.Parts = nil
	for _, part := range c.Parts {
		copied.Parts = append(copied.Parts, moveTo(questions, part))
	}
	return &copied
}

// mistake is a condition with one in it.
type mistake struct {
	kind, what string
	condition  *questionnaire.Condition
}

// mistakes makes every one that a condition has room for. What is called by its
// place: "1.2" is the second part of the first part of the condition.
func mistakes(f *questionnaire.Formulary, c *questionnaire.Condition) []mistake {
	if c == nil {
		return nil
	}
	return mistakesAt(f, c, "")
}

func mistakesAt(f *questionnaire.Formulary, c *questionnaire.Condition, at string) []mistake {
	name := "condition"
	if at != "" {
		name = "part " + at
	}
	turned := &questionnaire.Condition{Op: questionnaire.Not, Parts: []*questionnaire.Condition{c}, At: c.At}
	if c.Op == questionnaire.Not {
		turned = c.Parts[0]
	}
	all := []mistake{{conditionTurned, name + " negated", turned}}
	with := func(change func(*questionnaire.Condition)) *questionnaire.Condition {
		copied := *c
		copied.Parts = slices.Clone(c.Parts)
		change(&copied)
		return &copied
	}
	if len(c.Parts) > 1 {
		switch c.Op {
		case questionnaire.Any:
			all = append(all, mistake{anyMadeAll, name + ", any made all", with(func(c *questionnaire.Condition) { c.Op = questionnaire.All })})
		case questionnaire.All:
			all = append(all, mistake{allMadeAny, name + ", all made any", with(func(c *questionnaire.Condition) { c.Op = questionnaire.Any })})
		}
	}
	for i, part := range c.Parts {
		place := fmt.Sprint(i + 1)
		if at != "" {
			place = at + "." + place
		}
		if len(c.Parts) > 1 {
			all = append(all, mistake{partDropped, "part " + place + " dropped", with(func(c *questionnaire.Condition) { c.Parts = slices.Delete(c.Parts, i, i+1) })})
		}
		if c.Op == questionnaire.Not {
			place = at // the reader writes it as one: "not"
		}
		for _, m := range mistakesAt(f, part, place) {
			if c.Op == questionnaire.Not && m.kind == conditionTurned {
				continue // as good as the turning of the "not" itself
			}
			all = append(all, mistake{m.kind, m.what, with(func(c *questionnaire.Condition) { c.Parts[i] = m.condition })})
		}
	}
	if c.Atom != nil && len(c.Atom.Of) > max(1, c.Atom.AtLeast) {
		for i, of := range c.Atom.Of {
			all = append(all, mistake{answerDropped, name + " without " + of, with(func(c *questionnaire.Condition) { c.Atom = without(f, c.Atom, i) })})
		}
	}
	return all
}

// without is a test with one of the words after "of" gone.
func without(f *questionnaire.Formulary, t *questionnaire.Test, gone int) *questionnaire.Test {
	less := *t
	less.Of = slices.Delete(slices.Clone(t.Of), gone, gone+1)
	less.Want = make([]bool, len(t.Want))
	less.WantNotSure, less.WantPreferNotToSay, less.WantNone, less.WantUnlisted = false, false, false, false
	for _, of := range less.Of {
		switch {
		case of == questionnaire.NotSure:
			less.WantNotSure = true
		case of == questionnaire.PreferNotToSay:
			less.WantPreferNotToSay = true
		case t.Question.Choose != questionnaire.Medicines:
			less.Want[slices.IndexFunc(t.Question.Answers, func(a *questionnaire.Answer) bool { return a.ID == of })] = true
		case of == questionnaire.None:
			less.WantNone = true
		case of == questionnaire.Unlisted:
			less.WantUnlisted = true
		case f.Class(of) != nil:
			for _, m := range f.Medicines {
				less.Want[m.Index] = less.Want[m.Index] || m.In(f.Class(of))
			}
		default:
			less.Want[f.ByGeneric(of).Index] = true
		}
	}
	return &less
}
