package prove

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/screening"
)

// Ten thousand questionnaires take minutes, so they are tried by hand:
//
//	go test ./internal/prove -run TestNobodyIsOverlooked -brute 10000
var brute = flag.Int("brute", 300, "how many questionnaires to decide by trying everybody")

// mostPeople keeps trying everybody, and everybody's doubles, affordable.
const mostPeople = 1500

// everybody is each person there can be: a reply to each question, asked or not.
type everybody struct {
	q       *questionnaire.Questionnaire
	replies [][]questionnaire.Reply // by question
	weights []int                   // by question: how far apart people are who differ in it
	people  []tried
	doubts  [][]map[int]bool // by question and reply: those that are less sure

	existing [][]bool           // by clinician and person: see whoExists
	plans    [][]screening.Plan // by person and region: see plan
}

// tried is what became of one of them.
type tried struct {
	asked   []bool
	rules   []screening.Truth
	state   screening.State
	outcome screening.Outcome
	texts   map[*questionnaire.Education]bool // those that may concern her: unknown is not no
}

// number is how many people there are for a questionnaire.
func number(q *questionnaire.Questionnaire) int {
	n := 1
	for _, question := range q.Questions {
		if n *= len(replies(q, question)); n > mostPeople {
			return n
		}
	}
	return n
}

// replies are all that can be said to a question, also without being sure of the
// rest.
func replies(q *questionnaire.Questionnaire, question *questionnaire.Question) []questionnaire.Reply {
	all := questionnairetest.Replies(q, question)
	for _, r := range all {
		if unsure, err := question.AndNotSure(r); err == nil {
			all = append(all, unsure)
		}
	}
	return all
}

func tryEverybody(q *questionnaire.Questionnaire) *everybody {
	e := &everybody{q: q}
	n := 1
	for _, question := range q.Questions {
		e.weights = append(e.weights, n)
		e.replies = append(e.replies, replies(q, question))
		n *= len(e.replies[question.Index])
	}
	for i := range n {
		state := screening.Start(q)
		for j, question := range q.Questions {
			state = state.Answer(question, e.reply(i, j))
		}
		p := tried{asked: make([]bool, len(q.Questions)), rules: make([]screening.Truth, len(q.Rules)), state: state, outcome: state.Outcome()}
		for _, question := range state.Asked() {
			p.asked[question.Index] = true
		}
		p.texts = map[*questionnaire.Education]bool{}
		for _, text := range q.Education {
			p.texts[text] = text.Concerns == nil || comesTo(q, state, text.Concerns) != screening.No
		}
		for _, talk := range p.outcome.Conversations {
			for _, reason := range talk.Reasons {
				p.rules[reason.Rule.Index] = screening.Unknown
				if reason.Certain {
					p.rules[reason.Rule.Index] = screening.Yes
				}
			}
		}
		e.people = append(e.people, p)
	}
	return e
}

func (e *everybody) reply(person, question int) questionnaire.Reply {
	return e.replies[question][e.which(person, question)]
}

func (e *everybody) which(person, question int) int {
	return person / e.weights[question] % len(e.replies[question])
}

// instead is the person who says something else to a question.
func (e *everybody) instead(person, question, reply int) int {
	return person + (reply-e.which(person, question))*e.weights[question]
}

func (e *everybody) any(is func(person int) bool) bool {
	for i := range e.people {
		if is(i) {
			return true
		}
	}
	return false
}

// findings are what a check of all people one by one finds, by check and place.
func (e *everybody) findings() []string {
	var all []string
	found := func(check string, at questionnaire.Position) { all = append(all, fmt.Sprintf("%s %s", at, check)) }
	q := e.q
	for i, question := range q.Questions {
		asked := e.any(func(p int) bool { return e.people[p].asked[i] })
		switch {
		case !asked:
			found("never-asked", place(question.AskWhen, question.At))
		case !e.hasPurpose(i):
			found("no-purpose", question.At)
		default:
			for b, answer := range question.Answers {
				if slices.ContainsFunc(question.Answers[:b], func(a *questionnaire.Answer) bool {
					return e.same(i, slices.Index(question.Answers, a), b)
				}) {
					found("same-answers", answer.At)
				}
			}
		}
	}
	for i, r := range q.Rules {
		if !e.any(func(p int) bool { return e.people[p].rules[i] == screening.Yes }) {
			found("never-fires", place(r.When, r.At))
		}
	}
	if e.any(func(p int) bool { return len(e.people[p].outcome.Conversations) == 0 }) {
		found("empty-handed", q.At)
	}
	for _, p := range q.Promises {
		if e.any(func(i int) bool { return e.breaks(i, p) }) {
			found("promise", p.At)
		}
	}
	for need := range e.saferUnsure() {
		// It is one finding for each need; the place is a rule's.
		found("unknown-is-safer "+need, questionnaire.Position{})
	}
	all = append(all, e.repeated()...)
	all = append(all, e.inVain()...)
	all = append(all, e.brokenOrders()...)
	all = append(all, e.unthoughtOf()...)
	all = append(all, e.nobodyThere()...)
	all = append(all, e.tooMany()...)
	all = append(all, e.saidToNobody()...)
	slices.Sort(all)
	return all
}

