package tui

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// questionPage asks a question of one or many answers. The two free answers
// stand behind the author's, and behind them, for many, the way on.
type questionPage struct {
	w      *wording.Words
	q      *questionnaire.Question
	menu   menu
	notice string
}

func newQuestionPage(w *wording.Words, q *questionnaire.Question, said questionnaire.Reply) page {
	p := questionPage{w: w, q: q, menu: newMenu()}
	many := q.Choose == questionnaire.Many
	for i, a := range q.Answers {
		it := item{label: a.Label}
		if many {
			it.box = unticked
			if said.Has(i) {
				it.box = ticked
			}
		}
		p.menu.items = append(p.menu.items, it)
	}
	if many {
		p.menu.items = append(p.menu.items, item{label: w.Question.ManyGoOn, apart: true})
	}
	p.menu.items = append(p.menu.items, item{label: w.Answer.NotSure, apart: true}, item{label: w.Answer.PreferNotToSay})
	// An answer given before has the focus, so that Enter keeps it.
	switch said.Kind {
	case questionnaire.Unsure:
		p.menu.focus = len(p.menu.items) - 2
	case questionnaire.Declined:
		p.menu.focus = len(p.menu.items) - 1
	case questionnaire.Definite:
		p.menu.focus = said.Answers[0]
		if many {
			p.menu.focus = len(q.Answers)
		}
	}
	return p
}

func (p questionPage) content(width, height int) content {
	h := hintsIn(p.w)
	s := &sheet{width: width, height: height}
	announce(s, p.w, p.q)
	if p.q.Before != "" {
		s.text(look.faint, p.q.Before)
	}
	s.text(look.title, p.q.Ask)
	head := len(s.rows)
	s.text(look.faint, p.q.Why)
	s.gap()
	p.menu.lay(s)
	c := content{place: p.q.Topic.Title, rows: s.rows, head: head, focus: p.menu.focus, column: p.menu.column(), notice: p.notice}
	if p.q.Choose == questionnaire.Many {
		c.hints = []hint{h.move, h.tick, h.goOn, h.back, h.enough, h.why, h.keys, h.leave}
	} else {
		c.hints = []hint{h.move, h.choose, h.back, h.enough, h.why, h.keys, h.leave}
	}
	return c
}

// announce says what a topic is about, above its first question.
func announce(s *sheet, w *wording.Words, q *questionnaire.Question) {
	if q == q.Topic.Questions[0] && q.Topic.About != "" {
		s.text(look.heading, wording.Fill(w.Question.Topic, "topic", q.Topic.Title))
		s.text(look.faint, q.Topic.About)
		s.gap()
	}
}

func (p questionPage) update(k tea.KeyMsg) (page, event) {
	p.notice = ""
	if m, moved := p.menu.move(k); moved {
		p.menu = m
		return p, nil
	}
	switch {
	case key.Matches(k, keys.tick) && p.onTickable():
		return p.tick(), nil
	case key.Matches(k, keys.choose):
		return p.choose()
	case key.Matches(k, keys.back):
		return p, wentBackEvent{}
	case key.Matches(k, keys.enough):
		return p, endedEarlyEvent{}
	case key.Matches(k, keys.why):
		return p, whyOpenedEvent{}
	case key.Matches(k, keys.skip):
		return p, topicSkippedEvent{}
	}
	return p, nil
}

func (p questionPage) onTickable() bool {
	return p.menu.focus != noItem && p.menu.items[p.menu.focus].box != noBox
}

// tick turns the box in focus round. An answer that stands alone takes the
// others out, and is taken out by them; that is said, not done in silence.
func (p questionPage) tick() page {
	p.menu.items = slices.Clone(p.menu.items)
	at := p.menu.focus
	if p.menu.items[at].box == ticked {
		p.menu.items[at].box = unticked
		return p
	}
	for i, a := range p.q.Answers {
		if p.menu.items[i].box == ticked && (a.Exclusive || p.q.Answers[at].Exclusive) {
			p.menu.items[i].box = unticked
			p.notice = p.w.Question.Alone
		}
	}
	p.menu.items[at].box = ticked
	return p
}

// choose confirms. On a box that is not ticked yet it ticks; the way on, the
// free answers and, for one, every answer end the question.
func (p questionPage) choose() (page, event) {
	at, n := p.menu.focus, len(p.menu.items)
	switch {
	case at == noItem:
		p.notice = p.w.Question.ChooseFirst
		return p, nil
	case at == n-1:
		return p, answeredEvent{questionnaire.Reply{Kind: questionnaire.Declined}}
	case at == n-2:
		return p, answeredEvent{questionnaire.Reply{Kind: questionnaire.Unsure}}
	case p.q.Choose == questionnaire.One:
		return p, answeredEvent{questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{at}}}
	case p.onTickable() && p.menu.items[at].box == unticked:
		return p.tick(), nil
	}
	reply := questionnaire.Reply{Kind: questionnaire.Definite}
	for i := range p.q.Answers {
		if p.menu.items[i].box == ticked {
			reply.Answers = append(reply.Answers, i)
		}
	}
	if len(reply.Answers) == 0 {
		p.notice = p.w.Question.ChooseFirst
		return p, nil
	}
	return p, answeredEvent{reply}
}
