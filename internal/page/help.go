package page

import (
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// helpLines lists every line of the region; each can be opened.
func helpLines(w *wording.Words, region *questionnaire.Region) Page {
	m := newMaker(w, LinesPage, "")
	m.add(Title, w.Outcome.Lines+": "+regionOf(region))
	m.add(Note, w.Line.Choose)
	for _, l := range InHerLanguage(w, questionnaire.AllLines(region)) {
		m.choose(lineChoice(w, l))
	}
	m.gap()
	m.choose(&Choice{Label: w.Education.Back, Closes: true})
	m.gap()
	m.add(Note, w.Line.Change)
	m.Begin = 0
	m.closes()
	return m.everywhere()
}

func lineChoice(w *wording.Words, l *questionnaire.HelpLine) *Choice {
	return &Choice{Label: nameOf(l), Number: strings.Join(Contacts(w, l), ", "), Access: inHerWords(w, l), Opens: Line{l.ID}}
}

// helpLine is one line with all that is known of it, and a code to call it with
// a telephone.
func helpLine(w *wording.Words, l *questionnaire.HelpLine) Page {
	m := newMaker(w, LinePage, w.Outcome.Lines)
	m.add(Title, nameOf(l))
	m.add(Number, Contacts(w, l)...)
	if l.Call != "" {
		m.gap()
		m.put(&Block{Manner: Code, Spans: []questionnaire.Span{{Words: w.Line.QR}}, Folded: true, Dial: l.Call})
	}
	m.gap()
	m.add(LineAbout, About(w, l)...)
	if l.URL != "" && (l.Call != "" || l.Text != "") {
		m.add(Address, strings.TrimPrefix(l.URL, "https://"))
	}
	m.backAlone()
	return m.everywhere()
}

// whyAsked answers "why do you ask?": the reason, and everyone whom an answer can
// lead to.
func whyAsked(w *wording.Words, v visit.Visit, question *questionnaire.Question) Page {
	m := newMaker(w, WhyPage, question.Topic.Title)
	m.add(Title, w.Why.Heading)
	m.add(Note, question.Ask)
	m.gap()
	m.add(Text, question.Why)
	if leads := screening.LeadsTo(v.Questionnaire(), question); len(leads) > 0 {
		m.gap()
		m.add(Heading, w.Why.Leads)
		for _, who := range leads {
			m.add(Item, who.In(v.Region()).Name)
		}
	}
	m.gap()
	m.add(Text, w.Why.Free)
	m.backAlone()
	return m.everywhere()
}

// keys lists what can be done, with the same words as the footer. Which keys do
// it is for the face to say.
func keys(w *wording.Words) Page {
	m := newMaker(w, KeysPage, "")
	m.add(Title, w.Keys.Heading)
	m.gap()
	for _, a := range []Action{Move, ByNumber, Tick, Choose, Back, ToWhy, Enough, Skip, ToLines, PageBy, Cover, Leave} {
		m.put(&Block{Manner: Key, Spans: []questionnaire.Span{{Words: a.Does(w)}}, Action: a})
	}
	m.backAlone()
	return m.everywhere()
}
