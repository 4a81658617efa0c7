package handout

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/questionnaires"
)

// so tells whether a statement is so for somebody, as she would find who reads
// the paper word by word.
func (s statement) so(reply func(*questionnaire.Question) questionnaire.Reply) bool {
	if s.leaf != nil {
		return s.leaf.so(reply(s.leaf.question))
	}
	for _, part := range s.parts {
		if part.so(reply) != s.all {
			return !s.all
		}
	}
	return s.all
}

func (p *picked) so(r questionnaire.Reply) bool {
	switch r.Kind {
	case questionnaire.NoReply:
		return p.none
	case questionnaire.Unsure:
		return p.notSure
	case questionnaire.Declined:
		return p.declined
	}
	count, least := 0, 1
	if p.test != nil {
		least = p.test.AtLeast
	}
	for i, wanted := range p.of {
		if wanted && r.Has(i) {
			count++
		}
	}
	return (count >= least) != p.none
}

// TestPaperAsksWhatTheScreenAsks holds the words on paper against the engine: for
// everybody the same questions and the same rules, certain and possible.
func TestPaperAsksWhatTheScreenAsks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{})
		s := screening.Start(q)
		for {
			step := s.Next()
			if step.Done() {
				break
			}
			if step.Interrupt != nil {
				s = s.Seen(step.Interrupt)
				continue
			}
			s = s.Answer(step.Question, questionnairetest.DrawReply(t, q, step.Question))
		}
		asked := s.Asked()
		reply := func(question *questionnaire.Question) questionnaire.Reply {
			if slices.Contains(asked, question) {
				return s.Reply(question)
			}
			return questionnaire.Reply{}
		}
		for _, question := range q.Questions {
			if medicines(question.AskWhen) {
				continue // what is written by hand is for a pharmacist to judge
			}
			if got, want := mayBe(question.AskWhen).so(reply), slices.Contains(asked, question); got != want {
				t.Fatalf("question %s: on paper %v, on screen %v", question.ID, got, want)
			}
		}
		for _, rule := range q.Rules {
			if medicines(rule.When) {
				continue
			}
			certain, possible := fires(s.Outcome(), rule)
			if got := mustBe(rule.When).so(reply); got != certain {
				t.Fatalf("rule %s is certain: on paper %v, on screen %v", rule.ID, got, certain)
			}
			if got := mayBe(rule.When).so(reply); got != (certain || possible) {
				t.Fatalf("rule %s is possible: on paper %v, on screen %v", rule.ID, got, certain || possible)
			}
		}
	})
}

// TestAStatementInPartsSaysTheSame: a long statement is told as several, and is so
// where at least one of them is. So is one with what its parts share said once.
func TestAStatementInPartsSaysTheSame(t *testing.T) {
	parted := 0
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{})
		replies := map[*questionnaire.Question]questionnaire.Reply{}
		for _, question := range q.Questions {
			replies[question] = questionnairetest.DrawReply(t, q, question)
		}
		reply := func(question *questionnaire.Question) questionnaire.Reply { return replies[question] }
		for _, rule := range q.Rules {
			if medicines(rule.When) {
				continue
			}
			for _, whole := range []statement{mayBe(rule.When), mustBe(rule.When)} {
				if got, want := whole.folded().so(reply), whole.so(reply); got != want {
					t.Fatalf("rule %s folded: %v, want %v", rule.ID, got, want)
				}
				ways := whole.ways(func(s statement) int { // so that every choice is too long
					n := 0
					s.about(func(*picked) { n++ })
					return n * (mostLetters/2 + 1)
				})
				parted += len(ways) - 1
				got := slices.ContainsFunc(ways, func(s statement) bool { return s.so(reply) })
				if want := whole.so(reply); got != want {
					t.Fatalf("rule %s in %d parts: %v, want %v", rule.ID, len(ways), got, want)
				}
			}
		}
	})
	if parted == 0 {
		t.Error("no statement was parted, so nothing was looked at")
	}
}

func TestWhatAlternativesShareIsSaidOnce(t *testing.T) {
	q := read(t, questionnaires.Maternal())
	one := func(i int) statement {
		return statement{leaf: &picked{question: q.Questions[i], of: make([]bool, len(q.Questions[i].Answers))}}
	}
	all := func(parts ...statement) statement { return statement{all: true, parts: parts} }
	some := func(parts ...statement) statement { return statement{parts: parts} }
	for _, c := range []struct{ whole, want statement }{
		{some(all(one(0), one(1)), all(one(2), one(0))), all(one(0), some(one(1), one(2)))},
		{some(one(3), all(one(0), one(1)), all(one(2), one(0))), some(one(3), all(one(0), some(one(1), one(2))))},
		{some(all(one(0), one(1)), all(one(2), one(3))), some(all(one(0), one(1)), all(one(2), one(3)))},
	} {
		if got := c.whole.folded(); !got.equal(c.want) {
			t.Errorf("%+v, want %+v", got, c.want)
		}
	}
}

