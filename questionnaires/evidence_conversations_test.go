package questionnaires_test

import (
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// The tests of this file only mean something if a mother with nothing to report does
// not reach these clinicians anyway.
func TestNothingToReportReachesNoneOfTheCliniciansOfAMedicine(t *testing.T) {
	for _, said := range [][]questionnaire.Given{nil, {given(t, "since-birth", "birth-to-2-years")}} {
		o := outcomeFor(t, said...)
		for _, who := range []string{"prescriber", "pharmacist", "perinatal-psychiatrist", "poison-centre", "emergency-services"} {
			if o.With(maternal(t).Clinician(who)) != nil {
				t.Errorf("%s is reached without a medicine", who)
			}
		}
	}
}

func TestEveryMedicineCallsForAtLeastTheConversationOfItsSeverity(t *testing.T) {
	forEachClass(t, func(t *testing.T, e evidence) {
		wants := func(who string, urgency questionnaire.Urgency, why string, said ...questionnaire.Given) {
			t.Helper()
			if !certain(t, outcomeFor(t, append(said, takes(t, e.m, "taking"))...), who, urgency) {
				t.Errorf("%s (%s) does not reach %s, certain and %v or sooner", e.generic, why, who, urgency)
			}
		}
		wants("pharmacist", questionnaire.NextVisit, "severity D: every medicine")
		wants("pharmacist", floorOfConcern[e.concern], "concern "+e.concern)
		if e.inGroup(1, 2, 3) {
			wants("prescriber", questionnaire.BeforeDeciding, "severity C")
			wants("pharmacist", questionnaire.BeforeDeciding, "severity C")
		}
		if groupOfConcern[e.concern] != 0 {
			wants("prescriber", questionnaire.BeforeDeciding, "concern "+e.concern)
		}
		if e.is(psychiatristFor...) {
			wants("perinatal-psychiatrist", questionnaire.BeforeDeciding, "severity C")
		}
		if e.is("dopamine-agonist") {
			wants("perinatal-psychiatrist", questionnaire.BeforeDeciding, "severity C after birth", given(t, "since-birth", "birth-to-2-years"))
			wants("midwife-or-obstetric-provider", questionnaire.BeforeDeciding, "part 3.13")
		}
	})
}

func TestAMedicineStoppedAloneReachesThePrescriber(t *testing.T) {
	forEachClass(t, func(t *testing.T, e evidence) {
		urgency := questionnaire.BeforeDeciding
		if e.inGroup(4) {
			urgency = questionnaire.Today
		}
		if !certain(t, outcomeFor(t, takes(t, e.m, "stopped-by-myself")), "prescriber", urgency) {
			t.Errorf("%s, stopped by herself, does not reach the prescriber, certain and %v or sooner", e.generic, urgency)
		}
	})
}

// Severity B: a psychedelic taken while on group 1, and feeling well. Severity A:
// the same, and feeling unwell in any way.
func TestAPsychedelicOnAMedicineOfGroupOneIsACallTodayAndUnwellAnAmbulance(t *testing.T) {
	forEachClass(t, func(t *testing.T, e evidence) {
		for _, substance := range e.dangerousWith() {
			taken := []questionnaire.Given{takes(t, e.m, "taking"), given(t, "using", "taking"), given(t, "which", substance)}
			well := outcomeFor(t, taken...)
			if !certain(t, well, "poison-centre", questionnaire.Today) && !certain(t, well, "pharmacist", questionnaire.Today) {
				t.Errorf("%s and %s taken, feeling well: neither poison-centre nor pharmacist today", e.generic, substance)
			}
			if !certain(t, well, "prescriber", questionnaire.Today) {
				t.Errorf("%s and %s taken, feeling well: no prescriber today", e.generic, substance)
			}
			for _, sign := range []string{"none", "fear", "stomach"} {
				unwell := outcomeFor(t, append(taken, given(t, "right-now", "took-unwell"), given(t, "unwell-signs", sign))...)
				for _, who := range []string{"emergency-services", "poison-centre"} {
					if !certain(t, unwell, who, questionnaire.Now) {
						t.Errorf("%s and %s taken, unwell (%s): no %s now", e.generic, substance, sign, who)
					}
				}
			}
		}
	})
}

// The single medicines of severity B, and the sedating classes.
func TestTheOtherCallsOfSeverityBAreMadeToday(t *testing.T) {
	today := questionnaire.Today
	forEachClass(t, func(t *testing.T, e evidence) {
		wants := func(who string, said ...questionnaire.Given) {
			t.Helper()
			if !certain(t, outcomeFor(t, append(said, takes(t, e.m, "taking"))...), who, today) {
				t.Errorf("%s does not reach %s, certain and today", e.generic, who)
			}
		}
		if e.is("valproate", "isotretinoin") {
			for _, where := range []string{"could-be", "first", "second", "third", "pregnant-unsure-weeks"} {
				wants("pharmacist", given(t, "pregnancy", where))
				wants("prescriber", given(t, "pregnancy", where))
			}
		}
		if e.is("methylergometrine", "ergometrine") {
			wants("pharmacist")
		}
		if e.inGroup(3) {
			alone := []questionnaire.Given{given(t, "using", "taking"), given(t, "which", "mushrooms-or-lsd"), given(t, "support", "alone")}
			wants("pharmacist", alone...)
			wants("prescriber", alone...)
		}
	})
}
