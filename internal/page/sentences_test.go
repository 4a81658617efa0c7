package page_test

import (
	"strings"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

func TestTheActionNamesTheRegionsNumber(t *testing.T) {
	w := wording.English()
	region := &questionnaire.Region{Lines: []*questionnaire.HelpLine{
		{ID: "e", Kind: "emergency", Call: "112"}, {ID: "c", Kind: "crisis", Call: "024"},
	}}
	for first, want := range map[string]string{
		"Call {emergency} now.": "Call 112 now.",
		"Call {crisis} now.":    "Call 024 now.",
		"Call {poison} now.":    "Call 112 now.", // no such line: the emergency line
		"Stay with somebody.":   "Stay with somebody.",
	} {
		if got := page.FirstAct(w, first, region); got != want {
			t.Errorf("%q became %q, want %q", first, got, want)
		}
	}
	if got := page.FirstAct(w, "Call {crisis} now.", &questionnaire.Region{}); got != "Call your local emergency number now." {
		t.Errorf("without any number: %q", got)
	}
}

func TestAHelpLineSaysWhenItsNumberWasChecked(t *testing.T) {
	w := wording.English()
	line := &questionnaire.HelpLine{Name: "A line", Call: "200", Checked: time.Date(2026, 10, 7, 0, 0, 0, 0, time.UTC)}
	if got := strings.Join(page.About(w, line), " "); !strings.Contains(got, "2026-10-07") {
		t.Errorf("no date in %q", got)
	}
	line.Checked = time.Time{}
	if got := strings.Join(page.About(w, line), " "); !strings.Contains(got, w.Line.Unchecked) {
		t.Errorf("says nothing of the missing date: %q", got)
	}
}

// TestEveryUrgencyHasWordsOfItsOwn, so that one that is added is not shown as the
// least urgent.
func TestEveryUrgencyHasWordsOfItsOwn(t *testing.T) {
	seen := map[string]questionnaire.Urgency{}
	for _, u := range questionnaire.Urgencies() {
		words := page.Urgent(wording.English(), u)
		if other, twice := seen[words]; twice || words == "" {
			t.Errorf("%v and %v are both %q", other, u, words)
		}
		seen[words] = u
	}
}
