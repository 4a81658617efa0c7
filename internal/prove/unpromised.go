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
	kept := c.keptPromises()
	needed := make([]bool, len(c.q.Rules))
	c.neededAtSight(needed, kept)
	results := c.runScenarios(needed)
	untested := scenario.NeverFired(c.q, results)
	silent := sync.OnceValue(c.q.Copy)
	for _, r := range c.q.Rules {
		if needed[r.Index] || slices.Contains(untested, r) || c.letsDown(r, kept, needed) || missedByPlan(c.q, silent, results, r) {
			continue
		}
		c.add(unpromisedRule, r.Subject(), r.At, nil, "rule %q could go silent, and no promise of what somebody gets and no scenario would fail; write what must follow for those whom it is for", r.ID)
	}
}

// runScenarios marks the rules that a scenario needs. It leaves out those scenarios in
// which no rule speaks of which that is not known yet.
func (c *checking) runScenarios(needed []bool) []scenario.Result {
	var results []scenario.Result
	for i, s := range c.q.Scenarios {
		if !c.sight.off && !c.speaksAtSight(i, func(r *questionnaire.Rule) bool { return !needed[r.Index] }) {
			continue
		}
		r := scenario.Run(c.q, s)
		if results = append(results, r); r.Passed() {
			markNeeded(needed, r.Came, s.Expect)
		}
	}
	return results
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

// keptPromise is something that is promised to those of whom a condition is yes, and
// the rules that keep it for whom they speak.
type keptPromise struct {
	to *questionnaire.Condition
	by []keeper
}

type keeper struct {
	rule  *questionnaire.Rule
	keeps lit
}

// keptPromises are all such promises, and that nobody leaves empty-handed.
func (c *checking) keptPromises() []keptPromise {
	var all []keptPromise
	add := func(to *questionnaire.Condition, is func(*questionnaire.Rule) bool, keeps func(*questionnaire.Rule) lit) {
		p := keptPromise{to: to}
		for _, r := range c.q.Rules {
			if is(r) {
				p.by = append(p.by, keeper{r, keeps(r)})
			}
		}
		all = append(all, p)
	}
	must, may := c.anybody.must, c.anybody.may
	for _, p := range c.q.Promises {
		for _, talk := range p.Then.Conversations {
			add(p.If, func(r *questionnaire.Rule) bool { return r.Urgency.AtLeast(talk.Urgency) && talk.CalledForBy(r) }, must)
		}
		for _, talk := range p.Then.Possible { // what is certain is possible too
			add(p.If, func(r *questionnaire.Rule) bool {
				return (r.PossibleUrgency.AtLeast(talk.Urgency) || r.Urgency.AtLeast(talk.Urgency)) && talk.CalledForBy(r)
			}, func(r *questionnaire.Rule) lit { return c.anybody.urges(r, talk.Urgency) })
		}
		for _, x := range p.Then.Interrupts {
			add(p.If, func(r *questionnaire.Rule) bool { return r == x.Of }, must)
		}
		for _, text := range p.Then.Learn {
			add(p.If, teaches(text.Of), may) // whom it does not concern breaks the promise, whichever rule speaks
		}
	}
	add(nil, everyRule, may)
	return all
}

// letsDown reports that somebody would be let down if the rule were silent, or that
// this could not be decided. Whoever is found shows it of other rules too.
func (c *checking) letsDown(rule *questionnaire.Rule, promises []keptPromise, needed []bool) bool {
	w, result := c.some(c.lettingDown(rule, promises), c.anybody)
	if result == somebody && !c.sight.off {
		c.neededBy(needed, promises, func(l lit) uint64 { return uint64(btoi(w.is(l))) })
	}
	return result != nobody
}

// lettingDown is true for those who would be let down if the rule were silent: they
// would not get what they are promised, or nothing at all.
func (c *checking) lettingDown(rule *questionnaire.Rule, promises []keptPromise) lit {
	var ways []lit
	for _, p := range promises {
		i := slices.IndexFunc(p.by, func(k keeper) bool { return k.rule == rule })
		if i < 0 || slices.ContainsFunc(p.by, func(k keeper) bool { return k.rule != rule && implies(p.to, k.rule.When) }) {
			continue
		}
		way := []lit{c.anybody.truth(p.to).must}
		for at, k := range p.by {
			way = append(way, k.keeps^lit(btoi(at != i)))
		}
		ways = append(ways, c.f().and(way...))
	}
	return c.f().or(ways...)
}

// missedByPlan reports that a scenario fails because of the plan that is left: it
// is run again, as if the rule held for nobody. silent is a copy of the
// questionnaire for that.
func missedByPlan(q *questionnaire.Questionnaire, silent func() *questionnaire.Questionnaire, results []scenario.Result, rule *questionnaire.Rule) bool {
	says := func(reason screening.Reason) bool { return reason.Rule == rule }
	for _, result := range results {
		spoke := slices.ContainsFunc(result.Outcome.Conversations, func(talk screening.Conversation) bool { return slices.ContainsFunc(talk.Reasons, says) })
		if spoke && result.Passed() && failsWithout(rule, silent(), slices.Index(q.Scenarios, result.Scenario)) {
			return true
		}
	}
	return false
}

func failsWithout(rule *questionnaire.Rule, silent *questionnaire.Questionnaire, at int) bool {
	r := silent.Rules[rule.Index]
	when := r.When
	defer func() { r.When = when }()
	r.When = &questionnaire.Condition{Op: questionnaire.Any} // holds for nobody
	return !scenario.Run(silent, silent.Scenarios[at]).Passed()
}
