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
	all, any := c.doubtful()
	if len(all) == 0 {
		return
	}
	if _, result := c.find(any); result == nobody {
		return
	}
	for _, p := range all {
		w, result := c.smallest(c.broken(p, everyRule), nil, c.anybody)
		switch result {
		case undecided:
			c.tooHard(id, p.At, "promise "+p.ID)
		case somebody:
			who := c.anybody.personIn(w)
			how := shortfall(p, replay(c.q, who))
			if how == "" || !holds(c.q, who, p.If) {
				c.disagree(id, p.At)
				continue
			}
			c.add(id, questionnaire.Error, p.At, &who, "promise %q is broken: somebody for whom its if is yes %s", p.ID, how)
		}
	}
}

// doubtful are the promises that are not seen to be kept, and whether somebody
// breaks any of them.
func (c *checking) doubtful() ([]*questionnaire.Promise, lit) {
	var all []*questionnaire.Promise
	var any []lit
	for _, p := range c.q.Promises {
		if !c.keptAtSight(p) {
			all, any = append(all, p), append(any, c.broken(p, everyRule))
		}
	}
	return all, c.f().or(any...)
}

// holds asks the engine whether a condition is yes for somebody: by a rule and a
// clinician that are there for nothing else.
func holds(q *questionnaire.Questionnaire, who questionnaire.Person, when *questionnaire.Condition) bool {
	with := *q
	watcher := &questionnaire.Clinician{Index: len(q.Clinicians)}
	asking := &questionnaire.Rule{When: when, TalkTo: []*questionnaire.Clinician{watcher}, Index: len(q.Rules)}
	with.Rules, with.Clinicians = append(slices.Clone(q.Rules), asking), append(slices.Clone(q.Clinicians), watcher)
	talk := replay(&with, who).Outcome().With(watcher)
	return talk != nil && talk.Certain
}

func everyRule(*questionnaire.Rule) bool { return true }

func teaches(text *questionnaire.Education) func(*questionnaire.Rule) bool {
	return func(r *questionnaire.Rule) bool { return slices.Contains(r.Learn, text) }
}

// broken is true when a promise's if is yes for somebody, and something of what
// it says is not so, if no rules but these lead to anything.
func (c *checking) broken(p *questionnaire.Promise, counts func(*questionnaire.Rule) bool) lit {
	who, f := c.anybody, c.f()
	var kept []lit
	if p.TalkTo != nil {
		var urgent, certain []lit
		for _, r := range rulesFor(c.q, p.TalkTo) {
			if counts(r) {
				urgent, certain = append(urgent, who.urges(r, p.AtLeast)), append(certain, who.truth(r.When).must)
			}
		}
		kept = append(kept, f.or(urgent...))
		if !p.OrPossible {
			kept = append(kept, f.or(certain...))
		}
	}
	for _, question := range p.Asks {
		kept = append(kept, who.isAsked(question.Index))
	}
	for _, text := range p.Learn {
		var offered []lit
		for _, r := range c.q.Rules {
			if counts(r) && teaches(text)(r) {
				offered = append(offered, who.truth(r.When).may)
			}
		}
		kept = append(kept, f.or(offered...))
	}
	for _, clinician := range p.NoneOf {
		kept = append(kept, who.certain(clinician).not())
	}
	return f.and(who.truth(p.If).must, f.and(kept...).not())
}

// shortfall says in words how what became of somebody falls short of a promise;
// "" if it does not.
func shortfall(p *questionnaire.Promise, state screening.State) string {
	outcome := state.Outcome()
	if p.TalkTo != nil {
		switch talk := outcome.With(p.TalkTo); {
		case talk == nil:
			return fmt.Sprintf("has no conversation with %s", p.TalkTo.ID)
		case !talk.Certain && !p.OrPossible:
			return fmt.Sprintf("has only a possible conversation with %s", p.TalkTo.ID)
		case !talk.Urgency.AtLeast(p.AtLeast):
			return fmt.Sprintf("has a conversation with %s that is %s and not %s", p.TalkTo.ID, talk.Urgency, p.AtLeast)
		}
	}
	for _, question := range p.Asks {
		if !slices.Contains(state.Asked(), question) {
			return fmt.Sprintf("is not asked %q", question.ID)
		}
	}
	for _, text := range p.Learn {
		if !slices.Contains(outcome.Learn(), text) {
			return fmt.Sprintf("is not offered the text %q", text.ID)
		}
	}
	for _, clinician := range p.NoneOf {
		if talk := outcome.With(clinician); talk != nil && talk.Certain {
			return fmt.Sprintf("has a certain conversation with %s (%s), because of %s", clinician.ID, talk.Urgency, talk.Reasons[0].Rule.ID)
		}
	}
	return ""
}
