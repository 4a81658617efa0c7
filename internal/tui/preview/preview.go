// Package preview is the full screen of an author: the screening as it is, of the
// last good version of a folder, with a bar beneath that says how the folder
// stands, and beside it what fires or what is wrong.
//
// The screening is a [tui.Screening] like anybody's; the preview feeds it keys,
// jumps and edited questionnaires, and looks at its visit.
package preview

import (
	"os"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
)

// Problem is a finding with the line that it is about.
type Problem struct {
	questionnaire.Finding
	Line    string   // as it stands in the file; "" where there is none
	Example []string // lines of a scenario, for a finding about somebody
}

// Reading is what became of one reading of the folder.
type Reading struct {
	Questionnaire *questionnaire.Questionnaire // nil when it cannot be used
	Written       *questionnaire.Questionnaire // the same in the language that it is written in, for the checks
	Problems      []Problem
	Err           error // the folder itself cannot be read
}

// Options are what a preview needs.
type Options struct {
	Folder string          // what to call it; "" for the questionnaire that comes with the program
	First  Reading         // shown at once
	Saved  <-chan struct{} // tells of a save; closed, or nil, when nothing is told any more
	// Read reads the folder again, and Check looks for what Read does not see:
	// both are called in the background, each by one goroutine at a time.
	Read    func() Reading
	Check   func(*questionnaire.Questionnaire) []Problem
	Words   *wording.Words
	Region  string
	Guess   string
	Theme   string
	In, Out *os.File
}

// bindings work wherever the preview is. None of them is a letter, because
// letters are typed into the screening.
var bindings = struct{ goTo, rules, problems, close key.Binding }{
	goTo:     key.NewBinding(key.WithKeys("ctrl+g")),
	rules:    key.NewBinding(key.WithKeys("ctrl+r")),
	problems: key.NewBinding(key.WithKeys("ctrl+e")),
	close:    key.NewBinding(key.WithKeys("esc")),
}

// side is what stands beside the screening.
type side uint8

const (
	nothingBeside side = iota
	rulesBeside
	problemsBeside
)

// preview is the root model of a preview: the screening as it is, with a bar
// beneath that says how the folder stands, and beside it what fires or what is
// wrong. The screening is always of the last good version.
type preview struct {
	o             Options
	w             *wording.Words
	width, height int

	m    *tui.Screening // nil until there is a good version
	jump *tui.View      // the list of places to go to; nil unless it is open
	out  *tui.Screen    // nil in tests
	last Reading
	// written is the good version in the language that it is written in.
	written *questionnaire.Questionnaire

	reading, again  bool // the folder is being read; and was saved since
	checking, stale bool // the good version is being checked; and is not the one that is
	checked         bool // found is about the good version
	found           []Problem

	beside  side
	focused bool // keys scroll what is beside
	opened  bool // by a broken save, so that the next good one closes it
	top     int  // how far it is scrolled
}

// Run shows a questionnaire while somebody edits it, and returns when she has
// left; quit says that it was with ctrl+c.
func Run(o Options) (quit bool, err error) {
	p := newPreview(o)
	p.out = tui.NewScreen(o.Out)
	if p.m != nil {
		p.m.On(p.out)
	}
	err = tui.ShowOpenly(p, o.In, p.out)
	if p.m == nil {
		return true, err
	}
	_, quit = p.m.Left()
	return quit, err
}

func newPreview(o Options) *preview {
	tui.UseTheme(o.Theme)
	p := &preview{o: o, w: o.Words, width: 80, height: 24}
	p.took(o.First)
	return p
}

type (
	savedMsg      struct{}
	readAgainMsg  struct{ reading Reading }
	checkedMsg    struct{ found []Problem }
	watchEndedMsg struct{}
)

// Init waits for the first save. The first reading was taken already.
func (p *preview) Init() tea.Cmd { return tea.Batch(p.wait(), p.check()) }

// wait waits for the next save.
func (p *preview) wait() tea.Cmd {
	return func() tea.Msg {
		if _, ok := <-p.o.Saved; !ok {
			return watchEndedMsg{}
		}
		return savedMsg{}
	}
}

// read reads the folder, or once more when that is done.
func (p *preview) read() tea.Cmd {
	if p.reading {
		p.again = true
		return nil
	}
	p.reading = true
	return func() tea.Msg { return readAgainMsg{p.o.Read()} }
}

// check looks at the good version in the background. One that was saved in the
// meantime waits its turn, and what is found of the earlier one is thrown away.
func (p *preview) check() tea.Cmd {
	if p.m == nil || p.checked {
		return nil
	}
	if p.checking {
		p.stale = true
		return nil
	}
	p.checking = true
	q := p.written
	return func() tea.Msg { return checkedMsg{p.o.Check(q)} }
}

