package content

import (
	"strings"
	"testing"
)

func TestStopMedicine(t *testing.T) {
	runWordCases(t, "stop-medicine", []wordCase{
		{"REASON", "Stop your lithium first.", "Stop your lithium"},
		{"REASON", "Skip the tablet today.", "Skip the tablet"},
		{"REASON", "Please lower the dose.", "Please lower the dose"},
		{"REASON", "Call us, then halve the pill.", "then halve the pill"},
		{"REASON", "Talk with your doctor and stop your medicine.", "and stop your medicine"},
		{"REASON", "When you feel well, come off Zoloft.", "come off Zoloft"},
		{"REASON", "Cut down on your antidepressant.", "Cut down on your antidepressant"},
		{"REASON", "Wean off sertraline slowly.", "Wean off sertraline"},
		{"REASON", "Take St John's wort in its place.", "Take St John's wort"},
		{"REASON", "You can pause your medicine for it.", "You can pause your medicine"},
		{"REASON", "You should switch to another antidepressant.", "You should switch to another antidepressant"},
		{"REASON", "It is best to stop lithium early.", "It is best to stop lithium early"},
		{"REASON", "Consider lowering your medicine.", "Consider lowering your medicine"},
		{"REASON", "We suggest stopping your tablets.", "suggest stopping your tablets"},
		{"REASON", "You take lithium. Stop it today.", "Stop it today"},
		{"REASON", "Do not hesitate to stop your medicine.", ""}, // see TestWhatTheWordsCannotTell
		{"REASON", "If you feel unwell, stop your medicine.", "stop your medicine"},
		{"REASON", "Lithium must be stopped first.", "Lithium must be stopped"},
		{"REASON", "It helps to wean off your tablets.", "It helps to wean off your tablets"},
		{"SAY", "Start a new medicine for me.", "Start a new medicine"},
		{"STORY", "Stop your pills, it says on the page.", "Stop your pills"},
		{"REASON", "Deja de tomar tu medicamento.", "Deja de tomar tu medicamento"},
		{"REASON", "Puedes suspender el litio y la pastilla.", "Puedes suspender el litio"},

		// near misses
		{"REASON", allowed, ""},
		{"REASON", "Never stop a medicine alone.", ""},
		{"REASON", "Clonidine must not be stopped suddenly, nor must lithium.", ""},
		{"REASON", "A medicine can be changed with your prescriber.", ""},
		{"REASON", "Don't skip, lower or stop a medicine by yourself.", ""},
		{"REASON", "Stopping lithium suddenly can bring illness back.", ""},
		{"REASON", "A guide told you to stop a medicine.", ""},
		{"REASON", "Some guides tell people to come off antidepressants.", ""},
		{"REASON", "If you take lithium, talk with a doctor.", ""},
		{"REASON", "Ask before you start any medicine.", ""},
		{"REASON", "People who take sertraline ask this often.", ""},
		{"REASON", "Some medicines that lower mood are tablets.", ""},
		{"REASON", "Take a list of your medicines with you.", ""},
		{"REASON", "Talk with the person who prescribed your tablets.", ""},
		{"REASON", "Your doctor may change the medicine with you.", ""},
		{"REASON", "It may seem wise to drop a medicine first.", ""},
		{"REASON", "Take the same road, and stop anywhere.", ""}, // SAMe is a medicine, "same" a word
		{"ASK", "Do you take any medicine?", ""},
		{"LABEL", "I stopped a medicine by myself", ""},
		{"SAY", "Should I stop my medicine, or wait?", ""},
		{"BEFORE", "The next one is about medicines. You can skip it.", ""},
		{"REASON", "No dejes ni cambies la medicación sin tu médica.", ""},
		{"STORY", "She stopped her lithium in March.", ""},
	})
}

// TestWhatTheWordsCannotTell writes down a gap: it is good to know, and good to
// see when it closes.
func TestWhatTheWordsCannotTell(t *testing.T) {
	found := of(Check(read(t, map[string]string{"REASON": "Do not hesitate to stop your medicine."}), today), "stop-medicine")
	if len(found) > 0 {
		t.Error("this is caught now: move it into TestStopMedicine")
	}
}

func TestNearMedicineTheSentenceStands(t *testing.T) {
	near := func(place, text string) []string {
		var all []string
		for _, f := range of(Check(read(t, map[string]string{place: text}), today), "stop-medicine") {
			all = append(all, f.At.String()+" "+f.Message)
		}
		return all
	}
	for _, fault := range []struct{ place, text, at string }{
		{"NEAR", "Some of these clash.", "tablets.yaml:6:5"},
		{"NEAR", "Do not worry about it.", "tablets.yaml:6:5"},
		{"NEAR", "Talk with the person who knows you.", "tablets.yaml:6:5"},
		{"NEAR", "You can change it with help.", "tablets.yaml:6:5"},
		{"TEXT", filler, "tablets.yaml:12:5"},
		{"TEXT", filler + "Talk with your pharmacist.", "tablets.yaml:12:5"},
	} {
		t.Run(fault.text, func(t *testing.T) {
			found := near(fault.place, fault.text)
			if len(found) != 1 || !strings.HasPrefix(found[0], fault.at) || !strings.Contains(found[0], "near a medicine") {
				t.Errorf("want one at %s, got %v", fault.at, found)
			}
		})
	}
	for _, miss := range []struct{ place, text string }{
		{"NEAR", "Do not stop or change a medicine without the person who prescribed it."},
		{"NEAR", "Never stop it alone."},
		{"NEAR", "Before you stop anything, ask the person who prescribed it."},
		{"NEAR", "Keep taking it until you have asked."},
		{"NEAR", "No dejes ni cambies nada sin la persona que lo recetó."},
		{"TEXT", filler + "Nothing here says to stop it. " + allowed},
		{"REASON", "A rule that looks at no medicine need not say it."},
	} {
		t.Run(miss.text, func(t *testing.T) {
			if found := near(miss.place, miss.text); len(found) > 0 {
				t.Errorf("got %v", found)
			}
		})
	}
	t.Run("a rule for those who take none", func(t *testing.T) {
		q := read(t, map[string]string{"NEAR": "You take nothing."}, [2]string{"{medicines: ssri}", "{medicines: none}"})
		if found := of(Check(q, today), "stop-medicine"); len(found) > 0 {
			t.Errorf("got %v", found)
		}
	})
}
