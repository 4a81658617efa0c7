package content

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkUnsaid finds answers that send her to somebody and leave her without a
// sentence there: she would ask what the rule asks, and not say why. An answer that a
// condition only excludes, such as "none of these", has nothing to say.
func checkUnsaid(r *report) {
	sent := newSent()
	for _, rule := range r.q.Rules {
		meant(rule.When, true, func(t *questionnaire.Test) { sent.by(rule, t) })
	}
	for _, question := range r.q.Questions {
		if silent := sent.silent[question]; len(silent) > 0 {
			r.addOf(unsaid, questionnaire.Warning, question.Subject(), question.At, "%q: %s leads to somebody by rule %q, and leaves her without a sentence to say there; write said: with what it makes true of her, in her own voice",
				question.ID, strings.Join(silent, " and "), sent.first[question].ID)
		}
	}
}

// sent is what sends her to somebody and has no sentence, by question.
type sent struct {
	silent map[*questionnaire.Question][]string
	first  map[*questionnaire.Question]*questionnaire.Rule // that needs one
}

func newSent() sent {
	return sent{map[*questionnaire.Question][]string{}, map[*questionnaire.Question]*questionnaire.Rule{}}
}

// by notes what makes a test of a rule hold.
func (s sent) by(rule *questionnaire.Rule, t *questionnaire.Test) {
	note := func(what, said string) {
		if said != "" || slices.Contains(s.silent[t.Question], what) {
			return
		}
		if s.first[t.Question] == nil {
			s.first[t.Question] = rule
		}
		s.silent[t.Question] = append(s.silent[t.Question], what)
	}
	if !t.Question.TakesMedicines() {
		for place, a := range t.Question.Answers {
			if t.Want[place] && !a.Exclusive && !a.Unknown {
				note(fmt.Sprintf("%q", a.ID), a.Said)
			}
		}
		return
	}
	if !slices.Contains(t.Want, true) && !t.WantUnlisted {
		return // it asks for none of them
	}
	for place, state := range t.Question.States {
		if t.WantState == nil || t.WantState[place] {
			note(fmt.Sprintf("%q", state.ID), state.Said)
		}
	}
	what := "a medicine"
	if len(t.Question.States) > 0 {
		what = "a medicine whose state she leaves open"
	}
	note(what, t.Question.Said)
}

// meant calls yield for every test that makes the condition hold, or helps to: those
// under no "not", or under two.
func meant(c *questionnaire.Condition, holds bool, yield func(*questionnaire.Test)) {
	switch {
	case c == nil:
	case c.Op == questionnaire.Atom:
		if holds {
			yield(c.Atom)
		}
	default:
		for _, part := range c.Parts {
			meant(part, holds != (c.Op == questionnaire.Not), yield)
		}
	}
}
