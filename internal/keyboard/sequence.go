package keyboard

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// sequence passes on what an escape begins, as the key that it stands for. 0: its
// end is still to come.
func (t *translator) sequence(out, b []byte) ([]byte, int) {
	if len(b) == 1 {
		return out, 0
	}
	switch b[1] {
	case '[':
		return t.control(out, b)
	case 'O':
		return keypad(out, b)
	case ']', 'P', 'X', '^', '_':
		t.endless = true
		return out, 2
	}
	if b[1] < ' ' || b[1] == 0x7f {
		return out, 1 // what follows is a key of its own: ctrl+c, or another escape
	}
	// Alt and a letter, which mean nothing here.
	if !utf8.FullRune(b[1:]) {
		return out, 0
	}
	_, n := utf8.DecodeRune(b[1:])
	return out, 1 + n
}

// control is a control sequence: ESC [, parameters, and the letter that ends it.
func (t *translator) control(out, b []byte) ([]byte, int) {
	for i := 2; i < len(b); i++ {
		c := b[i]
		switch {
		case i == longestSequence:
			return out, i
		case c >= 0x20 && c <= 0x3f:
			continue
		case c < 0x20 || c > 0x7e: // no sequence has this; whatever it is, it is not lost
			return out, i
		}
		rest := 0
		switch {
		case c == '[' && i == 2:
			rest = 1 // a function key of the Linux console: ESC [ [ A
		case c == 'M' && i == 2:
			rest = 3 // a mouse, which nobody asked for
		}
		if at := bytes.IndexFunc(b[i+1:min(len(b), i+1+rest)], unicode.IsControl); at >= 0 {
			return out, i + 1 + at // ctrl+c is never a part of anything, and no more is another key
		}
		if len(b) <= i+rest {
			return out, 0
		}
		if rest > 0 {
			return out, i + rest + 1
		}
		whole := string(b[:i+1])
		t.pasting = whole == pasteBegin
		if t.pasting {
			return append(out, whole...), len(whole)
		}
		return append(out, key(string(b[2:i]), c)...), len(whole)
	}
	return out, 0
}
