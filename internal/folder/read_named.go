package folder

import "github.com/ask-first/askfirst/internal/questionnaire"

// readNamed reads a condition with a name. All names are known before any
// condition is read, so that a rule may use one that a later topic gives; only a
// name among names must stand after those that it uses, or there could be a ring.
func (r *reader) readNamed(t *questionnaire.Topic, v value) {
	o, _ := v.object(&conditionKeys)
	n := &questionnaire.Named{ID: o.id("id"), Index: len(r.q.Conditions), Topic: t, At: v.at()}
	if !r.claim("condition", n.ID, o.place("id")) {
		return
	}
	r.q.Conditions = append(r.q.Conditions, n)
	if when, ok := o.fields["when"]; ok {
		r.naming = append(r.naming, func() {
			r.named = n.Index
			n.When = r.condition(when)
		})
	}
}

// reference reads the name of a condition.
func (r *reader) reference(v value) *questionnaire.Condition {
	id, ok := v.text("a condition")
	if !ok {
		return nil
	}
	n := r.q.Condition(id)
	switch {
	case n == nil && r.q.Question(id) != nil:
		v.report(questionnaire.Dangling, "%q is a question; write the answers that count: {%s: […]}", id, id)
		return nil
	case n == nil:
		r.dangling("condition", word{id, v.at()})
		return nil
	case n.Index == r.named:
		v.report(wrongOrder, "the condition %q uses itself; write here what it stands for", id)
		return nil
	case n.Index > r.named:
		v.report(wrongOrder, "the condition %q is named after this one; move it before", id)
		return nil
	}
	if r.atoms += r.weight(n); r.atoms > maxAtoms {
		v.report(tooLarge, "the conditions together are too long; use fewer names of names")
		return nil
	}
	return &questionnaire.Condition{Op: questionnaire.All, Parts: []*questionnaire.Condition{n.When}, Named: n, At: v.at()}
}

// weight is how many atoms a named condition stands for. Names of names could
// otherwise make of a short file what nobody has the time to look at.
func (r *reader) weight(n *questionnaire.Named) int {
	weight, known := r.weights[n]
	if !known {
		n.When.Atoms(func(*questionnaire.Condition) { weight++ })
		r.weights[n] = weight
	}
	return weight
}

// atomsIn are the atoms of a condition, each with the place where it is looked at:
// one of a named condition stands where the name does.
func atomsIn(c *questionnaire.Condition, yield func(t *questionnaire.Test, at questionnaire.Position)) {
	switch {
	case c == nil:
	case c.Op == questionnaire.Atom:
		yield(c.Atom, c.At)
	case c.Named != nil:
		c.Atoms(func(atom *questionnaire.Condition) { yield(atom.Atom, c.At) })
	default:
		for _, part := range c.Parts {
			atomsIn(part, yield)
		}
	}
}
