package plain

import "github.com/ask-first/askfirst/internal/page"

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

// brief is a page without its reasons: why something is asked, and why a
// conversation is worth having.
func brief(p page.Page) page.Page {
	var kept []page.Block
	for i, b := range p.Blocks {
		leads := b.Manner == page.Heading && i+1 < len(p.Blocks) && p.Blocks[i+1].Manner == page.Reason
		if b.Manner != page.Why && b.Manner != page.Reason && b.Manner != page.Because && !leads {
			kept = append(kept, b)
		}
	}
	p.Blocks = kept
	return p
}
