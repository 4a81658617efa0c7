package page

import (
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Anew is the opening of a preview that begins again, without any answers.
type Anew struct{}

func (Anew) opening() {}

// Jump finds a place of a preview by its id or its text, as somebody types. To go
// there answers nothing: what was passed over is not answered yet.
func Jump(w *wording.Words, v visit.Visit, typed string) Page {
	q := v.Questionnaire()
	m := newMaker(w, JumpPage, "")
	m.Typing = true
	m.add(Field, w.Preview.JumpField)
	if typed == "" {
		m.add(Hint, w.Preview.JumpHint)
	}
	heading := ""
	add := func(above, label string, c *Choice) {
		c.Label = label
		switch {
		case !hasWords(label, typed):
		case above != heading:
			heading = above
			m.headed(above, c)
		default:
			m.beneath(c)
		}
	}
	asked := map[*questionnaire.Question]bool{}
	for _, question := range v.Said().Asked() {
		asked[question] = true
	}
	for _, question := range q.Questions {
		state := w.Preview.NotAsked
		if asked[question] {
			state = Replied(w, q.Formulary, question, v.Said().Reply(question))
		}
		label := wording.Fill(w.Preview.JumpEntry, "id", question.ID, "text", question.Ask) + " (" + state + ")"
		add(question.Topic.Title, label, &Choice{Means: visit.Jumped{To: visit.Asked{Question: question}}})
	}
	for _, e := range q.Education {
		add(w.Preview.Texts, wording.Fill(w.Preview.JumpEntry, "id", e.ID, "text", e.Title), &Choice{Opens: Reading{e.ID}})
	}
	const elsewhere = "" // no heading, but a gap
	add(elsewhere, w.Preview.Beginning, &Choice{Means: visit.Jumped{To: visit.Welcome{}}})
	add(elsewhere, w.Preview.Anew, &Choice{Opens: Anew{}})
	add(elsewhere, w.Preview.AnswersSoFar, &Choice{Means: visit.Jumped{To: visit.Reviewing{}}})
	add(elsewhere, w.Preview.TalksSoFar, &Choice{Means: visit.Jumped{To: visit.Result{}}})
	if m.choices == 0 {
		m.add(Notice, w.Preview.JumpNothing)
	} else {
		m.Begin = 0
	}
	m.way(Back, &Choice{Label: w.Preview.Close, Closes: true})
	m.way(Leave, &Choice{Means: visit.Left{}})
	return m.Page
}

// hasWords reports whether all of the typed words are in the text.
func hasWords(text, typed string) bool {
	text = questionnaire.Fold(text)
	for _, word := range strings.Fields(typed) {
		if !strings.Contains(text, questionnaire.Fold(word)) {
			return false
		}
	}
	return true
}
