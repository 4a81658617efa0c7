package screening

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// LeadsTo lists whom answers to a question can lead to, in the order of the
// questionnaire: the honest reply to "why do you ask?".
func LeadsTo(q *questionnaire.Questionnaire, question *questionnaire.Question) []*questionnaire.Clinician {
	can := make([]bool, len(q.Clinicians))
	for _, rule := range q.Rules {
		asks := false
		rule.When.Atoms(func(c *questionnaire.Condition) { asks = asks || c.Atom.Question == question })
		if asks {
			for _, need := range rule.Needs {
				for _, who := range need.AnyOf {
					can[who.Index] = true
				}
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(q.Clinicians), func(c *questionnaire.Clinician) bool { return !can[c.Index] })
}