// breaks reports that somebody breaks a promise: each part of what it expects is
// looked for among the rules that fire for her and the questions that she is asked.
func (e *everybody) breaks(person int, p *questionnaire.Promise) bool {
	var who questionnaire.Person
	for i, question := range e.q.Questions {
		who.Answers = append(who.Answers, questionnaire.Given{Question: question, Reply: e.reply(person, i)})
	}
	if !holds(e.q, who, p.If) {
		return false
	}
	if e.breaksOfPlan(person, p.Then) {
		return true
	}
	her := e.people[person]
	fires := func(least screening.Truth, is func(*questionnaire.Rule, questionnaire.Urgency) bool) bool {
		for i, r := range e.q.Rules {
			urgency := r.Urgency
			if her.rules[i] == screening.Unknown {
				urgency = r.PossibleUrgency
			}
			if her.rules[i] >= least && is(r, urgency) {
				return true
			}
		}
		return false
	}
	leads := func(talk questionnaire.ExpectedConversation) func(*questionnaire.Rule, questionnaire.Urgency) bool {
		return func(r *questionnaire.Rule, urgency questionnaire.Urgency) bool {
			return urgency >= talk.Urgency && slices.ContainsFunc(r.Needs, func(n questionnaire.Need) bool {
				for _, who := range n.AnyOf {
					if !slices.Contains(talk.AnyOf, who) {
						return false // somebody else would do
					}
				}
				return true
			})
		}
	}
	for _, talk := range p.Then.Conversations {
		if !fires(screening.Yes, leads(talk)) {
			return true
		}
	}
	for _, talk := range p.Then.Possible {
		if !fires(screening.Unknown, leads(talk)) {
			return true
		}
	}
	for _, none := range p.Then.NoneOf {
		if fires(screening.Yes, func(r *questionnaire.Rule, _ questionnaire.Urgency) bool { return slices.Contains(r.TalkTo, none.Of) }) {
			return true
		}
	}
	for _, rule := range p.Then.Interrupts {
		if !slices.Contains(her.state.Next().Interrupt, rule.Of) {
			return true
		}
	}
	for _, question := range p.Then.Asks {
		if !her.asked[question.Of.Index] {
			return true
		}
	}
	for _, question := range p.Then.DoesNotAsk {
		if her.asked[question.Of.Index] {
			return true
		}
	}
	for _, text := range p.Then.Learn {
		if !her.texts[text.Of] || !fires(screening.Unknown, func(r *questionnaire.Rule, _ questionnaire.Urgency) bool { return slices.Contains(r.Learn, text.Of) }) {
			return true
		}
	}
	return p.Then.NoMore && fires(screening.Yes, func(r *questionnaire.Rule, urgency questionnaire.Urgency) bool {
		return slices.ContainsFunc(r.TalkTo, func(who *questionnaire.Clinician) bool {
			expected := false
			for _, talk := range p.Then.Conversations {
				if slices.Contains(talk.AnyOf, who) {
					if expected = true; urgency > talk.Urgency {
						return true
					}
				}
			}
			return !expected
		})
	})
}

// inVain are the texts that concern nobody for whom a rule that names them is certain.
func (e *everybody) inVain() []string {
	var all []string
	for i, r := range e.q.Rules {
		certain := func(p int) bool { return e.people[p].rules[i] == screening.Yes }
		for _, text := range r.Learn {
			if e.any(certain) && !e.any(func(p int) bool { return certain(p) && e.people[p].texts[text] }) {
				all = append(all, fmt.Sprintf("%s never-offered", r.At))
			}
		}
	}
	return all
}

