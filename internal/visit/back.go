package visit

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// step is a step that she took: where from, and what it put down for her. A
// trail is a chain of them and is never changed, so that visits share it.
type step struct {
	from    place
	asked   bool  // from a question that was asked then, or the pause after it; not from one jumped to
	stopped bool  // the questions were ended then
	put     []int // questions that got "prefer not to say" by the step
	counted []counted
	below   *step
}

// to goes to another place.
func (v Visit) to(there place) Visit {
	v = v.leaving(nil)
	v.here = there
	return v
}

// leaving records the place that she leaves, before anything else changes.
func (v Visit) leaving(put []int) Visit {
	v.trail = &step{
		from:    v.here,
		asked:   (v.here.kind == asked || v.here.kind == paused) && v.isAsked(v.here.at),
		stopped: v.said.Stopped(),
		put:     put,
		below:   v.trail,
	}
	return v
}

// counts records the visit as it was before something that can be taken back.
func (v Visit) counts(e Event) Visit {
	v.undo = &undo{v, e}
	return v
}

func (v Visit) takenBack() Visit {
	if v.undo == nil {
		return v
	}
	return v.stillPrepared(v.undo.before.In(v.Questionnaire()))
}

// back is the place before this one that is still there.
func (v Visit) back() Visit {
	if v.here.kind == farewell {
		return v.takenBack()
	}
	n := v
	for s := v.trail; s != nil; s = s.below {
		n = n.backOver(s)
		switch there, ok := n.stands(s); {
		case !ok || there.same(v):
		case there.here.at == before || len(v.said.Next().Interrupt) > 0: // due already where an author jumped to
			return there
		default:
			return there.interrupted()
		}
	}
	if v.here.kind == browsing { // there is nothing before it
		return v.Did(Left{})
	}
	return v
}

// backOver takes a step back: the place, and what the step put down for her.
func (v Visit) backOver(s *step) Visit {
	if v.here.kind == danger {
		v.again = slices.Clone(v.here.of)
	}
	for _, i := range s.put {
		q := v.Questionnaire().Questions[i]
		if v.own(q).Kind == questionnaire.Declined {
			v.said = v.kept.keep(v.said.Answer(q, questionnaire.Reply{}))
		}
	}
	v = v.uncounted(s)
	v.said = v.said.Resume()
	if s.stopped {
		v.said = v.said.Enough()
	}
	v.here, v.trail = s.from, s.below
	return v.compared()
}

// compared is a result seen again: against the last one that she saw, if she has
// changed something since.
func (v Visit) compared() Visit {
	if v.here.kind != result || v.shown == nil {
		return v
	}
	for _, q := range v.Questionnaire().Questions {
		if !v.said.Reply(q).Equal(v.shown.Reply(q)) {
			return v.concluded()
		}
	}
	return v
}

// stands is the visit at the place as far as it is still there, and false where
// it is not: a changed answer may have taken a question away, or a danger.
func (v Visit) stands(s *step) (Visit, bool) {
	switch v.here.kind {
	case asked, paused:
		return v, !s.asked || v.isAsked(v.here.at)
	case danger, stopped:
		v.here.of = slices.DeleteFunc(slices.Clone(v.here.of), func(i int) bool { return !v.holds(v.Questionnaire().Rules[i]) })
		return v, len(v.here.of) > 0
	}
	return v, true
}

// same reports whether going there would show what is shown already.
func (v Visit) same(other Visit) bool {
	return v.here.kind == reviewing && other.here.kind == reviewing && v.said.Stopped() == other.said.Stopped()
}
