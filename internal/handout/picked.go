package handout

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// On paper nobody computes with three values. So a condition is turned into
// plain statements about what was ticked, in one of two readings: it may be yes
// (whoever fills the paper in goes to that question), or it is yes for certain.

// statement is a condition as a reader can check it: a leaf, or several joined.
type statement struct {
	all   bool // every part; else at least one of them
	parts []statement
	leaf  *picked
}

// picked is a statement about the answers to one question.
type picked struct {
	question *questionnaire.Question
	// none turns it around: none of these was chosen, which is so as well where
	// the question was not asked at all.
	none     bool
	of       []bool // by answer; of a medicines question by the author's words
	notSure  bool   // holds for "not sure"
	declined bool   // holds for "prefer not to say"

	test *questionnaire.Test // set for what is counted, or about medicines
}

// mayBe is when a condition is yes or unknown.
func mayBe(c *questionnaire.Condition) statement { return state(c, true).simpler() }

// mustBe is when it is yes for certain.
func mustBe(c *questionnaire.Condition) statement { return state(c, false).simpler() }

func state(c *questionnaire.Condition, may bool) statement {
	switch {
	case c == nil:
		return statement{all: true}
	case c.Op == questionnaire.Atom:
		return atom(c.Atom, may)
	case c.Op == questionnaire.Not:
		return state(c.Parts[0], !may).opposite()
	}
	s := statement{all: c.Op == questionnaire.All}
	for _, part := range c.Parts {
		s.add(state(part, may))
	}
	return s.single()
}

func atom(t *questionnaire.Test, may bool) statement {
	p := &picked{question: t.Question, notSure: may || t.WantNotSure, declined: may || t.WantPreferNotToSay}
	if t.Question.TakesMedicines() || t.AtLeast > 1 {
		p.test = t
	}
	if t.Question.TakesMedicines() {
		return statement{leaf: p}
	}
	p.of = t.Want
	own := unknowns(t.Question)
	if !p.notSure || !slices.Contains(own, true) {
		return statement{leaf: p}
	}
	either := statement{parts: []statement{{leaf: p}}}
	either.add(inOwnWords(t, own, may))
	return either.single()
}

// inOwnWords is when somebody is not sure in the author's own words, as the engine
// takes it: "not sure" where those words stand alone, and "not sure about the rest"
// beside a definite answer. The rest is never "not sure" for certain, and can only
// be wanted where enough of what is wanted may stand beside others.
func inOwnWords(t *questionnaire.Test, own []bool, may bool) statement {
	said := statement{leaf: &picked{question: t.Question, of: own}}
	if t.Question.TakesOne() || may && restMayBe(t) {
		return said
	}
	definite := combine(own, own, func(unknown, _ bool) bool { return !unknown })
	if !slices.Contains(definite, true) {
		return said
	}
	alone := picked{question: t.Question, none: true, of: definite, notSure: true, declined: true}
	return statement{all: true, parts: []statement{said, {leaf: &alone}}}
}

// restMayBe tells whether the rest of what somebody chose may be what is wanted.
func restMayBe(t *questionnaire.Test) bool {
	beside := 0
	for i, want := range t.Want {
		if want && !t.Question.Answers[i].Exclusive {
			beside++
		}
	}
	return beside >= t.AtLeast || t.WantNotSure || t.WantPreferNotToSay
}

// unknowns are an author's own answers that mean "I do not know".
func unknowns(q *questionnaire.Question) []bool {
	all := make([]bool, len(q.Answers))
	for i, a := range q.Answers {
		all[i] = a.Unknown
	}
	return all
}

// add joins a part, and says of one question once what can be said once.
func (s *statement) add(part statement) {
	if part.leaf == nil && part.all == s.all {
		for _, inner := range part.parts {
			s.add(inner)
		}
		return
	}
	if part.leaf != nil {
		for i, other := range s.parts {
			if other.leaf == nil || other.leaf.question != part.leaf.question {
				continue
			}
			join := eitherOf
			if s.all {
				join = both
			}
			if joined, ok := join(*other.leaf, *part.leaf); ok {
				s.parts[i].leaf = &joined
				return
			}
		}
	}
	s.parts = append(s.parts, part)
}

