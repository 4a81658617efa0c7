package wall

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/workshop"
)

func (m *wall) press(k tea.KeyMsg) {
	switch {
	case tui.Quits(k):
		m.leaving, m.quit = true, true
	case m.blank: // the key that brings the page back does nothing else
		m.blank = false
	case tui.Does(k, page.Cover), m.kind() == page.NoPage && key.Matches(k, wallKeys.clickerBlank):
		m.blank = true
	case m.kind() != page.NoPage:
		m.pressPage(k)
	default:
		m.pressWall(k)
	}
}

// pressWall is the way of a key while a step is on the wall. Forward and back
// first read what does not fit, so that nothing is passed over unseen.
func (m *wall) pressWall(k tea.KeyMsg) {
	switch {
	case key.Matches(k, wallKeys.on):
		m.forward()
	case key.Matches(k, wallKeys.back):
		m.backward()
	case key.Matches(k, wallKeys.down):
		m.top = min(m.top+1, m.lay().mostTop())
	case key.Matches(k, wallKeys.up):
		m.top = max(m.top-1, 0)
	case key.Matches(k, wallKeys.skip) && m.aside == nil:
		m.goTo(m.session.Skip())
	case key.Matches(k, wallKeys.swap) && m.aside == nil:
		m.swap(1)
	case key.Matches(k, wallKeys.swapBack) && m.aside == nil:
		m.swap(-1)
	case key.Matches(k, wallKeys.agreements):
		m.lookAt(workshop.Agreements(m.q))
	case key.Matches(k, wallKeys.parked):
		m.lookAt(workshop.LeftAside(m.q))
	case tui.Does(k, page.ToLines):
		m.lookAt(workshop.HelpLines(m.q))
	case key.Matches(k, wallKeys.notes):
		m.open(func() page.Page { return page.Confirm(m.w) })
	case tui.Does(k, page.ToKeys):
		m.open(func() page.Page { return keysPage(m.w) })
	case key.Matches(k, wallKeys.menu) && m.aside != nil:
		m.aside, m.top = nil, 0
	case key.Matches(k, wallKeys.menu):
		m.open(m.list)
	}
}

// shown is the session on the wall.
func (m *wall) shown() workshop.Session {
	if m.aside != nil {
		return *m.aside
	}
	return *m.session
}

func (m *wall) forward() {
	l := m.lay()
	s := m.shown()
	switch {
	case m.top < l.mostTop():
		m.top = min(m.top+l.height-1, l.mostTop())
	case !s.Last():
		m.goTo(s.Forward())
	case m.aside != nil:
		m.aside, m.top = nil, 0
	default:
		m.notice = m.w.Workshop.Last
	}
}

func (m *wall) backward() {
	s := m.shown()
	n, _ := s.Place()
	switch {
	case m.top > 0:
		m.top = max(m.top-m.lay().height+1, 0)
	case n > 1:
		m.goTo(s.Back())
	case m.aside != nil:
		m.aside, m.top = nil, 0
	default:
		m.notice = m.w.Workshop.First
	}
}

// goTo shows a place of the session, or of what is looked at meanwhile.
func (m *wall) goTo(s workshop.Session) {
	m.top = 0
	if m.aside != nil {
		m.aside = &s
		return
	}
	m.session = &s
	if part := s.Step().Plan; part != nil {
		if _, known := m.entered[part]; !known {
			m.entered[part] = m.now()
		}
	}
}

func (m *wall) lookAt(s workshop.Session) {
	if !s.Empty() {
		m.aside, m.top = &s, 0
	}
}

func (m *wall) swap(by int) {
	s, ok := m.session.Swap(by)
	if !ok {
		m.notice = m.w.Workshop.NoSwap
		return
	}
	m.goTo(s)
	m.notice = m.w.Workshop.Swapped
}
