package tui

import (
	"io"
	"os"
	"strconv"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/term"

	"github.com/ask-first/askfirst/internal/keyboard"
)

// Screen draws the frames on the terminal, instead of Bubble Tea's renderer, for
// three reasons. That one draws at its next tick, which is 4 ms away on average
// and more than all the rest of a key's way; it leaves the cursor in the last
// line, where a screen reader or a braille line has nothing to read; and it writes
// a line again for whatever changed in it.
//
// A screen reader says what is written, or what differs. So where the focus is is
// shown by a bar and not by a letter: the row that has it is written once more, with
// the bar, and the row that had it is not written at all: its bar is erased. What
// only moved up or down is moved by the terminal.
//
// Bubble Tea still prepares the terminal and puts it in order, and its renderer
// is the clock: a frame that follows another too closely waits for its tick.
// Control sequences come here through WriteString, its own frames through Write.
type Screen struct {
	*os.File
	into          io.Writer // instead of the file, where there is no terminal
	mu            sync.Mutex
	width, height int
	frame         string    // to be shown
	at            *Cell     // where the cursor is to stand; nil hides it
	lines         []string  // shown already, from the top; nil: nobody knows
	stands        *Cell     // where the cursor stands
	bar           Bar       // that is painted
	firm          []bool    // the rows that were written with firm spaces
	drawn         time.Time // the last time
	closed        bool
	held          bool // nothing is drawn for now
}

// NewScreen draws on a terminal. Its size is asked at once, so that the first frame is
// drawn for it, and only once.
func NewScreen(out *os.File) *Screen {
	s := &Screen{File: out}
	if width, height, err := term.GetSize(int(out.Fd())); err == nil {
		s.width, s.height = width, height
	}
	return s
}

// framesPerSecond is the most that Bubble Tea accepts.
const framesPerSecond = 120

// Place sets where the cursor stands from the next frame on; nil hides it.
func (s *Screen) Place(at *Cell) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.at = at
}

// resize says how big the terminal is now. What a terminal does with its lines
// when its size changes is its own affair, so all are drawn again.
func (s *Screen) resize(width, height int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if width != s.width || height != s.height {
		s.width, s.height, s.lines = width, height, nil
	}
}

// show draws a frame, at once unless one was drawn a moment ago. A key that is
// held down, or a slow line, so costs no more frames than somebody can see.
func (s *Screen) show(frame string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.frame = frame
	if time.Since(s.drawn) >= time.Second/framesPerSecond {
		s.draw()
	}
}

// Write takes a frame of Bubble Tea's as the tick that it is.
func (s *Screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return s.File.Write(p)
	}
	return len(p), s.draw()
}

// WriteString passes a control sequence on. It may have cleared the screen.
func (s *Screen) WriteString(sequence string) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lines = nil
	return s.File.WriteString(sequence)
}

// Wipe empties the screen and what the terminal keeps above it, and forgets the
// frame: a tick on its way must not draw it once more.
func (s *Screen) Wipe() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.frame, s.lines, s.at = "", nil, nil
	s.File.WriteString(wipeAll)
}

// stop ends the drawing, and lets everything through as it is from now on.
func (s *Screen) stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.frame, s.lines, s.closed = "", nil, true
}

// hold keeps frames back while the terminal is not ours, or shows them again.
func (s *Screen) hold(held bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lines, s.held = nil, held
}

// onScreen is a root model whose frames go to the screen. Bubble Tea gets their
// number instead, so that each is new to it and makes it tick.
type onScreen struct {
	tea.Model
	screen *Screen
	frames int
}

func (o *onScreen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		o.screen.resize(size.Width, size.Height)
	}
	var cmd tea.Cmd
	o.Model, cmd = o.Model.Update(msg)
	return o, cmd
}

func (o *onScreen) View() string {
	o.screen.show(o.Model.View())
	o.frames++
	return strconv.Itoa(o.frames)
}

// newProgram is a program that draws a root model on the alternate screen.
func newProgram(root tea.Model, in *os.File, out *Screen, options ...tea.ProgramOption) *tea.Program {
	if out.width > 0 && out.height > 0 {
		root.Update(tea.WindowSizeMsg{Width: out.width, Height: out.height})
	}
	return tea.NewProgram(&onScreen{Model: root, screen: out}, append(options,
		tea.WithAltScreen(), tea.WithInput(keyboard.Input(in)), tea.WithOutput(out), tea.WithFPS(framesPerSecond))...)
}
