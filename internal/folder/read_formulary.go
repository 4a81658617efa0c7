package folder

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

func (r *reader) readFormulary(root value) {
	f := r.q.Formulary
	f.At = root.at()
	clear(r.members) // of fewer medicines, where these are added to others
	o, _ := root.object(&medicinesKeys)
	includes := map[*questionnaire.Class][]word{}
	r.each(o, "classes", func(v value) {
		o, _ := v.object(&classKeys)
		c := &questionnaire.Class{ID: o.id("id"), Name: o.line("name"), What: o.line("what"), At: v.at()}
		if slices.Contains(reservedMedicines, c.ID) {
			r.report(badID, o.place("id"), "a class cannot be called %q, because conditions use that word", c.ID)
		}
		if r.claim("class of medicines", c.ID, o.place("id")) {
			f.Classes = append(f.Classes, c)
			includes[c] = o.list("includes")
		}
	})
	r.readIncludes(includes)
	oneOf := map[*questionnaire.Medicine][]word{}
	r.each(o, "medicines", func(v value) { r.readMedicine(v, oneOf) })
	for _, m := range f.Medicines {
		// A condition takes the word for the class, which must not leave out the medicine.
		if class := f.Class(m.Generic); class != nil && !r.membersOf(class)[m.Index] {
			r.report(badID, r.ids["medicine"][strings.ToLower(m.Generic)], "there is a class %q too, and this medicine is not in it; add it to its classes, or call the class something else", m.Generic)
		}
	}
	for m, words := range oneOf {
		for _, w := range words {
			if f.ByGeneric(w.text) == nil && lookUp(r, "class of medicines", w, f.Class) == nil {
				continue
			}
			m.OneOf = append(m.OneOf, w.text)
		}
	}
	f.Gather()
	r.each(o, "look-alikes", func(v value) { r.readLookAlikes(v) })
}

// readIncludes resolves which classes each class includes, and reports each
// ring where it closes.
func (r *reader) readIncludes(includes map[*questionnaire.Class][]word) {
	f := r.q.Formulary
	for _, c := range f.Classes {
		words, here := includes[c]
		if !here {
			continue // of the questionnaire that is extended
		}
		for _, w := range words {
			// Kept in step with the words, nil and all, until the rings are found.
			c.Includes = append(c.Includes, lookUp(r, "class of medicines", w, f.Class))
		}
	}
	open, done := map[*questionnaire.Class]bool{}, map[*questionnaire.Class]bool{}
	var visit func(*questionnaire.Class)
	visit = func(c *questionnaire.Class) {
		open[c] = true
		for i, part := range c.Includes {
			switch {
			case part == nil || done[part]:
			case part == c:
				r.report(wrongOrder, includes[c][i].at, "class %q includes itself; remove it here", c.ID)
			case open[part]:
				r.report(wrongOrder, includes[c][i].at, "class %q includes %q, which includes it again; remove one of the two", c.ID, part.ID)
			default:
				visit(part)
			}
		}
		delete(open, c)
		done[c] = true
	}
	for _, c := range f.Classes {
		if !done[c] {
			visit(c)
		}
		c.Includes = slices.DeleteFunc(c.Includes, func(part *questionnaire.Class) bool { return part == nil })
	}
}

// reservedMedicines are words that answer a medicines question as a whole; no
// class and no medicine can have them for a name.
var reservedMedicines = []string{questionnaire.None, questionnaire.Unlisted, questionnaire.NotSure, questionnaire.PreferNotToSay}

// readMedicine notes what one of a kind may be, until all medicines are read.
func (r *reader) readMedicine(v value, oneOf map[*questionnaire.Medicine][]word) {
	o, _ := v.object(&medicineKeys)
	f := r.q.Formulary
	also, brands := o.list("also"), o.list("brands")
	m := &questionnaire.Medicine{Index: len(f.Medicines), Generic: o.line("generic"), Also: texts(also), Brands: texts(brands), For: o.line("for"), At: v.at()}
	for _, w := range o.list("classes") {
		if c := lookUp(r, "class of medicines", w, f.Class); c != nil {
			m.Classes = append(m.Classes, c)
		}
	}
	if slices.Contains(reservedMedicines, m.Generic) {
		r.report(badID, o.place("generic"), "a medicine cannot be called %q, because conditions use that word", m.Generic)
	}
	for _, name := range slices.Concat([]word{{m.Generic, o.place("generic")}}, also, brands) {
		if name.text != "" && questionnaire.Fold(name.text) == "" {
			r.report(badID, name.at, "the name %q has neither letters nor digits, so nobody could find it", name.text)
		}
	}
	// The same name in other letters is the same medicine: "Sertraline".
	if m.Generic != "" && r.claim("medicine", strings.ToLower(m.Generic), o.place("generic")) {
		f.Medicines = append(f.Medicines, m)
	}
	if o.has("one-of") {
		oneOf[m] = o.list("one-of")
	}
}

func (r *reader) readLookAlikes(v value) {
	before := r.reported
	names := v.words("a look-alike")
	if len(names) < 2 && r.reported == before {
		v.report(missingKey, "a look-alike needs two names at least")
	}
	for _, w := range names {
		if len(r.q.Formulary.Called(w.text)) == 0 {
			r.report(questionnaire.Dangling, w.at, "no medicine is called %q%s", w.text, r.meantMedicine(w.text))
		}
	}
	r.q.Formulary.LookAlikes = append(r.q.Formulary.LookAlikes, texts(names))
}

// meantMedicine is whose name that may be. Medicines have thousands of names, so one that
// is merely a little like it is another.
func (r *reader) meantMedicine(text string) string {
	hint := r.didYouMean(text, r.medicineNames())
	near := questionnaire.Nearest(text, r.medicineNames())
	if most := len([]rune(text)) / 4; near == "" || questionnaire.EditDistance(questionnaire.Fold(text), questionnaire.Fold(near), most) <= most {
		return hint
	}
	return "; look at the spelling, or add it to medicines.yaml"
}

func (r *reader) medicineNames() []string {
	if r.compared > maxComparisons {
		return nil
	}
	var names []string
	for _, m := range r.q.Formulary.Medicines {
		names = append(names, m.Names()...)
	}
	return names
}
