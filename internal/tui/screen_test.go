package tui

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"
)

// glass is a screen that draws on a terminal in memory.
type glass struct {
	*Screen
	terminal *vt.Emulator
	written  *os.File
}

func newGlass(t interface {
	TempDir() string
	Fatal(...any)
}, width, height int) *glass {
	path := filepath.Join(t.TempDir(), "written")
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	in, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	g := &glass{Screen: &Screen{File: out}, terminal: vt.NewEmulator(width, height), written: in}
	g.resize(width, height)
	return g
}

func (g *glass) end() { g.File.Close(); g.written.Close() }

// arrive lets the terminal show what was written since, and tells how much it
// was.
func (g *glass) arrive() int {
	all, _ := io.ReadAll(g.written)
	g.terminal.Write(all)
	return len(all)
}

func (g *glass) tick() int {
	g.Write([]byte("a frame of Bubble Tea's, which nobody is to see"))
	return g.arrive()
}

// shown is the terminal's text without spaces at the ends of lines.
func (g *glass) shown() string {
	lines := strings.Split(g.terminal.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \r")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// fitted is a frame as it must look on a terminal of this size.
func fitted(frame string, width, height int) string {
	lines := strings.Split(frame, "\n")
	lines = lines[max(0, len(lines)-height):]
	for i, line := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(ansi.Truncate(line, width, "")), " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// Whatever happened before, after a tick the terminal shows the last frame and
// nothing of any other, with the cursor in its place.
func TestTheScreenShowsTheLastFrame(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(r *rapid.T) {
		width, height := 12, 4
		g := newGlass(inDir{t, dir}, width, height)
		defer g.end()
		line := rapid.SampledFrom([]string{"", "a", "words", "\x1b[1mbold\x1b[0m here", "twelve cells", "more than twelve cells", "día", "子供"})
		frame := ""
		for range rapid.IntRange(1, 20).Draw(r, "steps") {
			switch rapid.IntRange(0, 6).Draw(r, "step") {
			case 0:
				g.tick()
			case 1:
				g.WriteString(ansi.EraseEntireScreen)
			case 2:
				before := [2]int{width, height}
				width, height = rapid.IntRange(4, 20).Draw(r, "width"), rapid.IntRange(1, 8).Draw(r, "height")
				if before == [2]int{width, height} {
					continue
				}
				g.arrive()
				g.terminal.Resize(width, height)
				g.terminal.Write([]byte("\x1b[Hwrapped otherwise")) // as terminals may
				g.resize(width, height)
			case 3:
				g.Wipe()
				frame = ""
			default:
				frame = strings.Join(rapid.SliceOfN(line, 1, 6).Draw(r, "frame"), "\n")
				g.Place(nil)
				if rapid.Bool().Draw(r, "cursor") {
					g.Place(&Cell{Row: rapid.IntRange(0, height-1).Draw(r, "row"), Column: rapid.IntRange(0, width-1).Draw(r, "column")})
				}
				g.show(frame)
			}
		}
		g.tick()
		if got, want := g.shown(), fitted(frame, width, height); got != want {
			r.Fatalf("on %d by %d the terminal shows\n%s\nand not\n%s", width, height, got, want)
		}
		if at := g.at; at != nil && at.Row < height && at.Column < width {
			if p := g.terminal.CursorPosition(); p.Y != at.Row || p.X != at.Column {
				r.Fatalf("the cursor stands in %d, %d and not in %d, %d", p.Y, p.X, at.Row, at.Column)
			}
		}
	})
}

// TestTheBarIsWhereTheFocusIs, and nowhere else, however a page is scrolled and changed
// beneath it, and of the text nothing is missing.
func TestTheBarIsWhereTheFocusIs(t *testing.T) {
	dir := t.TempDir()
	lipgloss.SetColorProfile(termenv.ANSI)
	t.Cleanup(func() { lipgloss.SetColorProfile(termenv.Ascii) })
	rapid.Check(t, func(r *rapid.T) {
		const width, height = 20, 8
		g := newGlass(inDir{t, dir}, width, height)
		defer g.end()
		row := rapid.SampledFrom([]string{"    1  one", "    2  two", "    3  three", "", "    4  \x1b[1mfour\x1b[0m", "    and more"})
		all := rapid.SliceOfN(row, 20, 20).Draw(r, "rows")
		top, page := 0, 0
		for keys := range rapid.IntRange(1, 15).Draw(r, "steps") {
			switch rapid.IntRange(0, 4).Draw(r, "step") {
			case 0:
				page, all = page+1, rapid.SliceOfN(row, 20, 20).Draw(r, "rows")
			case 1:
				all[top+rapid.IntRange(0, height-2).Draw(r, "changed")] = row.Draw(r, "row")
			default:
				top = rapid.IntRange(0, len(all)-height).Draw(r, "top")
			}
			lines := append(slices.Clone(all[top:top+height-1]), "the foot")
			at := &Cell{Column: 4, Keys: keys, Page: page, Foot: 1, Focus: Bar{Column: 0, Width: 3}}
			if n := rapid.IntRange(0, height-2).Draw(r, "focus"); lines[n] != "" {
				at.Row, at.Focus.Row, at.Focus.Rows = n, n, 1
				lines[n] = "  >" + lines[n][3:]
			}
			g.drawn = time.Time{}
			g.Place(at)
			g.show(strings.Join(lines, "\n"))
			g.arrive()
			if got, want := g.shown(), strings.Replace(fitted(strings.Join(lines, "\n"), width, height), ">", " ", 1); got != want {
				r.Fatalf("the terminal shows\n%s\nand not\n%s", got, want)
			}
			for row := range height {
				for column := range 4 {
					painted := g.terminal.CellAt(column, row).Style.Attrs&uv.AttrReverse != 0
					if want := at.Focus.holds(row) && column < 3; painted != want {
						r.Fatalf("row %d, column %d: painted %v, want %v", row, column, painted, want)
					}
				}
			}
		}
	})
}

// inDir makes temporary folders for each of rapid's runs, which cannot.
type inDir struct {
	*testing.T
	dir string
}

func (d inDir) TempDir() string {
	dir, err := os.MkdirTemp(d.dir, "")
	if err != nil {
		d.Fatal(err)
	}
	return dir
}

func TestAKeyIsDrawnAtOnce(t *testing.T) {
	g := newGlass(t, 20, 3)
	defer g.end()
	g.show("first")
	if g.arrive(); g.shown() != "first" {
		t.Fatalf("without a tick there is %q", g.shown())
	}
	// What follows too closely waits for the tick. The test says that it was a
	// moment ago, since a slow machine could take longer than that between lines.
	g.drawn = time.Now().Add(time.Hour)
	g.show("second")
	if n := g.arrive(); n != 0 {
		t.Errorf("a frame that follows too closely wrote %d bytes", n)
	}
	g.drawn = time.Time{}
	if g.tick(); g.shown() != "second" {
		t.Errorf("after a tick there is %q", g.shown())
	}
	if n := g.tick(); n != 0 {
		t.Errorf("a tick with nothing new wrote %d bytes", n)
	}
}

func TestOnlyWhatChangedIsWritten(t *testing.T) {
	g := newGlass(t, 40, 10)
	defer g.end()
	g.show(strings.Repeat("a line of text\n", 9) + "below")
	whole := g.arrive()
	g.drawn = time.Time{}
	g.show(strings.Repeat("a line of text\n", 9) + "BELOW")
	if part := g.arrive(); part == 0 || part*3 > whole {
		t.Errorf("one line of ten took %d bytes, all of them %d", part, whole)
	}
}

// After a wipe, a tick that was on its way brings nothing back.
func TestAWipedScreenStaysEmpty(t *testing.T) {
	g := newGlass(t, 20, 3)
	defer g.end()
	g.show("what she said")
	g.arrive()
	g.Wipe()
	if g.tick(); g.shown() != "" {
		t.Errorf("a tick brought back %q", g.shown())
	}
	g.show("goodbye")
	g.tick()
	if g.shown() != "goodbye" {
		t.Errorf("after the wipe there is %q", g.shown())
	}
}

// A key and another that takes it back, before the first was drawn, must not
// leave the one of them on the screen: Bubble Tea would see no difference.
func TestThereAndBackBetweenTwoTicks(t *testing.T) {
	g := newGlass(t, 20, 3)
	defer g.end()
	root := &onScreen{Model: &flip{}, screen: g.Screen}
	frames := map[string]bool{}
	for range 3 {
		frames[root.View()] = true
		root.Update(tea.KeyMsg{})
	}
	if len(frames) != 3 {
		t.Errorf("Bubble Tea is told of %d frames of 3", len(frames))
	}
}

// flip shows one of two frames in turn.
type flip struct{ on bool }

func (f *flip) Init() tea.Cmd                       { return nil }
func (f *flip) Update(tea.Msg) (tea.Model, tea.Cmd) { f.on = !f.on; return f, nil }
func (f *flip) View() string {
	if f.on {
		return "on"
	}
	return "off"
}
