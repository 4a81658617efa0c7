package wrap

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestRunsKeepNumbersAndAddressesWhole(t *testing.T) {
	for text, want := range map[string]string{
		"Open at night, call 0808 2000 247 or write.": "call 0808 2000 247",
		"See e-lactancia.org for more.":               "e-lactancia.org",
		"Checked on 2026-10-01, by hand.":             "2026-10-01,",
		"In letters: 1-833-TLC-MAMA":                  "letters: 1-833-TLC-MAMA",
	} {
		found := false
		for _, r := range Runs(text) {
			found = found || r.Whole && r.Text == want
		}
		if !found {
			t.Errorf("%q: %q is not whole in %v", text, want, Runs(text))
		}
	}
	// A sentence that begins with a number is not part of the one before it.
	for _, text := range []string{"Leídos el 24 de noviembre de 2026. 8 textos no tienen fecha.", "We know of 191. 30 of them fed a baby."} {
		for _, r := range Runs(text) {
			if r.Whole && strings.Contains(r.Text, ". ") {
				t.Errorf("%q: %q is kept whole over the end of a sentence", text, r.Text)
			}
		}
	}
	if runs := Runs("Think about self-harm, or not"); len(runs) != 1 || runs[0].Whole {
		t.Errorf("plain words are kept together: %v", runs)
	}
}

func TestRunsLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab 0-9./\u00a0\n é+(")), 0, 40, -1).Draw(t, "text")
		var b strings.Builder
		for _, r := range Runs(text) {
			b.WriteString(r.Text)
		}
		if b.String() != text {
			t.Fatalf("%q came out as %q", text, b.String())
		}
	})
}
