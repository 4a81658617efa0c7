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

// realName is a real name that the list does not have.
type realName struct {
	key     string
	letters letterSet
}

// realNamesElsewhere are the real names of which this list has none.
func (f *Index) realNamesElsewhere() []realName {
	var names []realName
	for key := range realNames() {
		if f.named[key] == nil {
			names = append(names, realName{key, lettersOf(key)})
		}
	}
	return names
}

// nearestReal is how many mistakes lie between what was typed and the nearest real name
// that the list does not have; more than limit are told as one more. Who is nearer to such
// a name does not mean one of the list.
func (f *Index) nearestReal(key string, letters letterSet, limit int) int {
	nearest := limit + 1
	for _, name := range f.real {
		nearest = min(nearest, distance(key, letters, name.key, name.letters, nearest-1))
	}
	return nearest
}
