package tui

import (
	"slices"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	pages "github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// listOfStories is a choicePage with one key more.
type listOfStories struct{ choicePage }

func (p listOfStories) update(k tea.KeyMsg) (page, event) {
	if key.Matches(k, wallKeys.topic) {
		return p, topicTurnedEvent{}
	}
	inner, e := p.choicePage.update(k)
	return listOfStories{inner.(choicePage)}, e
}

// list is what a workshop begins with: its plans, and the stories by how tender
// they are.
func (m *wall) list() page {
	h, w := hintsIn(m.w), m.w.Workshop
	p := choicePage{place: w.Heading, w: m.w, menu: newMenu(), hints: []hint{h.move, h.choose, {key: "t", does: w.Keys.Topic}, h.leave}}
	add := func(it item, e event) {
		p.menu.items = append(p.menu.items, it)
		p.events = append(p.events, e)
	}
	if m.session != nil {
		add(item{label: w.Resume}, wallResumedEvent{})
	}
	for i, plan := range m.q.Workshop.Plans {
		add(item{label: pages.PlanName(m.w, plan), apart: i == 0 && m.session != nil}, planChosenEvent{plan})
	}
	heading := ""
	for _, v := range workshop.Choose(m.q, m.wish) {
		it := item{label: pages.Story(m.w, m.q, v)}
		if t := pages.Tenderness(m.w, v); t != heading {
			heading, it.heading = t, t
		}
		add(it, storyChosenEvent{v})
	}
	add(item{label: w.Leave, apart: true}, workshopLeftEvent{})
	p.menu.focus = 0
	about := w.AllTopics
	if t := m.q.Topic(m.wish.Topic); t != nil {
		about = wording.Fill(w.OneTopic, "topic", t.Title)
	}
	if heading == "" {
		about = w.NoStories + " " + about
	}
	p.lay = func(s *sheet) {
		s.text(look.title, w.Choose)
		s.text(look.faint, about)
	}
	return listOfStories{p}
}

// nextTopic is the topic after the present one that some story is about; "" for
// all of them comes behind the last.
func (m *wall) nextTopic() string {
	from := slices.IndexFunc(m.q.Topics, func(t *questionnaire.Topic) bool { return t.ID == m.wish.Topic }) + 1
	for _, t := range m.q.Topics[from:] {
		wish := m.wish
		wish.Topic = t.ID
		if len(workshop.Choose(m.q, wish)) > 0 {
			return t.ID
		}
	}
	return ""
}

// confirmPage stands before the notes, so that one key pressed by accident, or
// going on with the next, never puts them on the wall.
type confirmPage struct{ w *wording.Words }

func (p confirmPage) content(width, height int) content {
	s := &sheet{width: width, height: height}
	s.text(look.title, p.w.Workshop.Notes.Heading)
	s.gap()
	s.text(look.plain, p.w.Workshop.Notes.Confirm)
	return content{place: p.w.Workshop.Heading, rows: s.rows, focus: noItem}
}

func (p confirmPage) update(k tea.KeyMsg) (page, event) {
	if key.Matches(k, wallKeys.openNotes) {
		return p, notesOpenedEvent{}
	}
	return p, wentBackEvent{}
}

// notes are made afresh at each drawing, because they hold a time.
func (m *wall) notes() []pages.Page {
	if m.session == nil {
		return nil
	}
	var spent time.Duration
	if part := m.session.Step().Plan; part != nil {
		spent = m.now().Sub(m.entered[part])
	}
	return pages.Notes(m.w, m.q, *m.session, spent)
}

func (m *wall) showsNotes() bool {
	p, ok := m.page().(choicePage)
	return ok && p.place == m.w.Workshop.Notes.Covered
}

// notesPage is the page on the wall in the facilitator's words, and a list of
// the other notes.
func (m *wall) notesPage() page {
	h := hintsIn(m.w)
	p := choicePage{
		place: m.w.Workshop.Notes.Covered, w: m.w,
		lay:     func(s *sheet) { layNote(s, m.notes()[0]) },
		menu:    newMenu(),
		hints:   []hint{h.scroll, h.choose, h.back, h.leave},
		reading: true,
	}
	for i, n := range m.notes()[1:] {
		p.menu.items = append(p.menu.items, item{label: n.Place})
		p.events = append(p.events, notePickedEvent{i + 1})
	}
	p.menu.items = append(p.menu.items, item{label: m.w.Workshop.Notes.Back, apart: true})
	p.events = append(p.events, wentBackEvent{})
	return p
}

// notePage is one of the other notes.
func (m *wall) notePage(number int) page {
	h := hintsIn(m.w)
	return choicePage{
		place: m.w.Workshop.Notes.Covered, w: m.w,
		lay:     func(s *sheet) { layNote(s, m.notes()[number]) },
		menu:    newMenu(item{label: m.w.Education.Back}),
		events:  []event{wentBackEvent{}},
		enter:   wentBackEvent{},
		hints:   []hint{h.scroll, h.back, h.leave},
		reading: true,
	}
}

// layNote puts a note on a sheet, in the size of a text.
func layNote(s *sheet, note pages.Page) {
	for _, b := range note.Blocks {
		if b.Apart {
			s.gap()
		}
		switch b.Manner {
		case pages.Title:
			s.text(look.title, b.Text())
		case pages.Loud:
			s.text(look.heading, b.Text())
		case pages.Item:
			s.hang("- ", look.plain, b.Text(), noItem)
		case pages.Quote:
			s.text(look.quote, "“"+b.Text()+"”")
		default:
			s.text(look.plain, b.Text())
		}
	}
}
