package tui

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

// reload goes on with another reading of the questionnaire: with the same
// answers, on the same page, with the same line in focus, as far as they are
// still there. What is not is said.
func (m *model) reload(q *questionnaire.Questionnaire) {
	old := *m
	var dropped []screening.Dropped
	m.state, dropped = old.state.Carry(q)
	m.q, m.load, m.cover = q, func() *questionnaire.Questionnaire { return q }, q.Cover()
	m.finder = finder.New(q.Formulary)
	m.earlier = nil
	m.region = m.elsewhere()
	if r := q.Region(old.region.ID); r != nil {
		m.region = r
	}

	m.shelf = nil
	base := shelved{old.page, old.frame.top, nil}
	if len(old.shelf) > 0 {
		base = old.shelf[0]
	}
	m.rebuild(&old, base.page)
	if m.stage == old.stage {
		m.restore(&old, base)
	}
	moved := m.stage != old.stage || old.at != nil && (m.at == nil || m.at.ID != old.at.ID)
	for i := range old.shelf {
		above := shelved{old.page, old.frame.top, nil}
		if i+1 < len(old.shelf) {
			above = old.shelf[i+1]
		}
		again := m.again(old.shelf[i].cause, &old)
		if again == nil || moved {
			break
		}
		m.happens(again)
		m.restore(&old, above)
	}
	m.notice = ""
	if moved && old.at != nil && q.Question(old.at.ID) == nil {
		m.notice = wording.Fill(m.w.Preview.Moved, "id", old.at.ID)
	}
	if len(dropped) > 0 {
		var what []string
		for _, d := range dropped {
			what = append(what, d.Question.ID+": "+prove.Said(old.q, d.Question, d.Reply))
		}
		m.notice = strings.TrimSpace(m.notice + " " + wording.Fill(m.w.Preview.Dropped, "what", strings.Join(what, "; ")))
	}
}

// rebuild makes the page of the stage that she is on, from the new questionnaire.
func (m *model) rebuild(old *model, was page) {
	if old.at != nil {
		m.at = m.q.Question(old.at.ID)
	}
	switch m.stage {
	case welcoming:
		m.turn(m.welcome())
	case consenting:
		m.turn(consentPage(m.w, m.q))
	case placing:
		m.turn(regionPage(m.w, m.q, m.region.ID))
	case asking:
		if m.at == nil {
			m.at = after(old.q, m.q, old.at)
		}
		if m.at == nil {
			m.check()
			return
		}
		m.ask(m.at)
	case interrupted:
		m.rules = sameRules(m.q, old.rules)
		if len(m.rules) == 0 {
			m.advance()
			return
		}
		m.turn(interruptPage(m.w, m.rules, m.region))
	case checking:
		if p, ok := was.(choicePage); ok && p.place == m.w.Outcome.Lines { // where she stopped
			m.rules = sameRules(m.q, old.rules)
			m.turn(m.stoppedPage())
			return
		}
		m.turn(checkPage(m.w, m.state))
	case answering:
		m.conversations()
	case pausing:
		if m.at == nil || m.at.After == "" {
			m.advance()
			return
		}
		m.turn(pausePage(m.w, m.at))
	}
}

func sameRules(q *questionnaire.Questionnaire, rules []*questionnaire.Rule) []*questionnaire.Rule {
	var same []*questionnaire.Rule
	for _, r := range rules {
		if s := q.Rule(r.ID); s != nil && s.Interrupt {
			same = append(same, s)
		}
	}
	return same
}

// after is the first question behind a lost one that is still there, or else the
// last one before it.
func after(old, new *questionnaire.Questionnaire, lost *questionnaire.Question) *questionnaire.Question {
	for _, q := range old.Questions[lost.Index:] {
		if same := new.Question(q.ID); same != nil {
			return same
		}
	}
	for _, q := range slices.Backward(old.Questions[:lost.Index]) {
		if same := new.Question(q.ID); same != nil {
			return same
		}
	}
	return nil
}

