package plain

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Heard is what a line means on a page: one of these.
type Heard struct {
	Choice *page.Choice // a choice of the page, or one of its ways
	Name   string       // a medicine's name, on a page that looks for them
	Again  bool         // to hear the page once more
	List   bool         // to hear all conversations in a list; on other pages as Again
	Next   bool         // to go on: Enter, or a word for it
	Undo   bool         // to take back the last thing that counted
	Slow   bool         // to hear the numbers of the page in pairs
	Only   int          // with Slow: those of this line of the page; 0: all
	Short  bool         // to hear no reasons from now on
	Full   bool         // to hear them again
	// Not says why the line means nothing here; filled in with what is there.
	Not string
	// Unclear: it is not understood, rather than impossible here.
	Unclear bool
	Of      []int // which of the page's choices Choice is, from 0; of a way none
	Among   []int // with Not: the choices that it may mean, which are asked
}

// Hear is what a line means on a page, in a language. A whole label counts first,
// then the words that work anywhere, then numbers, then the beginning of a label,
// each only when it can mean one thing. Words of somebody who needs a person lead to
// the help lines, and words for leaving leave, in any of the other languages too.
func Hear(w *wording.Words, p page.Page, region *questionnaire.Region, typed string, others ...*wording.Words) Heard {
	switch strings.TrimSpace(typed) {
	case "":
		return Heard{Next: true}
	case "?":
		typed = language.Told(w.Plain.Typed.Keys)
	}
	e := ear{w: w, others: others, p: p, where: region, typed: typed, words: words(typed)}
	for _, sense := range []func() (Heard, bool){e.label, e.command, e.numbered, e.everyday, e.region, e.several, e.beginning} {
		if h, ok := sense(); ok {
			return h
		}
	}
	if h, ok := e.leave(); ok {
		return h
	}
	offered := e.offer()
	switch {
	case wantsHelp(typed, append(others, w)):
		lines := e.toLines()
		lines.Among = offered.Among
		return lines
	case e.notHere != "":
		return Heard{Not: e.notHere}
	case p.Typing && len(e.words) > 0:
		return Heard{Name: typed}
	case len(offered.Among) > 0:
		return offered
	}
	return e.notUnderstood()
}

// everyLanguage are the words of each language.
func everyLanguage() []*wording.Words { return page.EveryLanguage() }

// ear is one line on one page.
type ear struct {
	w       *wording.Words
	others  []*wording.Words
	p       page.Page
	where   *questionnaire.Region
	typed   string
	words   []string
	notHere string // a word was meant that does nothing on this page
}

// notUnderstood says which words do something on this page, and none that does nothing here.
func (e *ear) notUnderstood() Heard {
	var said []string
	for _, a := range []page.Action{page.Back, page.ToWhy, page.Skip, page.ToLines, page.Enough, page.ToKeys, page.Leave} {
		word := Word(e.w, a)
		switch {
		case a == page.Skip && len(e.extra(page.Declined)) == 1:
			word = language.Told(e.w.Plain.Typed.Skip) // of the question, and not of its part
		case a != page.ToLines && e.p.Way(a) == nil:
			continue
		}
		said = append(said, word)
	}
	return Heard{Not: wording.Fill(e.w.Plain.NotUnderstood, "words", strings.Join(said, ", ")), Unclear: true}
}

// one is the only choice of several that were meant.
func (e *ear) one(meant []int) (Heard, bool) {
	meant = e.own(meant)
	switch {
	case len(meant) == 0:
		return Heard{}, false
	case len(meant) > mostAmong:
		return Heard{Not: e.w.Plain.Ambiguous}, true
	case len(meant) > 1:
		return e.among(meant), true
	}
	return e.chosen(meant)
}

// chosen chooses by numbers from 0.
func (e *ear) chosen(meant []int) (Heard, bool) {
	c := e.p.Choice(meant[0])
	if len(meant) == 1 && !c.Box {
		return Heard{Choice: c, Of: meant}, true
	}
	means, alone := e.p.Together(meant...)
	switch {
	case alone != "":
		return Heard{Not: wording.Fill(e.w.Plain.StandsAlone, "answer", alone)}, true
	case means == nil:
		return e.notUnderstood(), true
	}
	return Heard{Choice: &page.Choice{Means: means}, Of: meant}, true
}

