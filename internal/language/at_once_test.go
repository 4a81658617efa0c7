package language

import (
	"sync"
	"testing"
)

// TestSeveralAtOnce asks each language for everything from several goroutines, before any
// of it was read. The race detector of CI watches this.
func TestSeveralAtOnce(t *testing.T) {
	counted := make([]int, 6)
	var readers sync.WaitGroup
	for i := range counted {
		readers.Go(func() {
			for _, l := range All() {
				l.Words()
				l.Reading()
				l.Typed()
				l.Names()
				l.Patterns("dose")
				l.Likeness()
				FormOf(l.Tag(), 2)
				for _, word := range []string{"medicine", "psychedelic", "breastfeeding", "medicamento"} {
					counted[i] += l.Syllables(word)
				}
			}
		})
	}
	readers.Wait()
	for _, n := range counted {
		if n == 0 || n != counted[0] {
			t.Errorf("%d syllables were counted beside %d", n, counted[0])
		}
	}
}
