package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/keyboard"
	"github.com/ask-first/askfirst/internal/page"
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
	document
	Plan    int    `help:"Lead the whole session by the plan of so many minutes, such as 45 or 90." metavar:"MINUTES"`
	Story   string `arg:"" optional:"" help:"A story to tell: the id of a scenario that is marked for workshops, or its first word. Several are parted by commas: nadia,jo. Without it: a list to choose from."`
	Start   string `help:"When the plan begins, such as 18:30. Its parts then have times, in the notes and with --print." metavar:"TIME"`
	From    string `help:"Begin at this part of the plan: its id, which the question before leaving names, or its number." metavar:"PART"`
	Print   bool   `help:"Print the plan with its times and stories, and show nothing."`
	NotesOn string `help:"Put the notes on this second terminal of yours: in another window type tty, and write here what it answers. It is never read, and opened before the locks." metavar:"TERMINAL"`
	chosen
	Local      string `help:"A file with what holds where you are: law, quiet-place, and lines that you called yourself. It is checked first, and never stored." metavar:"FILE"`
	Full       bool   `help:"Tell each story with every answer and every conversation. It takes four times as long."`
	Topic      string `help:"List only stories about this topic, such as feeding." metavar:"TOPIC"`
	Tenderness int    `help:"List and tell only stories as tender as this or gentler: 1 gentle to 3 tender." metavar:"1|2|3"`
	Minutes    int    `help:"List only stories that take about so many minutes or fewer." metavar:"MINUTES"`
	Region     string `help:"The region whose help lines are shown, such as us or gb. On a shared laptop, without it: asked." metavar:"REGION"`

	Kiosk     bool          `help:"A shared laptop: one screening after another, everything cleared in between. It asks for a word first, and only that word ends it."`
	IdleAfter time.Duration `help:"On a shared laptop: how long without a key until it asks whether somebody is there. Twice as long where a result or a text stands, or as long as a voice needs." metavar:"TIME" default:"90s"`
}