// labelled are the choices that fit.
func (e *ear) labelled(fits func(c *page.Choice) bool) []int {
	var all []int
	for n, c := range e.p.Choices() {
		if fits(c) {
			all = append(all, n)
		}
	}
	return all
}

// label: a whole label, or a whole part of one between its signs.
func (e *ear) label() (Heard, bool) {
	folded := questionnaire.Fold(e.typed)
	if whole := e.own(e.labelled(func(c *page.Choice) bool { return questionnaire.Fold(c.Label) == folded })); len(whole) == 1 {
		return e.one(whole)
	}
	part := e.labelled(func(c *page.Choice) bool {
		return folded != "" && e.called(c) && slices.Contains(phrases(c.Label), folded)
	})
	if len(part) != 1 {
		return Heard{}, false
	}
	return e.one(part)
}

// command: the words that mean the same on every page.
func (e *ear) command() (Heard, bool) {
	t := e.w.Plain.Typed
	is := func(forms string) bool { return means(e.typed, forms) }
	switch {
	case is(t.Again):
		return Heard{Again: true}, true
	case is(t.List):
		return Heard{List: true}, true
	case is(t.Next):
		return Heard{Next: true}, true
	case is(t.Undo):
		return Heard{Undo: true}, true
	case is(t.Lines):
		return e.toLines(), true
	case is(t.Short):
		return Heard{Short: true}, true
	case is(t.Full):
		return Heard{Full: true}, true
	case (is(t.None) || is(t.No)) && e.p.Draft.Typed() != "": // none of the names that were found
		return Heard{Choice: e.p.Way(page.Back)}, true
	case is(t.Skip):
		if meant := e.extra(page.Declined); len(meant) == 1 {
			return e.one(meant)
		}
		e.notHere = e.w.Plain.NotHere
	}
	if of, ok := e.slow(); ok {
		return Heard{Slow: true, Only: of}, true
	}
	for _, action := range []page.Action{page.Back, page.ToWhy, page.Skip, page.Enough, page.ToKeys, page.Leave} {
		not := e.w.Plain.NotHere
		if action == page.Back {
			not = e.w.Plain.BackFirst
		}
		if h, ok := e.way(action, forms(e.w, action), not); ok {
			return h, true
		}
	}
	return Heard{}, false
}

// slow reads "slow", and "slow 2".
func (e *ear) slow() (of int, ok bool) {
	word, number, _ := strings.Cut(strings.TrimSpace(e.typed), " ")
	switch meant := numbers(e.w, number); {
	case means(e.typed, e.w.Plain.Typed.Slow):
		return 0, true
	case len(meant) == 1 && means(word, e.w.Plain.Typed.Slow):
		return meant[0], true
	}
	return 0, false
}

// leave understands the word for it of every language: who must be gone at once types
// the one that comes first.
func (e *ear) leave() (Heard, bool) {
	for _, other := range e.others {
		if c := e.p.Way(page.Leave); c != nil && means(e.typed, other.Plain.Typed.Leave) {
			return Heard{Choice: c}, true
		}
	}
	return Heard{}, false
}

func (e *ear) way(a page.Action, forms, not string) (Heard, bool) {
	if !means(e.typed, forms) {
		return Heard{}, false
	}
	if c := e.p.Way(a); c != nil {
		return Heard{Choice: c}, true
	}
	e.notHere = not
	return Heard{}, false
}

// toLines leads to the help lines, or says them once more.
func (e *ear) toLines() Heard {
	if c := e.p.Way(page.ToLines); c != nil {
		return Heard{Choice: c}
	}
	return Heard{Again: true}
}

// extra are the choices that are this answer of the program's own, whatever an
// author calls hers.
func (e *ear) extra(x page.Extra) []int {
	return e.labelled(func(c *page.Choice) bool { return c.Extra == x })
}

// own leaves out of several choices an author's answers that are called as one of the
// program's own among them. Nobody can tell the two by their words: what the program
// says at every question is meant, and the author's answer still has its number.
func (e *ear) own(meant []int) []int {
	alike := func(n int) bool {
		c := e.p.Choice(n)
		return c.Extra == page.NoExtra && slices.ContainsFunc(meant, func(other int) bool {
			own := e.p.Choice(other)
			return own.Extra != page.NoExtra && questionnaire.Fold(own.Label) == questionnaire.Fold(c.Label)
		})
	}
	var told []int
	for _, n := range meant {
		if !alike(n) {
			told = append(told, n)
		}
	}
	return told
}

