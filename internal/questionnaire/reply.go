package questionnaire

import (
	"fmt"
	"slices"
)

// The two answers that every question accepts without the author writing them,
// and the two that every medicines question accepts.
const (
	NotSure        = "not-sure"
	PreferNotToSay = "prefer-not-to-say"
	None           = "none"
	Unlisted       = "unlisted"
)

// ReplyKind tells a definite reply from the two that leave things open.
type ReplyKind uint8

const (
	NoReply ReplyKind = iota // not asked, or not answered yet
	Definite
	Unsure   // "not sure"
	Declined // "prefer not to say"
)

// Reply is what somebody said to a question. Its zero value: nothing was said.
// A Reply is never changed once made; [Question.Reply] and [Question.ReplyTaken]
// make the well-formed ones.
type Reply struct {
	Kind    ReplyKind
	Answers []int   // places in Question.Answers, ascending; for One and Many
	Taken   []Taken // for Medicines; a definite reply without any means "none"
	// RestUnsure: she chose these, and is not sure about the rest. Only of a
	// definite reply to a Many or Medicines question that chose something.
	RestUnsure bool
}

// Taken is one medicine of a reply.
type Taken struct {
	Medicine int    // its place in Formulary.Medicines, or UnlistedMedicine
	State    int    // its place in Question.States, or UnsureState; 0 when the question has no states
	Typed    *Typed // what she called it; nil: not known, or the generic name
	// Declined: of an UnsureState, she would rather not tell it. Nothing follows from
	// that, but it is read back to her as she said it.
	Declined bool
}

const (
	// UnlistedMedicine stands for a name that the formulary does not know.
	UnlistedMedicine = -1
	// UnsureState stands for a state that she is not sure of, or would rather not tell.
	UnsureState = -1
)

// Open reports whether the reply leaves things unknown.
func (r Reply) Open() bool { return r.Kind == Unsure || r.Kind == Declined }

// Equal reports whether two replies say the same, in the same words.
func (r Reply) Equal(other Reply) bool {
	return r.Kind == other.Kind && r.RestUnsure == other.RestUnsure && slices.Equal(r.Answers, other.Answers) &&
		slices.EqualFunc(r.Taken, other.Taken, func(a, b Taken) bool {
			return a.Medicine == b.Medicine && a.State == b.State && a.Declined == b.Declined && a.Typed.String() == b.Typed.String()
		})
}

// Forget overwrites what was said, where it stands in memory.
func (r Reply) Forget() {
	for _, t := range r.Taken {
		t.Typed.Forget()
	}
	clear(r.Answers)
	clear(r.Taken)
}

// Has reports whether the answer at this place is among those chosen.
func (r Reply) Has(answer int) bool {
	return r.Kind == Definite && slices.Contains(r.Answers, answer)
}

// Reply makes a reply from answer ids: "not-sure" or "prefer-not-to-say" alone,
// one id for a One question, at least one for a Many question. Beside chosen
// answers of a Many question the two mean that she is not sure about the rest.
// A Medicines question takes "none" and "unlisted" here; names go through the
// formulary.
func (q *Question) Reply(ids ...string) (Reply, error) {
	if len(ids) == 1 {
		switch {
		case ids[0] == NotSure:
			return Reply{Kind: Unsure}, nil
		case ids[0] == PreferNotToSay:
			return Reply{Kind: Declined}, nil
		case q.TakesMedicines() && ids[0] == None:
			return Reply{Kind: Definite}, nil
		case q.TakesMedicines() && ids[0] == Unlisted:
			return q.ReplyTaken(Taken{Medicine: UnlistedMedicine})
		}
	}
	if q.TakesMedicines() {
		return Reply{}, fmt.Errorf("%q is answered with medicines, %s, %s, %s or %s", q.ID, None, Unlisted, NotSure, PreferNotToSay)
	}
	if len(ids) == 0 {
		return Reply{}, fmt.Errorf("%q needs an answer", q.ID)
	}
	if q.TakesOne() && len(ids) > 1 {
		return Reply{}, fmt.Errorf("%q takes one answer, not %d", q.ID, len(ids))
	}
	r := Reply{Kind: Definite}
	chosen := ids
	if q.TakesMany() {
		chosen = slices.DeleteFunc(slices.Clone(ids), isOpenAnswer)
	}
	for _, id := range chosen {
		i := slices.IndexFunc(q.Answers, func(a *Answer) bool { return a.ID == id })
		switch {
		case i < 0 && (id == NotSure || id == PreferNotToSay):
			return Reply{}, fmt.Errorf("%s stands alone: it cannot be given together with other answers", id)
		case i < 0:
			return Reply{}, fmt.Errorf("%q has no answer %q%s", q.ID, id, DidYouMean(id, q.AnswerIDs()))
		case q.Answers[i].Exclusive && len(ids) > 1:
			return Reply{}, fmt.Errorf("%q stands alone: it cannot be given together with other answers", id)
		case slices.Contains(r.Answers, i):
			return Reply{}, fmt.Errorf("%q is named twice", id)
		}
		r.Answers = append(r.Answers, i)
	}
	slices.Sort(r.Answers)
	if len(chosen) < len(ids) {
		return q.AndNotSure(r)
	}
	return r, nil
}

func isOpenAnswer(id string) bool { return id == NotSure || id == PreferNotToSay }

// AndNotSure is the reply of somebody who says this much and is not sure about
// the rest.
func (q *Question) AndNotSure(r Reply) (Reply, error) {
	switch {
	case q.TakesOne():
		return Reply{}, fmt.Errorf("%q takes one answer, so nothing is left to be unsure of beside it", q.ID)
	case r.Kind != Definite || len(r.Answers)+len(r.Taken) == 0:
		return Reply{}, fmt.Errorf("%q has no answer yet that somebody could be unsure beside; %s stands for the whole of it", q.ID, NotSure)
	case slices.ContainsFunc(r.Answers, func(a int) bool { return q.Answers[a].Exclusive }):
		return Reply{}, fmt.Errorf("an answer of %q that stands alone leaves nothing to be unsure of", q.ID)
	}
	r.RestUnsure = true
	return r, nil
}

// ReplyTaken makes the reply of somebody who takes these medicines. Each may
// stand once; without any the reply is "none".
func (q *Question) ReplyTaken(taken ...Taken) (Reply, error) {
	if !q.TakesMedicines() {
		return Reply{}, fmt.Errorf("%q is not answered with medicines", q.ID)
	}
	r := Reply{Kind: Definite}
	for _, t := range taken {
		if slices.ContainsFunc(r.Taken, func(o Taken) bool { return o.Medicine == t.Medicine }) {
			return Reply{}, fmt.Errorf("a medicine of %q is named twice", q.ID)
		}
		if t.State != UnsureState && t.State >= max(1, len(q.States)) {
			return Reply{}, fmt.Errorf("%q has no such state of a medicine", q.ID)
		}
		r.Taken = append(r.Taken, t)
	}
	return r, nil
}

// AnswerIDs are all ids that an author may write for this question's answers.
func (q *Question) AnswerIDs() []string {
	var ids []string
	for _, a := range q.Answers {
		if a.ID != "" { // a broken one has been reported
			ids = append(ids, a.ID)
		}
	}
	if q.TakesMedicines() {
		ids = append(ids, None, Unlisted)
	}
	return append(ids, NotSure, PreferNotToSay)
}
