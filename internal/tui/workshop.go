package tui

import (
	"errors"
	"os"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// WorkshopOptions are what a workshop on a projector needs.
type WorkshopOptions struct {
	Questionnaire *questionnaire.Questionnaire
	Words         *wording.Words
	Region        *questionnaire.Region // whose numbers are shown
	Wish          workshop.Wish         // which stories the list begins with
	Session       *workshop.Session     // to begin with; nil: the list
	Notice        string                // what is missing on this system; may be ""
	Theme         string
	Now           func() time.Time // the clock of the facilitator's notes
	In, Out       *os.File
}

// RunWorkshop shows the workshop and returns when it was left; quit says that
// it was with ctrl+c.
func RunWorkshop(o WorkshopOptions) (quit bool, err error) {
	m := newWall(o)
	m.out = &screen{File: o.Out}
	err = show(m, o.In, m.out)
	if errors.Is(err, tea.ErrInterrupted) {
		return true, nil
	}
	return m.quit, err
}

// wall is the root of a workshop. What everybody sees is either a step of the
// session, large and with nothing beside it, or a page of text like elsewhere:
// the list of stories, the keys, the facilitator's notes.
type wall struct {
	q      *questionnaire.Questionnaire
	w      *wording.Words
	region *questionnaire.Region
	now    func() time.Time

	wish    workshop.Wish
	session *workshop.Session // nil until something was chosen
	aside   *workshop.Session // looked at meanwhile, such as the agreements
	shelf   []shelved         // pages above the wall; the last one is shown
	frame   frame
	top     int    // how far a long step is scrolled
	notice  string // what just happened, until the next key
	blank   bool
	entered map[*questionnaire.PlanStep]time.Time // when a part of the plan began

	out     *screen // nil in tests
	leaving bool
	quit    bool
}

func newWall(o WorkshopOptions) *wall {
	look = themes[o.Theme]
	m := &wall{
		q: o.Questionnaire, w: o.Words, region: o.Region, now: o.Now, wish: o.Wish,
		frame: frame{width: 80, height: 24}, entered: map[*questionnaire.PlanStep]time.Time{},
	}
	if o.Session != nil {
		m.goTo(*o.Session)
	} else {
		m.open(m.list())
	}
	m.notice = o.Notice
	return m
}

func (m *wall) Init() tea.Cmd { return nil }

// tickedMsg redraws the timer in the notes.
type tickedMsg struct{}

// timer redraws the notes while they are open; nothing on the wall moves by
// itself.
func (m *wall) timer() tea.Cmd {
	if !m.showsNotes() {
		return nil
	}
	return tea.Tick(10*time.Second, func(time.Time) tea.Msg { return tickedMsg{} })
}

func (m *wall) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.frame.width, m.frame.height = msg.Width, msg.Height
		if m.page() != nil {
			m.frame.settle(m.content())
		}
		m.top = min(m.top, m.lay().mostTop())
	case tickedMsg:
		cmd = m.timer()
	case tea.KeyMsg:
		m.notice = ""
		open := m.showsNotes()
		m.press(msg)
		if m.showsNotes() && !open {
			cmd = m.timer()
		}
	}
	if m.leaving {
		return m, tea.Quit
	}
	return m, cmd
}

func (m *wall) View() string {
	var screen string
	var cursor *cell
	switch {
	case m.leaving:
		return ""
	case m.blank:
		screen = m.w.Covered.Text
	case m.page() != nil:
		screen, cursor = m.frame.draw(m.content(), "", moreWords{m.w.Keys.MoreAbove, m.w.Keys.MoreBelow})
	default:
		screen, cursor = m.lay().draw(m.top, m.notice, m.foot())
	}
	if m.out != nil {
		m.out.place(cursor)
	}
	return screen
}

// page is the page of text that is shown, or nil while the wall is.
func (m *wall) page() page {
	if n := len(m.shelf); n > 0 {
		return m.shelf[n-1].page
	}
	return nil
}

func (m *wall) content() content {
	c := m.page().content(m.frame.textWidth(), m.frame.height-4)
	if c.notice == "" {
		c.notice = m.notice
	}
	return c
}

