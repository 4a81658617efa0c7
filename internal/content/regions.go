package content

import "github.com/ask-first/askfirst/internal/questionnaire"

// checkRegions holds that nobody leaves empty-handed (rule 2), wherever she is. That
// there is no region at all is told with the proofs.
func checkRegions(r *report) {
	for _, region := range r.q.Regions {
		for _, kind := range []string{emergencyKind, "crisis"} {
			if len(region.LinesOf(kind)) == 0 {
				r.addOf(questionnaire.EmptyHanded, questionnaire.Error, region.Subject(), region.At, "region %q has no line of kind %s; add one", region.ID, kind)
			}
		}
	}
}
