package tui

import (
	"slices"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
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

// model is the root: the only owner of what lasts.
type model struct {
	cover  questionnaire.Cover
	load   func() *questionnaire.Questionnaire
	q      *questionnaire.Questionnaire // nil until something but the cover is needed
	w      *wording.Words
	finder *questionnaire.Finder
	wanted string // a region's id, given at the start
	guess  string // a region, from the locale
	placed bool   // the region was given at the start, so it is not asked

	stage    stage
	state    screening.State
	region   *questionnaire.Region
	at       *questionnaire.Question // the one on the page, while asking
	rules    []*questionnaire.Rule   // of the interrupt on the page
	changing bool                    // one answer, from the review
	outcome  screening.Outcome
	earlier  *screening.Outcome // before she went to change an answer

	page  page
	shelf []shelved // pages beneath the one that is shown, such as a card beneath a text
	frame frame
	out   *cursorOutput // nil in tests

	leaving    bool          // from now on the screen is empty
	covered    bool          // the screen shows nothing until a key is pressed
	coverAfter time.Duration // without a key; 0: never
	pressed    int           // keys so far, to tell whether one came in the meantime
	quit       bool          // with ctrl+c
}

// shelved is a page that waits beneath another, and how far it was scrolled.
type shelved struct {
	page page
	top  int
}

func newModel(o Options) *model {
	look = themes[o.Theme]
	m := &model{cover: o.Cover, load: o.Load, w: o.Words, guess: o.Guess, wanted: o.Region, coverAfter: o.CoverAfter}
	m.page = m.welcome()
	m.frame = frame{width: 80, height: 24}
	return m
}

// opened waits for the whole questionnaire. The first screen is shown without it,
// because reading it takes longer than anybody should look at an empty screen.
func (m *model) opened() *model {
	if m.q != nil {
		return m
	}
	m.q = m.load()
	m.state = screening.Start(m.q)
	m.finder = questionnaire.NewFinder(m.q.Formulary)
	m.region = m.elsewhere()
	if r := m.q.Region(m.wanted); r != nil {
		m.region, m.placed = r, true
	}
	return m
}

// welcome is the first page. Until the texts are read it says the more careful
// thing of them: that nobody has reviewed them.
func (m *model) welcome() page {
	reviewed := m.w.Review.None
	if m.q != nil {
		reviewed = m.w.Reviewed(m.q)
	}
	return welcomePage(m.w, m.cover, reviewed)
}

// elsewhere is the region for whoever gave none: the last of the list, which is
// the one that holds everywhere.
func (m *model) elsewhere() *questionnaire.Region {
	if len(m.q.Regions) == 0 {
		return &questionnaire.Region{}
	}
	return m.q.Regions[len(m.q.Regions)-1]
}

// browse begins with the education instead of the welcome.
func (m *model) browse(texts []*questionnaire.Education) *model {
	m.opened().stage = browsing
	m.page = listPage(m.w, m.q.Title, texts)
	if len(texts) == 1 {
		m.open(readingPage(m.w, texts[0]))
	}
	return m
}

// readMsg says that the whole questionnaire is there.
type readMsg struct{}

func (m *model) Init() tea.Cmd {
	return tea.Batch(m.idle(), func() tea.Msg {
		m.load()
		return readMsg{}
	})
}

// idledMsg says that the time to cover the screen has passed since a key.
type idledMsg struct{ pressed int }

// idle waits for the time after which an idle screen covers itself.
func (m *model) idle() tea.Cmd {
	if m.coverAfter <= 0 {
		return nil
	}
	pressed := m.pressed
	return tea.Tick(m.coverAfter, func(time.Time) tea.Msg { return idledMsg{pressed} })
}

func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.frame.width, m.frame.height = msg.Width, msg.Height
		m.frame.settle(m.content())
	case readMsg:
		m.opened()
		if p, ok := m.page.(choicePage); ok && m.stage == welcoming && len(m.shelf) == 0 {
			fresh := m.welcome().(choicePage)
			fresh.menu, fresh.notice = p.menu, p.notice
			m.page = fresh
		}
	case idledMsg:
		m.covered = m.covered || msg.pressed == m.pressed
	case tea.KeyMsg:
		m.pressed++
		m.press(msg)
		if !m.leaving {
			return m, m.idle()
		}
	}
	if m.leaving {
		return m, tea.Quit
	}
	return m, nil
}

