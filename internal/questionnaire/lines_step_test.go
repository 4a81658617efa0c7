package questionnaire_test

import (
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// TestAStepThatCannotWaitOpensWithALineThatAnswers: at night a line with hours is behind
// one that is never shut; a step that can wait begins with its own line.
func TestAStepThatCannotWaitOpensWithALineThatAnswers(t *testing.T) {
	ambulance := &questionnaire.HelpLine{ID: "ambulance", Kind: "emergency", Call: "1"}
	peers := &questionnaire.HelpLine{ID: "peers", Kind: "peer", Call: "2", Hours: "Daily, 11:00 to 23:00"}
	region := &questionnaire.Region{Lines: []*questionnaire.HelpLine{peers, ambulance}}
	who := &questionnaire.Clinician{Line: "peer"}
	for urgency, want := range map[questionnaire.Urgency]*questionnaire.HelpLine{questionnaire.Now: ambulance, questionnaire.Today: peers} {
		if got := questionnaire.StepLines(who, nil, urgency, region)[0]; got != want {
			t.Errorf("%v: the step opens with %s, want %s", urgency, got.ID, want.ID)
		}
	}
	peers.Open.Always = true
	if got := questionnaire.StepLines(who, nil, questionnaire.Now, region)[0]; got != peers {
		t.Errorf("a line that always answers gives way to %s", got.ID)
	}
}
