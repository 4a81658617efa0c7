package folder

import (
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

func (r *reader) readScenarios(root value) {
	o, _ := root.object(&scenariosKeys)
	r.each(o, "scenarios", func(v value) { r.readScenario(v) })
}

func (r *reader) readScenario(v value) {
	o, _ := v.object(&scenarioKeys)
	s := &questionnaire.Scenario{ID: o.id("id"), Title: o.line("title"), Story: o.line("story"), Point: o.line("point"), Workshop: o.flag("workshop"), Discuss: texts(o.list("discuss")), IfTheySay: texts(o.list("if-they-say")), Say: o.line("say"), MoveOn: o.line("move-on"), At: v.at()}
	s.Tenderness = o.number("tenderness")
	if !r.claim("scenario", s.ID, o.place("id")) {
		return
	}
	r.q.Scenarios = append(r.q.Scenarios, s)
	r.later = append(r.later, func() {
		if o.has("pairs-with") {
			if w := (word{o.line("pairs-with"), o.place("pairs-with")}); w.text != "" {
				s.PairsWith = lookUp(r, "scenario", w, r.q.Scenario)
			}
		}
		r.readPerson(s, o)
		if expect, ok := o.fields["expect"]; ok {
			o, _ := expect.object(&expectKeys)
			s.Expect = r.readExpectation(o)
		}
	})
}

func (r *reader) readPerson(s *questionnaire.Scenario, o *object) {
	s.Person.At = o.at()
	if o.has("others") {
		s.Person.At = o.fields["others"].at()
	}
	for _, w := range o.list("others") {
		if !r.isOffered(w.text) {
			if r.unread["question"] {
				continue
			}
			r.report(questionnaire.Dangling, w.at, "no question offers the answer %q; write not-sure or prefer-not-to-say", w.text)
			continue
		}
		s.Person.Others = append(s.Person.Others, w.text)
	}
	answers, ok := o.fields["answers"]
	if !ok {
		return
	}
	if answers.node.Kind != yaml.MappingNode {
		answers.report(wrongType, "answers must be questions with answers (feeding: all-milk), not %s", kindWord(answers.node))
		return
	}
	for i := 0; i < len(answers.node.Content); i += 2 {
		key, val := answers.with(answers.node.Content[i]), answers.with(answers.node.Content[i+1])
		q := lookUp(r, "question", word{key.node.Value, key.at()}, r.q.Question)
		if q == nil {
			continue
		}
		if reply, ok := r.readReply(q, val); ok {
			s.Person.Answers = append(s.Person.Answers, questionnaire.Given{Question: q, Reply: reply, At: key.at()})
			for _, t := range reply.Taken {
				if words := t.Typed.String(); words != "" && len(r.q.Formulary.Called(words)) == 0 {
					s.Called = append(s.Called, questionnaire.Called{Words: words, At: key.at()})
				}
			}
		}
	}
}

// isOffered tells whether any question offers the answer.
func (r *reader) isOffered(id string) bool {
	if r.offered == nil {
		r.offered = map[string]bool{questionnaire.NotSure: true, questionnaire.PreferNotToSay: true}
		for _, q := range r.q.Questions {
			for _, id := range q.AnswerIDs() {
				r.offered[id] = true
			}
		}
	}
	return r.offered[id]
}

func (r *reader) readReply(q *questionnaire.Question, v value) (questionnaire.Reply, bool) {
	items := v.items("the answer to "+q.ID, true)
	before := r.reported
	if q.TakesMedicines() && !isSpecial(items) {
		var taken []questionnaire.Taken
		rest := false
		for _, item := range items {
			if len(items) > 1 && isOpenAnswer(item) {
				rest = true
				continue
			}
			if t, ok := r.readTaken(q, item); ok {
				taken = append(taken, t)
			}
		}
		reply, err := q.ReplyTaken(taken...)
		if err == nil && rest && r.reported == before {
			reply, err = q.AndNotSure(reply)
		}
		if err != nil {
			v.report(wrongType, "%v", err)
		}
		return reply, r.reported == before
	}
	var ids []string
	known := true
	for _, item := range items {
		id, ok := item.text("an answer")
		if ok && !q.TakesMedicines() && !slices.Contains(q.AnswerIDs(), id) {
			r.noAnswer(q, id, item.at())
			known = false
		}
		ids = append(ids, id)
	}
	if r.reported > before || !known {
		return questionnaire.Reply{}, false
	}
	reply, err := q.Reply(ids...)
	if err != nil {
		v.report(wrongType, "%v", err)
		return questionnaire.Reply{}, false
	}
	return reply, true
}

// isSpecial tells the single words that answer a medicines question as a whole.
func isSpecial(items []value) bool {
	return len(items) == 1 && items[0].node.Kind == yaml.ScalarNode &&
		slices.Contains([]string{questionnaire.None, questionnaire.NotSure, questionnaire.PreferNotToSay}, items[0].node.Value)
}

// isOpenAnswer tells the two words that beside others mean "and I am not sure
// about the rest".
func isOpenAnswer(v value) bool {
	return v.node.Kind == yaml.ScalarNode && (v.node.Value == questionnaire.NotSure || v.node.Value == questionnaire.PreferNotToSay)
}

// readTaken reads one medicine: its name, or {name: …, state: …}. A bare name
// of a question with states stands for the first of them.
func (r *reader) readTaken(q *questionnaire.Question, v value) (questionnaire.Taken, bool) {
	name, state, typed := v, 0, ""
	if v.node.Kind == yaml.MappingNode {
		o, ok := v.object(&takenKeys)
		if !ok {
			return questionnaire.Taken{}, false
		}
		name, typed = o.fields["name"], o.line("typed")
		if o.has("state") {
			ids := []string{questionnaire.NotSure, questionnaire.PreferNotToSay}
			for _, s := range q.States {
				ids = append(ids, s.ID)
			}
			// The two open answers come first and both mean "unsure".
			word, _ := o.choice("state", ids)
			state = max(word-2, questionnaire.UnsureState)
		}
	}
	text, ok := name.text("a medicine")
	if !ok {
		return questionnaire.Taken{}, false
	}
	if text == questionnaire.Unlisted {
		return questionnaire.Taken{Medicine: questionnaire.UnlistedMedicine, State: state, Typed: questionnaire.NewTyped(typed)}, true
	}
	if typed == "" && r.q.Formulary.ByGeneric(text) == nil {
		typed = text
	}
	if slices.Contains(reservedMedicines, text) {
		name.report(wrongType, "%q stands alone: it cannot be given together with medicines", text)
		return questionnaire.Taken{}, false
	}
	called := r.q.Formulary.Called(text)
	if generic := r.q.Formulary.ByGeneric(text); generic != nil {
		called = []*questionnaire.Medicine{generic}
	}
	switch len(called) {
	case 1:
		return questionnaire.Taken{Medicine: called[0].Index, State: state, Typed: questionnaire.NewTyped(typed)}, true
	case 0:
		if r.unread["medicine"] {
			return questionnaire.Taken{}, false
		}
		name.report(questionnaire.Dangling, "no medicine is called %q%s", text, r.meantMedicine(text))
	default:
		name.report(questionnaire.Dangling, "%q is the name of %d medicines; write the generic name: %s or %s", text, len(called), called[0].Generic, called[1].Generic)
	}
	return questionnaire.Taken{}, false
}
