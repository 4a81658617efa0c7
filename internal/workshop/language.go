package workshop

import "github.com/ask-first/askfirst/internal/questionnaire"

// In is the same place in another language of the questionnaire. A story has as many
// pages as its words need, so that on its pages the place is the nearest of its kind,
// and never one that comes later.
func (s Session) In(q *questionnaire.Questionnaire) Session {
	if len(s.slots) == 0 {
		return s
	}
	was, here := s.steps, s.here()
	from := s.slots[here].from
	s.q = q
	if s.plan != nil {
		for _, p := range q.Workshop.Plans {
			if p.ID == s.plan.ID {
				s.plan = p
			}
		}
	}
	told := func(v *questionnaire.Scenario) *questionnaire.Scenario {
		if v == nil {
			return nil
		}
		return q.Scenario(v.ID)
	}
	slots, offered := s.slots, s.offered
	s.slots, s.offered = nil, nil
	for i, one := range slots {
		one.vignette = told(one.vignette)
		if s.plan != nil {
			one.plan = s.plan.Steps[i]
		}
		s.slots = append(s.slots, one)
	}
	for _, v := range offered {
		s.offered = append(s.offered, told(v))
	}
	if s.swapped != nil {
		before := s.swapped.In(q)
		s.swapped = &before
	}
	at := s.at
	s = s.laid()
	s.at = s.like(was[from:at+1], here)
	return s
}

// like is the step of a slot that comes nearest to the last of these.
func (s Session) like(seen []Step, i int) int {
	want := seen[len(seen)-1].Kind
	n := 0
	for _, step := range seen {
		if step.Kind == want {
			n++
		}
	}
	end := len(s.steps)
	if i+1 < len(s.slots) {
		end = s.slots[i+1].from
	}
	at := s.slots[i].from
	for j := at; j < end && n > 0; j++ {
		if s.steps[j].Kind == want {
			at = j
			n--
		}
	}
	return at
}

// AsFarAs is as far on as another session of the same pages.
func (s Session) AsFarAs(other Session) Session {
	s.at, s.swapped = min(other.at, len(s.steps)-1), nil
	return s
}
