package wrap

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// bond says how closely a word belongs to the one before it.
type bond uint8

const (
	apart    bond = iota
	near          // "text" and "HOME to 741741": the first to be parted where all do not fit
	together      // "call" and its number: parted only where both do not fit on one line
	one           // the groups of a number
)

// word is a run of letters and signs between gaps.
type word struct {
	gap   string // what stands before it
	text  string
	plain string // the text without sequences that colour it
	bond  bond
}

// piece is what stays on one line where a line has room for it.
type piece struct {
	gap   string
	words []word
}

// words takes a paragraph apart at its spaces; a no-break space is none.
func words(paragraph string) []word {
	var all []word
	for rest := paragraph; rest != ""; {
		from := strings.IndexFunc(rest, func(c rune) bool { return !isGap(c) })
		if from < 0 {
			break // what stands at the end of a line is not seen
		}
		gap := rest[:from]
		rest = rest[from:]
		to := strings.IndexFunc(rest, isGap)
		if to < 0 {
			to = len(rest)
		}
		w := word{gap: gap, text: rest[:to], plain: rest[:to]}
		if strings.ContainsRune(w.text, '\x1b') {
			w.plain = ansi.Strip(w.text)
		}
		all = append(all, w)
		rest = rest[to:]
	}
	tie(all)
	return hyphens(all)
}

func isGap(c rune) bool {
	return unicode.IsSpace(c) && c != '\u00a0' && c != '\u2007' && c != '\u202f'
}

// pieces puts words together that belong together at least so closely; those
// that do not fit on a line then, less so.
func pieces(all []word, least bond, width int) []piece {
	var done []piece
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].bond >= least {
			to++
		}
		p := piece{gap: all[from].gap, words: all[from:to]}
		if p.width() > width && least < one {
			done = append(done, pieces(p.words, least+1, width)...)
		} else {
			done = append(done, p)
		}
		from = to
	}
	return done
}

func (p piece) text() string {
	text := p.words[0].text
	for _, w := range p.words[1:] {
		text += w.gap + w.text
	}
	return text
}

func (p piece) width() int { return ansi.StringWidth(p.text()) }

// alone tells what has its lines to itself when it is wider than one: a number
// or an address that went on into other words could not be copied.
func (p piece) alone() bool {
	return len(p.words) > 1 || isAddress(p.words[0].plain) || isCalled(p.words[0].plain)
}

// closed is a number without the spaces between its digits: what is said digit by
// digit is wider than what is dialled, and whole it is a number, halves are none. A
// piece of anything else is as it was.
func (p piece) closed() piece {
	var all strings.Builder
	for i, w := range p.words {
		if i > 0 && w.bond < one || strings.ContainsFunc(w.text, unicode.IsLetter) || w.text != w.plain {
			return p
		}
		all.WriteString(w.text)
	}
	text := all.String()
	return piece{gap: p.gap, words: []word{{gap: p.gap, text: text, plain: text}}}
}

// broken breaks a piece that is wider than a line: between its words, and a word
// that is wider too within.
func (p piece) broken(width int) []string {
	var lines []string
	line := ""
	for _, w := range p.words {
		if line != "" && ansi.StringWidth(line+w.gap+w.text) <= width {
			line += w.gap + w.text
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		parts := brokenWord(w, width)
		lines, line = append(lines, parts[:len(parts)-1]...), parts[len(parts)-1]
	}
	return append(lines, line)
}

// brokenWord breaks an address behind one of its signs, and any other word where
// the line ends.
func brokenWord(w word, width int) []string {
	if w.text != w.plain || !isAddress(w.plain) {
		return strings.Split(ansi.Hardwrap(w.text, width, false), "\n")
	}
	var lines []string
	rest := w.text
	for ansi.StringWidth(rest) > width {
		most := ansi.Truncate(rest, width, "")
		for _, signs := range []string{"/?&", "-._="} {
			if at := strings.LastIndexAny(most, signs); at >= len("https://") {
				most = most[:at+1]
				break
			}
		}
		if most == "" { // a character that is wider than a line
			break
		}
		lines, rest = append(lines, most), rest[len(most):]
	}
	return append(lines, rest)
}
