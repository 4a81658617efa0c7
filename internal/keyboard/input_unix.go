//go:build unix

package keyboard

import (
	"io"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// Input reads the keyboard of a terminal. Anything else is read as it is.
func Input(in *os.File) io.Reader { return &input{File: in} }

// input is still a file to Bubble Tea, which puts the terminal into its mode by it
// and waits for it. It waits for the terminal and not for us, so nothing that has
// been read may be kept back: every Read ends with nothing open but a paste that is
// known to go on.
type input struct {
	*os.File
	translator
	silent time.Time // when silence last ended what was open
}

func (in *input) Read(p []byte) (int, error) {
	if len(p) <= room {
		return in.File.Read(p)
	}
	out := p[:0]
	for {
		most := len(p) - room - len(out)
		if most <= 0 {
			return len(out), nil // more is there, and the next read brings it
		}
		raw := make([]byte, most)
		n, err := in.File.Read(raw)
		if err != nil {
			return len(out), err
		}
		if time.Since(in.silent) > lateness {
			in.forget()
		}
		out = append(out, in.take(raw[:n])...)
		for wait := in.patience(); ; wait = in.patience() {
			if wait == 0 {
				return len(out), nil
			}
			if follows(in.Fd(), wait) {
				break
			}
			out = append(out, in.silence()...)
			in.silent = time.Now()
		}
	}
}

// follows waits for more to read. Trouble counts as silence.
func follows(fd uintptr, wait time.Duration) bool {
	until := time.Now().Add(wait)
	for {
		var set unix.FdSet
		set.Zero()
		set.Set(int(fd))
		left := unix.NsecToTimeval(max(0, time.Until(until)).Nanoseconds())
		n, err := unix.Select(int(fd)+1, &set, nil, nil, &left)
		if err != unix.EINTR {
			return err == nil && n > 0
		}
	}
}

// Discard throws away what was typed and not read, so that it does not reach the
// shell.
func Discard(in *os.File) { discard(int(in.Fd())) }
