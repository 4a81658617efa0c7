package mistake

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Mistake is one that can be made in a questionnaire.
type Mistake struct {
	ID   string // "rule milk, urgency lowered", "ask-when baby, part 1.2 negated"; each only once
	Kind Kind
	At   questionnaire.Position
	// Rule is the one in which it is made; nil where it is made elsewhere.
	Rule *questionnaire.Rule

	change func(*questionnaire.Questionnaire)
}

// In is the questionnaire with the mistake in it. It must be the one of which
// [All] was asked, which stays as it is.
func (m Mistake) In(q *questionnaire.Questionnaire) *questionnaire.Questionnaire {
	wrong := q.Copy()
	m.change(wrong)
	return wrong
}

// Kind is a kind of mistake, in words: "urgency lowered".
type Kind string

// The kinds. Those of the first group change whom somebody is sent to, for certain
// or possibly, and how soon; those of the second which of several she sees, and in
// which sequence; those of the third which texts she is offered; those of the last
// what she reads.
const (
	RuleRemoved     Kind = "rule removed"
	ConditionTurned Kind = "condition negated"
	UrgencyLowered  Kind = "urgency lowered"
	AnyMadeAll      Kind = "any made all"
	AllMadeAny      Kind = "all made any"
	PartDropped     Kind = "part of a condition dropped"
	AnswerDropped   Kind = "answer of a condition dropped"
	NeedDropped     Kind = "need dropped"
	InterruptLost   Kind = "interrupt lost"

	AlternativeDropped    Kind = "alternative dropped"
	AlternativesExchanged Kind = "alternatives exchanged"
	WeightLowered         Kind = "weight lowered"
	ExistsChanged         Kind = "exists-when changed"
	OrderTurned           Kind = "order turned"

	ConcernsDropped Kind = "concerns dropped"

	NumberChanged Kind = "digit of a number changed"
	BracesLost    Kind = "braces lost"
)

// Kinds are all of them, in groups.
func Kinds() []Kind { return slices.Concat(Reach(), Plan(), Offers(), Words()) }

// Reach are the kinds that change who is reached, and how soon.
func Reach() []Kind {
	return []Kind{RuleRemoved, ConditionTurned, UrgencyLowered, AnyMadeAll, AllMadeAny, PartDropped, AnswerDropped, NeedDropped, InterruptLost}
}

// Plan are the kinds that change which of several people she sees, and in which
// sequence.
func Plan() []Kind {
	return []Kind{AlternativeDropped, AlternativesExchanged, WeightLowered, ExistsChanged, OrderTurned}
}

// Offers are the kinds that change which texts she is offered.
func Offers() []Kind { return []Kind{ConcernsDropped} }

// Words are the kinds that change what she reads.
func Words() []Kind { return []Kind{NumberChanged, BracesLost} }

// All makes every mistake that a questionnaire has room for, in the order of its
// rules, questions, conditions, clinicians, texts to read, orders, help lines and texts.
func All(q *questionnaire.Questionnaire) []Mistake {
	b := &builder{q: q}
	for _, r := range q.Rules {
		b.rule(r)
	}
	for i, question := range q.Questions {
		b.condition("ask-when "+question.ID, nil, question.AskWhen, func(q *questionnaire.Questionnaire) *questionnaire.Condition { return q.Questions[i].AskWhen })
	}
	for i, n := range q.Conditions {
		b.condition("condition "+n.ID, nil, n.When, func(q *questionnaire.Questionnaire) *questionnaire.Condition { return q.Conditions[i].When })
	}
	for i, who := range q.Clinicians {
		if who.ExistsWhen == nil {
			continue
		}
		b.add(ExistsChanged, "exists-when "+who.ID+", dropped", who.ExistsWhen.At, nil, func(q *questionnaire.Questionnaire) { q.Clinicians[i].ExistsWhen = nil })
		first := len(b.all)
		b.condition("exists-when "+who.ID, nil, who.ExistsWhen, func(q *questionnaire.Questionnaire) *questionnaire.Condition { return q.Clinicians[i].ExistsWhen })
		for j := range b.all[first:] {
			b.all[first+j].Kind = ExistsChanged // whatever is done to it, whom she reaches does not hang on it
		}
	}
	for i, e := range q.Education {
		if e.Concerns != nil {
			b.add(ConcernsDropped, "concerns "+e.ID+", dropped", e.Concerns.At, nil, func(q *questionnaire.Questionnaire) { q.Education[i].Concerns = nil })
		}
	}
	b.orders()
	b.numbers()
	b.braces()
	return b.all
}

// builder collects mistakes.
type builder struct {
	q   *questionnaire.Questionnaire
	all []Mistake
}

// add is called for every kind of mistake; written out in each place, it would double
// the package.
//
//go:noinline
func (b *builder) add(kind Kind, id string, at questionnaire.Position, rule *questionnaire.Rule, change func(*questionnaire.Questionnaire)) {
	b.all = append(b.all, Mistake{ID: id, Kind: kind, At: at, Rule: rule, change: change})
}
