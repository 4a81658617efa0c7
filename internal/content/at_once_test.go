package content

import (
	"maps"
	"reflect"
	"slices"
	"sync"
	"testing"
)

// TestSeveralAtOnce checks from several goroutines, as a preview may while it reads again,
// before the words of any language were read: each finds what the others find. The race
// detector of CI watches this.
func TestSeveralAtOnce(t *testing.T) {
	formulary() // read by all of them, and changed by none
	languages := []string{"en", "es"}
	found := make([]map[string][]string, 6)
	var checks sync.WaitGroup
	for i := range found {
		language := languages[i%len(languages)]
		rows := table(t, "must-catch-"+language)[:8]
		checks.Go(func() { found[i] = foundIn(language, rows) })
	}
	checks.Wait()
	for i, f := range found {
		if first := found[i%len(languages)]; len(f) == 0 || !reflect.DeepEqual(f, first) {
			t.Errorf("%v was found beside %v", slices.Sorted(maps.Keys(f)), slices.Sorted(maps.Keys(first)))
		}
	}
}
