package folder

import (
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

func (r *reader) readOrder(t *questionnaire.Topic, v value) {
	o, _ := v.object(&orderKeys)
	order := &questionnaire.Order{ID: o.id("id"), Topic: t, At: v.at()}
	if !r.claim("order", order.ID, o.place("id")) {
		return
	}
	t.Orders = append(t.Orders, order)
	r.q.Orders = append(r.q.Orders, order)
	r.later = append(r.later, func() {
		if !o.has("question") {
			return
		}
		id, ok := o.fields["question"].text(o.name("question"))
		if !ok {
			return
		}
		if order.Question = lookUp(r, "question", word{id, o.fields["question"].at()}, r.q.Question); order.Question == nil {
			return
		}
		r.readRanks(order, o)
		r.readOf(order, o)
	})
}

func (r *reader) readRanks(order *questionnaire.Order, o *object) {
	v, ok := o.fields["gravest-first"]
	if !ok {
		return
	}
	before := r.reported
	for _, item := range v.items(o.name("gravest-first"), false) {
		var rank []questionnaire.Grade
		for _, w := range item.words("an entry of " + o.name("gravest-first")) {
			grade, ok := r.grade(order.Question, w)
			switch {
			case !ok:
			case ranks(order, w.text) || slices.ContainsFunc(rank, func(g questionnaire.Grade) bool { return g.ID == w.text }):
				r.report(duplicateID, w.at, "%q is ranked twice", w.text)
			default:
				rank = append(rank, grade)
			}
		}
		if item.node.Kind == yaml.SequenceNode && len(item.node.Content) == 0 {
			item.report(missingKey, "a rank without any answer; name at least one, or remove it")
		}
		order.Ranks = append(order.Ranks, rank)
	}
	if r.reported > before {
		return
	}
	if len(order.Ranks) < 2 {
		v.report(missingKey, "order %q ranks nothing; write at least two entries, the gravest first", order.ID)
		return
	}
	r.checkStates(order, v)
}

// checkStates holds an order that ranks a state to states alone. "Not sure" is
// one of them there: that she does not know the state.
func (r *reader) checkStates(order *questionnaire.Order, v value) {
	isState := func(g questionnaire.Grade) bool { return g.Kind == questionnaire.GradeState }
	if !slices.ContainsFunc(grades(order), isState) {
		return
	}
	for _, rank := range order.Ranks {
		for i := range rank {
			switch g := &rank[i]; g.Kind {
			case questionnaire.GradeState:
			case questionnaire.GradeNotSure, questionnaire.GradeDeclined:
				g.Kind, g.Place = questionnaire.GradeState, questionnaire.UnsureState
			default:
				v.report(wrongOrder, "order %q ranks states and something else (%q); write an order for each", order.ID, g.ID)
				return
			}
		}
	}
}

// ranks tells whether the order ranks it already.
func ranks(order *questionnaire.Order, id string) bool {
	return slices.ContainsFunc(grades(order), func(g questionnaire.Grade) bool { return g.ID == id })
}

func grades(order *questionnaire.Order) []questionnaire.Grade { return slices.Concat(order.Ranks...) }

// grade finds what a word of an order means for the question.
func (r *reader) grade(q *questionnaire.Question, w word) (questionnaire.Grade, bool) {
	g := questionnaire.Grade{ID: w.text, At: w.at}
	is := func(a *questionnaire.Answer) bool { return a.ID == w.text }
	switch {
	case w.text == questionnaire.NotSure:
		g.Kind = questionnaire.GradeNotSure
	case w.text == questionnaire.PreferNotToSay:
		g.Kind = questionnaire.GradeDeclined
	case !q.TakesMedicines():
		if g.Place = slices.IndexFunc(q.Answers, is); g.Place < 0 {
			r.noAnswer(q, w.text, w.at)
			return g, false
		}
	case w.text == questionnaire.None:
		g.Kind = questionnaire.GradeNone
	case w.text == questionnaire.Unlisted:
		g.Kind = questionnaire.GradeUnlisted
	case slices.ContainsFunc(q.States, is):
		g.Kind, g.Place = questionnaire.GradeState, slices.IndexFunc(q.States, is)
	default:
		g.Kind, g.Medicines = questionnaire.GradeMedicines, make([]bool, len(r.q.Formulary.Medicines))
		return g, r.medicinesNamed(g.Medicines, w)
	}
	return g, true
}

// readOf reads which medicines an order of states is about.
func (r *reader) readOf(order *questionnaire.Order, o *object) {
	if !o.has("of") {
		return
	}
	if len(grades(order)) > 0 && grades(order)[0].Kind != questionnaire.GradeState {
		r.report(wrongOrder, o.keys["of"], "only an order of states is about some medicines; remove it")
		return
	}
	order.Of = make([]bool, len(r.q.Formulary.Medicines))
	for _, w := range o.filled("of", "%s names nothing; name at least one class or medicine, or remove it", o.name("of")) {
		r.medicinesNamed(order.Of, w)
	}
}
