package prove

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// checkUnsure finds two people who differ only in that the second is unsure
// somewhere, where the second loses a need, certain or possible, or more than one
// step of urgency (rule 1).
func checkUnsure(c *checking) {
	for _, n := range c.lostAtSight(needsOf(c.q)) {
		c.showEachStays(n.rules)
		d := c.about(n.rules)
		second, differences := unsureOf(d.anybody)
		w, result := d.smallest(d.loses(second, n), differences(), d.anybody, second)
		c.left = d.left
		switch result {
		case undecided:
			c.tooHard(unknownIsSafer, n.subject(), n.At, "whether leaving something open can lose "+n.String())
		case somebody:
			first, other := together(w, d.anybody, second, (*shape).lessSure)
			c.addUnsure(n, first, other)
		}
	}
}

// showEachStays shows exactly of single rules that what may be yes for somebody may be
// so for whoever is unsure. A rule looks at few conditions, so that this costs little,
// where all rules of a need at once can cost half a minute.
func (c *checking) showEachStays(rules []*questionnaire.Rule) {
	if c.sight.off {
		return
	}
	for _, r := range rules {
		if c.staysAtSight(r.When) || c.goneAtSight(r) {
			continue
		}
		d := c.about([]*questionnaire.Rule{r})
		second, _ := unsureOf(d.anybody)
		if _, result := d.find(d.anybody.truth(r.When).may, second.truth(r.When).may.not()); result == nobody {
			c.sight.stay[r.When] = true
		}
		c.left = d.left
	}
}

// about is a checking that looks at nothing but what some rules hang on: the
// fewer conditions, the more medicines are alike.
func (c *checking) about(rules []*questionnaire.Rule) *checking {
	var conditions []*questionnaire.Condition
	for _, r := range rules {
		conditions = append(conditions, r.When)
	}
	f := newFormula()
	d := &checking{prover: newProver(f), q: c.q, shapes: shapesLookedAt(c.q, false, reaching(conditions...)), sight: c.sight}
	d.most, d.left, d.whole = c.most, c.left, c.whole
	d.anybody = newPerson(f, c.q, d.shapes)
	return d
}

func (c *checking) addUnsure(n need, first, second questionnaire.Person) {
	a, b := replay(c.q, first), replay(c.q, second)
	fires := firing(a)
	had, has := n.hadBy(fires), n.hadBy(firing(b))
	if !onlyLessSure(a, b) || !losesTooMuch(had, has) {
		c.disagree(unknownIsSafer, n.subject(), n.At)
		return
	}
	rule := fires[slices.IndexFunc(fires, func(f fired) bool { return slices.Contains(n.rules, f.rule) && int(f.urgency()) == had.soon })].rule
	loss := fmt.Sprintf("loses %s, which she has (%s)", n, questionnaire.Urgency(had.soon))
	if has.soon != never {
		loss = fmt.Sprintf("has %s only %s and not %s", n, questionnaire.Urgency(has.soon), questionnaire.Urgency(had.soon))
	}
	c.add(unknownIsSafer, n.subject(), place(rule.When, rule.At), &second, "whoever %s %s when she answers %s; unknown is never safer than known: look at rule %q and at every not",
		openedIn(b, opened(a, b)), loss, answersOf(a, opened(a, b)), rule.ID)
}

// firing are the rules that fire for somebody.
func firing(s screening.State) []fired {
	var all []fired
	for _, f := range s.Fires() {
		all = append(all, fired{f.Rule, f.Certain})
	}
	return all
}

// losesTooMuch is the rule: a need, or more than one step of urgency.
func losesTooMuch(had, has had) bool {
	return had.soon != never && (has.soon == never || has.soon+1 < had.soon)
}

// opened lists what the two are both asked and do not say alike.
func opened(a, b screening.State) []*questionnaire.Question {
	var all []*questionnaire.Question
	both := map[*questionnaire.Question]bool{}
	for _, question := range b.Asked() {
		both[question] = true
	}
	for _, question := range a.Asked() {
		if both[question] && !a.Reply(question).Equal(b.Reply(question)) {
			all = append(all, question)
		}
	}
	return all
}

