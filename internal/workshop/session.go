package workshop

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Session is a place in a row of steps.
type Session struct {
	q       *questionnaire.Questionnaire
	wish    Wish
	plan    *questionnaire.Plan // nil: one story
	slots   []slot
	offered []*questionnaire.Scenario // that stood in a slot and were swapped for others
	steps   []Step
	at      int
	swapped *Session // before a swap that only now was made

	reordered bool // the stories that were named
}

// slot is a part of the session: of a plan, or a story on its own.
type slot struct {
	plan    *questionnaire.PlanStep // nil without a plan
	stories Stories                 // nil where none is told
	from    int                     // its first step
}

// Tell is a session of one story.
func Tell(q *questionnaire.Questionnaire, v *questionnaire.Scenario, w Wish) Session {
	return Session{q: q, wish: w, slots: []slot{{stories: Stories{v}}}}.laid()
}

// Lead is a session by a plan. It tells the named stories, unless the plan [Refuses]
// them, and picks the others. No story of it is more tender than is wished, and the
// last is gentle.
func Lead(q *questionnaire.Questionnaire, p *questionnaire.Plan, w Wish, named ...Stories) Session {
	s := planned(q, p, w)
	s.place(named)
	s.reordered = s.anotherOrder(named)
	s.pick()
	return s.laid()
}

// planned are the parts of a plan, without stories.
func planned(q *questionnaire.Questionnaire, p *questionnaire.Plan, w Wish) Session {
	s := Session{q: q, plan: p, wish: w}
	for _, step := range p.Steps {
		s.slots = append(s.slots, slot{plan: step})
	}
	return s
}

// Agreements is what the group agreed on, to look at again: all of it at once, since it
// has been read aloud.
func Agreements(q *questionnaire.Questionnaire) Session {
	if len(q.Workshop.Agreements) == 0 {
		return Session{q: q}
	}
	return Session{q: q, steps: []Step{{Kind: Saying, Sayings: q.Workshop.Agreements, Agreed: true}}}
}

// LeftAside is the page "we park that".
func LeftAside(q *questionnaire.Questionnaire) Session {
	return Session{q: q, steps: []Step{{Kind: Parked, Sayings: q.Workshop.Parked}}}
}

// HelpLines is the page with the numbers.
func HelpLines(q *questionnaire.Questionnaire) Session { return Session{q: q}.HelpLines() }

// HelpLines is the page with the numbers, those that its stories name among them.
func (s Session) HelpLines() Session { return Session{q: s.q, steps: []Step{s.numbers()}} }

// numbers are the help lines for what is told: whom each story calls at once, or leads
// to first.
func (s Session) numbers() Step {
	step := Step{Kind: Numbers}
	for _, slot := range s.slots {
		for _, v := range slot.stories {
			_, state, halt := heard(v, screening.StartShared(s.q))
			step.Rules = append(step.Rules, halt...)
			if len(halt) > 0 {
				continue
			}
			steps := state.Plan(nil).Steps
			for _, talk := range steps[:min(ledToFirst, len(steps))] {
				step.Kinds = append(step.Kinds, talk.Clinician.Lines...)
			}
		}
	}
	return step
}

// laid works out the steps of all slots.
func (s Session) laid() Session {
	s.slots, s.steps = slices.Clone(s.slots), nil
	for i := range s.slots {
		slot := &s.slots[i]
		slot.from = len(s.steps)
		var own []Step
		if slot.plan != nil {
			own = []Step{{Kind: Part, Begins: true}}
			if i == 0 {
				own[0].Evening = s.plan
			}
			if len(slot.stories) > 1 {
				own[0].Choice = slot.stories
			}
		}
		for _, v := range slot.stories {
			own = append(own, vignette(s.q, v, s.wish.Whole)...)
		}
		if slot.stories == nil {
			own = append(own, s.said(slot.plan)...)
		}
		for j := range own {
			own[j].Plan = slot.plan
		}
		s.steps = append(s.steps, own...)
	}
	return s
}

