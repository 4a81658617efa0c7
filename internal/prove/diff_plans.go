package prove

import (
	"math/rand/v2"
	"slices"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
)

// randomPeople is how many people are drawn to compare plans. A plan is the
// smallest of all sets, and whether two smallest sets differ for anybody is more
// than the solver can be asked in a few seconds; so it is seen, and not proved.
const randomPeople = 2000

// Plans are the plans of the same people before two questionnaires.
type Plans struct {
	Scenarios, Random Group
	More, Fewer       Moved   // steps
	First             []Moved // the first step is another one; the most people first
	Other             Moved   // as many steps, the same first, and others behind it, in another order or of another urgency
}

// Group are people of one kind.
type Group struct {
	People       int
	Steps, Today [2]Spread // before and after
	steps, today [2][]int
}

// Spread is how many steps people have.
type Spread struct{ Middle, Most int }

// Moved are the people for whom a plan changed in one way.
type Moved struct {
	From, To string // whom the plan opens with
	People   int
	Example  []string // the plainest of them, by her old replies
}

// Differ reports whether anybody's plan did.
func (p Plans) Differ() bool {
	return p.Resized()+p.Other.People+len(p.First) > 0
}

// Resized is how many people's plan has more steps, or fewer.
func (p Plans) Resized() int { return p.More.People + p.Fewer.People }

// Opening is how many people's plan opens with somebody else now.
func (p Plans) Opening() (n int) {
	for _, m := range p.First {
		n += m.People
	}
	return n
}

func (m *Moved) count(who []string) {
	if m.People++; m.People == 1 || len(who) < len(m.Example) {
		m.Example = who
	}
}

// plansOf compares the plans of the old scenarios' people, and of random ones.
func plansOf(old, new *questionnaire.Questionnaire, n names) Plans {
	p := planning{old: old, new: new, names: n, nothing: map[*questionnaire.Question]int{}}
	for _, x := range new.Questions {
		if n.touches(old.Question(n.oldID("question", x.ID)), x) {
			p.nothing[x] = nothingOf(new, x)
		}
	}
	for _, s := range old.Scenarios {
		p.compare(&p.Scenarios, func(x *questionnaire.Question) questionnaire.Reply {
			reply, _ := scenario.ReplyOf(s.Person, x)
			return reply
		}, s.Person.Others)
	}
	random := rand.New(rand.NewPCG(1, 2)) // the same people every time
	for range randomPeople {
		p.compare(&p.Random, func(x *questionnaire.Question) questionnaire.Reply { return randomReply(random, old, x) }, nil)
	}
	return p.finished()
}

// planning counts on its way.
type planning struct {
	Plans
	old, new *questionnaire.Questionnaire
	names    names
	nothing  map[*questionnaire.Question]int // of those that answers moved to or from
}

// compare puts one person to both: what only the new one asks she answers with one
// of the others, or would rather not say.
func (p *planning) compare(g *Group, reply func(*questionnaire.Question) questionnaire.Reply, others []string) {
	before, after := screening.Start(p.old).Enough(), screening.Start(p.new).Enough()
	for _, x := range p.old.Questions {
		before = before.Answer(x, reply(x))
	}
	for _, x := range p.new.Questions {
		was := p.old.Question(p.names.oldID("question", x.ID))
		if reply, ok := p.carriedMoved(was, x, before); ok {
			after = after.Answer(x, reply)
		} else if was != nil {
			after = after.Answer(x, p.carried(was, x, before.Reply(was)))
		} else if said, ok := scenario.ReplyOf(questionnaire.Person{Others: others}, x); ok {
			after = after.Answer(x, said)
		}
	}
	plans := [2]screening.Plan{before.Plan(nil), after.Plan(nil)}
	for i := range plans {
		today := 0
		for _, step := range plans[i].Steps {
			today += btoi(step.Urgency.AtLeast(questionnaire.Today))
		}
		g.steps[i], g.today[i] = append(g.steps[i], len(plans[i].Steps)), append(g.today[i], today)
	}
	g.People++
	if at := p.regionOf(p.Scenarios.People + p.Random.People); !p.move(plans, before, nil) && at[0] != nil {
		p.move([2]screening.Plan{before.Plan(at[0]), after.Plan(at[1])}, before, at[0])
	}
}

// regionOf is a region that both have, another one for the next person, where some
// clinician is a line that it lacks: in all others plans are those of no region.
func (p *planning) regionOf(person int) (at [2]*questionnaire.Region) {
	if n := len(p.old.Regions); n > 0 {
		was := p.old.Regions[person%n]
		if is := p.new.Region(p.names.newID("region", was.ID)); is != nil && (lacksALine(p.old, was) || lacksALine(p.new, is)) {
			return [2]*questionnaire.Region{was, is}
		}
	}
	return at
}

func lacksALine(q *questionnaire.Questionnaire, at *questionnaire.Region) bool {
	return slices.ContainsFunc(q.Clinicians, func(who *questionnaire.Clinician) bool { return !hasLine(at, who) })
}

// same reports whether two plans have the same steps in the same order, as soon.
func (p *planning) same(a, b screening.Plan) bool {
	return slices.EqualFunc(a.Steps, b.Steps, func(x, y screening.Step) bool {
		return p.names.newID("clinician", x.Clinician.ID) == y.Clinician.ID && x.Urgency == y.Urgency
	})
}

