package tui

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/keyboard"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Press reads a key. chosen is what it means, if it means something: a choice, or
// one of the page's ways. typed says that the letters in the field are others
// now.
func (v *View) Press(k tea.KeyMsg) (chosen *page.Choice, typed bool) {
	if k.Paste {
		if k.Runes = []rune(keyboard.Readable(string(k.Runes))); len(k.Runes) == 0 {
			return nil, false
		}
	}
	notice := v.Notice
	v.Notice = ""
	v.keys++
	if k.Type != tea.KeyUp && k.Type != tea.KeyDown {
		v.anew++
	}
	if lines := v.cry(k); lines != nil {
		v.letters = letters{}
		return lines, false
	}
	if !v.page.Typing {
		if chosen, done := v.heed(k, notice); done {
			if !v.frame.unasked(v.content()) { // where she reads what comes before a question, she stays
				v.settle()
			}
			return chosen, false
		}
	}
	c := v.content()
	if v.frame.unasked(c) && (k.Type == tea.KeyEnter || k.Type == tea.KeySpace || key.Matches(k, keys.pageDown) || key.Matches(k, keys.down) && !(v.page.Typing && k.Type == tea.KeyRunes)) {
		v.frame.ask(c)
		return nil, false
	}
	if v.frame.asks(c) && v.backs(k) {
		v.frame.top = 0
		return nil, false
	}
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

// backs reports whether a key leads back to another place. Then what stands before the
// question comes first, as it did on the way here.
func (v *View) backs(k tea.KeyMsg) bool {
	way := v.page.Way(page.Back)
	if v.page.Typing && k.Type != tea.KeyEsc || !does(k, page.Back) {
		return false
	}
	return way != nil && way.Means == visit.Event(visit.WentBack{})
}

func (v *View) pressed(k tea.KeyMsg) *page.Choice {
	if k.Type != tea.KeyRunes || slices.ContainsFunc(k.Runes, isNoDigit) {
		v.number = 0 // two digits with another key between them are two numbers
	}
	if v.moved(k) {
		return nil
	}
	at := v.page.Choice(v.focus)
	switch {
	case v.laid.scan && does(k, page.Scan):
		v.code, v.frame.top = !v.code, 0
		v.begin()
		return nil
	case at != nil && at.Box && does(k, page.Tick):
		return at
	case !does(k, page.Choose):
		return v.way(k)
	case at != nil && at.Box && at.Marked:
		return v.page.Way(page.GoOn)
	case at != nil:
		return at
	case v.page.Reading && (v.page.Alone == nil || v.page.ToEnd) && v.pageDown():
		return nil // what stands below comes before a word about choosing
	case v.page.Alone == nil && v.chosen():
		v.Notice = v.Words.Question.MoveFirst
	case v.page.Alone == nil:
		v.Notice = v.Words.Question.ChooseFirst
	}
	return v.page.Alone
}

// chosen reports whether something on the page is.
func (v *View) chosen() bool {
	for _, c := range v.page.Choices() {
		if c.Marked {
			return true
		}
	}
	return false
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
	switch arrow := key.Matches(k, keys.down) || key.Matches(k, keys.up); {
	case arrow && v.focus == noItem && v.before != noItem:
		v.focus, v.before = v.before, noItem
	case key.Matches(k, keys.down):
		v.focus = min(v.focus+1, count-1)
	case key.Matches(k, keys.up):
		v.focus = min(max(v.focus-1, 0), count-1)
	case key.Matches(k, keys.first) && v.page.Reading && v.page.Begin == page.NoChoice:
		v.focus, v.line = noItem, 0 // where its text begins
	case key.Matches(k, keys.first):
		v.focus = min(0, count-1)
	case key.Matches(k, keys.last):
		v.focus = count - 1
	case k.Type == tea.KeyRunes && !slices.ContainsFunc(k.Runes, isNoDigit):
		for _, r := range k.Runes {
			if !v.toRow(int(r-'0'), count) {
				break // of one message nothing is left to be another number
			}
		}
	default:
		return false
	}
	return true
}

// secondDigit is how soon a digit must follow to make one number with those before it.
const secondDigit = time.Second

func isNoDigit(r rune) bool { return r < '0' || r > '9' }

// toRow goes to the row whose number is typed. Digits that follow one another are one
// number, on every page: who types 11 where there are ten rows means neither the first
// nor any other, so no row is left in focus, and it is said. After a while a digit is a
// number of its own; where it could be the end of a longer one, that is said too. Zero is
// the end of one however late it comes, for no row has that number.
func (v *View) toRow(digit, count int) (found bool) {
	v.Notice = "" // of the digit before it in one message
	row, both := digit, 10*v.number+digit
	goesOn := v.number != 0 && (digit == 0 || time.Since(v.numberAt) < secondDigit)
	switch {
	case goesOn:
		row = both
	case v.number != 0 && both <= count:
		v.Notice = wording.Fill(v.Words.Keys.TwoNumbers, "n", strconv.Itoa(row), "both", strconv.Itoa(both))
	}
	if !goesOn && v.focus != noItem {
		v.before = v.focus
	}
	v.number, v.numberAt = row, time.Now()
	if row >= 1 && row <= count {
		v.focus = row - 1
		return true
	}
	// An arrow leads back to where the number began, and not to the top of a list that begins
	// with the gravest; the next digit begins anew.
	v.number, v.focus = 0, noItem
	v.Notice = wording.Fill(v.Words.Keys.NoRow, "n", strconv.Itoa(row))
	return false
}

// pressTyping reads a key where letters are of a name. The field's other keys
// would run a clipboard program or move its cursor to where ours is not. Pasting
// in the terminal comes as letters.
func (v *View) pressTyping(k tea.KeyMsg) (chosen *page.Choice, typed bool) {
	last := v.count() - 1
	if lines := v.page.Way(page.ToLines); lines != nil && (k.Type == tea.KeyF1 || !k.Paste && k.String() == linesWhereSheTypes) {
		return lines, false
	}
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
		switch chosen = v.page.Choice(v.focus); {
		case chosen != nil:
		case v.page.Found != "": // to the first that was found, which Enter then takes
			v.focus = 0
		default:
			v.Notice = v.Words.Question.ChooseFirst
		}
	case tea.KeyEsc:
		return v.page.Way(page.Back), false
	case tea.KeyLeft: // for whom a screen reader keeps Esc for itself
		if v.field.text() == "" {
			return v.page.Way(page.Back), false
		}
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
	before := v.frame.top
	switch {
	case key.Matches(k, keys.pageDown), c.reading && k.Type == tea.KeySpace:
		v.pageDown()
		return true
	case key.Matches(k, keys.pageUp) && c.foreword && before == c.asked.from: // a screen of its own
		v.frame.scroll(c, -height)
		return true
	case key.Matches(k, keys.pageUp):
		v.frame.pageUp(c)
		v.readsAt(c, v.frame.top)
		return true
	case !c.reading || k.Type == tea.KeyTab || k.Type == tea.KeyShiftTab:
	case key.Matches(k, keys.down) && (c.focus == noItem || !v.frame.near(c, c.focus+1)):
		return v.readOn(c, 1)
	case key.Matches(k, keys.up) && (c.focus <= 0 || !v.frame.near(c, c.focus-1)):
		return v.readOn(c, -1)
	}
	return false
}

// readOn goes to the next row of a page to read that has words in it, or to the one
// before; to its choice, where it belongs to one. false: there is none.
func (v *View) readOn(c content, by int) bool {
	at := v.reads(c)
	if first, last, ok := focused(c.rows, c.focus); ok {
		if at = first; by > 0 {
			at = last
		}
	}
	for at += by; at >= 0 && at < len(c.rows); at += by {
		if r := c.rows[at]; r.item >= 0 {
			v.focus, v.line = r.item, noItem
			v.settle()
			return true
		} else if said(r.text) {
			v.focus, v.line = noItem, at
			v.settle()
			return true
		}
	}
	return c.focus == noItem
}

// reads is the row where she reads.
func (v *View) reads(c content) int {
	if v.line != noItem {
		return v.line
	}
	return v.frame.top
}

// readsAt lets her read from a row on that has come into view, unless a choice has the
// focus.
func (v *View) readsAt(c content, row int) {
	if !c.reading || c.focus != noItem {
		return
	}
	height, _ := v.frame.room(c)
	for row = max(row, v.frame.top); row < min(v.frame.top+height, len(c.rows)); row++ {
		if c.rows[row].item < 0 && said(c.rows[row].text) {
			v.line = row
			return
		}
	}
	v.line = noItem
}

// said reports whether there are words in a row, and not the blocks of a code.
func said(row string) bool {
	return strings.ContainsFunc(ansi.Strip(row), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// pageDown shows what comes next of a page that is longer than the screen; false
// at its end.
func (v *View) pageDown() bool {
	before, c := v.frame.top, v.content()
	height, _ := v.frame.room(c)
	v.frame.pageDown(c)
	v.readsAt(c, before+height)
	return v.frame.top != before
}
