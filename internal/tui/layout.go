package tui

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"github.com/ask-first/askfirst/internal/page"
)

// roomy is the height from which a page has room for gaps around the field to
// type into.
const roomy = 14

// manner is how the blocks of a manner look: what stands before the first line,
// and the style.
type manner struct {
	lead  string
	style func() lipgloss.Style
}

var (
	plainText   = func() lipgloss.Style { return look.Plain }
	strongText  = func() lipgloss.Style { return look.Strong }
	titleText   = func() lipgloss.Style { return look.Title }
	faintText   = func() lipgloss.Style { return look.Faint }
	headingText = func() lipgloss.Style { return look.Heading }
	noticeText  = func() lipgloss.Style { return look.Notice }
)

// manners are those whose blocks are a text and nothing else.
var manners = [...]manner{
	page.Text:       {"", plainText},
	page.Title:      {"", titleText},
	page.Heading:    {"", headingText},
	page.Question:   {"", titleText},
	page.Before:     {"", faintText},
	page.Why:        {"", faintText},
	page.Note:       {"", faintText},
	page.Strong:     {"", strongText},
	page.Notice:     {"", noticeText},
	page.Item:       {"- ", plainText},
	page.NoteItem:   {"- ", faintText},
	page.NoticeItem: {"- ", noticeText},
	page.Act:        {"", func() lipgloss.Style { return look.Action }},
	page.Number:     {"", func() lipgloss.Style { return look.Number }},
	page.LineName:   {"", func() lipgloss.Style { return look.Number }},
	page.LineNote:   {"  ", faintText},
	page.LineAbout:  {"", plainText},
	page.Address:    {"", plainText},
	page.Code:       {"", faintText},
	page.Quote:      {"  ", func() lipgloss.Style { return look.Quote }},
	page.Reason:     {"- ", plainText},
	page.Because:    {"  ", faintText},
	page.Field:      {"", titleText},
	page.Hint:       {"", faintText},
	page.Key:        {"", plainText},
	page.Option:     {"", plainText},
	page.Loud:       {"", headingText},
}

// laid are the rows of a page, kept as long as nothing changes that they show:
// each key asks for them more than once.
type laid struct {
	of     shown
	rows   []row
	asked  rows
	column int
	// foreword: what stands before the question has a screen of its own.
	foreword bool
	scan     bool // there is a code, and room for it
	folding
}

// folding is whether a page that is shown leaves out why it is asked, to which a key
// leads, in a room of this size.
type folding struct {
	shown, width, height int
	folds                bool
}

// shown is all that the rows of a page depend on.
type shown struct {
	page, width, height, focus int
	typed                      string
	colours                    termenv.Profile
	code                       bool
}

// content lays the page out for the view's room.
func (v *View) content() content {
	of := shown{v.pages, v.frame.textWidth(), v.frame.height - 4, v.focus, v.field.text(), lipgloss.ColorProfile(), v.code}
	if v.laid.rows == nil || v.laid.of != of {
		v.laid = v.fitted(of)
	}
	c := content{
		place: v.page.Place, trail: v.page.Trail, aside: v.page.Aside, reading: v.page.Reading, focus: v.focus, line: v.line, notice: v.Notice,
		rows: v.laid.rows, asked: v.laid.asked, column: v.laid.column, foreword: v.laid.foreword,
	}
	c.hints = v.hints(v.frame.unasked(c))
	return c
}

// fitted lays the page out. Why it is asked is left out where she has read it, and where it
// would push answers out of sight on the first screen of the question. That is settled when
// the page is shown, so that no tick moves the rows.
func (v *View) fitted(of shown) laid {
	if f := v.laid.folding; f.shown == v.shown && f.width == of.width && f.height == of.height {
		return v.lay(of, f)
	}
	f := folding{shown: v.shown, width: of.width, height: of.height}
	if !v.Undivided && slices.ContainsFunc(v.page.Blocks, func(b page.Block) bool { return b.Manner == page.Why }) {
		f.folds = v.knows()
		if !f.folds && !v.page.Typing { // where she types, no letter is a key that leads to it
			whole := v.lay(of, f)
			f.folds = !v.inSight(&whole)
		}
	}
	return v.lay(of, f)
}

// knows reports whether she has read before why the question of this page is asked.
func (v *View) knows() bool {
	return !v.Undivided && slices.ContainsFunc(v.page.Blocks, func(b page.Block) bool { return b.Known })
}

// inSight reports whether everything that can be chosen stands on the first screen of the
// question.
func (v *View) inSight(l *laid) bool {
	room, _ := v.frame.room(content{place: v.page.Place})
	last := len(l.rows) - 1
	for last > 0 && l.rows[last].item < 0 {
		last--
	}
	return last-l.asked.from < room
}