// differ reports that two people are asked or told something different.
func (e *everybody) differ(a, b int) bool {
	return !slices.Equal(e.people[a].asked, e.people[b].asked) || !slices.Equal(e.people[a].rules, e.people[b].rules)
}

func (e *everybody) hasPurpose(question int) bool {
	return e.any(func(p int) bool {
		if !e.people[p].asked[question] {
			return false
		}
		for r := range e.replies[question] {
			if e.differ(p, e.instead(p, question, r)) {
				return true
			}
		}
		return false
	})
}

// same is "two answers that nothing tells apart in any company": not what one
// says beside the very same other answers, nor both of them. Beside others an
// answer that stands alone is not said, so there the others are said alone.
func (e *everybody) same(question, a, b int) bool {
	answers := e.q.Questions[question].Answers
	said := func(rest bool, which ...int) (replies []int) {
		for r, reply := range e.replies[question] {
			if reply.Kind == questionnaire.Definite && reply.RestUnsure == rest && slices.Equal(reply.Answers, which) {
				replies = append(replies, r)
			}
		}
		return replies
	}
	with := func(company []int, more ...int) []int {
		all := slices.Sorted(slices.Values(append(slices.Clone(company), more...)))
		if len(company) > 0 {
			all = slices.DeleteFunc(all, func(i int) bool { return answers[i].Exclusive })
		}
		return all
	}
	var companies [][]int
	for set := range 1 << len(answers) {
		var company []int
		for i := range answers {
			if set>>i&1 == 1 && i != a && i != b && !answers[i].Exclusive {
				company = append(company, i)
			}
		}
		companies = append(companies, company)
	}
	for _, company := range companies {
		for _, rest := range []bool{false, true} {
			one := said(rest, with(company, a)...)
			for _, other := range append(said(rest, with(company, b)...), said(rest, with(company, a, b)...)...) {
				for _, r := range one {
					if e.any(func(p int) bool {
						return e.which(p, question) == r && e.people[p].asked[question] && e.differ(p, e.instead(p, question, other))
					}) {
						return false
					}
				}
			}
		}
	}
	return true
}

// saferUnsure reports of each need whether there are two people who differ only
// in that the second is unsure somewhere, where the second loses the need,
// certain or possible, or more than one step of urgency.
func (e *everybody) saferUnsure() map[string]bool {
	loses := map[string]bool{}
	soon := e.howSoon(screening.Unknown)
	for first := range e.people {
		for second := range e.people {
			if !e.onlyUnsure(first, second) {
				continue
			}
			for name, of := range soon {
				had, has := of[first], of[second]
				if had >= 0 && (has < 0 || has < had-1) {
					loses[name] = true
				}
			}
		}
	}
	return loses
}

// howSoon is how soon each person needs each of the sets of clinicians.
func (e *everybody) howSoon(least screening.Truth) map[string][]int {
	all := map[string][]int{}
	for name, need := range e.needs() {
		for person := range e.people {
			all[name] = append(all[name], e.soonest(person, need, least))
		}
	}
	return all
}

// needs are the sets of clinicians that a rule calls for, by their sorted names.
func (e *everybody) needs() map[string][]*questionnaire.Clinician {
	all := map[string][]*questionnaire.Clinician{}
	for _, r := range e.q.Rules {
		for _, n := range r.Needs {
			all[sortedNeed(n.String())] = n.AnyOf
		}
	}
	return all
}

func sortedNeed(text string) string {
	words := strings.Split(text, " or ")
	slices.Sort(words)
	return strings.Join(words, " or ")
}

// soonest is the highest urgency at which somebody needs one of these people and
// nobody else would do; -1 if she does not.
func (e *everybody) soonest(person int, of []*questionnaire.Clinician, least screening.Truth) int {
	most := -1
	for i, r := range e.q.Rules {
		truth := e.people[person].rules[i]
		if truth < least || truth == screening.No {
			continue
		}
		for _, n := range r.Needs {
			outside := slices.DeleteFunc(slices.Clone(n.AnyOf), func(who *questionnaire.Clinician) bool { return slices.Contains(of, who) })
			switch {
			case len(outside) > 0:
			case truth == screening.Yes:
				most = max(most, int(r.Urgency))
			default:
				most = max(most, int(r.PossibleUrgency))
			}
		}
	}
	return most
}

