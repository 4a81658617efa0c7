package page

import (
	"cmp"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// browsing is what there is to read, without a screening.
func browsing(w *wording.Words, v visit.Visit, at visit.Browsing) Page {
	m := titles(w, BrowsingPage, v.Questionnaire().Title, at.Texts)
	m.add(Notice, Foreign(w, v.Questionnaire().Foreign))
	m.choose(&Choice{Label: w.Education.Back, Means: visit.WentBack{}})
	return m.onTheWay()
}

// texts are the titles of what the plan, or one step of it, leads to.
func texts(w *wording.Words, v visit.Visit, o Texts) (Page, bool) {
	learn := v.Plan().Learn()
	if o.Clinician != "" {
		s := step(v, o.Clinician)
		if s == nil {
			return Page{}, false
		}
		offered, more := s.Learn()
		learn = slices.Concat(offered, more)
	}
	if len(learn) == 0 {
		return Page{}, false
	}
	m := titles(w, TextsPage, v.Questionnaire().Title, learn)
	m.choose(&Choice{Label: w.Education.Back, Closes: true})
	m.closes()
	return m.everywhere(), true
}

// titles lists education under the headings of its topics, each topic once and
// where its first text stands.
func titles(w *wording.Words, kind Kind, place string, all []*questionnaire.Education) *maker {
	m := newMaker(w, kind, place)
	m.add(Title, w.Outcome.Learn)
	var topic *questionnaire.Topic
	for _, e := range byTopic(all) {
		open := &Choice{Label: e.Title, Opens: Reading{e.ID}}
		if e.Topic != topic {
			topic = e.Topic
			m.headed(topic.Title, open)
		} else {
			m.choose(open)
		}
	}
	m.Begin = 0
	m.gap()
	return m
}

// byTopic brings the texts of a topic together, and otherwise keeps their order.
func byTopic(texts []*questionnaire.Education) []*questionnaire.Education {
	var topics []*questionnaire.Topic
	for _, e := range texts {
		if !slices.Contains(topics, e.Topic) {
			topics = append(topics, e.Topic)
		}
	}
	return slices.SortedStableFunc(slices.Values(texts), func(a, b *questionnaire.Education) int {
		return cmp.Compare(slices.Index(topics, a.Topic), slices.Index(topics, b.Topic))
	})
}

// reading is one text with what it rests on, and who has not reviewed it.
func reading(w *wording.Words, e *questionnaire.Education) Page {
	m := newMaker(w, TextPage, e.Topic.Title)
	m.text(e)
	m.backAlone()
	return m.everywhere()
}

// text adds an education text.
func (m *maker) text(e *questionnaire.Education) {
	w := m.w
	m.add(Title, e.Title)
	m.gap()
	m.prose(Text, Item, e.Text)
	m.gap()
	m.add(Note, reviewedText(w, e))
	if !e.Checked.IsZero() {
		m.add(Note, wording.Fill(w.Education.Checked, "on", Day(w, e.Checked)))
	}
	if len(e.Sources) > 0 {
		m.gap()
		m.add(Note, w.Education.Sources)
		for _, source := range e.Sources {
			m.add(NoteItem, Source(w, source))
		}
	}
}