func (v *View) lay(of shown, f folding) laid {
	s := &Sheet{Width: of.width, height: of.height, spare: v.frame.sides()}
	l := layer{v: v, s: s, digits: len(fmt.Sprint(v.count()))}
	all := laid{of: of, column: len(l.lead(0)), folding: f}
	if at := v.page.Choice(v.focus); at != nil && at.Box {
		all.column += len(box)
	}
	for i := 0; i < len(v.page.Blocks); i++ {
		b := v.page.Blocks[i]
		if b.Manner == page.Why && f.folds {
			continue
		}
		if b.Apart && !(b.Manner == page.Field && s.height < roomy) {
			s.Gap()
		}
		from := len(s.rows)
		switch b.Manner {
		case page.Question:
			l.text(b)
			all.asked = rows{from, len(s.rows)}
		case page.Field:
			text, column := v.field.row(s.Width, v.page.Found)
			s.rows = append(s.rows, row{text: text, item: onField})
			if all.asked.to == 0 { // the field asks
				all.asked = rows{from, len(s.rows)}
			}
			if v.focus == onField {
				all.column = column
			}
		case page.Number:
			i += l.numbers(v.page.Blocks[i:]) - 1
		default:
			l.block(b)
		}
	}
	all.rows, all.scan = s.rows, l.scan
	v.apart(&all)
	return all
}

// apart gives what stands before a question, what its part is about and a warning, a
// screen of its own: so the answers stand beneath the question, and she is warned before
// she reads it, and can pass over the part.
func (v *View) apart(l *laid) {
	room, _ := v.frame.room(content{place: v.page.Place})
	before := l.asked.from
	if v.Undivided || v.page.Kind != page.QuestionPage || !v.says(before, l) {
		return
	}
	l.foreword = true
	for l.asked.from%room != 0 {
		l.rows = slices.Insert(l.rows, before, row{item: noItem})
		l.asked.from++
		l.asked.to++
	}
}

// says reports whether there is a text before a row.
func (v *View) says(before int, l *laid) bool {
	return slices.ContainsFunc(l.rows[:before], func(r row) bool { return r.text != "" })
}

// layer lays blocks on a sheet.
type layer struct {
	v      *View
	s      *Sheet
	digits int // of the highest number
	next   int // the number of the next choice
	scan   bool
}

func (l *layer) block(b page.Block) {
	switch b.Manner {
	case page.Option:
		l.choice(b.Choice)
	case page.Quote:
		l.s.Hang(manners[page.Quote].lead, look.Quote, "“"+b.Text()+"”")
	case page.Code:
		l.code(b)
	case page.Key:
		l.key(b.Action, b.Text())
	default:
		l.text(b)
	}
}

func (l *layer) key(a page.Action, does string) {
	l.s.Text(look.Plain, look.Strong.Render(keyNames(l.v.Words, a))+": "+does)
}

func (l *layer) text(b page.Block) {
	m := manners[b.Manner]
	if len(b.Spans) == 1 && !b.Spans[0].Emphasis {
		l.s.Hang(m.lead, m.style(), b.Spans[0].Words)
		return
	}
	l.s.spans(m.lead, m.style(), b.Spans)
}

// numbers lays the ways to reach a help line on one line with its name, or, where
// no name follows, each on its own. It returns how many blocks that were.
func (l *layer) numbers(blocks []page.Block) int {
	var ways []string
	for _, b := range blocks {
		if b.Manner != page.Number {
			break
		}
		ways = append(ways, b.Text())
	}
	n := len(ways)
	if n < len(blocks) && blocks[n].Manner == page.LineName && !blocks[n].Apart {
		l.s.Text(look.Plain, look.Number.Render(strings.Join(ways, ", "))+"  "+blocks[n].Text())
		return n + 1
	}
	for _, way := range ways {
		l.s.Text(look.Number, way)
	}
	return n
}

// code names the key for the code, or draws it and names the key that folds it, where there is room for it. Eleven rows of
// blocks would stand between a number and what it is for, and be spoken.
func (l *layer) code(b page.Block) {
	code := codeFor(b.Dial)
	if code == nil || l.s.Width < code.width() || len(l.s.rows)+code.height()+3 > l.s.height {
		return
	}
	if l.scan = true; !l.v.code {
		l.key(page.Scan, page.Scan.Does(l.v.Words))
		return
	}
	l.s.rows = append(l.s.rows, code.rows()...)
	l.text(b)
	l.key(page.Scan, l.v.Words.Line.ScanAway)
}

// lead is what stands before the label of a choice. Where digits are letters of
// a name there are no numbers.
func (l *layer) lead(n int) string {
	mark := "  "
	if n == l.v.focus {
		mark = "> "
	}
	if l.v.page.Typing {
		return mark
	}
	return fmt.Sprintf("%s%*d  ", mark, l.digits, n+1)
}

// box is what stands before the label of something that can be ticked. It is a cell to
// see, and no bracket to hear.
const box = "x "

// choice lays something that can be chosen, numbered, with a hanging indent. It looks
// the same with the focus and without, so that the row which loses the focus is not
// written again; what became of its box is said in words at its end.
func (l *layer) choice(c *page.Choice) {
	lead := l.lead(l.next)
	indent := len(lead)
	if c.Box {
		mark := " "
		if c.Marked {
			mark = box[:1]
		}
		lead += look.Strong.Underline(true).Render(mark) + " "
		indent += len(box)
	}
	text := l.v.label(l.next, c)
	if c.Number != "" {
		text = c.Number + "  " + text
	}
	if c.Access != "" {
		text += ". " + c.Access
	}
	if c.Answer != "" { // hers comes first: a reader that says one row begins with it
		text = inked(look.Strong, c.Answer) + " " + text
	}
	l.s.hang(lead, look.Plain, text, l.next)
	if told := l.v.state(l.next, c); len(told) > 0 {
		l.s.tail(indent, look.Faint, told...)
	}
	l.next++
}
