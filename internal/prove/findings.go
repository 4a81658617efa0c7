package prove

import (
	"fmt"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Check reports, sorted, what is wrong with the questionnaire for some person,
// or useful to nobody: decided for all people, not sampled. A finding about
// somebody has the smallest example of her. What could not be decided within the
// solver's budget is a finding as well: unknown is never safer than known.
// What is said in other languages is checked too.
func Check(q *questionnaire.Questionnaire, tellings ...Telling) []questionnaire.Finding {
	c := newChecking(q)
	c.tellings = tellings
	return c.check()
}

func (c *checking) check() []questionnaire.Finding {
	defer collectLess()()
	c.sample()
	for _, check := range slices.Concat(beforePromises, []func(*checking){checkPromises, checkEmptyPromises, checkUnpromised}) {
		check(c)
	}
	questionnaire.SortFindings(c.findings)
	return c.findings
}

// beforePromises are the checks beside that of the promises, and what hangs on it:
// first who is asked what, which others look at.
var beforePromises = []func(*checking){
	checkReach,
	checkEmptyHanded,
	checkNobodyThere,
	checkUnsure,
	checkOrders,
	checkUnknownAnswers,
	checkOwnUnknown,
	checkUntrue,
	checkPurpose,
	checkRepeated,
	checkOffered,
	checkTooMany,
}

func newChecking(q *questionnaire.Questionnaire) *checking {
	return newCheckingOf(q, conditionsOf(q))
}

// newCheckingOf tells people apart as far as these conditions do.
func newCheckingOf(q *questionnaire.Questionnaire, conditions []*questionnaire.Condition) *checking {
	f := newFormula()
	c := &checking{prover: newProver(f), q: q, shapes: shapes(q, false, conditions), sight: sight{stays: map[staying]bool{}, stay: map[*questionnaire.Condition]bool{}, bounds: map[bound]bool{}}}
	c.anybody = newPerson(f, q, c.shapes)
	return c
}

// checking is what every check works on and where it puts what it found.
type checking struct {
	*prover
	q        *questionnaire.Questionnaire
	tellings []Telling
	shapes   []shape
	anybody  *person
	sight    sight
	looks    map[*questionnaire.Condition]map[int]bool // what looksAt has told
	asked    []bool                                    // by question: somebody is
	tried    []few                                     // sets of clinicians that were not enough for somebody
	findings []questionnaire.Finding
}

func (c *checking) add(check *questionnaire.Check, about questionnaire.Subject, at questionnaire.Position, example *questionnaire.Person, format string, args ...any) {
	c.findings = append(c.findings, questionnaire.Finding{Check: check, Severity: check.Severity(), About: about, At: at, Message: fmt.Sprintf(format, args...), Example: example})
}

// tooHard reports what the budget did not suffice for. (Written out in each place, it
// would make the program 4 kB larger.)
//
//go:noinline
func (c *checking) tooHard(check *questionnaire.Check, about questionnaire.Subject, at questionnaire.Position, what string) {
	c.add(notDecided, about, at, nil, "%s: this could not be decided for everybody (%s); make the conditions simpler", what, check.ID())
}

// disagree reports a person for whom the engine does not say what the formula
// says. It is a fault of this program, and never shown as the questionnaire's.
func (c *checking) disagree(check *questionnaire.Check, about questionnaire.Subject, at questionnaire.Position) {
	c.add(ownFault, about, at, nil, "the proof and the screening disagree (%s); this is a fault of askfirst, not of the questionnaire: please report it", check.ID())
}

// checkReach finds rules that are certain for nobody and questions that nobody
// is asked.
func checkReach(c *checking) {
	c.asked = make([]bool, len(c.q.Questions))
	for i, question := range c.q.Questions {
		switch c.any(c.anybody.isAsked(i)) {
		case somebody:
			c.asked[i] = true
		case nobody:
			c.add(neverAsked, question.Subject(), place(question.AskWhen, question.At), nil, "nobody is ever asked %q: its ask-when is never yes and never unknown; change it, or remove the question", question.ID)
		default:
			c.tooHard(neverAsked, question.Subject(), question.At, "question "+question.ID)
		}
	}
	for _, rule := range c.q.Rules {
		truth := c.anybody.truth(rule.When)
		switch c.any(truth.must) {
		case somebody:
		case nobody:
			how := "not even possibly"
			if c.any(truth.may) == somebody {
				how = "only ever possibly"
			}
			c.add(neverFires, rule.Subject(), place(rule.When, rule.At), nil, "rule %q is certain for nobody, %s; change its condition, or remove the rule", rule.ID, how)
		default:
			c.tooHard(neverFires, rule.Subject(), rule.At, "rule "+rule.ID)
		}
	}
}

// place is where a condition was written, or else the thing that has none.
func place(when *questionnaire.Condition, at questionnaire.Position) questionnaire.Position {
	if when == nil {
		return at
	}
	return when.At
}

// any tells whether there is somebody like this: first among those tried at
// random, which is cheap, and only then by proof.
func (c *checking) any(wanted lit) answer {
	if c.thereAtSight(wanted) {
		return somebody
	}
	_, result := c.find(wanted)
	return result
}

// each tells of each of these whether there is somebody like it. Whoever is found
// for one may do for others, and when nobody is left one proof shows it of all.
func (c *checking) each(wanted []lit) []answer {
	results := make([]answer, len(wanted))
	var left []int
	for i, l := range wanted {
		if results[i] = somebody; !c.thereAtSight(l) {
			results[i], left = nobody, append(left, i)
		}
	}
	for len(left) > 1 {
		var any []lit
		for _, i := range left {
			any = append(any, wanted[i])
		}
		w, result := c.some(c.f().or(any...), c.anybody)
		if result == nobody {
			return results
		}
		if result == undecided {
			break // one of them may be what is too hard
		}
		left = slices.DeleteFunc(left, func(i int) bool {
			if w.holds(c.formula, wanted[i]) {
				results[i] = somebody
			}
			return results[i] == somebody
		})
	}
	for _, i := range left {
		_, results[i] = c.find(wanted[i])
	}
	return results
}

// checkEmptyHanded finds a way through that ends without a conversation or
// without a help line (rule 2).
func checkEmptyHanded(c *checking) {
	check := questionnaire.EmptyHanded
	none := c.anybody.any(c.q.Rules, c.anybody.may).not()
	switch w, result := c.smallest(none, nil, c.anybody); result {
	case undecided:
		c.tooHard(check, c.q.Subject(), c.q.At, "whether everybody ends with a conversation")
	case somebody:
		who := c.anybody.personIn(w)
		if len(replay(c.q, who).Outcome().Conversations) > 0 {
			c.disagree(check, c.q.Subject(), c.q.At)
			break
		}
		c.add(check, c.q.Subject(), c.q.At, &who, "somebody ends without any conversation; write a rule without when, which holds for everyone")
	}
	if len(c.q.Regions) == 0 {
		c.add(check, c.q.Subject(), c.q.At, nil, "there is no help line for anybody; write help-lines.yaml with at least one region")
	}
	for _, region := range c.q.Regions {
		c.checkLines(region)
	}
}

// checkLines finds somebody who is shown no help line in this region.
func (c *checking) checkLines(region *questionnaire.Region) {
	check := questionnaire.EmptyHanded
	if len(questionnaire.AlwaysLines(region)) > 0 {
		return // they stand on every outcome
	}
	var some []lit
	for _, r := range c.q.Rules {
		if len(region.LinesOf(r.Lines...)) > 0 {
			some = append(some, c.anybody.truth(r.When).must)
		}
		for _, who := range r.TalkTo {
			if len(region.LinesOf(who.Lines...)) > 0 {
				some = append(some, c.anybody.truth(r.When).may)
			}
		}
	}
	switch w, result := c.smallest(c.f().or(some...).not(), nil, c.anybody); result {
	case undecided:
		c.tooHard(check, region.Subject(), region.At, "whether everybody in "+region.Said()+" ends with a help line")
	case somebody:
		who := c.anybody.personIn(w)
		for _, talk := range replay(c.q, who).Outcome().Conversations {
			if len(questionnaire.ConversationLines(talk.Clinician, talk.CertainRules(), region)) > 0 {
				c.disagree(check, region.Subject(), region.At)
				return
			}
		}
		c.add(check, region.Subject(), region.At, &who, "somebody in %s ends without any help line; give the region an emergency or a crisis line", region.Said())
	}
}

func (c *checking) f() *formula { return c.formula }
