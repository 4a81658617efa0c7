package content

import (
	"time"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// outsideListStale is how many days a list holds: labels and notices change.
const outsideListStale = 365

// checkOutsideLists holds each class against what others count in it, in both
// directions. A gap in a class is silence towards somebody who takes that medicine,
// and nothing else shows it.
func checkOutsideLists(r *report) {
	for _, l := range r.q.OutsideLists {
		if l.Class == nil {
			continue // the reader has said so
		}
		c := comparison{r, l, map[*questionnaire.Medicine]bool{}}
		c.membersInClass()
		c.classOnList()
		c.reasonsLeft()
	}
}

// comparison is one list beside its class.
type comparison struct {
	*report
	list   *questionnaire.OutsideList
	listed map[*questionnaire.Medicine]bool
}

// medicines are those that a name of the list means.
func (c *comparison) medicines(name string) []*questionnaire.Medicine {
	if m := c.q.Formulary.ByGeneric(name); m != nil {
		return []*questionnaire.Medicine{m}
	}
	return c.q.Formulary.Called(name)
}

func (c *comparison) membersInClass() {
	for _, member := range c.list.Members {
		meant := c.medicines(member.Name)
		excused := questionnaire.Reason(c.list.NotInClass, c.same(member.Name))
		if len(meant) == 0 && !excused {
			c.find(member.At, "%q is on the list %q of %s, and no medicine is called that; add it to medicines.yaml, in class %q, or write it under not-in-class with the reason why it is left out",
				member.Name, c.list.ID, c.list.Dated.Format(time.DateOnly), c.list.Class.ID)
		}
		for _, m := range meant {
			c.listed[m] = true
			if !m.In(c.list.Class) && !excused {
				c.find(member.At, "%q is on the list %q of %s, and %q of medicines.yaml is not in class %q; add the class there, or write it under not-in-class with the reason why it is left out",
					member.Name, c.list.ID, c.list.Dated.Format(time.DateOnly), m.Generic, c.list.Class.ID)
			}
		}
	}
}

func (c *comparison) classOnList() {
	for _, m := range c.q.Formulary.Medicines {
		if !m.In(c.list.Class) || c.listed[m] {
			continue
		}
		if !questionnaire.Reason(c.list.NotOnList, func(n questionnaire.ListedName) bool { return c.means(n.Name, m) }) {
			c.find(m.At, "%q is in class %q, and not on the list %q of %s; take it out of the class, or write it in the list under not-on-list with the reason why it is in the class",
				m.Generic, c.list.Class.ID, c.list.ID, c.list.Dated.Format(time.DateOnly))
		}
	}
}

// reasonsLeft finds reasons for a difference that there is no more, or never was:
// nobody would see it come back.
func (c *comparison) reasonsLeft() {
	for _, reason := range c.list.NotInClass {
		for _, name := range reason.Medicines {
			switch {
			case !questionnaire.Reason([]questionnaire.ListReason{{Medicines: c.list.Members}}, c.same(name.Name)):
				c.find(name.At, "%q is given a reason not to be in class %q, and is not on the list %q; add it to its members, or take the reason out", name.Name, c.list.Class.ID, c.list.ID)
			case c.allInClass(name.Name):
				c.find(name.At, "%q is given a reason not to be in class %q, and is in it; take the reason out, or the medicine out of the class", name.Name, c.list.Class.ID)
			}
		}
	}
	for _, reason := range c.list.NotOnList {
		for _, name := range reason.Medicines {
			meant := c.medicines(name.Name)
			switch {
			case len(meant) == 0:
				c.find(name.At, "no medicine is called %q%s", name.Name, questionnaire.DidYouMean(name.Name, c.generics()))
			case !c.allInClass(name.Name):
				c.find(name.At, "%q is given a reason to be in class %q, and is not in it; take the reason out, or add the class to the medicine", name.Name, c.list.Class.ID)
			case c.listed[meant[0]]:
				c.find(name.At, "%q is given a reason not to be on the list %q, and is on it; take the reason out", name.Name, c.list.ID)
			}
		}
	}
}

// allInClass is false for a name that no medicine has.
func (c *comparison) allInClass(name string) bool {
	meant := c.medicines(name)
	for _, m := range meant {
		if !m.In(c.list.Class) {
			return false
		}
	}
	return len(meant) > 0
}

// same tells an entry that means what the name means: the name itself in other
// letters, or another name of the same medicine.
func (c *comparison) same(name string) func(questionnaire.ListedName) bool {
	meant := c.medicines(name)
	return func(n questionnaire.ListedName) bool {
		return questionnaire.Fold(n.Name) == questionnaire.Fold(name) || len(meant) > 0 && c.means(n.Name, meant[0])
	}
}

func (c *comparison) means(name string, m *questionnaire.Medicine) bool {
	for _, meant := range c.medicines(name) {
		if meant == m {
			return true
		}
	}
	return false
}

func (c *comparison) generics() (names []string) {
	for _, m := range c.q.Formulary.Medicines {
		names = append(names, m.Generic)
	}
	return names
}

func (c *comparison) find(at questionnaire.Position, format string, args ...any) {
	c.addOf(outsideList, questionnaire.Error, c.list.Subject(), at, format, args...)
}

// checkListAge finds lists of a day that is too long ago, or still to come.
func checkListAge(r *report, asOf time.Time) {
	for _, l := range r.q.OutsideLists {
		if r.dated(neverChecked, l.Subject(), l.At, l.Dated, asOf, "write dated: and the day on which the list was read") && days(l.Dated, asOf) > outsideListStale {
			r.addOf(staleCheck, questionnaire.Warning, l.Subject(), l.At, "outside list %q was taken down %d days ago, on %s; read its sources again, at most every %d days", l.ID, days(l.Dated, asOf), l.Dated.Format(time.DateOnly), outsideListStale)
		}
	}
}
