package translation

import (
	"reflect"
	"sync"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// TestSeveralAtOnce checks one translation from several goroutines: each finds the same.
// The race detector of CI watches this.
func TestSeveralAtOnce(t *testing.T) {
	q := small(t)
	var entries []Entry
	for i, text := range q.Texts() {
		if i%2 == 0 {
			text.Text += " Not 12."
		}
		entries = append(entries, Entry{Text: text, To: "Una línea"})
	}
	list, findings := folder.ParseTranslation("es.yaml", Write("es", entries))
	if list == nil {
		t.Fatal(findings)
	}
	found := make([][]questionnaire.Finding, 6)
	var checks sync.WaitGroup
	for i := range found {
		checks.Go(func() { found[i] = Check(q, list) })
	}
	checks.Wait()
	for _, f := range found {
		if len(f) == 0 || !reflect.DeepEqual(f, found[0]) {
			t.Errorf("%v was found beside %v", f, found[0])
		}
	}
}
