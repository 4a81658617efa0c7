package cli

import (
	"errors"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"github.com/ask-first/askfirst/internal/keyboard"
	"github.com/ask-first/askfirst/internal/plain"
	"github.com/ask-first/askfirst/internal/privacy"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
)

type screenCmd struct {
	face
	CoverAfter time.Duration `help:"Cover the screen after so long without a key, such as 2m. F12 uncovers it." metavar:"TIME"`
	Region     string        `help:"The region whose help lines are shown, such as us or gb. Asked if left out." metavar:"REGION"`
}

// forgetAfter is longer than somebody stays in the room as a rule.
const forgetAfter = 30 * time.Minute

func (c *screenCmd) Run(s streams) error {
	t, err := c.languages(s)
	if err != nil {
		return err
	}
	said := t.in(t.current)
	region, nation, err := known(said, c.Region)
	if err != nil {
		return err
	}
	if c.plain(s) {
		return c.lines(s, t, said, region, nation)
	}
	options := tui.Options{
		Cover: said.Cover, Load: said.Load, Words: said.Words, Language: t.current, Languages: t.all, Translate: t.in, Door: c.door(t),
		Region: region, Nation: nation, Guess: guessRegion(), Theme: c.theme(), Burst: tui.Burst, CoverAfter: c.CoverAfter, ForgetAfter: forgetAfter, In: s.in, Out: s.screen,
	}
	var left tui.Left
	err = c.whole(s, t.inWords, func() { tui.Wipe(s.screen) }, func(missing []privacy.Protection) (err error) {
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
	stays(s, left.Last)
	return nil
}

// lines is the screening line by line. What was said is cleared from a terminal
// that can be cleared, whichever way she leaves.
func (c *screenCmd) lines(s streams, t *languages, said wording.InLanguage, region, nation string) error {
	var wipe func()
	uncleared := false
	if term.IsTerminal(int(s.screen.Fd())) {
		if uncleared = os.Getenv("TERM") == "dumb" || !tui.Wipes(s.screen); !uncleared {
			wipe = func() { tui.Wipe(s.screen) }
		}
	}
	wipeAtEveryEnd(s, t.inWords, wipe)
	options := plain.Options{
		Questionnaire: said.Load(), Words: said.Words, Language: t.current, Languages: t.all, Translate: t.in, Door: c.door(t),
		Region: region, Nation: nation, Guess: guessRegion(), In: s.in, Out: s.out, Size: size(s.screen), Paste: paste(s.in), Wipe: wipe, Linger: func() { time.Sleep(lingers) },
	}
	return c.whole(s, t.inWords, wipe, func(missing []privacy.Protection) error {
		options.Notice = func(w *wording.Words) string {
			if uncleared {
				return strings.TrimSpace(w.Plain.Stays + " " + notice(w, missing))
			}
			return notice(w, missing)
		}
		defer keyboard.Discard(s.in)
		if _, err := plain.Run(options); err != nil {
			return because(t.words.Trouble.Output, err)
		}
		return nil
	})
}
