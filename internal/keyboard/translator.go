package keyboard

import (
	"bytes"
	"time"
	"unicode/utf8"
)

const (
	interrupt  = 0x03 // ctrl+c
	escape     = 0x1b
	pasteBegin = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// How long the rest of something may keep us waiting. On a slow line the pieces of
// an arrow key have come 50 ms apart; somebody who presses Esc does not notice as
// much. A terminal that pastes does not stop half a second in the middle.
const (
	patienceForSequence = 60 * time.Millisecond
	patienceForPaste    = 500 * time.Millisecond
)

// longestSequence is more than any key needs.
const longestSequence = 32

// room is what a translation may need beyond what it takes: for what was held, and for
// the end of a paste.
const room = longestSequence + len(pasteEnd) + 8

// translator is where the reading stands between one read and the next.
type translator struct {
	held    []byte // the beginning of something whose end has not come
	pasting bool
	// endless: a string, such as the answer of a terminal to a question, which is
	// dropped until its end.
	endless bool
}

// patience is how long to wait for the rest before silence is taken for the end;
// 0: nothing is open.
func (t *translator) patience() time.Duration {
	switch {
	case len(t.held) > 0, t.endless:
		return patienceForSequence
	case t.pasting:
		return patienceForPaste
	}
	return 0
}

// silence ends what is open, since nothing follows: an escape by itself is the key
// Esc, a paste is at its end, and half of a sequence is nothing.
func (t *translator) silence() (out []byte) {
	held, endless := t.held, t.endless
	t.held, t.endless = nil, false
	switch {
	case endless:
		return nil
	case t.pasting && len(held) > 0: // the paste itself may go on
		return held
	case t.pasting:
		t.pasting = false
		return []byte(pasteEnd)
	case len(held) == 1 && held[0] == escape:
		return held
	}
	return nil
}

// take translates bytes. It gives no more of them than it takes and holds, but for
// the end of a paste.
func (t *translator) take(in []byte) (out []byte) {
	b := append(t.held, in...)
	t.held = nil
	for len(b) > 0 {
		var n int
		switch {
		case b[0] == interrupt:
			if t.pasting {
				out = append(out, pasteEnd...)
			}
			t.pasting, t.endless = false, false
			out, n = append(out, interrupt), 1
		case t.pasting:
			out, n = t.pasted(out, b)
		case t.endless && b[0] != escape:
			t.endless, n = b[0] != '\a', 1
		case t.endless && len(b) > 1 && b[1] == '\\':
			t.endless, n = false, 2
		case b[0] == escape:
			out, n = t.sequence(out, b)
		default:
			out, n = letter(out, b)
		}
		if n == 0 { // its end is still to come
			t.held = bytes.Clone(b)
			return out
		}
		b = b[n:]
		if !t.pasting && len(out) > 0 && out[len(out)-1] == escape && len(b) > 0 {
			return alone(out, b)
		}
	}
	return out
}

// alone keeps a key Esc from what came in the same moment, since behind an escape
// that would be taken for a part of it. Ctrl+c is never lost.
func alone(out, rest []byte) []byte {
	if bytes.IndexByte(rest, interrupt) >= 0 {
		out[len(out)-1] = interrupt
	}
	return out
}

// letter passes on one letter, or a control character. Half of one is held, and what
// is none is dropped.
func letter(out, b []byte) ([]byte, int) {
	if !utf8.FullRune(b) {
		return out, 0
	}
	r, n := utf8.DecodeRune(b)
	if r == utf8.RuneError && n == 1 {
		return out, 1
	}
	return append(out, b[:n]...), n
}

// pasted passes on what is pasted, up to its end. Ctrl+c ends it however the terminal
// writes that: the end of the paste may never come.
func (t *translator) pasted(out, b []byte) ([]byte, int) {
	switch {
	case bytes.HasPrefix(b, []byte(pasteEnd)):
		t.pasting = false
		return append(out, pasteEnd...), len(pasteEnd)
	case bytes.HasPrefix([]byte(pasteEnd), b):
		return out, 0
	}
	if leaves, n := interrupts(b); leaves {
		t.pasting = false
		return append(append(out, pasteEnd...), interrupt), n
	} else if n == 0 {
		return out, 0
	}
	return append(out, b[0]), 1
}

// interrupts reports whether these bytes begin with ctrl+c as a control sequence, and how
// long that is; 0: its end is still to come.
func interrupts(b []byte) (leaves bool, n int) {
	if b[0] != escape || len(b) > 1 && b[1] != '[' {
		return false, 1
	}
	for i := 2; i < min(len(b), longestSequence); i++ {
		if c := b[i]; c < 0x20 || c > 0x3f {
			return key(string(b[2:i]), c) == string(rune(interrupt)), i + 1
		}
	}
	return false, min(1, len(b)/longestSequence)
}
