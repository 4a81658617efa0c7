package page

import (
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// medicines is a question that finds medicines by name. It only ever proposes:
// each medicine comes onto her list by her own choice from names that say what
// they are for.
func medicines(w *wording.Words, v visit.Visit, q *questionnaire.Question, d Draft) *maker {
	m := newMaker(w, QuestionPage, q.Topic.Title)
	f := v.Questionnaire().Formulary
	switch {
	case d.asking:
		m.states(q, f, d)
	case d.typed != "":
		m.names(q, f, d)
	default:
		m.list(q, f, d)
	}
	return m
}

// list is her list, and the other answers.
func (m *maker) list(q *questionnaire.Question, f *questionnaire.Formulary, d Draft) {
	m.Typing = true
	m.announce(q)
	m.add(Before, q.Before)
	m.add(Question, q.Ask)
	m.add(Why, q.Why)
	m.gap()
	m.add(Field, m.w.Medicines.Field)
	m.add(Hint, m.w.Medicines.Hint)
	if len(d.taken) == 0 {
		m.choose(Choice{Label: m.w.Answer.None, Means: d.replied()})
	} else {
		m.choose(Choice{Label: m.w.Medicines.Done, Means: d.replied()})
	}
	for i, t := range d.taken {
		off := Choice{Label: Taken(m.w, f, q, t), Drafts: d.without(t.Medicine).told("")}
		if i == 0 {
			m.headed(m.w.Medicines.Yours, off)
		} else {
			m.choose(off)
		}
	}
	if len(d.taken) > 0 {
		m.gap()
	}
	m.unlisted(q, f, d)
	m.gap()
	m.free(d)
	m.gap()
	// What ends the questions is a letter elsewhere, and letters are text here.
	m.choose(Choice{Label: SentenceCase(m.w.Keys.Enough), Means: visit.HadEnough{}})
	m.way(Back, Choice{Means: visit.WentBack{}})
}

// names are what the letters may mean.
func (m *maker) names(q *questionnaire.Question, f *questionnaire.Formulary, d Draft) {
	m.Typing = true
	m.add(Question, q.Ask)
	m.gap()
	m.add(Field, m.w.Medicines.Field)
	m.gap()
	alike := false
	for _, found := range d.found {
		alike = alike || found.LookAlike
	}
	switch {
	case alike:
		m.add(Notice, m.w.Medicines.LookAlike)
	case len(d.found) == 0 && utf8.RuneCountInString(d.typed) > 2:
		m.add(Notice, m.w.Medicines.Nothing)
	}
	for i, found := range d.found {
		add := m.choose
		if i == 0 && alike {
			add = m.beneath // the warning stands at the names
		}
		add(Choice{Label: Match(m.w, found), Drafts: m.picked(q, f, d, found.Medicine.Index)})
	}
	m.gap()
	m.unlisted(q, f, d)
	m.way(Back, Choice{Drafts: d.Searched("", nil).told("")})
}

func (m *maker) unlisted(q *questionnaire.Question, f *questionnaire.Formulary, d Draft) {
	m.choose(Choice{Label: m.w.Answer.Unlisted, Drafts: m.picked(q, f, d, questionnaire.UnlistedMedicine)})
}

// picked takes a medicine, after asking whether she still takes it.
func (m *maker) picked(q *questionnaire.Question, f *questionnaire.Formulary, d Draft, medicine int) *Draft {
	if len(q.States) == 0 {
		return d.put(questionnaire.Taken{Medicine: medicine}, m.onList(f, medicine))
	}
	return d.ask(medicine)
}

// onList says that a medicine is on her list.
func (m *maker) onList(f *questionnaire.Formulary, medicine int) string {
	if medicine == questionnaire.UnlistedMedicine {
		return m.w.Medicines.UnlistedPut
	}
	return wording.Fill(m.w.Medicines.Put, "medicine", Medicine(m.w, f, medicine))
}

// states asks whether she still takes the medicine.
func (m *maker) states(q *questionnaire.Question, f *questionnaire.Formulary, d Draft) {
	m.add(Title, wording.Fill(m.w.Medicines.StateAsk, "medicine", Medicine(m.w, f, d.about)))
	put := func(label string, state int) {
		m.choose(Choice{Label: label, Drafts: d.put(questionnaire.Taken{Medicine: d.about, State: state}, m.onList(f, d.about))})
	}
	for i, s := range q.States {
		put(s.Label, i)
	}
	m.gap()
	put(m.w.Answer.NotSure, questionnaire.UnsureState)
	put(m.w.Answer.PreferNotToSay, questionnaire.UnsureState)
	back := d
	back.asking = false
	m.way(Back, Choice{Drafts: back.told("")})
}

// SentenceCase begins a text with a capital letter.
func SentenceCase(s string) string {
	_, first := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:first]) + s[first:]
}
