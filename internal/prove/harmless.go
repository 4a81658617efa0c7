package prove

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// harmless proves of a mistake that nobody loses anything by it, or only a text
// to read: both questionnaires are put to one person, who says the same to each.
func (w *Watch) harmless(f *Fate, wrong *questionnaire.Questionnaire) {
	p := newProver(newFormula())
	both := shapes(w.q, false, slices.Concat(everyCondition(w.q), everyCondition(wrong)))
	before, after := newPerson(p.formula, w.q, both), newPerson(p.formula, wrong, both)
	after.say = func(question int) reply { return *before.reply(question) }
	sets := needsOf(w.q)
	for _, n := range needsOf(wrong) {
		if !slices.ContainsFunc(sets, func(o need) bool { return sameKey(o) == sameKey(n) }) {
			sets = append(sets, n)
		}
	}
	var losses, texts, gains []lit
	compare := func(lost *[]lit, was, is []lit) {
		for i := range was {
			*lost = append(*lost, p.and(was[i], is[i].not()))
			gains = append(gains, p.and(is[i], was[i].not()))
		}
	}
	compare(&losses, told(before, sets), told(after, sets))
	compare(&texts, shown(before, w.q), shown(after, w.q))
	is := func(ways []lit) answer {
		_, result := p.find(p.or(ways...))
		return result
	}
	if is(losses) != nobody {
		return
	}
	switch is(texts) {
	case somebody:
		f.OnlyText = true
	case nobody:
		f.Nothing = is(gains) == nobody
		f.OnlyMore = !f.Nothing
	}
}

// sameKey is the same for two needs that the same people can meet.
func sameKey(n need) string {
	var ids []string
	for _, who := range n.AnyOf {
		ids = append(ids, who.ID)
	}
	slices.Sort(ids)
	return strings.Join(ids, " ")
}

// everyCondition are all conditions that can change what somebody is asked or told,
// or what she asks for.
func everyCondition(q *questionnaire.Questionnaire) []*questionnaire.Condition {
	all := conditionsOf(q)
	for _, r := range q.Rules {
		for _, ask := range r.Ask {
			all = append(all, ask.When)
		}
	}
	return all
}

// told is whom somebody is sent to: of each need whether she has it, for certain,
// and how soon; which pages interrupt her; and who exists for her.
func told(who *person, sets []need) []lit {
	var all []lit
	for _, n := range sets {
		these := questionnaire.ExpectedConversation{AnyOf: hers(who.q, n.AnyOf)}
		n.rules = slices.DeleteFunc(slices.Clone(who.q.Rules), func(r *questionnaire.Rule) bool { return !these.CalledForBy(r) })
		has := who.strengthsOf(n.rules)
		all = append(append(all, has.present, has.certain), has.urgent...)
		for u := questionnaire.BeforeDeciding; u <= questionnaire.Now; u++ {
			all = append(all, who.hasForCertain(n, u))
		}
	}
	all = append(all, who.any(who.q.Rules, func(r *questionnaire.Rule) lit {
		if !r.Interrupt {
			return no
		}
		return who.must(r)
	}))
	for _, c := range who.q.Clinicians {
		exists := who.truth(c.ExistsWhen)
		all = append(all, exists.may, exists.must)
	}
	return all
}

// hers are the same clinicians as another copy of the questionnaire has them.
func hers(q *questionnaire.Questionnaire, some []*questionnaire.Clinician) []*questionnaire.Clinician {
	var all []*questionnaire.Clinician
	for _, who := range some {
		all = append(all, q.Clinicians[who.Index])
	}
	return all
}

// shown is what somebody is given to read and to say: each text, and each request
// of a rule that has several. The rules are those of the questionnaire without a
// mistake, of which another may lack one.
func shown(who *person, as *questionnaire.Questionnaire) []lit {
	var all []lit
	for _, text := range who.q.Education {
		all = append(all, who.offered(text).may)
	}
	for _, rule := range as.Rules {
		r := who.q.Rule(rule.ID)
		for i := range rule.Ask {
			said := no
			if r != nil {
				said = who.f.and(who.truth(r.When).must, who.truth(r.Ask[i].When).must)
			}
			all = append(all, said)
		}
	}
	return all
}
