package page

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// card is one conversation, to read out or to hold up: what to say comes before
// everything that explains it.
func card(w *wording.Words, v visit.Visit, o Card) (Page, bool) {
	c := v.Said().Outcome().With(v.Questionnaire().Clinician(o.Clinician))
	if c == nil {
		return Page{}, false
	}
	m := newMaker(w, CardPage, w.Outcome.Heading)
	m.add(Title, c.Clinician.Name)
	m.add(Notice, howSoon(w, *c))
	if says := Sayings(w, *c); len(says) > 0 {
		m.gap()
		m.add(Heading, w.Card.Say)
		m.add(Quote, says...)
	}
	m.reasons(v.Questionnaire().Formulary, *c)
	m.part(w.Card.Who, c.Clinician.Who)
	if c.Clinician.IfNone != "" {
		m.part(w.Card.IfNone, c.Clinician.IfNone)
	}
	m.gap()
	if lines := questionnaire.ConversationLines(c.Clinician, c.CertainRules(), v.Region()); len(lines) > 0 {
		m.add(Heading, w.Card.Lines)
		m.lines(lines)
		m.gap()
	}
	m.ifWorse(v.Region())
	if len(c.Learn()) > 0 {
		m.gap()
		m.add(Heading, w.Card.Learn)
	}
	for _, e := range c.Learn() {
		m.choose(Choice{Label: e.Title, Opens: Reading{e.ID}})
	}
	m.gap()
	m.choose(Choice{Label: w.Education.Back, Closes: true})
	m.Reading = true
	m.closes()
	return m.everywhere(), true
}

// part adds a heading with a paragraph.
func (m *maker) part(heading, text string) {
	m.gap()
	m.add(Heading, heading)
	m.add(Text, text)
}

func howSoon(w *wording.Words, c screening.Conversation) string {
	soon := Urgent(w, c.Urgency)
	if !c.Certain {
		soon += ". " + w.Card.Possible
	}
	return soon + "."
}

// reasons says why: certain reasons with the answers that they rest on, then what
// she left open, softly and each question once.
func (m *maker) reasons(f *questionnaire.Formulary, c screening.Conversation) {
	if c.Certain {
		m.gap()
		m.add(Heading, m.w.Card.Because)
	}
	for _, why := range Grounds(m.w, f, c) {
		m.add(Reason, why.Reason)
		manner := Because
		if why.Reason == "" {
			manner = NoteItem
		}
		m.add(manner, why.Because...)
	}
	unsure, declined := LeftOpen(m.w, f, c)
	if !c.Certain && len(unsure)+len(declined) == 0 { // it rests on a private question, on a shared screen
		m.gap()
		m.add(Text, m.w.Kiosk.Private)
	}
	m.open(m.w.Card.Unsure, unsure)
	m.open(m.w.Card.Declined, declined)
}

// open lists questions that she left open.
func (m *maker) open(why string, questions []string) {
	if len(questions) > 0 {
		m.gap()
		m.add(Heading, why)
		m.add(Item, questions...)
	}
}
