package cli

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"golang.org/x/term"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/plain"
	"github.com/ask-first/askfirst/internal/privacy"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/terminal" // its initialisation also keeps Bubble Tea from asking the terminal
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wrap"
	"github.com/ask-first/askfirst/questionnaires"
)

// face are the flags that choose how the program shows itself.
type face struct {
	Questionnaire string `help:"Use the questionnaire in this folder." placeholder:"FOLDER"`
	Lang          string `help:"The language, such as en or es. Without it: that of the environment (LC_ALL, LC_MESSAGES, LANG), if the questions are in it." placeholder:"LANGUAGE"`
	Accessible    bool   `help:"Plain lines, for screen readers and pipes. Also: set the environment variable ACCESSIBLE."`
	NoColor       bool   `help:"No colours. Also: set the environment variable NO_COLOR."`
	Theme         string `help:"dark or light: finer colours for such a background. Without it the terminal's own sixteen are used, or what COLORFGBG says." enum:",dark,light" default:"" placeholder:"dark|light"`
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
	q, err := o.usableFor(spoken(f.Lang), s)
	if err != nil {
		return nil, err
	}
	language, err := choose(f.Lang, languagesOf(q.Language, o.files))
	if err != nil {
		return nil, err
	}
	return o.in(s, language)
}

// tongues is like open, for a face that can change its language on the way. The
// questionnaire that comes with the program is read behind the first screen.
func (f *face) tongues(s streams) (*tongues, error) {
	f.colours()
	if f.Questionnaire == "" {
		language, err := choose(f.Lang, languagesOf(questionnaires.Language, questionnaires.Maternal()))
		if err != nil {
			return nil, err
		}
		return embedded(language), nil
	}
	o, err := openFor(spoken(f.Lang), f.Questionnaire)
	if err != nil {
		return nil, err
	}
	if _, err := o.usableFor(spoken(f.Lang), s); err != nil {
		return nil, err
	}
	return o.tongues(s, f.Lang)
}

func (f *face) colours() {
	if f.NoColor {
		lipgloss.SetColorProfile(termenv.Ascii)
	}
}

// theme is the one asked for, or what the environment says of the background.
func (f *face) theme() string {
	if f.Theme != "" {
		return f.Theme
	}
	return terminal.Theme(os.Getenv("COLORFGBG"))
}

// plain says whether she gets lines instead of the full screen: because she
// asked for it, or because there is no screen to fill.
func (f *face) plain(s streams) bool {
	return f.Accessible || os.Getenv("ACCESSIBLE") != "" || os.Getenv("TERM") == "dumb" ||
		!term.IsTerminal(int(s.in.Fd())) || !term.IsTerminal(int(s.out.Fd()))
}

// lock gives up whatever is not needed from now on. It returns what this system
// cannot give up.
func (f *face) lock(words *wording.Words) (missing []privacy.Protection, err error) {
	not := privacy.Lock().Missing()
	if len(not) > 0 && f.RequireLocks {
		return nil, errors.New(wording.Fill(words.Trouble.Locks, "missing", named(words, not)))
	}
	return not, nil
}

// because is an error in her words, with what the system said of it.
func because(words string, err error) error {
	return inWords{wording.Fill(words, "why", err.Error()), err}
}

type inWords struct {
	said string
	err  error
}

func (e inWords) Error() string { return e.said }
func (e inWords) Unwrap() error { return e.err }

// notice says what this system cannot lock; "" if it can everything.
func notice(words *wording.Words, missing []privacy.Protection) string {
	if len(missing) == 0 {
		return ""
	}
	return wording.Fill(words.Privacy.Missing, "missing", named(words, missing))
}

// whole shows a face with the locks on; missing is what this system does not
// have of them. The crash of a face is an end like any other: nothing that the
// runtime would say of it is shown, because it could hold an answer. words are
// asked for late, because she may have changed the language.
func (f *face) whole(s streams, words func() *wording.Words, wipe func(), show func(missing []privacy.Protection) error) (err error) {
	restore := privacy.Hush() // before the locks, because it opens a file
	defer restore()
	defer func() {
		crashed := recover() != nil
		if crashed {
			wipe()
		}
		if crashed || errors.Is(err, tui.ErrCrashed) {
			restore()
			fmt.Fprintln(s.err, words().Privacy.Broken)
			err = failed(exitUsage)
		}
	}()
	missing, err := f.lock(words())
	if err != nil {
		return err
	}
	return show(missing)
}

