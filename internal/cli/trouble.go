package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wrap"
)

// because is an error in her words, with what the system said of it.
func because(words string, err error) error {
	return inWords{wording.Fill(words, "why", err.Error()), err}
}

type inWords struct {
	said string
	err  error
}

func (e inWords) Error() string { return e.said }
func (e inWords) Unwrap() error { return e.err }

// quoted is an argument as a message repeats it: as it was typed if it is a plain
// word, and otherwise in quotes, with what does not show written out.
func quoted(argument string) string {
	plain := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_./\\:=,+@%~", r)
	}
	if argument != "" && utf8.ValidString(argument) && strings.IndexFunc(argument, func(r rune) bool { return !plain(r) }) < 0 {
		return argument
	}
	return strconv.Quote(argument)
}

// legible writes to a terminal what is said about the run. Whatever it holds, an
// argument or what the system said of a file, none of it speaks to the terminal:
// characters that do not show are written out. Where the terminal is narrower than a
// line, that ends between two words.
type legible struct {
	to    io.Writer
	width int // of the terminal; 0: it is none
}

func (l legible) Write(p []byte) (int, error) {
	var shown strings.Builder
	for text := string(p); text != ""; {
		r, n := utf8.DecodeRuneInString(text)
		switch {
		case r == '\n':
			shown.WriteByte('\n')
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&shown, `\x%02x`, text[0])
		case folder.IsLegible(string(r)):
			shown.WriteRune(r)
		default:
			shown.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		}
		text = text[n:]
	}
	if _, err := io.WriteString(l.to, l.wrapped(shown.String())); err != nil {
		return 0, err
	}
	return len(p), nil
}

// wrapped is a text with its whole lines as wide as the terminal, set in as they were.
func (l legible) wrapped(text string) string {
	var rows strings.Builder
	for line := range strings.SplitAfterSeq(text, "\n") {
		said, whole := strings.CutSuffix(line, "\n")
		if !whole || l.width <= 0 {
			rows.WriteString(line)
			continue
		}
		words := strings.TrimLeft(said, " ")
		lead := said[:len(said)-len(words)]
		rows.WriteString(strings.Join(wrap.Hang(lead, words, l.width), "\n") + "\n")
	}
	return rows.String()
}
