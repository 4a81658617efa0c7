package folder

import (
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// condition reads the name of one, or a map of question to answers, which may
// also hold "all", "any" and "not". All its entries are joined by all. After a report it returns
// a condition without the part that is wrong; no such questionnaire is used.
func (r *reader) condition(v value) *questionnaire.Condition {
	if v.node.Kind == yaml.ScalarNode {
		return r.reference(v)
	}
	if v.node.Kind != yaml.MappingNode {
		v.report(wrongType, "a condition must be questions with answers, such as {feeding: [all-milk]}, not %s", kindWord(v.node))
		return nil
	}
	if len(v.node.Content) == 0 {
		v.report(missingKey, "an empty condition; write a question and its answers, or leave the condition out if it always holds")
		return nil
	}
	c := &questionnaire.Condition{Op: questionnaire.All, At: v.at()}
	for i := 0; i < len(v.node.Content); i += 2 {
		key, val := v.with(v.node.Content[i]), v.with(v.node.Content[i+1])
		var part *questionnaire.Condition
		switch word := key.node.Value; word {
		case "all", "any":
			part = &questionnaire.Condition{Op: questionnaire.All, At: key.at()}
			if word == "any" {
				part.Op = questionnaire.Any
			}
			items := val.items("\""+word+"\" of a condition", false)
			if val.node.Kind == yaml.SequenceNode && len(items) == 0 {
				val.report(missingKey, "%q joins nothing; list at least one condition", word)
			}
			for _, item := range items {
				if p := r.condition(item); p != nil {
					part.Parts = append(part.Parts, p)
				}
			}
		case "not":
			p := r.condition(val)
			if p == nil {
				continue
			}
			part = &questionnaire.Condition{Op: questionnaire.Not, Parts: []*questionnaire.Condition{p}, At: key.at()}
		default:
			part = r.atom(key, val)
		}
		if part != nil {
			c.Parts = append(c.Parts, part)
		}
	}
	if len(c.Parts) == 1 {
		return c.Parts[0]
	}
	return c
}

// joinedBy are the words with which somebody may try to join conditions, and what to
// write. With any in the place of or, what stands before it would still have to hold.
var joinedBy = map[string]string{
	"or":  "{any: [{…}, {…}]} with all of which one is enough inside, also what stands before the \"or\"",
	"and": "what must hold too beside the others, or {all: [{…}, {…}]}",
}

func (r *reader) atom(key, val value) *questionnaire.Condition {
	q := r.q.Question(key.node.Value)
	if q == nil && r.q.Condition(key.node.Value) != nil {
		key.report(questionnaire.Dangling, "%q is the name of a condition; write it alone, or among others: {all: [%s, …]}", key.node.Value, key.node.Value)
		return nil
	}
	if q == nil && joinedBy[key.node.Value] != "" {
		key.report(questionnaire.Dangling, "conditions are not joined with %q; write %s", key.node.Value, joinedBy[key.node.Value])
		return nil
	}
	if q == nil {
		r.dangling("question", word{key.node.Value, key.at()}, reservedQuestions...)
		return nil
	}
	t := &questionnaire.Test{Question: q, AtLeast: 1}
	of, atLeast := val, val.at()
	if val.node.Kind == yaml.MappingNode {
		o, ok := val.object(testKeys.called("a test of " + q.ID))
		if !ok {
			return nil
		}
		of = o.fields["of"]
		if o.has("at-least") {
			atLeast = o.place("at-least")
			t.AtLeast = max(1, o.number("at-least"))
		}
		if o.has("state") {
			r.wantStates(t, o)
		}
	}
	size := len(q.Answers)
	if q.TakesMedicines() {
		size = len(r.q.Formulary.Medicines)
	}
	if r.wanted += size; r.wanted > maxWanted {
		key.report(tooLarge, "the conditions together look at too many answers and medicines; remove what is not needed")
		return nil
	}
	t.Want = make([]bool, size)
	before := r.reported
	words := of.words("the answers of " + q.ID)
	for _, w := range words {
		t.Of = append(t.Of, w.text)
		r.want(t, w)
	}
	if q.TakesMedicines() {
		t.May = r.q.Formulary.MayCount(t.Want)
	}
	switch {
	case len(words) == 0 && of.node.Kind == yaml.SequenceNode:
		of.report(missingKey, "a test of %q without any answer; name at least one", q.ID)
	case q.TakesOne() && t.AtLeast > 1:
		r.report(wrongType, atLeast, "%q takes a single answer, so at-least: %d can never be met", q.ID, t.AtLeast)
	case t.AtLeast > 1 && (t.WantNotSure || t.WantPreferNotToSay):
		r.report(wrongType, atLeast, "at-least counts chosen answers, and %s or %s is given alone; write it into a condition of its own and join the two with any", questionnaire.NotSure, questionnaire.PreferNotToSay)
	case t.AtLeast > 1 && t.AtLeast > mostOf(t) && r.reported == before && !r.unread["medicine"]:
		r.report(wrongType, atLeast, "at-least: %d of these can never be met; only %d of them can be chosen together", t.AtLeast, mostOf(t))
	}
	return &questionnaire.Condition{Op: questionnaire.Atom, Atom: t, At: key.at()}
}

// mostOf is how many of an atom's answers one reply can have at once.
func mostOf(t *questionnaire.Test) int {
	most := 0
	for i, want := range t.Want {
		if want && (t.Question.TakesMedicines() || !t.Question.Answers[i].Exclusive) {
			most++
		}
	}
	if t.WantUnlisted {
		most++
	}
	if most == 0 {
		return 1 // what stands alone: an exclusive answer, or none
	}
	return most
}

// want marks what one word of an atom stands for.
func (r *reader) want(t *questionnaire.Test, w word) {
	switch {
	case w.text == questionnaire.NotSure:
		t.WantNotSure = true
		return
	case w.text == questionnaire.PreferNotToSay:
		t.WantPreferNotToSay = true
		return
	case !t.Question.TakesMedicines():
		i := slices.IndexFunc(t.Question.Answers, func(a *questionnaire.Answer) bool { return a.ID == w.text })
		if i < 0 {
			r.noAnswer(t.Question, w.text, w.at)
			return
		}
		t.Want[i] = true
		return
	case w.text == questionnaire.None:
		t.WantNone = true
		return
	case w.text == questionnaire.Unlisted:
		t.WantUnlisted = true
		return
	}
	r.medicinesNamed(t.Want, w)
}

// medicinesNamed marks the medicines of a class, or the one of a generic name. It
// is false when there is no such thing.
func (r *reader) medicinesNamed(marks []bool, w word) bool {
	f := r.q.Formulary
	if class := f.Class(w.text); class != nil {
		for i, in := range r.membersOf(class) {
			marks[i] = marks[i] || in
		}
		return true
	}
	if m := f.ByGeneric(w.text); m != nil {
		marks[m.Index] = true
		return true
	}
	if r.unread["medicine"] {
		return false
	}
	if called := f.Called(w.text); len(called) > 0 {
		// A brand is not the same medicine everywhere.
		r.report(questionnaire.Dangling, w.at, "a condition names medicines by their generic names; write %q instead of %q", called[0].Generic, w.text)
		return false
	}
	words := []string{questionnaire.None, questionnaire.Unlisted}
	if r.compared <= maxComparisons {
		for _, c := range f.Classes {
			words = append(words, c.ID)
		}
		for _, m := range f.Medicines {
			words = append(words, m.Generic)
		}
	}
	if w.at.Inherited() {
		r.lacking = append(r.lacking, lack{w.at.File, "medicine", w.text})
	}
	r.report(questionnaire.Dangling, w.at, "%q is neither a class of medicines nor a generic name%s", w.text, r.didYouMean(w.text, words))
	return false
}

// membersOf tells for each medicine whether it is in the class. It is worked
// out once for each class: many conditions ask for the same few.
func (r *reader) membersOf(class *questionnaire.Class) []bool {
	members, ok := r.members[class]
	if !ok {
		within := class.Within()
		members = make([]bool, len(r.q.Formulary.Medicines))
		for i, m := range r.q.Formulary.Medicines {
			members[i] = slices.ContainsFunc(m.Classes, func(c *questionnaire.Class) bool { return within[c] })
		}
		r.members[class] = members
	}
	return members
}

func (r *reader) wantStates(t *questionnaire.Test, o *object) {
	if !t.Question.TakesMedicines() || len(t.Question.States) == 0 {
		r.report(unknownKey, o.keys["state"], "question %q has no states; remove state", t.Question.ID)
		return
	}
	t.WantState = make([]bool, len(t.Question.States))
	var ids []string
	for _, s := range t.Question.States {
		ids = append(ids, s.ID)
	}
	for _, w := range o.filled("state", "a test without any state; name at least one, or remove state") {
		if i := slices.Index(ids, w.text); i >= 0 {
			t.WantState[i] = true
		} else {
			r.report(questionnaire.Dangling, w.at, "question %q has no state %q%s", t.Question.ID, w.text, r.didYouMean(w.text, ids))
		}
	}
}
