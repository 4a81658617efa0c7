//go:build unix

package keyboard

import (
	"os"
	"sync"

	"golang.org/x/sys/unix"
)

// Held is a terminal that is being held.
type Held struct {
	fd     int
	before *unix.Termios // nil where there is no terminal

	changing sync.Mutex
	released bool
}

// Hold keeps what is typed off the screen, and from ending the program, while the terminal
// is in its usual mode: before a face has set its own, and between the end of the face and
// that of the program. Whoever sets a mode and sets it back comes back to this.
func Hold(in *os.File) *Held {
	h := &Held{fd: int(in.Fd())}
	h.before, _ = unix.IoctlGetTermios(h.fd, getMode)
	h.hold()
	return h
}

// Release gives the terminal back as it was, without what nobody has read.
func (h *Held) Release() {
	h.changing.Lock()
	defer h.changing.Unlock()
	h.released = true
	h.give()
}

// Without gives the terminal back while something is done that needs it as it was.
func (h *Held) Without(do func()) {
	h.changing.Lock()
	h.give()
	h.changing.Unlock()
	do()
	h.changing.Lock()
	defer h.changing.Unlock()
	if !h.released {
		h.hold()
	}
}

func (h *Held) hold() {
	if h.before == nil {
		return
	}
	held := *h.before
	held.Lflag &^= unix.ECHO | unix.ECHONL | unix.ISIG
	unix.IoctlSetTermios(h.fd, setMode, &held)
}

// give takes two steps, because one would wait for a terminal that has stopped writing.
func (h *Held) give() {
	if h.before != nil {
		unix.IoctlSetTermios(h.fd, setMode, h.before)
		discard(h.fd)
	}
}