// numbered: numbers of what was read out. One that nothing here has may be one of
// a help line, and then a person is wanted.
func (e *ear) numbered() (Heard, bool) {
	meant := numbers(e.w, e.typed)
	if len(meant) == 0 {
		return Heard{}, false
	}
	for _, l := range questionnaire.AllLines(e.where) {
		if folded := questionnaire.Fold(e.typed); e.p.Choice(meant[0]-1) == nil && (folded == questionnaire.Fold(l.Call) || folded == questionnaire.Fold(l.Text)) {
			return e.toLines(), true
		}
	}
	for i := range meant {
		meant[i]--
	}
	return e.together(meant)
}

// together chooses several at once, where that is possible.
func (e *ear) together(meant []int) (Heard, bool) {
	slices.Sort(meant)
	meant = slices.Compact(meant)
	boxes := false
	for _, n := range meant {
		c := e.p.Choice(n)
		if c == nil {
			return e.notUnderstood(), true
		}
		boxes = boxes || c.Box
	}
	if len(meant) > 1 && !boxes {
		return e.notUnderstood(), true
	}
	return e.chosen(meant)
}

// region: short names of regions.
func (e *ear) region() (Heard, bool) {
	id := regionMeant(e.w.Plain.Typed, e.typed)
	return e.one(e.labelled(func(c *page.Choice) bool {
		placed, ok := c.Means.(visit.Placed)
		return ok && placed.Region != "" && (placed.Region == id || means(e.typed, placed.Region))
	}))
}

// exclusive are the answers that stand alone. Where one of several does, it is what
// "no" says to all the others.
func (e *ear) exclusive() []int {
	if e.p.Question == nil || !e.p.Question.TakesMany() {
		return nil
	}
	var all []int
	for n, a := range e.p.Question.Answers {
		if a.Exclusive {
			all = append(all, n)
		}
	}
	if len(all) != 1 {
		return nil
	}
	return all
}

// several: several labels with commas between.
func (e *ear) several() (Heard, bool) {
	parts := strings.FieldsFunc(e.typed, func(r rune) bool { return r == ',' || r == ';' })
	if len(parts) < 2 || e.p.Typing {
		return Heard{}, false
	}
	var all []int
	for _, part := range parts {
		meant := numbers(e.w, part)
		for i := range meant {
			meant[i]--
		}
		if len(meant) == 0 {
			meant = e.said(everyday(e.w.Plain.Typed, part), e.w.Plain.Typed)
		}
		if len(meant) == 0 {
			meant = e.begins(words(part))
		}
		if len(meant) != 1 {
			return Heard{}, false
		}
		all = append(all, meant...)
	}
	return e.together(all)
}

// beginning: the first words of a label.
func (e *ear) beginning() (Heard, bool) {
	meant := e.begins(e.words)
	if e.p.Typing && len(e.words) == 1 { // rather a name, but of the program's own answers
		meant = slices.DeleteFunc(meant, func(n int) bool { return e.p.Choice(n).Extra == page.NoExtra })
	}
	return e.one(meant)
}

// called reports whether a part of its label can mean a choice. On the page that
// asks for names a part of her own list is a name: it takes nothing off.
func (e *ear) called(c *page.Choice) bool {
	return !e.p.Typing || e.p.Draft.Typed() != "" || c.Drafts == nil || c.Extra == page.Unlisted
}

// begins are the choices whose labels begin with these words, the last of which
// may be cut short. A short word alone, such as "I" or "not", means none.
func (e *ear) begins(typed []string) []int {
	if len(typed) == 0 || len(typed) == 1 && utf8.RuneCountInString(typed[0]) < 4 {
		return nil
	}
	return e.labelled(func(c *page.Choice) bool {
		label := words(c.Label)
		if len(label) < len(typed) || !e.called(c) {
			return false
		}
		last := len(typed) - 1
		return slices.Equal(label[:last], typed[:last]) && strings.HasPrefix(label[last], typed[last])
	})
}
