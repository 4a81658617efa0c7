package tui

import (
	"slices"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/finder"
	pages "github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

// model is the root: the only owner of what lasts.
type model struct {
	cover    questionnaire.Cover
	load     func() *questionnaire.Questionnaire
	q        *questionnaire.Questionnaire // nil until something but the cover is needed
	w        *wording.Words
	finder   *finder.Index
	wanted   string                      // a region's id, given at the start
	notices  func(*wording.Words) string // what this system cannot enforce; said on the first screen
	language string
	tongues  []wording.Tongue // languages that the first screen offers
	speech   func(language string) wording.Speech
	guess    string // a region, from the locale
	shared   bool   // others may see the screen
	placed   bool   // the region was given at the start, so it is not asked

	stage    stage
	state    screening.State
	region   *questionnaire.Region
	at       *questionnaire.Question // the one on the page, while asking
	rules    []*questionnaire.Rule   // of the interrupt on the page
	changing bool                    // one answer, from the review
	outcome  screening.Outcome
	earlier  *screening.Outcome // before she went to change an answer

	page   page
	shelf  []shelved // pages beneath the one that is shown, such as a card beneath a text
	cause  event     // what happened last
	frame  frame
	notice string  // what just happened, said until the next key
	out    *screen // nil in tests

	leaving    bool          // from now on the screen is empty
	covered    bool          // the screen shows nothing until a key is pressed
	coverAfter time.Duration // without a key; 0: never
	pressed    int           // keys so far, to tell whether one came in the meantime
	awake      chan struct{} // closed by the next key, to end the wait of the one before
	quit       bool          // with ctrl+c
}

// shelved is a page that waits beneath another, how far it was scrolled, and what
// opened the one above it.
type shelved struct {
	page  page
	top   int
	cause event
}

func newModel(o Options) *model {
	look = themes[o.Theme]
	m := &model{cover: o.Cover, load: o.Load, w: o.Words, guess: o.Guess, wanted: o.Region, notices: o.Notice, language: o.Language, tongues: o.Tongues, speech: o.Speak, shared: o.Shared, coverAfter: o.CoverAfter}
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
	m.finder = finder.New(m.q.Formulary)
	if m.region != nil { // the language was changed on the way
		m.state = m.state.In(m.q)
		m.region = m.regionCalled(m.region.ID)
		return m
	}
	m.state = screening.Start(m.q)
	if m.shared {
		m.state = screening.StartShared(m.q)
	}
	m.region = m.regionCalled(m.wanted)
	m.placed = m.wanted != "" && m.region.ID == m.wanted
	return m
}

// welcome is the first page. Until the texts are read it says the more careful
// thing of them: that nobody has reviewed them.
func (m *model) welcome() page {
	reviewed := pages.ReviewedCover(m.w, m.cover)
	if m.q != nil {
		reviewed = pages.Reviewed(m.w, m.q)
	}
	missing := ""
	if m.notices != nil {
		missing = m.notices(m.w)
	}
	return welcomePage(m.w, m.cover, reviewed, missing, m.language, m.tongues)
}

// regionCalled is the region of this id, or the one for whoever gave none.
func (m *model) regionCalled(id string) *questionnaire.Region {
	if r := m.q.Region(id); r != nil {
		return r
	}
	return m.elsewhere()
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
	return tea.Batch(m.idle(), m.reading())
}

// reading reads the questionnaire behind the first screen.
func (m *model) reading() tea.Cmd {
	load := m.load
	return func() tea.Msg {
		load()
		return readMsg{}
	}
}

// idledMsg says that the time to cover the screen has passed since a key.
type idledMsg struct{ pressed int }

// idle waits for the time after which an idle screen covers itself. The wait
// since the key before ends at once, so that a held key leaves nothing behind.
func (m *model) idle() tea.Cmd {
	if m.coverAfter <= 0 {
		return nil
	}
	if m.awake != nil {
		close(m.awake)
	}
	awake, pressed, after := make(chan struct{}), m.pressed, m.coverAfter
	m.awake = awake
	return func() tea.Msg {
		alarm := time.NewTimer(after)
		defer alarm.Stop()
		select {
		case <-alarm.C:
			return idledMsg{pressed}
		case <-awake:
			return nil
		}
	}
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
		m.notice = ""
		m.press(msg)
		if !m.leaving && m.q == nil {
			return m, tea.Batch(m.idle(), m.reading())
		}
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

func (m *model) content() content {
	c := m.page.content(m.frame.textWidth(), m.frame.height-4)
	if c.notice == "" {
		c.notice = m.notice
	}
	return c
}

// progress says about how many questions are left; one that may or may not be
// asked counts half.
func (m *model) progress() string {
	if m.stage != asking || len(m.shelf) > 0 || m.changing {
		return ""
	}
	if !slices.Contains(m.state.Asked(), m.at) {
		return m.w.Preview.NotAsked // she is not; whoever previews may be
	}
	sure, perhaps := m.state.Left()
	left := sure + perhaps/2 - 1
	switch {
	case left <= 0:
		return ""
	case m.frame.narrow():
		return m.w.Count(m.w.Question.LeftShort, left)
	}
	return m.w.Count(m.w.Question.Left, left)
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
	case key.Matches(k, keys.tongue) && m.stage == welcoming && len(m.shelf) == 0 && len(m.tongues) > 1:
		m.speak(wording.After(m.tongues, m.language).Language)
		return
	case key.Matches(k, keys.lines) && !m.shows(m.w.Outcome.Lines):
		m.opened().happens(linesOpenedEvent{})
		return
	case key.Matches(k, keys.help) && !m.shows(m.w.Keys.Heading):
		m.happens(keysOpenedEvent{})
		return
	}
	c := m.content()
	if scrolled(&m.frame, &m.page, c, k) {
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
		m.happens(e)
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
func scrolled(f *frame, shown *page, c content, k tea.KeyMsg) bool {
	_, height := f.parts(c)
	before := f.top
	switch {
	case key.Matches(k, keys.pageDown), c.reading && k.Type == tea.KeySpace:
		f.scroll(c, height-1)
		return true
	case key.Matches(k, keys.pageUp):
		f.scroll(c, 1-height)
		return true
	case c.reading && key.Matches(k, keys.down) && !f.near(c, c.focus+1):
		f.scroll(c, 1)
	case c.reading && key.Matches(k, keys.up) && c.focus <= 0:
		if p, ok := (*shown).(choicePage); ok {
			p.menu.focus = noItem
			*shown = p
		}
		f.scroll(c, -1)
		return true
	}
	return f.top != before
}

// open shows a page above the present one.
func (m *model) open(p page) {
	m.shelf = append(m.shelf, shelved{m.page, m.frame.top, m.cause})
	m.turn(p)
}

// turn shows a page from its top.
func (m *model) turn(p page) {
	m.page, m.frame.top = p, 0
	m.frame.settle(m.content())
}
