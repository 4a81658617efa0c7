package cli

import (
	"errors"
	"slices"
	"strings"

	"golang.org/x/term"

	"github.com/ask-first/askfirst/internal/keyboard"
	"github.com/ask-first/askfirst/internal/plain"
	"github.com/ask-first/askfirst/internal/privacy"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
)

type learnCmd struct {
	face
	document
	Topic string `arg:"" optional:"" help:"A topic, or one text. Without it: all of them. Their names are in the list that \"askfirst learn --accessible\" prints."`
}

func (c *learnCmd) Run(s streams) error {
	q, err := c.open(s)
	if err != nil {
		return err
	}
	words := wording.In(q.Language)
	texts, err := c.texts(q, words)
	if err != nil {
		return err
	}
	if c.file() != "" {
		return c.written(s, q, words, texts)
	}
	var left tui.Left
	lines := c.plain(s)
	wipe := func() {}
	if !lines {
		wipe = func() { tui.Wipe(s.screen) }
	}
	err = c.whole(s, func() *wording.Words { return words }, wipe, func([]privacy.Protection) (err error) {
		switch {
		case lines:
			o := reading(s, q, words)
			if o.In != nil {
				atASignal(s, func() {})
				defer keyboard.Discard(s.in)
			}
			err = c.said(o, texts)
		default:
			left, err = tui.Run(tui.Options{Cover: q.Cover(), Load: func() *questionnaire.Questionnaire { return q }, Words: words, Theme: c.theme(), Burst: tui.Burst, Texts: texts, In: s.in, Out: s.screen})
		}
		if err != nil && !errors.Is(err, tui.ErrCrashed) {
			err = because(words.Trouble.Output, err)
		}
		return err
	})
	if err != nil {
		return err
	}
	if left.Quit {
		return failed(exitLeft)
	}
	return nil
}

// written is what a pipe would get, for a file. Like paper it is made without the
// locks, which let no file be written: nobody has answered anything.
func (c *learnCmd) written(s streams, q *questionnaire.Questionnaire, words *wording.Words, texts []*questionnaire.Education) error {
	if c.RequireLocks {
		return errors.New(words.Trouble.LocksOutput)
	}
	return c.said(plain.ReadingOptions{Questionnaire: q, Words: words, Out: s.out, Size: nowhere, Guess: guessRegion()}, texts)
}

// said lists the texts there are, or reads those that were asked for.
func (c *learnCmd) said(o plain.ReadingOptions, texts []*questionnaire.Education) error {
	if c.Topic == "" {
		return plain.List(o, texts)
	}
	return plain.Read(o, texts)
}

// nowhere is the size of what is not a terminal.
func nowhere() (columns, rows int) { return 0, 0 }

// reading is how texts are read line by line: at a terminal a screen at a time.
func reading(s streams, q *questionnaire.Questionnaire, words *wording.Words) plain.ReadingOptions {
	o := plain.ReadingOptions{Questionnaire: q, Words: words, Out: s.out, Size: size(s.screen), Guess: guessRegion()}
	if term.IsTerminal(int(s.in.Fd())) && term.IsTerminal(int(s.screen.Fd())) {
		o.In = s.in
	}
	return o
}

// texts are what the argument names.
func (c *learnCmd) texts(q *questionnaire.Questionnaire, words *wording.Words) ([]*questionnaire.Education, error) {
	if c.Topic == "" {
		return q.Education, nil
	}
	if e := q.Text(c.Topic); e != nil {
		return []*questionnaire.Education{e}, nil
	}
	of := slices.DeleteFunc(slices.Clone(q.Education), func(e *questionnaire.Education) bool { return e.Topic.ID != c.Topic })
	if len(of) > 0 {
		return of, nil
	}
	var topics []string
	for _, t := range q.Topics {
		if len(t.Education) > 0 {
			topics = append(topics, t.ID)
		}
	}
	return nil, errors.New(wording.Fill(words.Trouble.Text, "asked", quoted(c.Topic), "all", strings.Join(topics, ", ")))
}
