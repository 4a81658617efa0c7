package screening

import (
	"cmp"
	"slices"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Plan is what a screening ends with: the fewest steps that carry every certain
// reason, and one quiet entry for what she left open.
type Plan struct {
	Needs []Need // all, in the order of their reasons
	Steps []Step // the first one first
	Open  Open
}

// Need is one entry of a rule's talk-to for one person: somebody of these.
type Need struct {
	Reason
	AnyOf  []*questionnaire.Clinician // as the author wrote them, the best first
	By     *questionnaire.Clinician   // whose step carries it; nil: it is left open
	Nobody bool                       // none of them exists for her; a questionnaire that passes its proofs has no such need

	choices choices // those who exist for her; all, where none does
}

// Step is one clinician of the plan with what it carries.
type Step struct {
	Clinician *questionnaire.Clinician
	Exists    Truth                 // for her, in her region
	Urgency   questionnaire.Urgency // the highest of its certain reasons; of a possible one it is never less
	Weight    questionnaire.Weight  // the heaviest of its certain reasons
	Reasons   []Reason              // certain ones first, then by urgency, then by weight
	Certain   int                   // how many of the reasons are

	hers   int // those of them that are not everybody's
	q      *questionnaire.Questionnaire
	region *questionnaire.Region // whose names they have
	others set                   // who else can meet every certain need that it carries
	liked  choices               // those of its first need, the best first
}

// Open is what she left open and no step of the plan can carry.
type Open struct {
	With    *questionnaire.Clinician // who can go through it with her; nil: nothing is left open
	Urgency questionnaire.Urgency
	Reasons []Reason
}

// None reports whether nothing is left open.
func (o Open) None() bool { return len(o.Reasons) == 0 }

// Plan works out the plan from the answers so far, for a region; nil: she did not
// say where she is. A question that still waits for its answer counts as unknown.
//
// Like [State.Outcome] it deals everything out from pieces that are counted
// first, so that many rules cost no more allocations than few.
func (s State) Plan(region *questionnaire.Region) Plan {
	p := planner{q: s.q, view: s.look()}
	for _, who := range s.q.Clinicians {
		p.exists[who.Index] = p.existence(who, region)
		if who.LacksLine(region) {
			p.lacking |= only(who.Index)
		}
	}
	plan := Plan{Needs: p.needs(ranked(p.fired(s.q.Rules)))}
	chosen := fewest(certainWants(plan.Needs))
	p.deal(plan.Needs, chosen)
	plan.Steps = p.steps(plan.Needs, chosen)
	plan.Open = p.open(plan.Needs, chosen)
	plan.in(region)
	return plan
}

// in gives everybody of the plan the names that they have in a region.
func (p *Plan) in(region *questionnaire.Region) {
	for i := range p.Steps {
		s := &p.Steps[i]
		s.Clinician, s.region = s.Clinician.In(region), region
	}
	if p.Open.With != nil {
		p.Open.With = p.Open.With.In(region)
	}
}

// planner is one plan on its way.
type planner struct {
	*view
	q      *questionnaire.Questionnaire
	exists [questionnaire.MaxClinicians]Truth
	// lacking are those who have no line of their own where she is, so that others are there instead.
	lacking set
}

// deal gives each need to the clinician of the plan whom it likes best. A possible
// one is carried by a step that is at least as soon, for whatever is certain: it
// makes no step more urgent, for unknown is never louder than known, and no step
// makes it wait, for it is never safer either. Where there is no such step it is
// left open, with its own urgency.
func (p *planner) deal(needs []Need, chosen set) {
	var soon [int(questionnaire.Now) + 1]set // by urgency: whose step is at least so soon
	for i := range needs {
		n := &needs[i]
		who := chosen
		if !n.Certain { // certain ones stand first
			who = soon[n.Urgency()]
		}
		clinician, _ := n.choices.best(who)
		if clinician < 0 {
			continue
		}
		n.By = p.q.Clinicians[clinician]
		for u := questionnaire.NextVisit; n.Certain && u <= n.Urgency(); u++ {
			soon[u] |= only(clinician)
		}
	}
}

// existence tells whether there is such a clinician for her.
func (p *planner) existence(who *questionnaire.Clinician, region *questionnaire.Region) Truth {
	exists := p.truth(who.ExistsWhen)
	switch {
	case who.Line == "":
	case region == nil:
		exists = min(exists, Unknown)
	case !slices.ContainsFunc(region.Lines, func(l *questionnaire.HelpLine) bool { return l.Kind == who.Line }):
		exists = No
	}
	return exists
}

// rank is where a reason stands: certain ones before possible ones, then by
// urgency, then by weight.
func rank(r Reason) int {
	const weights = int(questionnaire.Life) + 1
	const urgencies = int(questionnaire.Now) + 1
	return (btoi(!r.Certain)*urgencies+int(questionnaire.Now-r.Urgency()))*weights + int(questionnaire.Life-r.Rule.Weight)
}

const ranks = 2 * (int(questionnaire.Now) + 1) * (int(questionnaire.Life) + 1)

// ranked puts reasons in their order; those of one rank stay as they stand.
func ranked(reasons []Reason) []Reason {
	var start [ranks + 1]int
	for _, r := range reasons {
		start[rank(r)+1]++
	}
	for i := range ranks {
		start[i+1] += start[i]
	}
	inOrder := make([]Reason, len(reasons))
	for _, r := range reasons {
		place := &start[rank(r)]
		inOrder[*place] = r
		*place++
	}
	return inOrder
}

// needs are those of all reasons, in their order.
func (p *planner) needs(reasons []Reason) []Need {
	total := 0
	for _, r := range reasons {
		total += len(r.Rule.Needs)
	}
	all := make([]Need, 0, total)
	for _, r := range reasons {
		for _, n := range r.Rule.Needs {
			choices, there := p.choicesOf(n.AnyOf, r.Urgency())
			all = append(all, Need{Reason: r, AnyOf: n.AnyOf, Nobody: !there, choices: choices})
		}
	}
	return all
}

// choicesOf are those of the clinicians who exist for her. Where none does, the
// need stands all the same: nobody leaves empty-handed.
func (p *planner) choicesOf(anyOf []*questionnaire.Clinician, u questionnaire.Urgency) (_ choices, exist bool) {
	var there, all choices
	var last set
	for i, who := range anyOf {
		all = all.with(who.Index, i)
		switch {
		case p.exists[who.Index] == No:
		case u < questionnaire.Now && p.lacking.has(who.Index):
			last |= only(who.Index)
		default:
			there = there.appended(who.Index)
		}
	}
	if last != 0 {
		there = p.instead(anyOf, there, last)
	}
	if there == 0 {
		return all, false
	}
	return there, true
}

// instead adds to the choices of a need that is not for now those who have no line of their own
// where she is, and before them who is there instead: see [questionnaire.Need.WhereLacking].
func (p *planner) instead(anyOf []*questionnaire.Clinician, there choices, last set) choices {
	room := questionnaire.MaxAlternatives - len(anyOf)
	for _, who := range anyOf {
		for i := 0; last.has(who.Index) && i < len(who.Instead); i++ {
			if other := who.Instead[i]; room > 0 && !slices.Contains(anyOf, other) && !there.set().has(other.Index) {
				there = there.appended(other.Index)
				room--
			}
		}
	}
	for _, who := range anyOf {
		if last.has(who.Index) {
			there = there.appended(who.Index)
		}
	}
	return there
}

// certainWants puts together the certain needs that have the same choices.
func certainWants(needs []Need) []want {
	certain := slices.IndexFunc(needs, func(n Need) bool { return !n.Certain }) // certain ones stand first
	if certain < 0 {
		certain = len(needs)
	}
	wants := make([]want, 0, certain)
	for _, n := range needs[:certain] {
		if i := slices.IndexFunc(wants, func(w want) bool { return w.choices == n.choices }); i >= 0 {
			wants[i].times++
			continue
		}
		wants = append(wants, want{n.choices, n.choices.set(), 1})
	}
	return wants
}

// steps deals the needs out to the chosen clinicians, and puts these in order.
func (p *planner) steps(needs []Need, chosen set) []Step {
	var place, count [questionnaire.MaxClinicians]int
	total := 0
	for i, n := range needs {
		if n.By != nil && isFirstOf(needs, i) {
			count[n.By.Index]++
			total++
		}
	}
	dealt := make([]Reason, total)
	steps := make([]Step, 0, chosen.size())
	for clinician := range chosen.all() {
		place[clinician] = len(steps)
		n := count[clinician]
		steps = append(steps, Step{Clinician: p.q.Clinicians[clinician], Exists: p.exists[clinician], Reasons: dealt[:0:n], q: p.q})
		dealt = dealt[n:]
	}
	for i, n := range needs {
		if n.By != nil {
			steps[place[n.By.Index]].carry(n, isFirstOf(needs, i))
		}
	}
	order.Stable(steps, stepsInOrder) // they stand in that of the questionnaire
	return steps
}

// stepsInOrder compares two by urgency, by weight, and by how many reasons of hers
// they carry: a rule for everyone puts nobody before what is hers. In danger nobody
// counts reasons: an ambulance for one reason stands before a line for three, if the
// author put it first.
func stepsInOrder(a, b *Step) int {
	by := cmp.Or(cmp.Compare(b.Urgency, a.Urgency), cmp.Compare(b.Weight, a.Weight))
	if by == 0 && a.Urgency < questionnaire.Now {
		by = cmp.Compare(b.hers, a.hers)
	}
	return by
}

// isFirstOf tells whether no need before this one has brought the same reason to
// the same step: those of one reason stand together.
func isFirstOf(needs []Need, i int) bool {
	for k := i - 1; k >= 0 && needs[k].Rule == needs[i].Rule; k-- {
		if needs[k].By == needs[i].By {
			return false
		}
	}
	return true
}

// carry adds a need to the step; isNew tells that its reason is new there.
func (s *Step) carry(n Need, isNew bool) {
	if n.Certain {
		s.Urgency = max(s.Urgency, n.Urgency())
		s.Weight = max(s.Weight, n.Rule.Weight)
		if s.liked == 0 {
			s.liked, s.others = n.choices, n.choices.set()&^only(s.Clinician.Index)
		}
		s.others &= n.choices.set()
	}
	if isNew {
		s.Certain += btoi(n.Certain)
		s.hers += btoi(n.Certain && n.Rule.When != nil)
		s.Reasons = append(s.Reasons, n.Reason)
	}
}

// open gathers what no step carries.
func (p *planner) open(needs []Need, chosen set) Open {
	var o Open
	first := 0
	for i, n := range needs {
		if n.By != nil || !isFirstOf(needs, i) {
			continue
		}
		if o.Reasons == nil {
			o.Reasons = make([]Reason, 0, len(needs)-i)
			first = i
		}
		o.Urgency = max(o.Urgency, n.Urgency())
		o.Reasons = append(o.Reasons, n.Reason)
	}
	if o.Reasons != nil {
		o.With = p.openWith(needs, needs[first].choices, o.Urgency, chosen)
	}
	return o
}

// openWith is who goes through what is open: of the author's choice somebody of
// the plan, or else the first who exists. Without a choice it is the best one for
// the first of what is open. Of several in the plan it is one whose step is at
// least as soon, so that nobody is named twice with two urgencies without need.
func (p *planner) openWith(needs []Need, who choices, u questionnaire.Urgency, chosen set) *questionnaire.Clinician {
	if anyOf := p.q.OpenWith.AnyOf; len(anyOf) > 0 {
		who, _ = p.choicesOf(anyOf, u)
	}
	var soon set
	for _, n := range needs {
		if n.Certain && n.By != nil && n.Urgency() >= u {
			soon |= only(n.By.Index)
		}
	}
	for _, some := range [...]set{soon, chosen, who.set()} {
		if clinician, _ := who.best(some); clinician >= 0 {
			return p.q.Clinicians[clinician]
		}
	}
	return nil // a need names somebody
}

// With finds the step with a clinician, or nil.
func (p Plan) With(who *questionnaire.Clinician) *Step {
	for i := range p.Steps {
		if p.Steps[i].Clinician.Index == who.Index {
			return &p.Steps[i]
		}
	}
	return nil
}

// Others are who else can carry all that is certain about the step, in the order
// in which its first need likes them. Where there is nobody, the clinician's
// if-none says what to do.
func (s Step) Others() []*questionnaire.Clinician {
	var all []*questionnaire.Clinician
	for clinician := range s.liked.all() {
		if s.others.has(clinician) {
			all = append(all, s.q.Clinicians[clinician].In(s.region))
		}
	}
	return all
}
