package tui

import (
	"math"
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
	default:
		say(k.There, k.Stay, m.w.Count(k.Countdown, int(math.Ceil(m.left.Seconds()))))
	}
	c := content{place: k.Heading, rows: s.rows, focus: noItem, notice: m.notice}
	if m.stage == kioskChoosing || m.stage == kioskRepeating {
		c.hints = []hint{hintsIn(m.w).goOn, hintsIn(m.w).leave}
	}
	return c
}
