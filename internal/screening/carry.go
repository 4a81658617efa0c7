package screening

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Dropped is what could not be carried over to another reading of the
// questionnaire: a reply, or the part of it that nothing there stands for.
type Dropped struct {
	Question *questionnaire.Question // in the earlier reading
	Reply    questionnaire.Reply
}

// Carry takes a screening over to another reading of its questionnaire, by the
// ids of questions, answers, medicines and rules: what keeps its id keeps what
// was said to it. What is gone drops, and is returned; a reply of which nothing
// is left becomes no reply, never "none".
func (s State) Carry(q *questionnaire.Questionnaire) (State, []Dropped) {
	carried := Start(q)
	carried.enough, carried.shared = s.enough, s.shared
	for i, seen := range s.seen {
		if r := q.Rule(s.q.Rules[i].ID); seen && r != nil {
			carried.seen[r.Index] = true
		}
	}
	var dropped []Dropped
	for i, reply := range s.replies {
		if reply.Kind == questionnaire.NoReply {
			continue
		}
		lost := reply
		if question := q.Question(s.q.Questions[i].ID); question != nil {
			carried.replies[question.Index], lost = carryReply(s.q, q, s.q.Questions[i], question, reply)
		}
		if lost.Kind != questionnaire.NoReply {
			dropped = append(dropped, Dropped{s.q.Questions[i], lost})
		}
	}
	return carried, dropped
}

// carryReply says in the words of the new question what was said to the old one,
// and what of it cannot be said any more.
func carryReply(from, to *questionnaire.Questionnaire, old, new *questionnaire.Question, reply questionnaire.Reply) (kept, lost questionnaire.Reply) {
	medicines := old.TakesMedicines()
	switch {
	case reply.Kind != questionnaire.Definite:
		return reply, lost
	case medicines != (new.TakesMedicines()):
		return kept, reply
	case medicines:
		return carryTaken(from, to, old, new, reply)
	}
	var ids []string
	for _, a := range reply.Answers {
		if placeOf(new.Answers, old.Answers[a].ID) >= 0 {
			ids = append(ids, old.Answers[a].ID)
		} else {
			lost.Kind, lost.Answers = questionnaire.Definite, append(lost.Answers, a)
		}
	}
	if reply.RestUnsure && len(ids) > 0 {
		ids = append(ids, questionnaire.NotSure)
	}
	if kept, err := new.Reply(ids...); err == nil {
		return kept, lost
	}
	// Each can be said, and not all of them together: one instead of many, or
	// one that stands alone now.
	return questionnaire.Reply{}, reply
}

func carryTaken(from, to *questionnaire.Questionnaire, old, new *questionnaire.Question, reply questionnaire.Reply) (kept, lost questionnaire.Reply) {
	for _, t := range reply.Taken {
		c, ok := carryMedicine(from, to, old, new, t)
		if ok {
			kept.Kind, kept.Taken, kept.RestUnsure = questionnaire.Definite, append(kept.Taken, c), reply.RestUnsure
		} else {
			lost.Kind, lost.Taken = questionnaire.Definite, append(lost.Taken, t)
		}
	}
	if len(reply.Taken) == 0 {
		kept = reply // "none" stays what it was
	}
	return kept, lost
}

func carryMedicine(from, to *questionnaire.Questionnaire, old, new *questionnaire.Question, t questionnaire.Taken) (questionnaire.Taken, bool) {
	if t.Medicine != questionnaire.UnlistedMedicine {
		m := to.Formulary.ByGeneric(from.Formulary.Medicines[t.Medicine].Generic)
		if m == nil {
			return t, false
		}
		t.Medicine = m.Index
	}
	switch {
	case len(new.States) == 0:
		t.State, t.Declined = 0, false
	case len(old.States) == 0: // she was never asked
		t.State = questionnaire.UnsureState
	case t.State != questionnaire.UnsureState:
		t.State = placeOf(new.States, old.States[t.State].ID)
		return t, t.State >= 0
	}
	return t, true
}

// placeOf is where an answer with this id stands, or -1.
func placeOf(answers []*questionnaire.Answer, id string) int {
	return slices.IndexFunc(answers, func(a *questionnaire.Answer) bool { return a.ID == id })
}