func (m *model) View() string {
	if m.leaving {
		return ""
	}
	if m.covered {
		if m.out != nil {
			m.out.place(nil)
		}
		return m.w.Covered.Text
	}
	screen, cursor := m.frame.draw(m.content(), m.progress(), moreWords{m.w.Keys.MoreAbove, m.w.Keys.MoreBelow})
	if m.out != nil {
		m.out.place(cursor)
	}
	return screen
}

func (m *model) content() content { return m.page.content(m.frame.textWidth(), m.frame.height-4) }

// progress says about how many questions are left; one that may or may not be
// asked counts half.
func (m *model) progress() string {
	if m.stage != asking || len(m.shelf) > 0 || m.changing {
		return ""
	}
	sure, perhaps := m.state.Left()
	if left := sure + perhaps/2 - 1; left > 0 {
		return m.w.Count(m.w.Question.Left, left)
	}
	return ""
}

// press is the way of every key: leaving first, then the frame, then the page.
func (m *model) press(k tea.KeyMsg) {
	typist, ok := m.page.(interface{ typing() bool })
	typing := ok && typist.typing()
	switch {
	case key.Matches(k, keys.quit):
		m.leaving, m.quit = true, true
		return
	case m.covered: // the key that uncovers does nothing else
		m.covered = false
		return
	case key.Matches(k, keys.cover):
		m.covered = true
		return
	case typing:
	case key.Matches(k, keys.leave):
		m.leaving = true
		return
	case key.Matches(k, keys.lines) && !m.shows(m.w.Outcome.Lines):
		m.opened().open(linesPage(m.w, m.region))
		return
	case key.Matches(k, keys.help) && !m.shows(m.w.Keys.Heading):
		m.open(keysPage(m.w))
		return
	}
	c := m.content()
	if m.scrolled(c, k) {
		return
	}
	// After scrolling away, what would be chosen must be seen first.
	if k.Type == tea.KeyEnter && c.focus != noItem && !m.frame.near(c, c.focus) {
		m.frame.settle(c)
		return
	}
	var e event
	m.page, e = m.page.update(k)
	if e != nil {
		m.happened(e)
	}
	m.frame.settle(m.content())
}

// shows reports whether a page of this place is open already; one is enough.
func (m *model) shows(place string) bool {
	p, ok := m.page.(choicePage)
	return ok && p.place == place
}

// scrolled moves through a text instead of from item to item while no item is
// near, and by the page everywhere.
func (m *model) scrolled(c content, k tea.KeyMsg) bool {
	_, height := m.frame.parts(c)
	before := m.frame.top
	switch {
	case key.Matches(k, keys.pageDown), c.reading && k.Type == tea.KeySpace:
		m.frame.scroll(c, height-1)
		return true
	case key.Matches(k, keys.pageUp):
		m.frame.scroll(c, 1-height)
		return true
	case c.reading && key.Matches(k, keys.down) && !m.frame.near(c, c.focus+1):
		m.frame.scroll(c, 1)
	case c.reading && key.Matches(k, keys.up) && c.focus <= 0:
		if p, ok := m.page.(choicePage); ok {
			p.menu.focus = noItem
			m.page = p
		}
		m.frame.scroll(c, -1)
		return true
	}
	return m.frame.top != before
}

// open shows a page above the present one.
func (m *model) open(p page) {
	m.shelf = append(m.shelf, shelved{m.page, m.frame.top})
	m.turn(p)
}

// turn shows a page from its top.
func (m *model) turn(p page) {
	m.page, m.frame.top = p, 0
	m.frame.settle(m.content())
}

func (m *model) happened(e event) {
	switch e := e.(type) {
	case begunEvent:
		m.opened().stage = consenting
		m.turn(consentPage(m.w, m.q))
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
	case whyOpenedEvent:
		m.open(whyPage(m.w, m.q, m.at))
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
		asked := m.state.Asked()
		if i := slices.Index(asked, m.at) + 1; i < len(asked) {
			next = asked[i]
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
	i := slices.Index(asked, q)
	if q == nil {
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
			layLines(s, m.w, screening.InterruptLines(m.rules, m.region))
			s.gap()
			s.text(look.plain, m.w.Goodbye.Text)
		},
		menu:    newMenu(item{label: m.w.Check.GoOn}, item{label: m.w.Interrupt.GoOn}, item{label: m.w.Outcome.Finish}),
		events:  []event{conversationsEvent{}, resumedEvent{}, finishedEvent{}},
		hints:   []hint{h.scroll, h.choose, h.back, h.leave},
		reading: true,
	}
}
