package plain

import (
	"strconv"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// The result is told as a story: what leads to the conversations, then the first
// of them whole, then each when she goes on, and last what else the page has. A
// list of them all in one go would begin with what is most urgent, and be heard
// from its end.

// result is where she stands, if that is the result.
func (s *session) result() (visit.Result, bool) {
	r, ok := s.v.Where().(visit.Result)
	return r, ok
}

func (s *session) conversations() int {
	r, _ := s.result()
	return len(r.Outcome.Conversations)
}

func (s *session) conversation(n int) page.Card {
	r, _ := s.result()
	return page.Card{Clinician: r.Outcome.Conversations[n].Clinician.ID}
}

// card is the place of a conversation among all of them, from 0; -1: none.
func (s *session) card(o page.Opening) int {
	card, ok := o.(page.Card)
	if !ok {
		return -1
	}
	for n := range s.conversations() {
		if s.conversation(n) == card {
			return n
		}
	}
	return -1
}

// heardOf remembers which conversation she has heard last.
func (s *session) heardOf(o page.Opening) {
	if n := s.card(o); n >= 0 {
		s.story = n
	}
}

// inStory reports whether Enter goes on with the story.
func (s *session) inStory() bool {
	if s.story < 0 || s.story >= s.conversations() {
		return false
	}
	return len(s.over) == 0 || len(s.over) == 1 && s.card(s.over[0]) >= 0
}

func (s *session) nextInStory() {
	s.over = nil
	if s.story+1 < s.conversations() {
		s.open(s.conversation(s.story + 1))
		return
	}
	s.story, s.still = s.conversations(), rest
}

// told is a part of the result: what leads to the conversations, or what follows.
func (s *session) told(p page.Page, part manner) []line {
	from, to := len(p.Blocks), 0
	for i, b := range p.Blocks {
		if b.Choice == nil || b.Choice.Opens == nil || s.card(b.Choice.Opens) < 0 {
			continue
		}
		from, to = min(from, i), i+1
	}
	if to == 0 { // there are none
		return append(plainLines(""), lines(s.w, p, nil)...)
	}
	if from > 0 && p.Blocks[from-1].Manner == page.Heading {
		from-- // how soon: the card says it
	}
	t := &teller{w: s.w, p: p}
	for i, b := range p.Blocks {
		if b.Choice != nil && i < to {
			t.choices++
		}
		if part == story && i < from || part == rest && i >= to {
			t.block(b, i)
		}
	}
	t.reached("")
	return append(plainLines(""), t.all...)
}

// titled says of a card the how-manieth conversation it is.
func (s *session) titled(p page.Page) func(string) string {
	if p.Kind != page.CardPage || len(s.over) == 0 {
		return nil
	}
	n := s.card(s.over[len(s.over)-1])
	return func(title string) string {
		return wording.Fill(s.w.Plain.Conversation, "n", strconv.Itoa(n+1), "all", strconv.Itoa(s.conversations()), "clinician", trimmed(title))
	}
}
