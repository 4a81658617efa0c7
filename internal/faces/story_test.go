package faces

import (
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/wording"
)

// The result is the one page that plain lines do not say as it stands: they tell its
// conversations one at a time, each with its card. So it is heard twice: as a story,
// which has to have in it whatever is on the result and on the cards, and as the list
// that can be asked for, which has to be the page.

// inStory reports whether Enter goes on with the story.
func inStory(w *wording.Words, prompt string) bool {
	for _, with := range []string{w.Plain.Prompt.Next, w.Plain.Prompt.Rest} {
		if before, _, _ := strings.Cut(with, "{"); strings.HasPrefix(prompt, before) {
			return true
		}
	}
	return false
}

// story hears the story to its end, or breaks it off for the list.
func (w *walk) story(said, prompt string) {
	w.t.Helper()
	if w.draw(2) == 0 {
		p := w.she.page()
		for inStory(w.she.w, prompt) {
			w.lines.types("")
			var more string
			more, prompt = w.lines.hears(w.she.w)
			said += "\n" + more
		}
		if wrong := w.told(p).differs(said); wrong != "" {
			w.fail("%s", failure(p, "as a story: "+wrong, w.screen.shows(), said))
		}
	}
	w.asksAgain(w.she.w.Plain.Typed.List)
}

// told is what the story has to say: the result, and in the place of each conversation
// its card. The card says how soon, so the heading before it is not needed.
func (w *walk) told(p page.Page) telling {
	all := inLines(w.she.w, p)
	var parts []part
	for _, x := range all.parts {
		card, ok := opens(x.block)
		if !ok {
			parts = append(parts, x)
			continue
		}
		if n := len(parts); n > 0 && parts[n-1].block.Manner == page.Heading {
			parts = parts[:n-1]
		}
		over, _ := page.Over(w.she.w, w.she.v, card)
		parts = append(parts, inLines(w.she.w, over).parts...)
	}
	all.parts = parts
	return all
}

func opens(b page.Block) (page.Card, bool) {
	if b.Choice == nil {
		return page.Card{}, false
	}
	card, ok := b.Choice.Opens.(page.Card)
	return card, ok
}
