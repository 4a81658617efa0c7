package tui

import (
	"errors"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/wording"
)

const (
	// beat is how often the kiosk looks at the clock.
	beat = time.Second
	// asleepAfter is a gap between two looks that only a sleeping computer
	// makes. The clock on the wall goes on meanwhile; Go's timers do not.
	asleepAfter = 10 * time.Second
	// countdown is the time to press a key before an idle screen is cleared.
	countdown = 15 * time.Second
	// moment is how long a page stays between two people on which no key works,
	// so that nothing that one typed reaches the other.
	moment = 3 * time.Second
	// shortestWord has so many letters.
	shortestWord = 6
	longestWord  = 200 // bytes
)

// KioskOptions are what a shared laptop needs.
type KioskOptions struct {
	Options                 // of each person's screening
	IdleAfter time.Duration // without a key, until the countdown begins
	Now       func() time.Time
}

// RunKiosk shows one screening after another until the facilitator ends it with
// her word; quit says that she left with ctrl+c before she had chosen one.
func RunKiosk(o KioskOptions) (quit bool, err error) {
	m := newKiosk(o)
	m.out = &screen{File: o.Out}
	m.wipe = m.out.wipe
	err = show(m, o.In, m.out)
	m.forget()
	if errors.Is(err, tea.ErrInterrupted) {
		return true, nil
	}
	return m.quit, err
}

// kioskStage is what the laptop is doing.
type kioskStage uint8

const (
	kioskChoosing kioskStage = iota
	kioskRepeating
	kioskFree     // for the next person
	kioskBetween  // two people
	kioskOccupied // by a screening
)

// kiosk is the root on a shared laptop: a fence around one screening at a time.
// The screening inside knows nothing of it. When it ends, by whatever key, or
// when nobody has pressed one for a while, its model is dropped, its answers are
// overwritten, and the screen and what the terminal kept of it are erased.
type kiosk struct {
	o     KioskOptions
	w     *wording.Words
	stage kioskStage
	inner *model // nil unless occupied
	frame frame

	word   secret
	typed  []byte // of a word, until it is compared
	chord  bool   // the last key was the first half of the facilitator's
	asking bool   // for the facilitator's word
	left   time.Duration
	notice string

	pressed, looked, since time.Time // the last key, the last look at the clock, the beginning of the stage

	out     *screen // nil in tests
	wipe    func()  // erases the terminal
	leaving bool
	quit    bool
}

func newKiosk(o KioskOptions) *kiosk {
	look = themes[o.Theme]
	o.Shared, o.CoverAfter = true, 0
	m := &kiosk{o: o, w: o.Words, frame: frame{width: 80, height: 24}, wipe: func() {}}
	m.looked = m.now()
	return m
}

// now is the clock on the wall, which goes on while a computer sleeps.
func (m *kiosk) now() time.Time { return m.o.Now().Round(0) }

// beatMsg says that it is time to look at the clock.
type beatMsg struct{}

func nextBeat() tea.Cmd { return tea.Tick(beat, func(time.Time) tea.Msg { return beatMsg{} }) }

func (m *kiosk) Init() tea.Cmd {
	load := m.o.Load
	return tea.Batch(nextBeat(), func() tea.Msg { load(); return nil })
}

func (m *kiosk) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.frame.width, m.frame.height = msg.Width, msg.Height
		cmd = m.inside(msg)
	case beatMsg:
		cmd = tea.Batch(nextBeat(), m.look())
	case tea.KeyMsg:
		cmd = m.press(msg)
	default:
		cmd = m.inside(msg)
	}
	if m.leaving {
		return m, tea.Quit
	}
	return m, cmd
}

// inside hands a message to the screening. When that leads out of it, the
// person has finished; the program goes on.
func (m *kiosk) inside(msg tea.Msg) tea.Cmd {
	if m.inner == nil {
		return nil
	}
	_, cmd := m.inner.Update(msg)
	if m.inner.leaving {
		return m.end()
	}
	return cmd
}

// look is what time alone brings about.
func (m *kiosk) look() tea.Cmd {
	now := m.now()
	asleep := now.Sub(m.looked) > asleepAfter
	m.looked = now
	if m.pressed.After(now) { // somebody has set the clock
		m.pressed = now
	}
	idle := now.Sub(m.pressed)
	switch {
	case m.stage == kioskBetween && (now.Sub(m.since) >= moment || m.since.After(now)):
		m.stage = kioskFree
		return m.erase() // what was still on its way to the screen at the first time
	case m.stage == kioskFree && m.asking && idle >= m.o.IdleAfter:
		m.forgetWord()
	case m.stage == kioskOccupied && (asleep || idle >= m.o.IdleAfter+countdown):
		return m.end()
	case m.stage == kioskOccupied && idle >= m.o.IdleAfter:
		m.left = m.o.IdleAfter + countdown - idle
	}
	return nil
}

