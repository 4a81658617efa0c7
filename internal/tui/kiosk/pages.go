package kiosk

import (
	"math"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
)

func (m *kiosk) View() string {
	switch {
	case m.leaving:
		return ""
	case m.screens():
		return m.inner.View()
	}
	screen, cursor := m.view.Draw()
	if m.out != nil {
		m.out.Place(cursor)
	}
	return screen
}

// screens reports whether the screening is what is shown.
func (m *kiosk) screens() bool { return m.stage == occupied && !m.asking && m.left <= 0 && !m.hides() }

// covered reports whether somebody has covered her page.
func (m *kiosk) covered() bool { return m.inner != nil && m.inner.Covered() }

// hides reports whether it is under a cover of the kiosk's own. The usual one names the
// key that lifts it, to whoever passes in a room; what an author has there does not.
func (m *kiosk) hides() bool { return m.covered() && m.o.Cover.Covered == "" }

// moment is what the page of the kiosk's own is about.
func (m *kiosk) moment() page.Shared {
	switch {
	case m.stage == choosing:
		return page.ChoosingWord
	case m.stage == repeating:
		return page.RepeatingWord
	case m.asking:
		return page.AskingWord
	case m.stage == between:
		return page.Between
	case m.stage == free:
		return page.Free
	case m.left <= 0:
		return page.Hidden
	}
	return page.StillThere
}

// show shows the page of the moment: from its top when it is another, and where
// it was scrolled to when only the seconds are others.
func (m *kiosk) show() {
	if m.screens() {
		return
	}
	p := m.page()
	m.view.More = nil
	if m.stage == choosing || m.stage == repeating {
		m.view.More = []tui.Hint{tui.HintOf(m.w, page.GoOn), tui.HintOf(m.w, page.Leave)}
	}
	if m.view.Page().Kind != page.NoPage && m.shown == m.moment() {
		m.view.Change(p)
	} else {
		m.view.Show(p)
	}
	m.shown, m.view.Notice = m.moment(), m.notice
}

func (m *kiosk) page() page.Page {
	if m.others == nil && (m.moment() == page.Free || m.moment() == page.Hidden) {
		for _, l := range m.o.Languages {
			if l.Tag != m.w.Language {
				m.others = append(m.others, wording.In(l.Tag))
			}
		}
	}
	return page.OfShared(m.w, m.moment(), m.region(), int(math.Ceil(m.left.Seconds())), m.forWhom, m.others...)
}

// forWhom says in a language for whom the questionnaire is.
func (m *kiosk) forWhom(language string) string {
	if m.o.ForWhom == nil {
		return ""
	}
	return m.o.ForWhom(language)
}

// region is the one whose numbers stay: which one a person chose is hers, and
// gone. It is nil where the page needs none, so that the first page does not wait
// for the questionnaire.
func (m *kiosk) region() *questionnaire.Region {
	if s := m.moment(); s != page.Free && s != page.StillThere {
		return nil
	}
	q := m.o.Load()
	if r := q.Region(m.o.Region); r != nil || len(q.Regions) == 0 {
		return r
	}
	return q.Regions[len(q.Regions)-1] // the one that holds everywhere
}
