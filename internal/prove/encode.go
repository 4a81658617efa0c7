package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// person is somebody in the formula: what she replies to each question if she
// is asked it, and all that follows. Literals are made when they are first
// needed.
type person struct {
	f      *formula
	q      *questionnaire.Questionnaire
	shapes []shape
	// say makes her reply to a question; nil: she may say anything.
	say func(question int) reply
	// atom makes what an atom comes to for her; nil: what she replies decides.
	atom func(*questionnaire.Test) span

	replies []*reply
	free    []*reply // those of her replies that are inputs, by question
	asked   []lit    // by question, or unmade
	truths  map[*questionnaire.Condition]span
}

const unmade lit = -1

// span are the two literals of a condition: it may be yes, and it must be.
type span struct{ may, must lit }

// reply is what can be said to a question: that it is left open in one of two
// ways, or which kinds are chosen. What is chosen means nothing while it is open.
type reply struct {
	shape            *shape
	open             lit
	unsure, declined lit
	which            lit                            // of an open reply: "not sure" rather than "prefer not to say"
	chosen           [][]lit                        // by kind: the first when one is chosen, the second when two are …
	rest             lit                            // beside what is chosen, she is not sure about the rest
	doubts           lit                            // the input for it, which counts where there can be a rest; or "no"
	tested           map[*questionnaire.Test]tested // what came of tests
}

func newPerson(f *formula, q *questionnaire.Questionnaire, shapes []shape) *person {
	p := &person{f: f, q: q, shapes: shapes, truths: map[*questionnaire.Condition]span{}}
	p.replies = make([]*reply, len(q.Questions))
	p.free = make([]*reply, len(q.Questions))
	p.asked = make([]lit, len(q.Questions))
	for i := range p.asked {
		p.asked[i] = unmade
	}
	return p
}

func (p *person) reply(question int) *reply {
	if p.replies[question] == nil {
		var r reply
		if p.say != nil {
			r = p.say(question)
		} else {
			r = *p.anything(question)
		}
		p.replies[question] = &r
	}
	return p.replies[question]
}

// anything is a reply that nothing else decides.
func (p *person) anything(question int) *reply {
	if p.free[question] == nil {
		r := freeReply(p.f, &p.shapes[question])
		p.free[question] = &r
	}
	return p.free[question]
}

func freeReply(f *formula, s *shape) reply {
	r := reply{shape: s, open: f.input(), which: f.input()}
	r.unsure, r.declined = f.and(r.open, r.which), f.and(r.open, r.which.not())
	idle := nothing{}.idle(s)
	for k, kind := range s.kinds {
		chosen := make([]lit, kind.counted)
		for i := range chosen {
			chosen[i] = f.input()
		}
		f.usual[chosen[0].node()] = k == idle
		r.chosen = append(r.chosen, chosen)
	}
	r.rest, r.doubts = no, no
	if !s.question.TakesOne() {
		r.doubts = f.input()
		r.rest = f.and(r.open.not(), r.doubts, r.leavesRest(f))
	}
	r.limit(f)
	return r
}

// leavesRest tells whether there is anything that she could be unsure of beside
// what she chose: not beside an answer that stands alone, nor beside nothing.
func (r *reply) leavesRest(f *formula) lit {
	if r.shape.question.TakesMedicines() {
		return f.or(slices.Concat(r.chosen...)...)
	}
	var alone []lit
	for k := range r.chosen {
		if r.alone(k) {
			alone = append(alone, r.chosen[k]...)
		}
	}
	return f.or(alone...).not()
}

