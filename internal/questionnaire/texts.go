package questionnaire

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// OneText is one text that a person reads, with the key by which translations
// know it.
type OneText struct {
	Kind, ID, Field string // "question", "feeding", "answer/all-milk"; the questionnaire's own texts have no ID
	Text            string
	Long            bool // line breaks mean something in it
	At              Position
}

// Key is the text's name among all: "question/feeding/answer/all-milk".
func (t OneText) Key() string {
	if t.ID == "" {
		return t.Kind + "/" + t.Field
	}
	return t.Kind + "/" + t.ID + "/" + t.Field
}

// Hash is short and changes when the text does.
func (t OneText) Hash() string { return HashOf(t.Text) }

// HashOf is a short hash of a text. How its lines are broken does not count,
// because that is its author's editor's doing.
func HashOf(text string) string {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(text), " ")))
	return hex.EncodeToString(sum[:4])
}

// Texts are all texts of the questionnaire that a translation may say in another
// language, in the order of its files. Not among them are what others wrote
// (titles of sources, names of authors), what identifies (numbers, addresses)
// and stories that no workshop shows.
func (q *Questionnaire) Texts() []OneText {
	var all []OneText
	q.eachText(func(t OneText, text *string) {
		if t.Text = strings.TrimSpace(*text); t.Text != "" {
			all = append(all, t)
		}
	})
	return all
}

// eachText visits every text where it stands, also the empty ones. It is the one
// list of what is translated.
func (q *Questionnaire) eachText(visit func(t OneText, text *string)) {
	line := func(kind, id, field string, at Position, text *string) {
		visit(OneText{Kind: kind, ID: id, Field: field, At: at}, text)
	}
	long := func(kind, id, field string, at Position, text *Text) {
		visit(OneText{Kind: kind, ID: id, Field: field, At: at, Long: true}, (*string)(text))
	}
	line("questionnaire", "", "title", q.At, &q.Title)
	long("questionnaire", "", "welcome", q.At, &q.Welcome)
	long("questionnaire", "", "consent", q.At, &q.Consent)
	for _, t := range q.Topics {
		line("topic", t.ID, "title", t.At, &t.Title)
		line("topic", t.ID, "about", t.At, &t.About)
		for _, x := range t.Questions {
			line("question", x.ID, "before", x.At, &x.Before)
			line("question", x.ID, "ask", x.At, &x.Ask)
			line("question", x.ID, "why", x.At, &x.Why)
			line("question", x.ID, "after", x.At, &x.After)
			line("question", x.ID, "said", x.At, &x.Said)
			for _, a := range x.Answers {
				line("question", x.ID, "answer/"+a.ID, a.At, &a.Label)
				line("question", x.ID, "answer-said/"+a.ID, a.At, &a.Said)
			}
			for _, s := range x.States {
				line("question", x.ID, "state/"+s.ID, s.At, &s.Label)
				line("question", x.ID, "state-said/"+s.ID, s.At, &s.Said)
			}
		}
		for _, r := range t.Rules {
			line("rule", r.ID, "first", r.At, &r.First)
			line("rule", r.ID, "reason", r.At, &r.Reason)
			line("rule", r.ID, "say", r.At, &r.Say)
			for i := range r.Ask {
				line("rule", r.ID, fmt.Sprintf("ask/%d", i+1), r.Ask[i].At, &r.Ask[i].Text)
			}
		}
		for _, e := range t.Education {
			line("education", e.ID, "title", e.At, &e.Title)
			long("education", e.ID, "text", e.At, &e.Text)
		}
	}
	for _, c := range q.Clinicians {
		line("clinician", c.ID, "name", c.At, &c.Name)
		line("clinician", c.ID, "who", c.At, &c.Who)
		line("clinician", c.ID, "if-none", c.At, &c.IfNone)
	}
	for _, r := range q.Regions {
		line("region", r.ID, "name", r.At, &r.Name)
		for _, l := range r.Lines {
			line("line", l.ID, "name", l.At, &l.Name)
			line("line", l.ID, "for", l.At, &l.For)
			line("line", l.ID, "hours", l.At, &l.Hours)
			line("line", l.ID, "nation", l.At, &l.Nation)
			line("line", l.ID, "note", l.At, &l.Note)
		}
	}
	for _, c := range q.Formulary.Classes {
		line("class", c.ID, "name", c.At, &c.Name)
		line("class", c.ID, "what", c.At, &c.What)
	}
	for _, m := range q.Formulary.Medicines {
		line("medicine", m.Generic, "for", m.At, &m.For)
		line("medicine", m.Generic, "generic", m.At, &m.Generic) // last: it is the key of both
	}
	for _, s := range q.Scenarios {
		if !s.Workshop {
			continue
		}
		line("scenario", s.ID, "title", s.At, &s.Title)
		line("scenario", s.ID, "story", s.At, &s.Story)
		line("scenario", s.ID, "point", s.At, &s.Point)
		for i := range s.Discuss {
			line("scenario", s.ID, fmt.Sprintf("discuss/%d", i+1), s.At, &s.Discuss[i])
		}
	}
	q.eachWorkshopText(line, long)
}

// eachWorkshopText visits what a facilitator reads.
func (q *Questionnaire) eachWorkshopText(line func(kind, id, field string, at Position, text *string), long func(kind, id, field string, at Position, text *Text)) {
	w := q.Workshop
	if w == nil {
		return
	}
	for _, list := range w.Lists() {
		for _, s := range list.Sayings {
			line("workshop", list.Name, s.ID, s.At, &s.Say)
		}
	}
	line("workshop", "reporting-sentence", "say", w.At, &w.ReportingSentence)
	for _, p := range w.Plans {
		line("plan", p.ID, "title", p.At, &p.Title)
		for _, s := range p.Steps {
			line("plan", p.ID, "step/"+s.ID+"/title", s.At, &s.Title)
			long("plan", p.ID, "step/"+s.ID+"/do", s.At, &s.Do)
		}
	}
	for _, d := range w.Distress {
		line("distress", d.ID, "title", d.At, &d.Title)
		long("distress", d.ID, "do", d.At, &d.Do)
	}
	for _, d := range w.Disclosures {
		line("disclosure", d.ID, "what", d.At, &d.What)
		long("disclosure", d.ID, "we-do", d.At, &d.WeDo)
		long("disclosure", d.ID, "we-do-not", d.At, &d.WeDoNot)
	}
}
