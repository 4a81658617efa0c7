package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/wording"
)

// View is a page on the screen, or on a part of it. It keeps only what a page
// does not know: which choice has the focus, how far it is scrolled, letters that
// are typed. What a key means is told by the page; what follows from it is for
// whoever shows the view.
type View struct {
	Words  *wording.Words
	Notice string // what has just happened, until the next key
	More   []Hint // keys that somebody else reads on this page, for the footer

	page  page.Page
	pages int // shown so far, to tell one from the next
	frame frame
	focus int // number of a choice, noItem or onField
	field field
	laid  laid
}

// Place is where she stands on a page: what has the focus, and how far it is
// scrolled.
type Place struct {
	focus, top int
	label      string
}

const (
	noItem  = -1 // no choice has the focus
	onField = -2 // the field to type into has it
)

// NewView is a view without a page.
func NewView(w *wording.Words) View {
	return View{Words: w, frame: frame{width: 80, height: 24}, focus: noItem}
}

// Size is how much room the view has.
func (v *View) Size() (width, height int) { return v.frame.width, v.frame.height }

// Resize gives the view another room. What has the focus stays in sight.
func (v *View) Resize(width, height int) {
	v.frame.width, v.frame.height = width, height
	v.settle()
}

// Page is the page that is shown.
func (v *View) Page() page.Page { return v.page }

// turn puts another page in the place of the one that is shown.
func (v *View) turn(p page.Page) {
	v.page, v.Notice = p, p.Notice
	v.pages++
}

// Show shows a page from its top, with nothing typed.
func (v *View) Show(p page.Page) {
	v.turn(p)
	v.frame.top = 0
	v.Type("")
	v.begin()
}

// begin puts the focus where the page begins.
func (v *View) begin() {
	v.focus = noItem
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
	v.turn(p)
	v.settle()
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
	v.Notice = ""
	switch n := v.numberOf(there.label); {
	case there.focus < 0:
		v.focus = there.focus
	case n >= 0:
		v.focus = n
	default:
		v.focus = min(there.focus, v.count()-1)
	}
	v.frame.top = there.top
	v.frame.scroll(v.content(), 0)
}

// Place is where she stands.
func (v *View) Place() Place {
	p := Place{focus: v.focus, top: v.frame.top}
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

// Press reads a key. chosen is what it means, if it means something: a choice, or
// one of the page's ways. typed says that the letters in the field are others
// now.
func (v *View) Press(k tea.KeyMsg) (chosen *page.Choice, typed bool) {
	v.Notice = ""
	c := v.content()
	if v.scrolled(c, k) {
		return nil, false
	}
	// After scrolling away, what would be chosen must be seen first.
	if k.Type == tea.KeyEnter && c.focus != noItem && !v.frame.near(c, c.focus) {
		v.frame.settle(c)
		return nil, false
	}
	if v.page.Typing {
		chosen, typed = v.pressTyping(k)
	} else {
		chosen = v.pressed(k)
	}
	v.settle()
	return chosen, typed
}

func (v *View) pressed(k tea.KeyMsg) *page.Choice {
	if v.moved(k) {
		return nil
	}
	at := v.page.Choice(v.focus)
	switch {
	case at != nil && at.Box && does(k, page.Tick):
		return at
	case !does(k, page.Choose):
		return v.way(k)
	case at != nil && at.Box && at.Marked:
		return v.page.Way(page.GoOn)
	case at != nil:
		return at
	case v.page.Alone == nil:
		v.Notice = v.Words.Question.ChooseFirst
	case v.page.ToEnd && v.pageDown():
		return nil
	}
	return v.page.Alone
}

// way is what a key means beside choosing.
func (v *View) way(k tea.KeyMsg) *page.Choice {
	for i := range v.page.Ways {
		if does(k, v.page.Ways[i].Action) {
			return &v.page.Ways[i].Choice
		}
	}
	return nil
}

// moved puts the focus elsewhere, if the key asks for it.
func (v *View) moved(k tea.KeyMsg) bool {
	count := v.count()
	switch {
	case key.Matches(k, keys.down):
		v.focus = min(v.focus+1, count-1)
	case key.Matches(k, keys.up):
		v.focus = min(max(v.focus-1, 0), count-1)
	case key.Matches(k, keys.first):
		v.focus = min(0, count-1)
	case key.Matches(k, keys.last):
		v.focus = count - 1
	case does(k, page.ByNumber):
		if n := int(k.Runes[0] - '1'); n < count {
			v.focus = n
		}
	default:
		return false
	}
	return true
}

// pressTyping reads a key where letters are of a name. The field's other keys
// would run a clipboard program or move its cursor to where ours is not. Pasting
// in the terminal comes as letters.
func (v *View) pressTyping(k tea.KeyMsg) (chosen *page.Choice, typed bool) {
	last := v.count() - 1
	switch k.Type {
	case tea.KeyDown, tea.KeyTab:
		v.focus = max(min(v.focus, last-1)+1, min(0, last))
		if v.focus < 0 {
			v.focus = onField
		}
	case tea.KeyUp, tea.KeyShiftTab:
		if v.focus--; v.focus < 0 {
			v.focus = onField
		}
	case tea.KeyHome:
		v.focus = onField
	case tea.KeyEnd:
		v.focus = last
	case tea.KeyEnter:
		if chosen = v.page.Choice(v.focus); chosen == nil {
			v.Notice = v.Words.Question.ChooseFirst
		}
	case tea.KeyEsc:
		return v.page.Way(page.Back), false
	default:
		if slices.Contains([]tea.KeyType{tea.KeyRunes, tea.KeySpace, tea.KeyBackspace, tea.KeyCtrlU, tea.KeyCtrlW}, k.Type) {
			v.field.update(k)
			return nil, true
		}
	}
	return chosen, false
}

// scrolled moves through a text instead of from choice to choice while none is
// near, and by the page everywhere.
func (v *View) scrolled(c content, k tea.KeyMsg) bool {
	height, _ := v.frame.room(c)
	height -= v.frame.covered(c)
	before := v.frame.top
	switch {
	case key.Matches(k, keys.pageDown), c.reading && k.Type == tea.KeySpace:
		v.frame.scroll(c, height-1)
		return true
	case key.Matches(k, keys.pageUp):
		v.frame.scroll(c, 1-height)
		return true
	case c.reading && key.Matches(k, keys.down) && !v.frame.near(c, c.focus+1):
		v.frame.scroll(c, 1)
	case c.reading && key.Matches(k, keys.up) && c.focus <= 0:
		v.focus = noItem
		v.frame.scroll(c, -1)
		return true
	}
	return v.frame.top != before
}

// pageDown shows what comes next of a page that is longer than the screen; false
// at its end.
func (v *View) pageDown() bool {
	before := v.frame.top
	height, _ := v.frame.room(v.content())
	v.Scroll(height - 1)
	return v.frame.top != before
}

// Scroll moves by so many rows.
func (v *View) Scroll(by int) { v.frame.scroll(v.content(), by) }

func (v *View) settle() { v.frame.settle(v.content()) }

// Draw is the view, and where the cursor belongs.
func (v *View) Draw() (string, *Cell) {
	return v.frame.draw(v.content(), moreWords{v.Words.Keys.MoreAbove, v.Words.Keys.MoreBelow})
}
