package visit

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Carry is the same visit in an edited questionnaire, by ids, with what could
// not be carried. She keeps her place where it is still there; a question that
// is gone gives way to the next. Nothing from before can be taken back.
func (v Visit) Carry(q *questionnaire.Questionnaire) (Visit, []screening.Dropped) {
	old := v.Questionnaire()
	state, dropped := v.said.Carry(q)
	n := v
	n.said = v.kept.keep(state)
	n.prepared = n.carryPrepared(old, v.prepared)
	n.region, n.nation, n.undo, n.again = -1, -1, nil, nil
	if v.region >= 0 {
		n.region = regionCalled(q, old.Regions[v.region].ID)
		n.nation = slices.Index(n.wholeRegion().Nations(), v.Region().Nation())
	}
	n.shown = n.carryState(v.shown)
	n.trail = n.carryTrail(old, v.trail)
	there, ok := n.carryPlace(old, v.here)
	if !ok {
		return n.onward(there.at, there.mode, false), dropped
	}
	n.here = there
	return n, dropped
}

// Forget overwrites her answers where they stand in memory: those of this visit
// and of every other that comes from the same [Begin]. It is a best effort, as
// that of [screening.State.Forget] is; none of the visits is of use afterwards.
func (v Visit) Forget() {
	for _, s := range v.kept.states {
		s.Forget()
	}
	for _, r := range v.kept.replies {
		r.Forget()
	}
	clear(v.kept.states)
	clear(v.kept.replies)
	v.kept.states, v.kept.replies = nil, nil
}

// carryPrepared leaves out what the edited questionnaire does not have.
func (v Visit) carryPrepared(old *questionnaire.Questionnaire, prepared map[int]questionnaire.Reply) map[int]questionnaire.Reply {
	all := map[int]questionnaire.Reply{}
	for at, r := range prepared {
		there := v.Questionnaire().Question(old.Questions[at].ID)
		state, _ := screening.Start(old).Answer(old.Questions[at], r).Carry(v.Questionnaire())
		if there == nil {
			continue
		}
		if carried := state.Reply(there); carried.Kind == questionnaire.Definite && !nothing(carried) && !there.TakesOne() {
			v.kept.replies = append(v.kept.replies, carried)
			all[there.Index] = carried
		}
	}
	return all
}

func (v Visit) carryState(s *screening.State) *screening.State {
	if s == nil {
		return nil
	}
	carried, _ := s.Carry(v.Questionnaire())
	carried = v.kept.keep(carried)
	return &carried
}

// carryTrail leaves out the places that are gone.
func (v Visit) carryTrail(old *questionnaire.Questionnaire, trail *step) *step {
	if trail == nil {
		return nil
	}
	s := *trail
	s.below = v.carryTrail(old, trail.below)
	from, ok := v.carryPlace(old, s.from)
	if !ok {
		return s.below
	}
	s.from, s.put, s.counted = from, nil, nil
	for _, i := range trail.put {
		if q := v.Questionnaire().Question(old.Questions[i].ID); q != nil {
			s.put = append(s.put, q.Index)
		}
	}
	return &s
}

// carryPlace is a place in the edited questionnaire. Where it is gone, at is the
// last question before it that is left.
func (v Visit) carryPlace(old *questionnaire.Questionnaire, p place) (there place, ok bool) {
	q := v.Questionnaire()
	p.since, p.went = v.carryState(p.since), v.carryWent(old, p.went)
	same := true
	switch {
	case p.at >= len(old.Questions):
		p.at = len(q.Questions)
	case p.at >= 0:
		p.at, same = carryQuestion(old, q, p.at)
	}
	switch p.kind {
	case asked:
		return p, same
	case paused:
		return p, same && q.Questions[p.at].After != ""
	case placing:
		return p, v.asksRegion() || p.mode == changing && len(q.Regions) >= 2
	case settling:
		return p, v.asksNation()
	case danger, stopped:
		p.rest = p.rest && same && p.at >= 0 && p.at < len(q.Questions) && q.Questions[p.at].After != ""
		p.of = carryRules(old, q, p.of)
		return p, len(p.of) > 0
	}
	return p, true
}

// carryWent is what she went to last from a review, if it is still there.
func (v Visit) carryWent(old *questionnaire.Questionnaire, w *went) *went {
	if w == nil || w.to == before {
		return nil // regions have other numbers now
	}
	there, same := carryQuestion(old, v.Questionnaire(), w.to)
	if !same {
		return nil
	}
	return &went{to: there, region: v.region, nation: v.nation, said: *v.carryState(&w.said)}
}

func carryQuestion(old, q *questionnaire.Questionnaire, at int) (there int, same bool) {
	for i, lost := range slices.Backward(old.Questions[:at+1]) {
		if question := q.Question(lost.ID); question != nil {
			return question.Index, i == at
		}
	}
	return before, false
}

// carryRules are those that still interrupt.
func carryRules(old, q *questionnaire.Questionnaire, of []int) []int {
	var there []int
	for _, i := range of {
		if r := q.Rule(old.Rules[i].ID); r != nil && r.Interrupt {
			there = append(there, r.Index)
		}
	}
	return there
}
