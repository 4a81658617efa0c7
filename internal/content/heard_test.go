package content

import (
	"strings"
	"testing"
)

// TestWhatIsHeardBeforeAQuestion: eighteen words, and then it is late.
func TestWhatIsHeardBeforeAQuestion(t *testing.T) {
	for n, late := range map[int]bool{18: false, 19: true} {
		found := of(Check(read(t, map[string]string{"BEFORE": strings.TrimSpace(strings.Repeat("milk ", n))}), today), "late-question")
		if (len(found) == 1) != late || late && !strings.Contains(found[0].Message, "is 19 words") {
			t.Errorf("%d words: %v", n, found)
		}
	}
}

// TestANumberInAName is one of the line's own: another may be part of what it is called.
func TestANumberInAName(t *testing.T) {
	for name, said := range map[string]bool{"988 Lifeline": true, "Lifeline 9-8-8": true, "Lifeline": false, "Line 24": false} {
		q := read(t, nil)
		l := q.Regions[0].Lines[0]
		l.Call, l.Text = "988", ""
		if got := repeated(q, l.ID, name) != ""; got != said {
			t.Errorf("%s: %v", name, got)
		}
	}
}