type screenCmd struct {
	face       `embed:""`
	CoverAfter time.Duration `help:"Cover the screen after so long without a key, such as 2m. Any key uncovers it." placeholder:"TIME"`
	Region     string        `help:"The region whose help lines are shown, such as us or gb. Asked if left out." placeholder:"REGION"`
}

func (c *screenCmd) Run(s streams) error {
	t, err := c.tongues(s)
	if err != nil {
		return err
	}
	said := t.speak(t.spoke)
	if c.Region != "" {
		if err := c.known(said); err != nil {
			return err
		}
	}
	if c.plain(s) {
		return c.lines(s, t, said)
	}
	options := tui.Options{
		Cover: said.Cover, Load: said.Load, Words: said.Words, Language: t.spoke, Tongues: t.all, Speak: t.speak,
		Region: c.Region, Guess: guessRegion(), Theme: c.theme(), CoverAfter: c.CoverAfter, In: s.in, Out: s.out,
	}
	var left tui.Left
	err = c.whole(s, t.inWords, func() { tui.Wipe(s.out) }, func(missing []privacy.Protection) (err error) {
		options.Notice = func(w *wording.Words) string { return notice(w, missing) }
		left, err = tui.Run(options)
		if err != nil && !errors.Is(err, tui.ErrCrashed) {
			err = because(t.words.Trouble.Screen, err)
		}
		return err
	})
	if err != nil {
		return err
	}
	if left.Quit {
		return failed(exitLeft)
	}
	farewell(s.out, t.words, left.Region)
	return nil
}

// known refuses a region that the questionnaire does not have. That must be said
// before there is a screen.
func (c *screenCmd) known(said wording.Speech) error {
	if q := said.Load(); q.Region(c.Region) == nil {
		return errors.New(wording.Fill(said.Words.Trouble.Region, "asked", c.Region, "all", regions(q)))
	}
	return nil
}

// lines is the screening line by line. What was said is cleared from a terminal
// that can be cleared, whichever way she leaves.
func (c *screenCmd) lines(s streams, t *tongues, said wording.Speech) error {
	wipe := func() {}
	if term.IsTerminal(int(s.out.Fd())) && os.Getenv("TERM") != "dumb" {
		wipe = func() { tui.Wipe(s.out) }
	}
	interrupt := make(chan os.Signal, 1)
	signal.Notify(interrupt, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	go func() {
		// The reading of a line cannot be interrupted, so the program ends here.
		<-interrupt
		wipe()
		os.Exit(exitLeft)
	}()
	options := plain.Options{
		Questionnaire: said.Load(), Words: said.Words, Language: t.spoke, Tongues: t.all, Speak: t.speak,
		Region: c.Region, In: s.in, Out: s.out, Size: size(s.out), Paste: paste(s.in), Wipe: wipe,
	}
	return c.whole(s, t.inWords, wipe, func(missing []privacy.Protection) error {
		options.Notice = func(w *wording.Words) string { return notice(w, missing) }
		if _, err := plain.Run(options); err != nil {
			return because(t.words.Trouble.Output, err)
		}
		return nil
	})
}

// width is the terminal's, in columns; 0 for what is no terminal.
func width(out *os.File) int {
	columns, _, err := term.GetSize(int(out.Fd()))
	if err != nil {
		return 0
	}
	return columns
}

// size is the terminal's, in columns and rows; 0 for what is no terminal.
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
// 0 for what is no terminal, where nobody pastes.
func paste(in *os.File) time.Duration {
	if !term.IsTerminal(int(in.Fd())) {
		return 0
	}
	return 30 * time.Millisecond
}

// farewell is what stays on the screen: nothing of hers.
func farewell(out *os.File, w *wording.Words, region *questionnaire.Region) {
	for _, line := range page.Farewell(w, region) {
		fmt.Fprintln(out, strings.Join(wrap.Lines(line, width(out)), "\n"))
	}
}

func regions(q *questionnaire.Questionnaire) string {
	var ids []string
	for _, r := range q.Regions {
		ids = append(ids, r.ID)
	}
	return strings.Join(ids, ", ")
}

// guessRegion is the country of the locale, such as gb of en_GB.UTF-8.
func guessRegion() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale, _, _ := strings.Cut(os.Getenv(name), ".")
		if _, country, ok := strings.Cut(locale, "_"); ok {
			return strings.ToLower(country)
		}
	}
	return ""
}
