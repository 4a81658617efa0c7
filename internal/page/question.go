package page

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

var (
	unsure   = visit.Replied{Reply: questionnaire.Reply{Kind: questionnaire.Unsure}}
	declined = visit.Replied{Reply: questionnaire.Reply{Kind: questionnaire.Declined}}
)

// question is a question of one or many answers. The two free answers stand
// after the author's, and before them, for many, the way on. At an answer given
// before she begins, so that going on keeps it.
func question(w *wording.Words, at visit.Asked, d Draft) *maker {
	q := at.Question
	m := newMaker(w, QuestionPage, q.Topic.Title)
	m.announce(q)
	m.add(Before, q.Before)
	m.add(Question, q.Ask)
	m.add(Why, q.Why)
	if q.Choose == questionnaire.Many {
		m.boxes(q, d)
	} else {
		m.answers(q, d)
	}
	m.gap()
	m.free(q, d)
	m.way(Back, Choice{Means: visit.WentBack{}})
	return m
}

// announce says what a topic is about, above its first question.
func (m *maker) announce(q *questionnaire.Question) {
	if q == q.Topic.Questions[0] && q.Topic.About != "" {
		m.add(Heading, wording.Fill(m.w.Question.Topic, "topic", q.Topic.Title))
		m.add(Note, q.Topic.About)
		m.gap()
	}
}

func (m *maker) answers(q *questionnaire.Question, d Draft) {
	said := questionnaire.Reply{Kind: d.said, Answers: d.answers}
	for i, a := range q.Answers {
		reply := questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{i}}
		m.choose(Choice{Label: a.Label, Marked: said.Has(i), Means: visit.Replied{Reply: reply}})
		if said.Has(i) {
			m.Begin = m.last()
		}
	}
}

func (m *maker) boxes(q *questionnaire.Question, d Draft) {
	said := questionnaire.Reply{Kind: questionnaire.Definite, Answers: d.answers}
	for i, a := range q.Answers {
		m.choose(Choice{Label: a.Label, Box: true, Marked: said.Has(i), Drafts: d.ticked(q, i, m.w.Question.Alone)})
	}
	on := Choice{Label: m.w.Question.ManyGoOn, Means: d.replied()}
	if len(d.answers) == 0 {
		on.Means, on.Drafts = nil, d.told(m.w.Question.ChooseFirst)
	}
	m.gap()
	m.choose(on)
	if d.said == questionnaire.Definite {
		m.Begin = m.last()
	}
	m.way(GoOn, on)
}

// free adds the two answers that every question takes. Where something is chosen
// already they add to it, and take nothing of it back.
func (m *maker) free(q *questionnaire.Question, d Draft) {
	if d.some(q) {
		m.choose(Choice{Label: m.w.Answer.RestUnsure, Marked: d.rest, Means: d.andNotSure()})
		if d.rest {
			m.Begin = m.last()
		}
		m.choose(Choice{Label: m.w.Answer.RestDeclined, Means: d.andNotSure()})
		return
	}
	m.choose(Choice{Label: m.w.Answer.NotSure, Marked: d.said == questionnaire.Unsure, Means: unsure})
	if d.said == questionnaire.Unsure {
		m.Begin = m.last()
	}
	m.choose(Choice{Label: m.w.Answer.PreferNotToSay, Marked: d.said == questionnaire.Declined, Means: declined})
	if d.said == questionnaire.Declined {
		m.Begin = m.last()
	}
}
