package screening_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/screening"
)

// may is a truth written as the values that it may turn out to have. It is the
// same logic as the engine's, thought of in another way: not as three numbers
// but as everything that could be so, worked out by trying.
type may struct{ no, yes bool }

func (m may) truth() screening.Truth {
	switch m {
	case may{yes: true}:
		return screening.Yes
	case may{no: true}:
		return screening.No
	}
	return screening.Unknown
}

var (
	surely  = may{yes: true}
	never   = may{no: true}
	perhaps = may{no: true, yes: true}
)

func is(b bool) may { return may{no: !b, yes: b} }

// oracle is a second engine: slower, shorter and written from docs/logic.md alone.
// It reads conditions by the words that the author wrote (Test.Of), not by what
// the reader made of them (Test.Want).
type oracle struct {
	q     *questionnaire.Questionnaire
	said  []questionnaire.Reply // NoReply: not answered yet
	asked []bool
}

func newOracle(q *questionnaire.Questionnaire, said []questionnaire.Reply) *oracle {
	o := &oracle{q: q, said: said}
	for _, question := range q.Questions {
		// Those after this one count as not asked, so that looking forward would show.
		o.asked = append(o.asked, o.holds(question.AskWhen).yes)
	}
	return o
}

func (o *oracle) holds(c *questionnaire.Condition) may {
	if c == nil {
		return surely
	}
	switch c.Op {
	case questionnaire.Atom:
		return o.atom(c.Atom)
	case questionnaire.Not:
		part := o.holds(c.Parts[0])
		return may{no: part.yes, yes: part.no}
	}
	// Take one value of each part in every way.
	outcomes := []bool{c.Op == questionnaire.All}
	for _, part := range c.Parts {
		var next []bool
		m := o.holds(part)
		for _, so := range outcomes {
			for _, value := range []bool{false, true} {
				if value && !m.yes || !value && !m.no {
					continue
				}
				if c.Op == questionnaire.All {
					next = append(next, so && value)
				} else {
					next = append(next, so || value)
				}
			}
		}
		outcomes = next
	}
	return may{no: slices.Contains(outcomes, false), yes: slices.Contains(outcomes, true)}
}

func (o *oracle) atom(t *questionnaire.Test) may {
	i := t.Question.Index
	if i >= len(o.asked) || !o.asked[i] {
		return never
	}
	reply := o.said[i]
	switch {
	case reply.Kind == questionnaire.NoReply:
		return perhaps
	case reply.Kind == questionnaire.Unsure && slices.Contains(t.Of, questionnaire.NotSure),
		reply.Kind == questionnaire.Declined && slices.Contains(t.Of, questionnaire.PreferNotToSay):
		return surely
	case reply.Open():
		return perhaps
	}
	// Each thing chosen counts for certain, perhaps, or not at all.
	least, most := 0, 0
	count := func(m may) {
		if m == surely {
			least++
		}
		if m.yes {
			most++
		}
	}
	// "An answer of the author's own that means 'I do not know' is treated as not
	// sure"; beside others it leaves the rest open, as "not sure about the rest" does.
	unclear, clear := false, len(reply.Taken) > 0
	for i, a := range t.Question.Answers {
		if reply.Has(i) {
			unclear, clear = unclear || a.Unknown, clear || !a.Unknown
		}
	}
	open := unclear || reply.RestUnsure
	for i, a := range t.Question.Answers {
		wanted := slices.Contains(t.Of, a.ID)
		switch {
		case reply.Has(i):
			count(is(wanted))
		case wanted && open && !(clear && a.Exclusive): // what stands alone is not among the rest
			count(perhaps)
		}
	}
	if open {
		named := slices.Contains(t.Of, questionnaire.NotSure)
		switch {
		case !clear && named && least < t.AtLeast:
			return surely
		case !clear, named, slices.Contains(t.Of, questionnaire.PreferNotToSay):
			most = t.AtLeast
		case t.Question.TakesMedicines() && !(len(t.Of) == 1 && t.Of[0] == questionnaire.None):
			most = t.AtLeast // any medicine may be among the rest
		}
	}
	for _, taken := range reply.Taken {
		count(o.taken(t, taken))
	}
	if t.Question.TakesMedicines() && len(reply.Taken) == 0 {
		count(is(slices.Contains(t.Of, questionnaire.None)))
	}
	return may{no: least < t.AtLeast, yes: most >= t.AtLeast}
}

