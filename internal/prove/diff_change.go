package prove

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Effect is what a new questionnaire does to somebody. The worst comes first.
type Effect uint8

const (
	Lost Effect = iota
	Weaker
	Wider // somebody else will do now
	Stronger
	Narrower // somebody else will not do any more
	Gained
	Undecided // within the solver's budget
	Disagrees // the proof and the screening; a fault of this program
)

var effectWords = []string{"lost", "weaker", "wider", "stronger", "narrower", "gained", "undecided", "internal"}

func (e Effect) String() string { return effectWords[e] }

// Loss reports whether somebody may be worse off: also where that is not known.
func (e Effect) Loss() bool { return e != Stronger && e != Narrower && e != Gained }

// Change is one thing that a new questionnaire changes for somebody. What changes
// is exactly one of Clinician, Need, Interrupt, Question and Education.
type Change struct {
	Effect    Effect
	Clinician string // its id; one that is renamed has its new one
	Need      string // "prescriber or pharmacist"
	Interrupt string // the rule's id
	Question  string // its id
	Education string // its id
	Rule      string // the old rule by which she has the need; "": whichever
	// Before and After are what the example has: "before-deciding, certain".
	Before, After string
	// RulesBefore and RulesAfter are the rules that the example has it from.
	RulesBefore, RulesAfter []string
	// Example is the smallest person, by her replies to the old questionnaire,
	// or to the new one where something is stronger or gained.
	Example []string
	// Otherwise are replies that she cannot give, or need not give, to the other.
	Otherwise []string
}

// Loss reports whether somebody may be worse off. A question that is not asked any
// more is told, but does not count as a loss: what it led to would.
func (c Change) Loss() bool {
	return c.Effect.Loss() && !(c.Question != "" && c.Effect == Lost)
}

// kind is where a change stands among those of its effect.
func (c Change) kind() int {
	for i, id := range []string{c.Clinician, c.Need, c.Interrupt, c.Education, c.Question} {
		if id != "" {
			return i
		}
	}
	return 0
}

// shown replays the example through both questionnaires.
func (d *diffing) shown(q query, w world) Change {
	c := q.Change
	old, new := d.old.personIn(w), d.new.personIn(w)
	before, after := replay(d.old.q, old), replay(d.new.q, new)
	if !q.show(&c, before, after) {
		c.Effect = Disagrees
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

// sorted puts the worst first, and of one kind the plainest person.
func sorted(changes []Change) []Change {
	order.Stable(changes, func(a, b *Change) int {
		return cmp.Or(cmp.Compare(b.rank(), a.rank()), cmp.Compare(a.Effect, b.Effect), cmp.Compare(a.kind(), b.kind()), cmp.Compare(len(a.Example), len(b.Example)))
	})
	return changes
}

func (c Change) rank() int { return btoi(c.Loss()) }

// showConversation tells of a conversation before and after, and whether it changed
// as was asked for.
func (d *diffing) showConversation(was, is *questionnaire.Clinician) func(*Change, screening.State, screening.State) bool {
	return func(c *Change, before, after screening.State) bool {
		a, b := conversationWith(before, was), conversationWith(after, is)
		c.Before, c.After = strength(a), strength(b)
		c.RulesBefore, c.RulesAfter = rulesOf(a), rulesOf(b)
		return effectOn(a, b, c.Effect) == c.Effect
	}
}

func conversationWith(s screening.State, who *questionnaire.Clinician) *screening.Conversation {
	if who == nil {
		return nil
	}
	return s.Outcome().With(who)
}

// rulesOf are the rules that make a conversation as strong as it is: those that are
// certain, and those that are as urgent.
func rulesOf(talk *screening.Conversation) (ids []string) {
	if talk == nil {
		return nil
	}
	for _, r := range talk.Reasons {
		if r.Certain || !talk.Certain && r.Urgency() == talk.Urgency {
			ids = append(ids, r.Rule.ID)
		}
	}
	return ids
}

func strength(talk *screening.Conversation) string {
	if talk == nil {
		return "none"
	}
	return strengthOf(talk.Urgency, talk.Certain)
}

func strengthOf(u questionnaire.Urgency, certain bool) string {
	if certain {
		return fmt.Sprintf("%s, certain", u)
	}
	return fmt.Sprintf("%s, possible", u)
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