// onlyLessSure reports whether two people differ as the check says that they do.
func onlyLessSure(a, b screening.State) bool {
	for _, question := range opened(a, b) {
		if !lessSureReply(question, a.Reply(question), b.Reply(question)) {
			return false
		}
	}
	return true
}

// lessSureReply reports whether the second reply is the first, less surely.
func lessSureReply(question *questionnaire.Question, a, b questionnaire.Reply) bool {
	switch {
	case a.Open():
		return false
	case b.Open():
		return true
	case question.TakesMedicines():
		return lessSureMedicines(a, b)
	}
	known := func(r questionnaire.Reply) []int {
		return slices.DeleteFunc(slices.Clone(r.Answers), func(i int) bool { return question.Answers[i].Unknown })
	}
	unknown := func(r questionnaire.Reply) []int {
		return slices.DeleteFunc(slices.Clone(r.Answers), func(i int) bool { return !question.Answers[i].Unknown })
	}
	return len(known(a)) > 0 && missing(known(b), known(a)) == 0 && missing(unknown(a), unknown(b)) == 0 &&
		(b.RestUnsure || len(unknown(b)) > 0) && (b.RestUnsure || !a.RestUnsure)
}

func lessSureMedicines(a, b questionnaire.Reply) bool {
	gone, new := difference(a.Taken, b.Taken), difference(b.Taken, a.Taken)
	if b.RestUnsure && len(new) == 0 {
		return true
	}
	if a.RestUnsure != b.RestUnsure || len(gone) != 1 || len(new) != 1 {
		return false
	}
	was, is := gone[0], new[0]
	return was.Medicine == is.Medicine && is.State == questionnaire.UnsureState ||
		was.State == is.State && is.Medicine == questionnaire.UnlistedMedicine
}

// difference are the medicines of one list that are not in the other, or in
// another state.
func difference(of, other []questionnaire.Taken) []questionnaire.Taken {
	return slices.DeleteFunc(slices.Clone(of), func(t questionnaire.Taken) bool {
		return slices.ContainsFunc(other, func(o questionnaire.Taken) bool { return o.Medicine == t.Medicine && o.State == t.State })
	})
}

// missing counts what is in one list and not in the other.
func missing(of, other []int) int {
	return len(slices.DeleteFunc(slices.Clone(of), func(i int) bool { return slices.Contains(other, i) }))
}

func openedIn(b screening.State, questions []*questionnaire.Question) string {
	var parts []string
	for _, question := range questions {
		parts = append(parts, fmt.Sprintf("says %s to %q", inOneBreath(b, question), question.ID))
	}
	return strings.Join(parts, " and ")
}

func answersOf(a screening.State, questions []*questionnaire.Question) string {
	var parts []string
	for _, question := range questions {
		parts = append(parts, inOneBreath(a, question))
	}
	return strings.Join(parts, " and ")
}

// inOneBreath is a reply in a sentence: "lithium (taking) and not-sure".
func inOneBreath(s screening.State, question *questionnaire.Question) string {
	return strings.ReplaceAll(Said(s.Questionnaire(), question, s.Reply(question)), ", ", " and ")
}

// double is a second person, who says to what both are asked what the first says
// but for a change, and what she likes to what only she is asked. change tells
// whether her own reply to a question is such a change. The differences are
// inputs: where she makes use of it.
func double(first *person, change func(question int, a, own *reply) lit) (second *person, differences func() []lit) {
	f := first.f
	second = newPerson(f, first.q, first.shapes)
	var all []lit
	second.say = func(i int) reply {
		a := first.reply(i)
		alone := no // where only she is asked, and for whatever it matters
		if is := second.isAsked(i); is != first.isAsked(i) {
			alone = first.isAsked(i).not()
		}
		own := second.anything(i)
		changes := change(i, a, own)
		if changes != no {
			differs := f.input()
			all = append(all, differs)
			changes = f.and(differs, changes)
		}
		return f.either(f.or(alone, changes), own, a)
	}
	return second, func() []lit { return all }
}

