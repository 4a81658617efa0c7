package faces

import (
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestAPlanOfThreeStepsIsCopiedFromOneScreen of 80x24, for everybody of the scenarios,
// wherever she is: who writes by hand, perhaps in a hurry, does not scroll. What is held
// up is on one screen for everybody.
func TestAPlanOfThreeStepsIsCopiedFromOneScreen(t *testing.T) {
	maternal, few := subjects()[0], 0
	for _, language := range maternal.languages {
		w, q := wording.In(language), maternal.inLanguage(language).Load()
		for n, s := range q.Scenarios {
			// Each in two regions, so that every region has dozens of them.
			for _, region := range []*questionnaire.Region{q.Regions[n%len(q.Regions)], q.Regions[(n+4)%len(q.Regions)]} {
				v := lived(q, region, s)
				screens := func(o page.Opening) int {
					p, ok := page.Over(w, v, o)
					if !ok {
						return 0
					}
					view := tui.NewView(w)
					view.Resize(80, 24)
					view.Show(p)
					return len(view.Whole().Screens)
				}
				if len(v.Plan().Steps) <= 3 {
					few++
					if n := screens(page.Copying{}); n != 1 {
						t.Errorf("%s, %s, %s: %d screens to copy", language, region.ID, s.ID, n)
					}
				}
				for _, step := range v.Plan().Steps {
					if n := screens(page.Showing{Clinician: step.Clinician.ID}); n > 1 {
						t.Errorf("%s, %s, %s: %d screens to hold up to %s", language, region.ID, s.ID, n, step.Clinician.ID)
					}
				}
			}
		}
	}
	if few == 0 {
		t.Error("nobody has three steps or fewer")
	}
}

// lived is the visit of a scenario's person, up to the result.
func lived(q *questionnaire.Questionnaire, region *questionnaire.Region, s *questionnaire.Scenario) visit.Visit {
	v := visit.Begin(q, visit.Options{Region: region.ID}).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{})
	for range 300 {
		switch at := v.Where().(type) {
		case visit.Result:
			return v
		case visit.Asked:
			reply, ok := scenario.ReplyOf(s.Person, at.Question)
			if !ok {
				reply = questionnaire.Reply{Kind: questionnaire.Declined}
			}
			v = v.Did(visit.Replied{Reply: reply})
		default:
			v = v.Did(visit.WentOn{})
		}
	}
	return v
}