func (c *workshopCmd) Run(s streams) error {
	if c.file() != "" && !c.Print {
		return errors.New(spoken(c.Lang).Trouble.Workshop.OutputPrint)
	}
	if c.Kiosk {
		return c.kiosk(s)
	}
	t, err := c.languages(s)
	if err != nil {
		return err
	}
	told, err := c.told(s, t)
	if err != nil {
		return err
	}
	first := told[0]()
	q, words := first.Questionnaire, first.Words
	session, err := c.session(q, &words.Trouble.Workshop)
	if err != nil {
		return fmt.Errorf("workshop: %w", err)
	}
	reordered := session != nil && session.Reordered()
	if reordered {
		fmt.Fprintln(s.err, "askfirst: "+words.Workshop.Reordered)
	}
	if c.Print {
		return c.print(s, words, session, q.Foreign)
	}
	region, err := c.region(q, words)
	if err != nil {
		return err
	}
	second, err := c.second(s, &words.Trouble.Workshop)
	if err != nil {
		return fmt.Errorf("workshop: %w", err)
	}
	if second != nil {
		defer second.Close()
	}
	wish := c.wish()
	if c.plain(s) {
		return c.whole(s, t.inWords, func() {}, func([]privacy.Protection) error {
			atASignal(s, func() {})
			defer keyboard.Discard(s.in)
			err := plain.Workshop(plain.WorkshopOptions{Questionnaire: q, Words: words, Region: region, Wish: wish, Session: session, Now: time.Now, In: s.in, Out: s.out, Size: size(s.screen), Paste: paste(s.in)})
			if err != nil {
				return because(words.Trouble.Output, err)
			}
			return nil
		})
	}
	quit := false
	err = c.whole(s, t.inWords, func() { tui.Wipe(s.screen) }, func(missing []privacy.Protection) (err error) {
		said := notice(words, missing)
		if reordered && said == "" {
			said = words.Workshop.Reordered
		}
		quit, err = wall.Run(wall.Options{
			Questionnaire: q, Words: words, Region: region, Wish: wish, Session: session, Notice: said,
			Languages: told, Theme: c.theme(), Now: time.Now, Second: second, Repeat: wall.HeldKey, In: s.in, Out: s.screen,
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

// wish is what the flags say of the stories.
func (c *workshopCmd) wish() workshop.Wish {
	start, _ := workshop.ClockOf(c.Start) // any other text has been refused
	return workshop.Wish{Topic: c.Topic, Tenderness: c.Tenderness, Minutes: c.Minutes, Whole: c.Full, Start: start}
}

// session is what the arguments ask for; nil for the list.
func (c *workshopCmd) session(q *questionnaire.Questionnaire, trouble *wording.TroubleWorkshop) (*workshop.Session, error) {
	if len(q.Vignettes()) == 0 {
		return nil, errors.New(wording.Fill(trouble.NoStories, "questionnaire", q.ID))
	}
	if err := c.refuseWish(q, trouble); err != nil {
		return nil, err
	}
	named, err := storiesCalled(q, c.asked(), c.Tenderness, trouble)
	switch {
	case err != nil:
		return nil, err
	case c.Plan != 0:
		return c.lead(q, trouble, named)
	case len(named) > 1 || len(named) == 1 && len(named[0]) > 1:
		return nil, errors.New(trouble.NeedsPlan)
	case len(named) == 1:
		session := workshop.Tell(q, named[0][0], c.wish())
		return &session, nil
	}
	return nil, nil
}

// asked are all names of stories, with whichever word they were written.
func (c *workshopCmd) asked() string {
	names := c.chosen.names()
	if c.Story != "" && names != "" {
		return c.Story + "," + names
	}
	return c.Story + names
}

// lead is a session by the plan that takes so many minutes. What the plan has no place
// for is refused with the reason.
func (c *workshopCmd) lead(q *questionnaire.Questionnaire, trouble *wording.TroubleWorkshop, named []workshop.Stories) (*workshop.Session, error) {
	var minutes []string
	for _, p := range q.Workshop.Plans {
		if p.Minutes != c.Plan {
			minutes = append(minutes, strconv.Itoa(p.Minutes))
			continue
		}
		if workshop.Refuses(q, p, named, c.wish()) {
			return nil, errors.New(wording.Fill(trouble.Refused, "asked", strconv.Itoa(c.Plan), "stories", c.asked()))
		}
		return c.from(workshop.Lead(q, p, c.wish(), named...), trouble)
	}
	return nil, errors.New(wording.Fill(trouble.Plan, "asked", strconv.Itoa(c.Plan), "all", strings.Join(minutes, ", ")))
}

// second is the terminal for the notes, or nil where none was named.
func (c *workshopCmd) second(s streams, trouble *wording.TroubleWorkshop) (*tui.Second, error) {
	if c.NotesOn == "" {
		return nil, nil
	}
	if c.plain(s) {
		return nil, errors.New(wording.Fill(trouble.NotesOnPlain, "asked", c.NotesOn))
	}
	second, err := tui.OpenSecond(c.NotesOn, s.screen)
	switch {
	case errors.Is(err, tui.ErrSameTerminal):
		return nil, errors.New(wording.Fill(trouble.NotesOnSame, "asked", c.NotesOn))
	case err != nil:
		return nil, errors.New(wording.Fill(trouble.NotesOn, "asked", c.NotesOn))
	}
	return second, nil
}

// from is the session at the part that was asked for.
func (c *workshopCmd) from(session workshop.Session, trouble *wording.TroubleWorkshop) (*workshop.Session, error) {
	if c.From == "" {
		return &session, nil
	}
	there, ok := session.From(c.From)
	if !ok {
		var parts []string
		for _, p := range session.Plan().Steps {
			parts = append(parts, p.ID)
		}
		return nil, errors.New(wording.Fill(trouble.From, "asked", quoted(c.From), "all", strings.Join(parts, ", ")))
	}
	return &there, nil
}

// print prints a plan, to be looked at before the day.
func (c *workshopCmd) print(s streams, words *wording.Words, session *workshop.Session, foreign *questionnaire.Foreign) error {
	lines := page.PlanOnPaper(words, *session)
	if said := page.Foreign(words, foreign); said != "" {
		lines = slices.Concat([]string{said, ""}, lines)
	}
	if _, err := fmt.Fprintln(s.out, strings.Join(lines, "\n")); err != nil {
		return because(words.Trouble.Output, err)
	}
	return nil
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
	if _, ok := workshop.ClockOf(c.Start); c.Start != "" && !ok {
		return errors.New(wording.Fill(trouble.Start, "asked", quoted(c.Start)))
	}
	if c.Plan == 0 && (c.From != "" || c.Print) {
		return errors.New(trouble.OnlyPlan)
	}
	if len(workshop.Choose(q, c.wish())) == 0 {
		return errors.New(trouble.NoneSuch)
	}
	return nil
}

// region is the one asked for, or that of the locale. Where neither names one, it is asked
// for: a room must not be shown the numbers of nowhere without anybody having said so.
func (c *workshopCmd) region(q *questionnaire.Questionnaire, words *wording.Words) (*questionnaire.Region, error) {
	if c.Region != "" {
		if r := regionCalled(q, c.Region); r != nil {
			return r, nil
		}
		return nil, noRegion(words, q, c.Region)
	}
	if len(q.Regions) == 0 {
		return &questionnaire.Region{}, nil
	}
	missing := wording.Fill(words.Trouble.NoRegion, "all", regions(q))
	if r := q.Region(guessRegion()); r != nil {
		// What the system is set up for is offered: the room may be elsewhere.
		missing += ". " + wording.Fill(words.Region.Guess, "region", r.Name) + " --region " + r.ID
	}
	return nil, errors.New(missing)
}
