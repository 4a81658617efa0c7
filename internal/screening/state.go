package screening

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// State is a screening at one moment. It is a value: each method that answers
// returns a new State and leaves the old one as it was.
type State struct {
	q       *questionnaire.Questionnaire
	replies []questionnaire.Reply // what was said to each question, asked now or not
	seen    []bool                // the rules whose interrupt page was shown
	enough  bool                  // what is not answered counts as "prefer not to say"
	shared  bool                  // private questions are not shown
}

// Start begins a screening.
func Start(q *questionnaire.Questionnaire) State {
	return State{q: q, replies: make([]questionnaire.Reply, len(q.Questions)), seen: make([]bool, len(q.Rules))}
}

// StartShared begins one on a screen that others may see: a private question is
// never shown, and counts as "prefer not to say".
func StartShared(q *questionnaire.Questionnaire) State {
	s := Start(q)
	s.shared = true
	return s
}

// Questionnaire is what the screening follows.
func (s State) Questionnaire() *questionnaire.Questionnaire { return s.q }

// Answer records what was said to a question, instead of what was said before.
// The reply must be one that the question made.
func (s State) Answer(question *questionnaire.Question, reply questionnaire.Reply) State {
	s.replies = slices.Clone(s.replies)
	s.replies[question.Index] = reply
	return s
}

// Reply is what was said to a question, whether or not it counts now. After
// [State.Enough] an unanswered question's reply is "prefer not to say".
func (s State) Reply(question *questionnaire.Question) questionnaire.Reply {
	if s.shared && question.Private {
		return questionnaire.Reply{Kind: questionnaire.Declined}
	}
	reply := s.replies[question.Index]
	if reply.Kind == questionnaire.NoReply && s.enough {
		return questionnaire.Reply{Kind: questionnaire.Declined}
	}
	return reply
}

// Skip passes over what is not answered yet of a topic: it counts as "prefer
// not to say", also what only that brings up.
func (s State) Skip(topic *questionnaire.Topic) State {
	s.replies = slices.Clone(s.replies)
	for _, q := range topic.Questions {
		if s.replies[q.Index].Kind == questionnaire.NoReply && s.look().standing[q.Index] == waiting {
			s.replies[q.Index] = questionnaire.Reply{Kind: questionnaire.Declined}
		}
	}
	return s
}

// Enough ends the questions: those without an answer count as "prefer not to
// say", also those that a changed answer brings up later.
func (s State) Enough() State { s.enough = true; return s }

// Resume takes [State.Enough] back.
func (s State) Resume() State { s.enough = false; return s }

// Stopped reports whether the questions were ended with [State.Enough].
func (s State) Stopped() bool { return s.enough }

// Seen records that the interrupt pages of these rules were shown.
func (s State) Seen(rules []*questionnaire.Rule) State {
	s.seen = slices.Clone(s.seen)
	for _, r := range rules {
		s.seen[r.Index] = true
	}
	return s
}

// Forget overwrites the answers where they stand in memory, those of earlier
// states too as far as they share them. It is a best effort: the runtime may have
// made copies that nobody can find. No state is of use afterwards.
func (s State) Forget() {
	for _, reply := range s.replies {
		reply.Forget()
	}
	clear(s.replies)
}

// Coming is what comes next: an interrupt page, a question, or neither, which
// means that the outcome is ready.
type Coming struct {
	Interrupt []*questionnaire.Rule   // certain now and not shown before, as [questionnaire.GravestFirst] has them
	Question  *questionnaire.Question // to be asked
}

// Done reports whether nothing is left to show or to ask.
func (c Coming) Done() bool { return c.Question == nil && len(c.Interrupt) == 0 }

// Next says what comes next. An interrupt goes before every question.
func (s State) Next() Coming {
	v := s.look()
	var step Coming
	for _, r := range s.q.Rules {
		if r.Interrupt && !s.seen[r.Index] && v.truth(r.When) == Yes {
			step.Interrupt = append(step.Interrupt, r)
		}
	}
	if len(step.Interrupt) > 0 {
		step.Interrupt = questionnaire.GravestFirst(step.Interrupt)
		return step
	}
	if i := slices.Index(v.standing, waiting); i >= 0 {
		step.Question = s.q.Questions[i]
	}
	return step
}

// Asked lists the questions that count now, in their order: those answered and
// those that wait. One whose condition hangs on an unanswered question is among
// them if it may yet be asked; a private one on a shared screen is not.
func (s State) Asked() []*questionnaire.Question {
	v := s.look()
	var asked []*questionnaire.Question
	for i, q := range s.q.Questions {
		if v.standing[i] != notAsked && !(s.shared && q.Private) {
			asked = append(asked, q)
		}
	}
	return asked
}

// Left counts the questions that are still to come: those that will be asked in
// any case, and those that may be, depending on answers not given yet.
func (s State) Left() (sure, perhaps int) {
	v := s.look()
	for i := range s.q.Questions {
		switch {
		case v.standing[i] != waiting:
		case v.ask[i].low != No:
			sure++
		default:
			perhaps++
		}
	}
	return sure, perhaps
}

// look evaluates which questions are asked. It goes once through the questions,
// because each looks only at those before it; here, and nowhere else, answers to
// questions that are no longer asked stop counting.
func (s State) look() *view {
	n := len(s.q.Questions)
	v := &view{standing: make([]standing, n), ask: make([]span, n), replies: make([]questionnaire.Reply, n), named: make([]knownSpan, len(s.q.Conditions)), shared: s.shared}
	for i, q := range s.q.Questions {
		v.ask[i] = v.span(q.AskWhen)
		if v.ask[i].high == No {
			continue
		}
		v.standing[i] = waiting
		if reply := s.Reply(q); reply.Kind != questionnaire.NoReply {
			v.standing[i], v.replies[i] = answered, reply
		}
	}
	return v
}

// Truth is whether a condition holds for her, as far as she has answered; one that
// is nil holds for everyone.
func (s State) Truth(c *questionnaire.Condition) Truth { return s.look().truth(c) }

// In goes on with the same answers under other words: those of the questionnaire
// in another language, which has the same questions in the same places.
func (s State) In(q *questionnaire.Questionnaire) State { s.q = q; return s }