// limit says which kinds can be chosen together. Every limit can be met by a
// reply of its own question, whatever is said elsewhere.
func (r *reply) limit(f *formula) {
	s := r.shape
	inputsOf := func(kinds []int) (all []lit) {
		for _, k := range kinds {
			all = append(all, r.chosen[k]...)
		}
		return all
	}
	var every []int
	for k := range s.kinds {
		every = append(every, k)
	}
	all := inputsOf(every)
	switch {
	case s.question.TakesOne():
		f.bind(all, append(f.atMostOne(all), all)...)
	case s.question.TakesMany():
		clauses := append(r.inOrder(every), all)
		for k, kind := range s.kinds {
			if !s.question.Answers[kind.answers[0]].Exclusive {
				continue
			}
			for _, l := range all {
				if l != r.chosen[k][0] {
					clauses = append(clauses, []lit{r.chosen[k][0].not(), l.not()})
				}
			}
		}
		f.bind(all, clauses...)
	default:
		for _, family := range s.families {
			inputs := inputsOf(family.kinds)
			clauses := r.inOrder(family.kinds)
			switch {
			case family.size >= len(inputs):
			case family.size == 1:
				clauses = append(clauses, f.atMostOne(inputs)...)
			default:
				clauses = append(clauses, []lit{f.atLeast(family.size+1, inputs).not()})
			}
			f.bind(inputs, clauses...)
		}
	}
}

// inOrder lets a second of a kind be chosen only after a first.
func (r *reply) inOrder(kinds []int) [][]lit {
	var clauses [][]lit
	for _, k := range kinds {
		for i := 1; i < len(r.chosen[k]); i++ {
			clauses = append(clauses, []lit{r.chosen[k][i].not(), r.chosen[k][i-1]})
		}
	}
	return clauses
}

// isAsked tells whether she is asked the question: when its condition may hold.
func (p *person) isAsked(question int) lit {
	if p.asked[question] == unmade {
		p.asked[question] = p.truth(p.q.Questions[question].AskWhen).may
	}
	return p.asked[question]
}

// truth is what a condition comes to for her.
func (p *person) truth(c *questionnaire.Condition) span {
	if c == nil {
		return span{yes, yes}
	}
	if s, ok := p.truths[c]; ok {
		return s
	}
	atom := p.atom
	if atom == nil {
		atom = p.replied
	}
	s := evaluate(p.f, c, atom)
	p.truths[c] = s
	return s
}

// replied is what an atom comes to by her replies.
func (p *person) replied(t *questionnaire.Test) span {
	i := t.Question.Index
	return p.reply(i).test(p.f, t, p.isAsked(i))
}

// evaluate is the three-valued logic on two literals, over whatever the atoms
// come to.
func evaluate(f *formula, c *questionnaire.Condition, atom func(*questionnaire.Test) span) span {
	switch c.Op {
	case questionnaire.Atom:
		return atom(c.Atom)
	case questionnaire.Not:
		part := evaluate(f, c.Parts[0], atom)
		return span{part.must.not(), part.may.not()}
	}
	var mays, musts []lit
	for _, part := range c.Parts {
		s := evaluate(f, part, atom)
		mays, musts = append(mays, s.may), append(musts, s.must)
	}
	if c.Op == questionnaire.Any {
		return span{f.or(mays...), f.or(musts...)}
	}
	return span{f.and(mays...), f.and(musts...)}
}

// test is what an atom comes to for somebody who replies so, if she is asked.
func (r *reply) test(f *formula, t *questionnaire.Test, asked lit) span {
	if alike := r.shape.alike[t]; alike != nil {
		t = alike
	}
	s, seen := r.tested[t]
	if !seen {
		if r.tested == nil {
			r.tested = map[*questionnaire.Test]tested{}
		}
		s = r.look(f, t)
		r.tested[t] = s
	}
	return span{may: f.and(asked, s.may), must: f.and(asked, f.or(s.must...))}
}

// tested is what came of a test: what may be, and the ways in which it must be.
type tested struct {
	may  lit
	must []lit
}

// look is what an atom comes to for somebody who is asked.
func (r *reply) look(f *formula, t *questionnaire.Test) tested {
	definite := r.open.not()
	unclear, clear := r.unclear(f)
	must := []lit{f.and(definite, r.count(f, t, screening.Yes))}
	if t.WantNotSure {
		must = append(must, r.unsure, f.and(definite, unclear, clear.not()))
	}
	if t.WantPreferNotToSay {
		must = append(must, r.declined)
	}
	may := f.or(r.open, r.count(f, t, screening.Unknown), f.and(definite, unclear, clear.not()))
	if couldBeMore(t) {
		may = f.or(may, f.and(definite, f.or(unclear, r.rest)))
	}
	return tested{may, must}
}

