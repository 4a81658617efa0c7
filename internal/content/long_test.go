package content

import (
	"strings"
	"testing"
	"time"
)

// A stranger's text may be as long as the reader takes it, and may say one thing again
// and again: whoever opens the folder must not wait for that. Each of these took minutes,
// because the work grew with the square of the length, or faster.
func TestLongTextsKeepNobodyWaiting(t *testing.T) {
	const longest, enough = 19_900, 20 * time.Second // it takes about half a second
	for _, again := range []string{"5 mg ", "555-", "one ", "half a "} {
		start := time.Now()
		Check(read(t, map[string]string{"REASON": strings.Repeat(again, longest/len(again))}), today)
		if took := time.Since(start); took > enough {
			t.Errorf("%q again and again: it took %v", again, took)
		}
	}
}
