package cli

import (
	"errors"
	"fmt"
	"slices"

	"github.com/ask-first/askfirst/internal/handout"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

type handoutCmd struct {
	For           string   `enum:",participant,facilitator,clinician,reviewer" help:"participant: the guide; so it is if neither --for nor --what is given. facilitator: the notes. clinician: the receipt. reviewer: the receipt with the names of the promises."`
	What          string   `enum:",guide,sheet,questionnaire,notes,receipt,lines" help:"guide (for a conversation, with room to write), sheet (one page, to be folded small), questionnaire (all questions), notes (for a facilitator), receipt (for a clinician: what this is, and how it was checked), or lines (for whoever reads the help lines' pages again)."`
	With          []string `enum:"people,lines,reading" help:"What the guide has beside its two pages: people (to talk to), lines (all of the region), reading (its texts, with their sources)."`
	Format        string   `enum:"text,markdown,html" default:"text" help:"text, markdown, or html (one file; print it from a browser)."`
	Region        string   `help:"The region whose help lines are printed, such as us or gb." metavar:"REGION"`
	Paper         string   `enum:"a4,letter" default:"a4" help:"a4 or letter; for html."`
	LargePrint    bool     `help:"Large letters; for html."`
	Discreet      bool     `help:"Leave out the names of lines for safety at home, not their numbers. For the guide and the sheet."`
	Private       bool     `help:"Print the private questions too, for someone who reviews them. For the questionnaire."`
	Lang          string   `help:"The language, such as en or es. Without it: that of your system, where there is such a translation." metavar:"LANGUAGE"`
	Questionnaire string   `help:"The folder of a questionnaire. Without it: the one that comes with the program." metavar:"FOLDER"`

	document
}

func (c *handoutCmd) Run(s streams) error {
	words := spoken(c.Lang)
	trouble := &words.Trouble.Handout
	what := c.What
	if c.For != "" && what != "" {
		return errors.New(trouble.Both)
	}
	switch {
	case c.For == "facilitator":
		what = "notes"
	case c.For == "clinician" || c.For == "reviewer":
		what = "receipt"
	case what == "":
		what = "guide"
	}
	if c.Discreet && what != "guide" && what != "sheet" {
		return errors.New(trouble.Discreet)
	}
	if c.Private && what != "questionnaire" {
		return errors.New(trouble.Private)
	}
	if len(c.With) > 0 && what != "guide" {
		return errors.New(trouble.With)
	}
	if c.Format != "html" && (c.LargePrint || c.Paper != "a4") {
		return errors.New(trouble.HTML)
	}
	o, err := openFor(words, c.Questionnaire)
	if err != nil {
		return err
	}
	if c.Questionnaire == "" && liesHere() {
		fmt.Fprintln(s.err, "askfirst: "+words.Trouble.Folder.NotHere)
	}
	q, err := c.spoken(s, words, o)
	if err != nil {
		return err
	}
	region, err := c.region(q)
	if err != nil {
		return err
	}
	source := handout.Source{
		Questionnaire: q, Words: wording.In(q.Language), Region: region, Findings: prove.Check(q), Program: programOn(wording.In(q.Language)),
		Layout: handout.Layout{Letter: c.Paper == "letter", Large: c.LargePrint}, Discreet: c.Discreet,
		Names: c.For == "reviewer", People: slices.Contains(c.With, "people"), AllLines: slices.Contains(c.With, "lines"), Reading: slices.Contains(c.With, "reading"),
	}
	paper := c.paper(source, what)
	if paper == nil {
		return errors.New(wording.Fill(trouble.NoNotes, "questionnaire", q.ID))
	}
	_, err = s.out.WriteString(c.formatted(paper))
	return err
}

// programOn is the program's version as a paper says it.
func programOn(w *wording.Words) string {
	if b := readBuild(); b.version != builtFromSource {
		return b.version
	}
	return w.Handout.Receipt.Unversioned
}

// spoken is the questionnaire in the language of the paper.
func (c *handoutCmd) spoken(s streams, words *wording.Words, o opened) (*questionnaire.Questionnaire, error) {
	q, err := o.shownFor(words, s)
	if err != nil {
		return nil, err
	}
	language, err := choose(c.Lang, languagesOf(q.Language, o.files))
	if err != nil {
		return nil, err
	}
	return o.in(s, language)
}

func (c *handoutCmd) paper(source handout.Source, what string) *handout.Document {
	switch what {
	case "sheet":
		return source.Sheet()
	case "questionnaire":
		return source.Questions(c.Private)
	case "notes":
		return source.Notes()
	case "receipt":
		return source.Receipt()
	case "lines":
		return source.Keeper()
	}
	return source.Guide()
}

func (c *handoutCmd) formatted(d *handout.Document) string {
	switch c.Format {
	case "html":
		return d.HTML()
	case "markdown":
		return d.Markdown()
	}
	return d.Text()
}

// region is the one that was named, or the only one. A guess will not do: paper
// goes on from hand to hand, and with it a number that nobody answers.
func (c *handoutCmd) region(q *questionnaire.Questionnaire) (*questionnaire.Region, error) {
	switch {
	case c.Region == "" && len(q.Regions) == 0:
		return nil, nil
	case c.Region == "" && len(q.Regions) == 1:
		return q.Regions[0], nil
	case c.Region == "":
		return nil, errors.New(wording.Fill(wording.In(q.Language).Trouble.NoRegion, "all", regions(q)))
	}
	if region := regionCalled(q, c.Region); region != nil {
		return region, nil
	}
	return nil, noRegion(wording.In(q.Language), q, c.Region)
}
