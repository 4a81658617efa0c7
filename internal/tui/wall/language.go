package wall

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// Told is a workshop in one language.
type Told struct {
	Questionnaire *questionnaire.Questionnaire
	Words         *wording.Words
}

// translate tells everything in the next language, at the same step: in a room with two
// languages a story is read in one and then in the other. What was looked at meanwhile
// stays, and the time of the plan goes on.
func (m *wall) translate() {
	if len(m.languages) < 2 {
		m.notice, m.view.Notice = m.w.Workshop.OneLanguage, m.w.Workshop.OneLanguage
		return
	}
	m.language = (m.language + 1) % len(m.languages)
	told := m.languages[m.language]()
	m.q, m.w = told.Questionnaire, told.Words
	m.view.Words, m.live.Words = m.w, m.w
	if r := m.q.Region(m.region.ID); r != nil {
		m.region = r
	}
	parts := map[string]time.Time{}
	for p, began := range m.entered {
		parts[p.ID] = began
	}
	for _, s := range []**workshop.Session{&m.session, &m.within} {
		if *s == nil {
			continue
		}
		there := (*s).In(m.q)
		*s = &there
		if p := there.Plan(); p != nil {
			clear(m.entered)
			for _, part := range p.Steps {
				if began, known := parts[part.ID]; known {
					m.entered[part] = began
				}
			}
		}
	}
	if m.aside != nil {
		again := m.looked(m.q).AsFarAs(*m.aside)
		m.aside = &again
	}
	m.top = 0
	if n := len(m.shelf); n > 0 {
		m.view.Return(m.shelf[n-1].page(), m.view.Place())
	}
}

// translates tells a key for another language where it is one: not where a question
// waits for its key, and not in the dark of one screen.
func (m *wall) translates(k tea.KeyMsg) bool {
	return tui.Does(k, page.NextLanguage) && m.kind() != page.ConfirmPage && (!m.isDark() || m.second != nil)
}
