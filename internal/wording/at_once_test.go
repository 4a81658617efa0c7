package wording

import (
	"sync"
	"testing"
)

// TestSeveralAtOnce asks for the words of every language from several goroutines: all get
// the same, read once. The race detector of CI watches this.
func TestSeveralAtOnce(t *testing.T) {
	got := make([][]*Words, 6)
	var readers sync.WaitGroup
	for i := range got {
		readers.Go(func() {
			for _, tag := range All() {
				got[i] = append(got[i], In(tag))
			}
		})
	}
	readers.Wait()
	for _, words := range got {
		for i, w := range words {
			if w == nil || w != got[0][i] {
				t.Errorf("the words of %s were read twice", All()[i])
			}
		}
	}
}
