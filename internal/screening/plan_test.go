package screening_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/screening"
)

// wanted is a need as the oracle sees it: whom it can be met by, best first.
type wanted struct {
	rule    *questionnaire.Rule
	truth   screening.Truth
	choices []*questionnaire.Clinician
}

func (w wanted) urgency() questionnaire.Urgency {
	if w.truth == screening.Yes {
		return w.rule.Urgency
	}
	return w.rule.PossibleUrgency
}

// liked is the position of the best choice among these people, or -1.
func (w wanted) liked(people []*questionnaire.Clinician) int {
	return slices.IndexFunc(w.choices, func(c *questionnaire.Clinician) bool { return slices.Contains(people, c) })
}

// exists is "a clinician may say exists-when, and line: it does not exist in a
// region that has none".
func (o *oracle) exists(who *questionnaire.Clinician, region *questionnaire.Region) bool {
	if !o.holds(who.ExistsWhen).yes {
		return false
	}
	return who.Line == "" || region == nil || len(region.LinesOf(who.Line)) > 0
}

// wants are all needs of the rules that fire, certainly or possibly.
func (o *oracle) wants(region *questionnaire.Region) []wanted {
	var all []wanted
	for _, rule := range o.q.Rules {
		truth := o.holds(rule.When).truth()
		if truth == screening.No {
			continue
		}
		for _, need := range rule.Needs {
			w := wanted{rule: rule, truth: truth}
			for _, who := range need.AnyOf {
				if o.exists(who, region) {
					w.choices = append(w.choices, who)
				}
			}
			if region != nil && w.urgency() < questionnaire.Now {
				w.choices = o.withInstead(w.choices, region)
			}
			if w.choices == nil { // "not chosen while another of the need exists"
				w.choices = need.AnyOf
			}
			all = append(all, w)
		}
	}
	return all
}

// withInstead is "where a region has no line of that kind, others are there instead for what is not
// for now": who lacks the line comes last of all, and is still the one whom she calls now anyhow.
func (o *oracle) withInstead(choices []*questionnaire.Clinician, region *questionnaire.Region) []*questionnaire.Clinician {
	var with, instead, last []*questionnaire.Clinician
	for _, who := range choices {
		if len(who.Instead) == 0 || slices.ContainsFunc(region.Lines, func(l *questionnaire.HelpLine) bool { return l.Kind == who.Lines[0] }) {
			with = append(with, who)
			continue
		}
		last, instead = append(last, who), append(instead, who.Instead...)
	}
	for _, who := range instead {
		if !slices.Contains(choices, who) && !slices.Contains(with, who) {
			with = append(with, who)
		}
	}
	return append(with, last...)
}

// carried is the place of whoever carries the need, or -1: of a possible one
// somebody to whom something certain brings her at least as soon.
func (w wanted) carried(people []*questionnaire.Clinician, wants []wanted) int {
	return w.liked(slices.DeleteFunc(slices.Clone(people), func(who *questionnaire.Clinician) bool {
		return w.truth != screening.Yes && !slices.ContainsFunc(wants, func(v wanted) bool {
			return v.truth == screening.Yes && v.choices[v.liked(people)] == who && v.urgency() >= w.urgency()
		})
	}))
}

// smallest tries every set of clinicians.
func (o *oracle) smallest(wants []wanted) []*questionnaire.Clinician {
	type tried struct {
		people []*questionnaire.Clinician
		price  int
	}
	var best *tried
	places := func(t *tried) (all []int) {
		for _, c := range t.people {
			all = append(all, c.Index)
		}
		return all
	}
	for subset := range 1 << len(o.q.Clinicians) {
		t := &tried{}
		for i, c := range o.q.Clinicians {
			if subset>>i&1 == 1 {
				t.people = append(t.people, c)
			}
		}
		met := true
		for _, w := range wants {
			if w.truth == screening.Yes {
				met = met && w.liked(t.people) >= 0
				t.price += w.liked(t.people)
			}
		}
		if met && (best == nil || cmp.Or(cmp.Compare(len(t.people), len(best.people)), cmp.Compare(t.price, best.price), slices.Compare(places(t), places(best))) < 0) {
			best = t
		}
	}
	return best.people
}

// oracleOf is the oracle of what was said so far.
func oracleOf(s screening.State) *oracle {
	var said []questionnaire.Reply
	for _, question := range s.Questionnaire().Questions {
		said = append(said, s.Reply(question))
	}
	return newOracle(s.Questionnaire(), said)
}

