// Package kiosk is the full screen of a shared laptop: a fence around one
// screening at a time. The screening inside knows nothing of it. When it ends, by
// whatever key, or when nobody has pressed one for a while, it is dropped, its
// answers are overwritten, and the screen and what the terminal kept of it are
// erased.
//
// [Run] is the whole of it in one process. Where each person can have a process of
// her own, so that nothing of her is in the next one's memory, [Choose] is the first,
// and [Serve] each of the others.
package kiosk

import (
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
)

// Options are what a shared laptop needs.
type Options struct {
	tui.Options               // of each person's screening
	IdleAfter   time.Duration // without a key, until the countdown begins
	Now         func() time.Time
	Begun       func() // told when a person begins; may be nil
	// ForWhom says in a language for whom the questionnaire is, in a line; may be nil.
	ForWhom func(language string) string
	Paces
}

// Paces are how fast things happen by themselves.
type Paces struct {
	// Beat is how often the kiosk looks at the clock.
	Beat time.Duration
	// Asleep is a gap between two looks that only a sleeping computer makes. The
	// clock on the wall goes on meanwhile; Go's timers do not.
	Asleep time.Duration
	// Countdown is the time to press a key before an idle screen is cleared.
	Countdown time.Duration
	// Moment is how long a page stays between two people on which no key works,
	// so that nothing that one typed reaches the other.
	Moment time.Duration
}

// Usual are the paces of the program that people run.
var Usual = Paces{Beat: time.Second, Asleep: 10 * time.Second, Countdown: 15 * time.Second, Moment: 3 * time.Second}

// Run shows one screening after another until the facilitator ends it with her
// word; quit says that she left with ctrl+c before she had chosen one.
func Run(o Options) (quit bool, err error) {
	m := newKiosk(o)
	err = m.run()
	return m.quit, err
}

// Choose lets the facilitator choose her word, and nothing more.
func Choose(o Options) (word Word, quit bool, err error) {
	m := newKiosk(o)
	m.only = true
	err = m.run()
	return m.word, m.quit || m.stage != free, err
}

// Serve is one person's turn: fresh says that nobody was there before her. byWord says
// that the facilitator has ended it all.
func Serve(o Options, word Word, fresh bool) (byWord bool, err error) {
	m := newKiosk(o)
	m.only, m.word, m.stage, m.since = true, word, between, m.now()
	if fresh {
		m.stage = free
	}
	m.show()
	err = m.run()
	return m.byWord, err
}

// run runs it in the terminal.
func (m *kiosk) run() error {
	m.out = tui.NewScreen(m.o.Out)
	m.wipe = m.out.Wipe
	err := tui.Show(m, m.o.In, m.out)
	m.forget()
	if errors.Is(err, tea.ErrInterrupted) {
		m.quit, err = true, nil
	}
	return err
}

// stage is what the laptop is doing.
type stage uint8

const (
	choosing stage = iota
	repeating
	free     // for the next person
	between  // two people
	occupied // by a screening
)

// kiosk is the root model of a shared laptop.
type kiosk struct {
	o      Options
	w      *wording.Words
	others []*wording.Words // of the other languages, for the free page
	stage  stage
	inner  *tui.Screening // nil unless occupied
	view   tui.View       // of a page of the kiosk's own

	only   bool // one part: the choice of the word, or one person
	word   Word
	typed  []byte    // of a word, until it is compared
	chord  bool      // the last key was the first half of the facilitator's
	told   time.Time // when the first key that lifts a cover was pressed, if it was the last
	asking bool      // for the facilitator's word
	left   time.Duration
	notice string
	shown  page.Shared // the moment whose page the view has

	pressed, looked, since time.Time // the last key, the last look at the clock, the beginning of the stage

	out     *tui.Screen // nil in tests
	wipe    func()      // erases the terminal
	leaving bool
	byWord  bool // the facilitator's
	quit    bool
}

func newKiosk(o Options) *kiosk {
	tui.UseTheme(o.Theme)
	o.Shared, o.CoverAfter = true, 0
	m := &kiosk{o: o, w: o.Words, view: tui.NewView(o.Words), wipe: func() {}}
	m.looked = m.now()
	m.show()
	return m
}

// now is the clock on the wall, which goes on while a computer sleeps.
func (m *kiosk) now() time.Time { return m.o.Now().Round(0) }

// beatMsg says that it is time to look at the clock.
type beatMsg struct{}

func (m *kiosk) nextBeat() tea.Cmd {
	return tea.Tick(m.o.Beat, func(time.Time) tea.Msg { return beatMsg{} })
}

func (m *kiosk) Init() tea.Cmd {
	load := m.o.Load
	return tea.Batch(m.nextBeat(), func() tea.Msg { load(); return nil })
}

func (m *kiosk) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.view.Resize(msg.Width, msg.Height)
		cmd = m.inside(msg)
	case beatMsg:
		cmd = tea.Batch(m.nextBeat(), m.tick())
	case tea.KeyMsg:
		cmd = m.press(msg)
	default:
		cmd = m.inside(msg)
	}
	if m.leaving {
		return m, tea.Quit
	}
	m.show()
	return m, cmd
}

// inside hands a message to the screening. When that leads out of it, the
// person has finished; the program goes on.
func (m *kiosk) inside(msg tea.Msg) tea.Cmd {
	if m.inner == nil {
		return nil
	}
	_, cmd := m.inner.Update(msg)
	if left, _ := m.inner.Left(); left {
		return m.end()
	}
	return cmd
}

