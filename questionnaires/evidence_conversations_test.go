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
			if !calls(t, outcomeFor(t, append(said, takes(t, e.m, "taking"))...), who, urgency) {
				t.Errorf("%s (%s) does not reach %s, certain and %v or sooner", e.generic, why, who, urgency)
			}
		}
		wants(anyOfThem, questionnaire.NextVisit, "severity D: every medicine")
		wants(anyOfThem, floorOfConcern[e.concern], "concern "+e.concern)
		for _, class := range e.classes {
			if who := whomFor[class]; who != "" {
				wants(who, questionnaire.BeforeDeciding, "severity C: "+class)
			}
		}
		if e.inGroup(1, 2, 3) || groupOfConcern[e.concern] != 0 {
			wants(anyOfThem, questionnaire.BeforeDeciding, "severity C")
		}
		if e.is(psychiatristFor...) {
			wants("perinatal-psychiatrist", questionnaire.BeforeDeciding, "severity C")
		}
		if e.is(psychiatristAroundBirthFor...) {
			wants("perinatal-psychiatrist", questionnaire.BeforeDeciding, "severity C around a birth", given(t, "since-birth", "birth-0-6-weeks"), given(t, "using", "curious"))
		}
		if e.is("dopamine-agonist") {
			wants("perinatal-psychiatrist", questionnaire.BeforeDeciding, "severity C after birth", given(t, "since-birth", "birth-to-2-years"))
		}
	})
}

// Who has to act on it today can be a pharmacy, which can hand out a few days of
// it and reach the prescriber, or whoever prescribed it.
func TestAMedicineStoppedAloneReachesWhoCanAct(t *testing.T) {
	forEachClass(t, func(t *testing.T, e evidence) {
		urgency := questionnaire.BeforeDeciding
		if e.inGroup(4) {
			urgency = questionnaire.Today
		}
		if !calls(t, outcomeFor(t, takes(t, e.m, "stopped-by-myself")), "prescriber or pharmacist", urgency) {
			t.Errorf("%s, stopped by herself, reaches neither prescriber nor pharmacist, certain and %v or sooner", e.generic, urgency)
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
			if !calls(t, well, "poison-centre or pharmacist", questionnaire.Today) {
				t.Errorf("%s and %s taken, feeling well: neither poison-centre nor pharmacist today", e.generic, substance)
			}
			if !e.is(nobodyPrescribed...) && !calls(t, well, "prescriber", questionnaire.Today) {
				t.Errorf("%s and %s taken, feeling well: no prescriber today", e.generic, substance)
			}
			for _, sign := range []string{"none", "fear", "stomach"} {
				unwell := outcomeFor(t, append(taken, given(t, "body-now", "took-unwell"), given(t, "unwell-signs", sign))...)
				for _, who := range []string{"emergency-services", "poison-centre"} {
					if !calls(t, unwell, who, questionnaire.Now) {
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
			if !calls(t, outcomeFor(t, append(said, takes(t, e.m, "taking"))...), who, today) {
				t.Errorf("%s does not reach %s, certain and today", e.generic, who)
			}
		}
		if e.is("valproate", "isotretinoin") {
			for _, where := range []string{"could-be", "first", "second", "third", "pregnant-unsure-weeks"} {
				wants("prescriber or pharmacist", given(t, "pregnancy", where))
				wants("midwife-or-obstetric-provider", given(t, "pregnancy", where))
			}
		}
		// It was given by the team of the birth, which is there at any hour.
		if e.is("methylergometrine", "ergometrine") {
			wants("midwife-or-obstetric-provider")
		}
		// One hears about the medicine, the other about the night with the baby.
		if e.inGroup(3) {
			alone := []questionnaire.Given{given(t, "using", "taking"), given(t, "which", "mushrooms-or-lsd"), given(t, "support", "alone")}
			wants("pharmacist or prescriber", alone...)
			wants("babys-doctor or midwife-or-obstetric-provider", alone...)
		}
	})
}
