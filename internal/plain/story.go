package plain

import (
	"slices"
	"strconv"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// The result is told as a story: its first step whole, then each of the others when
// she goes on, and last what else the page has. All of it in one go would begin
// with what is most urgent, and be heard from its end.

// steps are those of the plan, where she stands at the result.
func (s *session) steps() []screening.Step {
	r, _ := s.v.Where().(visit.Result)
	return r.Plan.Steps
}

// card is the place of a step among all of them, from 0; -1: it is none.
func (s *session) card(o page.Opening) int {
	card, ok := o.(page.Card)
	if !ok {
		return -1
	}
	return slices.IndexFunc(s.steps(), func(step screening.Step) bool { return step.Clinician.ID == card.Clinician })
}

// heardOf remembers which step she has heard last.
func (s *session) heardOf(o page.Opening) {
	if n := s.card(o); n >= 0 {
		s.story = n
	}
}

// inStory reports whether Enter goes on with the story.
func (s *session) inStory() bool {
	if s.story < 0 || s.story >= len(s.steps()) {
		return false
	}
	return len(s.over) == 0 || len(s.over) == 1 && s.card(s.over[0]) >= 0
}

func (s *session) nextInStory() {
	s.over, s.left = nil, nil
	if steps := s.steps(); s.story+1 < len(steps) {
		s.open(page.Card{Clinician: steps[s.story+1].Clinician.ID})
		return
	}
	s.story, s.still = len(s.steps()), rest
}

// told is a part of the result: the first step with what a changed answer changed, or
// what comes after it. Who hears that has heard the other steps in between.
func (s *session) told(p page.Page, part manner) []line {
	switch {
	case len(s.steps()) == 0: // then there is only one part
		s.numbered = true
	case part == rest:
		p, s.numbered = page.Afterwards(s.w, s.v), true
	default:
		r, _ := s.v.Where().(visit.Result)
		first := slices.IndexFunc(p.Blocks, func(b page.Block) bool { return b.Choice != nil })
		p.Blocks = append(p.Blocks[:first:first], page.Changed(s.w, r.Change)...)
	}
	return append(plainLines(""), lines(s.w, p, nil)...)
}

// titled says of a card the how-manieth step it is.
func (s *session) titled(p page.Page) func(string) string {
	if p.Kind != page.CardPage || len(s.over) == 0 {
		return nil
	}
	n := s.card(s.over[len(s.over)-1])
	return func(title string) string {
		return wording.Fill(s.w.Plain.Conversation, "n", strconv.Itoa(n+1), "all", strconv.Itoa(len(s.steps())), "clinician", trimmed(title))
	}
}