// tick is what time alone brings about.
func (m *kiosk) tick() tea.Cmd {
	now := m.now()
	asleep := now.Sub(m.looked) > m.o.Asleep
	m.looked = now
	if m.pressed.After(now) { // somebody has set the clock
		m.pressed = now
	}
	idle, quiet := now.Sub(m.pressed), m.quiet()
	switch {
	case m.stage == between && (now.Sub(m.since) >= m.o.Moment || m.since.After(now)):
		m.stage = free
		return m.erase() // what was still on its way to the screen at the first time
	case m.stage == free && m.asking && idle >= m.o.IdleAfter:
		m.forgetWord()
	case m.stage == occupied && (asleep || idle >= quiet+m.o.Countdown):
		return m.end()
	case m.stage == occupied && idle >= quiet:
		m.left = quiet + m.o.Countdown - idle
	}
	return nil
}

// readAloud is how many words a voice says in a minute, slowly.
const readAloud = 120

// quiet is how long nobody presses a key until it is asked whether somebody is there.
// Where a result or a text stands it is twice as long, and longer still where a voice would
// need it to read the page: who reads or listens presses nothing. What is covered is not
// read.
func (m *kiosk) quiet() time.Duration {
	if m.inner == nil || m.inner.Covered() || !slices.Contains(toRead, m.inner.Page().Kind) {
		return m.o.IdleAfter
	}
	words := 0
	for _, b := range m.inner.Page().Blocks {
		words += len(strings.Fields(b.Text()))
	}
	return m.o.IdleAfter + max(m.o.IdleAfter, time.Duration(words)*time.Minute/readAloud)
}

// toRead are the pages that are read, and not answered.
var toRead = []page.Kind{
	page.DangerPage, page.StoppedPage, page.ResultPage, page.CardPage, page.WordsPage, page.AlsoPage, page.OpenPage, page.ShowPage,
	page.TextPage, page.LinesPage, page.LinePage,
}

// press is the way of every key.
func (m *kiosk) press(k tea.KeyMsg) tea.Cmd {
	m.pressed, m.notice = m.now(), ""
	counting := m.left > 0
	m.left = 0
	if k.Paste {
		m.refuse()
		return nil
	}
	if m.stage == choosing || m.stage == repeating {
		m.choose(k)
		return nil
	}
	second := m.chord && key.Matches(k, keys.end)
	m.chord = key.Matches(k, keys.end) && !second
	switch {
	case m.stage == between:
		m.chord = false
	case tui.Quits(k):
		return m.interrupt()
	case m.asking:
		m.answer(k)
	case second:
		m.asking = true
	case m.chord, counting: // a key that stays does nothing else
	case m.covered():
		return m.uncover(k)
	case m.stage == occupied:
		return m.inside(k)
	case tui.Does(k, page.Choose):
		return m.begin()
	default:
		m.scroll(k)
	}
	return nil
}

// uncover is a key on a cover. Enter and then, at once, the key that covers lift it, as the
// free page has told her; whoever touches the keys in passing sees nothing of hers, and the
// next person has pressed Enter, as the cover says, before looking for another key.
func (m *kiosk) uncover(k tea.KeyMsg) tea.Cmd {
	told := m.told
	if m.told = (time.Time{}); tui.Does(k, page.Choose) {
		m.told = m.now()
	}
	if tui.Does(k, page.Cover) && m.now().Sub(told) <= atOnce {
		return m.inside(k)
	}
	return nil
}

// atOnce is how soon the second key of a cover follows the first, for slow hands too.
const atOnce = 5 * time.Second

// refuse takes nothing that is pasted: the clipboard may be the last person's.
func (m *kiosk) refuse() {
	m.chord, m.notice = false, m.w.Kiosk.Pasted
	if m.screens() {
		m.inner.Say(m.notice)
	}
}

// scroll moves a page of the kiosk's own that is longer than the screen. Letters
// do not: they may be of the word.
func (m *kiosk) scroll(k tea.KeyMsg) {
	switch k.Type {
	case tea.KeyDown, tea.KeyPgDown:
		m.view.Scroll(1)
	case tea.KeyUp, tea.KeyPgUp:
		m.view.Scroll(-1)
	}
}

// interrupt is ctrl+c: it ends a person's screening, never the program.
func (m *kiosk) interrupt() tea.Cmd {
	m.forgetWord()
	if m.stage == occupied {
		return m.end()
	}
	return nil
}

// begin is a fresh screening.
func (m *kiosk) begin() tea.Cmd {
	if m.o.Begun != nil {
		m.o.Begun()
	}
	m.inner = tui.New(m.o.Options).On(m.out)
	m.inner.Resize(m.view.Size())
	m.stage = occupied
	return m.inner.Init()
}

// end is the end of a person's screening, and of everything that is known of it.
func (m *kiosk) end() tea.Cmd {
	m.forget()
	m.stage, m.since, m.left, m.chord, m.told = between, m.now(), 0, false, time.Time{}
	m.leaving = m.only
	return m.erase()
}

// erase clears the terminal, and has every line drawn again.
func (m *kiosk) erase() tea.Cmd {
	m.wipe()
	return tea.ClearScreen
}

// forget drops the screening and what was typed.
func (m *kiosk) forget() {
	if m.inner != nil {
		m.inner.Forget()
		m.inner = nil
	}
	m.forgetWord()
}