// took goes on with a reading.
func (p *preview) took(r Reading) {
	p.last = r
	if r.Questionnaire == nil {
		if p.beside != problemsBeside {
			p.beside, p.opened, p.top = problemsBeside, true, 0
		}
		return
	}
	p.checked, p.found, p.written = false, nil, r.Written
	if p.opened {
		p.closeSide()
	}
	if p.m != nil {
		p.reload(r.Questionnaire)
		return
	}
	load := func() *questionnaire.Questionnaire { return r.Questionnaire }
	p.m = tui.New(tui.Options{
		Cover: r.Questionnaire.Cover(), Load: load, Words: p.w, Region: p.o.Region, Guess: p.o.Guess, Theme: p.o.Theme, Preview: true,
	}).On(p.out)
	p.m.Restart()
}

func (p *preview) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.width, p.height = msg.Width, msg.Height
	case savedMsg:
		cmd = tea.Batch(p.read(), p.wait())
	case readAgainMsg:
		p.reading = false
		p.took(msg.reading)
		cmd = p.check()
		if p.again {
			p.again = false
			cmd = tea.Batch(cmd, p.read())
		}
	case checkedMsg:
		p.checking = false
		if p.stale {
			p.stale = false
			cmd = p.check()
			break
		}
		p.checked, p.found = true, msg.found
	case tea.KeyMsg:
		p.press(msg)
	}
	p.settle()
	if p.left() {
		return p, tea.Quit
	}
	if k, ok := msg.(tea.KeyMsg); ok && p.m == nil && (tui.Quits(k) || tui.Does(k, page.Leave)) {
		return p, tea.Quit
	}
	return p, cmd
}

// settle gives the screening the room that the lists leave it.
func (p *preview) settle() {
	if p.m == nil {
		return
	}
	l := p.layout()
	if width, height := p.m.Size(); width != l.width || height != l.height {
		p.m.Resize(l.width, l.height)
	}
	if p.jump != nil {
		p.jump.Resize(l.width, l.height)
	}
}

// left reports whether the screening was left, and the preview with it.
func (p *preview) left() bool {
	if p.m == nil {
		return false
	}
	left, _ := p.m.Left()
	return left
}

// press is the way of every key: the preview's own, then what is beside where it
// has the focus, then the list of places, then the screening.
func (p *preview) press(k tea.KeyMsg) {
	covered := p.m != nil && p.m.Covered()
	switch {
	case tui.Quits(k) || covered:
	case key.Matches(k, bindings.rules) && p.m != nil:
		p.turnTo(rulesBeside)
		return
	case key.Matches(k, bindings.problems):
		p.turnTo(problemsBeside)
		return
	case key.Matches(k, bindings.goTo) && p.m != nil:
		p.focused = false
		if p.layout().whole {
			p.closeSide()
		}
		p.openJump()
		return
	case p.focused || p.layout().whole:
		p.scroll(k)
		return
	case p.jump != nil && !tui.Does(k, page.Cover):
		p.pressJump(k)
		return
	}
	if p.m != nil {
		p.m.Update(k)
	}
}

// turnTo shows one of the lists; pressed again it puts the keys to it, and once
// more takes it away.
func (p *preview) turnTo(beside side) {
	switch shown := p.shown() == beside; {
	case shown && (p.focused || p.layout().whole):
		p.closeSide()
	case shown:
		p.beside, p.focused, p.opened = beside, true, false
	default:
		p.beside, p.focused, p.opened, p.top = beside, false, false, 0
	}
}

// closeSide takes away what stands beside. On a wide screen that is the rules
// again.
func (p *preview) closeSide() {
	p.beside, p.focused, p.opened, p.top = nothingBeside, false, false, 0
}

func (p *preview) scroll(k tea.KeyMsg) {
	l := p.layout()
	switch {
	case key.Matches(k, bindings.close), tui.Does(k, page.Leave):
		p.closeSide()
		return
	}
	by, _ := tui.Moves(k, max(1, l.sideHeight-2))
	p.top += by
	p.top = max(0, min(p.top, len(p.rows(l.sideWidth))-(l.sideHeight-1)))
}

// problems are all that is known of the folder as it was saved last.
func (p *preview) problems() []Problem {
	all := slices.Clone(p.last.Problems)
	if p.last.Questionnaire != nil {
		all = append(all, p.found...)
	}
	order.Stable(all, func(a, b *Problem) int { return int(b.Severity) - int(a.Severity) })
	return all
}
