package keyboard

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The bits of what is held down beside a key.
const (
	shift = 1 << iota
	alt
	ctrl
	super
	hyper
	meta
	capsLock
	numLock
)

// parameters are what stands between ESC [ and the letter at the end.
type parameters struct {
	numbers  []int
	with     int // the bits of what is held down
	shifted  int // the letter that the key gives with shift, where the terminal says it
	latin    int // the letter that the key has on a Latin keyboard, where the terminal says it
	released bool
}

// readParameters reads "97:65;5:1". ok is false for what no key has.
func readParameters(text string) (p parameters, ok bool) {
	if text == "" {
		return p, true
	}
	for i, part := range strings.Split(text, ";") {
		fields := strings.Split(part, ":")
		n, err := strconv.ParseUint(cmp.Or(fields[0], "1"), 10, 31)
		if err != nil || i > 2 {
			return p, false
		}
		p.numbers = append(p.numbers, int(n))
		if len(fields) > 1 && i == 0 {
			p.shifted, _ = strconv.Atoi(fields[1])
		}
		if len(fields) > 2 && i == 0 {
			p.latin, _ = strconv.Atoi(fields[2])
		}
		p.released = p.released || i == 1 && len(fields) > 1 && fields[1] == "3"
	}
	if len(p.numbers) > 1 {
		// Locks change none of the keys that the pages know.
		p.with = (p.numbers[1] - 1) &^ (capsLock | numLock)
	}
	return p, true
}

// key is the key that a control sequence stands for, as it has always been written.
// It is "" for what is none: an answer of the terminal, a key let go.
func key(text string, final byte) string {
	if final == '_' {
		return ofWindows(text)
	}
	p, ok := readParameters(text)
	if !ok || p.released {
		return ""
	}
	number := 0
	if len(p.numbers) > 0 {
		number = p.numbers[0]
	}
	switch {
	case final == 'u' && len(p.numbers) > 0:
		return coded(number, p)
	case final == '~' && number == 27 && len(p.numbers) == 3: // as xterm writes it
		return coded(p.numbers[2], p)
	case final == '~' && number >= 1 && number <= 34 && len(p.numbers) < 3:
		return plainly(number, p.with, final)
	case final == 'Z':
		return "\x1b[Z"
	case strings.IndexByte("ABCDFHPQRS", final) >= 0 && number <= 1 && len(p.numbers) < 3:
		return plainly(0, p.with, final)
	}
	return ""
}

// plainly writes a key as every terminal has written it. A number of 0 is that of
// a key which has none.
func plainly(number, with int, final byte) string {
	switch {
	case with != 0:
		return "\x1b[" + strconv.Itoa(max(number, 1)) + ";" + strconv.Itoa(1+with) + string(final)
	case number > 0:
		return "\x1b[" + strconv.Itoa(number) + string(final)
	case final >= 'P':
		return "\x1bO" + string(final)
	}
	return "\x1b[" + string(final)
}

// coded is a key that is written as the code of its letter: "enhanced keys", which a
// program before this one may have left switched on.
// Source: https://sw.kovidgoyal.net/kitty/keyboard-protocol/.
func coded(code int, p parameters) string {
	to, functional := functional[code]
	letter := rune(code)
	if p.with&ctrl != 0 && code >= 0x80 && p.latin > 0 { // ctrl+с on a Cyrillic keyboard is ctrl+c
		code, letter = p.latin, rune(p.latin)
	}
	switch {
	case p.with&ctrl != 0 && code < 0x80 && unicode.IsLetter(letter):
		return string(unicode.ToLower(letter) & 0x1f)
	case p.with&^shift != 0:
		return "" // a key that no page knows
	case code == '\t' && p.with == shift:
		return "\x1b[Z"
	case functional:
		return to
	case !unicode.IsGraphic(letter) || !utf8.ValidRune(letter):
		return ""
	case p.with == shift && p.shifted > ' ':
		return string(rune(p.shifted))
	case p.with == shift:
		return string(unicode.ToUpper(letter))
	}
	return string(letter)
}

// ofWindows is a key as a Windows console writes it, where a program before this one has
// asked for that: the number of the key, its place, its letter, whether it is pressed, what is
// held down, and how many times.
// Source: Microsoft, "Win32 Input Mode sequences" (Windows Terminal, spec #4999).
func ofWindows(text string) string {
	var fields [4]int
	for i, part := range strings.SplitN(text, ";", 7) {
		n, err := strconv.ParseUint(cmp.Or(part, "0"), 10, 21)
		if err != nil {
			return ""
		}
		if i < len(fields) {
			fields[i] = int(n)
		}
	}
	number, letter, pressed := fields[0], rune(fields[2]), fields[3] == 1
	switch {
	case !pressed:
		return ""
	case letter == 0:
		return windowsKeys[number]
	case letter == '\b':
		return functional['\b']
	case letter < ' ' || unicode.IsGraphic(letter) && utf8.ValidRune(letter):
		return string(letter)
	}
	return ""
}

// windowsKeys are the numbers that Windows gives to keys without a letter.
var windowsKeys = map[int]string{
	0x21: "\x1b[5~", 0x22: "\x1b[6~", 0x23: "\x1b[F", 0x24: "\x1b[H", 0x25: "\x1b[D", 0x26: "\x1b[A", 0x27: "\x1b[C", 0x28: "\x1b[B",
	0x70: "\x1bOP", 0x7b: "\x1b[24~",
}

// functional are the codes of keys that give no letter, and of those on the keypad.
var functional = map[int]string{
	'\t': "\t", '\r': "\r", 0x1b: "\x1b", 0x7f: "\x7f", '\b': "\x7f",
	57399: "0", 57400: "1", 57401: "2", 57402: "3", 57403: "4",
	57404: "5", 57405: "6", 57406: "7", 57407: "8", 57408: "9",
	57409: ".", 57410: "/", 57411: "*", 57412: "-", 57413: "+", 57414: "\r", 57415: "=", 57416: ",",
	57417: "\x1b[D", 57418: "\x1b[C", 57419: "\x1b[A", 57420: "\x1b[B",
	57421: "\x1b[5~", 57422: "\x1b[6~", 57423: "\x1b[H", 57424: "\x1b[F", 57425: "\x1b[2~", 57426: "\x1b[3~",
}

// keypad is what ESC O begins: an arrow, a function key, or a key of the keypad in
// the mode that programs use. Source: xterm's ctlseqs, "PC-Style Function Keys" and
// "VT220-Style Function Keys".
func keypad(out, b []byte) ([]byte, int) {
	for i := 2; i < len(b); i++ {
		c := b[i]
		switch {
		case i == longestSequence, c < ' ', c > '~':
			return out, i
		case c >= '0' && c <= '9' || c == ';':
			continue // what is held down
		case strings.IndexByte("ABCDHFPQRS", c) >= 0:
			return append(out, key(string(b[2:i]), c)...), i + 1
		case c == 'M':
			return append(out, '\r'), i + 1
		case c == 'X':
			return append(out, '='), i + 1
		case c >= 'j' && c <= 'y':
			return append(out, c-'j'+'*'), i + 1 // '*' to '9' in both
		}
		return out, i + 1
	}
	return out, 0
}
