package page

import (
	"slices"

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
func question(w *wording.Words, q *questionnaire.Question, d Draft, announced bool) *maker {
	m := newMaker(w, QuestionPage, q.Topic.Title)
	if announced {
		m.announce(q.Topic)
	}
	m.add(Before, q.Before)
	m.add(Question, q.Ask)
	m.why(q, d)
	if q.TakesMany() {
		m.boxes(q, d)
	} else {
		m.answers(q, d)
	}
	m.gap()
	m.free(q, d)
	m.way(Back, &Choice{Means: visit.WentBack{}})
	return m
}

// announces reports whether what a topic is about is said above this question: the
// first of the topic that she is asked, which need not be the first that there is.
func announces(v visit.Visit, q *questionnaire.Question) bool {
	asked := v.Said().Asked()
	i := slices.IndexFunc(asked, func(a *questionnaire.Question) bool { return a.Topic == q.Topic })
	if i < 0 { // an author looks at a topic that nobody is asked
		return q == q.Topic.Questions[0]
	}
	return q == asked[i]
}

// opensWith reports whether a topic is the one with which everybody begins.
func opensWith(v visit.Visit, t *questionnaire.Topic) bool {
	asked := v.Said().Asked()
	return len(asked) > 0 && asked[0].Topic == t
}

// why says why a question is asked. Who comes back to an answer of hers has read it.
func (m *maker) why(q *questionnaire.Question, d Draft) {
	if q.Why != "" {
		m.put(&Block{Manner: Why, Spans: []questionnaire.Span{{Words: q.Why}}, Known: d.back})
	}
}

// announce says what a topic is about.
func (m *maker) announce(t *questionnaire.Topic) {
	if t.About != "" {
		m.add(Heading, wording.Fill(m.w.Question.Topic, "topic", t.Title))
		m.add(Note, t.About)
		m.gap()
	}
}

func (m *maker) answers(q *questionnaire.Question, d Draft) {
	said := questionnaire.Reply{Kind: d.said, Answers: d.answers}
	for i, a := range q.Answers {
		reply := questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{i}}
		m.choose(&Choice{Label: a.Label, Marked: said.Has(i), Means: visit.Replied{Reply: reply}})
		if said.Has(i) {
			m.Begin = m.last()
		}
	}
}

func (m *maker) boxes(q *questionnaire.Question, d Draft) {
	said := questionnaire.Reply{Kind: questionnaire.Definite, Answers: d.answers}
	for i, a := range q.Answers {
		m.choose(&Choice{Label: a.Label, Box: true, Marked: said.Has(i), Drafts: d.ticked(q, i, m.w)})
	}
	on := &Choice{Label: m.w.Question.ManyGoOn, Means: d.replied()}
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
		m.choose(&Choice{Label: m.w.Answer.RestUnsure, Extra: NotSure, Marked: d.rest, Means: d.andNotSure()})
		if d.rest {
			m.Begin = m.last()
		}
		m.choose(&Choice{Label: m.w.Answer.RestDeclined, Extra: Declined, Means: d.andNotSure()})
		return
	}
	m.choose(&Choice{Label: m.w.Answer.NotSure, Extra: NotSure, Marked: d.said == questionnaire.Unsure, Means: unsure})
	if d.said == questionnaire.Unsure {
		m.Begin = m.last()
	}
	m.choose(&Choice{Label: m.w.Answer.PreferNotToSay, Extra: Declined, Marked: d.said == questionnaire.Declined, Means: declined})
	if d.said == questionnaire.Declined {
		m.Begin = m.last()
	}
}
