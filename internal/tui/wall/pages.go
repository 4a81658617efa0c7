package wall

import (
	"maps"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/workshop"
)

// pressPage is the way of a key on a page of text.
func (m *wall) pressPage(k tea.KeyMsg) {
	switch kind := m.kind(); {
	case kind == page.ConfirmPage && key.Matches(k, wallKeys.openNotes):
		m.shelf = nil
		m.open(m.note(0))
		switch {
		case m.toParts:
			m.openNote(m.w.Workshop.Notes.Plan)
			if m.kind() == page.NotesPage && len(m.shelf) == 1 { // no plan is led
				m.shelf = nil
				m.open(m.list)
			}
		case m.dark:
			m.openNote(m.w.Workshop.Notes.Distress)
		}
	case kind == page.ConfirmPage: // there every key means something
		m.close()
	case tui.Does(k, page.Leave):
		m.home()
	case kind == page.NotesPage && key.Matches(k, wallKeys.clickerBlank):
		m.darkFromNotes()
	case kind == page.NotesPage && m.noteFor(k) != "":
		m.openNote(m.noteFor(k))
	case kind == page.StoriesPage && key.Matches(k, wallKeys.topic):
		m.wish.Topic = m.nextTopic()
		m.view.Show(m.list())
	default:
		chosen, _ := m.view.Press(k)
		m.chose(chosen)
	}
}

// confirm asks before notes stand on the screen that everybody may see: for the note
// about this page, or for what there is to jump to.
func (m *wall) confirm(toParts bool) {
	m.toParts = toParts
	m.open(func() page.Page { return page.Confirm(m.w) })
}

// noteFor is what a key of the notes leads to; "" for another key.
func (m *wall) noteFor(k tea.KeyMsg) string {
	n := m.w.Workshop.Notes
	switch {
	case key.Matches(k, wallKeys.distress):
		return n.Distress
	case key.Matches(k, wallKeys.telling):
		return n.Telling
	case key.Matches(k, wallKeys.parts):
		return n.Plan
	}
	return ""
}

// openNote opens the note about something above the first one, if there is one.
func (m *wall) openNote(about string) {
	if n := page.NoteOn(about, m.notes()); n > 0 {
		for len(m.shelf) > 1 {
			m.close()
		}
		m.open(m.note(n))
	}
}

// more are the keys that a page of text has here beside its own.
func (m *wall) more() []tui.Hint {
	k := m.w.Workshop.Keys
	switch m.kind() {
	case page.StoriesPage:
		return []tui.Hint{{Key: "t", Does: k.Topic}}
	case page.NotesPage, page.NoPage: // the notes, or where they always stand
		hints := []tui.Hint{{Key: "d", Does: k.Distress}, {Key: "c", Does: k.Telling}}
		if m.session != nil && m.session.Plan() != nil {
			hints = append(hints, tui.Hint{Key: "m", Does: k.Parts})
		}
		return append(hints, tui.Hint{Key: "e", Does: k.EndShort}, tui.Hint{Key: "b", Does: k.Dark})
	}
	return nil
}

// darkFromNotes is what the key for a dark wall does in the notes: it leads to the note
// before, and from the first into the dark. It never lights the wall.
func (m *wall) darkFromNotes() {
	if m.close(); m.kind() == page.NoPage {
		m.dark = true
	}
}

// chose does what a choice means.
func (m *wall) chose(c *page.Choice) {
	switch {
	case c == nil:
	case c.Closes && m.kind() == page.StoriesPage:
		m.home() // to the page where she was, whatever led to the list
	case c.Closes:
		m.close()
	case c.Means != nil: // the only event here is to leave
		m.leaving = true
	default:
		switch o := c.Opens.(type) {
		case page.Leading:
			for _, p := range m.q.Workshop.Plans {
				if p.ID == o.Plan {
					m.within = nil
					m.begin(workshop.Lead(m.q, p, m.wish))
					return
				}
			}
		case page.Telling:
			for _, v := range m.q.Vignettes() {
				if v.ID == o.Story {
					m.insert(workshop.Tell(m.q, v, m.wished()))
					return
				}
			}
		case page.Noting:
			m.open(m.note(o.Number))
		case page.Listing:
			m.open(m.list)
		case page.Going:
			m.home()
			m.aside = nil
			m.goTo(m.session.Go(o.Part))
		}
	}
}

