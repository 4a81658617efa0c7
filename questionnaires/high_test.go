package questionnaires_test

import (
	"regexp"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// aHigh is "a high" alone. In a program about psychedelics it reads as what
// somebody feels from one, and not as the illness that is meant: "a high, fast,
// sleepless time".
var aHigh = regexp.MustCompile(`(?i)\b(?:a|an|the|first|another|any) highs?\b(?:[.;:?!”"]|$| (?:or|and|can|may|could|comes?|came|follows?|in|from|after|before|with|that|again|once|now)\b)`)

// TestAnIllnessIsNotCalledAHigh reads every text in English that somebody is shown.
func TestAnIllnessIsNotCalledAHigh(t *testing.T) {
	for _, is := range []string{"A high or a psychosis can follow.", "A high can come in the days after.", "They can bring on a high in some people.", "It ended in a high.", "A first high or a first psychosis."} {
		if !aHigh.MatchString(is) {
			t.Errorf("%q is not found", is)
		}
	}
	if not := "They can bring on a high, fast, sleepless time."; aHigh.MatchString(not) {
		t.Errorf("%q is found", not)
	}
	for _, q := range []*questionnaire.Questionnaire{maternal(t), worried(t)["en"]} {
		for _, text := range q.Texts() {
			if found := aHigh.FindString(text.Text); found != "" {
				t.Errorf("%s: %s says %q: %s", q.ID, text.Key(), found, text.Text)
			}
		}
	}
}
