package questionnaires_test

import (
	"slices"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// TestAnAmbulanceIsNowOrNotAtAll: a step is as soon as what it carries for certain, so
// that "Emergency services: today" stands on nobody's result, whoever she is, as long as no
// need that an ambulance can meet waits. What is only possible may: it makes no step.
func TestAnAmbulanceIsNowOrNotAtAll(t *testing.T) {
	for name, q := range map[string]*questionnaire.Questionnaire{"maternal": maternal(t), "worried": worried(t)["en"]} {
		ambulance := q.Clinician("emergency-services")
		named := false
		for _, r := range q.Rules {
			if !slices.ContainsFunc(r.Needs, func(n questionnaire.Need) bool { return slices.Contains(n.AnyOf, ambulance) }) {
				continue
			}
			named = true
			if r.Urgency != questionnaire.Now {
				t.Errorf("%s: %s calls an ambulance %s", name, r.ID, r.Urgency)
			}
		}
		if !named {
			t.Errorf("%s: no rule names an ambulance", name)
		}
	}
}