func drawRegion(t *rapid.T, q *questionnaire.Questionnaire) *questionnaire.Region {
	return rapid.SampledFrom(append(slices.Clone(q.Regions), nil)).Draw(t, "region")
}

// TestThePlanIsThatOfTheDesign, sentence by sentence, for random questionnaires
// and people.
func TestThePlanIsThatOfTheDesign(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true, MostRules: 8})
		s := with(screening.Start(q), everythingSaid(t, q))
		region := drawRegion(t, q)
		o, plan := oracleOf(s), s.Plan(region)
		wants := o.wants(region)
		people := o.smallest(wants)

		var chosen []*questionnaire.Clinician
		for _, step := range plan.Steps {
			chosen = append(chosen, step.Clinician)
		}
		slices.SortFunc(chosen, func(a, b *questionnaire.Clinician) int { return a.Index - b.Index })
		if !slices.Equal(chosen, people) {
			t.Fatalf("the plan is %s, want %s", ids(chosen), ids(people))
		}
		if len(plan.Needs) != len(wants) {
			t.Fatalf("%d needs, want %d", len(plan.Needs), len(wants))
		}
		for _, step := range plan.Steps {
			o.holdStep(t, step, people, wants)
		}
		if !slices.IsSortedFunc(plan.Steps, func(a, b screening.Step) int {
			counted := cmp.Compare(hers(b), hers(a))
			if a.Urgency == questionnaire.Now {
				counted = 0 // in danger nobody counts reasons
			}
			return cmp.Or(cmp.Compare(b.Urgency, a.Urgency), cmp.Compare(b.Weight, a.Weight), counted, cmp.Compare(a.Clinician.Index, b.Clinician.Index))
		}) {
			t.Fatalf("the steps stand in another order: %s", planOf(plan))
		}
		o.holdOpen(t, plan, people, wants, region)
	})
}

// hers is how many certain reasons of a step are not everybody's.
func hers(step screening.Step) (n int) {
	for _, r := range step.Reasons {
		if r.Certain && r.Rule.When != nil {
			n++
		}
	}
	return n
}

// holdStep compares one step with what docs/architecture.md ("The plan") says that it carries.
func (o *oracle) holdStep(t *rapid.T, step screening.Step, people []*questionnaire.Clinician, wants []wanted) {
	var rules []*questionnaire.Rule
	var urgency questionnaire.Urgency
	var weight questionnaire.Weight
	others := slices.Clone(o.q.Clinicians)
	for _, w := range wants {
		if i := w.carried(people, wants); i < 0 || w.choices[i] != step.Clinician {
			continue
		}
		if w.truth == screening.Yes {
			urgency = max(urgency, w.urgency())
			weight = max(weight, w.rule.Weight)
			others = slices.DeleteFunc(others, func(c *questionnaire.Clinician) bool { return c == step.Clinician || !slices.Contains(w.choices, c) })
		}
		if !slices.Contains(rules, w.rule) {
			rules = append(rules, w.rule)
		}
	}
	var carried []*questionnaire.Rule
	for _, r := range step.Reasons {
		carried = append(carried, r.Rule)
		if r.Certain != (o.holds(r.Rule.When) == surely) {
			t.Fatalf("%s is certain: %v", r.Rule.ID, r.Certain)
		}
	}
	inFile := func(a, b *questionnaire.Rule) int { return a.Index - b.Index }
	if slices.SortFunc(carried, inFile); !slices.Equal(carried, rules) {
		t.Fatalf("%s carries %d reasons, want %d", step.Clinician.ID, len(carried), len(rules))
	}
	if step.Urgency != urgency || step.Weight != weight {
		t.Fatalf("%s is %v and %v, want %v and %v", step.Clinician.ID, step.Urgency, step.Weight, urgency, weight)
	}
	got := step.Others()
	slices.SortFunc(got, func(a, b *questionnaire.Clinician) int { return a.Index - b.Index })
	if !slices.Equal(got, others) {
		t.Fatalf("beside %s also %s, want %s", step.Clinician.ID, ids(got), ids(others))
	}
}

