package tui

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Screening is the root model of one person's screening: her visit, the page of
// the place at which she stands, and pages over it.
type Screening struct {
	o        Options
	w        *wording.Words
	cover    questionnaire.Cover
	load     func() *questionnaire.Questionnaire
	language string
	away     bool // behind the door on the first page

	// region and nation are known where a visit begins.
	region, nation string

	begun  bool // there is a visit
	read   bool // and it is in the language of the moment
	visit  visit.Visit
	finder *finder.Index
	draft  page.Draft // what she puts together on the page of a question

	view  View
	shelf []opened // pages over the place, the last one on top
	out   *Screen  // nil in tests

	leaving bool          // from now on the screen is empty
	quit    bool          // with ctrl+c
	covered bool          // the screen shows nothing until the key that covers it uncovers it
	pressed int           // keys so far, to tell whether one came in the meantime
	awake   chan struct{} // closed by the next key, to end the wait of the one before
	lifted  chan struct{} // closed when the screen is uncovered; nil: it is not covered
}

// opened is a page over a place, and where she stood on the page beneath it.
type opened struct {
	what    page.Opening
	beneath Place
}

// New is a screening before its first page. The first screen is shown without
// the questionnaire, because reading it takes longer than anybody should look at
// an empty screen.
func New(o Options) *Screening {
	UseTheme(o.Theme)
	s := &Screening{o: o, w: o.Words, cover: o.Cover, load: o.Load, language: o.Language}
	s.view = s.emptyView()
	s.region, s.nation, s.view.Undivided = o.Region, o.Nation, o.Preview
	s.view.Show(s.page())
	return s
}

// emptyView is a view of nothing yet.
func (s *Screening) emptyView() View {
	v := NewView(s.w)
	v.burst = s.o.Burst
	return v
}

// ready waits for the whole questionnaire.
func (s *Screening) ready() {
	if s.read {
		return
	}
	q := s.load()
	s.read = true
	s.finder = finder.New(q.Formulary)
	if s.begun { // the language was changed on the way
		s.visit = s.visit.In(q)
		return
	}
	s.begin(q)
}

func (s *Screening) begin(q *questionnaire.Questionnaire) {
	s.begun = true
	s.visit = visit.Begin(q, visit.Options{
		Region: s.region, Nation: s.nation, Guess: s.o.Guess, Shared: s.o.Shared, Texts: s.o.Texts, Preview: s.o.Preview,
	})
}

// readMsg says that the whole questionnaire is there.
type readMsg struct{}

// Init begins to read the questionnaire, behind the first screen.
func (s *Screening) Init() tea.Cmd {
	return tea.Batch(s.idle(), s.reading())
}

func (s *Screening) reading() tea.Cmd {
	load := s.load
	return func() tea.Msg {
		load()
		return readMsg{}
	}
}

// idledMsg says that the time to cover the screen has passed since a key.
type idledMsg struct{ pressed int }

// idle waits for the time after which an idle screen covers itself. The wait
// since the key before ends at once, so that a held key leaves nothing behind.
func (s *Screening) idle() tea.Cmd {
	if s.o.CoverAfter <= 0 {
		return nil
	}
	if s.awake != nil {
		close(s.awake)
	}
	s.awake = make(chan struct{})
	return wait(s.o.CoverAfter, s.awake, idledMsg{s.pressed})
}

// wait says something after so long, unless it is not worth waiting for any more.
func wait(long time.Duration, over <-chan struct{}, msg tea.Msg) tea.Cmd {
	return func() tea.Msg {
		alarm := time.NewTimer(long)
		defer alarm.Stop()
		select {
		case <-alarm.C:
			return msg
		case <-over:
			return nil
		}
	}
}

// hiddenMsg says that the time has passed after which what is covered is forgotten.
type hiddenMsg struct{ lifted chan struct{} }

// hide covers the screen, or uncovers it. Keys that somebody presses on the cover do not
// make it wait longer.
func (s *Screening) hide(covered bool) tea.Cmd {
	if covered == s.covered {
		return nil
	}
	s.covered = covered
	if s.lifted != nil {
		close(s.lifted)
		s.lifted = nil
	}
	if !covered || s.o.ForgetAfter <= 0 {
		return nil
	}
	s.lifted = make(chan struct{})
	return wait(s.o.ForgetAfter, s.lifted, hiddenMsg{s.lifted})
}

// forgets begins anew under the cover, and says so to whoever lifts it.
func (s *Screening) forgets() {
	if !s.begun {
		return
	}
	_, welcome := s.visit.Where().(visit.Welcome)
	s.draft.Forget()
	if s.Restart(); !welcome {
		s.view.Notice = s.w.Covered.Forgotten
	}
}

// Update reads a key or another message.
func (s *Screening) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.view.Resize(msg.Width, msg.Height)
	case readMsg:
		s.ready()
		if s.view.page.Kind == page.WelcomePage { // it says more now
			notice := s.view.Notice
			s.view.Change(s.page())
			s.view.Notice = notice
		}
	case idledMsg:
		if msg.pressed == s.pressed {
			return s, s.hide(true)
		}
	case stoppingMsg:
		return s, s.hide(true)
	case hiddenMsg:
		if msg.lifted == s.lifted {
			s.forgets()
		}
	case tea.KeyMsg:
		s.pressed++
		hidden := s.press(msg)
		switch {
		case s.leaving:
		case !s.read:
			return s, tea.Batch(s.idle(), s.reading(), hidden)
		default:
			return s, tea.Batch(s.idle(), hidden)
		}
	}
	if s.leaving {
		return s, tea.Quit
	}
	return s, nil
}

// View draws the page.
func (s *Screening) View() string {
	if s.leaving {
		return ""
	}
	if s.covered {
		s.place(nil)
		return s.overIt()
	}
	screen, cursor := s.view.Draw()
	s.place(cursor)
	return screen
}

// overIt is what stands on the cover: what the author would have there, or what anybody
// may write down. It does not say that it covers anything.
func (s *Screening) overIt() string {
	text := s.w.Covered.Text
	if s.cover.Covered != "" {
		text = s.cover.Covered.Plain()
	}
	width, height := s.view.Size()
	var rows []string
	for line := range strings.SplitSeq(text, "\n") {
		rows = append(rows, broken(line, width)...)
	}
	return strings.Join(rows[:min(len(rows), height)], "\n")
}

func (s *Screening) place(cursor *Cell) {
	if s.out != nil {
		s.out.Place(cursor)
	}
}

// press is the way of every key: leaving first, then the cover, then the page.
func (s *Screening) press(k tea.KeyMsg) tea.Cmd {
	switch {
	case Quits(k):
		s.leaving, s.quit = true, true
	case does(k, page.Cover):
		s.view.takeBack()
		return s.hide(!s.covered)
	case s.covered: // whoever touches the keys in passing sees nothing of hers
	default:
		chosen, typed := s.view.Press(k)
		if typed {
			s.search()
		}
		s.chose(chosen)
	}
	return nil
}

// search finds what the letters in the field may mean.
func (s *Screening) search() {
	s.draft = s.searched(s.view.Typed())
	s.view.Find(s.page())
}

// searched is the draft with a name that she typed, or with several at once.
func (s *Screening) searched(typed string) page.Draft {
	if names := s.finder.Names(typed); len(names) > 1 {
		return s.draft.Several(typed, names)
	}
	return s.draft.Searched(typed, s.finder.Find(typed))
}
