package prove

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

func (w *writer) order(o *questionnaire.Order, f *questionnaire.Formulary) {
	var ranks []string
	for _, rank := range o.Ranks {
		ranks = append(ranks, strings.Join(namesOf(rank, func(g questionnaire.Grade) string { return g.ID }), " = "))
	}
	n := w.noun("order", o.ID, "", Guards)
	n.says("topic", topicID(o.Topic), "gravest-first", commas(ranks))
	if o.Question != nil {
		n.says("question", o.Question.ID)
	}
	if o.Of != nil {
		var of []string
		for i, in := range o.Of {
			if in {
				of = append(of, f.Medicines[i].Generic)
			}
		}
		n.says("of", "["+commas(of)+"]")
	}
}

// rest are what stands beside the topics.
func (w *writer) rest(q *questionnaire.Questionnaire) {
	for _, c := range q.Conditions {
		w.noun("condition", c.ID, "", Advice).says("topic", topicID(c.Topic), "when", conditionText(c.When))
	}
	for _, p := range q.Phrases {
		n := w.noun("phrase", p.ID, "", Guards)
		n.says("true-when", conditionText(p.TrueWhen), "never", onlyIf(p.Never), "texts-may-name", onlyIf(p.TextsMayName))
		for _, words := range p.Words {
			n.says("words, "+words.Language, commas(words.Words))
		}
	}
	for _, l := range q.OutsideLists {
		w.outsideList(l)
	}
	for _, s := range q.Sources {
		w.noun("source", s.ID, "", Sources).says("read", s.Read)
	}
	for _, s := range q.Scenarios {
		w.scenario(q, s)
	}
}

func (w *writer) outsideList(l *questionnaire.OutsideList) {
	name := func(n questionnaire.ListedName) string { return n.Name }
	n := w.noun("outside-list", l.ID, "", Guards)
	if l.Class != nil {
		n.says("class", l.Class.ID)
	}
	n.says("dated", day(l.Dated), "members", list(l.Members, name))
	n.in(Sources, "sources", list(l.Sources, sourceID))
	reasons := func(r questionnaire.ListReason) string { return list(r.Medicines, name) + ": " + r.Why }
	n.says("not-in-class", strings.Join(namesOf(l.NotInClass, reasons), "; "), "not-on-list", strings.Join(namesOf(l.NotOnList, reasons), "; "))
}

func (w *writer) scenario(q *questionnaire.Questionnaire, s *questionnaire.Scenario) {
	n := w.noun("scenario", s.ID, "", Guards)
	for _, given := range s.Person.Answers {
		value := Said(q, given.Question, given.Reply)
		for _, t := range given.Reply.Taken {
			if typed := t.Typed.String(); typed != "" {
				value += fmt.Sprintf(" %q", typed)
			}
		}
		n.says("answers, "+given.Question.ID, value)
	}
	n.says("others", commas(s.Person.Others), "expect", s.Expect.String(), "workshop", onlyIf(s.Workshop), "tenderness", unlessZero(s.Tenderness))
	if s.PairsWith != nil {
		n.says("pairs-with", s.PairsWith.ID)
	}
}

func (w *writer) workshop(shop *questionnaire.Workshop) {
	if shop == nil {
		return
	}
	for _, list := range shop.Lists() {
		w.noun("workshop", list.Name, "", WorkshopPart).order(list.Name, namesOf(list.Sayings, func(s *questionnaire.Saying) string { return s.ID }))
	}
	n := w.noun("workshop", "", "", WorkshopPart)
	n.order("plans", namesOf(shop.Plans, func(p *questionnaire.Plan) string { return p.ID }))
	n.order("distress", namesOf(shop.Distress, func(d *questionnaire.DistressStep) string { return d.ID }))
	n.order("disclosures", namesOf(shop.Disclosures, func(d *questionnaire.Disclosure) string { return d.ID }))
	for _, d := range shop.Distress {
		w.noun("workshop", "", "distress/"+d.ID, WorkshopPart).says("lines", commas(d.Lines))
	}
	for _, p := range shop.Plans {
		n := w.noun("plan", p.ID, "", WorkshopPart)
		n.says("minutes", unlessZero(p.Minutes))
		n.order("steps", namesOf(p.Steps, func(s *questionnaire.PlanStep) string { return s.ID }))
		for _, s := range p.Steps {
			w.noun("plan", p.ID, "step/"+s.ID, WorkshopPart).says("minutes", unlessZero(s.Minutes), "show", s.Show.String(), "tenderness", unlessZero(s.Tenderness))
		}
	}
}

// conditionText is a condition as an author could write it, whole: a named one by its name.
func conditionText(c *questionnaire.Condition) string {
	if c == nil {
		return ""
	}
	if c.Named != nil {
		return c.Named.ID
	}
	switch c.Op {
	case questionnaire.Atom:
		return atomText(c.Atom)
	case questionnaire.Not:
		return "{not: " + conditionText(c.Parts[0]) + "}"
	}
	word := "all"
	if c.Op == questionnaire.Any {
		word = "any"
	}
	return "{" + word + ": [" + list(c.Parts, conditionText) + "]}"
}

func atomText(t *questionnaire.Test) string {
	of := "[" + commas(t.Of) + "]"
	var states []string
	for i, in := range t.WantState {
		if in {
			states = append(states, t.Question.States[i].ID)
		}
	}
	if t.AtLeast != 1 || t.WantState != nil {
		keys := "of: " + of
		if t.AtLeast != 1 {
			keys = fmt.Sprintf("at-least: %d, ", t.AtLeast) + keys
		}
		if t.WantState != nil {
			keys += ", state: [" + commas(states) + "]"
		}
		of = "{" + keys + "}"
	}
	return "{" + t.Question.ID + ": " + of + "}"
}

// commonIn are the names that are on both lists, as each has them.
func commonIn(a, b []string, renamed func(string) string) (before, after []string) {
	for _, name := range a {
		if slices.Contains(b, renamed(name)) {
			before = append(before, renamed(name))
		}
	}
	for _, name := range b {
		if slices.Contains(before, name) {
			after = append(after, name)
		}
	}
	return before, after
}
