package wrap

import (
	"strings"
	"unicode"
)

// Run is a part of a text. The runs of a text are all of it, in order.
type Run struct {
	Text  string
	Whole bool // a line must not end within it, where it fits on one
}

// Runs tells what of a text stays together, to who leaves the breaking of lines
// to somebody else, such as a browser.
func Runs(text string) []Run {
	var all []Run
	add := func(text string, whole bool) {
		if last := len(all) - 1; last >= 0 && !whole && !all[last].Whole {
			all[last].Text += text
		} else if text != "" {
			all = append(all, Run{text, whole})
		}
	}
	rest := text
	for _, p := range pieces(words(text), near, len(text)) {
		said := p.text()
		add(p.gap, false)
		add(said, p.stays())
		rest = rest[len(p.gap)+len(said):]
	}
	add(rest, false) // what stands at the end of a line
	return all
}

// stays tells a piece within which a browser would end a line: between words, at
// a hyphen of a number, at a sign of an address.
func (p piece) stays() bool {
	return len(p.words) > 1 || isAddress(p.words[0].plain) ||
		strings.ContainsAny(p.words[0].plain, "-/") && strings.ContainsFunc(p.words[0].plain, unicode.IsDigit)
}
