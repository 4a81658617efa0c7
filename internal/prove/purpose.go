package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkPurpose finds questions that change nothing for anybody, and answers of a
// question that could be one.
func checkPurpose(c *checking) {
	looking := lookingAt(c.q)
	for i, question := range c.q.Questions {
		if !c.asked[i] {
			continue
		}
		t := c.twice(question, looking[i])
		c.grow(t.b)
		switch c.any(t.differs) {
		case nobody:
			c.add("no-purpose", questionnaire.Error, question.At, nil, "whatever is answered to %q changes nothing, neither what is asked later nor what is recommended; remove the question, or write a rule that needs it", question.ID)
		case undecided:
			c.tooHard("no-purpose", question.At, "question "+question.ID)
		default:
			if question.Choose != questionnaire.Medicines {
				c.checkAnswers(t)
			}
		}
	}
}

// twice is a question that two people, alike in everything else, answer.
type twice struct {
	question *questionnaire.Question
	a, b     *reply
	differs  lit // they are asked it, and then something else is not the same
}

// twice compares the conditions that look at the question itself. That is
// enough: where two people differ in what they are asked later, the first such
// question's condition looks at this one, and that is a difference already;
// where they do not, all other replies are the same.
func (c *checking) twice(question *questionnaire.Question, looking lookers) twice {
	i := question.Index
	b := freeReply(c.f(), &c.shapes[i])
	t := twice{question: question, a: c.anybody.reply(i), b: &b}
	other := func(test *questionnaire.Test) span {
		if test.Question == question {
			return t.b.test(c.f(), test, c.anybody.isAsked(i))
		}
		return c.anybody.reply(test.Question.Index).test(c.f(), test, c.anybody.isAsked(test.Question.Index))
	}
	var ways []lit
	for _, x := range looking.questions {
		ways = append(ways, c.f().differ(c.anybody.truth(x.AskWhen).may, evaluate(c.f(), x.AskWhen, other).may))
	}
	for _, r := range looking.rules {
		a, b := c.anybody.truth(r.When), evaluate(c.f(), r.When, other)
		ways = append(ways, c.f().differ(a.may, b.may), c.f().differ(a.must, b.must))
	}
	t.differs = c.f().and(c.anybody.isAsked(i), c.f().or(ways...))
	return t
}

// lookers are the questions and rules whose conditions look at a question.
type lookers struct {
	questions []*questionnaire.Question
	rules     []*questionnaire.Rule
}

// lookingAt lists them by question.
func lookingAt(q *questionnaire.Questionnaire) []lookers {
	all := make([]lookers, len(q.Questions))
	for _, x := range q.Questions {
		for i := range looksAt(x.AskWhen) {
			all[i].questions = append(all[i].questions, x)
		}
	}
	for _, r := range q.Rules {
		for i := range looksAt(r.When) {
			all[i].rules = append(all[i].rules, r)
		}
	}
	return all
}

// looksAt are the places of the questions at which a condition looks.
func looksAt(c *questionnaire.Condition) map[int]bool {
	all := map[int]bool{}
	c.Atoms(func(atom *questionnaire.Condition) { all[atom.Atom.Question.Index] = true })
	return all
}

// checkAnswers finds, for each answer, an earlier one that is as good as it.
func (c *checking) checkAnswers(t twice) {
	sampled := c.sampleAnswers(t)
	for b, answer := range t.question.Answers {
		for a, earlier := range t.question.Answers[:b] {
			if sampled(a, b) {
				continue
			}
			result := nobody
			if !c.alike(t.question, a, b) {
				_, result = c.find(c.swapped(t, a, b))
			}
			if result == undecided {
				c.tooHard("same-answers", answer.At, "answers "+earlier.ID+" and "+answer.ID)
			}
			if result == nobody {
				c.add("same-answers", questionnaire.Warning, answer.At, nil, "%q and %q of %q never lead to anything different; they could be one answer", earlier.ID, answer.ID, t.question.ID)
				break
			}
		}
	}
}

// alike reports that no condition tells two answers apart, as far as can be seen
// without a proof.
func (c *checking) alike(question *questionnaire.Question, a, b int) bool {
	return !slices.ContainsFunc(c.shapes[question.Index].tests, func(t *questionnaire.Test) bool {
		return t.Want[a] != t.Want[b] || t.AtLeast > 1
	})
}

// swapped is true when it makes a difference that a is said, or b instead. Where
// many can be chosen, it must make none either to choose both: then they could
// be one.
func (c *checking) swapped(t twice, a, b int) lit {
	f := c.f()
	all := []lit{t.differs, t.a.open.not(), t.b.open.not(), t.a.chosen[a][0], t.b.chosen[b][0]}
	if t.question.Choose == questionnaire.Many {
		all = append(all, t.a.chosen[b][0].not())
		for k := range t.question.Answers {
			if k != a && k != b {
				all = append(all, f.differ(t.a.chosen[k][0], t.b.chosen[k][0]).not())
			}
		}
	}
	return f.and(all...)
}
