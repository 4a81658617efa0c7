package folder

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// reservedQuestions are the words that join conditions; a question of that
// name could not be asked about.
var reservedQuestions = []string{"all", "any", "not"}

func (r *reader) readTopic(t *questionnaire.Topic, names []string) {
	file := t.ID + ".yaml"
	if !slices.Contains(names, file) {
		var topics []string
		for _, n := range names {
			// Not one that is named already: it would be there twice.
			if topic := strings.TrimSuffix(n, ".yaml"); !slices.Contains(ownFiles, n) && !slices.ContainsFunc(r.q.Topics, func(o *questionnaire.Topic) bool { return o.ID == topic }) {
				topics = append(topics, topic)
			}
		}
		r.missTopic()
		if r.misnamed[file] != "" { // which is said of that file
			return
		}
		hint := "; put it back, or remove its name from topics"
		if len(topics) > 0 {
			hint = r.didYouMean(t.ID, topics)
		}
		r.report(questionnaire.Dangling, t.At, "there is no file %s in the folder%s", file, hint)
		return
	}
	r.readOwn(file, func(root value) {
		o, _ := root.object(&topicKeys)
		if id := o.id("topic"); id != "" && id != t.ID {
			r.report(badID, o.fields["topic"].at(), "the topic is called %q and its file %s; give both the same name", id, file)
		}
		t.At = root.at()
		t.Title, t.About = o.line("title"), o.line("about")
		r.each(o, "conditions", func(v value) { r.readNamed(t, v) })
		r.each(o, "questions", func(v value) { r.readQuestion(t, v) })
		r.each(o, "rules", func(v value) { r.readRule(t, v) })
		r.each(o, "education", func(v value) { r.readEducation(t, v) })
		r.each(o, "promises", func(v value) { r.readPromise(t, v) })
		r.each(o, "orders", func(v value) { r.readOrder(t, v) })
	})
}

func (r *reader) each(o *object, key string, read func(value)) {
	if v, ok := o.fields[key]; ok {
		for _, item := range v.items(o.name(key), false) {
			if o.r.full() {
				return
			}
			read(item)
		}
	}
}

func (r *reader) readQuestion(t *questionnaire.Topic, v value) {
	o, _ := v.object(&questionKeys)
	q := &questionnaire.Question{ID: o.id("id"), Index: len(r.q.Questions), Topic: t, At: v.at()}
	if slices.Contains(reservedQuestions, q.ID) {
		r.report(badID, o.fields["id"].at(), "a question cannot be called %q, because conditions use that word; give it another id", q.ID)
	}
	q.Ask, q.Why, q.Private = o.line("ask"), o.line("why"), o.flag("private")
	q.Before, q.After = o.line("before"), o.line("after")
	choose, chosen := o.choice("choose", questionnaire.ChooseWords())
	q.Choose = questionnaire.Choose(choose)
	before := r.reported
	r.each(o, "answers", func(v value) { r.readAnswer(q, v, chosen) })
	r.each(o, "states", func(v value) {
		s, _ := v.object(&stateKeys)
		state := &questionnaire.Answer{ID: s.id("id"), Label: s.line("label"), Said: s.saidOfMedicines(), At: v.at()}
		if state.ID == questionnaire.NotSure || state.ID == questionnaire.PreferNotToSay {
			r.report(badID, s.place("id"), "every medicine offers %q by itself; remove it here", state.ID)
			return
		}
		if state.ID != "" && slices.ContainsFunc(q.States, func(other *questionnaire.Answer) bool { return other.ID == state.ID }) {
			r.report(duplicateID, s.place("id"), "%q has two states %q", q.ID, state.ID)
		}
		q.States = append(q.States, state)
	})
	switch {
	case !chosen:
	case q.TakesMedicines() && o.has("answers"):
		r.report(unknownKey, o.keys["answers"], "a medicines question has no answers of its own: they are found by name; remove them")
	case !q.TakesMedicines() && len(q.Answers) == 0 && r.reported == before:
		r.report(missingKey, o.place("answers"), "question %q offers no answers; write answers: and a list of {id: …, label: …}", q.ID)
	case q.TakesOne() && len(q.Answers) == 1 && r.reported == before:
		r.report(missingKey, q.Answers[0].At, "question %q offers a single answer; a question with choose: one needs two", q.ID)
	}
	if q.Said = o.saidOfMedicines(); chosen && !q.TakesMedicines() && o.has("said") {
		r.report(unknownKey, o.keys["said"], "what each answer makes true stands with the answer; move said there")
	}
	if chosen && !q.TakesMedicines() && o.has("states") {
		r.report(unknownKey, o.keys["states"], "only a question with choose: medicines has states; remove them")
	}
	if !r.claim("question", q.ID, o.place("id")) {
		return
	}
	t.Questions = append(t.Questions, q)
	r.q.Questions = append(r.q.Questions, q)
	if when, ok := o.fields["ask-when"]; ok {
		r.later = append(r.later, func() {
			q.AskWhen = r.condition(when)
			atomsIn(q.AskWhen, func(t *questionnaire.Test, at questionnaire.Position) {
				if about := t.Question; about == q {
					r.report(wrongOrder, at, "question %q looks at its own answer; ask-when can only look at questions before it", q.ID)
				} else if about.Index > q.Index {
					r.report(wrongOrder, at, "question %q looks at %q, which is not asked before it; move it after %q", q.ID, about.ID, about.ID)
				}
			})
		})
	}
}

