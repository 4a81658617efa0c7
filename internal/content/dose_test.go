package content

import (
	"strconv"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

func TestDose(t *testing.T) {
	runWordCases(t, "dose", []wordCase{
		{"REASON", "Some take 5 mg of it.", "5 mg"},
		{"REASON", "Some take 0.1g of it.", "0.1g"},
		{"REASON", "Some take ten micrograms.", "ten micrograms"},
		{"REASON", "Half a tablet is enough.", "Half a tablet"},
		{"REASON", "She takes one or two small drops.", "one or two small drops"},
		{"LABEL", "A few dried mushrooms", "A few dried mushrooms"},
		{"REASON", "A tenth of a full dose.", "tenth of a full dose"},
		{"REASON", "A low dose comes first.", "low dose"},
		{"REASON", "How much should I take?", "How much should I take"},
		{"REASON", "Every third day it is taken.", "Every third day"},
		{"REASON", "It is taken every 3rd day.", "every 3rd day"},
		{"REASON", "One day on, two days off.", "One day on, two days off"},
		{"REASON", "It is taken two times a week.", "times a week"},
		{"REASON", "Wait for 24 hours before feeding.", "Wait for 24 hours"},
		{"REASON", "Then pump and dump.", "pump and dump"},
		{"REASON", "This is the Fadiman way.", "Fadiman"},
		{"EDUCATION", filler + "Some follow a protocol.", "protocol"},
		{"EDUCATION", filler + "The stack is sold online.", "stack"},
		{"EDUCATION", filler + "Start low.", "Start low"},
		{"EDUCATION", filler + "Taper it over time.", "Taper"},
		{"EDUCATION", filler + "A wash-out comes first.", "wash-out"},
		{"EDUCATION", filler + "It is below the threshold.", "threshold"},
		{"SAY", "I take 20 mg.", "20 mg"}, // not even in her own words
		{"STORY", "She takes 2 capsules.", "2 capsules"},
		{"NOTE", "Ask for the schedule.", "schedule"},
		{"WHAT", "Tablets of 50mg.", "50mg"},
		{"REASON", "Eat a small piece of a bar.", "Eat a small piece"},
		{"REASON", "Then nothing for two days.", "nothing for two days"},
		// Spanish
		{"REASON", "Se toma cada tres días.", "cada tres días"},
		{"REASON", "Son cinco miligramos.", "cinco miligramos"},
		{"REASON", "Unas gotas, tres gotas.", "tres gotas"},
		{"REASON", "Espera dos días.", "Espera dos días"},
		{"REASON", "Tres veces por semana.", "veces por semana"},
		{"REASON", "Es una dosis baja.", "dosis baja"},

		// near misses
		{"WELCOME", "It gives no dose, no schedule and no diagnosis.", ""},
		{"WELCOME", "You see never a dose here.", ""},
		{"REASON", "She is 24 weeks pregnant and 31 years old.", ""},
		{"REASON", "A trial of 191 people found no difference.", ""},
		{"REASON", "In 2023 the tablets changed.", ""},
		{"REASON", "Half of mothers take tablets.", ""},
		{"REASON", "Vitamin B12 tablets are common.", ""},
		{"REASON", "One receptor is called 5-HT2B.", ""},
		{"REASON", "Write it on two pieces of paper.", ""},
		{"REASON", "A drop in blood pressure can come.", ""},
		{"REASON", "Your baby feeds every three hours.", ""},
		{"REASON", "Talk with someone once a week.", ""},
		{"REASON", "On the third day after birth, mood can fall.", ""},
		{"REASON", "Do not wait two days to call.", ""},
		{"REASON", "Take two days off work.", ""},
		{"REASON", "Two drops of blood are enough for a test.", ""},
		{"REASON", "Eat nothing for six hours before surgery.", ""},
		{"REASON", "The study protocol left mothers out.", ""},
		{"REASON", "It can lower the seizure threshold.", ""},
		{"REASON", "Schedule a visit with your midwife.", ""},
		{"REASON", "Nobody knows how much reaches milk.", ""},
		{"REASON", "Microdosing means taking very small amounts.", ""},
		{"SAY", "I took …, and I do not know how much.", ""},
		{"EDUCATION", filler + "\"Pump and dump\" is a guess.", ""},
		{"EDUCATION", filler + "One mushroom study took years.", ""},
		{"REASON", "Toma una pastilla para el ánimo.", ""},
		{"REASON", "El programa no da dosis.", ""},
		{"REASON", "Tu bebé come cada tres horas.", ""},
	})
}

func TestOrdersOfDaysAreWarningsInStories(t *testing.T) {
	found := of(Check(read(t, map[string]string{"STORY": "It happens every second day."}), today), "dose")
	if len(found) != 1 || found[0].Severity != questionnaire.Warning {
		t.Errorf("got %v", found)
	}
}

// TestTitlesMayTalkOfDoses: what articles are about, and nothing that tells how
// much or how often; and a name may not even that.
func TestTitlesMayTalkOfDoses(t *testing.T) {
	const title, name = "title: A trial protocol of low doses for patients", "name: Crisis line"
	for text, want := range map[string]string{
		title:                                  "",
		"title: Low-Dose LSD and a protocol":   "",
		"title: A trial of 5 mg of psilocybin": "5 mg",
		"title: Take it every third day":       "every third day",
		"name: Two Drops a Day Project":        "Two Drops",
		"name: The Low Dose Line":              "Low Dose",
	} {
		change := [2]string{name, text}
		if strings.HasPrefix(text, "title") {
			change[0] = title
		}
		found := of(Check(read(t, nil, change), today), "dose")
		if (want == "") != (len(found) == 0) || want != "" && !strings.Contains(found[0].Message, strconv.Quote(want)) {
			t.Errorf("%s: got %v, want %q", text, found, want)
		}
	}
}
