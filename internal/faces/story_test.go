package faces

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// The result is the one page that plain lines do not say as it stands: they tell its
// steps one at a time, each with its card. So it is heard twice: as a story, which has
// to have in it whatever is on the result and on the cards, and as the list that can be
// asked for, which has to be the page.

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

// told is what the story has to say: the result up to its first choice, which is the
// first step; then what a changed answer changed; the card of each step after the first; then the result as it is said
// afterwards, with the same choices.
func (w *walk) told(p page.Page) telling {
	all := inLines(w.she.w, p)
	result, _ := w.she.v.Where().(visit.Result)
	if len(result.Plan.Steps) == 0 {
		return all
	}
	all.parts = all.parts[:slices.IndexFunc(all.parts, func(x part) bool { return x.block.Choice != nil })]
	changed := page.Page{Kind: page.ResultPage, Blocks: page.Changed(w.she.w, result.Change)}
	all.parts = append(all.parts, inLines(w.she.w, changed).parts...)
	for _, step := range result.Plan.Steps[1:] {
		card, _ := page.Over(w.she.w, w.she.v, page.Card{Clinician: step.Clinician.ID})
		all.parts = append(all.parts, inLines(w.she.w, card).parts...)
	}
	all.parts = append(all.parts, inLines(w.she.w, page.Afterwards(w.she.w, w.she.v)).parts...)
	return all
}
