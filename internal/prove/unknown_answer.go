package prove

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

var unknownAnswer = questionnaire.Declare("unknown-answer", questionnaire.Error, "more than one answer of a question that no condition names, or one beside \"none of these\"")

// checkUnknownAnswers finds answers that nobody thought of. One answer of a
// question may be named by no condition: it is what "none" is, and where one stands
// alone, "none of these", it is that one. Another one gets what that gets, or nothing,
// and nobody decided it. That a phrase names it decides only what she may be made to
// say. An answer that means "I do not know" is
// decided: it leaves things open. So is one that a promise names or an order
// ranks, because there the author has said what it is worth.
func checkUnknownAnswers(c *checking) {
	named := namedAnswers(c.q)
	for _, order := range c.q.Orders {
		for _, g := range slices.Concat(order.Ranks...) {
			if g.Kind == questionnaire.GradeAnswer {
				named[order.Question.Index][g.Place] = true
			}
		}
	}
	looking := lookingAt(c.q)
	for i, question := range c.q.Questions {
		if question.TakesMedicines() {
			continue // its answers are those of the list
		}
		if len(looking[i].questions)+len(looking[i].rules) == 0 {
			continue // nothing looks at it at all: see checkPurpose
		}
		var left []*questionnaire.Answer
		for place, answer := range question.Answers {
			if !named[i][place] && !answer.Unknown {
				left = append(left, answer)
			}
		}
		none := noneOf(question, left)
		told := "so nothing follows from saying that"
		if i := slices.Index(left, none); i >= 0 {
			left = slices.Delete(left, i, i+1)
			told = fmt.Sprintf("so whoever says that is told what %q is told", none.ID)
		}
		if len(left) > 0 {
			c.add(unknownAnswer, question.Subject(), left[0].At, nil, "no condition names %s of %q, %s; write a rule for it, or rank it in an order, or remove it",
				quoted(left), question.ID, told)
		}
	}
}

// noneOf is the answer that stands for nothing: the one that is said alone, or else
// the last of those that no condition names; nil if there is none.
func noneOf(question *questionnaire.Question, unnamed []*questionnaire.Answer) *questionnaire.Answer {
	if i := slices.IndexFunc(question.Answers, func(a *questionnaire.Answer) bool { return a.Exclusive }); i >= 0 {
		return question.Answers[i]
	}
	if len(unnamed) == 0 {
		return nil
	}
	return unnamed[len(unnamed)-1]
}

func quoted(answers []*questionnaire.Answer) string {
	var words []string
	for _, a := range answers {
		words = append(words, fmt.Sprintf("%q", a.ID))
	}
	return strings.Join(words, " and ")
}

// namedAnswers tells by question and answer whether a condition names it that says
// what somebody is asked or told, or who there is for her, or what is promised. A
// phrase only says when words are true.
func namedAnswers(q *questionnaire.Questionnaire) [][]bool {
	named := make([][]bool, len(q.Questions))
	var conditions []*questionnaire.Condition
	for i, question := range q.Questions {
		named[i] = make([]bool, len(question.Answers))
		conditions = append(conditions, question.AskWhen)
	}
	for _, r := range q.Rules {
		conditions = append(conditions, r.When)
		for _, ask := range r.Ask {
			conditions = append(conditions, ask.When)
		}
	}
	for _, who := range q.Clinicians {
		conditions = append(conditions, who.ExistsWhen)
	}
	for _, p := range q.Promises {
		conditions = append(conditions, p.If)
	}
	for _, when := range conditions {
		when.Atoms(func(atom *questionnaire.Condition) {
			t := atom.Atom
			if !t.Question.TakesMedicines() {
				for place, want := range t.Want {
					named[t.Question.Index][place] = named[t.Question.Index][place] || want
				}
			}
		})
	}
	return named
}