// open shows a page of text above what is shown.
func (m *wall) open(made func() page.Page) {
	m.shelf = append(m.shelf, above{made, m.view.Place()})
	m.view.Show(made())
}

// close leaves the page of text. Without a session there is no wall to go back
// to, so the list stays.
func (m *wall) close() {
	n := len(m.shelf)
	if n == 1 && m.session == nil {
		return
	}
	there := m.shelf[n-1].beneath
	m.shelf = m.shelf[:n-1]
	if n > 1 {
		m.view.Return(m.shelf[n-2].page(), there)
	}
}

// home is the wall, or the list where there is none yet.
func (m *wall) home() {
	for len(m.shelf) > 1 || len(m.shelf) == 1 && m.session != nil {
		m.close()
	}
}

// insert shows a story that was chosen from the list. Where a plan is led, it goes on
// after the story at the page where it was.
func (m *wall) insert(s workshop.Session) {
	within := m.within
	if within == nil && m.session != nil && m.session.Plan() != nil {
		within = m.session
	}
	entered, before := maps.Clone(m.entered), m.before
	m.begin(s)
	m.within, m.entered, m.before = within, entered, before
}

// wished is what the facilitator wants, under the ceiling of the plan that is led.
func (m *wall) wished() workshop.Wish {
	wish := m.wish
	for _, s := range []*workshop.Session{m.session, m.within} {
		if s != nil && s.Plan() != nil {
			wish.Tenderness = s.Ceiling()
		}
	}
	return wish
}

// begin shows a new session from its first step.
func (m *wall) begin(s workshop.Session) {
	m.aside, m.shelf, m.before = nil, nil, 0
	clear(m.entered)
	m.goTo(s)
}

// list is what a workshop begins with.
func (m *wall) list() page.Page {
	return page.Stories(m.w, m.q, m.wished(), m.session != nil)
}

// nextTopic is the topic after the present one that some story is about; "" for
// all of them comes after the last.
func (m *wall) nextTopic() string {
	from := slices.IndexFunc(m.q.Topics, func(t *questionnaire.Topic) bool { return t.ID == m.wish.Topic }) + 1
	for _, t := range m.q.Topics[from:] {
		wish := m.wished()
		wish.Topic = t.ID
		if len(workshop.Choose(m.q, wish)) > 0 {
			return t.ID
		}
	}
	return ""
}

// notes are made afresh at each drawing, because they hold a time.
func (m *wall) notes() []page.Page {
	if m.session == nil {
		return nil
	}
	notes := page.Notes(m.w, m.q, m.region, *m.session, m.spent())
	if m.columns > manyColumns {
		notes[0].Blocks = append(notes[0].Blocks, page.Block{Manner: page.Note, Spans: []questionnaire.Span{{Words: m.w.Workshop.Notes.Larger}}, Apart: true})
	}
	return notes
}

// spent is how long this part and the whole plan have lasted.
func (m *wall) spent() (spent page.Spent) {
	part := m.session.Step().Plan
	if part == nil {
		return spent
	}
	spent.Part = m.now().Sub(m.entered[part])
	for _, began := range m.entered {
		spent.All = max(spent.All, m.now().Sub(began))
	}
	spent.All += m.before
	return spent
}

// note is one of the notes, as a page.
func (m *wall) note(number int) func() page.Page {
	return func() page.Page { return page.NotesWith(m.w, m.notes(), number) }
}
