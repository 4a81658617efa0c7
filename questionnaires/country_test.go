package questionnaires_test

import (
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
)

// A stranger's region is one of ours if it has the name of one in any of our languages, or
// lines of one: what is checked of a number hangs on it.
func TestARegionIsKnownByMoreThanItsID(t *testing.T) {
	original := maternal(t)
	all := []*questionnaire.Questionnaire{original}
	for _, tr := range translations(t) {
		all = append(all, translation.Of(original, tr))
	}
	for _, q := range all {
		for _, region := range q.Regions {
			want := region.ID
			if want == "elsewhere" {
				want = ""
			}
			named, lined := *region, *region
			named.ID, named.InSentence, named.Lines = "renamed", "", nil
			lined.ID, lined.InSentence, lined.Name = "renamed", "", "Here"
			if got := named.Country(); got != want {
				t.Errorf("%q is %q by its name, not %q", region.Name, got, want)
			}
			if got := lined.Country(); got != want {
				t.Errorf("the lines of %q are those of %q, not of %q", region.Name, got, want)
			}
		}
	}
}