// move counts somebody whose plan changed, and reports whether it did.
func (p *planning) move(plans [2]screening.Plan, before screening.State, at *questionnaire.Region) bool {
	if p.same(plans[0], plans[1]) {
		return false
	}
	a, b := len(plans[0].Steps), len(plans[1].Steps)
	from, to := p.first(plans[0]), p.first(plans[1])
	who := repliesOf(before)
	if at != nil {
		who = append(who, "region: "+at.ID)
	}
	switch {
	case a == b && p.names.newID("clinician", from) == to:
		p.Other.count(who)
	case b > a:
		p.More.count(who)
	case b < a:
		p.Fewer.count(who)
	}
	if p.names.newID("clinician", from) == to {
		return true
	}
	i := slices.IndexFunc(p.First, func(m Moved) bool { return m.From == from && m.To == to })
	if i < 0 {
		i = len(p.First)
		p.First = append(p.First, Moved{From: from, To: to})
	}
	p.First[i].count(who)
	return true
}

func (p *planning) first(plan screening.Plan) string {
	if len(plan.Steps) == 0 {
		return ""
	}
	return plan.Steps[0].Clinician.ID
}

// repliesOf is a person in words: what counts, and is not "prefer not to say".
func repliesOf(s screening.State) (all []string) {
	q := s.Questionnaire()
	for _, x := range s.Asked() {
		if reply := s.Reply(x); reply.Kind != questionnaire.Declined {
			all = append(all, x.ID+": "+Said(q, x, reply))
		}
	}
	return all
}

func (p *planning) finished() Plans {
	for _, g := range []*Group{&p.Scenarios, &p.Random} {
		for i := range g.steps {
			g.Steps[i], g.Today[i] = spread(g.steps[i]), spread(g.today[i])
		}
	}
	order.Stable(p.First, func(a, b *Moved) int { return b.People - a.People })
	return p.Plans
}

func spread(of []int) Spread {
	slices.Sort(of)
	if len(of) == 0 {
		return Spread{}
	}
	return Spread{Middle: of[len(of)/2], Most: of[len(of)-1]}
}

// carried is an old reply as one to the new question. What cannot be said any more
// she would rather not say.
func (p *planning) carried(was, is *questionnaire.Question, r questionnaire.Reply) questionnaire.Reply {
	declined := questionnaire.Reply{Kind: questionnaire.Declined}
	if r.Kind != questionnaire.Definite {
		return r
	}
	if (was.TakesMedicines()) != (is.TakesMedicines()) {
		return declined
	}
	fresh := questionnaire.Reply{Kind: questionnaire.Definite, RestUnsure: r.RestUnsure}
	for _, a := range r.Answers {
		i := slices.IndexFunc(is.Answers, func(b *questionnaire.Answer) bool {
			return b.ID == p.names.newPart(was.ID, "answer", was.Answers[a].ID)
		})
		if i < 0 {
			return declined
		}
		fresh.Answers = append(fresh.Answers, i)
	}
	if fresh.Answers = withoutWhatStandsAlone(fresh.Answers, fresh.RestUnsure, is); is.TakesMany() && len(fresh.Answers) == 0 {
		return declined
	}
	slices.Sort(fresh.Answers)
	alone := slices.ContainsFunc(fresh.Answers, func(a int) bool { return is.Answers[a].Exclusive })
	if (alone || is.TakesOne()) && (len(fresh.Answers) > 1 || fresh.RestUnsure) {
		return declined
	}
	for _, t := range r.Taken {
		t = p.taken(was, is, t)
		if !slices.ContainsFunc(fresh.Taken, func(o questionnaire.Taken) bool { return o.Medicine == t.Medicine }) {
			fresh.Taken = append(fresh.Taken, t)
		}
	}
	return fresh
}

// taken is a medicine of the old list as one of the new.
func (p *planning) taken(was, is *questionnaire.Question, t questionnaire.Taken) questionnaire.Taken {
	if t.Medicine != questionnaire.UnlistedMedicine {
		m := listedAs(p.new.Formulary, p.old.Formulary.Medicines[t.Medicine].Generic)
		if t.Medicine = questionnaire.UnlistedMedicine; m != nil {
			t.Medicine = m.Index
		}
	}
	if t.State != questionnaire.UnsureState && len(was.States) > 0 {
		state := p.names.newPart(was.ID, "state", was.States[t.State].ID)
		t.State = slices.IndexFunc(is.States, func(s *questionnaire.Answer) bool { return s.ID == state }) // -1 is a state not told
	}
	if len(is.States) == 0 {
		t.State = 0
	}
	return t
}

// randomReply is any reply to a question: one in five leaves it open.
func randomReply(random *rand.Rand, q *questionnaire.Questionnaire, x *questionnaire.Question) questionnaire.Reply {
	switch random.IntN(10) {
	case 0:
		return questionnaire.Reply{Kind: questionnaire.Unsure}
	case 1:
		return questionnaire.Reply{Kind: questionnaire.Declined}
	}
	r := questionnaire.Reply{Kind: questionnaire.Definite}
	switch {
	case x.TakesOne():
		r.Answers = []int{random.IntN(len(x.Answers))}
	case x.TakesMany():
		for range 1 + random.IntN(3) {
			a := random.IntN(len(x.Answers))
			if x.Answers[a].Exclusive {
				r.Answers = []int{a}
				return r
			}
			if !slices.Contains(r.Answers, a) {
				r.Answers = append(r.Answers, a)
			}
		}
		slices.Sort(r.Answers)
	default:
		for range random.IntN(4) {
			m := random.IntN(len(q.Formulary.Medicines)+1) - 1 // -1 is one that is not listed
			if !slices.ContainsFunc(r.Taken, func(t questionnaire.Taken) bool { return t.Medicine == m }) {
				r.Taken = append(r.Taken, questionnaire.Taken{Medicine: m, State: random.IntN(max(1, len(x.States)))})
			}
		}
	}
	return r
}
