package tui

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"github.com/ask-first/askfirst/internal/keyboard"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/terminal"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Options are what a screening on the full screen needs.
type Options struct {
	Cover questionnaire.Cover                 // for the first screen
	Load  func() *questionnaire.Questionnaire // waits for the whole; called more than once, from any goroutine
	Words *wording.Words
	// Notice says what is missing on this system, for the first screen; nil or "": nothing.
	Notice func(*wording.Words) string
	// Language is the one of the above, Languages are all that the first screen
	// offers, and Translate gives what is said in one of them.
	Language  string
	Languages []wording.Language
	Translate func(language string) wording.InLanguage
	// Door gives what is said in a language behind the door on the first screen: in the
	// questionnaire for somebody who is worried about a mother. nil: no door.
	Door   func(language string) wording.InLanguage
	Region string // id, when it is already known; else ""
	Nation string // the part of it that she is in, when that is known too
	Guess  string // id of the region that the locale suggests; may be ""
	Theme  string // dark, light, or "" for the terminal's own sixteen colours
	// Shared: others may see the screen, so private questions are left out.
	Shared bool
	// Texts to read instead of a screening; nil: a screening.
	Texts []*questionnaire.Education
	// Preview: an author may jump anywhere.
	Preview bool
	// CoverAfter is how long a screen without a key stays before it covers
	// itself; 0: for ever.
	CoverAfter time.Duration
	// ForgetAfter is how long a covered screen keeps her answers; 0: for ever.
	ForgetAfter time.Duration
	// Burst: an Enter that follows a letter sooner was sent with it, and does not say yes
	// to what the letter is asked back with.
	Burst   time.Duration
	In, Out *os.File
}

// Left says how a screening was left.
type Left struct {
	Quit bool      // with ctrl+c or by a signal
	Last page.Page // what she asked to stay; empty: nothing
}

// Run shows the screening and returns when she has left. Whatever way she left,
// the screen is wiped, and what was above it in the terminal's scrollback too.
func Run(o Options) (Left, error) {
	s := New(o)
	s.begins()
	out := NewScreen(o.Out)
	err := Show(s.On(out), o.In, out)
	left := Left{Quit: s.quit || errors.Is(err, tea.ErrInterrupted)}
	if !left.Quit && err == nil {
		s.ready()
		left.Last = s.Last()
	}
	s.Forget()
	if errors.Is(err, tea.ErrInterrupted) {
		err = nil
	}
	return left, err
}

// Last is what she asked to stay after she has left; empty: nothing.
func (s *Screening) Last() page.Page {
	if at, ended := s.visit.Where().(visit.Farewell); ended && at.Keeping {
		return s.page()
	}
	return page.Page{}
}

// begins goes on to the texts, where there is no screening. One alone is open
// already.
func (s *Screening) begins() {
	if s.o.Texts == nil {
		return
	}
	s.ready()
	s.arrive()
	if len(s.o.Texts) == 1 {
		s.Open(page.Reading{Text: s.o.Texts[0].ID})
	}
}

// Show runs a root model on the alternate screen, and wipes the screen whatever
// way it was left.
func Show(root tea.Model, in *os.File, out *Screen) error {
	g := &guard{model: root}
	p := newProgram(g, in, out, tea.WithoutCatchPanics(), tea.WithoutSignalHandler())

	// A closed window or a lost connection is a way out like any other; left
	// alone, these signals would end the program with her answers on the screen. Bubble
	// Tea's own handler waits for ever when a second one comes, as SIGTERM and SIGHUP do
	// together when a session ends.
	ends := make(chan os.Signal, 1)
	signal.Notify(ends, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	defer signal.Stop(ends)
	go func() {
		for range ends {
			p.Send(tea.InterruptMsg{}) // as by ctrl+c: nobody asked for last words
		}
	}()

	held := keyboard.Hold(in)
	defer terminal.OnStop(func(stop func()) {
		suspend(p, out, func() { held.Without(stop) })
	})()

	err := g.run(p)
	out.stop()
	Wipe(out.File)
	held.Release()
	return err
}

// stoppingMsg says that the program is about to stop.
type stoppingMsg struct{}

// suspend leaves an empty screen behind while the program is stopped. Once it goes on, her
// page is covered, because anybody who comes by can wake it. Ctrl+z does not come here: it
// is a key on the full screen, and one that means nothing; the signal comes from outside.
func suspend(p *tea.Program, out *Screen, stop func()) {
	out.hold(true)
	p.Send(stoppingMsg{})
	p.ReleaseTerminal()
	Wipe(out.File)
	stop() // until somebody wakes it
	out.hold(false)
	p.RestoreTerminal()
}

// ShowOpenly runs a root model that shows nothing of anybody: a panic is told, and
// the screen is not wiped.
func ShowOpenly(root tea.Model, in *os.File, out *Screen) error {
	_, err := newProgram(root, in, out).Run()
	out.stop()
	out.File.WriteString("\x1b[?25h")
	return err
}

// Wipe clears the screen and the scrollback, for terminals that keep the last
// frame of a program in either, and shows the cursor again. A console of Windows obeys
// only while it is told to, and else would show the sequence, and her answers above it.
func Wipe(w io.Writer) {
	restore, err := termenv.EnableVirtualTerminalProcessing(termenv.NewOutput(w, termenv.WithProfile(termenv.Ascii)))
	if err == nil {
		io.WriteString(w, wipeAll+"\x1b[?25h")
		restore()
	}
}

// Wipes reports whether a terminal can be cleared.
func Wipes(w io.Writer) bool {
	restore, err := termenv.EnableVirtualTerminalProcessing(termenv.NewOutput(w, termenv.WithProfile(termenv.Ascii)))
	if err == nil {
		restore()
	}
	return err == nil
}

// Rescue does for a process that was killed what it could not do any more: it leaves
// the alternate screen, and wipes both.
func Rescue(w io.Writer) {
	const leave = "\x1b[?1049l\x1b[?2004l"
	io.WriteString(w, wipeAll+leave)
	Wipe(w)
}

// wipeAll clears the screen, and then what the terminal keeps above it.
const wipeAll = "\x1b[H\x1b[2J\x1b[3J"
