package prove

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// needs asks who may be met by somebody else now. A conversation is with whom a
// need names first; whether another would do is seen only here. Where the
// conversation itself is lost or weaker, that has been said.
func (d *diffing) needs() {
	pairs := d.clinicians()
	in := func(side int, who *questionnaire.Clinician) int {
		return slices.IndexFunc(pairs, func(p [2]*questionnaire.Clinician) bool { return p[side] == who })
	}
	for side, effect := range []Effect{Wider, Narrower} { // of what the old one calls for, and the new one
		var sets [][]int // of clinicians, by their places among the pairs
		for _, n := range needsOf(d.both()[side].q) {
			var set []int
			for _, who := range n.AnyOf {
				set = append(set, in(side, who))
			}
			slices.Sort(set)
			if !slices.ContainsFunc(sets, func(other []int) bool { return slices.Equal(set, other) }) {
				sets = append(sets, set)
				d.need(set, pairs, side, effect)
			}
		}
	}
}

func (d *diffing) need(set []int, pairs [][2]*questionnaire.Clinician, side int, effect Effect) {
	var has [2]strengths
	var within [2][]*questionnaire.Clinician
	var told [2][]lit // what the conversations show already: less, and more
	f := d.pair.f
	var called []string
	for _, i := range set {
		called = append(called, nameOfEither(pairs[i], clinicianID))
		var talk [2]strengths
		for side, p := range d.both() {
			var rules []*questionnaire.Rule
			if who := pairs[i][side]; who != nil {
				within[side] = append(within[side], who)
				rules = rulesFor(p.q, who)
			}
			talk[side] = p.strengthsOf(rules)
		}
		for side := range told {
			a, b := talk[side], talk[1-side]
			told[side] = append(told[side], f.and(a.present, b.present.not()), a.above(f, b))
		}
	}
	for side, p := range d.both() {
		var rules []*questionnaire.Rule
		for _, r := range p.q.Rules {
			if slices.ContainsFunc(r.Needs, func(n questionnaire.Need) bool { return isWithin(n.AnyOf, within[side]) }) {
				rules = append(rules, r)
			}
		}
		has[side] = p.strengthsOf(rules)
	}
	a, b := has[side], has[1-side]
	more := f.or(f.and(a.present, b.present.not()), a.above(f, b))
	d.query(query{
		Change{Effect: effect, Need: strings.Join(called, " or ")},
		f.and(more, f.or(told[side]...).not()), a.certain, showNeed(within),
	})
}

func isWithin(some, all []*questionnaire.Clinician) bool {
	return !slices.ContainsFunc(some, func(who *questionnaire.Clinician) bool { return !slices.Contains(all, who) })
}

// showNeed tells which needs of hers have to do with these people: those that only
// they can meet where that is more, and where it is less those that name them.
func showNeed(within [2][]*questionnaire.Clinician) func(*Change, screening.State, screening.State) bool {
	return func(c *Change, before, after screening.State) bool {
		a, b := needsWith(before, within[0]), needsWith(after, within[1])
		if c.Effect == Wider {
			c.Before, c.RulesBefore = a.told(true)
			c.After, c.RulesAfter = b.told(false)
			return a.alone.above(b.alone)
		}
		c.Before, c.RulesBefore = a.told(false)
		c.After, c.RulesAfter = b.told(true)
		return b.alone.above(a.alone)
	}
}

// above reports whether somebody has a need sooner, or more surely, than another.
func (h had) above(other had) bool {
	return h.soon > other.soon || h.certain > never && other.certain == never
}

// naming are the needs of somebody that name any of some people.
type naming struct {
	needs []screening.Need
	who   []*questionnaire.Clinician
	alone had // how soon one is that nobody else can meet
}

