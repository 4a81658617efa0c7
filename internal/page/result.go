package page

import (
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// reviewing shows every answer before the result; each can be changed.
func reviewing(w *wording.Words, v visit.Visit, at visit.Reviewing) Page {
	q := v.Questionnaire()
	m := newMaker(w, ReviewPage, q.Title)
	intro := w.Check.Intro
	if at.Stopped {
		intro += " " + w.Check.IntroStopped
	}
	m.add(Title, w.Check.Heading)
	m.add(Note, intro)
	m.choose(Choice{Label: w.Check.GoOn, Means: visit.WentOn{}})
	if at.Stopped {
		m.choose(Choice{Label: w.Check.Resume, Means: visit.Resumed{}})
	}
	m.gap()
	for _, asked := range v.Said().Asked() {
		m.choose(Choice{Label: asked.Ask, Under: Replied(w, q.Formulary, asked, v.Said().Reply(asked)), Means: visit.Reopened{Question: asked.ID}})
	}
	m.Begin = 0
	return m.onTheWay()
}

// result lists the conversations, the most urgent first, each with how soon, and
// the help lines that stand on every result.
func result(w *wording.Words, v visit.Visit, at visit.Result) Page {
	m := newMaker(w, ResultPage, v.Questionnaire().Title)
	m.add(Title, w.Outcome.Heading)
	m.add(Note, w.Outcome.Intro)
	m.changed(at.Change)
	all := at.Outcome.Conversations
	for i, c := range all {
		open := Choice{Label: c.Clinician.Name, Opens: Card{c.Clinician.ID}}
		if !c.Certain {
			open.Label += " (" + w.Outcome.Possible + ")"
		}
		if i == 0 || c.Urgency != all[i-1].Urgency {
			m.headed(Urgent(w, c.Urgency), open)
		} else {
			m.choose(open)
		}
		m.Begin = 0
	}
	m.gap()
	m.choose(Choice{Label: w.Outcome.Lines, Opens: Lines{}})
	if len(at.Outcome.Learn()) > 0 {
		m.choose(Choice{Label: w.Outcome.Learn, Opens: Texts{}})
	}
	m.choose(Choice{Label: w.Outcome.Change, Means: visit.Reread{}})
	m.choose(Choice{Label: w.Outcome.Finish, Means: visit.Left{}})
	m.gap()
	m.ifWorse(v.Region())
	m.gap()
	m.lines(questionnaire.OtherLines(v.Region()))
	m.gap()
	m.add(Note, w.Outcome.NotSafe)
	return m.onTheWay()
}

// changed says what a changed answer changed, or that it changed nothing.
func (m *maker) changed(change *screening.Change) {
	if change == nil {
		return
	}
	m.gap()
	if change.None() {
		m.add(Notice, m.w.Change.None)
		return
	}
	m.add(Heading, m.w.Change.Heading)
	for _, part := range []struct {
		text string
		who  []*questionnaire.Clinician
	}{{m.w.Change.Gained, change.Gained}, {m.w.Change.Sooner, change.Sooner}, {m.w.Change.Later, change.Later}, {m.w.Change.Lost, change.Lost}} {
		var names []string
		for _, who := range part.who {
			names = append(names, who.Name)
		}
		if len(names) > 0 {
			m.add(NoticeItem, wording.Fill(part.text, "who", strings.Join(names, "; ")))
		}
	}
}

// ifWorse says what to do when it gets worse, and nothing comes between that and
// the lines for it.
func (m *maker) ifWorse(region *questionnaire.Region) {
	m.add(Strong, m.w.Outcome.Worse)
	m.lines(questionnaire.UrgentLines(region))
}
