package questionnaire

import "slices"

// LocalNames are what a clinician is called in one region, where roles and doors have
// other names. What they leave out is as everywhere.
type LocalNames struct {
	Region            string // its id
	Name, Who, IfNone string
	At                Position
}

// In is the clinician under the names of a region, with the same id and index. Where
// nothing is called otherwise, and for whoever gave no region, it is the clinician
// itself; so two are told apart by their index, never by where they are in memory.
func (c *Clinician) In(region *Region) *Clinician {
	if region == nil {
		return c
	}
	i := slices.IndexFunc(c.Locals, func(l *LocalNames) bool { return l.Region == region.ID })
	if i < 0 {
		return c
	}
	here, l := *c, c.Locals[i]
	for _, said := range []struct{ is, there *string }{{&here.Name, &l.Name}, {&here.Who, &l.Who}, {&here.IfNone, &l.IfNone}} {
		if *said.there != "" {
			*said.is = *said.there
		}
	}
	return &here
}
