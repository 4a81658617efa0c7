//go:build !windows

// Package screentest drives the real program in a pseudo-terminal, as somebody
// at a keyboard would, and reads the screen as she would see it.
//
// The terminal behind it is a silent one: it answers no query, so a program
// that asks and waits is found out by every test. Tests wait for a text to
// appear; only where a key may draw nothing do they wait a moment instead.
package screentest

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience is how long a text may take to appear before a test fails; a screen
// that works shows it in milliseconds.
const patience = 20 * time.Second

// Build compiles the program once for a test binary and returns its path.
func Build(dir string) (string, error) {
	program := filepath.Join(dir, "askfirst")
	out, err := exec.Command("go", "build", "-o", program, "github.com/ask-first/askfirst/cmd/askfirst").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return program, nil
}

// Walk is one run of the program.
type Walk struct {
	t   *testing.T
	cmd *exec.Cmd
	tty *os.File

	mu   sync.Mutex
	emu  *vt.Emulator
	raw  bytes.Buffer // everything that the program wrote
	last time.Time    // when it wrote last

	done   chan struct{}
	status int
}

// Start runs the program on a screen of this size. It skips where there are no
// pseudo-terminals; in CI that is a failure.
func Start(t *testing.T, program string, width, height int, env []string, args ...string) *Walk {
	t.Helper()
	w := &Walk{t: t, emu: vt.NewEmulator(width, height), done: make(chan struct{}), last: time.Now()}
	w.cmd = exec.Command(program, args...)
	w.cmd.Env = append([]string{"TERM=xterm-256color", "LANG=en_US.UTF-8", "HOME=" + t.TempDir(), "PATH=" + os.Getenv("PATH")}, env...)
	tty, err := pty.StartWithSize(w.cmd, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)})
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("no pseudo-terminal: %v", err)
		}
		t.Skipf("no pseudo-terminal: %v", err)
	}
	w.tty = tty
	// The emulator blocks for ever when it wants to answer and nobody listens;
	// its answers are read here and go nowhere.
	go io.Copy(io.Discard, w.emu)
	copied := make(chan struct{})
	go func() {
		defer close(copied)
		w.copy()
	}()
	go func() {
		err := w.cmd.Wait()
		<-copied
		w.status = exitStatus(err)
		close(w.done)
	}()
	t.Cleanup(func() {
		w.cmd.Process.Kill()
		<-w.done
		tty.Close()
	})
	return w
}

func exitStatus(err error) int {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		if s, ok := exit.Sys().(syscall.WaitStatus); ok && s.Signaled() {
			return 128 + int(s.Signal())
		}
		return exit.ExitCode()
	}
	return -1
}

