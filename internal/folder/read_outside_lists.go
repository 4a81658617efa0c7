package folder

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// readOutsideLists reads what others count in a class. Whether the class agrees is
// for package content, since a list may name what the questionnaire does not know.
func (r *reader) readOutsideLists(root value) {
	o, _ := root.object(&outsideListsKeys)
	r.each(o, "lists", func(v value) {
		o, _ := v.object(&outsideListKeys)
		l := &questionnaire.OutsideList{ID: o.id("id"), Dated: o.date("dated"), At: v.at()}
		if !r.claim("outside list", l.ID, o.place("id")) {
			return
		}
		r.q.OutsideLists = append(r.q.OutsideLists, l)
		if o.has("class") {
			if id, ok := o.fields["class"].text(o.name("class")); ok {
				l.Class = lookUp(r, "class of medicines", word{id, o.fields["class"].at()}, r.q.Formulary.Class)
			}
		}
		for _, w := range o.filled("sources", "a list without sources; name where it stands") {
			if s := lookUp(r, "source", w, r.q.Source); s != nil && !slices.Contains(l.Sources, s) {
				l.Sources = append(l.Sources, s)
			}
		}
		l.Members = r.listedNames(o.filled("members", "a list without members compares nothing; name at least one"), map[string]bool{})
		l.NotInClass = r.listReasons(o, "not-in-class")
		l.NotOnList = r.listReasons(o, "not-on-list")
	})
}

// listReasons reads why list and class differ. A medicine has one reason.
func (r *reader) listReasons(list *object, key string) (reasons []questionnaire.ListReason) {
	seen := map[string]bool{}
	r.each(list, key, func(v value) {
		o, _ := v.object(&listReasonKeys)
		names := o.filled("medicines", "a reason without medicines; name those that it is about")
		reasons = append(reasons, questionnaire.ListReason{Medicines: r.listedNames(names, seen), Why: o.line("why"), At: v.at()})
	})
	return reasons
}

func (r *reader) listedNames(words []word, seen map[string]bool) (names []questionnaire.ListedName) {
	for _, w := range words {
		folded := questionnaire.Fold(w.text)
		if seen[folded] {
			r.report(duplicateID, w.at, "%q is named twice; remove one of the two", w.text)
			continue
		}
		seen[folded] = true
		names = append(names, questionnaire.ListedName{Name: w.text, At: w.at})
	}
	return names
}
