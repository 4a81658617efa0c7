package questionnaires_test

import (
	"math/rand/v2"
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

// TestNobodyWellIsToldToCallTheNumberForDanger: whoever she is and wherever she lives, a step that
// is not for now and not about a danger begins with no number for danger to life. Where there is no poison centre,
// as in Spain and Mexico, its number stands for one only now.
func TestNobodyWellIsToldToCallTheNumberForDanger(t *testing.T) {
	q := maternal(t)
	all, random := newCrowd(q), rand.New(rand.NewPCG(112, 911))
	poisonCentre, pharmacist := q.Clinician("poison-centre"), q.Clinician("pharmacist")
	var about []*questionnaire.Rule
	for _, r := range q.Rules {
		if r.Urgency < questionnaire.Now && slices.ContainsFunc(r.Needs, func(n questionnaire.Need) bool { return slices.Contains(n.AnyOf, poisonCentre) }) {
			about = append(about, r)
		}
	}
	carried := 0
	for n := range 400 {
		s := all.person(random, about[n%len(about)].When).state(q)
		for _, region := range q.Regions {
			for _, step := range s.Plan(region).Steps {
				if step.Urgency == questionnaire.Now {
					continue
				}
				var certain []*questionnaire.Rule
				for _, r := range step.Reasons[:step.Certain] {
					certain = append(certain, r.Rule)
				}
				if slices.ContainsFunc(certain, func(r *questionnaire.Rule) bool { return r.Interrupt }) {
					continue // a danger, such as chest pain: its page says when it is the ambulance
				}
				lines := questionnaire.StepLines(step.Clinician, certain, step.Urgency, region)
				if len(lines) > 0 && lines[0].Kind == "emergency" {
					t.Fatalf("in %s %s, %s, is %s", region.ID, step.Clinician.ID, step.Urgency, lines[0].ID)
				}
				if len(region.LinesOf("poison")) == 0 && step.Clinician.Index == pharmacist.Index && slices.ContainsFunc(certain, func(r *questionnaire.Rule) bool { return slices.Contains(about, r) }) {
					carried++
				}
			}
		}
	}
	if carried < 100 {
		t.Errorf("only %d pharmacists were there instead", carried)
	}
}
