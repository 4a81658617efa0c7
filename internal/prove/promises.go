package prove

import (
	"fmt"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// checkPromises finds the promises that somebody breaks. Those that need a long
// look are tried all at once, because most of the time none is broken and one
// proof shows it.
func checkPromises(c *checking) {
	const id = "promise"
	var all []*questionnaire.Promise
	for _, p := range c.q.Promises {
		if !c.keptAtSight(p) {
			all = append(all, p)
		}
	}
	if len(all) == 0 {
		return
	}
	var any []lit
	for _, p := range all {
		any = append(any, c.broken(p, rulesFor(c.q, p.TalkTo)))
	}
	if _, result := c.find(c.f().or(any...)); result == nobody {
		return
	}
	for _, p := range all {
		w, result := c.smallest(c.broken(p, rulesFor(c.q, p.TalkTo)), nil, c.anybody)
		switch result {
		case undecided:
			c.tooHard(id, p.At, "promise "+p.ID)
		case somebody:
			who := c.anybody.personIn(w)
			how := shortfall(p, replay(c.q, who).Outcome().With(p.TalkTo))
			if how == "" || !holds(c.q, who, p.If, p.TalkTo) {
				c.disagree(id, p.At)
				continue
			}
			c.add(id, questionnaire.Error, p.At, &who, "promise %q is broken: somebody for whom its if is yes has %s", p.ID, how)
		}
	}
}

// holds asks the engine whether a condition is yes for somebody: by a rule that
// says nothing else.
func holds(q *questionnaire.Questionnaire, who questionnaire.Person, when *questionnaire.Condition, talkTo *questionnaire.Clinician) bool {
	with := *q
	asking := &questionnaire.Rule{When: when, TalkTo: []*questionnaire.Clinician{talkTo}, Index: len(q.Rules)}
	with.Rules = append(slices.Clone(q.Rules), asking)
	talk := replay(&with, who).Outcome().With(talkTo)
	return talk != nil && slices.ContainsFunc(talk.Reasons, func(r screening.Reason) bool { return r.Rule == asking && r.Certain })
}

// keptAtSight proves of most promises, at little cost, that they are kept: by one
// rule, or by those that look at nothing but what the promise looks at. With
// fewer rules a promise is easier to break, so this can miss that one is kept,
// but never claim it.
func (c *checking) keptAtSight(p *questionnaire.Promise) bool {
	for _, r := range rulesFor(c.q, p.TalkTo) {
		if r.Urgency.AtLeast(p.AtLeast) && implies(p.If, r.When) {
			return true
		}
	}
	_, result := c.find(c.broken(p, rulesAlike(c.q, p)))
	return result == nobody
}

// rulesAlike are the rules for a promise's clinician that look only at questions
// at which the promise looks.
func rulesAlike(q *questionnaire.Questionnaire, p *questionnaire.Promise) []*questionnaire.Rule {
	looks := looksAt(p.If)
	return slices.DeleteFunc(rulesFor(q, p.TalkTo), func(r *questionnaire.Rule) bool {
		for i := range looksAt(r.When) {
			if !looks[i] {
				return true
			}
		}
		return false
	})
}

// broken is true when a promise's if is yes for somebody, and the conversation
// for which these rules call is missing, too late or only possible.
func (c *checking) broken(p *questionnaire.Promise, rules []*questionnaire.Rule) lit {
	var urgent, certain []lit
	for _, r := range rules {
		urgent, certain = append(urgent, c.anybody.urges(r, p.AtLeast)), append(certain, c.anybody.truth(r.When).must)
	}
	kept := c.f().or(urgent...)
	if !p.OrPossible {
		kept = c.f().and(kept, c.f().or(certain...))
	}
	return c.f().and(c.anybody.truth(p.If).must, kept.not())
}

// shortfall says in words how a conversation falls short of a promise; "" if it
// does not.
func shortfall(p *questionnaire.Promise, talk *screening.Conversation) string {
	switch {
	case talk == nil:
		return fmt.Sprintf("no conversation with %s", p.TalkTo.ID)
	case !talk.Certain && !p.OrPossible:
		return fmt.Sprintf("only a possible conversation with %s", p.TalkTo.ID)
	case !talk.Urgency.AtLeast(p.AtLeast):
		return fmt.Sprintf("a conversation with %s that is %s and not %s", p.TalkTo.ID, talk.Urgency, p.AtLeast)
	}
	return ""
}