// onlyUnsure reports that to each question both say the same, or the second is
// unsure of what the first answers. Who is not asked says nothing.
func (e *everybody) onlyUnsure(first, second int) bool {
	for i := range e.q.Questions {
		if !e.people[first].asked[i] || !e.people[second].asked[i] || e.which(first, i) == e.which(second, i) {
			continue
		}
		if !e.lessSure(i, e.which(first, i), e.which(second, i)) {
			return false
		}
	}
	return true
}

// lessSure reports whether one reply is another, but for being unsure.
func (e *everybody) lessSure(question, sure, unsure int) bool {
	if e.doubts == nil {
		e.doubts = make([][]map[int]bool, len(e.q.Questions))
		for i, question := range e.q.Questions {
			at := map[string]int{}
			for r, reply := range e.replies[i] {
				at[wording(reply)] = r
			}
			for _, reply := range e.replies[i] {
				unsure := map[int]bool{}
				for _, less := range lessSureBy(question, reply) {
					if r, ok := at[wording(less)]; ok {
						unsure[r] = true
					}
				}
				e.doubts[i] = append(e.doubts[i], unsure)
			}
		}
	}
	return e.doubts[question][sure][unsure]
}

// wording tells replies apart.
func wording(r questionnaire.Reply) string {
	var all []string
	for _, a := range r.Answers {
		all = append(all, fmt.Sprint(a))
	}
	for _, t := range r.Taken {
		all = append(all, fmt.Sprint(t.Medicine, t.State))
	}
	slices.Sort(all)
	return fmt.Sprint(r.Kind, r.RestUnsure, all)
}

// lessSureBy makes each reply that is less sure than one: of the whole; of the
// rest, of which some of what was said is part; by an answer of the author's own;
// of one medicine's state; or of which medicine one of them is.
func lessSureBy(question *questionnaire.Question, sure questionnaire.Reply) []questionnaire.Reply {
	if sure.Kind != questionnaire.Definite {
		return nil
	}
	all := []questionnaire.Reply{{Kind: questionnaire.Unsure}, {Kind: questionnaire.Declined}}
	add := func(r questionnaire.Reply) { r.Kind = questionnaire.Definite; all = append(all, r) }
	if question.TakesMedicines() {
		for set := 1; set < 1<<len(sure.Taken); set++ {
			var some []questionnaire.Taken
			for i, t := range sure.Taken {
				if set>>i&1 == 1 {
					some = append(some, t)
				}
			}
			add(questionnaire.Reply{Taken: some, RestUnsure: true})
		}
		listed := !slices.ContainsFunc(sure.Taken, func(t questionnaire.Taken) bool { return t.Medicine == questionnaire.UnlistedMedicine })
		for i := range sure.Taken {
			state, what := slices.Clone(sure.Taken), slices.Clone(sure.Taken)
			state[i].State, what[i].Medicine = questionnaire.UnsureState, questionnaire.UnlistedMedicine
			if len(question.States) > 0 {
				add(questionnaire.Reply{Taken: state, RestUnsure: sure.RestUnsure})
			}
			if listed {
				add(questionnaire.Reply{Taken: what, RestUnsure: sure.RestUnsure})
			}
		}
		return all
	}
	var known, unknown []int // answers: those that she gave, and those that mean "I do not know"
	for i, answer := range question.Answers {
		switch {
		case answer.Unknown:
			unknown = append(unknown, i)
		case slices.Contains(sure.Answers, i):
			known = append(known, i)
		}
	}
	if len(known) == 0 {
		return all // she was not sure of anything
	}
	for set := range 1 << (len(known) + len(unknown)) {
		var some []int
		open, keeps := false, true
		for i, a := range slices.Concat(known, unknown) {
			chosen := set>>i&1 == 1
			if chosen {
				some = append(some, a)
			}
			if i >= len(known) {
				open = open || chosen
				keeps = keeps && (chosen || !slices.Contains(sure.Answers, a))
			}
		}
		if keeps {
			add(questionnaire.Reply{Answers: some, RestUnsure: true})
		}
		if keeps && open && !sure.RestUnsure {
			add(questionnaire.Reply{Answers: some})
		}
	}
	return all
}