func (r *reader) readAnswer(q *questionnaire.Question, v value, chosen bool) {
	o, _ := v.object(&answerKeys)
	a := &questionnaire.Answer{ID: o.id("id"), Label: o.line("label"), Said: o.line("said"), Exclusive: o.flag("exclusive"), Unknown: o.flag("unknown"), At: v.at()}
	if chosen && q.TakesOne() && a.Exclusive {
		r.report(unknownKey, o.keys["exclusive"], "with choose: one every answer stands alone; remove exclusive")
	}
	if a.ID == questionnaire.NotSure || a.ID == questionnaire.PreferNotToSay {
		r.report(badID, o.place("id"), "every question offers %q by itself; remove it here", a.ID)
		return
	}
	if a.Exclusive && slices.ContainsFunc(q.Answers, func(other *questionnaire.Answer) bool { return other.Exclusive }) {
		r.report(duplicateID, o.keys["exclusive"], "question %q has two answers that are exclusive; one is enough", q.ID)
	}
	if i := slices.IndexFunc(q.Answers, func(other *questionnaire.Answer) bool { return other.ID == a.ID }); i >= 0 && a.ID != "" {
		r.report(duplicateID, o.place("id"), "question %q has two answers %q, the first at %s; give one of them another id", q.ID, a.ID, q.Answers[i].At)
		r.doubled[q] = true
	}
	q.Answers = append(q.Answers, a)
}

