package prove

import (
	"math/bits"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// What can be seen at sight need not be asked of the solver, and most of it can:
// a promise is mostly a rule said twice, and a rule mostly fires for somebody
// among the first few hundred people. Everything of that kind is in this file.
// It may save time, never decide. Each of these functions claims only what a
// proof would show, and where it sees nothing the solver is asked; so without
// them a check takes longer and finds the very same. A test holds them to that.

// sight is what the shortcuts remember.
type sight struct {
	off     bool // nothing is seen, all is proved: for the test
	samples []sample
	made    int // nodes that there were when the samples were drawn: all that rules and promises say
	// scenarios are those of the samples that are the scenarios' people, 64 a sample.
	scenarios []sample
	stays     map[staying]bool
	stay      map[*questionnaire.Condition]bool // the same, by proof
	bounds    map[bound]bool                    // of steps: nobody exceeds it
	unsure    *person                           // somebody who doubts what anybody says; see doubting.go
}

// thereAtSight reports that somebody like this is among those drawn at random.
func (c *checking) thereAtSight(wanted lit) bool {
	if c.sight.off || wanted.node() >= len(c.sight.samples[0]) {
		return false
	}
	return slices.ContainsFunc(c.sight.samples, func(s sample) bool { return s.is(wanted) != 0 })
}

// bothAtSight reports that for somebody drawn at random both are true.
func (c *checking) bothAtSight(a, b lit) bool {
	return max(a.node(), b.node()) < len(c.sight.samples[0]) &&
		slices.ContainsFunc(c.sight.samples, func(s sample) bool { return s.is(a)&s.is(b) != 0 })
}

// goneAtSight reports that a rule which may fire for somebody drawn at random cannot
// for her double, who is unsure. Of medicines that double tells a little too much.
func (c *checking) goneAtSight(r *questionnaire.Rule) bool {
	if c.sight.off || c.sight.unsure == nil {
		return false
	}
	for _, when := range reaching(r.When) {
		for i := range c.looksAt(when) {
			if c.q.Questions[i].TakesMedicines() {
				return false
			}
		}
	}
	return c.bothAtSight(c.anybody.may(r), c.sight.unsure.may(r).not())
}

// oneAtSight is somebody like this among those drawn at random; nil if none is.
func (c *checking) oneAtSight(wanted lit) world {
	for _, s := range c.sight.samples {
		if lanes := s.is(wanted); lanes != 0 {
			w := make(world, len(s))
			for node, all := range s {
				w[node] = all>>bits.TrailingZeros64(lanes)&1 == 1
			}
			return w
		}
	}
	return nil
}

// apartAtSight tells of pairs of answers to a question whether it makes a
// difference to any of those drawn which of the two they say.
func (c *checking) apartAtSight(t twice) func(a, b int) bool {
	if c.sight.off {
		return func(_, _ int) bool { return false }
	}
	hangs := c.hanging(t)
	return func(a, b int) bool {
		for _, s := range c.sight.samples {
			old := make(sample, len(hangs))
			for i, node := range hangs {
				old[i] = s[node]
			}
			t.say(s, a, b)
			for _, node := range hangs {
				if kids := c.kids[node]; kids != nil {
					s[node] = s.gate(kids)
				}
			}
			different := bits.OnesCount64(s.is(t.differs)) > 0
			for i, node := range hangs {
				s[node] = old[i]
			}
			if different {
				return true
			}
		}
		return false
	}
}

// alikeAtSight reports that no condition tells two answers apart.
func (c *checking) alikeAtSight(question *questionnaire.Question, a, b int) bool {
	one, other := question.Answers[a], question.Answers[b]
	if c.sight.off || one.Exclusive != other.Exclusive || one.Unknown != other.Unknown {
		return false
	}
	return !slices.ContainsFunc(c.shapes[question.Index].tests, func(t *questionnaire.Test) bool {
		return t.Want[a] != t.Want[b] || t.AtLeast > 1
	})
}

// keptAtSight shows of most promises, at little cost, that they are kept: by one
// rule, or by those that look at nothing but what the promise looks at. With
// fewer rules a promise is easier to break, so this can miss that one is kept,
// but never claim it. What a promise keeps away from somebody hangs on all rules
// in any case.
func (c *checking) keptAtSight(p *questionnaire.Promise) bool {
	if c.sight.off {
		return false
	}
	if c.keptByOneEach(p) {
		return true
	}
	looks := c.looksAt(p.If)
	alike := func(r *questionnaire.Rule) bool {
		for i := range c.looksAt(r.When) {
			if !looks[i] {
				return false
			}
		}
		return true
	}
	_, result := c.find(c.broken(p, alike))
	return result == nobody
}

// keptByOneEach reports that one rule keeps each thing that is promised, or one
// question's condition. What must not be is not seen so.
func (c *checking) keptByOneEach(p *questionnaire.Promise) bool {
	e := p.Then
	if e.NoMore || len(e.NoneOf)+len(e.DoesNotAsk) > 0 {
		return false
	}
	leads := func(talk questionnaire.ExpectedConversation) func(*questionnaire.Rule) bool {
		return func(r *questionnaire.Rule) bool { return talk.CalledForBy(r) && r.Urgency.AtLeast(talk.Urgency) }
	}
	one := func(is func(*questionnaire.Rule) bool) bool {
		return slices.ContainsFunc(c.q.Rules, func(r *questionnaire.Rule) bool { return is(r) && implies(p.If, r.When) })
	}
	for _, talk := range slices.Concat(e.Conversations, e.Possible) {
		if !one(leads(talk)) {
			return false
		}
	}
	for _, rule := range e.Interrupts {
		if !one(func(r *questionnaire.Rule) bool { return r == rule.Of && r.Interrupt }) {
			return false
		}
	}
	for _, question := range e.Asks {
		if !implies(p.If, question.Of.AskWhen) {
			return false
		}
	}
	for _, text := range e.Learn {
		if !one(teaches(text.Of)) || !implies(p.If, text.Of.Concerns) {
			return false
		}
	}
	return true
}

// implies reports that for whomever one condition is yes, the other is too.
func implies(a, b *questionnaire.Condition) bool {
	switch {
	case b == nil || a == b:
		return true
	case a == nil:
		return false
	}
	from := func(part *questionnaire.Condition) bool { return implies(part, b) }
	to := func(part *questionnaire.Condition) bool { return implies(a, part) }
	switch {
	case b.Op == questionnaire.All && !slices.ContainsFunc(b.Parts, func(part *questionnaire.Condition) bool { return !to(part) }),
		b.Op == questionnaire.Any && slices.ContainsFunc(b.Parts, to),
		a.Op == questionnaire.All && slices.ContainsFunc(a.Parts, from),
		a.Op == questionnaire.Any && !slices.ContainsFunc(a.Parts, func(part *questionnaire.Condition) bool { return !from(part) }),
		a.Op == questionnaire.Atom && b.Op == questionnaire.Atom && narrower(a.Atom, b.Atom):
		return true
	case a.Op == questionnaire.Not && b.Op == questionnaire.Not:
		return same(a.Parts[0], b.Parts[0])
	}
	return false
}

// trueAtSight reports that whoever is given a text gets it by conditions of which
// one says no less than the phrase's own.
func (c *checking) trueAtSight(t heard, p *questionnaire.Phrase) bool {
	if c.sight.off || p.Never || len(t.only) == 0 {
		return p.TrueWhen == nil && !p.Never
	}
	return !slices.ContainsFunc(t.only, func(way []*questionnaire.Condition) bool {
		return !slices.ContainsFunc(way, func(part *questionnaire.Condition) bool { return implies(part, p.TrueWhen) })
	})
}

// narrower reports that whatever counts for one test counts for the other.
func narrower(a, b *questionnaire.Test) bool {
	within := func(a, b []bool) bool {
		for i := range a {
			if a[i] && !b[i] {
				return false
			}
		}
		return true
	}
	return a.Question == b.Question && a.AtLeast >= b.AtLeast && within(a.Want, b.Want) &&
		(b.WantState == nil || a.WantState != nil && within(a.WantState, b.WantState)) &&
		within([]bool{a.WantNotSure, a.WantPreferNotToSay, a.WantNone, a.WantUnlisted},
			[]bool{b.WantNotSure, b.WantPreferNotToSay, b.WantNone, b.WantUnlisted})
}

// same reports that two conditions are written alike.
func same(a, b *questionnaire.Condition) bool {
	if a.Op != b.Op || len(a.Parts) != len(b.Parts) {
		return false
	}
	if a.Op == questionnaire.Atom {
		return narrower(a.Atom, b.Atom) && narrower(b.Atom, a.Atom)
	}
	return slices.EqualFunc(a.Parts, b.Parts, same)
}

// addsAtSight reports that a rule says something to a clinician, should it ever
// fire, that none of the others says.
func (c *checking) addsAtSight(r *questionnaire.Rule, others []*questionnaire.Rule) bool {
	return !c.sight.off && slices.ContainsFunc(r.TalkTo, func(who *questionnaire.Clinician) bool {
		return !slices.ContainsFunc(others, func(o *questionnaire.Rule) bool { return says(o, r, who) })
	})
}

// staysAtSight reports that a condition which may be yes for somebody may be yes
// for her double too, who leaves open what she answered.
func (c *checking) staysAtSight(when *questionnaire.Condition) bool {
	return !c.sight.off && (c.sight.stay[when] || c.sight.see(staying{when, false}))
}

// staying is a condition, and whether it is looked at from behind a not.
type staying struct {
	condition *questionnaire.Condition
	not       bool
}

// see tells of a condition whether what may be yes stays so; and behind a not,
// whether what need not be yes stays so. An atom that is left open, as a whole or
// in part, is neither yes nor no, if the question is asked, but for one that
// names what is open.
func (s *sight) see(key staying) bool {
	c := key.condition
	if c == nil {
		return true
	}
	if known, ok := s.stays[key]; ok {
		return known
	}
	stays := true
	switch {
	case c.Op == questionnaire.Atom && key.not:
		stays = c.Atom.Question.AskWhen == nil && !namesWhatIsOpen(c.Atom)
	case c.Op == questionnaire.Atom:
		stays = s.see(staying{c.Atom.Question.AskWhen, false})
	case c.Op == questionnaire.Not:
		stays = s.see(staying{c.Parts[0], !key.not})
	default:
		for _, part := range c.Parts {
			stays = stays && s.see(staying{part, key.not})
		}
	}
	s.stays[key] = stays
	return stays
}

// namesWhatIsOpen tells an atom that is yes for somebody because she is unsure.
func namesWhatIsOpen(t *questionnaire.Test) bool {
	if t.WantNotSure || t.WantPreferNotToSay || t.WantUnlisted {
		return true
	}
	return slices.ContainsFunc(t.Question.Answers, func(a *questionnaire.Answer) bool {
		return a.Unknown && t.Want[slices.Index(t.Question.Answers, a)]
	})
}
