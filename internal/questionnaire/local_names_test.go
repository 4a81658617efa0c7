package questionnaire

import "testing"

// TestAClinicianIsCalledAsWhereSheLives: what a region does not name is as everywhere,
// and so is everything for whoever gave no region.
func TestAClinicianIsCalledAsWhereSheLives(t *testing.T) {
	c := &Clinician{ID: "midwife", Index: 3, Name: "A midwife", Who: "She cares.", IfNone: "Call.", Locals: []*LocalNames{{Region: "mx", Name: "A nurse", IfNone: "Go."}}}
	for _, region := range []*Region{nil, {ID: "us"}, {}} {
		if c.In(region) != c {
			t.Errorf("in %v she is %+v", region, c.In(region))
		}
	}
	there := c.In(&Region{ID: "mx"})
	if there.Name != "A nurse" || there.Who != "She cares." || there.IfNone != "Go." || there.Index != 3 || there.ID != "midwife" {
		t.Errorf("%+v", there)
	}
	if c.Name != "A midwife" {
		t.Error("the clinician itself was changed")
	}
}