func (r *reader) readRule(t *questionnaire.Topic, v value) {
	o, _ := v.object(&ruleKeys)
	rule := &questionnaire.Rule{ID: o.id("id"), Index: len(r.q.Rules), Topic: t, At: v.at()}
	urgency, urgencyKnown := o.choice("urgency", questionnaire.UrgencyWords())
	rule.Urgency = questionnaire.Urgency(urgency)
	rule.PossibleUrgency = rule.Urgency
	if o.has("possible-urgency") {
		possible, _ := o.choice("possible-urgency", questionnaire.UrgencyWords())
		rule.PossibleUrgency = questionnaire.Urgency(possible)
		if urgencyKnown && rule.PossibleUrgency > rule.Urgency {
			r.report(wrongOrder, o.fields["possible-urgency"].at(), "the possible form cannot be sooner (%s) than the certain one (%s)", rule.PossibleUrgency, rule.Urgency)
		}
	} else if rule.Urgency == questionnaire.Now {
		r.report(missingKey, o.fields["urgency"].at(), "rule %q has urgency now, so it must say how soon it is when an answer is unsure; write possible-urgency: today", rule.ID)
	}
	rule.Interrupt, rule.First = o.flag("interrupt"), o.line("first")
	weight, _ := o.choice("weight", questionnaire.WeightWords())
	rule.Weight = questionnaire.Weight(weight)
	rule.FirstAt, rule.ReasonAt = o.place("first"), o.place("reason")
	rule.Lines = r.lineKinds(o, "lines")
	rule.Reason = o.line("reason")
	if rule.First != "" && !rule.Interrupt {
		r.report(unknownKey, o.keys["first"], "only a rule with interrupt: true has a page with what to do first; write interrupt: true (put it back, if it stood here), or remove first if no page is to interrupt")
	}
	if !r.claim("rule", rule.ID, o.place("id")) {
		return
	}
	t.Rules = append(t.Rules, rule)
	r.q.Rules = append(r.q.Rules, rule)
	rule.Sources = r.sources(o)
	r.readNeeds(rule, o)
	r.readAsk(rule, o)
	r.later = append(r.later, func() {
		if when, ok := o.fields["when"]; ok {
			rule.When = r.condition(when)
		}
		for _, w := range o.list("learn") {
			if e := r.text(w, t); e != nil {
				rule.Learn = append(rule.Learn, e)
			}
		}
	})
}

// reviews are those of the words with this mark, and those of others.
func (r *reader) reviews(o *object, mark string) (held, lapsed []questionnaire.Review) {
	r.each(o, "reviewed", func(v value) {
		by, _ := v.object(&reviewKeys)
		review := questionnaire.Review{By: by.line("by"), On: by.date("on"), Seen: by.line("seen"), At: v.at()}
		if review.Seen == mark {
			held = append(held, review)
		} else {
			lapsed = append(lapsed, review)
		}
	})
	return held, lapsed
}

func (r *reader) readEducation(t *questionnaire.Topic, v value) {
	o, _ := v.object(&educationKeys)
	e := &questionnaire.Education{ID: o.id("id"), Topic: t, Title: o.line("title"), Text: questionnaire.Text(o.text("text")), Checked: o.date("checked"), At: v.at()}
	e.Sources = r.sources(o)
	e.Reviewed, e.Lapsed = r.reviews(o, e.Mark())
	r.whenHere(o, "concerns", &e.Concerns)
	if r.claim("education text", e.ID, o.place("id")) {
		t.Education = append(t.Education, e)
		r.q.Education = append(r.q.Education, e)
	}
}

func (r *reader) readPromise(t *questionnaire.Topic, v value) {
	o, _ := v.object(&promiseKeys)
	p := &questionnaire.Promise{ID: o.id("id"), Topic: t, Whoever: o.line("whoever"), At: v.at()}
	if !r.claim("promise", p.ID, o.place("id")) {
		return
	}
	t.Promises = append(t.Promises, p)
	r.q.Promises = append(r.q.Promises, p)
	r.later = append(r.later, func() {
		if when, ok := o.fields["if"]; ok {
			p.If = r.condition(when)
		}
		then, ok := o.fields["then"]
		if !ok {
			return
		}
		r.readThen(p, then)
	})
}

// readThen reads what a promise expects. It must expect something.
func (r *reader) readThen(p *questionnaire.Promise, then value) {
	before := r.reported
	o, _ := then.object(&thenKeys)
	if r.reported > before {
		return
	}
	p.Then = r.readExpectation(o)
	if r.reported == before && !p.Then.Says() && len(r.unread) == 0 { // what is unread it may have named
		then.report(missingKey, "\"then\" of a promise says nothing; write one of: %s", strings.Join(thenKeys.names(), ", "))
	}
}
