package tui

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// chose does what a choice means.
func (s *Screening) chose(c *page.Choice) {
	switch {
	case c == nil:
	case c.Language != "":
		s.goOnIn(c.Language)
	case c.Door:
		s.goThrough()
	case c.Closes:
		s.close()
	case c.Opens != nil:
		s.Open(c.Opens)
	case c.Drafts != nil:
		s.drafted(*c.Drafts)
	case c.Means != nil:
		s.Do(c.Means)
	}
}

// page is the page that is to be shown now.
func (s *Screening) page() page.Page {
	front := page.Front{Cover: s.cover, Language: s.language, Languages: s.o.Languages}
	switch {
	case s.away:
		front.Door = page.ToOwn
	case s.o.Door != nil:
		front.Door = page.ToWorried
	}
	if s.o.Notice != nil {
		front.Missing = s.o.Notice(s.w)
	}
	if !s.read {
		return page.Welcome(s.w, front)
	}
	if n := len(s.shelf); n > 0 {
		p, _ := page.Over(s.w, s.visit, s.shelf[n-1].what)
		return p
	}
	if _, asked := s.visit.Where().(visit.Asked); asked {
		return page.Drafted(s.w, s.visit, s.draft)
	}
	return page.Of(s.w, s.visit, front)
}

// Do goes on with something that she did.
func (s *Screening) Do(e visit.Event) {
	s.ready()
	s.visit = s.visit.Did(e)
	s.arrive()
	s.view.Notice = strings.TrimSpace(page.Happened(s.w, e) + " " + s.view.Notice)
}

// arrive shows the place at which she stands.
func (s *Screening) arrive() {
	s.shelf, s.draft = nil, page.Draft{}
	switch at := s.visit.Where().(type) {
	case visit.Farewell:
		s.leaving = true
		return
	case visit.Asked:
		s.draft = page.DraftOf(at)
	}
	s.view.Show(s.page())
}

// Open shows a page over the present one. One that is open already is shown
// again, so that two pages that lead to each other make no pile.
func (s *Screening) Open(o page.Opening) {
	s.ready()
	if n := slices.IndexFunc(s.shelf, func(beneath opened) bool { return beneath.what == o }); n >= 0 {
		s.shelf = s.shelf[:n+1]
		s.view.Show(s.page())
		return
	}
	p, ok := page.Over(s.w, s.visit, o)
	if !ok {
		return
	}
	s.shelf = append(s.shelf, opened{o, s.view.Place()})
	s.view.Show(p)
}

// close goes back to the page beneath, to where she stood on it.
func (s *Screening) close() {
	n := len(s.shelf)
	if n == 0 {
		return
	}
	there := s.shelf[n-1].beneath
	s.shelf = s.shelf[:n-1]
	s.view.Return(s.page(), there)
	s.retype()
}

// drafted goes on with what she has put together on the page. Who ticks boxes
// stays where she is; a list of names begins again.
func (s *Screening) drafted(d page.Draft) {
	typing := s.view.page.Typing
	s.draft = d
	s.visit = s.visit.Did(d.Prepared())
	if rest, next := d.Next(); next != "" {
		s.draft = rest.Searched(next, s.finder.Settle(next))
	}
	p := s.page()
	if typing || p.Typing {
		s.view.Show(p)
		s.view.settle() // she knows what stands before the question
		s.retype()
		return
	}
	s.view.Change(p)
}

// retype puts the letters that she typed back into the field.
func (s *Screening) retype() {
	if typed := s.draft.Typed(); s.view.page.Typing && s.view.Typed() != typed {
		s.view.Type(typed)
	}
}

// goOnIn goes on in another language, with every answer where it was. The welcome
// is there at once; the rest is read behind it, as at the start. Anywhere else she
// stays where she is.
func (s *Screening) goOnIn(language string) {
	said, kind, there := s.saidIn(language), s.view.page.Kind, s.view.Place()
	s.w, s.view.Words = said.Words, said.Words
	s.cover, s.load, s.language, s.read = said.Cover, said.Load, language, false
	if kind == page.WelcomePage {
		s.view.Show(s.page())
		return
	}
	s.ready()
	s.view.Return(s.page(), there)
	s.view.settle() // rows are of other lengths now
}

// saidIn is what is said in a language, on this side of the door.
func (s *Screening) saidIn(language string) wording.InLanguage {
	if s.away {
		return s.o.Door(language)
	}
	return s.o.Translate(language)
}

// goThrough begins on the other side of the door. Nothing goes with her but where she is:
// the answers here are about somebody else.
func (s *Screening) goThrough() {
	s.away = !s.away
	if s.begun {
		s.region, s.nation = s.visit.Here()
		s.visit.Forget()
	}
	s.begun, s.shelf, s.draft = false, nil, page.Draft{}
	s.goOnIn(s.language)
}
