package folder

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// readExpectation reads what must follow, from the fields of a promise's then or
// a scenario's expect: the words are the same.
func (r *reader) readExpectation(o *object) questionnaire.Expectation {
	e := questionnaire.Expectation{
		Conversations: r.readConversations(o, "conversations"),
		Possible:      r.readConversations(o, "possible"),
		NoneOf:        expected(r, o, "none-of", "clinician", r.q.Clinician),
		Interrupts:    expected(r, o, "interrupts", "rule", r.q.Rule),
		Asks:          expected(r, o, "asks", "question", r.q.Question),
		DoesNotAsk:    expected(r, o, "does-not-ask", "question", r.q.Question),
		NoMore:        o.flag("no-more"),
		NoMoreAt:      o.place("no-more"),
	}
	for _, w := range o.filled("learn", "%s names nothing; name at least one education text, or remove it", o.name("learn")) {
		if text := r.text(w, nil); text != nil {
			e.Learn = append(e.Learn, questionnaire.Expected[questionnaire.Education]{Of: text, At: w.at})
		}
	}
	if first, ok := o.fields["first"]; ok {
		e.First, _ = r.need(first, o.name("first"))
	}
	if o.has("steps") {
		e.Steps, e.StepsAt = o.number("steps"), o.place("steps")
	}
	for _, rule := range e.Interrupts {
		if !rule.Of.Interrupt {
			r.report(wrongOrder, rule.At, "rule %q has no page that interrupts; write interrupt: true there, or expect its conversation", rule.Of.ID)
		}
	}
	r.refuseContradictions(e)
	return e
}

// refuseContradictions reports what is expected and ruled out at once.
func (r *reader) refuseContradictions(e questionnaire.Expectation) {
	for _, none := range e.NoneOf {
		if talk := e.With(none.Of); talk != nil && len(talk.AnyOf) == 1 {
			r.report(wrongOrder, none.At, "a conversation with %q is expected, and \"none-of\" rules it out; remove one of the two", none.Of.ID)
		}
	}
	for _, who := range e.First.AnyOf {
		if len(e.First.AnyOf) == 1 && slices.ContainsFunc(e.NoneOf, func(none questionnaire.Expected[questionnaire.Clinician]) bool { return none.Of == who }) {
			r.report(wrongOrder, e.First.At, "the plan is expected to open with %q, and \"none-of\" rules it out; remove one of the two", who.ID)
		}
	}
	for _, not := range e.DoesNotAsk {
		if slices.ContainsFunc(e.Asks, func(asks questionnaire.Expected[questionnaire.Question]) bool { return asks.Of == not.Of }) {
			r.report(wrongOrder, not.At, "%q is expected to be asked and not to be asked; remove one of the two", not.Of.ID)
		}
	}
}

// readConversations reads clinicians with urgencies. What is only possible may
// be said without: a clinician, or a list of them.
func (r *reader) readConversations(o *object, key string) []questionnaire.ExpectedConversation {
	v, ok := o.fields[key]
	if !ok {
		return nil
	}
	var all []questionnaire.ExpectedConversation
	add := func(at value, text string, urgency questionnaire.Urgency) {
		if anyOf, ok := r.readAnyOf(word{text, at.at()}); ok {
			all = append(all, questionnaire.ExpectedConversation{AnyOf: anyOf, Urgency: urgency, At: at.at()})
		}
	}
	mapping := v.node.Kind == yaml.MappingNode
	switch {
	case v.node.Kind != yaml.ScalarNode && len(v.node.Content) == 0:
		r.report(missingKey, o.keys[key], "%s names nothing; name at least one clinician, or remove it", o.name(key))
	case !mapping && o.key(key).Form == Urgencies:
		v.report(wrongType, "%s must be clinicians with urgencies (prescriber: before-deciding), not %s", key, kindWord(v.node))
	case !mapping:
		for _, item := range v.items(o.name(key), true) {
			if text, ok := item.text("a clinician"); ok {
				add(item, text, questionnaire.NextVisit)
			}
		}
	default:
		for i := 0; i < len(v.node.Content); i += 2 {
			who, val := v.with(v.node.Content[i]), v.with(v.node.Content[i+1])
			urgency := slices.Index(questionnaire.UrgencyWords(), val.node.Value)
			if urgency < 0 {
				val.report(wrongType, "%q is not an urgency%s", val.node.Value, r.didYouMean(val.node.Value, questionnaire.UrgencyWords()))
				urgency = 0
			}
			add(who, who.node.Value, questionnaire.Urgency(urgency))
		}
	}
	return all
}

// readAnyOf reads one clinician, or several of whom any one will do.
func (r *reader) readAnyOf(w word) ([]*questionnaire.Clinician, bool) {
	var all []*questionnaire.Clinician
	for id := range strings.SplitSeq(w.text, " or ") {
		who := lookUp(r, "clinician", word{strings.TrimSpace(id), w.at}, r.q.Clinician)
		if who == nil {
			return nil, false
		}
		if slices.Contains(all, who) {
			r.report(duplicateID, w.at, "%q is named twice", who.ID)
			return nil, false
		}
		all = append(all, who)
	}
	return all, true
}

func expected[T any](r *reader, o *object, key, kind string, get func(string) *T) []questionnaire.Expected[T] {
	var all []questionnaire.Expected[T]
	for _, w := range o.filled(key, "%s names nothing; name at least one %s, or remove it", o.name(key), kind) {
		if x := lookUp(r, kind, w, get); x != nil {
			all = append(all, questionnaire.Expected[T]{Of: x, At: w.at})
		}
	}
	return all
}
