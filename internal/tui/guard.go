package tui

import (
	"errors"

	tea "github.com/charmbracelet/bubbletea"
)

// ErrCrashed says that a fault in the program ended it. It says no more, because
// the text of a panic can hold what she answered.
var ErrCrashed = errors.New("a fault in the program")

// guard stands between Bubble Tea and the model, and turns a panic of the model
// into leaving: the screen becomes empty, and the terminal is put in order as on
// any other way out. Bubble Tea would do the latter, but print the panic.
type guard struct {
	model   tea.Model
	program *tea.Program
	crashed bool
}

// crashedMsg says that a command crashed, or the drawing of a page.
type crashedMsg struct{}

func (g *guard) Init() tea.Cmd { return guarded(g.model.Init()) }

func (g *guard) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	defer func() {
		if recover() != nil {
			g.crashed, cmd = true, tea.Quit
		}
	}()
	if _, ok := msg.(crashedMsg); ok || g.crashed {
		g.crashed = true
		return g, tea.Quit
	}
	if m, ok := g.model.(*Screening); ok {
		if planted := plantedLeak(m, msg); planted != nil {
			return g, guarded(planted)
		}
	}
	_, cmd = g.model.Update(msg)
	return g, guarded(cmd)
}

func (g *guard) View() (screen string) {
	defer func() {
		if recover() != nil {
			g.crashed, screen = true, ""
			go g.program.Send(crashedMsg{})
		}
	}()
	if g.crashed {
		return ""
	}
	return g.model.View()
}

// guarded is a command whose panic becomes a message.
func guarded(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if recover() != nil {
				msg = crashedMsg{}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i, c := range batch {
				batch[i] = guarded(c)
			}
		}
		return msg
	}
}

// run runs the program. A panic that is left is one of Bubble Tea itself.
func (g *guard) run(p *tea.Program) (err error) {
	g.program = p
	defer func() {
		if recover() != nil {
			p.ReleaseTerminal()
			err = ErrCrashed
		}
	}()
	_, err = p.Run()
	if g.crashed {
		err = ErrCrashed
	}
	return err
}
