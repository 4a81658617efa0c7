package page

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestAListenerIsRelievedByAListener: at the hours when a line for mothers, for a loss or
// of peers is shut, the number told is that of a line that listens at night. It is the
// ambulance's where a poisoning or fear at home is the matter, and where nobody listens.
func TestAListenerIsRelievedByAListener(t *testing.T) {
	shutAtNight := func(kind string) *questionnaire.HelpLine {
		return &questionnaire.HelpLine{Kind: kind, Call: "100", Hours: "Daily, 8:00 to 22:00"}
	}
	listens := &questionnaire.HelpLine{Kind: "crisis", Call: "300"}
	listens.Open.Always = true
	ambulance := &questionnaire.HelpLine{Kind: "emergency", Call: "900"}
	ambulance.Open.Always = true
	both := &questionnaire.Region{ID: "both", Lines: []*questionnaire.HelpLine{ambulance, listens}}
	alone := &questionnaire.Region{ID: "alone", Lines: []*questionnaire.HelpLine{ambulance}}
	for kind, want := range map[string]string{"maternal": "300", "loss": "300", "peer": "300", "poison": "900", "violence": "900", "substance": "900"} {
		if got := strings.Join(shut(wording.English(), shutAtNight(kind), both), " "); !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %s", kind, got, want)
		}
		if got := strings.Join(shut(wording.English(), shutAtNight(kind), alone), " "); !strings.Contains(got, "900") {
			t.Errorf("%s where nobody listens: %q", kind, got)
		}
	}
}
