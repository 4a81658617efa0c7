package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/plain"
	"github.com/ask-first/askfirst/internal/privacy"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
)

type learnCmd struct {
	face  `embed:""`
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
	var left tui.Left
	lines := c.plain(s)
	wipe := func() {}
	if !lines {
		wipe = func() { tui.Wipe(s.screen) }
	}
	err = c.whole(s, func() *wording.Words { return words }, wipe, func([]privacy.Protection) (err error) {
		switch {
		case lines && c.Topic == "":
			err = plain.List(s.out, words, texts)
		case lines:
			err = plain.Read(s.out, words, texts)
		default:
			left, err = tui.Browse(tui.Options{Cover: q.Cover(), Load: func() *questionnaire.Questionnaire { return q }, Words: words, Theme: c.theme(), In: s.in, Out: s.screen}, texts)
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
