package wall

import (
	"errors"
	"os"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// Options are what a workshop on a projector needs.
type Options struct {
	Questionnaire *questionnaire.Questionnaire
	Words         *wording.Words
	Region        *questionnaire.Region // whose numbers are shown
	Wish          workshop.Wish         // which stories the list begins with
	Session       *workshop.Session     // to begin with; nil: the list
	Notice        string                // what is missing on this system; may be ""
	Theme         string
	Now           func() time.Time // the clock of the facilitator's notes
	Second        *tui.Second      // where the notes stand, beside the wall; nil: behind two keys of the one screen
	Repeat        time.Duration    // how soon a key for another page comes again from being held, and not pressed; 0: never
	// Languages tell it in each language, beginning with that of the words. One that is
	// asked for is told then.
	Languages []func() Told
	In, Out   *os.File
}

// Run shows the workshop and returns when it was left; quit says that it was
// with ctrl+c.
func Run(o Options) (quit bool, err error) {
	m := newWall(o)
	m.out = tui.NewScreen(o.Out)
	err = tui.Show(m, o.In, m.out)
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

	wish     workshop.Wish
	session  *workshop.Session // nil until something was chosen
	within   *workshop.Session // the plan that goes on after a story that was put into it; may be nil
	aside    *workshop.Session // looked at meanwhile, such as the agreements
	shelf    []above           // pages above the wall; the last one is shown
	view     tui.View          // of that page
	columns  int               // of the wall
	rows     int
	top      int           // how far a long step is scrolled
	notice   string        // what just happened, until the next key
	dark     bool          // the wall is
	beside   bool          // while the notes are read in the dark
	repeat   time.Duration // see [Options]
	held     string        // the last key for another page, and when it came
	heldAt   time.Time
	heldFor  int                                                 // keys in a row that came from being held
	heldSaid bool                                                // that a held key turns one page was said; it is said once
	looked   func(*questionnaire.Questionnaire) workshop.Session // what aside is
	toParts  bool                                                // what the second key of the notes opens
	before   time.Duration                                       // of the plan, before the part where this session began
	asked    question                                            // what the next key answers
	entered  map[*questionnaire.PlanStep]time.Time               // when a part of the plan began

	languages []func() Told
	language  int // of them, that is shown

	second  second      // nil where there is one screen
	live    tui.View    // of the notes there, while no other page is open
	out     *tui.Screen // nil in tests
	leaving bool
	quit    bool
}

// above is a page of text above the wall, made anew whenever it is shown, and
// where its reader stood on the page beneath it.
type above struct {
	page    func() page.Page
	beneath tui.Place
}

func newWall(o Options) *wall {
	tui.UseTheme(o.Theme)
	m := &wall{
		q: o.Questionnaire, w: o.Words, region: o.Region, now: o.Now, repeat: o.Repeat, wish: o.Wish,
		languages: o.Languages,
		view:      tui.NewView(o.Words), live: tui.NewView(o.Words), entered: map[*questionnaire.PlanStep]time.Time{},
	}
	m.columns, m.rows = m.view.Size()
	if o.Second != nil {
		m.second = o.Second
	}
	if o.Session != nil {
		m.before = o.Session.Before()
		m.goTo(*o.Session)
	} else {
		m.open(m.list)
	}
	m.notice, m.view.Notice = o.Notice, o.Notice
	return m
}

func (m *wall) Init() tea.Cmd { return m.timer() }

// tickedMsg redraws the timer in the notes.
type tickedMsg struct{}

// timer redraws the notes while they are open; nothing on the wall moves by
// itself.
func (m *wall) timer() tea.Cmd {
	every := 10 * time.Second
	switch {
	case m.second != nil:
		every = time.Second // its size has to be asked
	case !m.showsNotes():
		return nil
	}
	return tea.Tick(every, func(time.Time) tea.Msg { return tickedMsg{} })
}

func (m *wall) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.columns, m.rows = msg.Width, msg.Height
		if m.second == nil {
			m.view.Resize(msg.Width, msg.Height)
		}
		m.top = min(m.top, m.lay().mostTop())
	case tickedMsg:
		if m.showsNotes() {
			m.view.Change(m.shelf[len(m.shelf)-1].page())
		}
		cmd = m.timer()
	case tea.KeyMsg:
		if m.isHeld(msg) {
			m.tellHeld()
			break
		}
		m.heldFor = 0
		m.notice, m.view.Notice = "", ""
		open := m.showsNotes()
		m.press(msg)
		if m.showsNotes() && !open && m.second == nil {
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
	var cursor *tui.Cell
	m.drawSecond()
	switch {
	case m.leaving:
		return ""
	case m.isDark():
		screen = m.lay().dark()
	case m.second != nil && m.session == nil:
		screen = m.lay().nothing(m.w.Workshop.Heading)
	case len(m.shelf) > 0 && m.second == nil:
		m.view.More = m.more()
		screen, cursor = m.view.Draw()
	default:
		screen, cursor = m.lay().draw(m.top, m.notice, m.foot())
	}
	if m.out != nil {
		m.out.Place(cursor)
	}
	return screen
}

// isDark reports whether nothing is shown at all on the wall.
func (m *wall) isDark() bool { return m.dark && (!m.beside || m.second != nil) }

// kind is that of the page of text that is shown; none while the wall is.
func (m *wall) kind() page.Kind {
	if len(m.shelf) == 0 {
		return page.NoPage
	}
	return m.view.Page().Kind
}

func (m *wall) showsNotes() bool { return m.kind() == page.NotesPage }