// holdOpen: what no step carries is one entry, with the author's choice.
func (o *oracle) holdOpen(t *rapid.T, plan screening.Plan, people []*questionnaire.Clinician, wants []wanted, region *questionnaire.Region) {
	var open []*questionnaire.Rule
	for _, w := range wants {
		if w.carried(people, wants) < 0 && !slices.Contains(open, w.rule) {
			if open = append(open, w.rule); w.truth == screening.Yes {
				t.Fatalf("nobody carries %s, which is certain", w.rule.ID)
			}
		}
	}
	var left []*questionnaire.Rule
	for _, r := range plan.Open.Reasons {
		left = append(left, r.Rule)
	}
	slices.SortFunc(left, func(a, b *questionnaire.Rule) int { return a.Index - b.Index })
	if !slices.Equal(left, open) {
		t.Fatalf("%d rules are left open, want %d", len(left), len(open))
	}
	with := plan.Open.With
	if (with == nil) != (len(open) == 0) {
		t.Fatalf("open with %v for %d rules", with, len(open))
	}
	if anyOf := o.q.OpenWith.AnyOf; with != nil && len(anyOf) > 0 {
		there := slices.DeleteFunc(slices.Clone(anyOf), func(c *questionnaire.Clinician) bool { return !o.exists(c, region) })
		if region != nil && plan.Open.Urgency < questionnaire.Now {
			there = o.withInstead(there, region)
		}
		some := len(there) > 0
		if some {
			anyOf = there
		}
		if !slices.Contains(anyOf, with) {
			t.Fatalf("%s goes through what is open, which nobody chose, or does not exist", with.ID)
		}
		inTime := func(c *questionnaire.Clinician) bool {
			step := plan.With(c)
			return step != nil && step.Urgency >= plan.Open.Urgency
		}
		if slices.ContainsFunc(anyOf, inTime) && !inTime(with) {
			t.Fatalf("%s goes through what is open, later than another of the plan would", with.ID)
		}
	}
	for _, l := range plan.Open.Questions() {
		if reply := o.said[l.Question.Index]; reply.Kind == questionnaire.Definite && !leavesOpen(o.q.Formulary, l.Question, reply) {
			t.Fatalf("%s is not left open: %v", l.Question.ID, reply)
		}
	}
}

// leavesOpen tells a definite reply that leaves something unknown.
func leavesOpen(f *questionnaire.Formulary, q *questionnaire.Question, r questionnaire.Reply) bool {
	return r.RestUnsure ||
		slices.ContainsFunc(r.Answers, func(a int) bool { return q.Answers[a].Unknown }) ||
		slices.ContainsFunc(r.Taken, func(m questionnaire.Taken) bool {
			return m.State == questionnaire.UnsureState || m.Medicine == questionnaire.UnlistedMedicine || len(f.Medicines[m.Medicine].OneOf) > 0
		})
}

// TestWordsAreHersAndWithinTheLimits: each fact is the said of something that she
// said, each request one that is certain, and none stands twice.
func TestWordsAreHersAndWithinTheLimits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true, MostRules: 8})
		s := with(screening.Start(q), everythingSaid(t, q))
		o, plan := oracleOf(s), s.Plan(nil)
		for _, step := range plan.Steps {
			w := step.Words()
			if len(w.Facts) > q.Limits.Facts || len(w.Requests) > q.Limits.Requests {
				t.Fatalf("%d facts and %d requests are more than %v", len(w.Facts), len(w.Requests), q.Limits)
			}
			// In danger the rest waits for its turn, whatever room there is.
			inDanger := step.Urgency == questionnaire.Now
			if len(w.MoreFacts) > 0 && len(w.Facts) < q.Limits.Facts && !inDanger {
				t.Fatal("more to tell, and there is room")
			}
			if certain := step.Reasons[:step.Certain]; inDanger && len(certain) > 0 && certain[len(certain)-1].Urgency() == questionnaire.Now &&
				len(w.MoreFacts) > 0 && len(w.Facts) < q.Limits.Facts {
				t.Fatal("more of the danger to tell, and there is room")
			}
			seen := map[string]bool{}
			for _, f := range slices.Concat(w.Facts, w.MoreFacts) {
				reply := s.Reply(f.Question)
				if text := f.Text(); seen[text] || strings.ContainsAny(text, "{}") || !o.asked[f.Question.Index] || !slices.Contains(everythingTrue(q, f.Question, reply, f.Names), text) {
					t.Fatalf("%q is twice, or not what %v makes true", text, reply)
				} else {
					seen[text] = true
				}
			}
			var requests []string
			for _, r := range step.Reasons {
				if i := slices.IndexFunc(r.Rule.Ask, func(a questionnaire.Ask) bool { return o.holds(a.When) == surely }); r.Certain && i >= 0 {
					requests = append(requests, r.Rule.Ask[i].Text)
				}
			}
			var got []string
			for _, r := range slices.Concat(w.Requests, w.MoreRequests) {
				got = append(got, r.Text)
			}
			if !slices.Equal(got, requests) {
				t.Fatalf("asks %q, want %q", got, requests)
			}
		}
	})
}

