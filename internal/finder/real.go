package finder

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

//go:embed real-names.txt
var realNamesFile string

// realNames are words that are not slips of the hand, by their folded forms.
var realNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for line := range strings.Lines(realNamesFile) {
		if name := questionnaire.Fold(line); name != "" && !strings.HasPrefix(line, "#") {
			names[name] = true
		}
	}
	return names
})

// isRealName reports whether what was typed is a real name, so that it is not taken for
// a misspelling of another.
func isRealName(r *reading) bool {
	for _, key := range r.keys {
		if realNames()[key] {
			return true
		}
	}
	return false
}

// sharesWord reports whether a name has one of the words that were typed.
func (r *reading) sharesWord(name []string) bool {
	for _, w := range r.words {
		for _, n := range name {
			if w == n && len(w) > 2 {
				return true
			}
		}
	}
	return false
}
