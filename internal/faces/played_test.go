package faces

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"github.com/ask-first/askfirst/internal/plain"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/wording"
	"pgregory.net/rapid"
)

// screen plays the full screen, with keys.
type screen struct {
	*tui.Screening
	small bool
}

func newScreen(s subject, language string, size tuitest.Size) screen {
	lipgloss.SetColorProfile(termenv.Ascii)
	said := s.inLanguage(language)
	f := screen{small: size.Height < 14, Screening: tui.New(tui.Options{Cover: said.Cover, Load: said.Load, Words: said.Words, Language: language, Languages: s.offered(), Translate: s.inLanguage})}
	f.Resize(size.Width, size.Height)
	f.settle()
	return f
}

// settle lets the questionnaire arrive that is read behind the first page.
func (f screen) settle() {
	if cmd := f.Init(); cmd != nil {
		f.Update(cmd())
	}
}

// shows is the whole page, scrolled to its end.
func (f screen) shows() string { return f.Whole().Rows }

func (f screen) press(names ...string) {
	for _, name := range names {
		f.Update(tuitest.Named(name))
	}
}

// tick ticks exactly these boxes, of so many. One may take others out.
func (f screen) tick(boxes map[int]bool, of int) {
	f.press("home")
	for n := range of {
		if f.Page().Choice(n).Marked != boxes[n] {
			f.press(" ")
		}
		f.press("down")
	}
}

// pressed is the key that a footer names so.
func pressed(w *wording.Words, shown string) string {
	switch shown {
	case "↑↓":
		return "down"
	case w.Keys.Space:
		return " "
	}
	return shown
}

// lines plays plain lines: a program that says something, and waits for a line.
type lines struct {
	out   bytes.Buffer
	waits chan string // what was said until it waits
	line  chan string
	ended chan error
}

func newLines(s subject, language string) *lines {
	f := &lines{waits: make(chan string), line: make(chan string), ended: make(chan error, 1)}
	said := s.inLanguage(language)
	go func() {
		_, err := plain.Run(plain.Options{Questionnaire: said.Load(), Words: said.Words, Language: language, Languages: s.offered(), Translate: s.inLanguage, In: f, Out: &f.out})
		f.ended <- err
	}()
	return f
}

// Read is the program waiting.
func (f *lines) Read(p []byte) (int, error) {
	f.waits <- f.out.String()
	f.out.Reset()
	line, ok := <-f.line
	if !ok {
		return 0, io.EOF
	}
	return copy(p, line+"\n"), nil
}

// hears is what is said until it asks for something, and the prompt with which it
// asks. Enter is pressed for more.
func (f *lines) hears(w *wording.Words) (said, prompt string) {
	for {
		now := strings.TrimPrefix(<-f.waits, "\n")
		if name, rest, _ := strings.Cut(now, "\n"); said != "" && strings.HasSuffix(name, strings.TrimPrefix(w.Plain.Continued, "{place}")) {
			now = rest // of which page this is the rest
		}
		said += "\n" + now
		at := strings.LastIndex(said, "\n")
		if prompt = said[at+1:]; prompt != w.Plain.Prompt.More {
			return said[:at], prompt
		}
		said = said[:at]
		f.line <- ""
	}
}

func (f *lines) types(line string) { f.line <- line }

// leave ends it with a line, and is what it says last.
func (f *lines) leave(t rapid.TB, line string) string {
	f.types(line)
	if err := <-f.ended; err != nil {
		t.Error(err)
	}
	return f.out.String()
}

// hangUp ends it with its input.
func (f *lines) hangUp() {
	close(f.line)
	<-f.ended
}

// chosen is the line that says which answer was heard.
func chosen(w *wording.Words, line string) bool {
	before, after, _ := strings.Cut(w.Plain.Chosen, "{answer}")
	return strings.HasPrefix(line, before) && strings.HasSuffix(line, after)
}

// ofThePage is what was said without what plain lines say first of what was typed.
func ofThePage(w *wording.Words, happened, said string) string {
	all := strings.Split(said, "\n")
	own := []string{"", happened, w.Plain.Heading, w.Plain.First, w.Plain.Undone, w.Plain.UndoTold}
	for len(all) > 0 && (chosen(w, all[0]) || slices.Contains(own, all[0])) {
		all = all[1:]
	}
	return strings.Join(all, "\n")
}

// numbered reports whether a prompt says which numbers can be typed.
func numbered(prompt string, choices int) bool {
	return strings.Contains(prompt, strconv.Itoa(max(choices, 1)))
}
