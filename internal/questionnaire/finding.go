package questionnaire

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/order"
)

// Severity says what a finding means for whoever wants to ship.
type Severity uint8

const (
	Note    Severity = iota // worth knowing
	Warning                 // worth fixing; an error only when the maintainer asks for strictness
	Error                   // must not ship
)

var severityWords = []string{"note", "warning", "error"}

func (s Severity) String() string { return severityWords[s] }

// Finding is one thing that is wrong with a questionnaire: a value, made into
// text, JSON or SARIF only at the edge.
type Finding struct {
	Check    *Check
	Severity Severity // the check's, or less
	About    Subject  // the noun that is wrong; none where the reader could make none
	At       Position
	Message  string // lower case, no full stop; what is wrong and what to write instead
	Example  *Person
	Stale    *Stale // of a translation that is missing or outdated
}

// Stale tells what has become of a translation since its original was written.
type Stale struct {
	Language string
	Key      string
	Old, New string // the original, as it was translated and as it is
	Now      string // what the translation says
}

func (f Finding) String() string {
	return fmt.Sprintf("%s: %s: %s [%s]", f.At, f.Severity, f.Message, f.Check.ID())
}

// SortFindings puts findings into the order of a reader's eye: by file, line
// and column, the most severe first at one place.
func SortFindings(findings []Finding) {
	order.Stable(findings, func(a, b *Finding) int {
		return cmp.Or(
			strings.Compare(a.At.File, b.At.File),
			cmp.Compare(a.At.Origin, b.At.Origin),
			cmp.Compare(a.At.Line, b.At.Line),
			cmp.Compare(a.At.Column, b.At.Column),
			cmp.Compare(b.Severity, a.Severity),
			strings.Compare(a.Check.ID(), b.Check.ID()),
			strings.Compare(a.Message, b.Message),
		)
	})
}

// HasErrors reports whether any finding must not ship.
func HasErrors(findings []Finding) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Severity == Error })
}

// Message is a finding's message, its quotations no longer than anybody reads.
func Message(format string, args ...any) string {
	for i, arg := range args {
		if s, ok := arg.(string); ok {
			args[i] = shortened(s)
		}
	}
	return fmt.Sprintf(format, args...)
}

// shortened keeps a whole page that stands where a word should from filling
// the message.
func shortened(s string) string {
	const most = 200
	if letters := []rune(s); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return s
}
