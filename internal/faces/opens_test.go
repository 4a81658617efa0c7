package faces

import (
	"fmt"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/visit"
)

// opensEverything is somebody to whom everything applies, and who looks into whatever
// opens, each once. So pages that chance seldom leads to are met every time.
func (w *walk) opensEverything() {
	w.t.Helper()
	opened := map[string]bool{}
	for range 1000 {
		p := w.she.page()
		all := w.moves(p)
		m := opens(all, opened)
		switch {
		case m != nil:
			opened[fmt.Sprintf("%#v", m.choice.Opens)] = true
		case len(w.she.over) > 0:
			m = first(all, func(c *page.Choice) bool { return c.Closes })
		case p.Typing && len(opened) > 0 && !opened[p.Question.ID]:
			opened[p.Question.ID] = true
			w.looksFor(p)
			continue
		default:
			if m = stops(all, opened); m == nil {
				m = onwards(all)
			}
		}
		if m == nil {
			break
		}
		w.does(p, *m)
	}
	if _, there := w.she.v.Where().(visit.Result); !there {
		w.fail("no way on from %T", w.she.v.Where())
	}
	w.leaves()
}

// opens is a move to a page that was not opened yet.
func opens(all []move, opened map[string]bool) *move {
	return first(all, func(c *page.Choice) bool { return c.Opens != nil && !opened[fmt.Sprintf("%#v", c.Opens)] })
}

// stops is a move to the page where somebody in danger stops, once.
func stops(all []move, opened map[string]bool) *move {
	const stopped = "stopped"
	m := first(all, func(c *page.Choice) bool { return c.Means == visit.Event(visit.Stopped{}) && !opened[stopped] })
	opened[stopped] = opened[stopped] || m != nil
	return m
}

// onwards is the first move that leads towards the result, or puts together what does.
func onwards(all []move) *move {
	on := first(all, func(c *page.Choice) bool { return c.Means == visit.Event(visit.Resumed{}) })
	if on == nil {
		on = first(all, func(c *page.Choice) bool {
			switch c.Means.(type) {
			case visit.Began, visit.Agreed, visit.Placed, visit.Settled, visit.Replied, visit.WentOn:
				return true
			}
			return false
		})
	}
	if on == nil {
		on = first(all, func(c *page.Choice) bool { return c.Drafts != nil })
	}
	return on
}

func first(all []move, is func(*page.Choice) bool) *move {
	for i, m := range all {
		if is(m.choice) {
			return &all[i]
		}
	}
	return nil
}
