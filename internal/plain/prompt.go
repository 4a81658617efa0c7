package plain

import (
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/wording"
)

// ask is the prompt of a page: the row on which a braille line stands. It names
// what is asked, what Enter means where it means something, and which numbers can
// be typed.
func (s *session) ask(p page.Page) string {
	t := s.w.Plain.Prompt
	text := t.Choice
	switch {
	case s.inStory():
		text = s.askInStory()
	case p.Alone != nil:
		text = t.On
	case len(s.over) > 0:
		text = t.Back
	case p.Typing:
		text = t.Name
	case p.Kind == page.QuestionPage && !p.Draft.Asking():
		text = t.One
		if p.Question.TakesMany() {
			text = t.Many
		}
	}
	return wording.Fill(text, "numbers", s.numbers(count(p)), "place", p.Place, "n", strconv.Itoa(s.story+2), "all", strconv.Itoa(len(s.steps())))
}

// askInStory is the prompt between two steps. It offers no numbers of the result as
// long as she has heard none.
func (s *session) askInStory() string {
	t := s.w.Plain.Prompt
	last, unheard := s.story+1 >= len(s.steps()), len(s.over) == 0 && !s.numbered
	switch {
	case last && unheard:
		return t.RestOrList
	case last:
		return t.Rest
	case unheard:
		return t.NextOrList
	}
	return t.Next
}

func count(p page.Page) int {
	n := 0
	for range p.Choices() {
		n++
	}
	return n
}

// numbers says which numbers can be typed.
func (f *face) numbers(most int) string {
	if most <= 1 {
		return "1"
	}
	return wording.Fill(f.w.Plain.Prompt.Numbers, "n", strconv.Itoa(most))
}

func trimmed(text string) string { return strings.TrimSuffix(text, ".") }
