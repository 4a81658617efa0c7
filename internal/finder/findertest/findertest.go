// Package findertest has the names of medicines as people misspell and shorten them.
// The finder's own tests look for them in a list of their own, and those of the
// questionnaire in the real one.
package findertest

import (
	_ "embed"
	"iter"
	"strings"
)

//go:embed typed.txt
var typedFile string

// Typed is each of them with the generic names to propose, the first one first; none
// for what names no medicine.
func Typed() iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		for line := range strings.Lines(typedFile) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			names, all, _ := strings.Cut(strings.TrimSpace(line), ": ")
			var want []string
			if names = strings.TrimPrefix(names, ":"); names != "" {
				want = strings.Split(names, ", ")
			}
			for typed := range strings.SplitSeq(all, ", ") {
				if !yield(typed, want) {
					return
				}
			}
		}
	}
}
