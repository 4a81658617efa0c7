package plain

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/wording"
)

// Tell is what is said of a page, line by line: all that stands on it, in the
// order of [Order]. Nothing is numbered that only leads back from a page to read, because
// such a page closes by itself when it is said.
func Tell(w *wording.Words, p page.Page) []string {
	var all []string
	for _, l := range lines(w, p, nil) {
		all = append(all, l.text)
	}
	return all
}

// Says is what is said of a block, without the lead and the number that its place
// on the page gives it; empty for what is only for eyes, and for a key that has no
// word here.
func Says(w *wording.Words, b page.Block) string {
	text := b.Text()
	switch {
	case b.Manner == page.Code:
		return ""
	case b.Manner == page.Key:
		return keyed(w, b.Action)
	case b.Choice != nil:
		return option(w, b.Choice)
	case b.Manner.Spelled(), b.Manner == page.LineName:
		return wording.Spoken(text)
	}
	return text
}

// Type is a line that chooses this choice of the page; it is empty for the way
// back from a page that closes by itself.
func Type(p page.Page, choice int) string {
	if readOnly(p) {
		return ""
	}
	return strconv.Itoa(choice + 1)
}

// readOnly reports whether there is nothing to do on a page but to read it and go
// back.
func readOnly(p page.Page) bool {
	n := 0
	for _, c := range p.Choices() {
		if !c.Closes {
			return false
		}
		n++
	}
	return n > 0 && p.Alone != nil
}

// teller puts the lines of a page together.
type teller struct {
	w       *wording.Words
	p       page.Page
	titled  func(title string) string // what a card's title is said as
	all     []line
	choices int
	reach   []string // ways to reach a help line whose name is still to come
}

// lines are those of the page.
func lines(w *wording.Words, p page.Page, titled func(string) string) []line {
	p.Blocks = Order(p)
	t := &teller{w: w, p: p, titled: titled}
	if p.Notice != "" {
		t.add(p.Notice)
	}
	for i, b := range p.Blocks {
		t.block(b, i)
	}
	t.reached("")
	return t.all
}

// menu is what is left to say of a page that she knows: what has just happened,
// and what can be chosen, under its headings.
func menu(w *wording.Words, p page.Page) []line {
	q := p
	q.Blocks = nil
	for i, b := range p.Blocks {
		heads := b.Manner == page.Heading && i+1 < len(p.Blocks) && p.Blocks[i+1].Choice != nil
		if b.Choice != nil || b.Manner == page.Notice || heads {
			q.Blocks = append(q.Blocks, b)
		}
	}
	return lines(w, q, nil)
}

func (t *teller) add(text string)  { t.all = append(t.all, line{text: text}) }
func (t *teller) lead(text string) { t.all = append(t.all, line{text: text, leads: true}) }

func (t *teller) block(b page.Block, at int) {
	says := Says(t.w, b)
	if b.Manner != page.Number && b.Manner != page.LineName {
		t.reached("")
	}
	t.answers(b, at)
	switch b.Manner {
	case page.Option:
		t.choices++
		if !readOnly(t.p) {
			said := wording.Fill(t.w.Plain.Choice, "n", strconv.Itoa(t.choices), "label", ended(says))
			t.all = append(t.all, line{text: said, choice: t.choices})
		}
	case page.Number:
		t.reach = append(t.reach, says)
	case page.LineName:
		t.reached(says)
	case page.Title:
		if t.titled != nil {
			says = t.titled(says)
		}
		t.lead(says)
	case page.Heading, page.Question, page.Before, page.Strong:
		t.lead(says)
	case page.Notice:
		if t.p.Kind == page.CardPage {
			says = wording.Fill(t.w.Plain.HowSoon, "urgency", says)
		}
		t.add(says)
	case page.Why:
		t.add(t.w.Question.Why + " " + says)
	case page.Quote:
		t.quote("“"+says+"”", at)
	case page.Item, page.NoteItem, page.NoticeItem, page.Reason:
		t.add("- " + says)
	default:
		if says != "" {
			t.add(says)
		}
	}
}

// quote says words of hers on the line that leads to them: "You can say: …".
func (t *teller) quote(words string, at int) {
	if at > 0 && len(t.all) > 0 {
		switch before := t.p.Blocks[at-1]; before.Manner {
		case page.Heading, page.Text:
			last := &t.all[len(t.all)-1]
			last.text, last.leads = leading(last.text)+" "+words, false
			return
		}
	}
	t.add(words)
}

// leading ends what leads to a quotation.
func leading(text string) string {
	if ended(text) == text {
		return text
	}
	return text + ":"
}

// answers keeps how a help line answers on the screen on which its number is: what was said
// last leads to it.
func (t *teller) answers(b page.Block, at int) {
	note := b.Manner == page.LineNote || b.Manner == page.LineAbout && t.p.Kind == page.LinePage
	if note && at > 0 && len(t.all) > 0 {
		t.all[len(t.all)-1].leads = true
	}
}

// reached says a help line: how to reach it, then its name.
func (t *teller) reached(name string) {
	parts := append([]string{}, strings.Join(t.reach, "; "), name)
	if parts[0] == "" {
		parts = parts[1:]
	}
	if name == "" {
		parts = parts[:len(parts)-1]
	}
	t.reach = nil
	if len(parts) > 0 {
		with := ": "
		if strings.Contains(name, with) { // a name with a colon of its own begins anew
			with = ". "
		}
		t.add("- " + ended(strings.Join(parts, with)))
	}
}

// option is what can be chosen. That it is chosen already is said behind it.
func option(w *wording.Words, c *page.Choice) string {
	text := c.Label
	if c.Number != "" {
		text = wording.Spoken(text)
		with := ": "
		if strings.Contains(text, with) {
			with = ", "
		}
		text += with + wording.Spoken(c.Number)
	}
	if c.Access != "" {
		text = ended(text) + " " + wording.Spoken(c.Access)
	}
	if c.Answer != "" {
		text = c.Answer + " " + text
	}
	if c.Marked {
		text = wording.Fill(w.Plain.Marked, "label", text)
	}
	return text
}

// keyed is the word for an action, with what it does.
func keyed(w *wording.Words, a page.Action) string {
	word, does := Word(w, a), a.Does(w)
	if word == "" || means(word, does) { // most words say themselves what they do
		return word
	}
	return word + ": " + does
}

// Word is what to type for an action; empty where there is no word for it here.
func Word(w *wording.Words, a page.Action) string {
	switch a {
	case page.Choose:
		return "1"
	case page.Tick:
		return "1, 3"
	}
	return language.Told(forms(w, a))
}

// forms are all words that mean an action, the one that is told first.
func forms(w *wording.Words, a page.Action) string {
	t := w.Plain.Typed
	switch a {
	case page.Back:
		return t.Back
	case page.ToWhy:
		return t.Why
	case page.Enough:
		return t.Enough
	case page.Skip:
		return t.Part
	case page.ToLines:
		return t.Lines
	case page.ToKeys:
		return t.Keys
	case page.Leave:
		return t.Leave
	}
	return ""
}

// ended ends a sentence.
func ended(text string) string {
	if last, _ := utf8.DecodeLastRuneInString(text); strings.ContainsRune(".?!:…", last) {
		return text
	}
	return text + "."
}

// begun begins a sentence.
func begun(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}
