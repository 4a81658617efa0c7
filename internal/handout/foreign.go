package handout

import (
	"slices"

	"github.com/ask-first/askfirst/internal/page"
)

// foreign says first of all, on the paper of a questionnaire that did not come with
// the program, that it did not, and which of its numbers are others. A paper goes
// from hand to hand, and who gets it has never seen the folder.
func (s Source) foreign(d *Document) *Document {
	said := page.Foreign(s.Words, s.Questionnaire.Foreign)
	if said == "" || len(d.Sections) == 0 {
		return d
	}
	blocks := []Block{paragraph(said)}
	if heading, lines := page.OtherNumbers(s.Words, s.Questionnaire.Foreign, s.Region); len(lines) > 0 {
		blocks = append(blocks, paragraph(heading), list(lines...))
	}
	first := &d.Sections[0]
	first.Blocks = slices.Insert(first.Blocks, 0, blocks...)
	return d
}
