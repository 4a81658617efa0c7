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
// characters that do not show are written out.
type legible struct{ to io.Writer }

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
	if _, err := io.WriteString(l.to, shown.String()); err != nil {
		return 0, err
	}
	return len(p), nil
}
