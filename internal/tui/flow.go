package tui

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// stage is how far she is on the way from the welcome to the conversations.
type stage uint8

const (
	welcoming stage = iota
	consenting
	placing // where she lives
	asking
	interrupted
	checking
	answering // the outcome
	pausing   // after a hard question
	browsing  // the education, without a screening
)

// happens remembers what happened as the cause of what follows from it.
func (m *model) happens(e event) {
	m.cause = e
	m.happened(e)
}

// happened decides what follows from an event: the one place that knows the way
// from the welcome to the conversations.
func (m *model) happened(e event) {
	switch e := e.(type) {
	case begunEvent:
		m.opened().stage = consenting
		m.turn(consentPage(m.w, m.q))
	case spokeEvent:
		m.speak(e.language)
	case consentedEvent:
		m.placeOrGoOn()
	case regionChosenEvent:
		m.region = m.elsewhere()
		if r := m.q.Region(e.region); r != nil {
			m.region = r
		}
		m.at = nil
		m.advance()
	case answeredEvent:
		m.state = m.state.Answer(m.at, e.reply)
		if m.at.After != "" && !m.changing && len(m.state.Next().Interrupt) == 0 {
			m.stage = pausing
			m.turn(pausePage(m.w, m.at))
			return
		}
		m.advance()
	case topicSkippedEvent:
		m.state = m.state.Skip(m.at.Topic)
		for _, q := range m.at.Topic.Questions { // go on behind the topic
			if q.Index >= m.at.Index && slices.Contains(m.state.Asked(), q) {
				m.at = q
			}
		}
		m.advance()
		m.notice = m.w.Question.Skipped
	case whyOpenedEvent:
		m.open(whyPage(m.w, m.q, m.at))
	case keysOpenedEvent:
		m.open(keysPage(m.w))
	case jumpOpenedEvent:
		m.open(newJumpPage(m.w, m.state))
	case jumpedEvent:
		m.jumped(e)
	case endedEarlyEvent:
		m.state = m.state.Enough()
		m.changing = true
		m.advance()
	case resumedEvent:
		m.shelf = nil
		m.state = m.state.Resume()
		m.changing = true
		m.advance()
	case conversationsEvent:
		m.shelf = nil
		m.conversations()
	case reopenedEvent:
		m.changing = true
		m.ask(e.question)
	case wentOnEvent:
		m.wentOn()
	case stoppedEvent:
		m.state = m.state.Seen(m.rules).Enough()
		m.stage = checking
		m.turn(m.stoppedPage())
	case cardOpenedEvent:
		m.open(cardPage(m.w, m.q.Formulary, m.outcome.Conversations[e.number], m.region))
	case textOpenedEvent:
		m.open(readingPage(m.w, e.text))
	case linesOpenedEvent:
		m.open(linesPage(m.w, m.region))
	case lineOpenedEvent:
		m.open(linePage(m.w, e.line))
	case listOpenedEvent:
		m.open(listPage(m.w, m.q.Title, m.outcome.Learn()))
	case checkOpenedEvent:
		m.shelf = nil
		earlier := m.outcome
		m.earlier = &earlier
		m.check()
	case wentBackEvent:
		m.back()
	case finishedEvent:
		m.leaving = true
	}
}

// placeOrGoOn asks for the region, if anything hangs on it.
func (m *model) placeOrGoOn() {
	if m.placed || len(m.q.Regions) < 2 {
		m.at = nil
		m.advance()
		return
	}
	m.stage = placing
	m.turn(regionPage(m.w, m.q, m.guess))
}

// wentOn leaves an interrupt page for what comes next, or the review for the
// conversations.
func (m *model) wentOn() {
	m.shelf = nil
	switch m.stage {
	case interrupted:
		m.state = m.state.Seen(m.rules)
		m.advance()
	case pausing:
		m.advance()
	default:
		m.conversations()
	}
}

