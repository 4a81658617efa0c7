package questionnaires_test

import "testing"

// TestEveryRuleSaysWhatItRestsOn: whom she is sent to, and how soon, is advice, and
// advice has a source, or says in so many words that it is general practice.
func TestEveryRuleSaysWhatItRestsOn(t *testing.T) {
	for _, r := range maternal(t).Rules {
		if len(r.Sources) == 0 {
			t.Errorf("%v: rule %s has no sources; general-practice or general is one, where no page says it", r.At, r.ID)
		}
	}
}
