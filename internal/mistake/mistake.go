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
// which sequence; those of the third what she is asked on the way, and what stands
// beside a conversation; those of the fourth which texts she is offered; those of the
// last what she reads.
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
	InsteadDropped        Kind = "instead dropped"
	OpenWithChanged       Kind = "open-with changed"
	LineLost              Kind = "line of a clinician lost"

	ShortChanged    Kind = "short changed"
	PrivateLost     Kind = "private lost"
	ExclusiveLost   Kind = "exclusive lost"
	UnknownLost     Kind = "unknown lost"
	TellChanged     Kind = "tell-with-medicines changed"
	AskChanged      Kind = "ask changed"
	LimitLowered    Kind = "limit lowered"
	KindOfLineLost  Kind = "kind of help line lost"
	LineServesFewer Kind = "also of a help line dropped"
	ConcernsDropped Kind = "concerns dropped"
	ConcernsChanged Kind = "concerns changed"
	TextDropped     Kind = "text to read dropped"
	NumberChanged   Kind = "digit of a number changed"
	BracesLost      Kind = "braces lost"
	SentenceLost    Kind = "sentence lost"
	LineDetailLost  Kind = "detail of a help line lost"
)

// Kinds are all of them, in groups.
func Kinds() []Kind { return slices.Concat(Reach(), Plan(), Offers(), Words()) }

// Reach are the kinds that change who is reached, and how soon.
func Reach() []Kind {
	return []Kind{RuleRemoved, ConditionTurned, UrgencyLowered, AnyMadeAll, AllMadeAny, PartDropped, AnswerDropped, NeedDropped, InterruptLost}
}

// Plan are the kinds that change which of several people she sees, and in which
// sequence, and those of [Beside]: of neither can a proof tell that nobody loses
// anything.
func Plan() []Kind {
	people := []Kind{AlternativeDropped, AlternativesExchanged, WeightLowered, ExistsChanged, OrderTurned, InsteadDropped, OpenWithChanged, LineLost}
	return append(people, Beside()...)
}

// Beside are the kinds that change what she is asked on the way, or what stands beside
// a conversation: what she can say there, and whom she can call.
func Beside() []Kind {
	return []Kind{ShortChanged, PrivateLost, ExclusiveLost, UnknownLost, TellChanged, AskChanged, LimitLowered, KindOfLineLost, LineServesFewer}
}

// Offers are the kinds that change which texts she is offered.
func Offers() []Kind { return []Kind{ConcernsDropped, ConcernsChanged, TextDropped} }

// Words are the kinds that change what she reads.
func Words() []Kind { return []Kind{NumberChanged, BracesLost, SentenceLost, LineDetailLost} }

// All makes every mistake that a questionnaire has room for, in the order of its
// rules, questions, conditions, clinicians, texts to read, orders, what the
// questionnaire says of itself, help lines and texts.
func All(q *questionnaire.Questionnaire) []Mistake {
	b := &builder{q: q}
	for _, r := range q.Rules {
		b.rule(r)
	}
	for i, question := range q.Questions {
		b.condition("ask-when "+question.ID, nil, question.AskWhen, func(q *questionnaire.Questionnaire) *questionnaire.Condition { return q.Questions[i].AskWhen })
		b.question(i, question)
	}
	for i, n := range q.Conditions {
		b.condition("condition "+n.ID, nil, n.When, func(q *questionnaire.Questionnaire) *questionnaire.Condition { return q.Conditions[i].When })
	}
	for i, who := range q.Clinicians {
		b.clinician(i, who)
	}
	for i, e := range q.Education {
		if e.Concerns == nil {
			continue
		}
		b.add(ConcernsDropped, "concerns "+e.ID+", dropped", e.Concerns.At, nil, func(q *questionnaire.Questionnaire) { q.Education[i].Concerns = nil })
		b.as(ConcernsChanged, func() {
			b.condition("concerns "+e.ID, nil, e.Concerns, func(q *questionnaire.Questionnaire) *questionnaire.Condition { return q.Education[i].Concerns })
		})
	}
	b.orders()
	b.whole()
	b.lines()
	b.sentences()
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

// as makes mistakes of one kind, whatever is done: those of a condition that decides
// nothing about whom she reaches.
func (b *builder) as(kind Kind, make func()) {
	first := len(b.all)
	make()
	for i := range b.all[first:] {
		b.all[first+i].Kind = kind
	}
}