func (m *model) conversations() {
	m.stage = answering
	m.outcome = m.state.Outcome()
	var change *screening.Change
	if m.earlier != nil {
		since := m.outcome.Since(*m.earlier)
		change, m.earlier = &since, nil
	}
	m.turn(outcomePage(m.w, m.q.Title, m.outcome, change, m.region))
}

// advance shows what comes next. After going back the questions follow one
// another as before, with her answers in place; after changing a single answer
// only what that brought up is asked.
func (m *model) advance() {
	step := m.state.Next()
	if len(step.Interrupt) > 0 {
		m.stage, m.rules = interrupted, step.Interrupt
		m.turn(interruptPage(m.w, step.Interrupt, m.region))
		return
	}
	next := step.Question
	if !m.changing {
		// The one on the page need not be among the asked, in a preview.
		for _, q := range m.state.Asked() {
			if m.at == nil || q.Index > m.at.Index {
				next = q
				break
			}
		}
	}
	if next == nil {
		m.check()
		return
	}
	m.ask(next)
}

func (m *model) ask(q *questionnaire.Question) {
	m.stage, m.at = asking, q
	said := m.state.Reply(q)
	if q.Choose == questionnaire.Medicines {
		m.turn(newMedicinesPage(m.w, q, m.q.Formulary, m.finder, said))
		return
	}
	m.turn(newQuestionPage(m.w, q, said))
}

func (m *model) check() {
	m.stage, m.changing = checking, false
	m.turn(checkPage(m.w, m.state))
}

// back is one step back: to the page beneath, or to the question before.
func (m *model) back() {
	if n := len(m.shelf); n > 0 {
		beneath := m.shelf[n-1]
		m.shelf = m.shelf[:n-1]
		m.page, m.frame.top = beneath.page, beneath.top
		return
	}
	switch m.stage {
	case consenting:
		m.stage = welcoming
		m.turn(m.welcome())
	case placing:
		m.stage = consenting
		m.turn(consentPage(m.w, m.q))
	case asking:
		if m.changing {
			m.check()
			return
		}
		m.before(m.at)
	case checking:
		m.before(nil)
	case answering:
		earlier := m.outcome
		m.earlier = &earlier
		m.check()
	case pausing:
		m.ask(m.at)
	case browsing:
		m.leaving = true
	}
}

// before shows the question that was asked before this one; nil means the last.
func (m *model) before(q *questionnaire.Question) {
	asked := m.state.Asked()
	i := slices.IndexFunc(asked, func(a *questionnaire.Question) bool { return q != nil && a.Index >= q.Index })
	if i < 0 {
		i = len(asked)
	}
	switch {
	case i <= 0 && (m.placed || len(m.q.Regions) < 2):
		m.stage, m.at = consenting, nil
		m.turn(consentPage(m.w, m.q))
		return
	case i <= 0:
		m.stage, m.at = placing, nil
		m.turn(regionPage(m.w, m.q, m.region.ID))
		return
	}
	m.ask(asked[i-1])
}

// stoppedPage is where an interrupt ends when she stops there: the lines stay,
// and the conversations are one key away.
func (m *model) stoppedPage() page {
	h := hintsIn(m.w)
	return choicePage{
		place: m.w.Outcome.Lines, w: m.w,
		lay: func(s *sheet) {
			s.text(look.title, m.w.Interrupt.Help)
			s.gap()
			layLines(s, m.w, questionnaire.InterruptLines(m.rules, m.region))
			s.gap()
			s.text(look.plain, m.w.Goodbye.Text)
		},
		menu:    newMenu(item{label: m.w.Check.GoOn}, item{label: m.w.Interrupt.GoOn}, item{label: m.w.Outcome.Finish}),
		events:  []event{conversationsEvent{}, resumedEvent{}, finishedEvent{}},
		hints:   []hint{h.scroll, h.choose, h.back, h.leave},
		reading: true,
	}
}
