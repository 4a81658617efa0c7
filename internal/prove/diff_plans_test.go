package prove

import (
	"slices"
	"testing"

	"github.com/ask-first/askfirst/internal/mistake"
)

// TestPlansHangOnlyOnWhatSteers: where plans are not compared, because nothing is
// written otherwise on which they hang, they are the same.
func TestPlansHangOnlyOnWhatSteers(t *testing.T) {
	old := smallEdition(t)
	before := writtenIn(old)
	compared, left := 0, 0
	for _, m := range mistake.All(old.Questionnaire) {
		new := Edition{m.In(old.Questionnaire), old.Translations}
		after := writtenIn(new)
		called := namesOfBoth(old.Questionnaire, new.Questionnaire, before, after)
		if slices.ContainsFunc(rewritten(before, after, called), func(d Difference) bool { return d.steers }) {
			compared++
			continue
		}
		left++
		if p := plansOf(old.Questionnaire, new.Questionnaire, called); p.Differ() {
			t.Errorf("%s: plans differ, and are not compared: %+v", m.ID, p)
		}
	}
	if compared == 0 || left == 0 {
		t.Errorf("%d were compared, and %d were not", compared, left)
	}
}
