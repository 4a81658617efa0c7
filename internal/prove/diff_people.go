package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// diffing is a comparison of what people are told, on its way.
type diffing struct {
	*pair
	*prover
	queries []query
}

// query is whether anybody is affected so.
type query struct {
	Change
	wanted lit
	// rather is an example that says more: what is certain, and not only possible.
	rather lit
	// show puts what the example has into the change, from both screenings, and
	// reports whether they agree with the proof.
	show func(*Change, screening.State, screening.State) bool
}

func newDiffing(old, new *questionnaire.Questionnaire, called names) *diffing {
	d := &diffing{pair: newPair(old, new, called)}
	d.prover = newProver(d.f)
	return d
}

func (d *diffing) query(q query) {
	if q.wanted != no {
		d.queries = append(d.queries, q)
	}
}

// onlyWhatIsOffered keeps losses from people who would rather say what only the new
// questionnaire offers.
func (d *diffing) onlyWhatIsOffered() {
	for i := range d.queries {
		if q := &d.queries[i]; q.Effect.Loss() {
			q.wanted = d.pair.f.and(q.wanted, d.pair.f.or(d.adds...).not())
		}
	}
}

// matched are the nouns of both, each with what it was or is; one of the two may be
// missing. (P is a pointer.)
func matched[P comparable](old, new []P, id func(P) string, newID func(string) string) (pairs [][2]P) {
	var none P
	taken := map[string]bool{}
	for _, x := range old {
		name := newID(id(x))
		taken[name] = true
		pair := [2]P{x, none}
		if i := slices.IndexFunc(new, func(x P) bool { return id(x) == name }); i >= 0 {
			pair[1] = new[i]
		}
		pairs = append(pairs, pair)
	}
	for _, x := range new {
		if !taken[id(x)] {
			pairs = append(pairs, [2]P{none, x})
		}
	}
	return pairs
}

// nameOfEither is the new id of what both have.
func nameOfEither[P comparable](pair [2]P, id func(P) string) string {
	var none P
	if pair[1] != none {
		return id(pair[1])
	}
	return id(pair[0])
}

// both are the two people; the first before the old questionnaire.
func (d *diffing) both() [2]*person { return [2]*person{d.old, d.new} }

// clinicians are those of both questionnaires.
func (d *diffing) clinicians() [][2]*questionnaire.Clinician {
	return matched(d.old.q.Clinicians, d.new.q.Clinicians, clinicianID, func(id string) string { return d.names.newID("clinician", id) })
}

// told asks for changed conversations, and for texts to read.
func (d *diffing) told() {
	for _, pair := range d.clinicians() {
		d.conversation(pair)
	}
	texts := matched(d.old.q.Education, d.new.q.Education, educationID, func(id string) string { return d.names.newID("education", id) })
	for _, pair := range texts {
		d.text(pair)
	}
}

func (d *diffing) conversation(pair [2]*questionnaire.Clinician) {
	var has [2]strengths
	for i, p := range d.both() {
		if pair[i] != nil {
			has[i] = p.strengthsOf(rulesFor(p.q, pair[i]))
		} else {
			has[i] = p.strengthsOf(nil)
		}
	}
	f, id := d.pair.f, nameOfEither(pair, clinicianID)
	for i, effects := range [][2]Effect{{Lost, Weaker}, {Gained, Stronger}} {
		a, b := has[i], has[1-i] // whose is more
		show := d.showConversation(pair[0], pair[1])
		d.query(query{Change{Effect: effects[0], Clinician: id}, f.and(a.present, b.present.not()), a.certain, show})
		d.query(query{Change{Effect: effects[1], Clinician: id}, f.and(a.present, b.present, a.above(f, b)), a.certain, show})
	}
}

// strengths are how strongly something is called for: at all, for certain, and at
// least so urgently, by urgency from before-deciding.
type strengths struct {
	present, certain lit
	urgent           []lit
}

func (p *person) strengthsOf(rules []*questionnaire.Rule) strengths {
	s := strengths{present: p.any(rules, p.may), certain: p.any(rules, p.must)}
	for u := questionnaire.BeforeDeciding; u <= questionnaire.Now; u++ {
		s.urgent = append(s.urgent, p.any(rules, func(r *questionnaire.Rule) lit { return p.urges(r, u) }))
	}
	return s
}

// above is true where something is certain, or so urgent, and the other is not.
func (s strengths) above(f *formula, other strengths) lit {
	ways := []lit{f.and(s.certain, other.certain.not())}
	for u := range s.urgent {
		ways = append(ways, f.and(s.urgent[u], other.urgent[u].not()))
	}
	return f.or(ways...)
}

func (d *diffing) text(pair [2]*questionnaire.Education) {
	var shown [2]span
	for i, p := range d.both() {
		shown[i] = span{no, no}
		if pair[i] != nil {
			shown[i] = p.offered(pair[i])
		}
	}
	f, id := d.pair.f, nameOfEither(pair, educationID)
	show := func(c *Change, before, after screening.State) bool {
		c.RulesBefore, c.RulesAfter = teaching(before, pair[0]), teaching(after, pair[1])
		had, has := len(c.RulesBefore) > 0, len(c.RulesAfter) > 0
		return has != had && had == (c.Effect == Lost)
	}
	d.query(query{Change{Effect: Lost, Education: id}, f.and(shown[0].may, shown[1].may.not()), shown[0].must, show})
	d.query(query{Change{Effect: Gained, Education: id}, f.and(shown[1].may, shown[0].may.not()), shown[1].must, show})
}

// teaching are the rules by which somebody is offered a text.
func teaching(s screening.State, text *questionnaire.Education) (rules []string) {
	if text == nil || s.Truth(text.Concerns) == screening.No {
		return nil
	}
	for _, fire := range s.Fires() {
		if slices.Contains(fire.Rule.Learn, text) {
			rules = append(rules, fire.Rule.ID)
		}
	}
	return rules
}

// anyChange is true when anything changes at all.
func (d *diffing) anyChange() lit {
	var any []lit
	for _, q := range d.queries {
		any = append(any, q.wanted)
	}
	return d.pair.f.or(any...)
}

// run asks first whether anything changes at all.
func (d *diffing) run() []Change {
	if _, result := d.find(d.anyChange()); result == nobody {
		return nil
	}
	return sorted(d.found())
}

// found are the changes that somebody has, each with the smallest.
func (d *diffing) found() []Change {
	var changes []Change
	for _, q := range d.queries {
		both := d.pair.f.and(q.wanted, q.rather)
		w, result := d.smallest(both, d.adds, d.old, d.new)
		if result != somebody && both != q.wanted {
			w, result = d.smallest(q.wanted, d.adds, d.old, d.new)
		}
		switch result {
		case undecided:
			q.Effect = Undecided
			changes = append(changes, q.Change)
		case somebody:
			changes = append(changes, d.shown(q, w))
		}
	}
	return changes
}
