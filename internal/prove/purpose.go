package prove

import (
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
			c.add(noPurpose, question.Subject(), question.At, nil, "whatever is answered to %q changes nothing, neither what is asked later nor what is recommended; remove the question, or write a rule that needs it", question.ID)
		case undecided:
			c.tooHard(noPurpose, question.Subject(), question.At, "question "+question.ID)
		default:
			if !question.TakesMedicines() {
				c.checkAnswers(t)
			}
		}
	}
}

// twice is a question as two people answer it who are alike in everything else.
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

// looksAt remembers what it told.
func (c *checking) looksAt(when *questionnaire.Condition) map[int]bool {
	looks, seen := c.looks[when]
	if !seen {
		if c.looks == nil {
			c.looks = map[*questionnaire.Condition]map[int]bool{}
		}
		looks = looksAt(when)
		c.looks[when] = looks
	}
	return looks
}

// checkAnswers finds, for each answer, an earlier one that is as good as it.
func (c *checking) checkAnswers(t twice) {
	apart := c.apartAtSight(t)
	for b, answer := range t.question.Answers {
		for a, earlier := range t.question.Answers[:b] {
			if apart(a, b) {
				continue
			}
			result := nobody
			if !c.alikeAtSight(t.question, a, b) {
				_, result = c.find(c.swapped(t, a, b))
			}
			if result == undecided {
				c.tooHard(sameAnswers, t.question.Subject(), answer.At, "answers "+earlier.ID+" and "+answer.ID)
			}
			if result == nobody {
				could := "they could be one answer"
				if earlier.Exclusive != answer.Exclusive {
					could = "one of them can only be chosen alone, so a rule for the other may be missing"
				}
				c.add(sameAnswers, t.question.Subject(), answer.At, nil, "%q and %q of %q never lead to anything different; %s", earlier.ID, answer.ID, t.question.ID, could)
				break
			}
		}
	}
}

// swapped is true when it makes a difference that a is said, or b instead, in
// whatever company. Where many can be chosen, it must make none either to choose
// both: then they could be one. An answer that stands alone has no company; to
// whoever has others to say it makes the difference of saying only those.
func (c *checking) swapped(t twice, a, b int) lit {
	f := c.f()
	all := []lit{t.differs, t.a.open.not(), t.b.open.not(), f.differ(t.a.rest, t.b.rest).not()}
	instead := []lit{t.a.chosen[a][0], t.b.chosen[b][0]}
	if !t.question.TakesMany() {
		return f.and(append(all, instead...)...)
	}
	instead = append(instead, t.a.chosen[b][0].not())
	for k := range t.question.Answers {
		if k != a && k != b {
			all = append(all, f.differ(t.a.chosen[k][0], t.b.chosen[k][0]).not())
		}
	}
	if t.a.alone(a) == t.a.alone(b) {
		return f.and(append(all, instead...)...)
	}
	if t.a.alone(a) {
		a, b = b, a
	}
	left := []lit{t.a.chosen[a][0], t.a.chosen[b][0].not(), t.b.chosen[a][0].not(), t.b.chosen[b][0].not()}
	return f.and(append(all, f.or(f.and(instead...), f.and(left...)))...)
}
