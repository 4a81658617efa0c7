package tui

import (
	"math"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

func (m *kiosk) View() string {
	if m.leaving {
		return ""
	}
	if m.stage == kioskOccupied && !m.asking && m.left <= 0 {
		return m.inner.View()
	}
	screen, cursor := m.frame.draw(m.content(), "", moreWords{m.w.Keys.MoreAbove, m.w.Keys.MoreBelow})
	if m.out != nil {
		m.out.place(cursor)
	}
	return screen
}

// content is a page of the kiosk's own. None shows anything of a person, and
// none a letter of the word or how many were typed.
func (m *kiosk) content() content {
	k := m.w.Kiosk
	s := &sheet{width: m.frame.textWidth(), height: m.frame.height}
	say := func(title string, lines ...string) {
		s.text(look.title, title)
		for _, l := range lines {
			s.gap()
			s.text(look.plain, l)
		}
	}
	switch {
	case m.stage == kioskChoosing:
		say(k.Choose, k.Rule, k.How, k.Unseen)
	case m.stage == kioskRepeating:
		say(k.Again, k.Rule, k.Unseen)
	case m.asking:
		say(k.Word, k.Return)
	case m.stage == kioskBetween:
		say(k.Wiped, k.Moment)
	case m.stage == kioskFree:
		say(k.Free, k.Begin, k.Private, k.Alone)
		m.layUrgent(s)
	default:
		say(k.There, k.Stay, m.w.Count(k.Countdown, int(math.Ceil(m.left.Seconds()))))
		m.layUrgent(s)
	}
	c := content{place: k.Heading, rows: s.rows, focus: noItem, notice: m.notice}
	if m.stage == kioskChoosing || m.stage == kioskRepeating {
		c.hints = []hint{hintsIn(m.w).goOn, hintsIn(m.w).leave}
	}
	return c
}

// layUrgent adds the lines for danger. Somebody may be on the telephone with a
// help line when the screen clears itself under her eyes; the number stays. They
// are those of the region that was given at the start: which one a person chose
// is hers, and gone.
func (m *kiosk) layUrgent(s *sheet) {
	q := m.o.Load()
	region := q.Region(m.o.Region)
	if region == nil && len(q.Regions) > 0 {
		region = q.Regions[len(q.Regions)-1] // the one that holds everywhere
	}
	if region == nil {
		return
	}
	s.gap()
	for _, l := range questionnaire.UrgentLines(region) {
		layContact(s, m.w, l)
	}
}
