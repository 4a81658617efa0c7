package questionnaire

import (
	"slices"
	"strconv"
	"strings"
)

// Expectation is what must follow from somebody's answers: for everybody whom a
// promise is about, or for the one person of a scenario. Each list is a minimum,
// unless NoMore makes one of Conversations an exact one.
type Expectation struct {
	Conversations []ExpectedConversation // certain, and at least so urgent for a certain reason
	Possible      []ExpectedConversation // possible at least, and at least so urgent
	NoneOf        []Expected[Clinician]  // no certain conversation with any of them
	Interrupts    []Expected[Rule]       // whose page is shown before anything else
	Asks          []Expected[Question]
	DoesNotAsk    []Expected[Question]
	Learn         []Expected[Education] // offered to read, for a certain or a possible reason
	First         Need                  // any one of whom the plan opens with; nobody named: that is not said
	Steps         int                   // so many the plan has at most; 0: that is not said
	StepsAt       Position
	// NoMore: nobody but those of Conversations for certain, and none of them
	// sooner for a certain reason. What is possible may always be more (rule 1).
	NoMore   bool
	NoMoreAt Position
}

// ExpectedConversation is with one clinician, or with any one of several.
type ExpectedConversation struct {
	AnyOf   []*Clinician
	Urgency Urgency // or sooner
	At      Position
}

// Expected is something that an expectation names.
type Expected[T any] struct {
	Of *T
	At Position
}

// Says reports whether anything at all is expected.
func (e Expectation) Says() bool {
	return len(e.Conversations)+len(e.Possible)+len(e.NoneOf)+len(e.Interrupts)+len(e.Asks)+len(e.DoesNotAsk)+len(e.Learn) > 0 || e.OfPlan() || e.NoMore
}

// OfPlan reports whether anything is expected of the plan itself: of how the
// conversations are joined, and not only of what they are.
func (e Expectation) OfPlan() bool { return len(e.First.AnyOf) > 0 || e.Steps > 0 }

// LeadsTo is the clinician of the first conversation that is expected, the best
// liked of those who will do; nil if none is.
func (e Expectation) LeadsTo() *Clinician {
	for _, talk := range slices.Concat(e.Conversations, e.Possible) {
		return talk.AnyOf[0]
	}
	return nil
}

// With is the expected conversation in which a clinician is named, the most
// urgent one where several name her, or nil.
func (e Expectation) With(who *Clinician) *ExpectedConversation {
	var with *ExpectedConversation
	for i, c := range e.Conversations {
		if slices.Contains(c.AnyOf, who) && (with == nil || c.Urgency > with.Urgency) {
			with = &e.Conversations[i]
		}
	}
	return with
}

// Who are those who will do, as an author writes them: "prescriber or pharmacist".
func (c ExpectedConversation) Who() string {
	var ids []string
	for _, who := range c.AnyOf {
		ids = append(ids, who.ID)
	}
	return strings.Join(ids, " or ")
}

// CalledForBy reports whether a rule calls for the conversation when it fires:
// whether one of its needs can be met only by those who will do.
func (c ExpectedConversation) CalledForBy(r *Rule) bool {
	for i := range r.Needs {
		if c.willDo(r.Needs[i].AnyOf) {
			return true
		}
	}
	return false
}

// willDo tells whether all of these would do. It is asked so often that loops are
// worth their lines.
func (c ExpectedConversation) willDo(all []*Clinician) bool {
	for _, who := range all {
		if !slices.Contains(c.AnyOf, who) {
			return false
		}
	}
	return true
}

// String is the expectation as its author writes it, in the order of the keys:
// "conversations: {prescriber: today}, asks: [feeding]".
func (e Expectation) String() string {
	var parts []string
	conversations := func(key string, talks []ExpectedConversation) {
		var all []string
		for _, talk := range talks {
			all = append(all, talk.Who()+": "+talk.Urgency.String())
		}
		if len(all) > 0 {
			parts = append(parts, key+": {"+strings.Join(all, ", ")+"}")
		}
	}
	list := func(key string, ids []string) {
		if len(ids) > 0 {
			parts = append(parts, key+": ["+strings.Join(ids, ", ")+"]")
		}
	}
	conversations("conversations", e.Conversations)
	conversations("possible", e.Possible)
	list("none-of", idsOf(e.NoneOf, func(c *Clinician) string { return c.ID }))
	list("interrupts", idsOf(e.Interrupts, func(r *Rule) string { return r.ID }))
	list("asks", idsOf(e.Asks, func(q *Question) string { return q.ID }))
	list("does-not-ask", idsOf(e.DoesNotAsk, func(q *Question) string { return q.ID }))
	list("learn", idsOf(e.Learn, func(e *Education) string { return e.ID }))
	if len(e.First.AnyOf) > 0 {
		parts = append(parts, "first: "+e.First.String())
	}
	if e.Steps > 0 {
		parts = append(parts, "steps: "+strconv.Itoa(e.Steps))
	}
	if e.NoMore {
		parts = append(parts, "no-more: true")
	}
	return strings.Join(parts, ", ")
}

func idsOf[T any](of []Expected[T], id func(*T) string) []string {
	var ids []string
	for _, x := range of {
		ids = append(ids, id(x.Of))
	}
	return ids
}
