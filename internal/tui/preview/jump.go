package preview

import (
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/tui"
)

// openJump shows the list of places to go to, or takes it away.
func (p *preview) openJump() {
	if p.jump != nil {
		p.jump = nil
		return
	}
	v := tui.NewView(p.w)
	p.jump = &v
	p.jump.Resize(p.m.Size())
	p.jump.Show(page.Jump(p.w, p.m.Visit(), ""))
}

// pressJump is a key on that list.
func (p *preview) pressJump(k tea.KeyMsg) {
	chosen, typed := p.jump.Press(k)
	switch {
	case typed:
		p.jump.Find(page.Jump(p.w, p.m.Visit(), p.jump.Typed()))
		return
	case chosen == nil:
		return
	}
	p.jump = nil
	switch {
	case chosen.Opens == (page.Anew{}):
		p.m.Restart()
	case chosen.Opens != nil:
		p.m.Open(chosen.Opens)
	case chosen.Means != nil:
		p.m.Do(chosen.Means)
	}
}
