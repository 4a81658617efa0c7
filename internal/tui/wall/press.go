package wall

import (
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// HeldKey is faster than anybody presses a key twice on purpose, and slower than a
// keyboard repeats one that is held.
const HeldKey = 200 * time.Millisecond

// isHeld reports whether a key for another page only comes again because it is held: a
// room that was shown one page must not lose ten.
func (m *wall) isHeld(k tea.KeyMsg) bool {
	if m.kind() != page.NoPage || !key.Matches(k, wallKeys.on) && !key.Matches(k, wallKeys.back) {
		return false
	}
	again := m.held == k.String() && m.now().Sub(m.heldAt) < m.repeat
	m.held, m.heldAt = k.String(), m.now()
	return again
}

// A clicker that sends a key twice is not yet a hand that waits for the next page.
const tellsHeld = 3

// tellHeld says once why nothing moves, to a hand that keeps pressing.
func (m *wall) tellHeld() {
	if m.heldFor++; m.heldFor == tellsHeld && !m.heldSaid {
		m.heldSaid, m.notice, m.view.Notice = true, m.w.Workshop.Held, m.w.Workshop.Held
	}
}

func (m *wall) press(k tea.KeyMsg) {
	asked := m.asked
	m.asked = nothing
	switch {
	case tui.Quits(k):
		m.quits(asked == leaving || m.session == nil)
	case asked == leaving && k.Type == tea.KeyEnter:
		m.quits(true)
	case asked == ending && k.Type == tea.KeyEnter:
		m.home()
		m.dark = false
		m.end()
	case asked != nothing && !m.isDark(): // any other key stays
	case key.Matches(k, wallKeys.end) && m.mayEnd():
		m.ask(ending, m.w.Workshop.Ending)
	case m.translates(k):
		m.translate()
	case m.pressBeside(k):
	case m.beneath(k):
		m.dark = !m.dark
	case m.isDark() && (m.second == nil || m.kind() == page.NoPage):
		m.pressDark(k)
	case tui.Does(k, page.Cover):
		if m.session != nil { // what is lifted later is the wall, and never the notes
			m.home()
		}
		m.dark, m.beside = true, false
	case m.kind() != page.NoPage:
		m.pressPage(k)
	case key.Matches(k, wallKeys.clickerBlank):
		m.dark = true
	default:
		m.pressWall(k)
	}
	if len(m.shelf) == 0 {
		m.beside = false
	}
}

// question is what was asked, and the next key answers.
type question uint8

const (
	nothing question = iota
	ending           // whether to end early
	leaving          // whether to leave
)

// ask asks something, on the page of text that is shown or else on the wall. In the dark
// nothing lights up: whoever presses the key there knows what it does.
func (m *wall) ask(what question, words string) {
	m.asked = what
	if !m.isDark() || m.second != nil {
		m.notice, m.view.Notice = words, words
	}
}

// quits leaves, or asks once whether to: nobody falls out of an evening by one key.
func (m *wall) quits(sure bool) {
	if !sure {
		m.ask(leaving, m.place())
		return
	}
	m.leaving, m.quit = true, true
}

// place is the question whether to leave, with the way back to this part of the plan.
func (m *wall) place() string {
	led := m.session
	if m.within != nil {
		led = m.within
	}
	if part := led.Step().Plan; part != nil {
		return wording.Fill(m.w.Workshop.LeavingAt, "part", part.ID)
	}
	return m.w.Workshop.Leaving
}

// mayEnd reports whether an evening is on that can end early: on the wall, in the dark,
// and wherever the notes are open.
func (m *wall) mayEnd() bool {
	return m.session != nil && (m.isDark() || m.kind() == page.NoPage || m.kind() == page.NotesPage)
}

// pressDark is the way of a key while the wall is dark. Only the keys that darken it
// lift the dark, so that an elbow lights nothing up. The notes open with their two
// keys, and without the wall in between; what to do in distress comes first.
func (m *wall) pressDark(k tea.KeyMsg) {
	switch {
	case key.Matches(k, wallKeys.clickerBlank), tui.Does(k, page.Cover):
		m.dark = false
	case key.Matches(k, wallKeys.notes) && m.session != nil:
		m.home()
		m.confirm(false)
		m.beside = true
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
		m.swap()
	case key.Matches(k, wallKeys.agreements):
		m.lookAt(workshop.Agreements)
	case key.Matches(k, wallKeys.parked):
		m.lookAt(workshop.LeftAside)
	case tui.Does(k, page.ToLines):
		m.lookAt(func(q *questionnaire.Questionnaire) workshop.Session { return m.session.In(q).HelpLines() })
	case key.Matches(k, wallKeys.topic) && m.aside == nil:
		m.talk()
	case key.Matches(k, wallKeys.notes), key.Matches(k, wallKeys.menu):
		m.confirm(key.Matches(k, wallKeys.menu))
	case tui.Does(k, page.ToKeys):
		m.open(func() page.Page { return keysPage(m.w) })
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
	case m.within != nil: // a story was told between two pages of a plan
		m.session, m.within, m.top = m.within, nil, 0
	default:
		m.notice = m.w.Workshop.Last
	}
}

func (m *wall) backward() {
	s := m.shown()
	switch {
	case m.top > 0:
		m.top = max(m.top-m.lay().height+1, 0)
	case s.Begun():
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
	switch part := s.Step().Plan; {
	case m.aside != nil:
		m.aside = &s
	default:
		m.session = &s
		if _, known := m.entered[part]; part != nil && !known {
			m.entered[part] = m.now()
		}
	}
	if s.Step().Reveals { // on a page that is longer than the wall, what is new is at its end
		m.top = m.lay().mostTop()
	}
}

func (m *wall) lookAt(looked func(*questionnaire.Questionnaire) workshop.Session) {
	if s := looked(m.q); !s.Empty() {
		m.aside, m.looked, m.top = &s, looked, 0
	}
}

func (m *wall) swap() {
	if !m.session.Tells() {
		m.notice = m.w.Workshop.NoStory
		return
	}
	s, ok := m.session.Swap()
	if !ok {
		m.notice = m.w.Workshop.NoSwap
		return
	}
	m.goTo(s)
	m.notice = m.w.Workshop.Swapped
}

// talk goes straight to what the room talks about.
func (m *wall) talk() {
	if s, ok := m.session.Talk(); ok {
		m.goTo(s)
		return
	}
	m.notice = m.w.Workshop.NoTalk
}

// end leaves the stories that are left for the numbers and the closing: within the
// plan that is led, or looked at by themselves.
func (m *wall) end() {
	m.aside = nil
	if m.within != nil {
		m.session, m.within = m.within, nil
	}
	s, ok := m.session.End()
	switch {
	case ok && s.Plan() != nil:
		m.goTo(s)
	case ok:
		m.lookAt(func(q *questionnaire.Questionnaire) workshop.Session {
			there, _ := m.session.In(q).End()
			return there
		})
	}
}
