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
	told := s.Step().Vignette
	if told != nil {
		from = s.begins(here, told)
	}
	s.q = q
	if s.plan != nil {
		for _, p := range q.Workshop.Plans {
			if p.ID == s.plan.ID {
				s.plan = p
			}
		}
	}
	slots, offered := s.slots, s.offered
	s.slots, s.offered = nil, nil
	for i, one := range slots {
		var stories Stories
		for _, v := range one.stories {
			stories = append(stories, q.Scenario(v.ID))
		}
		one.stories = stories
		if s.plan != nil {
			one.plan = s.plan.Steps[i]
		}
		s.slots = append(s.slots, one)
	}
	for _, v := range offered {
		s.offered = append(s.offered, q.Scenario(v.ID))
	}
	if s.swapped != nil {
		before := s.swapped.In(q)
		s.swapped = &before
	}
	at := s.at
	s = s.laid()
	begin := s.slots[here].from
	if told != nil {
		begin = s.begins(here, told)
	}
	s.at = s.like(was[from:at+1], begin, here)
	return s
}

// like is the step of a slot that comes nearest to the last of these, from the place that
// the first of them has here.
func (s Session) like(seen []Step, at, i int) int {
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
	told := s.steps[at].Vignette
	for j := at; j < end && n > 0 && s.steps[j].Vignette == told; j++ {
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
