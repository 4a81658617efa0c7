package prove

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/screening"
)

// What is proved of plans, by trying everybody: in every region, and for who did
// not say where she is. Whom she has, and the fewest who will do, are worked out
// here without the engine's plan.

// everywhere are all regions, and none.
func (e *everybody) everywhere() []*questionnaire.Region {
	return append([]*questionnaire.Region{nil}, e.q.Regions...)
}

// whoExists tells of each clinician and person whether there may be one for her,
// her region aside. The engine is asked by rules that are there for nothing else.
func (e *everybody) whoExists() [][]bool {
	if e.existing != nil {
		return e.existing
	}
	with := *e.q
	with.Rules = nil
	for i, who := range e.q.Clinicians {
		with.Rules = append(with.Rules, &questionnaire.Rule{ID: who.ID, When: who.ExistsWhen, TalkTo: []*questionnaire.Clinician{who}, Index: i})
	}
	e.existing = make([][]bool, len(e.q.Clinicians))
	for person := range e.people {
		state := screening.Start(&with)
		for j, question := range with.Questions {
			state = state.Answer(question, e.reply(person, j))
		}
		outcome := state.Outcome()
		for i, who := range e.q.Clinicians {
			e.existing[i] = append(e.existing[i], outcome.With(who) != nil)
		}
	}
	return e.existing
}

// there are those of a need whom somebody has in a region.
func (e *everybody) there(person int, anyOf []*questionnaire.Clinician, region *questionnaire.Region) []*questionnaire.Clinician {
	return slices.DeleteFunc(slices.Clone(anyOf), func(who *questionnaire.Clinician) bool {
		return !e.whoExists()[who.Index][person] || !hasLine(region, who)
	})
}

// nobodyThere finds the needs that leave somebody alone, those of the same people
// once, at the first rule that does.
func (e *everybody) nobodyThere() []string {
	var all []string
	seen := map[string]bool{}
	for i, r := range e.q.Rules {
		for _, n := range r.Needs {
			key := sortedNeed(n.String())
			if !seen[key] && e.any(func(p int) bool {
				return e.people[p].rules[i] != screening.No && slices.ContainsFunc(e.everywhere(), func(region *questionnaire.Region) bool { return len(e.there(p, n.AnyOf, region)) == 0 })
			}) {
				seen[key] = true
				all = append(all, fmt.Sprintf("%s nobody-there", n.At))
			}
		}
	}
	return all
}

// plan is the engine's, for somebody in a region. That it is the best of all sets
// is tried in package screening; here only how many it takes is tried again.
func (e *everybody) plan(person, region int) screening.Plan {
	if e.plans == nil {
		e.plans = make([][]screening.Plan, len(e.people))
	}
	if e.plans[person] == nil {
		for _, region := range e.everywhere() {
			e.plans[person] = append(e.plans[person], e.people[person].state.Plan(region))
		}
	}
	return e.plans[person][region]
}

// fewest tries every set of clinicians: the size of the smallest that meets every
// certain need.
func (e *everybody) fewest(person, region int) int {
	var needs [][]*questionnaire.Clinician
	for i, r := range e.q.Rules {
		if e.people[person].rules[i] != screening.Yes {
			continue
		}
		for _, n := range r.Needs {
			anyOf := n.AnyOf
			for _, who := range n.AnyOf {
				at := e.everywhere()[region]
				lacks := len(who.Instead) > 0 && at != nil && !slices.ContainsFunc(at.Lines, func(l *questionnaire.HelpLine) bool { return l.Kind == who.Lines[0] })
				if lacks && r.Urgency < questionnaire.Now {
					anyOf = slices.Concat(anyOf, who.Instead)
				}
			}
			of := e.there(person, anyOf, e.everywhere()[region])
			if len(of) == 0 {
				of = n.AnyOf
			}
			needs = append(needs, of)
		}
	}
	fewest := len(e.q.Clinicians)
	for set := range few(1) << len(e.q.Clinicians) {
		if !slices.ContainsFunc(needs, func(of []*questionnaire.Clinician) bool { return fewOf(of...)&set == 0 }) {
			fewest = min(fewest, bits.OnesCount32(uint32(set)))
		}
	}
	return fewest
}

