package wall

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/tui"
)

// second is a terminal for the notes, such as a [tui.Second]: every page of text is drawn
// there, and the wall keeps its step. The same keys mean the same; nothing is read there.
type second interface {
	Size() (width, height int)
	Draw(frame string) error
	Close() error
}

// drawSecond draws what stands on the second terminal. If its window was closed, the
// notes are behind their two keys again, and what stood there never comes to the wall.
func (m *wall) drawSecond() {
	if m.second == nil || m.leaving {
		return
	}
	width, height := m.second.Size()
	view := &m.view
	if len(m.shelf) == 0 {
		view = &m.live
		view.Show(page.Live(m.w, m.q, m.region, m.shown(), *m.session, m.spent(), m.isDark()))
		view.Notice = m.notice
	}
	view.More = m.more()
	view.Resize(width, height)
	frame, _ := view.Draw()
	if m.second.Draw(frame) == nil {
		return
	}
	m.second.Close()
	m.second = nil
	if m.session != nil {
		m.shelf, m.beside = nil, false
	}
	m.view.Resize(m.columns, m.rows)
	m.notice = m.w.Workshop.NotesGone
}

// pressBeside is the way of the keys of the notes that open a page on the second terminal
// while the wall keeps its step.
func (m *wall) pressBeside(k tea.KeyMsg) bool {
	if m.second == nil || m.session == nil || m.kind() != page.NoPage {
		return false
	}
	about := m.noteFor(k)
	switch {
	case key.Matches(k, wallKeys.notes):
		m.open(m.note(0))
	case key.Matches(k, wallKeys.menu) && m.session.Plan() == nil && m.within == nil:
		m.open(m.list)
	case about != "":
		m.open(m.note(0))
		m.openNote(about)
	default:
		return false
	}
	return true
}

// beneath are the keys that mean the same while a page is open on the second terminal:
// the wall goes on beside it.
func (m *wall) beneath(k tea.KeyMsg) bool {
	return m.second != nil && m.session != nil && m.kind() == page.NotesPage && (key.Matches(k, wallKeys.clickerBlank) || tui.Does(k, page.Cover))
}
