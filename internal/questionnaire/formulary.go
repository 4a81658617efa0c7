package questionnaire

import "slices"

// Formulary is the list of medicines: what their names are, what they are and
// what they may do.
type Formulary struct {
	Classes    []*Class
	Medicines  []*Medicine
	LookAlikes [][]string // names that are mistaken for one another, as written
	At         Position

	called  map[string][]*Medicine // by folded name; nil: not gathered
	couldBe map[int][]int          // by the place of one of a kind: which of the others it may be
}

// Class is what a medicine is ("ssri"), what it may do ("heart-rhythm"), or a
// group that includes other classes.
type Class struct {
	ID       string
	Name     string
	What     string
	Includes []*Class
	At       Position
}

// Medicine is one medicine under all the names that people know it by.
type Medicine struct {
	Index   int // its place in Formulary.Medicines
	Generic string
	Also    []string
	Brands  []string
	Classes []*Class
	For     string // what it is for, in plain words; it tells look-alikes apart
	// OneOf: it stands for one of these, classes by their ids and medicines by their
	// generic names, and she knows no more. It is what its own classes say, for certain,
	// and may be any of these besides.
	OneOf []string
	At    Position
}

// Unnamed reports whether it stands for one of a kind.
func (m *Medicine) Unnamed() bool { return len(m.OneOf) > 0 }

// MayCount tells for each of the medicines whether it stands for one of a kind that may be
// among those that are wanted; nil: none does. It is for a formulary that is gathered.
func (f *Formulary) MayCount(want []bool) []bool {
	var may []bool
	for unnamed, others := range f.couldBe {
		if slices.ContainsFunc(others, func(m int) bool { return want[m] }) {
			if may == nil {
				may = make([]bool, len(f.Medicines))
			}
			may[unnamed] = true
		}
	}
	return may
}

// couldBe reports whether one of a kind may be this medicine.
func (m *Medicine) couldBe(f *Formulary, other *Medicine) bool {
	return !other.Unnamed() && slices.ContainsFunc(m.OneOf, func(name string) bool {
		class := f.Class(name)
		return class != nil && other.In(class) || other.Generic == name
	})
}

// Names are all names of the medicine, the generic one first.
func (m *Medicine) Names() []string {
	return slices.Concat([]string{m.Generic}, m.Also, m.Brands)
}

// In reports whether the medicine belongs to the class, directly or through a
// group that includes one of its classes.
func (m *Medicine) In(class *Class) bool {
	within := class.Within()
	return slices.ContainsFunc(m.Classes, func(c *Class) bool { return within[c] })
}

// Within is the class and all that it includes, directly or through others. It
// visits each once, so that neither a ring nor many ways to one class matter.
func (c *Class) Within() map[*Class]bool {
	seen := map[*Class]bool{c: true}
	for left := []*Class{c}; len(left) > 0; {
		last := left[len(left)-1]
		left = left[:len(left)-1]
		for _, part := range last.Includes {
			if !seen[part] {
				seen[part] = true
				left = append(left, part)
			}
		}
	}
	return seen
}

// Class finds a class by id, or nil.
func (f *Formulary) Class(id string) *Class {
	return find(f.Classes, func(c *Class) bool { return c.ID == id })
}

// ByGeneric finds a medicine by its generic name, or nil.
func (f *Formulary) ByGeneric(name string) *Medicine {
	return find(f.Medicines, func(m *Medicine) bool { return m.Generic == name })
}

// Called lists the medicines that have exactly this name, letter case and
// accents aside. Several may: one word is not one medicine everywhere.
func (f *Formulary) Called(name string) []*Medicine {
	folded := Fold(name)
	if f.called != nil {
		return f.called[folded]
	}
	var found []*Medicine
	for _, m := range f.Medicines {
		if slices.ContainsFunc(m.Names(), func(n string) bool { return Fold(n) == folded }) {
			found = append(found, m)
		}
	}
	return found
}

// Gather prepares Called, which is asked for each name of a scenario, and MayCount, which
// is for each condition. It is for whoever has put the last medicine in.
func (f *Formulary) Gather() {
	f.called, f.couldBe = map[string][]*Medicine{}, map[int][]int{}
	for i, m := range f.Medicines {
		if m.Unnamed() {
			for j, other := range f.Medicines {
				if m.couldBe(f, other) {
					f.couldBe[i] = append(f.couldBe[i], j)
				}
			}
		}
		for _, name := range m.Names() {
			folded := Fold(name)
			if !slices.Contains(f.called[folded], m) {
				f.called[folded] = append(f.called[folded], m)
			}
		}
	}
}

func find[T any](list []*T, is func(*T) bool) *T {
	if i := slices.IndexFunc(list, is); i >= 0 {
		return list[i]
	}
	return nil
}