func (m *wall) press(k tea.KeyMsg) {
	switch {
	case key.Matches(k, keys.quit):
		m.leaving, m.quit = true, true
	case m.blank: // the key that brings the page back does nothing else
		m.blank = false
	case key.Matches(k, wallKeys.blank), m.page() == nil && key.Matches(k, wallKeys.clickerBlank):
		m.blank = true
	case m.page() != nil:
		m.pressPage(k)
	default:
		m.pressWall(k)
	}
}

// pressPage is the way of a key on a page of text.
func (m *wall) pressPage(k tea.KeyMsg) {
	at := len(m.shelf) - 1
	c := m.content()
	_, confirming := m.page().(confirmPage) // there every key means something
	if !confirming && key.Matches(k, keys.leave) {
		m.home()
		return
	}
	if !confirming && scrolled(&m.frame, &m.shelf[at].page, c, k) {
		return
	}
	if k.Type == tea.KeyEnter && c.focus != noItem && !m.frame.near(c, c.focus) {
		m.frame.settle(c)
		return
	}
	var e event
	m.shelf[at].page, e = m.page().update(k)
	if e != nil {
		m.happened(e)
	}
	if m.page() != nil {
		m.frame.settle(m.content())
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
	case key.Matches(k, keys.down):
		m.top = min(m.top+1, m.lay().mostTop())
	case key.Matches(k, keys.up):
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
	case key.Matches(k, keys.lines):
		m.lookAt(workshop.HelpLines(m.q))
	case key.Matches(k, wallKeys.notes):
		m.open(confirmPage{w: m.w})
	case key.Matches(k, keys.help):
		m.open(wallKeysPage(m.w))
	case key.Matches(k, wallKeys.menu) && m.aside != nil:
		m.aside, m.top = nil, 0
	case key.Matches(k, wallKeys.menu):
		m.open(m.list())
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

// open shows a page of text above what is shown.
func (m *wall) open(p page) {
	if n := len(m.shelf); n > 0 {
		m.shelf[n-1].top = m.frame.top
	}
	m.shelf = append(m.shelf, shelved{page: p})
	m.frame.top = 0
	m.frame.settle(m.content())
}

// close leaves the page of text. Without a session there is no wall to go back
// to, so the list stays.
func (m *wall) close() {
	if len(m.shelf) == 1 && m.session == nil {
		return
	}
	m.shelf = m.shelf[:len(m.shelf)-1]
	m.frame.top = 0
	if n := len(m.shelf); n > 0 {
		m.frame.top = m.shelf[n-1].top
	}
}

// home is the wall, or the list where there is none yet.
func (m *wall) home() {
	for len(m.shelf) > 1 || len(m.shelf) == 1 && m.session != nil {
		m.close()
	}
}

// The events of a workshop's pages.
type (
	planChosenEvent   struct{ plan *questionnaire.Plan }
	storyChosenEvent  struct{ story *questionnaire.Scenario }
	topicTurnedEvent  struct{}
	notesOpenedEvent  struct{}
	notePickedEvent   struct{ number int }
	wallResumedEvent  struct{}
	workshopLeftEvent struct{}
)

func (m *wall) happened(e event) {
	switch e := e.(type) {
	case planChosenEvent:
		m.begin(workshop.Lead(m.q, e.plan, nil))
	case storyChosenEvent:
		m.begin(workshop.Tell(m.q, e.story))
	case topicTurnedEvent:
		m.wish.Topic = m.nextTopic()
		m.shelf[len(m.shelf)-1] = shelved{page: m.list()}
		m.frame.top = 0
	case notesOpenedEvent:
		m.shelf = nil
		m.open(m.notesPage())
	case notePickedEvent:
		m.open(m.notePage(e.number))
	case wentBackEvent:
		m.close()
	case wallResumedEvent:
		m.home()
	case workshopLeftEvent:
		m.leaving = true
	}
}

// begin shows a new session from its first step.
func (m *wall) begin(s workshop.Session) {
	m.aside, m.shelf = nil, nil
	clear(m.entered)
	m.goTo(s)
}