// everythingTrue is what a reply makes true; of medicines with these names.
func everythingTrue(q *questionnaire.Questionnaire, question *questionnaire.Question, r questionnaire.Reply, names []string) []string {
	var all []string
	for _, a := range r.Answers {
		all = append(all, question.Answers[a].Said)
	}
	byState := map[int][]string{}
	for _, m := range r.Taken {
		if m.Medicine != questionnaire.UnlistedMedicine {
			byState[m.State] = append(byState[m.State], q.Formulary.Medicines[m.Medicine].Generic)
		}
	}
	for state, taken := range byState {
		said := question.Said
		if state != questionnaire.UnsureState && len(question.States) > 0 {
			said = question.States[state].Said
		}
		if !slices.ContainsFunc(names, func(n string) bool { return !slices.Contains(taken, n) }) {
			all = append(all, strings.ReplaceAll(said, "{names}", strings.Join(names, ", ")))
		}
	}
	return all
}

// TestBeingUnsureOfMoreNeverLosesANeed: whoever says the same and is not sure of
// the rest keeps every need, certain ones too, where no condition says "not".
func TestBeingUnsureOfMoreNeverLosesANeed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true, WithoutNot: true, WithoutOpen: true})
		sure := with(screening.Start(q), everythingSaid(t, q))
		unsure := sure
		for _, question := range q.Questions {
			reply := sure.Reply(question)
			if rapid.Bool().Draw(t, "unsure") {
				if more, err := question.AndNotSure(reply); err == nil {
					unsure = unsure.Answer(question, more)
				}
			}
		}
		region := drawRegion(t, q)
		kept := unsure.Plan(region).Needs
		for _, n := range sure.Plan(region).Needs {
			if !slices.ContainsFunc(kept, func(k screening.Need) bool { return k.Rule == n.Rule && (k.Certain || !n.Certain) }) {
				t.Fatalf("%s is lost, or only possible now", n.Rule.ID)
			}
		}
	})
}

// TestTheSameAnswersGiveTheSamePlan, in whatever order they were given.
func TestTheSameAnswersGiveTheSamePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true, MostRules: 8})
		replies := everythingSaid(t, q)
		region := drawRegion(t, q)
		want := planOf(with(screening.Start(q), replies).Plan(region))
		s := screening.Start(q)
		for _, i := range rapid.Permutation(numbers(len(replies))).Draw(t, "order") {
			s = s.Answer(q.Questions[i], replies[i])
		}
		if got := planOf(s.Plan(region)); got != want {
			t.Fatalf("%s\nand\n%s", got, want)
		}
	})
}

func numbers(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

func ids(all []*questionnaire.Clinician) string {
	var words []string
	for _, c := range all {
		words = append(words, c.ID)
	}
	return fmt.Sprint(words)
}

// planOf writes a plan so that two can be compared and read.
func planOf(p screening.Plan) string {
	var b strings.Builder
	for _, s := range p.Steps {
		fmt.Fprintf(&b, "%s %v %v:", s.Clinician.ID, s.Urgency, s.Weight)
		for _, r := range s.Reasons {
			fmt.Fprintf(&b, " %s/%v", r.Rule.ID, r.Certain)
		}
		w := s.Words()
		for _, f := range w.Facts {
			fmt.Fprintf(&b, " %q", f.Text())
		}
		for _, r := range w.Requests {
			fmt.Fprintf(&b, " %q", r.Text)
		}
		b.WriteByte('\n')
	}
	if p.Open.With != nil {
		fmt.Fprintf(&b, "open with %s:", p.Open.With.ID)
		for _, r := range p.Open.Reasons {
			b.WriteString(" " + r.Rule.ID)
		}
		for _, l := range p.Open.Questions() {
			b.WriteString(" " + l.Question.ID)
		}
	}
	return b.String()
}