func (e *everybody) repeated() []string {
	var all []string
	left := slices.Clone(e.q.Rules)
	for _, r := range slices.Backward(e.q.Rules) {
		others := slices.DeleteFunc(slices.Clone(left), func(x *questionnaire.Rule) bool { return x == r })
		fires := e.any(func(p int) bool { return e.people[p].rules[r.Index] == screening.Yes })
		if !fires || e.any(func(p int) bool { return e.adds(p, r, others) }) {
			continue
		}
		left = others
		all = append(all, fmt.Sprintf("%s repeated-rule", r.At))
	}
	return all
}

// adds compares what she is told with and without the rule.
func (e *everybody) adds(person int, r *questionnaire.Rule, others []*questionnaire.Rule) bool {
	truths := e.people[person].rules
	if truths[r.Index] == screening.No {
		return false
	}
	return e.told(person, others) != e.told(person, append(slices.Clone(others), r))
}

// told is everything that somebody hears from these rules, as text.
func (e *everybody) told(person int, rules []*questionnaire.Rule) string {
	heard := map[string]int{} // and how strongly
	for _, r := range rules {
		truth := e.people[person].rules[r.Index]
		if truth == screening.No {
			continue
		}
		urgency := r.PossibleUrgency
		if truth == screening.Yes {
			urgency = r.Urgency
		}
		for _, who := range r.TalkTo {
			key := who.ID + " how soon"
			heard[key] = max(heard[key], int(urgency)+1)
			key = who.ID + " " + r.Reason + r.AskOfAll()
			heard[key] = max(heard[key], int(truth))
			if r.Interrupt {
				heard[key+" interrupt"] = max(heard[key+" interrupt"], int(truth))
			}
		}
		for _, l := range r.Learn {
			if e.people[person].texts[l] {
				heard[l.ID] = 1
			}
		}
	}
	return fmt.Sprint(heard) // maps are printed in order
}

// drawAll draws a questionnaire with everything that there is to be proved.
func drawAll(t *rapid.T) *questionnaire.Questionnaire {
	q := questionnairetest.Draw(t, questionnairetest.Shape{MostQuestions: 4, MostRules: 5, Plan: true, Orders: true})
	drawLimits(t, q)
	texts := []*questionnaire.Education{{ID: "one"}, {ID: "two"}}
	q.Education = texts
	drawConcerns(t, q, texts)
	for _, r := range q.Rules {
		for _, e := range texts {
			if rapid.IntRange(0, 3).Draw(t, "learn") == 0 {
				r.Learn = append(r.Learn, e)
			}
		}
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "promises") {
		p := &questionnaire.Promise{ID: fmt.Sprint("p", i), At: questionnaire.Position{File: "promises", Line: i + 1}}
		p.If = rapid.SampledFrom(q.Rules).Draw(t, "if").When
		if len(q.Questions) > 1 && rapid.Bool().Draw(t, "by an ask-when") {
			p.If = rapid.SampledFrom(q.Questions).Draw(t, "question").AskWhen
		}
		drawThen(t, q, p)
		q.Promises = append(q.Promises, p)
	}
	return q
}

// drawConcerns draws whom texts concern: whom something else is for, or all but those.
func drawConcerns(t *rapid.T, q *questionnaire.Questionnaire, texts []*questionnaire.Education) {
	for _, e := range texts {
		switch rapid.IntRange(0, 3).Draw(t, "concerns") {
		case 0:
			e.Concerns = nil
		case 1:
			e.Concerns = rapid.SampledFrom(q.Questions).Draw(t, "whoever is asked").AskWhen
		default:
			e.Concerns = rapid.SampledFrom(q.Rules).Draw(t, "whom a rule is for").When
		}
		if e.Concerns != nil && rapid.IntRange(0, 2).Draw(t, "all others") == 0 {
			e.Concerns = &questionnaire.Condition{Op: questionnaire.Not, Parts: []*questionnaire.Condition{e.Concerns}}
		}
	}
}

