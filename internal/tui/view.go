package tui

import (
	"strconv"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/wording"
)

// View is a page on the screen, or on a part of it. It keeps only what a page
// does not know: which choice has the focus, how far it is scrolled, letters that
// are typed. What a key means is told by the page; what follows from it is for
// whoever shows the view.
type View struct {
	Words     *wording.Words
	Notice    string // what has just happened, until the next key
	Undivided bool   // nothing has a screen of its own: an author sees the page as it is
	More      []Hint // keys that somebody else reads on this page, for the footer

	page  page.Page
	pages int // shown so far, to tell one from the next
	frame frame
	focus int // number of a choice, noItem or onField
	// before is where the focus was when the last number was begun; noItem: nowhere. An arrow
	// leads back there when no row has that number.
	before int
	line   int   // of a page to read, where she reads while no choice has the focus; noItem: not begun
	old    *told // labels as they stand on the screen, by number; nil: as on the page
	told   *told // what became of boxes
	keys   int   // pressed so far
	anew   int   // those of which no reader knows that they move something
	shown  int   // pages shown so far, what was changed on them left out
	field  field
	code   bool // a code to scan is unfolded
	laid   laid

	letters  letters
	burst    time.Duration // see Options
	run      string        // letters one after the other, as of a word, on pages without a field
	number   int           // of the digits that were typed last, and when; 0: none
	numberAt time.Time
}

// Place is where she stands on a page: what has the focus, and how far it is
// scrolled.
type Place struct {
	focus, line, top int
	label            string
	told, old        *told
}

// told are words for each choice, by its number: what is said at the end of its row, or
// what it is called.
type told []string

const (
	noItem  = -1 // no choice has the focus
	onField = -2 // the field to type into has it
)

// NewView is a view without a page.
func NewView(w *wording.Words) View {
	return View{Words: w, frame: frame{width: 80, height: 24}, focus: noItem, before: noItem, line: noItem}
}

// Size is how much room the view has.
func (v *View) Size() (width, height int) { return v.frame.width, v.frame.height }

// Resize gives the view another room. What has the focus stays in sight.
func (v *View) Resize(width, height int) {
	asks := v.frame.asks(v.content())
	v.frame.width, v.frame.height = width, height
	if asks { // and does not fall back on what stands before the question
		v.frame.top = v.content().asked.from
	}
	v.settle()
}

// Page is the page that is shown.
func (v *View) Page() page.Page { return v.page }

// turn puts another page in the place of the one that is shown.
func (v *View) turn(p page.Page) {
	v.page, v.Notice, v.letters, v.number, v.before = p, p.Notice, letters{}, 0, noItem
	v.pages++
}

// Show shows a page from its top, with nothing typed.
func (v *View) Show(p page.Page) {
	v.turn(p)
	v.told, v.old, v.code = nil, nil, false
	v.shown++
	v.frame.top = 0
	v.Type("")
	v.begin()
	if v.focus < 0 && v.laid.foreword && !v.knows() { // she reads that first
		v.frame.top = 0
	}
}

// begin puts the focus where the page begins.
func (v *View) begin() {
	v.focus, v.line = noItem, noItem
	switch {
	case v.page.Begin != page.NoChoice:
		v.focus = v.page.Begin
	case v.page.Typing:
		v.focus = onField
	}
	v.settle()
}

// Change shows the same page with something more put together on it: she stays
// where she is.
func (v *View) Change(p page.Page) {
	before, labels := v.page, v.labels()
	v.turn(p)
	v.tell(before)
	if v.old = nil; v.count() == len(labels) && !p.Typing {
		v.old = &labels
	}
	v.settle()
}

// labels are the choices as they are called on the screen.
func (v *View) labels() (all told) {
	for n, c := range v.page.Choices() {
		all = append(all, v.label(n, c))
	}
	return all
}

// label is what a choice is called on the screen. One that is called otherwise since she
// chose another, about the rest now, is written when she comes to it: a reader says all
// that changes, and all that stands between, and she chose only one.
func (v *View) label(n int, c *page.Choice) string {
	if v.old == nil || n >= len(*v.old) || n == v.focus || c.Extra != page.NotSure && c.Extra != page.Declined {
		return c.Label
	}
	return (*v.old)[n]
}

