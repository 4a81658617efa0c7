package tui

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/listen"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
)

// Spoken is what is heard after a key on the full screen.
type Spoken struct {
	Key   string // "": the start
	Asked string // the question of a page that the key opened; "": none
	listen.Heard
}

// Listen lets somebody answer as replies says, with the keys of whoever hears the screen
// and does not see it: from the welcome to the end of the first conversation. It returns
// what is heard after every key.
func Listen(o Options, replies func(*questionnaire.Question) questionnaire.Reply) []Spoken {
	l := newListening(o, replies, 80, 24)
	l.walk()
	l.s.Forget()
	return l.all
}

func newListening(o Options, replies func(*questionnaire.Question) questionnaire.Reply, width, height int) *listening {
	l := &listening{s: New(o), ear: listen.New(width, height), person: page.Answering{Replies: replies}}
	l.root = &onScreen{Model: l.s, screen: &Screen{into: &l.written}}
	l.s.On(l.root.screen)
	l.update(tea.WindowSizeMsg{Width: width, Height: height})
	return l
}

// walk goes from the welcome to the end of the first conversation.
func (l *listening) walk() {
	l.hears("")
	l.update(readMsg{})
	for range mostPages {
		before := len(l.all)
		if l.goOn(); len(l.all) == before {
			return
		}
	}
}

// mostPages is more than anybody is shown, in case somebody's answers go round in a ring.
const mostPages = 1000

// listening presses keys for somebody, and hears what is drawn.
type listening struct {
	s       *Screening
	root    *onScreen
	written strings.Builder
	ear     *listen.Ear
	person  page.Answering
	all     []Spoken
	shown   int // pages that were heard
}

func (l *listening) update(msg tea.Msg) {
	l.root.Update(msg)
	l.root.screen.drawn = time.Time{} // nobody waits for a tick here
	l.root.View()
}

func (l *listening) hears(key string) {
	said := Spoken{Key: key, Heard: l.ear.Hear(key, l.written.String())}
	l.written.Reset()
	if v := &l.s.view; v.shown != l.shown && !l.before() {
		l.shown = v.shown
		for _, b := range v.page.Blocks {
			if b.Manner == page.Question {
				said.Asked = b.Text()
			}
		}
	}
	l.all = append(l.all, said)
}

// before reports whether what stands before a question has the screen, and the question
// does not stand on it yet.
func (l *listening) before() bool { return l.s.view.frame.unasked(l.s.view.content()) }

// keyTypes are the keys that are pressed here, besides letters.
var keyTypes = map[string]tea.KeyType{"enter": tea.KeyEnter, "down": tea.KeyDown, "up": tea.KeyUp, "space": tea.KeySpace}

func (l *listening) press(name string) {
	k := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
	if t, ok := keyTypes[name]; ok {
		k = tea.KeyMsg{Type: t}
	}
	l.update(k)
	l.hears(name)
}

// goOn presses the keys that lead from this page on; none at the end of the first
// conversation.
func (l *listening) goOn() {
	p := l.s.Page()
	_, result := l.s.visit.Where().(visit.Result)
	switch {
	case l.before():
		l.press("enter")
	case p.Kind == page.QuestionPage:
		l.answer(p)
	case len(l.s.shelf) > 0:
		l.readOn()
	case result || p.Alone == nil || p.Begin != page.NoChoice:
		l.choose(max(0, p.Begin))
	default:
		l.press("enter")
	}
}

// answer gives the answers of a page, or the next medicine.
func (l *listening) answer(p page.Page) {
	choices, name := l.person.On(p, l.s.visit.Questionnaire().Formulary)
	for _, letter := range name {
		l.press(string(letter))
	}
	for _, n := range choices {
		if c := l.s.Page().Choice(n); c != nil && c.Box {
			if l.to(n); !c.Marked {
				l.press("space")
			}
		} else {
			l.choose(n)
			return
		}
	}
	if name == "" {
		l.press("enter") // goes on with what is ticked
	}
}

func (l *listening) choose(n int) {
	l.to(n)
	l.press("enter")
}

// to goes to a choice with the arrows, from where she is.
func (l *listening) to(n int) {
	for l.s.view.focus != n {
		there, key := l.s.view.Place(), "down"
		if l.s.view.focus > n {
			key = "up"
		}
		if l.press(key); l.s.view.Place() == there {
			return
		}
	}
}

// readOn reads a page line by line, to its first choice; there it ends.
func (l *listening) readOn() {
	for l.s.view.focus < 0 {
		there := l.s.view.Place()
		if l.press("down"); l.s.view.Place() == there {
			return
		}
	}
}
