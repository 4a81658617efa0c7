package page

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// A paper is not walked through, so it asks for what stands on a page without a
// visit: a question as nobody has answered it, a text, the page of an emergency.
// What cannot be done on paper, such as typing or going on, is among the blocks;
// paper leaves it out by its manner.

// AskedOf is a question as it stands on its page, without what announces its
// topic.
func AskedOf(w *wording.Words, f *questionnaire.Formulary, q *questionnaire.Question) []Block {
	if !q.TakesMedicines() {
		return question(w, q, Draft{}, false).Blocks
	}
	m := newMaker(w, QuestionPage, "")
	m.list(q, f, Draft{}, false)
	return m.Blocks
}

// IsAnswer reports whether choosing this answers the question that it stands
// beneath, so that on paper it is a box to tick.
func (c *Choice) IsAnswer() bool {
	_, replies := c.Means.(visit.Replied)
	return c.Box || replies
}

// TextOf is an education text with who reviewed it, and what it rests on.
func TextOf(w *wording.Words, e *questionnaire.Education) []Block {
	m := newMaker(w, TextPage, "")
	m.text(e)
	return m.Blocks
}

// DangerOf is what the page of an emergency says: what to do first, whom to call,
// what to say, and why.
func DangerOf(w *wording.Words, rules []*questionnaire.Rule, region *questionnaire.Region) []Block {
	m := newMaker(w, DangerPage, "")
	rules = questionnaire.GravestFirst(rules)
	var words []string
	for _, r := range rules {
		// What she answered is not known on paper, so that only what a rule asks for
		// everybody can stand there.
		if ask := RequestOf(w, r); ask != "" && !slices.Contains(words, ask) {
			words = append(words, ask)
		}
	}
	m.dangers(rules, rules, region, words)
	return m.Blocks
}

// PersonOf is who a clinician is, and what to do where there is none.
func PersonOf(w *wording.Words, who *questionnaire.Clinician, region *questionnaire.Region) []Block {
	m := newMaker(w, CardPage, "")
	m.add(Title, who.Name)
	m.add(Text, who.Who)
	if who.IfNone != "" {
		m.part(w.Card.IfNone, FirstAct(w, who.IfNone, region))
	}
	return m.Blocks
}

// RequestOf is what a rule has everybody ask for, in words that can be said: where
// it begins with what must be reported, that question stands there. "" if the rule
// asks nothing of everybody.
func RequestOf(w *wording.Words, r *questionnaire.Rule) string {
	return wording.Fill(r.AskOfAll(), "report", w.Card.Report)
}
