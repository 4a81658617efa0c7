package plain

import (
	"slices"

	"github.com/ask-first/askfirst/internal/page"
)

// Order is the order in which the blocks of a page are said: what is asked comes
// before what a topic is about and how it is answered, so that the question is
// heard within a few words. A line of ground before a tender question stays where it
// is: it must be heard first.
func Order(p page.Page) []page.Block {
	asked := -1
	for i, b := range p.Blocks {
		if b.Manner == page.Question {
			asked = i
			break
		}
	}
	if p.Kind != page.QuestionPage || asked < 0 {
		return p.Blocks
	}
	var before, about []page.Block
	for _, b := range p.Blocks[:asked] {
		if b.Manner == page.Note {
			about = append(about, b)
		} else {
			before = append(before, b)
		}
	}
	before = append(before, p.Blocks[asked])
	return append(append(before, about...), p.Blocks[asked+1:]...)
}

// brief is a page without why something is asked. The reasons for a conversation stay:
// they carry what to do tonight, and that no medicine is to be stopped.
func brief(p page.Page) page.Page {
	p.Blocks = slices.DeleteFunc(slices.Clone(p.Blocks), func(b page.Block) bool { return b.Manner == page.Why })
	return p
}
