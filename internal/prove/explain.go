package prove

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Explanation is how people come to a rule: the smallest sets of answers, the
// shortest first. No answer can be left out of a set.
type Explanation struct {
	Rule *questionnaire.Rule
	// Certain are enough whatever else is left unsaid.
	Certain []Way
	// Possible leave something open, and are enough when all else is answered
	// with what counts for nothing.
	Possible []Way
	// Complete tells that these are all; else there are more than anybody reads.
	Complete bool
}

// Way is a set of answers in words, in the order of the questions. An empty one
// means that nothing need be said.
type Way []string

// mostWays are as many as somebody may want to read.
const mostWays = 50

// Explain lists the smallest sets of answers that make a rule fire.
func Explain(q *questionnaire.Questionnaire, rule *questionnaire.Rule) Explanation {
	x := Explanation{Rule: rule, Complete: true}
	conditions := reaching(rule.When)
	x.Certain = x.ways(q, conditions, declining{}, screening.Yes)
	x.Possible = x.ways(q, conditions, nothing{}, screening.Unknown)
	return x
}

// reaching are the conditions that some hang on: themselves, and those by which
// their questions are asked.
func reaching(all ...*questionnaire.Condition) []*questionnaire.Condition {
	seen := map[*questionnaire.Question]bool{}
	for i := 0; i < len(all); i++ {
		all[i].Atoms(func(atom *questionnaire.Condition) {
			if asked := atom.Atom.Question; !seen[asked] {
				seen[asked] = true
				if asked.AskWhen != nil {
					all = append(all, asked.AskWhen)
				}
			}
		})
	}
	return all
}

// ways lists one person after the other, each time without anybody who says all
// that one before her said.
func (x *Explanation) ways(q *questionnaire.Questionnaire, conditions []*questionnaire.Condition, quiet silence, want screening.Truth) []Way {
	f := newFormula()
	she := newPerson(f, q, shapes(q, true, conditions))
	p := newProver(f)
	s := she.truth(x.Rule.When)
	wanted := f.and(s.may, s.must.not())
	if want == screening.Yes {
		wanted = s.must
	}
	var all []Way
	for {
		w, result := p.smallestBeside(quiet, wanted, nil, she)
		if result == undecided || result == somebody && len(all) == mostWays {
			x.Complete = false
		}
		if result != somebody || len(all) == mostWays {
			break
		}
		way, said := she.way(w, quiet)
		if truthFor(q, she.everythingIn(w), x.Rule) != want {
			x.Complete = false // a fault of this program: say less rather than something wrong
			break
		}
		all = append(all, way)
		wanted = f.and(wanted, f.and(said...).not())
	}
	// The solver finds them in no order that can be relied on.
	order.Stable(all, func(a, b *Way) int { return cmp.Or(len(*a)-len(*b), slices.Compare(*a, *b)) })
	return all
}

// everythingIn is the person in this world with every reply that she has there.
func (p *person) everythingIn(w world) questionnaire.Person {
	var who questionnaire.Person
	for i, r := range p.free {
		if r != nil && r.open.node() < len(w) {
			who.Answers = append(who.Answers, questionnaire.Given{Question: p.q.Questions[i], Reply: r.replyIn(w)})
		}
	}
	return who
}

// truthFor asks the engine what a rule comes to for somebody.
func truthFor(q *questionnaire.Questionnaire, who questionnaire.Person, rule *questionnaire.Rule) screening.Truth {
	for _, talk := range replay(q, who).Outcome().Conversations {
		for _, reason := range talk.Reasons {
			if reason.Rule == rule && reason.Certain {
				return screening.Yes
			}
			if reason.Rule == rule {
				return screening.Unknown
			}
		}
	}
	return screening.No
}

// way is what she says that matters, in words and as literals.
func (p *person) way(w world, quiet silence) (Way, []lit) {
	var way Way
	var said []lit
	for i, r := range p.free {
		if r == nil || w.holds(p.f, quiet.is(p.f, r)) {
			continue
		}
		words, lits := r.words(p.f, p.q, w)
		way = append(way, p.q.Questions[i].ID+": "+words)
		said = append(said, lits...)
	}
	return way, said
}

