package prove

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Effect is what a new questionnaire does to somebody. The worst comes first.
type Effect uint8

const (
	Lost Effect = iota
	Weaker
	Stronger
	Gained
	Undecided // within the solver's budget
	Disagrees // the proof and the screening; a fault of this program
)

var effectWords = []string{"lost", "weaker", "stronger", "gained", "undecided", "internal"}

func (e Effect) String() string { return effectWords[e] }

// Loss reports whether somebody may be worse off: also where that is not known.
func (e Effect) Loss() bool { return e != Stronger && e != Gained }

// Change is one thing that a new questionnaire changes for somebody.
type Change struct {
	Effect    Effect
	Clinician string // its id; empty where the change is of an education text
	Education string // its id
	// Before and After are what the example has: "before-deciding, certain".
	Before, After string
	// Example is the smallest person, by her replies to the old questionnaire,
	// or to the new one where something is stronger or gained.
	Example []string
	// Otherwise are replies that she cannot give, or need not give, to the other.
	Otherwise []string
}

// Diff lists for each clinician and each education text for whom they change.
// An empty list is a proof that nothing changes for anybody.
func Diff(old, new *questionnaire.Questionnaire) []Change { return diffBetween(old, new).run() }

func diffBetween(old, new *questionnaire.Questionnaire) *diffing {
	d := &diffing{pair: newPair(old, new)}
	d.prover = newProver(d.f)
	for _, id := range union(ids(old.Clinicians), ids(new.Clinicians)) {
		d.clinician(id)
	}
	for _, id := range union(texts(old), texts(new)) {
		a, b := d.learns(d.old, id), d.learns(d.new, id)
		d.query(Lost, "", id, d.f.and(a.may, b.may.not()), a.must)
		d.query(Gained, "", id, d.f.and(b.may, a.may.not()), b.must)
	}
	for i := range d.queries {
		if q := &d.queries[i]; q.Effect.Loss() {
			q.wanted = d.pair.f.and(q.wanted, d.pair.f.or(d.adds...).not())
		}
	}
	return d
}

func ids(clinicians []*questionnaire.Clinician) (all []string) {
	for _, c := range clinicians {
		all = append(all, c.ID)
	}
	return all
}

func texts(q *questionnaire.Questionnaire) (all []string) {
	for _, e := range q.Education {
		all = append(all, e.ID)
	}
	return all
}

func union(a, b []string) []string {
	all := slices.Clone(a)
	for _, id := range b {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// diffing is a comparison on its way.
type diffing struct {
	*pair
	*prover
	queries []query
}

type query struct {
	Change
	wanted lit
	// rather is an example that says more: what is certain, and not only possible.
	rather lit
}

func (d *diffing) query(e Effect, clinician, education string, wanted, rather lit) {
	if wanted != no {
		d.queries = append(d.queries, query{Change{Effect: e, Clinician: clinician, Education: education}, wanted, rather})
	}
}

func (d *diffing) clinician(id string) {
	var present, certain [2]lit
	var urgent [2][]lit
	for i, p := range []*person{d.old, d.new} {
		who := p.q.Clinician(id)
		for u := questionnaire.BeforeDeciding; u <= questionnaire.Now; u++ {
			l := no
			if who != nil {
				l = p.urgent(who, u)
			}
			urgent[i] = append(urgent[i], l)
		}
		present[i], certain[i] = no, no
		if who != nil {
			present[i], certain[i] = p.present(who), p.certain(who)
		}
	}
	f := d.pair.f
	for i, effects := range [][2]Effect{{Lost, Weaker}, {Gained, Stronger}} {
		a, b := i, 1-i // whose is more
		d.query(effects[0], id, "", f.and(present[a], present[b].not()), certain[a])
		ways := []lit{f.and(certain[a], certain[b].not())}
		for u := range urgent[a] {
			ways = append(ways, f.and(urgent[a][u], urgent[b][u].not()))
		}
		d.query(effects[1], id, "", f.and(present[a], present[b], f.or(ways...)), certain[a])
	}
}

// learns is whether she is shown a text.
func (d *diffing) learns(p *person, id string) span {
	var may, must []lit
	for _, r := range p.q.Rules {
		if slices.ContainsFunc(r.Learn, func(e *questionnaire.Education) bool { return e.ID == id }) {
			t := p.truth(r.When)
			may, must = append(may, t.may), append(must, t.must)
		}
	}
	return span{p.f.or(may...), p.f.or(must...)}
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
	var changes []Change
	for _, q := range d.queries {
		w, result := d.smallest(d.pair.f.and(q.wanted, q.rather), d.adds, d.old, d.new)
		if result != somebody {
			w, result = d.smallest(q.wanted, d.adds, d.old, d.new)
		}
		switch result {
		case undecided:
			q.Effect = Undecided
			changes = append(changes, q.Change)
		case somebody:
			changes = append(changes, d.shown(q.Change, w))
		}
	}
	slices.SortStableFunc(changes, func(a, b Change) int { return cmp.Compare(a.Effect, b.Effect) })
	return changes
}

// shown replays the example through both questionnaires.
func (d *diffing) shown(c Change, w world) Change {
	old, new := d.old.personIn(w), d.new.personIn(w)
	before, after := replay(d.old.q, old).Outcome(), replay(d.new.q, new).Outcome()
	if c.Clinician != "" {
		a, b := with(before, c.Clinician), with(after, c.Clinician)
		c.Before, c.After = strength(a), strength(b)
		if effectOn(a, b, c.Effect) != c.Effect {
			c.Effect = Disagrees
		}
	} else {
		has := func(o screening.Outcome) bool {
			return slices.ContainsFunc(o.Learn(), func(e *questionnaire.Education) bool { return e.ID == c.Education })
		}
		if has(before) == has(after) || has(before) != (c.Effect == Lost) {
			c.Effect = Disagrees
		}
	}
	mine, other := said(d.old.q, old), said(d.new.q, new)
	if !c.Effect.Loss() {
		mine, other = other, mine
	}
	c.Example = mine
	for _, line := range other {
		if !slices.Contains(mine, line) {
			c.Otherwise = append(c.Otherwise, line)
		}
	}
	return c
}

func with(o screening.Outcome, clinician string) *screening.Conversation {
	for i, talk := range o.Conversations {
		if talk.Clinician.ID == clinician {
			return &o.Conversations[i]
		}
	}
	return nil
}

func strength(talk *screening.Conversation) string {
	switch {
	case talk == nil:
		return "none"
	case talk.Certain:
		return fmt.Sprintf("%s, certain", talk.Urgency)
	}
	return fmt.Sprintf("%s, possible", talk.Urgency)
}

// effectOn is what became of a conversation. One can be weaker in one way and
// stronger in another; then it is what was asked for.
func effectOn(a, b *screening.Conversation, asked Effect) Effect {
	less := func(x, y *screening.Conversation) bool {
		return y.Urgency < x.Urgency || x.Certain && !y.Certain
	}
	switch {
	case a == nil && b == nil:
		return Disagrees
	case b == nil:
		return Lost
	case a == nil:
		return Gained
	case asked == Weaker && less(a, b), asked == Stronger && less(b, a):
		return asked
	}
	return Disagrees
}

// said is a person in words.
func said(q *questionnaire.Questionnaire, who questionnaire.Person) []string {
	var all []string
	for _, given := range who.Answers {
		all = append(all, given.Question.ID+": "+Said(q, given.Question, given.Reply))
	}
	return all
}
