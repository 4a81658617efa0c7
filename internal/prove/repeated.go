package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkRepeated finds rules that never add anything. It begins with the last
// and leaves out those already found, so that of two alike the first stays, and
// all that are reported can be removed together.
func checkRepeated(c *checking) {
	left := slices.Clone(c.q.Rules)
	for _, r := range slices.Backward(c.q.Rules) {
		others := slices.DeleteFunc(slices.Clone(left), func(x *questionnaire.Rule) bool { return x == r })
		if c.addsAtSight(r, others) {
			continue
		}
		// Of a rule that is certain for nobody, more has been said already.
		if c.any(c.anybody.truth(r.When).must) != somebody {
			continue
		}
		switch _, result := c.find(c.adds(r, others)); result {
		case undecided:
			c.tooHard(repeatedRule, r.Subject(), r.At, "rule "+r.ID)
		case nobody:
			left = others
			c.add(repeatedRule, r.Subject(), r.At, nil, "whenever rule %q fires, other rules have already said all that it says; remove it", r.ID)
		}
	}
}

// says reports whether one rule says to a clinician what the other says. A page
// that interrupts, requests and help lines are part of that.
func says(o, r *questionnaire.Rule, who *questionnaire.Clinician) bool {
	return slices.Contains(o.TalkTo, who) && o.Reason == r.Reason && asksAlike(o, r) &&
		(o.Interrupt && o.First == r.First || !r.Interrupt) &&
		!slices.ContainsFunc(r.Lines, func(kind string) bool { return !slices.Contains(o.Lines, kind) })
}

// asksAlike reports whether two rules have the same requests. Conditions of
// variants are not compared: if there are any, the rules count as different.
func asksAlike(o, r *questionnaire.Rule) bool {
	return slices.EqualFunc(o.Ask, r.Ask, func(a, b questionnaire.Ask) bool {
		return a.Text == b.Text && a.When == nil && b.When == nil
	})
}

// adds is true when the rule fires, for certain or possibly, and something
// would be missing without it.
func (c *checking) adds(r *questionnaire.Rule, others []*questionnaire.Rule) lit {
	f, truth := c.f(), c.anybody.truth(r.When)
	var certain, possible []lit // what is missing, by how the rule fires
	for _, who := range r.TalkTo {
		var must, may, soon, soonIfPossible []lit
		for _, o := range others {
			if says(o, r, who) {
				t := c.anybody.truth(o.When)
				must, may = append(must, t.must), append(may, t.may)
			}
			if slices.Contains(o.TalkTo, who) {
				soon = append(soon, c.anybody.urges(o, r.Urgency))
				soonIfPossible = append(soonIfPossible, c.anybody.urges(o, r.PossibleUrgency))
			}
		}
		certain = append(certain, f.or(must...).not(), f.or(soon...).not())
		possible = append(possible, f.or(may...).not(), f.or(soonIfPossible...).not())
	}
	for _, e := range r.Learn {
		var shown []lit
		for _, o := range others {
			if slices.Contains(o.Learn, e) {
				shown = append(shown, c.anybody.truth(o.When).may)
			}
		}
		missing := f.and(c.anybody.truth(e.Concerns).may, f.or(shown...).not())
		certain, possible = append(certain, missing), append(possible, missing)
	}
	return f.or(f.and(truth.must, f.or(certain...)), f.and(truth.may, truth.must.not(), f.or(possible...)))
}