// words is a reply with all that would do as well in its place.
func (r *reply) words(f *formula, q *questionnaire.Questionnaire, w world) (string, []lit) {
	if w.is(r.open) {
		named := slices.ContainsFunc(r.shape.tests, func(t *questionnaire.Test) bool { return t.WantNotSure || t.WantPreferNotToSay })
		switch {
		case !named:
			return questionnaire.NotSure + " or " + questionnaire.PreferNotToSay, []lit{r.open}
		case w.is(r.unsure):
			return questionnaire.NotSure, []lit{r.unsure}
		}
		return questionnaire.PreferNotToSay, []lit{r.declined}
	}
	var words []string
	var all []lit
	lits := []lit{r.open.not()}
	for k, kind := range r.shape.kinds {
		chosen := 0
		for _, l := range r.chosen[k] {
			all = append(all, l)
			if w.is(l) {
				lits = append(lits, l)
				chosen++
			}
		}
		if chosen > 0 {
			words = append(words, times(chosen, kind.words(q, r.shape.question)))
		}
	}
	if len(words) == 0 {
		return questionnaire.None, append(lits, f.or(all...).not())
	}
	if w.holds(f, r.rest) {
		words, lits = append(words, questionnaire.NotSure+" about the rest"), append(lits, r.rest)
	}
	return strings.Join(words, ", and "), lits
}

func times(n int, what string) string {
	if n == 1 {
		return what
	}
	return fmt.Sprintf("%d of %s", n, what)
}

// words lists the members of a kind, as far as anybody wants to read them.
func (k kind) words(q *questionnaire.Questionnaire, question *questionnaire.Question) string {
	var words []string
	for _, a := range k.answers {
		words = append(words, question.Answers[a].ID)
	}
	const most = 4
	for i, m := range k.medicines {
		if i == most && len(k.medicines) > most+1 {
			words = append(words, fmt.Sprintf("%d more", len(k.medicines)-most))
			break
		}
		words = append(words, medicineWord(q, questionnaire.Taken{Medicine: m}))
	}
	text := either(words)
	if all := len(question.States) + 1; k.medicines != nil && len(question.States) > 0 && len(k.states) < all {
		var states []string
		for _, s := range k.states {
			states = append(states, stateWord(question, questionnaire.Taken{State: s}))
		}
		text += " (" + either(states) + ")"
	}
	return text
}

func either(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// nothing is to answer with what counts for nothing.
type nothing struct{}

// idle is a kind that no atom counts; -1 if there is none, and -2 where to
// choose nothing at all does it.
func (nothing) idle(s *shape) int {
	none := s.question.TakesMedicines()
	for _, t := range s.tests {
		none = none && !t.WantNone
	}
	if none {
		return -2
	}
	return slices.IndexFunc(s.kinds, func(k kind) bool {
		return !slices.ContainsFunc(s.tests, func(t *questionnaire.Test) bool { return k.counts(t) != screening.No })
	})
}

func (n nothing) is(f *formula, r *reply) lit {
	idle := n.idle(r.shape)
	if idle == -1 {
		return no
	}
	all := []lit{r.open.not(), r.rest.not()}
	for k, chosen := range r.chosen {
		for i, l := range chosen {
			if k == idle && i == 0 {
				all = append(all, l)
			} else {
				all = append(all, l.not())
			}
		}
	}
	return f.and(all...)
}

func (n nothing) say(r *reply) map[lit]bool {
	idle := n.idle(r.shape)
	if idle == -1 {
		return nil
	}
	change := map[lit]bool{r.open: false}
	if r.doubts != no {
		change[r.doubts] = false
	}
	for k, chosen := range r.chosen {
		for i, l := range chosen {
			change[l] = k == idle && i == 0
		}
	}
	return change
}