// unclear tells whether an answer of the author's own is chosen that means "I do
// not know", and clear whether any other is.
func (r *reply) unclear(f *formula) (unclear, clear lit) {
	if r.shape.question.TakesMedicines() || !slices.ContainsFunc(r.shape.question.Answers, func(a *questionnaire.Answer) bool { return a.Unknown }) {
		return no, yes
	}
	var open, known []lit
	for k, kind := range r.shape.kinds {
		if r.shape.question.Answers[kind.answers[0]].Unknown {
			open = append(open, r.chosen[k]...)
		} else {
			known = append(known, r.chosen[k]...)
		}
	}
	return f.or(open...), f.or(known...)
}

// couldBeMore tells whether what somebody does not know beside what she chose
// could be enough for the atom: an answer that stands alone could not, and no
// medicine makes it more likely that she takes none.
func couldBeMore(t *questionnaire.Test) bool {
	if t.Question.TakesMedicines() {
		return len(t.Of) > btoi(t.WantNone)
	}
	if t.WantNotSure || t.WantPreferNotToSay {
		return true
	}
	count := 0
	for a, want := range t.Want {
		if want && !t.Question.Answers[a].Exclusive {
			count++
		}
	}
	return count >= t.AtLeast
}

// count is true when enough was chosen that counts for the atom, each at least
// so surely.
func (r *reply) count(f *formula, t *questionnaire.Test, least screening.Truth) lit {
	counts := func(k int) bool { return r.shape.kinds[k].counts(t) >= least }
	var enough lit
	if t.AtLeast == 1 {
		enough = r.any(f, counts)
	} else {
		var counting []lit
		for k := range r.shape.kinds {
			if counts(k) {
				counting = append(counting, r.chosen[k]...)
			}
		}
		enough = f.atLeast(t.AtLeast, counting)
	}
	if t.WantNone && t.AtLeast <= 1 {
		enough = f.or(enough, r.any(f, func(int) bool { return true }).not())
	}
	return enough
}

// any is true when one of such kinds was chosen. Of medicines each family comes first:
// most atoms look at all states of a medicine or at the same of them, and so share that.
func (r *reply) any(f *formula, such func(kind int) bool) lit {
	chosen := func(kinds []int) lit {
		var all []lit
		for _, k := range kinds {
			if such(k) {
				all = append(all, r.chosen[k]...)
			}
		}
		return f.or(all...)
	}
	if len(r.shape.families) == 0 {
		every := make([]int, len(r.shape.kinds))
		for k := range every {
			every[k] = k
		}
		return chosen(every)
	}
	ways := make([]lit, len(r.shape.families))
	for i, family := range r.shape.families {
		ways[i] = chosen(family.kinds)
	}
	return f.or(ways...)
}

// Of a conversation with a clinician:

// certain is true when one of its reasons is.
func (p *person) certain(who *questionnaire.Clinician) lit {
	return p.any(rulesFor(p.q, who), p.must)
}

func (p *person) must(r *questionnaire.Rule) lit { return p.truth(r.When).must }
func (p *person) may(r *questionnaire.Rule) lit  { return p.truth(r.When).may }

// any is true when it is true of one of the rules.
func (p *person) any(rules []*questionnaire.Rule, is func(*questionnaire.Rule) lit) lit {
	all := make([]lit, len(rules))
	for i, r := range rules {
		all[i] = is(r)
	}
	return p.f.or(all...)
}

// urges is true when the rule alone makes its conversations at least so urgent.
func (p *person) urges(r *questionnaire.Rule, least questionnaire.Urgency) lit {
	switch {
	case r.PossibleUrgency.AtLeast(least):
		return p.truth(r.When).may
	case r.Urgency.AtLeast(least):
		return p.truth(r.When).must
	}
	return no
}

func rulesFor(q *questionnaire.Questionnaire, who *questionnaire.Clinician) []*questionnaire.Rule {
	var all []*questionnaire.Rule
	for _, r := range q.Rules {
		for _, c := range r.TalkTo {
			if c == who {
				all = append(all, r)
			}
		}
	}
	return all
}
