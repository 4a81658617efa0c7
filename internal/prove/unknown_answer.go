package prove

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

var unknownAnswer = questionnaire.Declare("unknown-answer", questionnaire.Error, "more than one answer of a question that no condition names, or one beside \"none of these\"")

// checkUnknownAnswers finds answers that nobody thought of. One answer of a
// question may be read by no condition: it is what "none" is, and where one stands
// alone, "none of these", it is that one. Another one gets what that gets, or nothing,
// and nobody decided it. That a phrase names it decides only what she may be made to
// say. An answer that means "I do not know" is decided: it leaves things open. So is
// one that a promise names or an order ranks, because there the author has said what
// it is worth; but that decides nothing of the answers beside it.
func checkUnknownAnswers(c *checking) {
	read, decided := readAnswers(c.q), decidedAnswers(c.q)
	looking := lookingAt(c.q)
	for i, question := range c.q.Questions {
		if question.TakesMedicines() {
			continue // its answers are those of the list
		}
		if len(looking[i].questions)+len(looking[i].rules) == 0 {
			continue // nothing looks at it at all: see checkPurpose
		}
		var left, settled []*questionnaire.Answer // that no condition reads
		for place, answer := range question.Answers {
			switch {
			case answer.Unknown, read[i][place]:
			case decided[i][place]:
				settled = append(settled, answer)
			default:
				left = append(left, answer)
			}
		}
		none := noneOf(question, settled, left)
		left = slices.DeleteFunc(left, func(a *questionnaire.Answer) bool { return a == none })
		if len(left) == 0 {
			continue
		}
		told := "so nothing follows from saying that"
		if !read[i][slices.Index(question.Answers, none)] {
			told = fmt.Sprintf("so whoever says that is told what %q is told", none.ID)
		}
		c.add(unknownAnswer, question.Subject(), left[0].At, nil, "no condition names %s of %q, %s; write a rule for it, or rank it in an order, or remove it",
			quoted(left), question.ID, told)
	}
}

// noneOf is the answer that stands for nothing: the one that is said alone, or else
// the last that the author settled so, or else the last of all to which nobody listens;
// nil if there is none.
func noneOf(question *questionnaire.Question, settled, left []*questionnaire.Answer) *questionnaire.Answer {
	if i := slices.IndexFunc(question.Answers, func(a *questionnaire.Answer) bool { return a.Exclusive }); i >= 0 {
		return question.Answers[i]
	}
	if unread := slices.Concat(left, settled); len(unread) > 0 {
		return unread[len(unread)-1]
	}
	return nil
}

func quoted(answers []*questionnaire.Answer) string {
	var words []string
	for _, a := range answers {
		words = append(words, fmt.Sprintf("%q", a.ID))
	}
	return strings.Join(words, " and ")
}

// readAnswers tells by question and answer whether a condition reads it that says what
// somebody is asked or told, or who there is for her. A phrase only says when words are
// true.
func readAnswers(q *questionnaire.Questionnaire) [][]bool {
	var conditions []*questionnaire.Condition
	for _, question := range q.Questions {
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
	named := make([][]bool, len(q.Questions))
	for i, question := range q.Questions {
		named[i] = make([]bool, len(question.Answers))
	}
	for _, when := range conditions {
		nameIn(named, when)
	}
	return named
}

// namedAnswers are those, and those that a promise names.
func namedAnswers(q *questionnaire.Questionnaire) [][]bool {
	named := readAnswers(q)
	for _, p := range q.Promises {
		nameIn(named, p.If)
	}
	return named
}

// decidedAnswers are those, and those that an order ranks.
func decidedAnswers(q *questionnaire.Questionnaire) [][]bool {
	named := namedAnswers(q)
	for _, order := range q.Orders {
		for _, g := range slices.Concat(order.Ranks...) {
			if g.Kind == questionnaire.GradeAnswer {
				named[order.Question.Index][g.Place] = true
			}
		}
	}
	return named
}

func nameIn(named [][]bool, when *questionnaire.Condition) {
	when.Atoms(func(atom *questionnaire.Condition) {
		t := atom.Atom
		if !t.Question.TakesMedicines() {
			for place, want := range t.Want {
				named[t.Question.Index][place] = named[t.Question.Index][place] || want
			}
		}
	})
}
