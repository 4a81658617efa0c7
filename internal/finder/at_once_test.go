package finder

import (
	"reflect"
	"sync"
	"testing"
)

// TestSeveralAtOnce looks from several goroutines for what the words of every language
// are read for: each finds the same. The race detector of CI watches this.
func TestSeveralAtOnce(t *testing.T) {
	f := formularyOf(aFormulary, nil)
	found := make([][][]Match, 6)
	var searches sync.WaitGroup
	for i := range found {
		searches.Go(func() {
			index := New(f)
			for _, typed := range []string{"sertralina", "zolfot", "the pill", "lithium and Prozac", "Tylenol PM", "something for sleep"} {
				for _, name := range index.Names(typed) {
					found[i] = append(found[i], index.Settle(name))
				}
			}
		})
	}
	searches.Wait()
	for _, f := range found {
		if !reflect.DeepEqual(f, found[0]) {
			t.Errorf("%v was found beside %v", f, found[0])
		}
	}
}
