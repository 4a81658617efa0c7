package translation

import (
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// TestWhatTurnedRoundIsNotSaidInOldWords: a translation whose original says the opposite
// now, or compares otherwise, is not shown. One whose original was only put better is.
func TestWhatTurnedRoundIsNotSaidInOldWords(t *testing.T) {
	q := small(t)
	text := q.Texts()[0]
	for _, c := range []struct {
		was, is string
		shown   bool
	}{
		{"Born early", "Not born early", false},
		{"I don't sleep", "I sleep", false},
		{"I don’t sleep", "I sleep", false},
		{"Call before you decide", "Call after you decide", false},
		{"Less than before", "More than before", false},
		{"Wait two weeks", "Wait six weeks", false},
		{"Under two months", "Over two months", false},
		{"Nadie lo sabe", "Todo el mundo lo sabe", false},
		{"Born early", "Born too early", true},
		{"I don't sleep", "I don’t sleep well", true},
		{"Call 911", "Ring 911", true},
		{"Call 911", "Call 112", false},
	} {
		old, now := text, text
		old.Text, now.Text = c.was, c.is
		tr := &questionnaire.Translation{Language: "es"}
		tr.Add(&questionnaire.Translated{Key: text.Key(), Of: old.Hash(), From: c.was, To: "Como era"})
		if said := says(tr, now); (said != "") != c.shown {
			t.Errorf("%q became %q: %q is shown", c.was, c.is, said)
		}
	}
}
