package page

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// reviewing shows every answer before the result, by the parts that were asked, each
// before its question, then where she lives and the language; each can be changed. Who comes back from a change
// stands where she was, and is told what it did.
func reviewing(w *wording.Words, v visit.Visit, at visit.Reviewing, f Front) Page {
	q := v.Questionnaire()
	m := newMaker(w, ReviewPage, q.Title)
	intro := w.Check.Intro
	if at.Stopped {
		intro += " " + w.Check.IntroStopped
	}
	m.add(Title, w.Check.Heading)
	m.add(Note, intro)
	m.choose(&Choice{Label: w.Check.GoOn, Means: visit.WentOn{}})
	m.Begin = 0
	if at.Stopped {
		m.choose(&Choice{Label: w.Check.Resume, Means: visit.Resumed{}})
	}
	var topic *questionnaire.Topic
	for _, asked := range v.Said().Asked() {
		said := Replied(w, q.Formulary, asked, v.Said().Reply(asked))
		if counts, unfinished := v.Unfinished(asked); unfinished {
			said = wording.Fill(w.Check.Unfinished, "answer", Replied(w, q.Formulary, asked, counts))
		}
		heading := ""
		if asked.Topic != topic {
			topic, heading = asked.Topic, asked.Topic.Title
		}
		m.changes(heading, &Choice{Label: asked.Ask, Answer: sentence(said), Means: visit.Reopened{Question: asked.ID}}, at)
	}
	heading := w.Check.Place
	if v.Moves() {
		m.changes(heading, &Choice{Label: w.Region.Ask, Answer: sentence(regionOf(v.Region())), Means: visit.Moved{}}, at)
		heading = ""
	}
	for _, t := range f.Languages {
		if t.Tag != f.Language {
			m.changes(heading, &Choice{Label: t.Change, Language: t.Tag}, at)
			heading = ""
		}
	}
	m.Notice = altered(w, v, at)
	return m.onTheWay()
}

// changes adds what can be changed, under the heading of its part where that begins.
func (m *maker) changes(heading string, c *Choice, at visit.Reviewing) {
	if heading != "" {
		m.headed(heading, c)
	} else {
		m.beneath(c)
	}
	if c.Means != nil && c.Means == at.Last {
		m.Begin = m.last()
	}
}

// altered says what became of what she went to last from here; "" where that is as it was.
func altered(w *wording.Words, v visit.Visit, at visit.Reviewing) string {
	if !at.Altered {
		return ""
	}
	reopened, ok := at.Last.(visit.Reopened)
	if !ok {
		return wording.Fill(w.Check.Moved, "region", regionOf(v.Region()))
	}
	q := v.Questionnaire()
	question := q.Question(reopened.Question)
	said := wording.Fill(w.Check.Changed, "answer", Replied(w, q.Formulary, question, v.Said().Reply(question)))
	if n := len(at.Fallen); n > 0 {
		said += " " + w.Count(w.Check.Fallen, n)
	}
	return said
}