// again is what opened a page, in the new questionnaire; nil if there is no such
// page any more.
func (m *model) again(e event, old *model) event {
	switch e := e.(type) {
	case cardOpenedEvent:
		if e.number >= len(old.outcome.Conversations) {
			return nil
		}
		who := old.outcome.Conversations[e.number].Clinician.ID
		i := slices.IndexFunc(m.outcome.Conversations, func(c screening.Conversation) bool { return c.Clinician.ID == who })
		if i < 0 {
			return nil
		}
		return cardOpenedEvent{i}
	case textOpenedEvent:
		if text := m.q.Text(e.text.ID); text != nil {
			return textOpenedEvent{text}
		}
		return nil
	case lineOpenedEvent:
		for _, l := range m.region.Lines {
			if l.ID == e.line.ID {
				return lineOpenedEvent{l}
			}
		}
		return nil
	case whyOpenedEvent:
		if m.at == nil {
			return nil
		}
	}
	return e
}

// restore puts the focus, what is ticked or typed, and the scrolling back.
func (m *model) restore(old *model, was shelved) {
	switch p := m.page.(type) {
	case choicePage:
		if o, ok := was.page.(choicePage); ok {
			p.menu.focus = sameItem(o.menu, p.menu)
			m.page = p
		}
	case questionPage:
		if o, ok := was.page.(questionPage); ok && o.q.ID == p.q.ID {
			m.page = p.like(o)
		}
	case medicinesPage:
		if o, ok := was.page.(medicinesPage); ok && o.q.ID == p.q.ID {
			m.page = p.like(o, m.q, old.q)
		}
	case jumpPage:
		if o, ok := was.page.(jumpPage); ok {
			p.typed = o.typed
			p = p.find()
			p.menu.focus = sameItem(o.menu, p.menu)
			m.page = p
		}
	}
	m.frame.top = was.top
	m.frame.scroll(m.content(), 0)
}

// sameItem is the item that had the focus, by what it says or else by its place.
func sameItem(old, new menu) int {
	if old.focus < 0 {
		return new.focus
	}
	label := old.items[old.focus].label
	if i := slices.IndexFunc(new.items, func(it item) bool { return it.label == label }); i >= 0 {
		return i
	}
	return min(old.focus, len(new.items)-1)
}

// like has ticks and focus where the earlier page had them, by the answers' ids.
func (p questionPage) like(o questionPage) page {
	here := func(i int) int {
		return slices.IndexFunc(p.q.Answers, func(a *questionnaire.Answer) bool { return a.ID == o.q.Answers[i].ID })
	}
	p.menu.items = slices.Clone(p.menu.items)
	for i := range o.q.Answers {
		if at := here(i); at >= 0 && p.menu.items[at].box != noBox && o.menu.items[i].box != noBox {
			p.menu.items[at].box = o.menu.items[i].box
		}
	}
	switch behind := len(o.menu.items) - o.menu.focus; {
	case o.menu.focus == noItem:
		p.menu.focus = noItem
	case o.menu.focus < len(o.q.Answers):
		p.menu.focus = here(o.menu.focus) // noItem, if it is gone
	default:
		p.menu.focus = max(len(p.q.Answers), len(p.menu.items)-behind)
	}
	return p
}

// like has the list, the letters and the medicine that is asked about as the
// earlier page had them.
func (p medicinesPage) like(o medicinesPage, new, old *questionnaire.Questionnaire) page {
	carry := func(taken ...questionnaire.Taken) []questionnaire.Taken {
		s := screening.Start(old).Answer(o.q, questionnaire.Reply{Kind: questionnaire.Definite, Taken: taken})
		s, _ = s.Carry(new)
		return s.Reply(p.q).Taken
	}
	p.taken = carry(o.taken...)
	p = p.forget()
	if o.asking != nil && len(p.q.States) > 0 {
		if same := carry(questionnaire.Taken{Medicine: *o.asking, State: questionnaire.UnsureState}); len(same) > 0 {
			return p.pick(same[0].Medicine)
		}
		return p
	}
	if o.typed != "" {
		p.field.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(o.typed)})
		p.typed = o.typed
		p = p.list()
	}
	if o.menu.focus >= 0 {
		p.menu.focus = sameItem(o.menu, p.menu)
	}
	return p
}
