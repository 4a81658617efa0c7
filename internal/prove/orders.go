package prove

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

var lighterIsGraver = questionnaire.Declare("lighter-is-graver", questionnaire.Error, "an order that two people break: whoever gives the graver answer gets less")

// checkOrders finds two people who are alike but for one answer of a question
// that an order ranks, where the one with the graver answer has less: a need that
// she lacks, or has only possibly, or less soon (rule 9). Alike is that they say
// the same to every other question that both are asked. What only one of them is
// asked she may answer in any way, and the order must hold even then.
func checkOrders(c *checking) {
	if len(c.q.Orders) == 0 {
		return
	}
	needs := needsOf(c.q)
	said := map[*questionnaire.Test]span{}
	for _, order := range c.q.Orders {
		o := ordered{checking: c, order: order, needs: needs, said: said}
		o.hangOn(order.Question)
		for i, rank := range order.Ranks {
			for j := i + 1; j < len(order.Ranks); j++ {
				for _, graver := range rank {
					for _, lighter := range order.Ranks[j] {
						o.compare(i, graver, j, lighter)
					}
				}
			}
		}
	}
}

// ordered is an order that is being proved.
type ordered struct {
	*checking
	order *questionnaire.Order
	needs []need
	hangs []bool                       // by question: whether it is asked hangs on the order's, or it is that
	rules []*questionnaire.Rule        // those whose conditions look at such a question
	said  map[*questionnaire.Test]span // what anybody's reply makes of a test, if she is asked
}

func (o *ordered) hangOn(question *questionnaire.Question) {
	o.hangs = make([]bool, len(o.q.Questions))
	o.hangs[question.Index] = true
	any := func(looks map[int]bool) bool {
		for i := range looks {
			if o.hangs[i] {
				return true
			}
		}
		return false
	}
	for i := question.Index + 1; i < len(o.hangs); i++ { // an ask-when looks only back
		o.hangs[i] = any(o.looksAt(o.q.Questions[i].AskWhen))
	}
	for _, r := range o.q.Rules {
		if any(o.looksAt(r.When)) {
			o.rules = append(o.rules, r)
		}
	}
}

// compare proves that one grade has no less than another, which is less grave.
func (o *ordered) compare(i int, graver questionnaire.Grade, j int, lighter questionnaire.Grade) {
	if o.followsFrom(i, graver, j, lighter) {
		return
	}
	for _, x := range o.exchanges(i, graver, j, lighter) {
		e := exchanging{ordered: o, exchange: x}
		if found := e.check(graver, lighter); found {
			return // of two classes, one pair of medicines is enough
		}
	}
}

// followsFrom tells that a grade between the two makes their comparison
// superfluous: who has no less than she has who has no less than a third. Of an
// answer that is said alone, that is so only between others that are. Medicines
// of a class are not all between two others, so all are compared.
func (o *ordered) followsFrom(i int, graver questionnaire.Grade, j int, lighter questionnaire.Grade) bool {
	if graver.Kind == questionnaire.GradeMedicines || lighter.Kind == questionnaire.GradeMedicines {
		return false
	}
	for _, rank := range o.order.Ranks[i+1 : j] {
		if slices.ContainsFunc(rank, func(between questionnaire.Grade) bool {
			return between.Kind != questionnaire.GradeMedicines &&
				(o.alone(graver) || o.alone(lighter) || !o.alone(between))
		}) {
			return true
		}
	}
	return false
}

// alone tells of a grade that is the whole of a reply.
func (o *ordered) alone(g questionnaire.Grade) bool {
	switch g.Kind {
	case questionnaire.GradeAnswer:
		return o.order.Question.TakesOne() || o.order.Question.Answers[g.Place].Exclusive
	case questionnaire.GradeNone, questionnaire.GradeNotSure, questionnaire.GradeDeclined:
		return true
	}
	return false
}

// exchanging is one exchange of answers that is being proved.
type exchanging struct {
	*ordered
	exchange
	graver, lighter *person
}

// check finds whoever has less by the exchange, and reports her; it tells
// whether there was something to report.
func (e *exchanging) check(graver, lighter questionnaire.Grade) bool {
	doubtful := e.doubtful()
	if len(doubtful) == 0 {
		return false
	}
	e.graver, e.lighter = e.person(e.exchange.graver), e.person(e.exchange.lighter)
	if !e.sight.off {
		// Mostly the rules that look at what is exchanged make up for one another.
		if _, result := e.find(e.losing(doubtful, e.rules)); result == nobody {
			return false
		}
	}
	w, result := e.smallest(e.losing(doubtful, e.q.Rules), e.company(e.base()), e.anybody)
	switch result {
	case undecided:
		e.tooHard(lighterIsGraver, e.order.Subject(), e.order.At, fmt.Sprintf("order %q, %s before %s", e.order.ID, graver.ID, lighter.ID))
	case somebody:
		e.report(w)
	}
	return result != nobody
}

// doubtful are the rules that look at what is exchanged, and are not seen to fire
// for the graver as they do for the lighter.
func (e *exchanging) doubtful() []*questionnaire.Rule {
	k := e.keeping()
	var all []*questionnaire.Rule
	for _, r := range e.rules {
		if !k.keeps(r.When, false) || e.sight.off && !k.keeps(r.When, true) {
			all = append(all, r)
		}
	}
	return all
}

