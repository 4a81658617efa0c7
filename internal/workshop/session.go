package workshop

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Session is a place in a row of steps.
type Session struct {
	q     *questionnaire.Questionnaire
	plan  *questionnaire.Plan // nil: one story
	slots []slot
	steps []Step
	at    int
}

// slot is a part of the session: of a plan, or a story on its own.
type slot struct {
	plan     *questionnaire.PlanStep // nil without a plan
	vignette *questionnaire.Scenario // nil where no story is told
	from     int                     // its first step
}

// Tell is a session of one story.
func Tell(q *questionnaire.Questionnaire, v *questionnaire.Scenario) Session {
	return Session{q: q, slots: []slot{{vignette: v}}}.laid()
}

// Lead is a session by a plan. It begins with the given story, or picks one if
// that is nil.
func Lead(q *questionnaire.Questionnaire, p *questionnaire.Plan, first *questionnaire.Scenario) Session {
	s := Session{q: q, plan: p}
	for _, step := range p.Steps {
		s.slots = append(s.slots, slot{plan: step})
	}
	pick(q, s.slots, first)
	return s.laid()
}

// Agreements is what the group agreed on, to look at again.
func Agreements(q *questionnaire.Questionnaire) Session {
	return Session{q: q, steps: sayings(q.Workshop.Agreements)}
}

// LeftAside is the page "we park that".
func LeftAside(q *questionnaire.Questionnaire) Session {
	return Session{q: q, steps: []Step{{Kind: Parked, Sayings: q.Workshop.Parked}}}
}

// HelpLines is the page with the numbers.
func HelpLines(q *questionnaire.Questionnaire) Session {
	return Session{q: q, steps: []Step{{Kind: Numbers}}}
}

// laid works out the steps of all slots.
func (s Session) laid() Session {
	s.slots, s.steps = slices.Clone(s.slots), nil
	for i := range s.slots {
		slot := &s.slots[i]
		slot.from = len(s.steps)
		var own []Step
		switch {
		case slot.plan == nil:
			own = vignette(s.q, slot.vignette)
		case slot.vignette != nil:
			own = append([]Step{{Kind: Part, Begins: true}}, vignette(s.q, slot.vignette)...)
		default:
			own = append([]Step{{Kind: Part, Begins: true}}, said(s.q, slot.plan)...)
		}
		for j := range own {
			own[j].Plan = slot.plan
		}
		s.steps = append(s.steps, own...)
	}
	return s
}

// said is what a part of a plan shows that tells no story.
func said(q *questionnaire.Questionnaire, p *questionnaire.PlanStep) []Step {
	var lines []*questionnaire.Saying
	switch p.Show {
	case questionnaire.ShowNumbers:
		return []Step{{Kind: Numbers}}
	case questionnaire.ShowAgreements:
		lines = q.Workshop.Agreements
	case questionnaire.ShowThinking:
		lines = q.Workshop.Thinking
	case questionnaire.ShowSentences:
		lines = q.Workshop.Sentences
	case questionnaire.ShowClosing:
		lines = q.Workshop.Closing
	}
	return sayings(lines)
}

// sayings is a step for each line.
func sayings(lines []*questionnaire.Saying) []Step {
	var all []Step
	for _, l := range lines {
		all = append(all, Step{Kind: Saying, Text: questionnaire.Text(l.Say)})
	}
	return all
}

// Step is the one that is shown.
func (s Session) Step() Step { return s.steps[s.at] }

// Last reports whether nothing comes after the step.
func (s Session) Last() bool { return s.at+1 >= len(s.steps) }

// StoryOf is the story that a part of the plan tells, or nil.
func (s Session) StoryOf(part *questionnaire.PlanStep) *questionnaire.Scenario {
	for _, slot := range s.slots {
		if slot.plan == part {
			return slot.vignette
		}
	}
	return nil
}

// Empty reports whether there is nothing to show.
func (s Session) Empty() bool { return len(s.steps) == 0 }

// Plan is the plan that the session follows, or nil.
func (s Session) Plan() *questionnaire.Plan { return s.plan }

// Place is the step's number, from 1, and how many there are.
func (s Session) Place() (n, all int) { return s.at + 1, len(s.steps) }

// Forward goes to the next step; at the last one it stays.
func (s Session) Forward() Session {
	s.at = min(s.at+1, len(s.steps)-1)
	return s
}

// Back goes to the step before; at the first one it stays.
func (s Session) Back() Session {
	s.at = max(s.at-1, 0)
	return s
}

// Skip leaves what is left of a section. It goes no further than to the
// beginning of the next one, so that nothing is given away.
func (s Session) Skip() Session {
	for i := s.at + 1; i < len(s.steps); i++ {
		if s.steps[i].Begins {
			s.at = i
			return s
		}
	}
	return s
}

// here is the slot of the step that is shown.
func (s Session) here() int {
	i := len(s.slots) - 1
	for s.slots[i].from > s.at {
		i--
	}
	return i
}

// Swap tells another story here, from its beginning: the next of those that fit,
// or, with by -1, the one before. Where no other fits, nothing changes.
func (s Session) Swap(by int) (Session, bool) {
	if len(s.slots) == 0 {
		return s, false
	}
	i := s.here()
	old := s.slots[i].vignette
	if old == nil {
		return s, false
	}
	fit := s.fitting(i)
	at := slices.Index(fit, old)
	other := fit[(at+by+len(fit))%len(fit)]
	if other == old {
		return s, false
	}
	s.slots = slices.Clone(s.slots)
	s.slots[i].vignette = other
	s = s.laid()
	s.at = s.slots[i].from
	if s.plan != nil {
		s.at++ // behind the title of the part
	}
	return s, true
}

// fitting are the stories that may stand in a slot: none that another slot
// tells, and none more tender than the plan wants there. The present one is
// always among them.
func (s Session) fitting(i int) []*questionnaire.Scenario {
	own := s.slots[i]
	return slices.DeleteFunc(Choose(s.q, Wish{}), func(v *questionnaire.Scenario) bool {
		elsewhere := slices.ContainsFunc(s.slots, func(o slot) bool { return o.vignette == v && o.from != own.from })
		return v != own.vignette && (elsewhere || own.plan != nil && !fits(v, own.plan))
	})
}
