package plain

import (
	"strconv"
	"strings"
	"unicode"

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
	return wording.Fill(text, "numbers", s.numbers(count(p)), "place", shortened(named(s.w, p)), "n", strconv.Itoa(s.story+2), "all", strconv.Itoa(len(s.steps())))
}

// named is what a page asks, or what it is; of a danger what to do.
func named(w *wording.Words, p page.Page) string {
	for _, b := range p.Blocks {
		switch b.Manner {
		case page.Question, page.Title, page.Act:
			return Says(w, b)
		}
	}
	return p.Place
}

// A prompt has room for so much of what is asked: with the numbers it fits a braille
// line of 40 cells.
const shortPrompt, leastPrompt = 34, 12

// shortened is the beginning of a text: its first clause, or as many words as fit.
// Its signs at the ends are left out, because the sentence goes on behind it.
func shortened(text string) string {
	text = strings.Trim(text, "¿?¡!.: ")
	all := []rune(text)
	if len(all) <= shortPrompt {
		return text
	}
	cut := 0
	for i := range all[:shortPrompt+1] {
		switch {
		case i >= leastPrompt && strings.ContainsRune(",;:.", all[i]) && all[i+1] == ' ':
			return string(all[:i]) + "…"
		case all[i] == ' ' && !(unicode.IsDigit(all[i-1]) && unicode.IsDigit(all[i+1])):
			cut = i
		}
	}
	if cut == 0 {
		cut = shortPrompt
	}
	return string(all[:cut]) + "…"
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
