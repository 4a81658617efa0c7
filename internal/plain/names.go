package plain

import (
	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/wording"
)

// looksFor looks for the names of medicines that she typed, one after the other.
// Lines that were pasted with the first are names too. A number among them was
// typed before there was anything to choose from, so it answers nothing, and she
// hears that.
func (s *session) looksFor(typed string) {
	s.took = nil
	if left := page.LeftOut(s.w, s.drafting()); left != "" {
		s.say(left) // the one before, which she has not settled
	}
	s.names = append(s.names, s.finder.Names(typed)...)
	var not []string
	for _, more := range s.in.cameAlong() {
		switch {
		case len(words(more)) == 0:
		case len(numbers(s.w, more)) > 0:
			not = append(not, more)
		default:
			s.names = append(s.names, s.finder.Names(more)...)
		}
	}
	s.tellNotTaken(not)
	s.nextName(true)
}

// nextName shows what the next name may mean; the first is the one that she has
// just typed.
func (s *session) nextName(first bool) {
	for len(s.names) > 0 {
		name := s.names[0]
		s.names = s.names[1:]
		if len(words(name)) == 0 {
			continue
		}
		found := s.finder.Settle(name)
		d := s.drafting().Searched(name, found)
		s.put(d)
		s.still = choices
		if known := s.known(found); known != nil {
			s.put(*known)
			s.still = whole
			return
		}
		switch {
		case len(found) > 0:
			s.say(wording.Fill(s.w.Plain.Which, "name", printable(name)))
		case !first:
			s.say(wording.Fill(s.w.Plain.NameNext, "name", printable(name)))
		}
		return
	}
}

// known is the draft that asks about the one medicine that has this very name; nil:
// it is not that clear, or nothing would be asked about it, and then she chooses.
func (s *session) known(found []finder.Match) *page.Draft {
	if len(found) != 1 || !found[0].Exact || found[0].LookAlike {
		return nil
	}
	if c := s.page().Choice(0); c.Drafts != nil && c.Drafts.Asking() {
		return c.Drafts
	}
	return nil
}

// put keeps what she has put together, here and, wherever she goes, in the visit.
func (s *session) put(d page.Draft) {
	s.draft = &d
	s.v = s.v.Did(d.Prepared())
}

// drafting is what she has put together so far.
func (s *session) drafting() page.Draft {
	if s.draft != nil {
		return *s.draft
	}
	return s.page().Draft
}

// drafted goes on with what she has put together. Back on her list, the names that
// are still to be looked for come first.
func (s *session) drafted(d page.Draft) {
	if before := s.drafting(); d.Changed(before) {
		s.took = &before
	}
	s.put(d)
	s.still = choices
	if d.Asking() {
		s.still = whole
		return
	}
	if d.Typed() != "" {
		return // she went back to what this name may mean
	}
	if p := s.page(); len(s.names) > 0 && p.Notice != "" {
		s.say(p.Notice)
	}
	s.nextName(false)
}

// unsettled says of each name that she typed and has not settled that it is not on her
// list, when she leaves it.
func (s *session) unsettled() []string {
	if s.draft == nil {
		return nil
	}
	drafts := []page.Draft{*s.draft}
	for _, name := range s.names {
		drafts = append(drafts, s.draft.Searched(name, s.finder.Settle(name)))
	}
	var told []string
	for _, d := range drafts {
		if left := page.LeftOut(s.w, d); left != "" {
			told = append(told, left)
		}
	}
	return told
}