func needsWith(s screening.State, who []*questionnaire.Clinician) naming {
	n := naming{who: who, alone: had{never, never}}
	for _, need := range s.Plan(nil).Needs {
		if !slices.ContainsFunc(need.AnyOf, func(c *questionnaire.Clinician) bool { return slices.Contains(who, c) }) {
			continue
		}
		n.needs = append(n.needs, need)
		if isWithin(need.AnyOf, who) {
			n.alone.soon = max(n.alone.soon, int(need.Urgency()))
			if need.Certain {
				n.alone.certain = max(n.alone.certain, int(need.Rule.Urgency))
			}
		}
	}
	return n
}

// told are the needs, and the rules that have them: the certain ones, and those of the
// possible ones that are sooner; with alone those that nobody else can meet.
func (n naming) told(alone bool) (text string, rules []string) {
	var needs []string
	certain := never               // how soon the soonest certain one is
	for _, need := range n.needs { // certain ones stand first
		if alone && !isWithin(need.AnyOf, n.who) || !need.Certain && int(need.Urgency()) <= certain {
			continue
		}
		if need.Certain {
			certain = max(certain, int(need.Urgency()))
		}
		if text := (questionnaire.Need{AnyOf: need.AnyOf}).String() + " " + strengthOf(need.Urgency(), need.Certain); !slices.Contains(needs, text) {
			needs = append(needs, text)
		}
		if !slices.Contains(rules, need.Rule.ID) {
			rules = append(rules, need.Rule.ID)
		}
	}
	const most = 3
	if more := len(needs) - most; more > 0 {
		needs = append(needs[:most], fmt.Sprintf("and %d more", more))
	}
	if len(needs) == 0 {
		return "none", rules
	}
	return strings.Join(needs, "; "), rules
}

// interrupts asks who is shown another page before anything else.
func (d *diffing) interrupts() {
	for _, pair := range matched(d.old.q.Rules, d.new.q.Rules, ruleID, func(id string) string { return d.names.newID("rule", id) }) {
		is := [2]lit{no, no}
		for side, p := range d.both() {
			if r := pair[side]; r != nil && r.Interrupt {
				is[side] = p.truth(r.When).must
			}
		}
		show := func(c *Change, before, after screening.State) bool {
			a, b := interruptsOf(before), interruptsOf(after)
			c.Before, c.After = orNone(a), orNone(b)
			had, has := pair[0] != nil && slices.Contains(a, pair[0].ID), pair[1] != nil && slices.Contains(b, pair[1].ID)
			return had != has && had == (c.Effect == Lost)
		}
		id := nameOfEither(pair, ruleID)
		d.query(query{Change{Effect: Lost, Interrupt: id}, d.pair.f.and(is[0], is[1].not()), yes, show})
		d.query(query{Change{Effect: Gained, Interrupt: id}, d.pair.f.and(is[1], is[0].not()), yes, show})
	}
}

func orNone(ids []string) string {
	if len(ids) == 0 {
		return "none"
	}
	return strings.Join(ids, ", ")
}

// interruptsOf are the rules whose page she is shown.
func interruptsOf(s screening.State) (ids []string) {
	for _, fire := range s.Fires() {
		if fire.Certain && fire.Rule.Interrupt {
			ids = append(ids, fire.Rule.ID)
		}
	}
	return ids
}

// asked asks who is asked something else.
func (d *diffing) asked() {
	for _, pair := range matched(d.old.q.Questions, d.new.q.Questions, questionID, func(id string) string { return d.names.newID("question", id) }) {
		is := [2]lit{no, no}
		for side, p := range d.both() {
			if x := pair[side]; x != nil {
				is[side] = p.isAsked(x.Index)
			}
		}
		show := func(c *Change, before, after screening.State) bool {
			had, has := slices.Contains(before.Asked(), pair[0]), slices.Contains(after.Asked(), pair[1])
			return had != has && had == (c.Effect == Lost)
		}
		id := nameOfEither(pair, questionID)
		d.query(query{Change{Effect: Lost, Question: id}, d.pair.f.and(is[0], is[1].not()), yes, show})
		d.query(query{Change{Effect: Gained, Question: id}, d.pair.f.and(is[1], is[0].not()), yes, show})
	}
}