// tooMany finds whether anybody exceeds the limits.
func (e *everybody) tooMany() []string {
	var all []string
	exceeds := func(most int, count func(person, region int) int) {
		if most > 0 && e.any(func(p int) bool {
			for region := range e.everywhere() {
				if count(p, region) > most {
					return true
				}
			}
			return false
		}) {
			all = append(all, fmt.Sprintf("%s too-many", e.q.Limits.At))
		}
	}
	exceeds(e.q.Limits.Steps, e.fewest)
	exceeds(e.q.Limits.Today, func(person, region int) int {
		n := 0
		for _, s := range e.plan(person, region).Steps {
			n += btoi(s.Urgency == questionnaire.Today || s.Urgency == questionnaire.Now)
		}
		return n
	})
	return all
}

// breaksOfPlan reports that somebody's plan, in some region, is not what a promise
// expects of it.
func (e *everybody) breaksOfPlan(person int, then questionnaire.Expectation) bool {
	for region := range e.everywhere() {
		if then.Steps > 0 && e.fewest(person, region) > then.Steps {
			return true
		}
		steps := e.plan(person, region).Steps
		if first := then.First.AnyOf; len(first) > 0 && (len(steps) == 0 || !slices.Contains(first, steps[0].Clinician)) {
			return true
		}
	}
	return false
}

// drawLimits draws what no plan may exceed.
func drawLimits(t *rapid.T, q *questionnaire.Questionnaire) {
	limit := func(what string) int {
		return max(0, rapid.IntRange(-2, 3).Draw(t, what))
	}
	q.Limits.Steps, q.Limits.Today = limit("most steps"), limit("most today")
	q.Limits.At = questionnaire.Position{File: "limits", Line: 1}
}

// drawOfPlan draws what a promise expects of the plan.
func drawOfPlan(t *rapid.T, q *questionnaire.Questionnaire, e *questionnaire.Expectation) {
	if rapid.IntRange(0, 3).Draw(t, "opens") == 0 {
		all := rapid.Permutation(q.Clinicians).Draw(t, "with")
		e.First.AnyOf = all[:rapid.IntRange(1, len(all)-1).Draw(t, "some")]
	}
	if rapid.IntRange(0, 3).Draw(t, "counts") == 0 {
		e.Steps = rapid.IntRange(1, 3).Draw(t, "steps")
	}
}

// TestNobodysPlanIsOverlooked holds what is proved of plans alone against trying
// everybody, on random questionnaires with more rules than [TestNobodyIsOverlooked]
// could afford. Ten thousand take some minutes:
//
//	go test ./internal/prove -run TestNobodysPlanIsOverlooked -brute 10000
func TestNobodysPlanIsOverlooked(t *testing.T) {
	found := map[string]int{}
	for left := *brute; left > 0 && !t.Failed(); {
		rapid.Check(t, func(t *rapid.T) {
			q := questionnairetest.Draw(t, questionnairetest.Shape{MostQuestions: 4, MostRules: 10, Plan: true})
			if number(q) > mostPeople || left <= 0 {
				return
			}
			left--
			drawLimits(t, q)
			for i := range 2 {
				p := &questionnaire.Promise{ID: fmt.Sprint("p", i), At: questionnaire.Position{File: "promises", Line: i + 1}}
				p.If = rapid.SampledFrom(q.Rules).Draw(t, "if").When
				for !p.Then.OfPlan() {
					drawOfPlan(t, q, &p.Then)
				}
				q.Promises = append(q.Promises, p)
			}
			c := newChecking(q)
			checkNobodyThere(c)
			checkTooMany(c)
			checkPromises(c)
			e := tryEverybody(q)
			want := append(e.nobodyThere(), e.tooMany()...)
			for _, p := range q.Promises {
				if e.any(func(i int) bool { return e.breaks(i, p) }) {
					want = append(want, fmt.Sprintf("%s promise", p.At))
				}
			}
			slices.Sort(want)
			if got := keys(c.findings); !slices.Equal(got, want) {
				t.Fatalf("the solver finds\n\t%s\nand trying everybody\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
			}
			for _, f := range c.findings {
				found[f.Check.ID()]++
			}
		})
	}
	met(t, found, "nobody-there", "too-many", "promise")
}