func medicines(when *questionnaire.Condition) bool {
	found := false
	when.Atoms(func(atom *questionnaire.Condition) {
		found = found || atom.Atom.Question.TakesMedicines()
	})
	return found
}

func fires(o screening.Outcome, rule *questionnaire.Rule) (certain, possible bool) {
	for _, talk := range o.Conversations {
		for _, r := range talk.Reasons {
			if r.Rule == rule {
				certain, possible = r.Certain, !r.Certain
			}
		}
	}
	return certain, possible
}

// TestAQuestionLeftOutIsPreferNotToSay holds what remains of a statement against
// the whole one, for somebody who prefers not to answer what is left out.
func TestAQuestionLeftOutIsPreferNotToSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{})
		no := numbers{}
		replies := map[*questionnaire.Question]questionnaire.Reply{}
		for i, question := range q.Questions {
			if rapid.Bool().Draw(t, "left out") {
				replies[question] = questionnaire.Reply{Kind: questionnaire.Declined}
				continue
			}
			no[question] = i + 1
			replies[question] = questionnairetest.DrawReply(t, q, question)
		}
		reply := func(question *questionnaire.Question) questionnaire.Reply { return replies[question] }
		for _, rule := range q.Rules {
			if medicines(rule.When) {
				continue
			}
			for _, whole := range []statement{mayBe(rule.When), mustBe(rule.When)} {
				rest, got, settled := no.known(whole)
				if !settled {
					got = rest.so(reply)
					rest.about(func(p *picked) {
						if no[p.question] == 0 {
							t.Fatalf("rule %s still speaks of %s", rule.ID, p.question.ID)
						}
					})
				}
				if want := whole.so(reply); got != want {
					t.Fatalf("rule %s: %v, want %v", rule.ID, got, want)
				}
			}
		}
	})
}

// Where she goes on is always a question that does not have the same condition,
// and never an earlier one.
func TestThoseWhoAreNotAskedGoOnPastTheSameCondition(t *testing.T) {
	s := small(t)
	text := s.Questions(false).Text()
	for _, want := range []string{"If not, go on to 4.", "If not, go on to 5.", "If not, go on to 7."} {
		if !contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func contains(text, want string) bool { return slices.Contains(lines(text), want) }

func lines(text string) []string {
	var all []string
	for line := range strings.Lines(text) {
		all = append(all, strings.TrimSpace(line))
	}
	return all
}

// TestASimplerStatementSaysTheSame, and what can be so for nobody is never told.
func TestASimplerStatementSaysTheSame(t *testing.T) {
	shorter := 0
	leaves := func(s statement) (n int) {
		s.about(func(*picked) { n++ })
		return n
	}
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{})
		replies := map[*questionnaire.Question]questionnaire.Reply{}
		for _, question := range q.Questions {
			if rapid.IntRange(0, 3).Draw(t, "asked") > 0 {
				replies[question] = questionnairetest.DrawReply(t, q, question)
			}
		}
		reply := func(question *questionnaire.Question) questionnaire.Reply { return replies[question] }
		for range 20 {
			whole := drawStatement(t, q, 3)
			simple := whole.simpler()
			if got, want := simple.so(reply), whole.so(reply); got != want {
				t.Fatalf("%+v became %+v: %v, want %v", whole, simple, got, want)
			}
			shorter += leaves(whole) - leaves(simple)
		}
	})
	if shorter == 0 {
		t.Error("no statement became shorter, so nothing was looked at")
	}
}

// drawStatement joins statements about the answers of a questionnaire at random.
func drawStatement(t *rapid.T, q *questionnaire.Questionnaire, depth int) statement {
	if depth == 0 || rapid.IntRange(0, 3).Draw(t, "joins") == 0 {
		question := rapid.SampledFrom(q.Questions).Draw(t, "question")
		if question.TakesMedicines() {
			return statement{all: rapid.Bool().Draw(t, "always")}
		}
		p := &picked{question: question, none: rapid.Bool().Draw(t, "none"), notSure: rapid.Bool().Draw(t, "not sure"), declined: rapid.Bool().Draw(t, "declined")}
		for range question.Answers {
			p.of = append(p.of, rapid.Bool().Draw(t, "wanted"))
		}
		return statement{leaf: p}
	}
	s := statement{all: rapid.Bool().Draw(t, "all")}
	for range rapid.IntRange(1, 4).Draw(t, "parts") {
		s.parts = append(s.parts, drawStatement(t, q, depth-1))
	}
	return s
}
