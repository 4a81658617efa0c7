//go:build unix

package cli

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
	"golang.org/x/term"

	"github.com/ask-first/askfirst/internal/keyboard"
	"github.com/ask-first/askfirst/internal/privacy"
	"github.com/ask-first/askfirst/internal/terminal"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/tui/kiosk"
)

// A shared laptop has a process for each person, one after the other, and a keeper
// that starts them. What somebody said and typed is in the memory of her process, and
// goes with it; the keeper reads no key and never sees any of it. It is the keeper
// that cannot give up starting programs, because starting after the locks is not
// possible; each person's process has all the locks.

// partOf marks a process as one part of a shared laptop. What it is told, and what it
// says, goes through two pipes that its keeper has left open for it.
const (
	partOf = "ASKFIRST_PART"
	told   = 3
	says   = 4
)

// What a part says: that somebody has begun, and that the facilitator has ended it all.
// The first part says the word that she chose instead.
const (
	saysBegun = 'b'
	saysEnded = 'e'
)

func (l laptop) run() error {
	terminal.IgnoreStop() // a stopped laptop would show the shell
	if os.Getenv(partOf) != "" {
		return l.part()
	}
	return l.keep()
}

// part is one process: the facilitator's, who chooses her word, or one person's.
func (l laptop) part() error {
	said, err := sayer()
	if err != nil {
		return err
	}
	var word [1 + kiosk.WordSize]byte
	n, err := readAll(told, word[:])
	if err != nil {
		return err
	}
	return l.face(func(o kiosk.Options) error {
		if n == 0 {
			word, quit, err := kiosk.Choose(o)
			if err == nil && !quit {
				said(word.Bytes()...)
			}
			return err
		}
		o.Begun = func() { said(saysBegun) }
		ended, err := kiosk.Serve(o, kiosk.WordOf([kiosk.WordSize]byte(word[1:])), word[0] == 0)
		if ended {
			said(saysEnded)
		}
		return err
	})
}

// sayer says something to the keeper. It is another number of the same pipe, because
// the locks close what has been handed down.
func sayer() (func(...byte), error) {
	fd, err := unix.FcntlInt(says, unix.F_DUPFD_CLOEXEC, says+1)
	if err != nil {
		return nil, err
	}
	return func(what ...byte) { unix.Write(fd, what) }, nil
}

// readAll reads until the end, or until there is no more room.
func readAll(fd int, into []byte) (n int, err error) {
	for n < len(into) {
		more, err := unix.Read(fd, into[n:])
		switch {
		case err == unix.EINTR:
		case err != nil || more == 0:
			return n, err
		default:
			n += more
		}
	}
	return n, nil
}

// keeper starts one part after the other.
type keeper struct {
	laptop
	self  string
	ends  chan os.Signal // somebody ends the program from outside
	ended bool
}

// keep is a shared laptop from the choice of the word to its end.
func (l laptop) keep() error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	// A part ends with the thread that has started it.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	k := &keeper{laptop: l, self: self, ends: make(chan os.Signal, 1)}
	signal.Notify(k.ends, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(k.ends)
	privacy.LockToStarting()

	word, state, err := k.start(nil)
	switch {
	case err != nil:
		return err
	case k.ended || len(word) != kiosk.WordSize:
		return k.over(state)
	}
	// From now on no key means anything to the terminal between two parts.
	if before, err := term.MakeRaw(int(l.in.Fd())); err == nil {
		defer term.Restore(int(l.in.Fd()), before)
	}
	before, quick := byte(0), 0
	for {
		keyboard.Discard(l.in)
		began := time.Now()
		said, state, err := k.start(append([]byte{before}, word...))
		begun := len(said) > 0 && said[0] == saysBegun
		if begun || state != nil && !state.Exited() {
			tui.Rescue(l.screen)
		}
		if begun {
			before = 1
		}
		switch {
		case begun || time.Since(began) > atOnce:
			quick = 0
		default:
			quick++
		}
		switch {
		case err != nil:
			return err
		case len(said) > 0 && said[len(said)-1] == saysEnded:
			return nil
		case k.ended || quick == hopeless:
			return k.over(state)
		}
	}
}

// A part that ends before anybody has begun is followed by another, as any other is. Only
// where so many in a row have ended so soon, each would: the terminal is broken, or there
// is no memory. Nobody's key does that.
const (
	hopeless = 5
	atOnce   = 5 * time.Second // a slow machine's start counts as at once
)

// over is the end of the laptop after a part that ended it.
func (k *keeper) over(state *os.ProcessState) error {
	switch {
	case k.ended:
		return failed(exitLeft)
	case state.Exited() && state.ExitCode() != exitOK:
		return failed(state.ExitCode()) // it has said why
	case state.Exited():
		return failed(exitLeft)
	}
	tui.Rescue(k.screen)
	return errors.New(k.words().Privacy.Broken)
}

// start starts a part, tells it something, and waits until it has ended.
func (k *keeper) start(tell []byte) (said []byte, state *os.ProcessState, err error) {
	hers, tells, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	hears, mine, err := os.Pipe()
	if err != nil {
		return nil, nil, errors.Join(err, hers.Close(), tells.Close())
	}
	defer hears.Close()
	cmd := exec.Command(k.self, os.Args[1:]...)
	cmd.Args[0] = os.Args[0]
	cmd.Env = append(os.Environ(), partOf+"=1")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = k.in, k.screen, os.Stderr
	cmd.ExtraFiles = []*os.File{hers, mine}
	cmd.SysProcAttr = new(syscall.SysProcAttr)
	endsWithParent(cmd.SysProcAttr)
	err = cmd.Start()
	hers.Close()
	mine.Close()
	if err == nil {
		_, err = tells.Write(tell)
	}
	tells.Close()
	if cmd.Process == nil {
		return nil, nil, err
	}
	k.wait(cmd)
	said, _ = io.ReadAll(hears)
	return said, cmd.ProcessState, nil
}

// wait waits for a part, and ends it when the laptop is to end.
func (k *keeper) wait(cmd *exec.Cmd) {
	done := make(chan struct{})
	go func() {
		cmd.Wait()
		close(done)
	}()
	for {
		select {
		case <-k.ends:
			k.ended = true
			cmd.Process.Signal(syscall.SIGTERM)
		case <-done:
			return
		}
	}
}
