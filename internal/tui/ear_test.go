package tui

import (
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/listen"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

var maternals = sync.OnceValue(func() map[string]*questionnaire.Questionnaire {
	q, _, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil || q == nil {
		panic("the questionnaire cannot be read")
	}
	es, _, err := folder.ReadTranslation(questionnaires.Maternal(), nil, "es")
	if err != nil || es == nil {
		panic("the translation cannot be read")
	}
	return map[string]*questionnaire.Questionnaire{"en": q, "es": translation.Of(q, es)}
})

// listener walks through a screening, and hears what is said after each key.
type listener struct {
	t        *testing.T
	language string
	s        *Screening
	root     tea.Model
	glass    *glass
	ear      *listen.Ear
	step     step
}

// step is a key, what was shown before it and after, and what was heard.
type step struct {
	language, key string
	before, after page.Page
	was, is       int  // the focus
	opened        bool // another page
	scrolled      bool
	again         bool     // the same notice
	line          string   // where she reads on a page to read
	repeated      []string // rows that were written though they stood there already, but for where she is
	rows          int      // of the focused answer
	notice        string   // that is new
	says          string   // of the focused choice, at the end of its row
	heard         listen.Heard
}

// listens starts at the first page, as a program does on a terminal of 80 by 24.
func listens(t *testing.T, language string, region int) *listener {
	t.Helper()
	lipgloss.SetColorProfile(termenv.ANSI)
	t.Cleanup(func() { lipgloss.SetColorProfile(termenv.Ascii) })
	q := maternals()[language]
	o := options(q)
	o.Words, o.Region = wording.In(language), q.Regions[region%len(q.Regions)].ID
	l := &listener{t: t, language: language, s: New(o), glass: newGlass(t, 80, 24), ear: listen.New(80, 24)}
	t.Cleanup(l.glass.end)
	l.root = &onScreen{Model: l.s.On(l.glass.Screen), screen: l.glass.Screen}
	l.update(tea.WindowSizeMsg{Width: 80, Height: 24})
	l.hear("")
	l.update(readMsg{})
	l.hear("")
	return l
}

func (l *listener) update(msg tea.Msg) {
	l.root.Update(msg)
	l.glass.drawn = time.Time{}
	l.root.View()
}

func (l *listener) hear(key string) listen.Heard {
	all, err := io.ReadAll(l.glass.written)
	if err != nil {
		l.t.Fatal(err)
	}
	heard := l.ear.Hear(key, string(all))
	l.glass.terminal.Write(all)
	if want := strings.Join(trimmed(l.glass.terminal.String()), "\n"); l.ear.Screen() != want {
		l.t.Fatalf("after %q the ear has another screen than a terminal:\n%s\nwant:\n%s", key, l.ear.Screen(), want)
	}
	return heard
}

// trimmed are the lines of a screen without the spaces at their ends.
func trimmed(screen string) []string {
	lines := strings.Split(screen, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \r")
	}
	return lines
}

// press presses a key, and tells the step that it was.
func (l *listener) press(key string) step {
	st := step{language: l.language, key: key, before: l.s.Page(), was: l.s.view.focus}
	stood := rowsOf(l.ear.Screen())
	shown, notice, top := l.s.view.shown, l.s.view.Notice, l.s.view.frame.top
	l.update(tuitest.Key(key))
	st.after, st.is = l.s.Page(), l.s.view.focus
	if st.notice = l.s.view.Notice; st.notice == notice {
		st.notice, st.again = "", notice != ""
	}
	if c := st.after.Choice(st.is); c != nil {
		st.says = strings.Join(l.s.view.state(st.is, c), " ")
	}
	st.opened, st.scrolled = l.s.view.shown != shown, l.s.view.frame.top != top
	if at := l.s.view.line; at >= 0 && l.s.view.focus == noItem {
		st.line = tuitest.Words(ansi.Strip(l.s.view.laid.rows[at].text))
	}
	for _, r := range l.s.view.laid.rows {
		if r.item == st.is {
			st.rows++
		}
	}
	st.heard = l.hear(key)
	now := rowsOf(l.ear.Screen())
	for _, row := range st.heard.Written {
		at := l.s.view.frame.top + row
		focus := row == l.ear.Row() || at < len(l.s.view.laid.rows) && l.s.view.laid.rows[at].item == st.is && st.is != noItem
		if !focus && slices.Contains(stood, now[row]) {
			st.repeated = append(st.repeated, now[row])
		}
	}
	l.step = st
	return st
}

// rowsOf are the rows of a screen, in words.
func rowsOf(screen string) []string {
	rows := strings.Split(screen, "\n")
	for i, r := range rows {
		rows[i] = tuitest.Words(r)
	}
	return rows
}

// wander presses keys as somebody who looks around, and goes on after a while.
func (l *listener) wander(random *rand.Rand, keys int, see func(step)) {
	for range keys {
		if l.s.leaving {
			return
		}
		for _, key := range l.next(random) {
			if st := l.press(key); !st.again {
				see(st)
			}
			if l.s.leaving {
				return
			}
		}
	}
}

// names are typed into the finder.
var names = []string{"zolo", "proz", "lex", "eff", "ser", "litio", "quet", "well", "qqqq", "sertralina"}

// toFinder passes over what is before the first page on which names are typed.
func (l *listener) toFinder() {
	l.t.Helper()
	for range 60 {
		switch p := l.s.Page(); {
		case p.Typing:
			return
		case p.Kind == page.QuestionPage:
			l.press("p")
		default:
			l.press("1")
		}
		l.press("enter")
	}
	l.t.Fatalf("no page to type on:\n%s", l.ear.Screen())
}

func (l *listener) next(random *rand.Rand) []string {
	if l.s.Page().Typing {
		switch n := random.IntN(5); {
		case n < 2:
			var all []string
			for _, c := range names[random.IntN(len(names))] {
				all = append(all, string(c))
			}
			return append(all, "down", "enter")
		case n == 2:
			return []string{"down", "down", "up"}
		}
		return []string{"down", "enter"}
	}
	box := false
	if c := l.s.Page().Choice(l.s.view.focus); c != nil {
		box = c.Box
	}
	switch n := random.IntN(20); {
	case n < 7:
		return []string{"down"}
	case n < 9:
		return []string{"up"}
	case n < 11:
		return []string{fmt.Sprint(1 + random.IntN(5))}
	case n == 11:
		return []string{[]string{"home", "end", "pgdown", "pgup", "g", "G", "tab"}[random.IntN(7)]}
	case n == 12 && l.s.Page().Kind != page.WelcomePage:
		opens, back := []string{"w", "h", "?"}[random.IntN(3)], []string{"esc", "b"}[random.IntN(2)]
		if random.IntN(3) > 0 {
			return []string{opens, back}
		}
		return []string{opens, "down", "down", "up", back}
	case n == 13 && box:
		return []string{"space", "space"}
	case n == 14:
		return []string{"esc"}
	case n == 15 && l.s.Page().Kind == page.QuestionPage:
		return []string{"p", "enter"}
	case l.s.Page().Choice(l.s.view.focus) != nil && (l.focuses(visit.Left{}) || l.focuses(visit.Left{Keeping: true})):
		return []string{"up"}
	}
	return []string{"enter"}
}

// focuses reports whether the choice in focus means this.
func (l *listener) focuses(e visit.Event) bool {
	c := l.s.Page().Choice(l.s.view.focus)
	return c != nil && c.Means == e
}

// score is how often a mark was reached, and what was heard where it was not.
type score struct {
	reached, all int
	missed       []string
}

type scores map[string]*score

func (s scores) mark(name string, reached bool, at step, want string) {
	if s[name] == nil {
		s[name] = &score{}
	}
	s[name].all++
	if reached {
		s[name].reached++
		return
	}
	s[name].missed = append(s[name].missed, fmt.Sprintf("%s, after %q on a page of kind %d (then %d), want %s\n%v", at.language, at.key, at.before.Kind, at.after.Kind, want, at.heard))
}

// judge holds a step against the marks.
func (s scores) judge(at step) {
	focused, c := "", at.after.Choice(at.is)
	if c != nil {
		focused = strings.Join(strings.Fields(c.Answer+" "+c.Label), " ")
	}
	moved := !at.opened && at.was != at.is && c != nil && at.notice == ""
	jumped := at.key == "home" || at.key == "end" || at.key == "g" || at.key == "G" || len(at.key) == 1 && at.key[0] >= '0' && at.key[0] <= '9'
	for reader, said := range at.heard.Readers() {
		if reader == "bounded" && listen.Deaf(at.key) {
			continue // it says nothing after these, whatever is drawn
		}
		said, name := tuitest.Words(said), func(mark string) string {
			if at.scrolled {
				mark += ", scrolling,"
			}
			if at.opened && at.returns() {
				mark += ", coming back,"
			}
			return mark + " " + reader
		}
		if moved && (reader != "bounded" || at.key == "up" || at.key == "down") {
			row := tuitest.Words(c.Number + " " + focused)
			whole := strings.Contains(said, focused) || reader != "stream" && (strings.HasPrefix(row, said) || strings.HasPrefix(row, lastPart(said)))
			s.mark(name("F2"), whole && listen.Words(said) <= listen.Words(focused+" "+c.Number+" "+at.says)+4, at, focused)
			s.mark(name("F3"), !speaksAnother(at.after, at.is, said), at, "no other answer")
		}
		if far := jumped || strings.HasPrefix(at.key, "pg"); !at.opened && !(at.scrolled && (far || at.key == "space") && at.after.Kind != page.QuestionPage) {
			s.mark(name("F4"), listen.Words(said) <= 40, at, "40 words")
		}
		if ask := asked(at.after); at.opened && ask != "" {
			before, _, found := strings.Cut(said, ask)
			s.mark(name("F5"), found && listen.Words(before) <= 8, at, ask)
		}
		s.mark(name("F6"), !strings.ContainsAny(said, "[]>↑↓█▀▄│─"), at, "no brackets, arrows or blocks")
		if moved && at.scrolled && jumped && reader == "stream" {
			before, _, found := strings.Cut(said, focused)
			s.mark("J stream", found && listen.Words(before) <= 8, at, focused)
		}
		if at.opened && at.after.Kind == page.DangerPage {
			act := tuitest.Words(at.after.Blocks[0].Text())
			s.mark(name("F7"), strings.HasPrefix(said, act) && saysNumbers(at.after, said), at, act)
		}
		if at.after.Typing && at.before.Typing && len([]rune(at.key)) == 1 && at.after.Found != "" {
			s.mark(name("F8"), strings.Contains(said, at.after.Found) || reader == "difference" && said == "" && at.before.Found == at.after.Found, at, at.after.Found)
		}
		if c != nil && c.Box && (at.key == "space" || at.key == "enter") && !at.opened && at.notice == "" {
			s.mark(name("F9"), strings.Contains(said, focused) && listen.Words(said) <= listen.Words(focused)+7 && strings.Contains(said, wording.In(at.language).Question.ChosenBefore), at, focused)
		}
		if !at.opened && at.notice == "" && c != nil && !at.after.Typing && jumped {
			s.mark(name("F10"), strings.Contains(said, focused), at, focused)
		}
		if at.opened && later(at.before) && later(at.after) {
			s.mark(name("H"), !strings.Contains(said, bindings[page.Leave].short), at, "no keys that hold everywhere")
		}
		if at.line != "" && !at.opened && (at.key == "up" || at.key == "down") {
			s.mark(name("R"), said == at.line, at, at.line)
		}
		if at.notice != "" {
			s.mark(name("F11"), strings.Contains(said, tuitest.Words(at.notice)), at, at.notice)
		}
	}
	if !at.opened && !at.after.Typing {
		s.mark("N", len(at.repeated) == 0, at, fmt.Sprintf("%q not to be written again", at.repeated))
	}
	s.mark("F1", len(at.heard.Again) == 0, at, "no row twice")
	if moved && !at.scrolled {
		s.mark("F9b", len(at.heard.Written) <= at.rows, at, "the rows of one answer")
	}
	if at.notice != "" {
		s.mark("B3", shares(at.notice, at.heard.Braille), at, at.notice)
	}
	if at.opened && at.notice == "" {
		s.mark("B1", beginsPage(at), at, "the first thing of the page")
	}
	if c != nil && !at.opened && !at.scrolled && at.notice == "" {
		s.mark("B2", strings.HasPrefix(at.heard.Braille[min(at.heard.Column, len(at.heard.Braille)):], firstWord(c)), at, "the label")
	}
}

// later reports whether a page is of a question after those with which everybody begins,
// where no name is typed.
func later(p page.Page) bool { return p.Kind == page.QuestionPage && p.Later && !p.Typing }

// returns reports whether she comes back to a page that she has heard, of which a reader
// that compares says only what the page over it did not have in the same place.
func (st step) returns() bool { return st.key == "esc" || st.key == "b" }

// shares reports whether a line begins with the words of a notice.
func shares(notice, line string) bool {
	n, l := strings.Fields(notice), strings.Fields(line)
	return len(l) > 1 && slices.Equal(n[:2], l[:2])
}

func firstWord(c *page.Choice) string {
	return strings.Fields(c.Number + " " + c.Answer + " " + c.Label)[0]
}

// lastPart is what was said without a number before it.
func lastPart(said string) string {
	_, rest, _ := strings.Cut(said, " ")
	return rest
}

// speaksAnother reports whether the label of another choice is in what was said.
func speaksAnother(p page.Page, focus int, said string) bool {
	said = strings.Replace(said, tuitest.Words(p.Choice(focus).Label), "", 1)
	for n, c := range p.Choices() {
		if n != focus && len(strings.Fields(c.Label)) > 2 && strings.Contains(said, tuitest.Words(c.Label)) {
			return true
		}
	}
	return false
}

// asked is what a page asks with nothing before it: no topic is announced, and the
// question is not a tender one.
func asked(p page.Page) string {
	if len(p.Blocks) == 0 || p.Blocks[0].Manner != page.Question {
		return ""
	}
	return tuitest.Words(p.Blocks[0].Text())
}

// saysNumbers reports whether every number of an emergency page is said.
func saysNumbers(p page.Page, said string) bool {
	for _, b := range p.Blocks {
		if b.Manner == page.Number && !strings.Contains(said, tuitest.Words(b.Text())) {
			return false
		}
	}
	return true
}

// beginsPage reports whether the line of the cursor is the question, or else the first
// line of the page, or the choice at which she begins.
func beginsPage(at step) bool {
	line := tuitest.Words(at.heard.Braille)
	if c := at.after.Choice(at.is); c != nil {
		return strings.Contains(line, firstWord(c))
	}
	for i, b := range at.after.Blocks {
		if b.Manner == page.Question {
			// What has a page of its own before the question is read to its end.
			foreword := i > 0 && strings.HasSuffix(tuitest.Words(at.after.Blocks[i-1].Text()), line)
			return foreword || strings.HasPrefix(tuitest.Words(b.Text()), line)
		}
	}
	return strings.Contains(line, strings.Fields(at.after.Blocks[0].Text())[0])
}

// holds are the marks, and how many times of a hundred each must be reached at least. A
// hundred is asked of none, so that a long label in the questionnaire breaks no test of
// the drawing. Marks that are not here are counted only: see -v.
var holds = map[string]int{
	"F1": 100, "N": 90, "R bounded": 98, "R difference": 98, "R stream": 98, "F10 bounded": 80,
	"B1": 90, "B2": 98, "B3": 98, "F2 bounded": 98, "F2 difference": 98, "F2 stream": 98, "F3 bounded": 98, "F3 difference": 98, "F3 stream": 98,
	"F4 bounded": 80, "F4 difference": 90, "F4 stream": 90, "F5 bounded": 95, "F5 difference": 80, "F5 stream": 95,
	"F6 bounded": 90, "F6 difference": 90, "F6 stream": 90, "F7 bounded": 95, "F7 difference": 80, "F7 stream": 95,
	"F8 bounded": 95, "F8 difference": 95, "F8 stream": 95, "F9 bounded": 60, "F9 difference": 80, "F9 stream": 80, "F9b": 98,
	"F10 difference": 95, "F10 stream": 98, "F11 bounded": 95, "F11 difference": 98, "F11 stream": 98,
	"H bounded": 98, "H difference": 98, "H stream": 98, "J stream": 98,
}

// TestAnAnswerTakesOneRow is mark F12, on a screen of 80 columns: some readers say only the
// row of the cursor, and a braille display shows no other.
func TestAnAnswerTakesOneRow(t *testing.T) {
	for language, q := range maternals() {
		for _, x := range q.Questions {
			v := NewView(wording.In(language))
			var p page.Page
			for _, a := range x.Answers {
				p.Blocks = append(p.Blocks, page.Block{Manner: page.Option, Choice: &page.Choice{Label: a.Label, Box: x.TakesMany()}})
			}
			v.Show(p)
			var long []string
			for n, a := range x.Answers {
				if first, last, _ := focused(v.content().rows, n); first != last {
					long = append(long, a.Label)
				}
			}
			if len(long) > 0 {
				t.Errorf("%s, %s: these take more than a row: %q", language, x.ID, long)
			}
		}
	}
}

// TestADangerIsSeenWithoutScrolling: every answer of the questions with which everybody
// begins stands on a screen of 80 by 24, in each language.
func TestADangerIsSeenWithoutScrolling(t *testing.T) {
	for language, q := range maternals() {
		for _, x := range q.Topics[0].Questions {
			o := options(q)
			o.Words, o.Region, o.Preview = wording.In(language), q.Regions[0].ID, true
			s := New(o)
			s.Resize(80, 24)
			s.Do(visit.Jumped{To: visit.Asked{Question: x}})
			s.view.Undivided = false // as she sees it, and no author: a warning has a screen of its own
			s.view.Show(s.page())
			c := s.view.content()
			if s.view.frame.unasked(c) {
				s.view.frame.ask(c)
			}
			if above, below := s.view.frame.goesOn(c); above || below {
				t.Errorf("%s, %s: %d rows are more than a screen:\n%s", language, x.ID, len(c.rows), s.View())
			}
		}
	}
}

// TestTheMarks walks through the real questionnaire in both languages, and hears what
// three kinds of screen reader would say after each key.
//
//	F1   no row is written twice after a key
//	F2   after a move the focused answer is said, with at most four words more
//	F3   and no other answer
//	F4   a key that opens no page says at most forty words; one that jumps to another part
//	     of a list or a text, what comes into view
//	N    what stood on the screen already is not written again
//	F5   a question is said within eight words, where no topic is announced before it
//	F6   no brackets, arrows or blocks are said
//	F7   an emergency page begins with its action, and says all its numbers
//	F8   after a letter in the finder the number of matches is said, and the first
//	F9   after a tick, what was ticked, and that it is chosen
//	F9b  after a move one row is written
//	F10  after a number, Home or End the focused answer is said
//	F11  a notice is said
//	J    a jump to what stood beyond the screen says within eight words where it leads, to who
//	     hears what is written
//	H    from one question to the next the keys that hold everywhere are not said again
//	R    on a page to read the arrows say one line
//	B1   the cursor of a new page stands on the question, or on what comes first; on what has
//	     a page of its own before the question, at its end
//	B2   on an answer it stands on the first letter of the label
//	B3   and on a notice, when there is one
func TestTheMarks(t *testing.T) {
	all := scores{}
	for _, language := range []string{"en", "es"} {
		for n := range 4 {
			l := listens(t, language, n)
			l.wander(rand.New(rand.NewPCG(uint64(n), 7)), 500, all.judge)
			l = listens(t, language, n)
			l.toFinder()
			for _, name := range names {
				for _, c := range name {
					all.judge(l.press(string(c)))
				}
				l.press("esc")
			}
			l.press("?") // the help lines, where she types
			for _, key := range []string{"G", "g", "end", "home", "9", "g", "pgdown", "G"} {
				all.judge(l.press(key))
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		s := all[name]
		t.Logf("%-35s %4d of %4d", name, s.reached, s.all)
		if testing.Verbose() && len(s.missed) > 0 {
			for i := range min(3, len(s.missed)) {
				t.Logf("%s: missed %s", name, s.missed[i*(len(s.missed)-1)/2])
			}
		}
		if s.reached*100 < holds[name]*s.all {
			t.Errorf("%s: first missed %s", name, s.missed[0])
		}
	}
	for name := range holds {
		if all[name] == nil || all[name].all < 10 {
			t.Errorf("%s was hardly tried", name)
		}
	}
}
