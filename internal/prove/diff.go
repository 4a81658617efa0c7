package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Comparison is all that a new questionnaire changes. Four things are compared,
// because none of them sees everything: what somebody is told (proved, for all
// people), what an answer leads to that only one of them offers (by giving it), the
// plans of people (of some, drawn at random), and what is written (all of it).
type Comparison struct {
	Changes  []Change     // for somebody; the worst first
	Answers  []Answered   // that only one of them offers, or that have another id
	Plans    Plans        // of scenarios and random people
	Written  []Difference // by its part
	Apart    []string     // questions of both whose replies cannot be carried over
	Compared int          // texts and values that were held side by side
}

// Nothing reports that nothing at all is different.
func (c Comparison) Nothing() bool {
	return len(c.Changes)+len(c.Answers)+len(c.Written) == 0 && !c.Plans.Differ()
}

// Losses are how many things are lost or weaker for somebody.
func (c Comparison) Losses() int {
	n := 0
	for _, change := range c.Changes {
		n += btoi(change.Loss())
	}
	for _, d := range c.Written {
		n += btoi(d.Loss())
	}
	for _, a := range c.Answers {
		n += btoi(a.Edit == Gone)
	}
	return n
}

// Compare compares two editions of a questionnaire. Where everything is written
// alike there is nothing to prove: all that anybody is told is made of it.
func Compare(old, new Edition) Comparison {
	defer collectLess()()
	before, after := writtenIn(old), writtenIn(new)
	called := namesOfBoth(old.Questionnaire, new.Questionnaire, before, after)
	c := Comparison{Written: rewritten(before, after, called), Compared: after.size()}
	if len(c.Written) == 0 {
		return c
	}
	c.Changes = diffOf(old.Questionnaire, new.Questionnaire, called).run()
	c.Answers = answered(old.Questionnaire, new.Questionnaire, called)
	if slices.ContainsFunc(c.Written, func(d Difference) bool { return d.steers }) {
		c.Plans = plansOf(old.Questionnaire, new.Questionnaire, called)
	}
	for _, was := range old.Questions {
		if is := new.Question(called.newID("question", was.ID)); is != nil && !called.comparable(was, is) {
			c.Apart = append(c.Apart, is.ID)
		}
	}
	return c
}

// size is how many texts and values there are.
func (w *writer) size() (n int) {
	for _, noun := range w.nouns {
		n += len(noun.facts)
	}
	return n
}

// Diff lists for each clinician, need, interrupt page, question and education text
// for whom they change. An empty list is a proof that none of them changes for
// anybody.
func Diff(old, new *questionnaire.Questionnaire) []Change {
	called := namesOfBoth(old, new, writtenIn(Edition{Questionnaire: old}), writtenIn(Edition{Questionnaire: new}))
	return diffOf(old, new, called).run()
}

func diffOf(old, new *questionnaire.Questionnaire, called names) *diffing {
	d := newDiffing(old, new, called)
	d.told()
	d.needs()
	d.interrupts()
	d.asked()
	d.onlyWhatIsOffered()
	return d
}
