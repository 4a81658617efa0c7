package mistake

import (
	"fmt"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// rule makes the mistakes of one rule.
func (b *builder) rule(r *questionnaire.Rule) {
	add := func(kind Kind, what string, change func(*questionnaire.Rule)) {
		b.add(kind, "rule "+r.ID+", "+what, r.At, r, func(q *questionnaire.Questionnaire) { change(q.Rules[r.Index]) })
	}
	b.add(RuleRemoved, "rule "+r.ID+", removed", r.At, r, func(q *questionnaire.Questionnaire) { remove(q, r.Index) })
	if r.Urgency > questionnaire.NextVisit {
		add(UrgencyLowered, "urgency lowered", func(r *questionnaire.Rule) {
			r.Urgency--
			r.PossibleUrgency = min(r.PossibleUrgency, r.Urgency)
		})
	}
	if r.PossibleUrgency > questionnaire.NextVisit && r.PossibleUrgency < r.Urgency {
		add(UrgencyLowered, "possible-urgency lowered", func(r *questionnaire.Rule) { r.PossibleUrgency-- })
	}
	if r.Weight > questionnaire.Usual {
		add(WeightLowered, "weight lowered", func(r *questionnaire.Rule) { r.Weight-- })
	}
	if r.Interrupt {
		add(InterruptLost, "interrupt lost", func(r *questionnaire.Rule) { r.Interrupt = false })
	}
	for i, need := range r.Needs {
		if len(r.Needs) > 1 {
			add(NeedDropped, "without "+need.String(), func(r *questionnaire.Rule) { talkTo(r, slices.Delete(r.Needs, i, i+1)) })
		}
		if len(need.AnyOf) == 1 {
			continue
		}
		for j, who := range need.AnyOf {
			add(AlternativeDropped, "need "+need.String()+" without "+who.ID, func(r *questionnaire.Rule) {
				r.Needs[i].AnyOf = slices.Delete(r.Needs[i].AnyOf, j, j+1)
				talkTo(r, r.Needs)
			})
		}
		add(AlternativesExchanged, "need "+need.String()+" turned", func(r *questionnaire.Rule) {
			any := r.Needs[i].AnyOf
			any[0], any[1] = any[1], any[0]
			talkTo(r, r.Needs)
		})
	}
	b.condition("rule "+r.ID, r, r.When, func(q *questionnaire.Questionnaire) *questionnaire.Condition { return q.Rules[r.Index].When })
	for i, ask := range r.Ask {
		id := fmt.Sprintf("ask %d", i+1)
		add(AskChanged, id+" dropped", func(r *questionnaire.Rule) { r.Ask = slices.Delete(r.Ask, i, i+1) })
		b.as(AskChanged, func() {
			b.condition("rule "+r.ID+", "+id, r, ask.When, func(q *questionnaire.Questionnaire) *questionnaire.Condition { return q.Rules[r.Index].Ask[i].When })
		})
	}
	for i, e := range r.Learn {
		add(TextDropped, "learn without "+e.ID, func(r *questionnaire.Rule) { r.Learn = slices.Delete(r.Learn, i, i+1) })
	}
	for i, kind := range r.Lines {
		add(KindOfLineLost, "lines without "+kind, func(r *questionnaire.Rule) { r.Lines = slices.Delete(r.Lines, i, i+1) })
	}
}

// talkTo gives a rule its needs, and whom they name first.
func talkTo(r *questionnaire.Rule, needs []questionnaire.Need) {
	r.Needs, r.TalkTo = needs, nil
	for _, n := range needs {
		if first := n.AnyOf[0]; !slices.Contains(r.TalkTo, first) {
			r.TalkTo = append(r.TalkTo, first)
		}
	}
}

// remove takes a rule out. Who expects that it interrupts, still does.
func remove(q *questionnaire.Questionnaire, index int) {
	gone := q.Rules[index]
	not := func(r *questionnaire.Rule) bool { return r == gone }
	q.Rules = slices.DeleteFunc(q.Rules, not)
	if gone.Topic != nil {
		gone.Topic.Rules = slices.DeleteFunc(gone.Topic.Rules, not)
	}
	for i, r := range q.Rules {
		r.Index = i
	}
}
