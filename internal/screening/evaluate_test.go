package screening

import (
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// FuzzThreeValues reads bytes as a condition over atoms that are no, unknown or
// yes, and holds the logic against ordinary two-valued logic: what comes out yes
// must be true however the unknown ones turn out, and what comes out no, false.
func FuzzThreeValues(f *testing.F) {
	f.Add([]byte("\x00\x01\x02"), uint16(0))
	f.Add([]byte("\x03\x01\x05\x02\x03\x03\x04\x06\x07"), uint16(0b10_01_00_10))
	f.Add([]byte("\x05\x05\x05\x05\x00"), uint16(0xffff))
	f.Fuzz(func(t *testing.T, shape []byte, values uint16) {
		const atoms = 6
		truths := make([]Truth, atoms)
		v := &view{standing: make([]standing, atoms), ask: make([]span, atoms), replies: make([]questionnaire.Reply, atoms)}
		for i := range truths {
			truths[i] = Truth(values >> (2 * i) & 3 % 3)
			v.standing[i], v.ask[i] = answered, settled(Yes)
			v.replies[i] = [...]questionnaire.Reply{
				No:      {Kind: questionnaire.Definite, Answers: []int{1}},
				Unknown: {Kind: questionnaire.Unsure},
				Yes:     {Kind: questionnaire.Definite, Answers: []int{0}},
			}[truths[i]]
		}
		c := build(&shape, atoms, 8)
		got := v.truth(c)
		if not := v.truth(&questionnaire.Condition{Op: questionnaire.Not, Parts: []*questionnaire.Condition{c}}); not != got.Not() || not.Not() != got {
			t.Fatalf("%v, and not of it %v", got, not)
		}
		for world := range 1 << atoms {
			is := func(atom int) bool {
				return truths[atom] == Yes || truths[atom] == Unknown && world&(1<<atom) != 0
			}
			if classical := holds(c, is); got == Yes && !classical || got == No && classical {
				t.Fatalf("%v, but with %b it is %v", got, world, classical)
			}
		}
		// With nothing unknown there is nothing in between.
		for i := range truths {
			if truths[i] == Unknown {
				return
			}
		}
		if got == Unknown {
			t.Fatal("unknown, although everything is known")
		}
	})
}

// build reads a condition: what each byte does to those after it.
func build(shape *[]byte, atoms, depth int) *questionnaire.Condition {
	if len(*shape) == 0 || depth == 0 {
		return atom(0)
	}
	b := (*shape)[0]
	*shape = (*shape)[1:]
	op := questionnaire.Op(b % 4)
	n := int(b/4)%3 + 1
	switch op {
	case questionnaire.Atom:
		return atom(int(b/4) % atoms)
	case questionnaire.Not:
		n = 1
	}
	c := &questionnaire.Condition{Op: op}
	for range n {
		c.Parts = append(c.Parts, build(shape, atoms, depth-1))
	}
	return c
}

func atom(i int) *questionnaire.Condition {
	return &questionnaire.Condition{Op: questionnaire.Atom, Atom: &questionnaire.Test{
		Question: &questionnaire.Question{Index: i, Choose: questionnaire.One, Answers: []*questionnaire.Answer{{}, {}}}, AtLeast: 1, Want: []bool{true, false},
	}}
}

// holds is ordinary logic.
func holds(c *questionnaire.Condition, is func(int) bool) bool {
	switch c.Op {
	case questionnaire.Atom:
		return is(c.Atom.Question.Index)
	case questionnaire.Not:
		return !holds(c.Parts[0], is)
	}
	for _, p := range c.Parts {
		if holds(p, is) == (c.Op == questionnaire.Any) {
			return c.Op == questionnaire.Any
		}
	}
	return c.Op == questionnaire.All
}

// TestAnAnswerThatMayStopCountingIsNotLeanedOn: she answered the second question
// and then changed the first, so that a new one decides whether the second is
// asked at all. Nothing may be certain because of it until that is settled.
func TestAnAnswerThatMayStopCountingIsNotLeanedOn(t *testing.T) {
	question := func(i int) *questionnaire.Question {
		return &questionnaire.Question{Index: i, Answers: []*questionnaire.Answer{{}, {}}}
	}
	about := func(q *questionnaire.Question) *questionnaire.Condition {
		return &questionnaire.Condition{Op: questionnaire.Atom, Atom: &questionnaire.Test{Question: q, AtLeast: 1, Want: []bool{true, false}}}
	}
	decides, decided := question(0), question(1)
	decided.AskWhen = about(decides)
	rule := &questionnaire.Rule{When: about(decided), Interrupt: true, TalkTo: []*questionnaire.Clinician{{}}}
	q := &questionnaire.Questionnaire{Questions: []*questionnaire.Question{decides, decided}, Rules: []*questionnaire.Rule{rule}, Clinicians: rule.TalkTo}
	first := questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{0}}

	s := Start(q).Answer(decided, first)
	if step := s.Next(); len(step.Interrupt) > 0 || step.Question != decides {
		t.Errorf("an interrupt leans on an answer that may stop counting: %v", step)
	}
	if s = s.Answer(decides, first); len(s.Next().Interrupt) != 1 {
		t.Error("no interrupt although the question is asked and answered")
	}
	if s = s.Answer(decides, questionnaire.Reply{Kind: questionnaire.Unsure}); len(s.Next().Interrupt) != 1 {
		t.Error("no interrupt although a question that may matter is asked and answered")
	}
}