func (o *oracle) taken(t *questionnaire.Test, taken questionnaire.Taken) may {
	// A medicine that the list does not know may be any that it does.
	unknown := taken.Medicine == questionnaire.UnlistedMedicine && !slices.Contains(t.Of, questionnaire.Unlisted) &&
		slices.ContainsFunc(t.Of, func(word string) bool {
			return o.q.Formulary.ByGeneric(word) != nil || slices.ContainsFunc(o.q.Formulary.Medicines, func(m *questionnaire.Medicine) bool {
				class := o.q.Formulary.Class(word)
				return class != nil && covers(class, m.Classes)
			})
		})
	named := slices.Contains(t.Of, questionnaire.Unlisted)
	if taken.Medicine != questionnaire.UnlistedMedicine {
		m := o.q.Formulary.Medicines[taken.Medicine]
		named = o.names(t, m)
		// What is one of a kind may be each of those that its list names.
		unknown = !named && slices.ContainsFunc(m.OneOf, func(word string) bool {
			class := o.q.Formulary.Class(word)
			return slices.ContainsFunc(o.q.Formulary.Medicines, func(other *questionnaire.Medicine) bool {
				return len(other.OneOf) == 0 && (other.Generic == word || class != nil && covers(class, other.Classes)) && o.names(t, other)
			})
		})
	}
	switch {
	case !named && !unknown:
		return never
	case unknown && (t.WantState == nil || taken.State != questionnaire.UnsureState && t.WantState[taken.State]):
		return perhaps
	case t.WantState == nil:
		return surely
	case taken.State == questionnaire.UnsureState:
		return perhaps
	}
	return is(t.WantState[taken.State])
}

// names reports whether a test names a medicine of the list, or a class that has it.
func (o *oracle) names(t *questionnaire.Test, m *questionnaire.Medicine) bool {
	return slices.ContainsFunc(t.Of, func(word string) bool {
		class := o.q.Formulary.Class(word)
		return word == m.Generic || class != nil && covers(class, m.Classes)
	})
}

func covers(class *questionnaire.Class, classes []*questionnaire.Class) bool {
	return slices.Contains(classes, class) ||
		slices.ContainsFunc(class.Includes, func(part *questionnaire.Class) bool { return covers(part, classes) })
}

// TestTheEngineAgreesWithANaiveOne on random questionnaires, at each step of a
// screening and at its end.
func TestTheEngineAgreesWithANaiveOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		seen := map[*questionnaire.Rule]bool{}
		walk(t, screening.Start(q), func(s screening.State, step screening.Coming) {
			agree(t, s, step, seen)
			for _, rule := range step.Interrupt {
				seen[rule] = true
			}
		})
	})
}

// agree compares all that the engine says about one state.
func agree(t *rapid.T, s screening.State, step screening.Coming, seen map[*questionnaire.Rule]bool) {
	q := s.Questionnaire()
	var replies []questionnaire.Reply
	for _, question := range q.Questions {
		replies = append(replies, s.Reply(question))
	}
	o := newOracle(q, replies)
	var asked []*questionnaire.Question
	var next *questionnaire.Question
	for i, question := range q.Questions {
		if o.asked[i] {
			asked = append(asked, question)
			if next == nil && replies[i].Kind == questionnaire.NoReply {
				next = question
			}
		}
	}
	if !slices.Equal(s.Asked(), asked) {
		t.Fatalf("asked are %v, want %v", s.Asked(), asked)
	}
	if len(step.Interrupt) == 0 && step.Question != next {
		t.Fatalf("the next question is %v, want %v", step.Question, next)
	}
	outcome := s.Outcome()
	for _, rule := range q.Rules {
		want := o.holds(rule.When).truth()
		if got := truthIn(outcome, rule); got != want {
			t.Fatalf("rule %s is %v, want %v", rule.ID, got, want)
		}
		due := rule.Interrupt && want == screening.Yes && !seen[rule]
		if shown := slices.Contains(step.Interrupt, rule); shown != due {
			t.Fatalf("interrupt %s: shown %v, want %v", rule.ID, shown, due)
		}
	}
}

// TestWhatIsCertainStaysCertain, and what cannot be any more stays so, whatever
// is answered to the questions left: in any state, also one with answers from
// before a change.
func TestWhatIsCertainStaysCertain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		s := someSaid(t, q)
		before, after := s.Outcome(), walk(t, s, nil).Outcome()
		for _, rule := range q.Rules {
			was, is := truthIn(before, rule), truthIn(after, rule)
			if was != screening.Unknown && is != was {
				t.Fatalf("rule %s was %v and is %v", rule.ID, was, is)
			}
		}
	})
}
