package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/plain"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
)

type listenCmd struct {
	Scenario      string `arg:"" help:"The id of a scenario: the person who listens."`
	Questionnaire string `help:"The questionnaire in this folder." metavar:"FOLDER"`
	Region        string `help:"The region whose help lines are said, such as us or gb. The first, if left out." metavar:"REGION"`
	Lang          string `help:"The language, such as es." metavar:"LANGUAGE"`
	FullScreen    bool   `help:"On the full screen, after every key."`

	document
}

func (listenCmd) Help() string {
	return `It goes through plain lines as that person, and prints what is said after each line that she types: with how many words, and how many of them come before the question. That is what every kind of screen reader says of plain lines. With --full-screen it is what three kinds of screen reader say after every key, and what a braille display shows. It is reckoned from how three of them behaved when they were tried, and does not replace somebody who listens: see docs/accessibility.md.`
}

// A screen reader at an ordinary pace says so many words a minute.
const wordsAMinute = 180

func (c *listenCmd) Run(s streams) error {
	o, err := openOrHere(c.Questionnaire)
	if err != nil {
		return err
	}
	q, err := o.shownFor(wording.English(), s)
	if err != nil {
		return err
	}
	words := wording.English()
	if c.Lang != "" {
		language, err := choose(c.Lang, languagesOf(q.Language, o.files))
		if err != nil {
			return err
		}
		if q, err = o.in(s, language); err != nil {
			return err
		}
		words = wording.In(language)
	}
	who, err := c.person(q)
	if err != nil {
		return err
	}
	region := q.Regions[0].ID
	if c.Region != "" {
		if q.Region(c.Region) == nil {
			return fmt.Errorf("--region %s: no region is called that", quoted(c.Region))
		}
		region = c.Region
	}
	replies := func(question *questionnaire.Question) questionnaire.Reply {
		reply, ok := scenario.ReplyOf(who, question)
		if !ok {
			reply.Kind = questionnaire.Declined
		}
		return reply
	}
	if !c.FullScreen {
		c.print(s, plain.Listen(q, words, region, replies))
		return nil
	}
	c.printKeys(s, tui.Listen(tui.Options{Cover: q.Cover(), Load: func() *questionnaire.Questionnaire { return q }, Words: words, Region: region}, replies))
	return nil
}

// person is the one of the scenario.
func (c *listenCmd) person(q *questionnaire.Questionnaire) (questionnaire.Person, error) {
	var ids []string
	for _, sc := range q.Scenarios {
		if sc.ID == c.Scenario {
			return sc.Person, nil
		}
		ids = append(ids, sc.ID)
	}
	return questionnaire.Person{}, fmt.Errorf("listen %s: no scenario is called that%s", quoted(c.Scenario), questionnaire.DidYouMean(c.Scenario, ids))
}

func (c *listenCmd) print(s streams, all []plain.Spoken) {
	words := 0
	for i, h := range all {
		if words += h.Words; i > 0 {
			fmt.Fprintf(s.out, "\n> %s\n", h.Typed)
		}
		fmt.Fprintf(s.out, "[%s", atPace(h.Words))
		if h.Asked != "" {
			fmt.Fprintf(s.out, "; %d before the question", h.Before)
		}
		fmt.Fprintf(s.out, "]\n%s\n", strings.TrimSpace(h.Said))
	}
	latest := slices.MaxFunc(all, func(a, b plain.Spoken) int { return cmp.Compare(a.Before, b.Before) })
	longest := slices.MaxFunc(all, func(a, b plain.Spoken) int { return cmp.Compare(a.Words, b.Words) })
	fmt.Fprintf(s.out, "\nIn all %s, after %d lines. The longest without a prompt: %s.\n", atPace(words), len(all)-1, atPace(longest.Words))
	if latest.Asked != "" {
		fmt.Fprintf(s.out, "The question that comes latest, after %d words: %s\n", latest.Before, latest.Asked)
	}
}

// braille is what a display of forty cells shows of the line of the cursor.
const braille = 40

// printKeys prints what is heard after every key. What all readers say alike stands there
// once.
func (c *listenCmd) printKeys(s streams, all []tui.Spoken) {
	words, longest := 0, 0
	for i, h := range all {
		n := len(strings.Fields(h.Stream))
		if words += n; i > 0 {
			fmt.Fprintf(s.out, "\n> %s\n", h.Key)
			longest = max(longest, n)
		}
		fmt.Fprintf(s.out, "[%s", atPace(n))
		if before, _, ok := strings.Cut(h.Stream, h.Asked); ok && h.Asked != "" {
			fmt.Fprintf(s.out, "; %d before the question", len(strings.Fields(before)))
		}
		fmt.Fprint(s.out, "]\n")
		if h.Stream == h.Difference && h.Stream == h.Bounded {
			fmt.Fprintf(s.out, "all:     %s\n", h.Stream)
		} else {
			fmt.Fprintf(s.out, "written: %s\ndiffers: %s\nbounded: %s\n", h.Stream, h.Difference, h.Bounded)
		}
		cells := []rune(h.Braille)
		from := max(0, min(h.Column/braille*braille, len(cells)))
		fmt.Fprintf(s.out, "braille: %s\n", strings.TrimSpace(string(cells[from:min(from+braille, len(cells))])))
	}
	fmt.Fprintf(s.out, "\nIn all %s are written, after %d keys; the most after one: %s.\n", atPace(words), len(all)-1, atPace(longest))
}

// atPace are words, and how long they take.
func atPace(words int) string {
	seconds := (words*60 + wordsAMinute/2) / wordsAMinute
	return fmt.Sprintf("%d words, %d:%02d", words, seconds/60, seconds%60)
}
