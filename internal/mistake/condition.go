package mistake

import (
	"fmt"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// condition makes the mistakes of a condition that stands in one place. What is
// called by where it is in it: "1.2" is the second part of the first part.
func (b *builder) condition(id string, rule *questionnaire.Rule, c *questionnaire.Condition, whole func(*questionnaire.Questionnaire) *questionnaire.Condition) {
	if c != nil {
		b.conditionAt(place{id: id, rule: rule, find: whole}, c)
	}
}

// place is where a part of a condition stands.
type place struct {
	id   string // of the whole: "rule milk"
	rule *questionnaire.Rule
	at   string // "1.2"; empty for the whole
	not  bool   // it is what a "not" turns, and was turned with it
	find func(*questionnaire.Questionnaire) *questionnaire.Condition
}

func (p place) name() string {
	if p.at == "" {
		return "condition"
	}
	return "part " + p.at
}

func (p place) part(i int) string {
	if p.at == "" {
		return fmt.Sprint(i + 1)
	}
	return fmt.Sprintf("%s.%d", p.at, i+1)
}

func (b *builder) conditionAt(p place, c *questionnaire.Condition) {
	add := func(kind Kind, what string, change func(*questionnaire.Condition)) {
		b.add(kind, p.id+", "+what, c.At, p.rule, func(q *questionnaire.Questionnaire) { change(p.find(q)) })
	}
	if !p.not {
		add(ConditionTurned, p.name()+" negated", turn)
	}
	if c.Named != nil {
		return // a word that stands for a condition; that has its own mistakes
	}
	if len(c.Parts) > 1 {
		switch c.Op {
		case questionnaire.Any:
			add(AnyMadeAll, p.name()+", any made all", func(c *questionnaire.Condition) { c.Op = questionnaire.All })
		case questionnaire.All:
			add(AllMadeAny, p.name()+", all made any", func(c *questionnaire.Condition) { c.Op = questionnaire.Any })
		}
	}
	for i, part := range c.Parts {
		inner := place{p.id, p.rule, p.part(i), c.Op == questionnaire.Not, func(q *questionnaire.Questionnaire) *questionnaire.Condition { return p.find(q).Parts[i] }}
		if c.Op == questionnaire.Not {
			inner.at = p.at // the reader writes it as one: "not"
		}
		if len(c.Parts) > 1 {
			add(PartDropped, "part "+inner.at+" dropped", func(c *questionnaire.Condition) { c.Parts = slices.Delete(c.Parts, i, i+1) })
		}
		b.conditionAt(inner, part)
	}
	if c.Atom != nil {
		b.atom(p, c, add)
	}
}

// turn says the opposite. A condition is changed in place, so that whoever uses it
// by its name sees the change.
func turn(c *questionnaire.Condition) {
	if c.Op == questionnaire.Not {
		*c = *c.Parts[0]
		return
	}
	inner := *c
	*c = questionnaire.Condition{Op: questionnaire.Not, Parts: []*questionnaire.Condition{&inner}, At: c.At}
}

// atom drops one of the answers, classes or states that count.
func (b *builder) atom(p place, c *questionnaire.Condition, add func(Kind, string, func(*questionnaire.Condition))) {
	if len(c.Atom.Of) > max(1, c.Atom.AtLeast) {
		for i, of := range c.Atom.Of {
			add(AnswerDropped, p.name()+" without "+of, func(c *questionnaire.Condition) { c.Atom = without(b.q.Formulary, c.Atom, i) })
		}
	}
	counted := 0
	for _, counts := range c.Atom.WantState {
		if counts {
			counted++
		}
	}
	if counted < 2 {
		return
	}
	for i, counts := range c.Atom.WantState {
		if counts {
			add(AnswerDropped, p.name()+" without "+c.Atom.Question.States[i].ID, func(c *questionnaire.Condition) {
				less := *c.Atom
				less.WantState = slices.Clone(less.WantState)
				less.WantState[i] = false
				c.Atom = &less
			})
		}
	}
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
		case !t.Question.TakesMedicines():
			less.Want[slices.IndexFunc(t.Question.Answers, func(a *questionnaire.Answer) bool { return a.ID == of })] = true
		case of == questionnaire.None:
			less.WantNone = true
		case of == questionnaire.Unlisted:
			less.WantUnlisted = true
		case f.Class(of) != nil:
			class := f.Class(of)
			for _, m := range f.Medicines {
				less.Want[m.Index] = less.Want[m.Index] || m.In(class)
			}
		default:
			less.Want[f.ByGeneric(of).Index] = true
		}
	}
	if t.Question.TakesMedicines() {
		less.May = f.MayCount(less.Want)
	}
	return &less
}
