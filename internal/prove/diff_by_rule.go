package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// ByRule lists what is lost rule by rule: for each need of each old rule whether
// somebody for whom the rule is certain has it no more, later, only possibly, or
// with somebody else who will do. A conversation has one smallest person, and many
// reasons; whoever moves a whole questionnaire wants to read each of them.
func ByRule(old, new *questionnaire.Questionnaire) []Change {
	called := namesOfBoth(old, new, writtenIn(Edition{Questionnaire: old}), writtenIn(Edition{Questionnaire: new}))
	d := newDiffing(old, new, called)
	for _, r := range old.Rules {
		for _, n := range r.Needs {
			d.needOfRule(r, n)
		}
	}
	d.onlyWhatIsOffered()
	changes := d.found()
	order.Stable(changes, func(a, b *Change) int { return int(a.Effect) - int(b.Effect) })
	return changes
}

func (d *diffing) needOfRule(r *questionnaire.Rule, n questionnaire.Need) {
	var who []*questionnaire.Clinician // as they are now
	for _, c := range n.AnyOf {
		if is := d.new.q.Clinician(d.names.newID("clinician", c.ID)); is != nil {
			who = append(who, is)
		}
	}
	named := func(of questionnaire.Need) bool {
		return slices.ContainsFunc(of.AnyOf, func(c *questionnaire.Clinician) bool { return slices.Contains(who, c) })
	}
	only := func(of questionnaire.Need) bool { return isWithin(of.AnyOf, who) }
	f := d.pair.f
	fires := d.old.truth(r.When).must
	among, alone := d.new.strengthsOf(rulesWith(d.new.q, named)), d.new.strengthsOf(rulesWith(d.new.q, only))
	// keeps is that a need is certain and at least so urgent.
	keeps := func(s strengths) lit {
		if r.Urgency == questionnaire.NextVisit {
			return s.certain
		}
		return f.and(s.certain, s.urgent[r.Urgency-questionnaire.BeforeDeciding])
	}
	for _, q := range []query{
		{Change: Change{Effect: Lost}, wanted: f.and(fires, among.present.not())},
		{Change: Change{Effect: Weaker}, wanted: f.and(fires, among.present, keeps(among).not())},
		{Change: Change{Effect: Wider}, wanted: f.and(fires, keeps(among), keeps(alone).not())},
	} {
		q.Need, q.Rule, q.rather = n.String(), r.ID, yes
		q.show = d.showNeedOfRule(r, who)
		d.query(q)
	}
}

// rulesWith are the rules of which some need is such.
func rulesWith(q *questionnaire.Questionnaire, is func(questionnaire.Need) bool) []*questionnaire.Rule {
	return slices.DeleteFunc(slices.Clone(q.Rules), func(r *questionnaire.Rule) bool { return !slices.ContainsFunc(r.Needs, is) })
}

// showNeedOfRule tells what she has of these people now, whoever else will do.
func (d *diffing) showNeedOfRule(r *questionnaire.Rule, who []*questionnaire.Clinician) func(*Change, screening.State, screening.State) bool {
	return func(c *Change, before, after screening.State) bool {
		c.Before = strengthOf(r.Urgency, true)
		has := needsWith(after, who)
		c.After, c.RulesAfter = has.told(false)
		fires := slices.ContainsFunc(before.Fires(), func(f screening.Fire) bool { return f.Rule == r && f.Certain })
		return fires && (len(has.needs) == 0) == (c.Effect == Lost)
	}
}