// person is somebody who says what anybody says, but for the order's question.
// What does not hang on that is worked out once, for anybody.
func (e *exchanging) person(is item) *person {
	p := newPerson(e.f(), e.q, e.shapes)
	said := e.reply(e.base(), is)
	p.atom = func(t *questionnaire.Test) span {
		i := t.Question.Index
		if i == e.order.Question.Index {
			return said.test(e.f(), t, e.anybody.isAsked(i))
		}
		s, seen := e.said[t]
		if !seen {
			s = e.anybody.reply(i).test(e.f(), t, yes)
			e.said[t] = s
		}
		asked := e.anybody.isAsked(i)
		if e.hangs[i] {
			asked = p.isAsked(i)
		}
		return span{e.f().and(asked, s.may), e.f().and(asked, s.must)}
	}
	for _, r := range e.q.Rules {
		if !slices.Contains(e.rules, r) {
			p.truths[r.When] = e.anybody.truth(r.When)
		}
	}
	return p
}

// base is the reply that both have something of: all but what is exchanged.
func (e *exchanging) base() *reply { return e.anybody.anything(e.order.Question.Index) }

// losing is true for whoever loses a need by these rules, where others of some may
// make up for it.
func (e *exchanging) losing(by, others []*questionnaire.Rule) lit {
	var ways []lit
	for _, n := range e.needs {
		ways = append(ways, e.loses(n, by, others)...)
	}
	return e.f().and(append(e.room(e.f(), e.base()), e.f().or(ways...))...)
}

// loses are the ways to lose a need: it is certain for the lighter at an urgency at
// which it is not for the graver, or possible at one at which it is not even that.
func (e *exchanging) loses(n need, by, others []*questionnaire.Rule) []lit {
	left := n
	left.rules = slices.DeleteFunc(slices.Clone(n.rules), func(r *questionnaire.Rule) bool { return !slices.Contains(others, r) })
	var ways []lit
	for _, r := range n.rules {
		if !slices.Contains(by, r) {
			continue
		}
		fires := e.lighter.truth(r.When)
		ways = append(ways,
			e.f().and(fires.must, e.graver.hasForCertain(left, r.Urgency).not()),
			e.f().and(fires.may, e.graver.has(left, r.PossibleUrgency).not()))
	}
	return ways
}

// hasForCertain is true when she has the need at least so urgently for a certain
// reason.
func (p *person) hasForCertain(n need, least questionnaire.Urgency) lit {
	return p.any(n.rules, func(r *questionnaire.Rule) lit {
		if !r.Urgency.AtLeast(least) {
			return no
		}
		return p.must(r)
	})
}

// report shows the two, if the engine too finds that the graver has less.
func (e *exchanging) report(w world) {
	graver, lighter := e.people(w)
	a, b := replay(e.q, graver), replay(e.q, lighter)
	has, had := firing(a), firing(b)
	var lost []string
	var missed *questionnaire.Rule
	for _, n := range e.needs {
		text := lessOf(n, n.hadBy(has), n.hadBy(had))
		if text == "" || slices.ContainsFunc(e.needs, func(o need) bool {
			return len(o.AnyOf) < len(n.AnyOf) && within(o.Need, n.Need) && lessOf(o, o.hadBy(has), o.hadBy(had)) != ""
		}) {
			continue // or said already, of the one who alone would do
		}
		lost = append(lost, text)
		if missed == nil {
			missed = n.missing(had, has)
		}
	}
	if len(lost) == 0 {
		e.disagree(lighterIsGraver, e.order.Subject(), e.order.At)
		return
	}
	question := e.order.Question
	e.add(lighterIsGraver, e.order.Subject(), e.order.At, &graver,
		"order %q is broken: whoever answers %s to %q %s beside whoever answers %s, %s; look at rule %q, or at the order",
		e.order.ID, inOneBreath(a, question), question.ID, strings.Join(lost, " and "), inOneBreath(b, question), e.alike(a, b), missed.ID)
}

// missing is a rule for which one person has more of a need than another, best one
// that does not fire so for the other at all.
func (n need) missing(had, has []fired) *questionnaire.Rule {
	more, less := n.hadBy(had), n.hadBy(has)
	var best *questionnaire.Rule
	for _, f := range had {
		counts := int(f.urgency()) == more.soon
		if less.certain < more.certain {
			counts = f.certain && int(f.rule.Urgency) == more.certain
		}
		if counts && slices.Contains(n.rules, f.rule) && (best == nil || !slices.Contains(has, f)) {
			best = f.rule
		}
	}
	return best
}

// lessOf says in words that one has less of a need than another; "" if she has not.
func lessOf(n need, has, had had) string {
	switch {
	case had.soon != never && has.soon == never:
		return fmt.Sprintf("loses %s (%s)", n, questionnaire.Urgency(had.soon))
	case had.certain != never && has.certain == never:
		return fmt.Sprintf("has %s only possibly", n)
	case has.certain < had.certain:
		return fmt.Sprintf("has %s only %s and not %s", n, questionnaire.Urgency(has.certain), questionnaire.Urgency(had.certain))
	case has.soon < had.soon:
		return fmt.Sprintf("has %s possibly only %s and not %s", n, questionnaire.Urgency(has.soon), questionnaire.Urgency(had.soon))
	}
	return ""
}

// alike says what else the two answer: what both do, and what only one is asked.
func (e *exchanging) alike(a, b screening.State) string {
	said := func(s, other screening.State, both bool) string {
		var parts []string
		for _, question := range s.Asked() {
			if question != e.order.Question && s.Reply(question).Kind != questionnaire.Declined && slices.Contains(other.Asked(), question) == both {
				parts = append(parts, fmt.Sprintf("%s: %s", question.ID, inOneBreath(s, question)))
			}
		}
		return strings.Join(parts, ", ")
	}
	text := "all else alike"
	if same := said(a, b, true); same != "" {
		text += " (" + same + ")"
	}
	for _, one := range []struct {
		who  string
		said string
	}{{"the first", said(a, b, false)}, {"the second", said(b, a, false)}} {
		if one.said != "" {
			text += fmt.Sprintf(", and only %s is asked: %s", one.who, one.said)
		}
	}
	return text
}