// drawThen draws what a promise expects: mostly one thing, sometimes several.
func drawThen(t *rapid.T, q *questionnaire.Questionnaire, p *questionnaire.Promise) {
	e := &p.Then
	one := func(what string) bool { return rapid.IntRange(0, 3).Draw(t, what) == 0 }
	talk := func() questionnaire.ExpectedConversation {
		anyOf := []*questionnaire.Clinician{rapid.SampledFrom(q.Clinicians).Draw(t, "talk to")}
		if or := rapid.SampledFrom(q.Clinicians).Draw(t, "or"); or != anyOf[0] && one("of two") {
			anyOf = append(anyOf, or)
		}
		return questionnaire.ExpectedConversation{AnyOf: anyOf, Urgency: questionnaire.Urgency(rapid.IntRange(0, len(questionnaire.UrgencyWords())-1).Draw(t, "at least"))}
	}
	interrupting := slices.DeleteFunc(slices.Clone(q.Rules), func(r *questionnaire.Rule) bool { return !r.Interrupt })
	for !e.Says() {
		for rapid.Bool().Draw(t, "leads") {
			e.Conversations = append(e.Conversations, talk())
		}
		if one("may lead") {
			e.Possible = append(e.Possible, talk())
		}
		if one("asks") {
			e.Asks = those(t, q.Questions)
		}
		if one("does not ask") {
			e.DoesNotAsk = those(t, q.Questions)
		}
		if one("teaches") {
			e.Learn = those(t, q.Education)
		}
		if one("spares") {
			e.NoneOf = those(t, q.Clinicians)
		}
		if len(interrupting) > 0 && one("interrupts") {
			e.Interrupts = those(t, interrupting)
		}
		e.NoMore = one("no more")
		drawOfPlan(t, q, e)
	}
}

func those[T any](t *rapid.T, of []*T) []questionnaire.Expected[T] {
	return []questionnaire.Expected[T]{{Of: rapid.SampledFrom(of).Draw(t, "of")}}
}

// keys are findings by check and place.
func keys(findings []questionnaire.Finding) []string {
	var all []string
	for _, f := range findings {
		key := fmt.Sprintf("%s %s", f.At, f.Check.ID())
		if f.Check.ID() == "unknown-is-safer" {
			key = " unknown-is-safer " + sortedNeed(f.About.ID)
		}
		if f.Check.ID() == "lighter-is-graver" && slices.Contains(all, key) {
			continue // by another pair of answers
		}
		all = append(all, key)
	}
	slices.Sort(all)
	return all
}

// agree holds what the solver finds against trying everybody.
func agree(t *rapid.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Fatalf("the solver finds\n\t%s\nand trying everybody\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// met holds that the random questionnaires had one of each kind, or what they show
// of it is nothing. A fifth of them, with -short, may well lack a rare one.
func met[K comparable](t *testing.T, found map[K]int, kinds ...K) {
	t.Helper()
	t.Log(found)
	for _, kind := range kinds {
		if found[kind] == 0 && !testing.Short() {
			t.Errorf("the random questionnaires never had %v", kind)
		}
	}
}

// TestNobodyIsOverlooked holds every finding of the solver against trying
// everybody, on random small questionnaires; and the solver's work on the part
// of the formula that a query hangs on against its work on all of it.
func TestNobodyIsOverlooked(t *testing.T) {
	tried := map[string]int{}
	shrinking := 0
	left := *brute
	for left > 0 {
		before := left
		rapid.Check(t, func(t *rapid.T) {
			q := drawAll(t)
			if number(q) > mostPeople || left <= 0 {
				return
			}
			left--
			found := Check(q)
			got, want := keys(found), tryEverybody(q).findings()
			agree(t, got, want)
			uncut := newChecking(q)
			uncut.whole = true
			if whole := keys(uncut.check()); !slices.Equal(got, whole) {
				t.Fatalf("with the cone\n\t%s\nand with all of the formula\n\t%s", strings.Join(got, "\n\t"), strings.Join(whole, "\n\t"))
			}
			for _, f := range found {
				tried[f.Check.ID()]++
				for _, how := range []string{"is not asked", "is asked", "is not offered", "expected none", "only possible", "for certain; expected", "expected at least a possible", "is not shown", "with no-more", "the plan opens with", "the plan has no step", "steps ("} {
					if f.Check.ID() == "promise" && strings.Contains(f.Message, how) {
						tried["promise: "+how]++
					}
				}
			}
			tried["questionnaires"]++
		})
		if t.Failed() {
			return
		}
		if left == before {
			shrinking++
		}
		if shrinking > 3 {
			t.Fatal("no questionnaire is small enough")
		}
	}
	t.Log(tried)
	if tried["never-offered"] == 0 && !testing.Short() && *brute >= 300 {
		t.Error("no text of the random questionnaires was ever named in vain")
	}
}
