package prove

import (
	"fmt"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// checkUnsure finds two people who differ only in that the second leaves open
// what the first answered, where the second loses a clinician or more than one
// step of urgency (rule 1).
func checkUnsure(c *checking) {
	second, differences := unsureOf(c.anybody)
	loses := map[*questionnaire.Clinician]lit{}
	var all []lit
	for _, who := range c.q.Clinicians {
		loses[who] = c.loses(second, who)
		all = append(all, loses[who])
	}
	if _, result := c.find(c.f().or(all...)); result == nobody {
		return
	}
	for _, who := range c.q.Clinicians {
		w, result := c.smallest(loses[who], differences(), c.anybody, second)
		switch result {
		case undecided:
			c.tooHard(unknownIsSafer, who.Subject(), who.At, "whether leaving something open can lose "+who.ID)
		case somebody:
			c.addUnsure(who, c.anybody.personIn(w), second.personIn(w))
		}
	}
}

func (c *checking) addUnsure(who *questionnaire.Clinician, first, second questionnaire.Person) {
	a, b := replay(c.q, first), replay(c.q, second)
	had, has := a.Outcome().With(who), b.Outcome().With(who)
	if !onlyLessSure(a, b) || !losesTooMuch(had, has) {
		c.disagree(unknownIsSafer, who.Subject(), who.At)
		return
	}
	rule := had.Reasons[0].Rule
	for _, reason := range had.Reasons {
		if reason.Urgency() == had.Urgency {
			rule = reason.Rule
			break
		}
	}
	loss := fmt.Sprintf("loses %s, which she has (%s)", who.ID, had.Urgency)
	if has != nil {
		loss = fmt.Sprintf("has %s only %s and not %s", who.ID, has.Urgency, had.Urgency)
	}
	c.add(unknownIsSafer, who.Subject(), place(rule.When, rule.At), &second, "whoever %s %s when she answers %s; unknown is never safer than known: look at rule %q and at every not",
		openedIn(a, b), loss, answersOf(c.q, a, b), rule.ID)
}

// losesTooMuch is the rule: a clinician, or more than one step of urgency.
func losesTooMuch(had, has *screening.Conversation) bool {
	return had != nil && (has == nil || has.Urgency+1 < had.Urgency)
}

// opened lists what the second leaves open and the first answered.
func opened(a, b screening.State) []*questionnaire.Question {
	var all []*questionnaire.Question
	both := map[*questionnaire.Question]bool{}
	for _, question := range b.Asked() {
		both[question] = true
	}
	for _, question := range a.Asked() {
		if both[question] && !a.Reply(question).Equal(b.Reply(question)) {
			all = append(all, question)
		}
	}
	return all
}

// onlyLessSure reports whether two people differ as the check says that they do.
func onlyLessSure(a, b screening.State) bool {
	for _, question := range opened(a, b) {
		if a.Reply(question).Open() || !b.Reply(question).Open() {
			return false
		}
	}
	return true
}

func openedIn(a, b screening.State) string {
	var parts []string
	for _, question := range opened(a, b) {
		word := questionnaire.PreferNotToSay
		if b.Reply(question).Kind == questionnaire.Unsure {
			word = questionnaire.NotSure
		}
		parts = append(parts, fmt.Sprintf("says %s to %q", word, question.ID))
	}
	return strings.Join(parts, " and ")
}

func answersOf(q *questionnaire.Questionnaire, a, b screening.State) string {
	var parts []string
	for _, question := range opened(a, b) {
		parts = append(parts, strings.Join(Words(q, question, a.Reply(question)), " and "))
	}
	return strings.Join(parts, " and ")
}

// unsureOf is a second person who says what the first says, or leaves open what
// the first answers. What only the second is asked she may answer anyhow. The
// differences are where she leaves open what the first does not.
func unsureOf(first *person) (second *person, differences func() []lit) {
	f := first.f
	second = newPerson(f, first.q, first.shapes)
	var opens []lit
	second.say = func(i int) reply {
		a, both := first.reply(i), first.isAsked(i)
		open, which := f.input(), f.input()
		opens = append(opens, open)
		r := reply{
			shape:  a.shape,
			open:   f.or(a.open, open),
			unsure: f.or(a.unsure, f.and(a.open.not(), open, which)),
			chosen: a.chosen,
		}
		if both != yes {
			own := second.anything(i)
			r.open, r.unsure = f.choose(both, r.open, own.open), f.choose(both, r.unsure, own.unsure)
			r.chosen = nil
			for k := range a.chosen {
				var chosen []lit
				for n := range a.chosen[k] {
					chosen = append(chosen, f.choose(both, a.chosen[k][n], own.chosen[k][n]))
				}
				r.chosen = append(r.chosen, chosen)
			}
		}
		r.declined = f.and(r.open, r.unsure.not())
		return r
	}
	return second, func() []lit { return opens }
}

// loses is true when the second loses the clinician, or more than one step. Only
// rules that may do less for the second than for the first need a proof.
func (c *checking) loses(second *person, who *questionnaire.Clinician) lit {
	var ways []lit
	for _, r := range rulesFor(c.q, who) {
		stays := c.staysAtSight(r.When)
		if stays && r.PossibleUrgency+1 >= r.Urgency {
			continue
		}
		if !stays {
			ways = append(ways, c.f().and(c.anybody.truth(r.When).may, second.present(who).not()))
		}
		for u := questionnaire.BeforeDeciding; u <= r.Urgency; u++ {
			ways = append(ways, c.f().and(c.anybody.urges(r, u), second.urgent(who, u-1).not()))
		}
	}
	return c.f().or(ways...)
}
