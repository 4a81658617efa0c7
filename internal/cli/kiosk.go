package cli

import (
	"errors"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/privacy"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/tui/kiosk"
	"github.com/ask-first/askfirst/internal/wording"
)

// kiosk is a shared laptop: one screening after another, each gone before the
// next, until the facilitator ends it with her word.
func (c *workshopCmd) kiosk(s streams) error {
	trouble := &spoken(c.Lang).Trouble.Workshop
	switch {
	case c.Plan != 0 || c.Story != "" || c.Topic != "" || c.Tenderness != 0 || c.Minutes != 0 || c.Start != "" || c.From != "" || c.Print || c.NotesOn != "" || len(c.Stories) > 0 || c.Local != "":
		return errors.New("workshop --kiosk: " + trouble.KioskAlone)
	case c.IdleAfter < time.Second:
		return errors.New(wording.Fill(trouble.IdleAfter, "asked", c.IdleAfter.String()))
	case c.plain(s):
		// Lines stay in the scrollback, and whoever types them can stop the program.
		return errors.New("workshop --kiosk: " + trouble.KioskPlain)
	}
	t, err := c.languages(s)
	if err != nil {
		return err
	}
	said := t.in(t.current)
	var nation string
	if c.Region, nation, err = known(said, c.Region); err != nil {
		return err
	}
	options := kiosk.Options{
		Options: tui.Options{
			Cover: said.Cover, Load: said.Load, Words: said.Words, Language: t.current, Languages: t.all, Translate: t.in, Door: c.door(t),
			Region: c.Region, Nation: nation, Guess: guessRegion(), Theme: c.theme(), Burst: tui.Burst, In: s.in, Out: s.screen,
		},
		IdleAfter: c.IdleAfter,
		ForWhom: func(language string) string {
			cover, _ := t.said(language)
			return strings.TrimSpace(page.Foreign(wording.In(language), cover.Foreign) + " " + cover.ForWhom)
		},
		Now:   time.Now,
		Paces: kiosk.Usual,
	}
	return laptop{
		streams: s,
		words:   t.inWords,
		// face is the full screen with the locks on.
		face: func(show func(kiosk.Options) error) error {
			return c.whole(s, t.inWords, func() { tui.Wipe(s.screen) }, func(missing []privacy.Protection) error {
				options.Notice = func(w *wording.Words) string { return notice(w, missing) }
				err := show(options)
				if err != nil && !errors.Is(err, tui.ErrCrashed) {
					err = because(t.words.Trouble.Screen, err)
				}
				return err
			})
		},
	}.run()
}

// laptop is a shared one.
type laptop struct {
	streams
	words func() *wording.Words
	face  func(show func(kiosk.Options) error) error
}
