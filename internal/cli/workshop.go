package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/plain"
	"github.com/ask-first/askfirst/internal/privacy"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/tui/wall"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

type workshopCmd struct {
	face
	Plan       int    `help:"Lead the whole session by the plan of so many minutes, such as 45 or 90." metavar:"MINUTES"`
	Story      string `arg:"" optional:"" help:"The story to begin with: the id of a scenario that is marked for workshops. Without it: a list to choose from."`
	Topic      string `help:"List only stories about this topic, such as feeding." metavar:"TOPIC"`
	Tenderness int    `help:"List only stories as tender as this or gentler: 1 gentle to 3 tender." metavar:"1|2|3"`
	Minutes    int    `help:"List only stories that take about so many minutes or fewer." metavar:"MINUTES"`
	Region     string `help:"The region whose help lines are shown, such as us or gb. Without it: that of the locale, or, on a shared laptop, asked." metavar:"REGION"`

	Kiosk     bool          `help:"A shared laptop: one screening after another, everything cleared in between. It asks for a word first, and only that word ends it."`
	IdleAfter time.Duration `help:"On a shared laptop: how long without a key until it asks whether somebody is there." metavar:"TIME" default:"90s"`
}

func (c *workshopCmd) Run(s streams) error {
	if c.Kiosk {
		return c.kiosk(s)
	}
	q, err := c.open(s)
	if err != nil {
		return err
	}
	words := wording.In(q.Language)
	session, err := c.session(q, &words.Trouble.Workshop)
	if err != nil {
		return fmt.Errorf("workshop: %w", err)
	}
	inWords := func() *wording.Words { return words }
	region, err := c.region(q, words)
	if err != nil {
		return err
	}
	wish := workshop.Wish{Topic: c.Topic, Tenderness: c.Tenderness, Minutes: c.Minutes}
	if c.plain(s) {
		return c.whole(s, inWords, func() {}, func([]privacy.Protection) error {
			err := plain.Workshop(plain.WorkshopOptions{Questionnaire: q, Words: words, Region: region, Wish: wish, Session: session, Now: time.Now, In: s.in, Out: s.out, Size: size(s.screen), Paste: paste(s.in)})
			if err != nil {
				return because(words.Trouble.Output, err)
			}
			return nil
		})
	}
	quit := false
	err = c.whole(s, inWords, func() { tui.Wipe(s.screen) }, func(missing []privacy.Protection) (err error) {
		quit, err = wall.Run(wall.Options{
			Questionnaire: q, Words: words, Region: region, Wish: wish, Session: session, Notice: notice(words, missing),
			Theme: c.theme(), Now: time.Now, In: s.in, Out: s.screen,
		})
		if err != nil && !errors.Is(err, tui.ErrCrashed) {
			err = because(words.Trouble.Screen, err)
		}
		return err
	})
	if err == nil && quit {
		return failed(exitLeft)
	}
	return err
}

// session is what the arguments ask for; nil for the list.
func (c *workshopCmd) session(q *questionnaire.Questionnaire, trouble *wording.TroubleWorkshop) (*workshop.Session, error) {
	stories := q.Vignettes()
	if len(stories) == 0 {
		return nil, errors.New(wording.Fill(trouble.NoStories, "questionnaire", q.ID))
	}
	if err := c.refuseWish(q, trouble); err != nil {
		return nil, err
	}
	var first *questionnaire.Scenario
	if c.Story != "" {
		var ids []string
		for _, v := range stories {
			ids = append(ids, v.ID)
			if v.ID == c.Story {
				first = v
			}
		}
		if first == nil {
			return nil, errors.New(wording.Fill(trouble.Story, "asked", quoted(c.Story), "all", strings.Join(ids, ", ")))
		}
	}
	switch {
	case c.Plan != 0:
		var minutes []string
		for _, p := range q.Workshop.Plans {
			if p.Minutes == c.Plan {
				session := workshop.Lead(q, p, first)
				return &session, nil
			}
			minutes = append(minutes, strconv.Itoa(p.Minutes))
		}
		return nil, errors.New(wording.Fill(trouble.Plan, "asked", strconv.Itoa(c.Plan), "all", strings.Join(minutes, ", ")))
	case first != nil:
		session := workshop.Tell(q, first)
		return &session, nil
	}
	return nil, nil
}

// refuseWish refuses flags that would leave nothing in the list.
func (c *workshopCmd) refuseWish(q *questionnaire.Questionnaire, trouble *wording.TroubleWorkshop) error {
	var topics []string
	for _, t := range q.Topics {
		topics = append(topics, t.ID)
	}
	if c.Topic != "" && q.Topic(c.Topic) == nil {
		return errors.New(wording.Fill(trouble.Topic, "asked", quoted(c.Topic), "all", strings.Join(topics, ", ")))
	}
	if c.Tenderness < 0 || c.Tenderness > 3 {
		return errors.New(wording.Fill(trouble.Tenderness, "asked", strconv.Itoa(c.Tenderness)))
	}
	if len(workshop.Choose(q, workshop.Wish{Topic: c.Topic, Tenderness: c.Tenderness, Minutes: c.Minutes})) == 0 {
		return errors.New(trouble.NoneSuch)
	}
	return nil
}

// region is the one asked for, that of the locale, or the one that holds
// everywhere.
func (c *workshopCmd) region(q *questionnaire.Questionnaire, words *wording.Words) (*questionnaire.Region, error) {
	if c.Region != "" {
		if r := regionCalled(q, c.Region); r != nil {
			return r, nil
		}
		return nil, noRegion(words, q, c.Region)
	}
	if r := q.Region(guessRegion()); r != nil {
		return r, nil
	}
	if len(q.Regions) == 0 {
		return &questionnaire.Region{}, nil
	}
	return q.Regions[len(q.Regions)-1], nil
}