// single is the statement without a level that joins only one part.
func (s statement) single() statement {
	if s.leaf == nil && len(s.parts) == 1 {
		return s.parts[0]
	}
	return s
}

func (s statement) opposite() statement {
	if s.leaf != nil {
		p := *s.leaf
		p.none, p.notSure, p.declined = !p.none, !p.notSure, !p.declined
		return statement{leaf: &p}
	}
	turned := statement{all: !s.all}
	for _, part := range s.parts {
		turned.add(part.opposite())
	}
	return turned.single()
}

// both is the statement that says what two say, where one can.
func both(a, b picked) (picked, bool) {
	if a.test != nil || b.test != nil {
		return a, false
	}
	if a.none && !b.none {
		a, b = b, a
	}
	p := picked{question: a.question, notSure: a.notSure && b.notSure, declined: a.declined && b.declined}
	one := a.question.TakesOne()
	switch {
	case a.none: // both are
		p.none, p.of = true, combine(a.of, b.of, func(x, y bool) bool { return x || y })
	case b.none && (one || !slices.Contains(b.of, true)):
		p.of = combine(a.of, b.of, func(x, y bool) bool { return x && !y })
	case !b.none && (one || slices.Equal(a.of, b.of)):
		p.of = combine(a.of, b.of, func(x, y bool) bool { return x && y })
	default:
		return a, false
	}
	return p, true
}

// either is the statement that holds where one of two does, where one can say it.
func either(a, b picked) (picked, bool) {
	if a.test != nil || b.test != nil || a.none != b.none {
		return a, false
	}
	p := picked{question: a.question, none: a.none, notSure: a.notSure || b.notSure, declined: a.declined || b.declined}
	switch {
	case !a.none:
		p.of = combine(a.of, b.of, func(x, y bool) bool { return x || y })
	case a.question.TakesOne() || slices.Equal(a.of, b.of):
		p.of = combine(a.of, b.of, func(x, y bool) bool { return x && y })
	default:
		return a, false
	}
	return p, true
}

// mostKinds is how many kinds of medicine one statement names: more than that is
// no longer read, and at last no longer fits on a page.
const mostKinds = 12

// eitherMedicine is either for two lists of medicines.
func eitherMedicine(a, b picked) (picked, bool) {
	if a.test == nil || b.test == nil || a.none || b.none || a.test.AtLeast > 1 || b.test.AtLeast > 1 ||
		a.notSure != b.notSure || a.declined != b.declined || !slices.Equal(a.test.WantState, b.test.WantState) || len(a.test.Of)+len(b.test.Of) > mostKinds {
		return a, false
	}
	test := *a.test
	test.Of = slices.Clone(test.Of)
	for _, word := range b.test.Of {
		if !slices.Contains(test.Of, word) {
			test.Of = append(test.Of, word)
		}
	}
	a.test = &test
	return a, true
}

// eitherOf is either, of medicines too.
func eitherOf(a, b picked) (picked, bool) {
	if joined, ok := either(a, b); ok {
		return joined, ok
	}
	return eitherMedicine(a, b)
}

func combine(a, b []bool, with func(x, y bool) bool) []bool {
	c := make([]bool, len(a))
	for i := range a {
		c[i] = with(a[i], b[i])
	}
	return c
}

// about are the questions that a statement looks at.
func (s statement) about(yield func(*picked)) {
	if s.leaf != nil {
		yield(s.leaf)
	}
	for _, part := range s.parts {
		part.about(yield)
	}
}

// equal reports whether two statements say the same in the same words.
func (s statement) equal(other statement) bool {
	if s.all != other.all || len(s.parts) != len(other.parts) || (s.leaf == nil) != (other.leaf == nil) {
		return false
	}
	if s.leaf != nil {
		a, b := s.leaf, other.leaf
		return a.question == b.question && a.none == b.none && slices.Equal(a.of, b.of) && a.notSure == b.notSure && a.declined == b.declined && sameTest(a.test, b.test)
	}
	return slices.EqualFunc(s.parts, other.parts, statement.equal)
}

// sameTest reports whether two authors' tests of medicines, or of how many were
// chosen, are written in the same words.
func sameTest(a, b *questionnaire.Test) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.AtLeast == b.AtLeast && slices.Equal(a.Of, b.Of) && slices.Equal(a.WantState, b.WantState)
}
