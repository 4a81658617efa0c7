package tui

import (
	"reflect"

	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
)

// What a room needs in which a screening runs: a shared laptop, a preview.

// On draws the cursor on this screen too.
func (s *Screening) On(out *Screen) *Screening {
	s.out = out
	return s
}

// Left reports whether she has left; quit says that it was with ctrl+c.
func (s *Screening) Left() (left, quit bool) { return s.leaving, s.quit }

// Covered reports whether the screen is covered.
func (s *Screening) Covered() bool { return s.covered }

// Visit is her way so far. It waits for the questionnaire.
func (s *Screening) Visit() visit.Visit {
	s.ready()
	return s.visit
}

// Page is the page that is shown.
func (s *Screening) Page() page.Page { return s.view.page }

// Openings are what is open over the place, the last one on top.
func (s *Screening) Openings() []page.Opening {
	var all []page.Opening
	for _, o := range s.shelf {
		all = append(all, o.what)
	}
	return all
}

// Size is how much room it has; Resize gives it another.
func (s *Screening) Size() (width, height int) { return s.view.Size() }

// Resize gives it another room.
func (s *Screening) Resize(width, height int) {
	s.Update(tea.WindowSizeMsg{Width: width, Height: height})
}

// Say shows a notice until the next key.
func (s *Screening) Say(notice string) { s.view.Notice = notice }

// Restart begins again, without any answers.
func (s *Screening) Restart() {
	s.ready()
	q := s.visit.Questionnaire()
	s.visit.Forget()
	s.region, s.nation = s.o.Region, s.o.Nation
	s.begin(q)
	s.arrive()
}

// Forget overwrites what she said, where it stands in memory.
func (s *Screening) Forget() {
	if s.begun {
		s.visit.Forget()
	}
	s.draft.Forget()
	s.draft = page.Draft{}
	s.view = s.emptyView()
}

// Reload goes on with an edited questionnaire: with the same answers, on the
// same page, with the same line in focus, as far as they are still there. It
// returns what is not.
func (s *Screening) Reload(q *questionnaire.Questionnaire) []screening.Dropped {
	s.ready()
	before, shelf, there, draft := s.visit, s.shelf, s.view.Place(), s.draft
	s.load, s.cover = func() *questionnaire.Questionnaire { return q }, q.Cover()
	s.finder = finder.New(q.Formulary)
	var dropped []screening.Dropped
	s.visit, dropped = before.Carry(q)
	s.arrive()
	if !samePlace(before.Where(), s.visit.Where()) {
		return dropped
	}
	if at, ok := s.visit.Where().(visit.Asked); ok {
		s.draft = draft.Carry(before, at.Question, q, s.finder.Find)
	}
	places := []Place{there}
	for i := len(shelf) - 1; i >= 0; i-- {
		places = append([]Place{shelf[i].beneath}, places...)
	}
	s.again(places[0])
	for i, o := range shelf {
		if _, ok := page.Over(s.w, s.visit, o.what); !ok {
			break
		}
		s.Open(o.what)
		s.again(places[i+1])
	}
	return dropped
}

// again shows the present page at a place.
func (s *Screening) again(there Place) {
	s.view.Return(s.page(), there)
	s.retype()
}

// samePlace reports whether she stands where she stood, in an edited
// questionnaire.
func samePlace(before, after visit.Where) bool {
	switch after := after.(type) {
	case visit.Asked:
		b, ok := before.(visit.Asked)
		return ok && b.Question.ID == after.Question.ID
	case visit.Paused:
		b, ok := before.(visit.Paused)
		return ok && b.After.ID == after.After.ID
	}
	return reflect.TypeOf(before) == reflect.TypeOf(after)
}