// copy feeds the emulator until the program has ended.
func (w *Walk) copy() {
	buf := make([]byte, 1<<16)
	for {
		n, err := w.tty.Read(buf)
		w.mu.Lock()
		w.raw.Write(buf[:n])
		w.emu.Write(buf[:n])
		w.last = time.Now()
		w.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// Screen is the screen as text, without spaces at the ends of lines.
func (w *Walk) Screen() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	lines := strings.Split(w.emu.String(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

// Written is everything that the program has written, control sequences
// included.
func (w *Walk) Written() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.raw.String()
}

// AltScreen reports whether the alternate screen is on.
func (w *Walk) AltScreen() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.emu.IsAltScreen()
}

// CursorLine is the text of the line that the real cursor stands in, from the
// cursor on; "" while it is hidden.
func (w *Walk) CursorLine() string {
	screen := strings.Split(w.Screen(), "\n")
	w.mu.Lock()
	defer w.mu.Unlock()
	at := w.emu.CursorPosition()
	if at.Y >= len(screen) {
		return ""
	}
	line := []rune(screen[at.Y])
	if at.X >= len(line) {
		return ""
	}
	return string(line[at.X:])
}

var keys = map[string]string{
	"enter": "\r", "esc": "\x1b", "space": " ", "tab": "\t", "backspace": "\x7f",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdown": "\x1b[6~",
	"ctrl+c": "\x03", "ctrl+z": "\x1a", "f12": "\x1b[24~",
	"ctrl+g": "\x07", "ctrl+r": "\x12", "ctrl+e": "\x05",
}

// Press presses keys one after the other, each after the screen has settled,
// because a person looks before she presses the next.
func (w *Walk) Press(names ...string) *Walk {
	w.t.Helper()
	for _, name := range names {
		bytes, ok := keys[name]
		if !ok {
			bytes = name
		}
		w.settle(0)
		if _, err := w.tty.WriteString(bytes); err != nil {
			w.t.Fatalf("pressing %s: %v", name, err)
		}
		w.settle(response)
	}
	return w
}

// response is how long a key may take until something is drawn; one that draws
// nothing costs a test this much.
const response = 150 * time.Millisecond

// Pieces sends what one key sends, in pieces that follow one another as on a slow line.
func (w *Walk) Pieces(pieces ...string) *Walk {
	w.t.Helper()
	return w.pieces(5*time.Millisecond, pieces)
}

// Slowly sends the pieces so far apart that each looks like all there is.
func (w *Walk) Slowly(pieces ...string) *Walk {
	w.t.Helper()
	return w.pieces(response, pieces)
}

func (w *Walk) pieces(apart time.Duration, pieces []string) *Walk {
	w.t.Helper()
	w.settle(0)
	for i, piece := range pieces {
		if i > 0 {
			time.Sleep(apart)
		}
		if _, err := w.tty.WriteString(piece); err != nil {
			w.t.Fatalf("sending %q: %v", piece, err)
		}
	}
	w.settle(response)
	return w
}

// Type types a text, letter by letter.
func (w *Walk) Type(text string) *Walk {
	w.t.Helper()
	for _, c := range text {
		w.Press(string(c))
	}
	return w
}

// settle waits for something to be drawn, if it is drawn within this time or the
// program has not come to it yet, and then until it has been quiet for a moment.
func (w *Walk) settle(within time.Duration) {
	const quiet = 25 * time.Millisecond
	began := time.Now()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		w.mu.Lock()
		last := w.last
		w.mu.Unlock()
		drawn := last.After(began) || time.Since(began) >= within
		if drawn && time.Since(last) > quiet && !w.busy() {
			return
		}
	}
}

// Sees waits for a text on the screen. Line breaks count as spaces, since the
// screen's width decides where they fall.
func (w *Walk) Sees(text string) *Walk {
	w.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if strings.Contains(words(w.Screen()), words(text)) {
			return w
		}
	}
	w.t.Fatalf("never saw %q; the screen:\n%s", text, w.Screen())
	return nil
}

// SeesNo fails if the text is on the screen.
func (w *Walk) SeesNo(text string) *Walk {
	w.t.Helper()
	w.settle(0)
	if strings.Contains(words(w.Screen()), words(text)) {
		w.t.Fatalf("saw %q; the screen:\n%s", text, w.Screen())
	}
	return w
}

func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// Resize changes the size of the screen.
func (w *Walk) Resize(width, height int) *Walk {
	w.t.Helper()
	w.settle(0)
	w.mu.Lock()
	w.emu.Resize(width, height)
	w.mu.Unlock()
	if err := pty.Setsize(w.tty, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)}); err != nil {
		w.t.Fatal(err)
	}
	w.settle(response)
	return w
}

// Signal sends a signal to the program.
func (w *Walk) Signal(s os.Signal) *Walk {
	w.t.Helper()
	w.settle(0)
	if err := w.cmd.Process.Signal(s); err != nil {
		w.t.Fatal(err)
	}
	return w
}

// Terminal is the terminal that it runs on, from outside.
func (w *Walk) Terminal() *os.File { return w.tty }

// Pid is the program's number.
func (w *Walk) Pid() int { return w.cmd.Process.Pid }

// HasEnded reports whether the program has ended already.
func (w *Walk) HasEnded() bool {
	select {
	case <-w.done:
		return true
	default:
		return false
	}
}

// Ended waits for the program's end and returns its exit status.
func (w *Walk) Ended() int {
	w.t.Helper()
	select {
	case <-w.done:
		return w.status
	case <-time.After(patience):
		w.t.Fatalf("the program does not end; the screen:\n%s", w.Screen())
		return -1
	}
}
