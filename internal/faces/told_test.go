package faces

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/plain"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
)

// part is what a face has to say of a block.
type part struct {
	says  string
	block page.Block
}

// telling is what a face has to say of a page, and what it may say besides: words
// that lead to a block, which no page has.
type telling struct {
	face  string
	parts []part
	leads []*regexp.Regexp
}

// squeezed is a text without its spaces: an address that is longer than a line goes
// on beneath.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// differs is what is wrong with what was said: a block that is not there or not in its
// place, or something that is not of the page; "" if nothing is.
func (t telling) differs(said string) string {
	rest := squeezed(said)
	for i, p := range t.parts {
		before, after, ok := strings.Cut(rest, p.says)
		if !ok {
			return fmt.Sprintf("%s: block %d of manner %d is not said, or not in its place: %q", t.face, i, p.block.Manner, p.says)
		}
		if more := t.more(before); more != "" {
			return fmt.Sprintf("%s: before block %d of manner %d, %q, it says what is not on the page, or not in this place: %q", t.face, i, p.block.Manner, p.says, more)
		}
		rest = after
	}
	if more := t.more(rest); more != "" {
		return fmt.Sprintf("%s: at its end it says what is not on the page: %q", t.face, more)
	}
	return ""
}

// more are the words of a gap between two blocks that lead to nothing.
func (t telling) more(gap string) string {
	slices.SortStableFunc(t.leads, func(a, b *regexp.Regexp) int { return len(b.String()) - len(a.String()) })
	for _, lead := range t.leads {
		gap = lead.ReplaceAllString(gap, "")
	}
	if strings.IndexFunc(gap, unicode.IsLetter) < 0 {
		return ""
	}
	return gap
}

// may allows phrases that lead to a block. What is filled into one is a number.
func (t *telling) may(phrases ...string) {
	for _, phrase := range phrases {
		if phrase = strings.TrimRight(squeezed(phrase), ".: "); phrase != "" {
			t.leads = append(t.leads, regexp.MustCompile(`(?i)`+filled.ReplaceAllString(regexp.QuoteMeta(phrase), `\d*`)))
		}
	}
}

// boxed is a box that is ticked, after the number of its choice.
var boxed = regexp.MustCompile(`\d+x`)

var filled = regexp.MustCompile(`\\\{[a-z]+\\\}`)

// onScreen is what the full screen has to say. On a small one, why it is asked may wait
// for its key.
func onScreen(w *wording.Words, p page.Page, small bool) telling {
	t := telling{face: "full screen"}
	t.leads = append(t.leads, boxed)
	t.may(w.Question.Chosen, w.Question.NoLongerChosen, w.Question.ChosenBefore)
	for _, b := range p.Blocks {
		says := b.Text()
		switch {
		case b.Folded, b.Known, small && b.Manner == page.Why && p.Way(page.ToWhy) != nil:
			t.may(says)
			continue
		case b.Choice != nil:
			says = strings.Join([]string{b.Choice.Number, b.Choice.Answer, b.Choice.Label}, " ")
			if b.Choice.Access != "" {
				says += ". " + b.Choice.Access
			}
		case b.Manner == page.Key:
			t.may("q, ", tui.HintOf(w, b.Action).Key, ", b, ←", ", k j, g G", ", x", ", F1") // the page of all keys names others too
		case b.Manner == page.Field:
			t.may(p.Draft.Typed())
			for at := range p.Draft.Typed() { // where there is no room for it
				t.may(p.Draft.Typed()[:at] + "…")
			}
		}
		t.parts = append(t.parts, part{squeezed(says), b})
	}
	return t
}

// inLines is what plain lines have to say.
func inLines(w *wording.Words, p page.Page) telling {
	t := telling{face: "plain lines"}
	t.may(w.Question.Why, wording.Fill(w.Plain.HowSoon, "urgency", ""), wording.Fill(w.Plain.Conversation, "clinician", ""))
	switch p.Kind {
	case page.QuestionPage:
		t.may(wording.Fill(w.Plain.Topic, "topic", p.Place), p.Left, w.Plain.Rest)
	case page.WelcomePage, page.KeysPage:
		t.may(w.Plain.How, w.Plain.More)
	}
	if p.Notice != "" {
		t.may(w.Plain.UndoTold) // of a medicine that she has taken off
		t.parts = append(t.parts, part{says: squeezed(p.Notice)})
	}
	for _, b := range plain.Order(p) {
		says := squeezed(strings.TrimRight(plain.Says(w, b), ".:"))
		if says == "" || b.Folded || b.Choice != nil && closesByItself(p) {
			continue
		}
		t.parts = append(t.parts, part{says, b})
	}
	return t
}

// closesByItself reports whether plain lines have nothing to do on a page but to say
// it, so that they go back by themselves.
func closesByItself(p page.Page) bool { return p.Choice(0) != nil && plain.Type(p, 0) == "" }

// both tells what is wrong with a page as the two say it, with all that is needed to
// see why; "" if nothing is.
func both(w *wording.Words, p page.Page, screen, said string, small bool) string {
	// Beside the field stands what the screen reader has to hear there; the names are below.
	wrong := onScreen(w, p, small).differs(withoutFound(screen, p))
	if wrong == "" {
		wrong = inLines(w, p).differs(said)
	}
	if wrong == "" {
		return ""
	}
	return failure(p, wrong, screen, said)
}

// withoutFound is a screen without what is told after the letters in the field.
func withoutFound(screen string, p page.Page) string {
	for found := p.Found; found != ""; {
		if before, after, ok := strings.Cut(squeezed(screen), squeezed(found)); ok {
			return before + after
		}
		_, size := utf8.DecodeLastRuneInString(strings.TrimSuffix(found, "…"))
		found = strings.TrimSuffix(found, "…")
		if found = found[:len(found)-size]; found != "" {
			found += "…"
		}
	}
	// Where there is room for no more, how many there are.
	if count, _, more := strings.Cut(p.Found, ". "); more {
		if before, after, ok := strings.Cut(squeezed(screen), squeezed(count+".")); ok {
			return before + after
		}
	}
	return screen
}

func failure(p page.Page, wrong, screen, said string) string {
	return fmt.Sprintf("page of kind %d, %q\n%s\n--- full screen:\n%s\n--- plain lines:\n%s\n---", p.Kind, p.Place, wrong, screen, said)
}
