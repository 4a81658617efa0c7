package tui

import (
	"fmt"
	"os"
	"sync"
)

// cursorOutput puts the real cursor where the focus is. Bubble Tea v1 hides the
// cursor and leaves it in the last line after each frame, where a screen reader
// or a braille line has nothing to read; so after everything that it writes
// this moves the cursor on. A frame begins by moving it home again, so the two
// do not get into each other's way.
type cursorOutput struct {
	*os.File
	mu     sync.Mutex
	at     *cell
	closed bool
}

// place sets where the cursor stands from the next frame on; nil hides it.
func (o *cursorOutput) place(at *cell) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.at = at
}

// stop lets everything through as it is from now on.
func (o *cursorOutput) stop() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.closed = true
}

func (o *cursorOutput) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.closed {
		return o.File.Write(p)
	}
	after := "\x1b[?25l"
	if o.at != nil {
		after = fmt.Sprintf("\x1b[%d;%dH\x1b[?25h", o.at.row+1, o.at.column+1)
	}
	if _, err := o.File.Write(append(p[:len(p):len(p)], after...)); err != nil {
		return 0, err
	}
	return len(p), nil
}