// press is the way of every key.
func (m *kiosk) press(k tea.KeyMsg) tea.Cmd {
	m.pressed, m.notice = m.now(), ""
	counting := m.left > 0
	m.left = 0
	if m.stage == kioskChoosing || m.stage == kioskRepeating {
		m.choose(k)
		return nil
	}
	second := m.chord && key.Matches(k, kioskKeys.end)
	m.chord = key.Matches(k, kioskKeys.end) && !second
	switch {
	case m.stage == kioskBetween:
		m.chord = false
	case key.Matches(k, keys.quit):
		return m.interrupt()
	case m.asking:
		m.answer(k)
	case second:
		m.asking = true
	case m.chord, counting: // a key that stays does nothing else
	case m.stage == kioskOccupied:
		return m.inside(k)
	case key.Matches(k, keys.choose):
		return m.begin()
	default:
		m.scroll(k)
	}
	return nil
}

// scroll moves a page of the kiosk's own that is longer than the screen. Letters
// do not: they may be of the word.
func (m *kiosk) scroll(k tea.KeyMsg) {
	switch k.Type {
	case tea.KeyDown, tea.KeyPgDown:
		m.frame.scroll(m.content(), 1)
	case tea.KeyUp, tea.KeyPgUp:
		m.frame.scroll(m.content(), -1)
	}
}

// interrupt is ctrl+c: it ends a person's screening, never the program.
func (m *kiosk) interrupt() tea.Cmd {
	m.forgetWord()
	if m.stage == kioskOccupied {
		return m.end()
	}
	return nil
}

// begin is a fresh screening.
func (m *kiosk) begin() tea.Cmd {
	m.frame.top = 0
	m.inner = newModel(m.o.Options)
	m.inner.out = m.out
	m.inner.frame.width, m.inner.frame.height = m.frame.width, m.frame.height
	m.stage = kioskOccupied
	return m.inner.Init()
}

// end is the end of a person's screening, and of everything that is known of it.
func (m *kiosk) end() tea.Cmd {
	m.forget()
	m.stage, m.since, m.left, m.chord = kioskBetween, m.now(), 0, false
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
		m.inner.state.Forget()
		m.inner = nil
	}
	m.forgetWord()
}

// forgetWord overwrites what was typed of a word.
func (m *kiosk) forgetWord() {
	clear(m.typed[:cap(m.typed)])
	m.typed, m.asking = m.typed[:0], false
}

// choose is a key while the facilitator chooses her word: she types it twice.
func (m *kiosk) choose(k tea.KeyMsg) {
	switch {
	case key.Matches(k, keys.quit):
		m.forgetWord()
		m.leaving, m.quit = true, true
	case !key.Matches(k, keys.choose):
		m.typeWord(k)
		m.scroll(k)
	case m.stage == kioskRepeating && m.word.is(m.typed):
		m.stage, m.frame.top = kioskFree, 0
		m.forgetWord()
	case m.stage == kioskRepeating:
		m.stage, m.notice = kioskChoosing, m.w.Kiosk.Different
		m.forgetWord()
	case utf8.RuneCount(m.typed) < shortestWord:
		m.notice = m.w.Kiosk.TooShort
		m.forgetWord()
	default:
		m.word = newSecret(m.typed)
		m.stage = kioskRepeating
		m.forgetWord()
	}
}

// answer is a key while the word is asked for. A wrong one leads back without a
// word about it.
func (m *kiosk) answer(k tea.KeyMsg) {
	switch {
	case k.Type == tea.KeyEsc:
		m.forgetWord()
	case !key.Matches(k, keys.choose):
		m.typeWord(k)
	default:
		m.leaving = m.word.is(m.typed)
		m.forgetWord()
		if m.leaving {
			m.forget()
		}
	}
}

// typeWord adds what was typed. It is kept in one place that can be overwritten.
func (m *kiosk) typeWord(k tea.KeyMsg) {
	if m.typed == nil {
		m.typed = make([]byte, 0, longestWord)
	}
	switch k.Type {
	case tea.KeyRunes, tea.KeySpace:
		for _, c := range k.Runes {
			if len(m.typed)+utf8.RuneLen(c) <= longestWord {
				m.typed = utf8.AppendRune(m.typed, c)
			}
		}
	case tea.KeyBackspace:
		_, size := utf8.DecodeLastRune(m.typed)
		m.typed = m.typed[:len(m.typed)-size]
	}
}

// kioskKeys are the facilitator's: twice, one after the other.
var kioskKeys = struct{ end key.Binding }{end: key.NewBinding(key.WithKeys("ctrl+g"))}
