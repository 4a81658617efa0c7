package page

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Of is the page of the place at which she stands, as she finds it. What the
// front says besides the questionnaire stands on the welcome only.
func Of(w *wording.Words, v visit.Visit, f Front) Page {
	w = Hers(w, v.Said())
	switch at := v.Where().(type) {
	case visit.Welcome:
		f.Read, f.Region = v.Questionnaire(), v.Region()
		return Welcome(w, f)
	case visit.Consent:
		return consent(w, v)
	case visit.Placing:
		return placing(w, v, at)
	case visit.Settling:
		return settling(w, v, at)
	case visit.Asked:
		return Drafted(w, v, DraftOf(at))
	case visit.Danger:
		return danger(w, v, at)
	case visit.StoppedAt:
		return stoppedAt(w, v, at)
	case visit.Paused:
		return paused(w, v, at)
	case visit.Reviewing:
		return reviewing(w, v, at, f)
	case visit.Result:
		return result(w, v, at)
	case visit.Browsing:
		return browsing(w, v, at)
	case visit.Farewell:
		return farewell(w, v.Region(), at)
	}
	return Page{}
}

// Over is the page that opens over the place at which she stands. ok is false
// when what it would show is not there, such as a text that was taken out of an
// edited questionnaire.
func Over(w *wording.Words, v visit.Visit, o Opening) (p Page, ok bool) {
	w = Hers(w, v.Said())
	q := v.Questionnaire()
	switch o := o.(type) {
	case Card:
		return card(w, v, o.Clinician)
	case MoreWords:
		return moreWords(w, v, o.Clinician)
	case Everything:
		return everything(w, v)
	case Also:
		return also(w, v)
	case Unfolded:
		if o.Clinician != "" {
			return unfoldedOf(w, v, o.Clinician)
		}
		return unfolded(w, v)
	case Copying:
		return made(copied(w, v))
	case Showing:
		if s := step(v, o.Clinician); s != nil {
			return made(shown(w, v, *s))
		}
	case Texts:
		return texts(w, v, o)
	case Reading:
		e := q.Text(o.Text)
		if e == nil {
			return Page{}, false
		}
		return reading(w, e), true
	case Lines:
		return helpLines(w, v.Region()), true
	case Line:
		for _, l := range v.Region().Lines {
			if l.ID == o.ID {
				return helpLine(w, l), true
			}
		}
	case WhyAsked:
		question := q.Question(o.Question)
		if question == nil {
			return Page{}, false
		}
		return whyAsked(w, v, question), true
	case Keys:
		return keys(w), true
	}
	return Page{}, false
}

// made is a page that is there only if there is something on it.
func made(m *maker) (Page, bool) {
	if m == nil {
		return Page{}, false
	}
	return m.everywhere(), true
}

// Drafted is the page of the question at which she stands, with what she has put
// together on it so far.
func Drafted(w *wording.Words, v visit.Visit, d Draft) Page {
	at, ok := v.Where().(visit.Asked)
	if !ok {
		return Page{}
	}
	var m *maker
	if at.Question.TakesMedicines() {
		m = medicines(w, v, at.Question, d)
	} else {
		m = question(w, at.Question, d, announces(v, at.Question))
	}
	m.Question, m.Draft, m.Notice = at.Question, d, d.notice
	m.Trail, m.Left = trail(v, at.Question.Topic), left(w, v, at)
	if at.NotAsked {
		m.Aside = w.Preview.NotAsked
	}
	m.Later = !opensWith(v, at.Question.Topic)
	m.way(Enough, &Choice{Means: visit.HadEnough{}})
	m.way(ToWhy, &Choice{Opens: WhyAsked{at.Question.ID}})
	m.way(Skip, &Choice{Means: visit.Passed{Topic: at.Question.Topic.ID}})
	return m.everywhere()
}

// left says about how many questions are left; one that may or may not be asked
// counts half.
func left(w *wording.Words, v visit.Visit, at visit.Asked) string {
	if at.Changing || at.NotAsked {
		return ""
	}
	sure, perhaps := v.Left()
	n := sure + perhaps/2
	if n == 0 {
		return ""
	}
	return w.Count(w.Question.Left, n)
}

// trail are the titles of the topics before this one that she has been through. On the short
// way that is not all of them.
func trail(v visit.Visit, here *questionnaire.Topic) []string {
	var titles []string
	for _, q := range v.Said().Asked() {
		switch title := q.Topic.Title; {
		case q.Topic == here:
			return titles
		case v.Said().Reply(q).Kind == questionnaire.NoReply:
		case len(titles) == 0 || titles[len(titles)-1] != title:
			titles = append(titles, title)
		}
	}
	return titles
}
