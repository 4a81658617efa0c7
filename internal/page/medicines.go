package page

import (
	"strings"
	"unicode"
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
		m.list(q, f, d, announces(v, q))
	}
	return m
}

// list is her list, and the other answers.
func (m *maker) list(q *questionnaire.Question, f *questionnaire.Formulary, d Draft, announced bool) {
	m.Typing = true
	if announced {
		m.announce(q.Topic)
	}
	m.add(Before, q.Before)
	m.add(Question, q.Ask)
	m.add(Why, q.Why)
	m.gap()
	m.add(Field, m.w.Medicines.Field)
	m.add(Hint, m.w.Medicines.Hint)
	if len(d.taken) == 0 {
		m.choose(&Choice{Label: m.w.Answer.None, Means: d.replied()})
	} else {
		m.choose(&Choice{Label: m.w.Medicines.Done, Means: d.replied()})
	}
	for i, t := range d.taken {
		off := &Choice{Label: Taken(m.w, f, q, t), Drafts: d.without(t.Medicine).told(m.offList(f, t))}
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
	m.free(q, d)
	m.gap()
	// What ends the questions, and what leads to the help lines, is a letter elsewhere,
	// and letters are text here.
	m.choose(&Choice{Label: SentenceCase(m.w.Keys.Enough), Means: visit.HadEnough{}})
	m.choose(&Choice{Label: m.w.Outcome.Lines, Opens: Lines{}})
	m.way(Back, &Choice{Means: visit.WentBack{}})
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
		add(&Choice{Label: Match(m.w, found), Drafts: m.picked(q, f, d, found.Medicine.Index, found.Name)})
	}
	m.gap()
	m.unlisted(q, f, d)
	m.way(Back, &Choice{Drafts: d.Searched("", nil).told("")})
}

func (m *maker) unlisted(q *questionnaire.Question, f *questionnaire.Formulary, d Draft) {
	m.choose(&Choice{Label: m.w.Answer.Unlisted, Extra: Unlisted, Drafts: m.picked(q, f, d, questionnaire.UnlistedMedicine, printable(d.typed))})
}

// picked takes a medicine by the name that she found it by, after asking whether
// she still takes it.
func (m *maker) picked(q *questionnaire.Question, f *questionnaire.Formulary, d Draft, medicine int, name string) *Draft {
	t := questionnaire.Taken{Medicine: medicine}
	if medicine == questionnaire.UnlistedMedicine || name != f.Medicines[medicine].Generic {
		t.Typed = questionnaire.NewTyped(name)
	}
	if len(q.States) == 0 {
		return d.put(t, m.onList(f, t))
	}
	return d.ask(medicine, t.Typed)
}

// longestName is how many letters of a name that the list does not know are kept.
const longestName = 60

// printable is what can be shown of something that was typed.
func printable(typed string) string {
	letters := []rune(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, typed))
	return string(letters[:min(len(letters), longestName)])
}

// onList says that a medicine is on her list.
func (m *maker) onList(f *questionnaire.Formulary, t questionnaire.Taken) string {
	if t.Medicine == questionnaire.UnlistedMedicine {
		return m.w.Medicines.UnlistedPut
	}
	return wording.Fill(m.w.Medicines.Put, "medicine", named(m.w, f, t))
}

// offList says that a medicine is no longer on her list.
func (m *maker) offList(f *questionnaire.Formulary, t questionnaire.Taken) string {
	return wording.Fill(m.w.Medicines.Off, "medicine", SentenceCase(named(m.w, f, t)))
}

// states asks whether she still takes the medicine.
func (m *maker) states(q *questionnaire.Question, f *questionnaire.Formulary, d Draft) {
	about := questionnaire.Taken{Medicine: d.about, Typed: d.called}
	m.add(Title, wording.Fill(m.w.Medicines.StateAsk, "medicine", named(m.w, f, about)))
	put := func(label string, state int, extra Extra) {
		about.State = state
		m.choose(&Choice{Label: label, Extra: extra, Drafts: d.put(about, m.onList(f, about))})
	}
	for i, s := range q.States {
		put(s.Label, i, NoExtra)
	}
	m.gap()
	put(m.w.Answer.NotSure, questionnaire.UnsureState, NotSure)
	put(m.w.Answer.PreferNotToSay, questionnaire.UnsureState, Declined)
	back := d
	back.asking = false
	m.way(Back, &Choice{Drafts: back.told("")})
}

// SentenceCase begins a text with a capital letter.
func SentenceCase(s string) string {
	_, first := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:first]) + s[first:]
}
