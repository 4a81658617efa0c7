package handout

import (
	"strings"
)

// Set is several papers in one file, in the order in which they are needed, each as
// often as it is.
type Set struct{ papers []copies }

// copies are a paper and how often it is in a set.
type copies struct {
	of     *Document
	copies int
	called string // on the checklist, where its title says too little
}

// Workshop is all that a group of so many people needs, for the two who lead first.
// The stories are those that a group of the shortest plan may be told. Without a workshop
// it is nil.
func (s Source) Workshop(people int) *Set {
	if s.Questionnaire.Workshop == nil {
		return nil
	}
	s.Copies = people
	set := &Set{papers: []copies{{of: s.Checklist(), copies: 1}}}
	if plan := s.PlanSheet(s.Minutes); plan != nil {
		set.papers = append(set.papers, copies{of: plan, copies: 2})
	}
	set.papers = append(set.papers, s.toPrint()...)
	return set
}

// toPrint are the papers for a room with so many people in it.
func (s Source) toPrint() []copies {
	r := &s.Words.Handout.Room
	var all []copies
	for _, c := range []copies{
		{s.Poster(), 1, r.Poster}, {s.Strips(), 1, r.Strips}, {s.Cards(), 1, ""}, {s.Sheet(), s.Copies, ""},
		{s.Slip(), (s.Copies + slipsOnASheet - 1) / slipsOnASheet, ""},
	} {
		if c.of != nil && len(c.of.Sections) > 0 {
			all = append(all, c)
		}
	}
	return all
}

// each yields every paper as often as it is there.
func (s *Set) each(yield func(*Document)) {
	for _, p := range s.papers {
		for range p.copies {
			yield(p.of)
		}
	}
}

// Text is the papers one after the other, each on a new page of a printer.
func (s *Set) Text() string {
	var all []string
	s.each(func(d *Document) { all = append(all, d.Text()) })
	return strings.Join(all, "\f")
}

// Markdown is the papers one after the other.
func (s *Set) Markdown() string {
	var all []string
	s.each(func(d *Document) { all = append(all, d.Markdown()) })
	return strings.Join(all, "\n"+markdownRule+"\n\n")
}

// HTML is the papers in one page, each with sheets of its own size and margins.
func (s *Set) HTML() string {
	var all []*Document
	s.each(func(d *Document) { all = append(all, d) })
	return htmlOf(all[0].Title, all)
}
