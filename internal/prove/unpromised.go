package prove

import (
	"slices"
	"sync"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
)

// checkUnpromised finds rules that could go silent without anybody noticing: no
// scenario would fail, no promise would be broken, and nobody would leave
// empty-handed. A promise of who comes first does not count: it guards the order,
// and not that the rule speaks. Of a rule that no scenario makes certain, that is said instead
// (untested-rule): whoever writes one writes also what is to be expected of it.
func checkUnpromised(c *checking) {
	var results []scenario.Result
	needed := make([]bool, len(c.q.Rules))
	for _, s := range c.q.Scenarios {
		r := scenario.Run(c.q, s)
		results = append(results, r)
		if r.Passed() {
			markNeeded(needed, r.Came, s.Expect)
		}
	}
	untested := scenario.NeverFired(c.q, results)
	var doubtful []*questionnaire.Rule
	var ways [][]lit // by rule of these: in which somebody would be let down
	for _, r := range c.q.Rules {
		if !needed[r.Index] && !slices.Contains(untested, r) {
			doubtful, ways = append(doubtful, r), append(ways, c.lettingDown(r))
		}
	}
	c.grow() // so that somebody may be seen who is
	silent := sync.OnceValue(c.q.Copy)
	for i, r := range doubtful {
		if c.isAny(ways[i]) || missedByPlan(silent(), results, r) {
			continue
		}
		c.add(unpromisedRule, r.Subject(), r.At, nil, "rule %q could go silent, and no promise of what somebody gets and no scenario would fail; write what must follow for those whom it is for", r.ID)
	}
}

// markNeeded marks the rules that are the only ones by which something that was
// expected of somebody came about.
func markNeeded(needed []bool, came scenario.Came, e questionnaire.Expectation) {
	var fired []screening.Reason
	for _, talk := range came.Outcome.Conversations {
		for _, reason := range talk.Reasons {
			if !slices.ContainsFunc(fired, func(f screening.Reason) bool { return f.Rule == reason.Rule }) {
				fired = append(fired, reason)
			}
		}
	}
	only := func(is func(screening.Reason) bool) {
		var by []*questionnaire.Rule
		for _, f := range fired {
			if is(f) {
				by = append(by, f.Rule)
			}
		}
		if len(by) == 1 {
			needed[by[0].Index] = true
		}
	}
	for _, talk := range e.Conversations {
		only(func(f screening.Reason) bool {
			return f.Certain && f.Rule.Urgency.AtLeast(talk.Urgency) && talk.CalledForBy(f.Rule)
		})
	}
	for _, talk := range e.Possible {
		only(func(f screening.Reason) bool { return f.Urgency().AtLeast(talk.Urgency) && talk.CalledForBy(f.Rule) })
	}
	for _, text := range e.Learn {
		only(func(f screening.Reason) bool { return teaches(text.Of)(f.Rule) })
	}
	for _, rule := range e.Interrupts {
		needed[rule.Of.Index] = true
	}
}

// isAny reports that somebody is in one of these ways, or that this could not be
// decided.
func (c *checking) isAny(ways []lit) bool {
	return slices.ContainsFunc(ways, c.thereAtSight) || c.any(c.f().or(ways...)) != nobody
}

// lettingDown are the ways in which somebody would be let down if the rule were
// silent: she would not get what she is promised, or nothing at all.
func (c *checking) lettingDown(rule *questionnaire.Rule) []lit {
	f := c.f()
	var ways []lit
	// lost adds those who are promised something that nobody else keeps. keeps says
	// for whom a rule keeps it, of those for whom it may or must speak; nil: for nobody.
	lost := func(when *questionnaire.Condition, keeps func(*questionnaire.Rule) func(span) lit) {
		kept := keeps(rule)
		if kept == nil {
			return
		}
		var others []lit
		for _, r := range c.q.Rules {
			by := keeps(r)
			if r == rule || by == nil {
				continue
			}
			if implies(when, r.When) {
				return
			}
			others = append(others, by(c.anybody.truth(r.When)))
		}
		ways = append(ways, f.and(c.anybody.truth(when).must, kept(c.anybody.truth(rule.When)), f.or(others...).not()))
	}
	must := func(s span) lit { return s.must }
	may := func(s span) lit { return s.may }
	who := func(is func(*questionnaire.Rule) bool, how func(span) lit) func(*questionnaire.Rule) func(span) lit {
		return func(r *questionnaire.Rule) func(span) lit {
			if !is(r) {
				return nil
			}
			return how
		}
	}
	for _, p := range c.q.Promises {
		for _, talk := range p.Then.Conversations {
			lost(p.If, who(func(r *questionnaire.Rule) bool { return r.Urgency.AtLeast(talk.Urgency) && talk.CalledForBy(r) }, must))
		}
		for _, talk := range p.Then.Possible {
			lost(p.If, func(r *questionnaire.Rule) func(span) lit {
				switch {
				case !talk.CalledForBy(r):
					return nil
				case r.PossibleUrgency.AtLeast(talk.Urgency):
					return may
				case r.Urgency.AtLeast(talk.Urgency): // what is certain is possible too
					return must
				}
				return nil
			})
		}
		for _, x := range p.Then.Interrupts {
			lost(p.If, who(func(r *questionnaire.Rule) bool { return r == x.Of }, must))
		}
		for _, text := range p.Then.Learn {
			lost(p.If, who(teaches(text.Of), may))
		}
	}
	lost(nil, who(everyRule, may))
	return ways
}

// missedByPlan reports that a scenario fails because of the plan that is left: it
// is run again, as if the rule held for nobody. silent is a copy of the
// questionnaire for that.
func missedByPlan(silent *questionnaire.Questionnaire, results []scenario.Result, rule *questionnaire.Rule) bool {
	r := silent.Rules[rule.Index]
	when := r.When
	defer func() { r.When = when }()
	r.When = &questionnaire.Condition{Op: questionnaire.Any} // holds for nobody
	says := func(reason screening.Reason) bool { return reason.Rule == rule }
	for i, result := range results {
		spoke := slices.ContainsFunc(result.Outcome.Conversations, func(talk screening.Conversation) bool { return slices.ContainsFunc(talk.Reasons, says) })
		if spoke && result.Passed() && !scenario.Run(silent, silent.Scenarios[i]).Passed() {
			return true
		}
	}
	return false
}
