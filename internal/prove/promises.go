package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
)

// checkPromises finds the promises that somebody breaks. Those that need a long
// look are tried all at once, because most of the time none is broken and one
// proof shows it.
func checkPromises(c *checking) {
	before := len(c.findings)
	c.checkConversations()
	broken := c.findings[before:]
	opens := c.opensAsPromised()
	for _, p := range c.q.Promises {
		reported := slices.ContainsFunc(broken, func(f questionnaire.Finding) bool { return f.About == p.Subject() })
		if p.Then.OfPlan() && !reported {
			c.checkPlanOf(p, opens)
		}
	}
}

// checkConversations looks at all that is promised of conversations, questions
// and texts.
func (c *checking) checkConversations() {
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
			c.tooHard(promiseBroken, p.Subject(), p.At, "promise "+p.ID)
		case somebody:
			who := c.anybody.personIn(w)
			how := shortfall(p, replay(c.q, who), nil)
			if how == "" || !holds(c.q, who, p.If) {
				c.disagree(promiseBroken, p.Subject(), p.At)
				continue
			}
			c.add(promiseBroken, p.Subject(), p.At, &who, "promise %q is broken for somebody for whom its if is yes: %s", p.ID, how)
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
// it expects is not so, if no rules but these lead to anything.
func (c *checking) broken(p *questionnaire.Promise, counts func(*questionnaire.Rule) bool) lit {
	return c.f().and(c.anybody.truth(p.If).must, c.f().and(c.met(p.Then, counts)...).not())
}

// met is true, each of them, when a part of an expectation is.
func (c *checking) met(e questionnaire.Expectation, counts func(*questionnaire.Rule) bool) []lit {
	who := c.anybody
	some := func(is func(*questionnaire.Rule) bool, fires func(*questionnaire.Rule) lit) lit {
		return who.any(c.q.Rules, func(r *questionnaire.Rule) lit {
			if !counts(r) || !is(r) {
				return no
			}
			return fires(r)
		})
	}
	var all []lit
	for _, talk := range e.Conversations {
		all = append(all, some(func(r *questionnaire.Rule) bool { return talk.CalledForBy(r) && r.Urgency.AtLeast(talk.Urgency) }, who.must))
	}
	for _, talk := range e.Possible {
		all = append(all, some(talk.CalledForBy, func(r *questionnaire.Rule) lit { return who.urges(r, talk.Urgency) }))
	}
	for _, rule := range e.Interrupts {
		all = append(all, some(func(r *questionnaire.Rule) bool { return r == rule.Of && r.Interrupt }, who.must))
	}
	for _, question := range e.Asks {
		all = append(all, who.isAsked(question.Of.Index))
	}
	for _, question := range e.DoesNotAsk {
		all = append(all, who.isAsked(question.Of.Index).not())
	}
	for _, text := range e.Learn {
		all = append(all, c.f().and(some(teaches(text.Of), who.may), who.truth(text.Of.Concerns).may))
	}
	for _, none := range e.NoneOf {
		all = append(all, who.certain(none.Of).not())
	}
	if e.NoMore {
		all = append(all, c.noMore(e)...)
	}
	return all
}

// noMore is true when nobody but those expected is certain, and none of them
// sooner for a certain reason.
func (c *checking) noMore(e questionnaire.Expectation) []lit {
	var all []lit
	for _, who := range c.q.Clinicians {
		expected := e.With(who)
		if expected == nil {
			all = append(all, c.anybody.certain(who).not())
			continue
		}
		for _, r := range c.q.Rules {
			if r.Urgency > expected.Urgency && slices.Contains(r.TalkTo, who) {
				all = append(all, c.anybody.truth(r.When).must.not())
			}
		}
	}
	return all
}

// checkPlanOf looks at what is promised of the plan, wherever she is: whom it opens
// with, if that has not been shown.
func (c *checking) checkPlanOf(p *questionnaire.Promise, opens bool) {
	of := c.anybody.truth(p.If).must
	for _, at := range homesOf(c.q) {
		plan := c.wanting(at)
		for _, breaks := range []func() (questionnaire.Person, answer){
			func() (questionnaire.Person, answer) {
				if opens {
					return questionnaire.Person{}, nobody
				}
				return plan.opensOtherwise(of, p.Then.First.AnyOf)
			},
			func() (questionnaire.Person, answer) { return plan.moreSteps(of, p.Then.Steps) },
		} {
			if c.reportPlanOf(p, at, breaks) {
				return
			}
		}
	}
}

// reportPlanOf reports whether there was anything to report.
func (c *checking) reportPlanOf(p *questionnaire.Promise, at home, breaks func() (questionnaire.Person, answer)) bool {
	switch who, result := breaks(); result {
	case nobody:
		return false
	case undecided:
		c.tooHard(promiseBroken, p.Subject(), p.At, "promise "+p.ID)
	default:
		how := shortfall(p, replay(c.q, who), at.region)
		if how == "" || result == misjudged || !holds(c.q, who, p.If) {
			c.disagree(promiseBroken, p.Subject(), p.At)
			break
		}
		c.add(promiseBroken, p.Subject(), p.At, &who, "promise %q is broken for somebody%s for whom its if is yes: %s", p.ID, at.name, how)
	}
	return true
}

// shortfall says in words how what became of somebody falls short of a promise;
// "" if it does not.
func shortfall(p *questionnaire.Promise, state screening.State, region *questionnaire.Region) string {
	came := scenario.Came{Asked: state.Asked(), Interrupted: state.Next().Interrupt, Outcome: state.Outcome(), Plan: state.Plan(region)}
	for _, failure := range came.Against(p.Then) {
		return failure.Message
	}
	return ""
}