// either is one reply where the condition holds, and the other elsewhere.
func (f *formula) either(condition lit, a, b *reply) reply {
	if condition == no {
		return *b
	}
	r := reply{shape: a.shape, doubts: no}
	r.open, r.unsure = f.choose(condition, a.open, b.open), f.choose(condition, a.unsure, b.unsure)
	r.declined, r.rest = f.and(r.open, r.unsure.not()), f.choose(condition, a.rest, b.rest)
	for k := range a.chosen {
		var chosen []lit
		for n := range a.chosen[k] {
			chosen = append(chosen, f.choose(condition, a.chosen[k][n], b.chosen[k][n]))
		}
		r.chosen = append(r.chosen, chosen)
	}
	return r
}

// unsureOf is a second person who is unsure where the first is not: of a whole
// answer, of the rest of a list, of one medicine's state, or of what a medicine is.
func unsureOf(first *person) (second *person, differences func() []lit) {
	f := first.f
	return double(first, func(_ int, a, own *reply) lit {
		var part lit
		if a.shape.question.TakesMedicines() {
			part = f.or(f.listsLess(a, own), f.and(f.differ(a.rest, own.rest).not(), f.shifted(a, own, a.shape.lessSure())))
		} else {
			part = f.answersLess(a, own)
		}
		return f.and(a.open.not(), f.or(own.open, part))
	})
}

// answersLess is true when somebody claims no more than another, and leaves the
// rest open: by an answer of the author's own, or beside what she chose.
func (f *formula) answersLess(a, b *reply) lit {
	var known, open []lit
	all := []lit{b.open.not(), f.or(a.rest.not(), b.rest)}
	for k, kind := range a.shape.kinds {
		said, says := a.chosen[k][0], b.chosen[k][0]
		if a.shape.question.Answers[kind.answers[0]].Unknown {
			open = append(open, says)
			all = append(all, f.or(said.not(), says))
		} else {
			known = append(known, said)
			all = append(all, f.or(says.not(), said))
		}
	}
	return f.and(append(all, f.or(known...), f.or(append(open, b.rest)...))...)
}

// listsLess is true when somebody names some of another's medicines, and is not
// sure of the rest.
func (f *formula) listsLess(a, b *reply) lit {
	all := []lit{b.rest}
	for k := range a.chosen {
		for n := range a.chosen[k] {
			all = append(all, f.or(b.chosen[k][n].not(), a.chosen[k][n]))
		}
	}
	return f.and(all...)
}

// loses is true when the second loses the need, or more than one step. Only rules
// that may do less for the second than for the first need a proof.
func (c *checking) loses(second *person, n need) lit {
	var ways, gone []lit
	soon := make([][]lit, questionnaire.Now+1)
	for _, r := range n.rules {
		stays := c.staysAtSight(r.When)
		if !stays {
			gone = append(gone, c.anybody.truth(r.When).may)
		} else if r.PossibleUrgency+1 >= r.Urgency {
			continue
		}
		for u := questionnaire.BeforeDeciding; u <= r.Urgency; u++ {
			soon[u] = append(soon[u], c.anybody.urges(r, u))
		}
	}
	if len(gone) > 0 {
		ways = append(ways, c.f().and(c.f().or(gone...), second.has(n, questionnaire.NextVisit).not()))
	}
	for u, at := range soon {
		if len(at) > 0 {
			ways = append(ways, c.f().and(c.f().or(at...), second.has(n, questionnaire.Urgency(u)-1).not()))
		}
	}
	return c.f().or(ways...)
}

// has is true when she has the need at least so urgently, for whatever reason.
func (p *person) has(n need, least questionnaire.Urgency) lit {
	return p.any(n.rules, func(r *questionnaire.Rule) lit { return p.urges(r, least) })
}
