package mistake

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// question makes the mistakes of what a question is, beside when it is asked.
func (b *builder) question(i int, question *questionnaire.Question) {
	if question.Private {
		b.add(PrivateLost, "question "+question.ID+", private lost", question.At, nil, func(q *questionnaire.Questionnaire) { q.Questions[i].Private = false })
	}
	for j, a := range question.Answers {
		add := func(kind Kind, what string, change func(*questionnaire.Answer)) {
			b.add(kind, "question "+question.ID+", "+what+" "+a.ID, a.At, nil, func(q *questionnaire.Questionnaire) { change(q.Questions[i].Answers[j]) })
		}
		if a.Exclusive {
			add(ExclusiveLost, "exclusive lost of", func(a *questionnaire.Answer) { a.Exclusive = false })
		}
		if a.Unknown {
			add(UnknownLost, "unknown lost of", func(a *questionnaire.Answer) { a.Unknown = false })
		}
	}
}

// clinician makes the mistakes of when somebody is there, who is there instead, and
// what stands with her.
func (b *builder) clinician(i int, who *questionnaire.Clinician) {
	add := func(kind Kind, id string, change func(*questionnaire.Clinician)) {
		b.add(kind, id, who.At, nil, func(q *questionnaire.Questionnaire) { change(q.Clinicians[i]) })
	}
	if c := who.ExistsWhen; c != nil {
		b.add(ExistsChanged, "exists-when "+who.ID+", dropped", c.At, nil, func(q *questionnaire.Questionnaire) { q.Clinicians[i].ExistsWhen = nil })
		b.as(ExistsChanged, func() {
			b.condition("exists-when "+who.ID, nil, c, func(q *questionnaire.Questionnaire) *questionnaire.Condition { return q.Clinicians[i].ExistsWhen })
		})
	}
	if c := who.TellWithMedicines; c != nil {
		b.add(TellChanged, "tell-with-medicines "+who.ID+", dropped", c.At, nil, func(q *questionnaire.Questionnaire) { q.Clinicians[i].TellWithMedicines = nil })
		b.as(TellChanged, func() {
			b.condition("tell-with-medicines "+who.ID, nil, c, func(q *questionnaire.Questionnaire) *questionnaire.Condition {
				return q.Clinicians[i].TellWithMedicines
			})
		})
	}
	for j, other := range who.Instead {
		add(InsteadDropped, "instead "+who.ID+", without "+other.ID, func(c *questionnaire.Clinician) { c.Instead = slices.Delete(c.Instead, j, j+1) })
	}
	if who.Line != "" {
		add(LineLost, "line "+who.ID+", without "+who.Line, func(c *questionnaire.Clinician) { c.Line = "" })
	}
	for j, kind := range who.Lines {
		if len(who.Lines) == 1 && len(who.Instead) > 0 {
			continue // the reader refuses it: there is no kind that a region could lack
		}
		add(KindOfLineLost, "lines "+who.ID+", without "+kind, func(c *questionnaire.Clinician) { c.Lines = slices.Delete(c.Lines, j, j+1) })
	}
}

// whole makes the mistakes of what the questionnaire says of itself: the short way, who
// goes through what was left open, and how much stands on a page. More steps than
// somebody may have are not made into one: that limit is a guard.
func (b *builder) whole() {
	at := b.q.At
	if len(b.q.Short) > 1 {
		for i, question := range b.q.Short {
			b.add(ShortChanged, "short, without "+question.ID, at, nil, func(q *questionnaire.Questionnaire) { q.Short = slices.Delete(q.Short, i, i+1) })
		}
	}
	if len(b.q.Short) > 0 {
		b.add(ShortChanged, "short, dropped", at, nil, func(q *questionnaire.Questionnaire) { q.Short = nil })
	}
	if with := b.q.OpenWith; len(with.AnyOf) > 0 {
		b.add(OpenWithChanged, "open-with, dropped", with.At, nil, func(q *questionnaire.Questionnaire) { q.OpenWith = questionnaire.Need{} })
	}
	if with := b.q.OpenWith; len(with.AnyOf) > 1 {
		for i, who := range with.AnyOf {
			b.add(OpenWithChanged, "open-with, without "+who.ID, with.At, nil, func(q *questionnaire.Questionnaire) {
				q.OpenWith.AnyOf = slices.Delete(q.OpenWith.AnyOf, i, i+1)
			})
		}
		b.add(OpenWithChanged, "open-with, turned", with.At, nil, func(q *questionnaire.Questionnaire) {
			any := q.OpenWith.AnyOf
			any[0], any[1] = any[1], any[0]
		})
	}
	for _, limit := range []struct {
		key string
		of  func(*questionnaire.Limits) *int
	}{
		{"facts", func(l *questionnaire.Limits) *int { return &l.Facts }},
		{"requests", func(l *questionnaire.Limits) *int { return &l.Requests }},
		{"texts", func(l *questionnaire.Limits) *int { return &l.Texts }},
	} {
		if *limit.of(&b.q.Limits) > 1 && b.q.Limits.At != (questionnaire.Position{}) { // written down, and there is one
			b.add(LimitLowered, "limits, "+limit.key+" lowered", b.q.Limits.At, nil, func(q *questionnaire.Questionnaire) { *limit.of(&q.Limits)-- })
		}
	}
}
