package prove

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Edit is what became of something written.
type Edit uint8

const (
	Rewritten Edit = iota
	New
	Gone
	Renamed   // another id, and otherwise much the same
	Reordered // another place in a list
	Elsewhere // an answer that another question has now
)

var editWords = []string{"changed", "new", "gone", "renamed", "order", "moved"}

func (e Edit) String() string { return editWords[e] }

// Difference is one thing that is written otherwise.
type Difference struct {
	Edit Edit
	Part Part
	Of   questionnaire.Subject // as it is called now, or was
	Key  string                // what of it; "" where the whole is new, gone or renamed
	// Old and New are what it said and says: of what is renamed its ids, of what is
	// new or gone every text and value by itself.
	Old, New string
	Long     bool // line breaks mean something in it
	steers   bool // somebody's plan may hang on it
}

// steering are the parts on which a plan may hang, as far as they are not texts.
var steering = []Part{Questions, Advice, MedicineList, Numbers, Folder}

// Loss reports whether somebody may be worse off by it, whatever else is said: a
// question that anybody on a shared screen sees now, a line or a way to reach it
// that is gone.
func (d Difference) Loss() bool {
	reach := d.Key == "call" || d.Key == "text" || d.Key == "url"
	switch {
	case d.Part == Privacy:
		return d.Old != "" && d.New == "" && d.Edit == Rewritten
	case d.Of.Kind == "line" || d.Of.Kind == "region":
		return d.Edit == Gone && d.Key == "" || d.Edit == Rewritten && reach && d.New == ""
	}
	return false
}

// GuardGone reports whether nothing holds any more what this held: a promise, an order,
// a phrase or a scenario.
func (d Difference) GuardGone() bool { return d.Part == Guards && d.Edit == Gone && d.Key == "" }

// rewritten lists everything that is written otherwise, in the order of the new
// files, what is gone behind.
func rewritten(old, new *writer, n names) []Difference {
	var all []Difference
	for _, is := range new.nouns {
		was := old.at[n.oldName(is.of)]
		if was == nil {
			all = append(all, whole(is, New)...)
			continue
		}
		if was.of != is.of && (was.of.ID != is.of.ID || was.of.Part != is.of.Part) {
			if _, itself := n.before[is.of]; itself {
				all = append(all, n.otherName(was, is))
			}
		}
		all = append(all, n.between(was, is)...)
	}
	for _, was := range old.nouns {
		if new.at[n.newName(was.of)] == nil {
			all = append(all, whole(was, Gone)...)
		}
	}
	for i := range all {
		all[i].steers = (all[i].steers || all[i].Key == "") && slices.Contains(steering, all[i].Part)
	}
	order.Stable(all, func(a, b *Difference) int { return int(a.Part) - int(b.Part) })
	return all
}

// otherName is of a noun that it is called otherwise now, or that it is an answer of
// another question.
func (n names) otherName(was, is *writtenNoun) Difference {
	if n.newID(was.of.Kind, was.of.ID) != is.of.ID && is.of.Part != "" {
		return Difference{Edit: Elsewhere, Part: is.part, Of: is.of, Old: was.of.String(), New: is.of.String()}
	}
	return Difference{Edit: Renamed, Part: is.part, Of: is.of, Old: nameOf(was.of), New: nameOf(is.of)}
}

// nameOf is the last part of what a noun is called.
func nameOf(s questionnaire.Subject) string {
	if _, name, ok := strings.Cut(s.Part, "/"); ok {
		return name
	}
	if s.Part != "" {
		return s.Part
	}
	return s.ID
}

// whole is a noun that only one of them has, with all that it says.
func whole(n *writtenNoun, edit Edit) []Difference {
	all := []Difference{{Edit: edit, Part: n.part, Of: n.of}}
	for _, f := range n.facts {
		if f.value == "" {
			continue
		}
		d := Difference{Edit: edit, Part: n.part, Of: n.of, Key: f.key, New: f.value, Long: f.long}
		if edit == Gone {
			d.Old, d.New = d.New, ""
		}
		all = append(all, d)
	}
	return all
}

// between are the facts of one noun that say something else.
func (n names) between(was, is *writtenNoun) []Difference {
	var all []Difference
	add := func(f writtenFact, edit Edit, old, new string) {
		all = append(all, Difference{Edit: edit, Part: f.part, Of: is.of, Key: f.key, Old: old, New: new, Long: f.long, steers: !f.seen})
	}
	before := map[string]writtenFact{}
	for _, f := range was.facts {
		before[f.key] = f
	}
	for _, f := range is.facts {
		o := before[f.key]
		delete(before, f.key)
		if f.names != nil || o.names != nil {
			a, b := commonIn(o.names, f.names, func(name string) string { return n.listed(was.of, f.key, name) })
			if !slices.Equal(a, b) {
				add(f, Reordered, strings.Join(a, ", "), strings.Join(b, ", "))
			}
		} else if !f.equal(o) {
			add(f, Rewritten, o.value, f.value)
		}
	}
	for _, f := range was.facts {
		if _, left := before[f.key]; left && f.value != "" {
			add(f, Rewritten, f.value, "")
		}
	}
	return all
}

// kindsListed are what the lists are of whose order is a fact.
var kindsListed = map[string]string{
	"topics": "topic", "clinicians": "clinician", "regions": "region", "sources": "source", "scenarios": "scenario", "phrases": "phrase", "outside lists": "outside-list", "conditions": "condition",
	"questions": "question", "rules": "rule", "education": "education", "promises": "promise", "orders": "order", "lines": "line",
	"classes": "class", "medicines": "medicine", "plans": "plan", "distress": "distress", "disclosures": "disclosure",
}

// listed is what something in a list is called in the new one.
func (n names) listed(in questionnaire.Subject, key, name string) string {
	switch of := strings.TrimPrefix(key, "order of "); {
	case kindsListed[of] != "":
		return n.newID(kindsListed[of], name)
	case of == "answers" || of == "states":
		return n.newPart(in.ID, strings.TrimSuffix(of, "s"), name)
	case of == "steps":
		return nameOf(n.newName(questionnaire.Subject{Kind: in.Kind, ID: in.ID, Part: "step/" + name}))
	default:
		return nameOf(n.newName(questionnaire.Subject{Kind: in.Kind, ID: in.ID, Part: name}))
	}
}
