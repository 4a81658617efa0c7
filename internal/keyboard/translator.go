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

// lateness is how long after that silence the rest is still known for what it is. Nothing
// waits for it, so it may be long; it is shorter than what somebody needs who presses Esc
// and then begins to write.
const lateness = time.Second

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
	// late is what silence has ended although it was no whole key, in case that its rest
	// still comes.
	late []byte
	// told: what is late was given out as the key Esc, so its rest is nobody's key.
	told bool
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
// Esc, a paste is at its end, and half of a sequence is nothing until its rest comes.
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
		t.late, t.told = held, true
		return held
	}
	t.late = held
	return nil
}

// forget: what comes from now on is nobody's rest.
func (t *translator) forget() { t.late, t.told = nil, false }

// belated puts what is late before its rest. Without it, an arrow in slow pieces would be
// letters, which choose and write.
func (t *translator) belated(in []byte) []byte {
	late := t.late
	t.late = nil
	if len(late) == 0 || len(in) == 0 {
		return in
	}
	if !continues(late, in) {
		t.told = false
		return in
	}
	return append(bytes.Clone(late), in...)
}

// continues reports whether this may be the rest of half a key. An escape by itself was most
// likely the key Esc: only what no name begins with follows it, or a key of the keypad that
// came as one.
func continues(late, in []byte) bool {
	switch {
	case late[0] != escape: // half a letter
		return !utf8.RuneStart(in[0])
	case len(late) == 1:
		return in[0] == '[' || in[0] == 'O' && len(in) == 2 && in[1] > ' ' && in[1] < 0x7f
	}
	return in[0] >= ' ' && in[0] < 0x7f
}

// take translates bytes. It gives no more of them than it takes and holds, but for
// the end of a paste.
func (t *translator) take(in []byte) (out []byte) {
	b := append(t.held, t.belated(in)...)
	t.held = nil
	for len(b) > 0 {
		var n int
		before := len(out)
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
		if t.told {
			out, t.told = untold(out, before), false
		}
		b = b[n:]
		if !t.pasting && len(out) > 0 && out[len(out)-1] == escape && len(b) > 0 {
			return alone(out, b)
		}
	}
	return out
}

// untold takes back the key at the end of what is given out, since its first piece was
// given out as Esc and the page may be another one now. What is meant on every page stays:
// to leave, to cover the screen, to see the help lines, and the beginning of a paste.
func untold(out []byte, before int) []byte {
	switch string(out[before:]) {
	case string(rune(interrupt)), "\x1b[24~", "\x1bOP", "\x1b[11~", pasteBegin:
		return out
	}
	return out[:before]
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
