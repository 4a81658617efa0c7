package tui

import (
	"errors"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/term"
)

// Second is another terminal of hers, which is drawn on and never read: a window beside
// the one that everybody sees. It is opened by its path before the locks, which let
// nothing be opened after them, and nothing is sent to it but what it shows.
type Second struct {
	mu     sync.Mutex
	file   *os.File
	echoed bool // before
	shown  string
	width  int
	height int
}

// Why a path is none of a second terminal.
var (
	ErrNoTerminal   = errors.New("no terminal of this user")
	ErrSameTerminal = errors.New("the terminal that is typed in")
)

// OpenSecond opens a terminal by its path. It has to be one of this user, and not the one
// that she types in. Neither a file nor a pipe is ever opened.
func OpenSecond(path string, first *os.File) (*Second, error) {
	info, err := os.Stat(path)
	if err != nil || info.Mode()&os.ModeCharDevice == 0 || !mine(info) {
		return nil, ErrNoTerminal
	}
	if here, err := first.Stat(); err == nil && os.SameFile(here, info) || alsoCalled(first, info) {
		return nil, ErrSameTerminal
	}
	file, err := os.OpenFile(path, os.O_WRONLY|noControl, 0)
	if err != nil {
		return nil, ErrNoTerminal
	}
	opened, err := file.Stat()
	s := &Second{file: file}
	if _, _, is := s.ask(); err != nil || !os.SameFile(opened, info) || !is {
		file.Close()
		return nil, ErrNoTerminal
	}
	s.echoed = echo(file, false) // or a key there would stand between the notes
	file.WriteString("\x1b[?1049h\x1b[?25l" + wipeAll)
	return s, nil
}

// Size is how big it is now. Nobody signals when that changes, so it is asked.
func (s *Second) Size() (width, height int) {
	width, height, ok := s.ask()
	if !ok || width <= 0 || height <= 0 {
		return 80, 24
	}
	return width, height
}

// ask asks the terminal for its size. The file stays one that a write can give up on.
func (s *Second) ask() (width, height int, ok bool) {
	raw, err := s.file.SyscallConn()
	if err != nil {
		return 0, 0, false
	}
	raw.Control(func(fd uintptr) {
		width, height, err = term.GetSize(int(fd))
	})
	return width, height, err == nil
}

// patience is how long a window may take: one that was halted with ctrl+s must not halt
// the wall.
const patience = 200 * time.Millisecond

// Draw shows a frame, if it is another than is shown. An error says that the window is
// gone.
func (s *Second) Draw(frame string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	width, height := s.Size()
	if frame == s.shown && width == s.width && height == s.height {
		return nil
	}
	s.shown, s.width, s.height = frame, width, height
	var out strings.Builder
	lines := strings.Split(frame, "\n")
	lines = lines[:min(len(lines), height)]
	for i, line := range lines {
		out.WriteString(ansi.CursorPosition(1, i+1) + line + ansi.EraseLineRight)
	}
	if len(lines) < height {
		out.WriteString(ansi.CursorPosition(1, len(lines)+1) + ansi.EraseScreenBelow)
	}
	s.file.SetWriteDeadline(time.Now().Add(patience))
	_, err := s.file.WriteString(out.String())
	if errors.Is(err, os.ErrDeadlineExceeded) {
		s.shown = "" // to be drawn whole when it goes on
		return nil
	}
	return err
}

// Close empties the terminal and what it keeps above, and gives it back.
func (s *Second) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.file.SetWriteDeadline(time.Now().Add(patience))
	s.file.WriteString(wipeAll + "\x1b[?1049l\x1b[?25h" + wipeAll)
	if s.echoed {
		echo(s.file, true)
	}
	return s.file.Close()
}
