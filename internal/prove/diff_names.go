package prove

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// names are what the nouns of an old questionnaire are called in a new one. An id
// is a name and no more: who gives an answer does not know what it is called in
// the file, so that one with another id and the same words is the same answer.
type names struct {
	// after and before hold only what is called otherwise; a noun that is gone is in
	// neither.
	after, before map[questionnaire.Subject]questionnaire.Subject
	moves         []move // answers that another question has now; they are in after and before too
}

// newName is what an old noun is called in the new questionnaire, if it is there.
func (n names) newName(of questionnaire.Subject) questionnaire.Subject { return n.other(n.after, of) }

// oldName is what a new noun was called, if it was there.
func (n names) oldName(of questionnaire.Subject) questionnaire.Subject { return n.other(n.before, of) }

// other knows an answer by its question's other name too. (Written out in each place,
// it would make the program 10 kB larger.)
//
//go:noinline
func (n names) other(by map[questionnaire.Subject]questionnaire.Subject, of questionnaire.Subject) questionnaire.Subject {
	if name, ok := by[of]; ok {
		return name
	}
	if whole, ok := by[questionnaire.Subject{Kind: of.Kind, ID: of.ID}]; ok && of.Part != "" {
		whole.Part = of.Part
		return whole
	}
	return of
}

func (n names) newID(kind, id string) string {
	return n.newName(questionnaire.Subject{Kind: kind, ID: id}).ID
}

func (n names) oldID(kind, id string) string {
	return n.oldName(questionnaire.Subject{Kind: kind, ID: id}).ID
}

// newPart is the id of an answer ("answer") or a state ("state") in the new one;
// "" where it moved to another question.
func (n names) newPart(question, kind, id string) string {
	is := n.newName(questionnaire.Subject{Kind: "question", ID: question, Part: kind + "/" + id})
	if is.ID != n.newID("question", question) {
		return "" // another question has it now
	}
	_, name, _ := strings.Cut(is.Part, "/")
	return name
}

// namesOfBoth finds what is called otherwise: whole nouns first, because an answer
// is known by its question.
func namesOfBoth(before, after *questionnaire.Questionnaire, old, new *writer) names {
	n := names{after: map[questionnaire.Subject]questionnaire.Subject{}, before: map[questionnaire.Subject]questionnaire.Subject{}}
	for _, parts := range []bool{false, true} {
		gone, added := old.without(new, n.newName, parts), new.without(old, n.oldName, parts)
		for _, was := range gone {
			var same []*writtenNoun
			for _, is := range added {
				if n.newName(was.of).ID == is.of.ID || !parts {
					if _, taken := n.before[is.of]; !taken && resembles(was, is) {
						same = append(same, is)
					}
				}
			}
			if len(same) == 1 {
				n.rename(was.of, same[0].of)
			}
		}
	}
	n.moved(before, after)
	n.usedAlike(before, after)
	return n
}

func (n names) rename(old, new questionnaire.Subject) { n.after[old], n.before[new] = new, old }

// usedAlike finds answers that have other words as well, and are the same by what
// they lead to: the only one of their question that is gone, and the only one that
// is new, wherever a condition looks at one it looks at the other.
func (n names) usedAlike(before, after *questionnaire.Questionnaire) {
	for _, was := range before.Questions {
		is := after.Question(n.newID("question", was.ID))
		if is == nil {
			continue
		}
		gone := slices.DeleteFunc(n.goneFrom(was, is), func(a *questionnaire.Answer) bool { return n.movedFrom(was, a) != nil })
		added := slices.DeleteFunc(n.addedTo(was, is), func(a *questionnaire.Answer) bool { return n.movedTo(is, a) != nil })
		if len(gone) != 1 || len(added) != 1 {
			continue
		}
		a, b := usesOf(before, was, gone[0], func(kind, id string) string { return n.newID(kind, id) }), usesOf(after, is, added[0], func(_, id string) string { return id })
		if len(a) > 0 && slices.Equal(a, b) {
			n.rename(answerOf(was, gone[0]), answerOf(is, added[0]))
		}
	}
}

// usesOf are the conditions of rules and questions that look for an answer, and
// which of their atoms do.
func usesOf(q *questionnaire.Questionnaire, question *questionnaire.Question, answer *questionnaire.Answer, called func(kind, id string) string) (uses []string) {
	in := func(name string, c *questionnaire.Condition) {
		at := 0
		c.Atoms(func(atom *questionnaire.Condition) {
			if t := atom.Atom; t.Question == question && t.Want[slices.Index(question.Answers, answer)] {
				uses = append(uses, fmt.Sprintf("%s %d", name, at))
			}
			at++
		})
	}
	for _, x := range q.Questions {
		in("question "+called("question", x.ID), x.AskWhen)
	}
	for _, r := range q.Rules {
		in("rule "+called("rule", r.ID), r.When)
	}
	slices.Sort(uses)
	return uses
}

// without are the nouns that the other does not have under their names.
func (w *writer) without(other *writer, name func(questionnaire.Subject) questionnaire.Subject, parts bool) []*writtenNoun {
	var all []*writtenNoun
	for _, n := range w.nouns {
		if (n.of.Part != "") == parts && n.of.Kind != "translation" && other.at[name(n.of)] == nil {
			all = append(all, n)
		}
	}
	return all
}

// resembles reports whether two nouns are one under two ids: they say the same in
// most of what they say, and in words that somebody is shown, if there are any.
func resembles(a, b *writtenNoun) bool {
	if a.of.Kind != b.of.Kind || strings.Contains(a.of.Part, "answer/") != strings.Contains(b.of.Part, "answer/") {
		return false
	}
	said, same, seen, shown := 0, 0, 0, 0
	for _, f := range a.facts {
		if len(f.names) > 0 {
			continue
		}
		i := slices.IndexFunc(b.facts, func(o writtenFact) bool { return o.key == f.key })
		g := writtenFact{}
		if i >= 0 {
			g = b.facts[i]
		}
		if f.value == "" && g.value == "" || f.key == "generic" {
			continue
		}
		said++
		seen += btoi(f.seen)
		if i >= 0 && f.equal(g) {
			same++
			shown += btoi(f.seen)
		}
	}
	if seen > 0 && shown == 0 {
		return false
	}
	return same > 0 && 2*same >= said
}