// reach makes the choice in focus be called as on the page from now on.
func (v *View) reach() {
	if v.focus != noItem {
		v.line = noItem
	}
	if c := v.page.Choice(v.focus); c != nil && v.old != nil && v.focus < len(*v.old) {
		(*v.old)[v.focus] = c.Label
	}
}

// tell says what became of the box in focus, in words that stay at the end of its row: a
// tick alone is not heard by everybody.
func (v *View) tell(before page.Page) {
	told := make(told, v.count())
	if v.told != nil {
		copy(told, *v.told)
	}
	v.told = &told
	chosen := 0
	for _, c := range v.page.Choices() {
		if c.Box && c.Marked {
			chosen++
		}
	}
	for n, c := range v.page.Choices() {
		was := before.Choice(n)
		if !c.Box || was == nil || was.Marked == c.Marked {
			continue
		}
		words := v.Words.Question.NoLongerChosen
		if c.Marked {
			words = v.Words.Question.Chosen
		}
		if told[n] = ""; n == v.focus {
			told[n] = wording.Fill(words, "count", strconv.Itoa(chosen))
		}
	}
}

// state is what is said of a choice at the end of its row, and shorter where there is
// little room.
func (v *View) state(n int, c *page.Choice) (said []string) {
	if v.told != nil && n < len(*v.told) && (*v.told)[n] != "" {
		said = append(said, (*v.told)[n])
	}
	if c.Box && c.Marked {
		said = append(said, v.Words.Question.ChosenBefore)
	}
	return said
}

// Find shows what the typed letters lead to: the same page, and she begins anew
// on it.
func (v *View) Find(p page.Page) {
	v.Change(p)
	v.begin()
}

// Return shows a page at the place where she was on it: at the same words, or
// else at the same number.
func (v *View) Return(p page.Page, there Place) {
	v.Show(p)
	v.told, v.old = there.told, there.old
	switch n := v.numberOf(there.label); {
	case there.focus < 0:
		v.focus, v.line = there.focus, there.line
	case n >= 0:
		v.focus = n
	default:
		v.focus = min(there.focus, v.count()-1)
	}
	v.frame.top, v.laid.rows = there.top, nil
	v.frame.scroll(v.content(), 0)
}

// Place is where she stands.
func (v *View) Place() Place {
	p := Place{focus: v.focus, line: v.line, top: v.frame.top, told: v.told, old: v.old}
	if c := v.page.Choice(v.focus); c != nil {
		p.label = c.Label
	}
	return p
}

// Focus is the number of the choice that has the focus; negative: none.
func (v *View) Focus() int { return v.focus }

func (v *View) numberOf(label string) int {
	for n, c := range v.page.Choices() {
		if c.Label == label {
			return n
		}
	}
	return noItem
}

func (v *View) count() int {
	count := 0
	for range v.page.Choices() {
		count++
	}
	return count
}

// Typed is what stands in the field; Type puts something else there.
func (v *View) Typed() string { return strings.TrimSpace(v.field.text()) }

// Type replaces what is typed.
func (v *View) Type(text string) {
	if !v.page.Typing {
		v.field = field{}
		return
	}
	label := ""
	for _, b := range v.page.Blocks {
		if b.Manner == page.Field {
			label = b.Text()
		}
	}
	v.field = newField(label, text)
}

// Scroll moves by so many rows.
func (v *View) Scroll(by int) { v.frame.scroll(v.content(), by) }

func (v *View) settle() {
	v.reach()
	v.frame.settle(v.content())
}

// Draw is the view, and where the cursor belongs.
func (v *View) Draw() (string, *Cell) {
	screen, at := v.frame.draw(v.content(), moreWords{v.Words.Keys.MoreAbove, v.Words.Keys.MoreBelow})
	at.Keys, at.Anew, at.Page = v.keys, v.anew, v.shown
	return screen, at
}