// said is what a part of a plan shows that tells no story.
func (s Session) said(p *questionnaire.PlanStep) []Step {
	q := s.q
	var lines []*questionnaire.Saying
	switch p.Show {
	case questionnaire.ShowNumbers:
		return []Step{s.numbers()}
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

// saidTogether is how many lines to say stand on one page at most.
const saidTogether = 5

// sayings are lines to read aloud, a few on a page; each stays as the next comes.
func sayings(lines []*questionnaire.Saying) []Step {
	if len(lines) == 0 {
		return nil
	}
	pages := (len(lines) + saidTogether - 1) / saidTogether
	var all []Step
	for some := range slices.Chunk(lines, (len(lines)+pages-1)/pages) {
		for i := range some {
			all = append(all, Step{Kind: Saying, Sayings: some[:i+1], Reveals: i > 0})
		}
	}
	return all
}

// Step is the one that is shown.
func (s Session) Step() Step { return s.steps[s.at] }

// Last reports whether nothing comes after the step.
func (s Session) Last() bool { return s.at+1 >= len(s.steps) }

// StoriesOf are those that a part of the plan tells: none, one, or two for small groups.
func (s Session) StoriesOf(part *questionnaire.PlanStep) Stories {
	for _, slot := range s.slots {
		if slot.plan == part {
			return slot.stories
		}
	}
	return nil
}

// Empty reports whether there is nothing to show.
func (s Session) Empty() bool { return len(s.steps) == 0 }

// Plan is the plan that the session follows, or nil.
func (s Session) Plan() *questionnaire.Plan { return s.plan }

// Place is the number of the page, from 1, and how many there are. What is revealed
// on a page is none of its own.
func (s Session) Place() (n, all int) { return pagesOf(s.steps[:s.at+1]), pagesOf(s.steps) }

// Begun reports whether a step comes before this one.
func (s Session) Begun() bool { return s.at > 0 || s.swapped != nil }

// Next is the step that comes next; the present one where it is the last.
func (s Session) Next() Step { return s.Forward().Step() }

// Forward goes to the next step; at the last one it stays.
func (s Session) Forward() Session {
	s.swapped = nil
	s.at = min(s.at+1, len(s.steps)-1)
	return s
}

// Back goes to the step before; at the first one it stays. After a swap it takes the
// swap back, and the session is where it was.
func (s Session) Back() Session {
	if s.swapped != nil {
		return *s.swapped
	}
	s.at = max(s.at-1, 0)
	return s
}

// Skip shows all of the page, or leaves what is left of a section. It goes no
// further than to the beginning of the next one, so that nothing is given away.
func (s Session) Skip() Session {
	s.swapped = nil
	from := s.at
	for s.at+1 < len(s.steps) && s.steps[s.at+1].Reveals {
		s.at++
	}
	if s.at > from {
		return s
	}
	for i := s.at + 1; i < len(s.steps); i++ {
		if s.steps[i].Begins {
			s.at = i
			return s
		}
	}
	return s
}

// Go is at the beginning of a part of the plan, by its number from 0.
func (s Session) Go(part int) Session {
	s.swapped = nil
	s.at = s.slots[part].from
	return s
}

// End is where an evening ends early: at the numbers, which lead to the closing. It
// passes no story. It is false where there is nothing of the kind to show.
func (s Session) End() (Session, bool) {
	for i := len(s.slots) - 1; i >= 0 && s.slots[i].stories == nil; i-- {
		if p := s.slots[i].plan; p != nil && p.Show == questionnaire.ShowNumbers {
			return s.Go(i), true
		}
	}
	if s.q.Workshop == nil {
		return s, false
	}
	numbers := s.numbers()
	numbers.Begins = true
	s.slots, s.plan, s.at = nil, nil, 0
	s.steps = append([]Step{numbers}, sayings(s.q.Workshop.Closing)...)
	return s, true
}

// here is the slot of the step that is shown.
func (s Session) here() int {
	i := len(s.slots) - 1
	for s.slots[i].from > s.at {
		i--
	}
	return i
}

// Ceiling is how tender what is told here may be: what is wished, or the most
// tender story of the plan.
func (s Session) Ceiling() int {
	if s.plan == nil || s.wish.Tenderness > 0 {
		return s.wish.Tenderness
	}
	most := 1
	for _, slot := range s.slots {
		for _, v := range slot.stories {
			most = max(most, Tenderness(v))
		}
		if slot.stories == nil && slot.plan.Show == questionnaire.ShowVignette {
			most = max(most, slot.plan.Tenderness)
		}
	}
	for _, v := range s.offered {
		most = max(most, Tenderness(v))
	}
	return most
}

// Swap tells another story here, from its beginning: one that is no more tender,
// and gentler if there is one; that has not been offered yet; rather about something
// else. Where none is left, nothing changes. Back takes it back.
func (s Session) Swap() (Session, bool) {
	if len(s.slots) == 0 {
		return s, false
	}
	i, n := s.here(), s.told()
	if n < 0 {
		return s, false
	}
	old := s.slots[i].stories[n]
	other := s.gentler(i, old)
	if other == nil {
		return s, false
	}
	before := s
	before.swapped = nil
	s.swapped = &before
	s.offered = append(slices.Clone(s.offered), old)
	s.slots = slices.Clone(s.slots)
	s.slots[i].stories = slices.Clone(s.slots[i].stories)
	s.slots[i].stories[n] = other
	s = s.laid()
	s.at = s.begins(i, other) // behind the title of the part
	return s, true
}

// told is which of the stories of its part is on the wall, by its number; the first where
// the part begins, and -1 where none is told.
func (s Session) told() int {
	stories := s.slots[s.here()].stories
	if len(stories) == 0 {
		return -1
	}
	if v := s.Step().Vignette; v != nil {
		return slices.IndexFunc(stories, func(o *questionnaire.Scenario) bool { return o.ID == v.ID })
	}
	return 0
}

// begins is the first step of a story in a part.
func (s Session) begins(i int, v *questionnaire.Scenario) int {
	at := s.slots[i].from
	for s.steps[at].Vignette == nil || s.steps[at].Vignette.ID != v.ID {
		at++
	}
	return at
}

// gentler is what a swap leads to; nil: nothing.
func (s Session) gentler(i int, old *questionnaire.Scenario) *questionnaire.Scenario {
	about := Topics(s.q, old)
	var best *questionnaire.Scenario
	alike := false
	for _, v := range Choose(s.q, Wish{Tenderness: Tenderness(old)}) { // the gentlest first
		if v.ID == old.ID || s.knows(v) || !s.may(i, v, false) {
			continue
		}
		if best != nil && Tenderness(best) < Tenderness(v) {
			break
		}
		same := slices.Equal(Topics(s.q, v), about)
		if best == nil || alike && !same {
			best, alike = v, same
		}
	}
	return best
}

// Tells reports whether the step that is shown belongs to a story.
func (s Session) Tells() bool { return len(s.slots) > 0 && s.told() >= 0 }

// knows reports whether a story is told in the session or was offered before.
func (s Session) knows(v *questionnaire.Scenario) bool {
	return Stories(s.offered).has(v) || slices.ContainsFunc(s.slots, func(o slot) bool { return o.stories.has(v) })
}
