package cli

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"golang.org/x/term"

	"github.com/ask-first/askfirst/internal/plain"
	"github.com/ask-first/askfirst/internal/privacy"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/terminal" // its initialisation also keeps Bubble Tea from asking the terminal
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// face are the flags that choose how the program shows itself.
type face struct {
	Questionnaire string `help:"Use the questionnaire in this folder." placeholder:"FOLDER"`
	Accessible    bool   `help:"Plain lines, for screen readers and pipes. Also: set the environment variable ACCESSIBLE."`
	NoColor       bool   `help:"No colours. Also: set the environment variable NO_COLOR."`
	Theme         string `help:"dark or light: finer colours for such a background. Without it the terminal's own sixteen are used, or what COLORFGBG says." enum:",dark,light" default:"" placeholder:"dark|light"`
	RequireLocks  bool   `help:"Do not start where the system cannot enforce that nothing is stored or sent; see \"askfirst privacy\"."`
}

// open reads the questionnaire that the flags name, and settles the colours.
func (f *face) open(s streams) (*questionnaire.Questionnaire, error) {
	f.colours()
	o, err := open(f.Questionnaire)
	if err != nil {
		return nil, err
	}
	return o.usable(s)
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

// lock gives up whatever is not needed from now on. It returns what to say where
// the system does not allow all of it, "" if it does.
func (f *face) lock(words *wording.Words) (missing string, err error) {
	not := privacy.Lock().Missing()
	if len(not) == 0 {
		return "", nil
	}
	if f.RequireLocks {
		return "", fmt.Errorf("--require-locks: missing here: %s; to see more: askfirst privacy", named(words, not))
	}
	return wording.Fill(words.Privacy.Missing, "missing", named(words, not)), nil
}

// whole shows a face with the locks on; missing is what to say of those that
// this system does not have. The crash of a face is an end like any other: nothing
// that the runtime would say of it is shown, because it could hold an answer.
func (f *face) whole(s streams, words *wording.Words, wipe func(), show func(missing string) error) (err error) {
	restore := privacy.Hush() // before the locks, because it opens a file
	defer restore()
	defer func() {
		crashed := recover() != nil
		if crashed {
			wipe()
		}
		if crashed || errors.Is(err, tui.ErrCrashed) {
			restore()
			fmt.Fprintln(s.err, words.Privacy.Broken)
			err = failed(exitUsage)
		}
	}()
	missing, err := f.lock(words)
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
	words := wording.English()
	if c.plain(s) {
		q, err := c.open(s)
		if err == nil {
			err = c.known(q)
		}
		if err != nil {
			return err
		}
		return c.lines(s, q, words)
	}
	cover, load, err := c.begin(s)
	if err != nil {
		return err
	}
	options := tui.Options{Cover: cover, Load: load, Words: words, Region: c.Region, Guess: guessRegion(), Theme: c.theme(), CoverAfter: c.CoverAfter, In: s.in, Out: s.out}
	var left tui.Left
	err = c.whole(s, words, func() { tui.Wipe(s.out) }, func(missing string) (err error) {
		options.Notice = missing
		left, err = tui.Run(options)
		if err != nil && !errors.Is(err, tui.ErrCrashed) {
			err = fmt.Errorf("the screen: %w", err)
		}
		return err
	})
	if err != nil {
		return err
	}
	if left.Quit {
		return failed(exitLeft)
	}
	farewell(s.out, words, left.Region)
	return nil
}

// begin is the cover and the way to the rest. Only the questionnaire that comes
// with the program, which is known to be sound, may be read behind the first
// screen; with another, or with a region that may not exist, what is wrong must
// be said before there is a screen.
func (c *screenCmd) begin(s streams) (questionnaire.Cover, func() *questionnaire.Questionnaire, error) {
	if c.Questionnaire == "" && c.Region == "" {
		c.colours()
		load := sync.OnceValue(func() *questionnaire.Questionnaire {
			o, err := open("")
			if err != nil || o.q == nil {
				panic("the questionnaire that comes with the program has errors") // cannot be: a test reads the same bytes
			}
			return o.q
		})
		return questionnaire.ReadCover(questionnaires.Maternal()), load, nil
	}
	q, err := c.open(s)
	if err == nil {
		err = c.known(q)
	}
	if err != nil {
		return questionnaire.Cover{}, nil, err
	}
	return q.Cover(), func() *questionnaire.Questionnaire { return q }, nil
}

// known refuses a region that the questionnaire does not have.
func (c *screenCmd) known(q *questionnaire.Questionnaire) error {
	if c.Region != "" && q.Region(c.Region) == nil {
		return fmt.Errorf("--region %s: no region is called that; write one of: %s", c.Region, regions(q))
	}
	return nil
}

// lines is the screening line by line. What was said is cleared from a terminal
// that can be cleared, whichever way she leaves.
func (c *screenCmd) lines(s streams, q *questionnaire.Questionnaire, words *wording.Words) error {
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
	return c.whole(s, words, wipe, func(missing string) error {
		_, err := plain.Run(plain.Options{Questionnaire: q, Words: words, Notice: missing, Region: c.Region, In: s.in, Out: s.out, Width: width(s.out), Wipe: wipe})
		if err != nil {
			return fmt.Errorf("writing to standard output: %w", err)
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

// farewell is what stays on the screen: nothing of hers.
func farewell(out *os.File, w *wording.Words, region *questionnaire.Region) {
	for _, line := range w.Farewell(region) {
		fmt.Fprintln(out, strings.Join(wording.Wrap(line, width(out)), "\n"))
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
