package cli

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"golang.org/x/term"

	"github.com/ask-first/askfirst/internal/plain"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/terminal"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// face are the flags that choose how the program shows itself.
type face struct {
	Questionnaire string `help:"Use the questionnaire in this folder. worried is the one that comes with the program for somebody who is worried about a mother." metavar:"FOLDER"`
	Lang          string `help:"The language, such as en or es. Without it: that of the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG), if the questions are in it." metavar:"LANGUAGE"`
	Accessible    bool   `help:"Plain lines, for screen readers and pipes. Also: set the environment variable ACCESSIBLE."`
	NoColor       bool   `help:"No colours. Also: set the environment variable NO_COLOR."`
	Theme         string `help:"dark or light: finer colours for such a background. Without it the terminal's own sixteen are used, or what COLORFGBG says." enum:",dark,light"`
	RequireLocks  bool   `help:"Do not start where the system cannot enforce that nothing is stored or sent; see \"askfirst privacy\"."`
}

// open reads the questionnaire that the flags name, in the language that they
// name, and settles the colours.
func (f *face) open(s streams) (*questionnaire.Questionnaire, error) {
	f.colours()
	o, err := openFor(spoken(f.Lang), f.Questionnaire)
	if err != nil {
		return nil, err
	}
	q, err := o.shownFor(spoken(f.Lang), s)
	if err != nil {
		return nil, err
	}
	language, err := choose(f.Lang, languagesOf(q.Language, o.files))
	if err != nil {
		return nil, err
	}
	return o.in(s, language)
}

// languages is like open, for a face that can change its language on the way. A
// questionnaire that comes with the program is read behind the first screen.
func (f *face) languages(s streams) (*languages, error) {
	f.colours()
	if name := cmp.Or(f.Questionnaire, questionnaires.Default); f.Questionnaire == "" || isEmbedded(name) {
		files, _ := embeddedFiles(name)
		language, err := choose(f.Lang, languagesOf(questionnaires.Language, files))
		if err != nil {
			return nil, err
		}
		return embedded(name, language), nil
	}
	o, err := openFor(spoken(f.Lang), f.Questionnaire)
	if err != nil {
		return nil, err
	}
	if _, err := o.shownFor(spoken(f.Lang), s); err != nil {
		return nil, err
	}
	return o.languages(s, f.Lang)
}

// colours settles what the terminal is given. Where no colours are wanted, Lip Gloss
// would take bold and faint away with them; so the theme has none instead.
func (f *face) colours() {
	if f.colourless() {
		lipgloss.SetColorProfile(termenv.ANSI)
	}
}

// colourless goes by https://no-color.org: the variable is set, and not empty.
func (f *face) colourless() bool { return f.NoColor || os.Getenv("NO_COLOR") != "" }

// theme is the one asked for, or what the environment says of the background.
func (f *face) theme() string {
	switch {
	case f.colourless():
		return tui.Colourless
	case f.Theme != "":
		return f.Theme
	}
	return terminal.Theme(os.Getenv("COLORFGBG"))
}

// plain says whether she gets lines instead of the full screen: because she
// asked for it, or because there is no screen to fill.
func (f *face) plain(s streams) bool {
	return f.Accessible || on(os.Getenv("ACCESSIBLE")) || os.Getenv("TERM") == "dumb" ||
		!term.IsTerminal(int(s.in.Fd())) || !term.IsTerminal(int(s.screen.Fd()))
}

// pages lets what a command prints be heard a screen at a time, by somebody who has
// plain lines always.
func (s streams) pages(words *wording.Words) {
	if on(os.Getenv("ACCESSIBLE")) && term.IsTerminal(int(s.in.Fd())) && term.IsTerminal(int(s.screen.Fd())) {
		s.out.to = plain.NewPager(plain.ReadingOptions{Words: words, In: s.in, Out: s.screen, Size: size(s.screen)})
	}
}

// on tells whether a variable of the environment asks for something: it is set,
// and not to a word that says no.
func on(value string) bool {
	return !slices.Contains([]string{"", "0", "false", "no", "off"}, strings.ToLower(strings.TrimSpace(value)))
}

// width is the terminal's, in columns; 0 for what is not a terminal.
func width(out *os.File) int {
	columns, _, err := term.GetSize(int(out.Fd()))
	if err != nil {
		return 0
	}
	return columns
}

// size is the terminal's, in columns and rows; 0 for what is not a terminal.
func size(out *os.File) func() (columns, rows int) {
	return func() (columns, rows int) {
		columns, rows, err := term.GetSize(int(out.Fd()))
		if err != nil {
			return 0, 0
		}
		return columns, rows
	}
}

// paste is how soon lines must follow one another to have been pasted together;
// 0 for what is not a terminal, where nobody pastes.
func paste(in *os.File) time.Duration {
	if !term.IsTerminal(int(in.Fd())) {
		return 0
	}
	return 30 * time.Millisecond
}
