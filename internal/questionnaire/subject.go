package questionnaire

import "strconv"

// Subject is what something is about: a noun of the questionnaire, by its id.
type Subject struct {
	Noun string // "rule", "question"; "": nothing in particular
	ID   string // of the questionnaire itself: its own
}

// String is the subject as messages call it: rule "milk".
func (s Subject) String() string { return s.Noun + " " + strconv.Quote(s.ID) }

// What a noun is as a subject. An answer is its question's.

func (q *Questionnaire) Subject() Subject { return Subject{"questionnaire", q.ID} }
func (x *Question) Subject() Subject      { return Subject{"question", x.ID} }
func (r *Rule) Subject() Subject          { return Subject{"rule", r.ID} }
func (p *Promise) Subject() Subject       { return Subject{"promise", p.ID} }
func (r *Region) Subject() Subject        { return Subject{"region", r.ID} }
func (c *Clinician) Subject() Subject     { return Subject{"clinician", c.ID} }
