package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/handout"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

type handoutCmd struct {
	For    string `enum:",participant,facilitator,clinician,reviewer" help:"participant: the guide; so it is if neither --for nor --what is given. facilitator: the notes. clinician: the receipt. reviewer: the receipt with the names of the promises."`
	What   string `enum:",guide,sheet,questionnaire,notes,receipt,lines,poster,strips,cards,slip,checklist,plan" help:"guide (for a conversation, with room to write), sheet (one page, to be folded small), questionnaire (all questions), notes (for a facilitator), receipt (for a clinician: what this is, and how it was checked), lines (for whoever reads the help lines' pages again). For a room: poster and strips (numbers, for the wall and to tear off), cards (stories, without where they lead), slip (three questions at the end), checklist, plan (its parts, with room for times)." metavar:"PAPER"`
	Set    string `enum:",workshop" help:"workshop: all that a group needs, in one file: checklist, plan, poster, strips, cards, sheets and slips."`
	Copies int    `help:"For how many people the set is." default:"15" metavar:"N"`
	Plan   int    `help:"The plan of so many minutes, such as 45 or 90. For plan, and for the set." metavar:"MINUTES"`
	Start  string `help:"When the plan begins, such as 18:30. Without it the plan counts its minutes. For plan, and for the set." metavar:"TIME"`
	chosen
	Local         string   `help:"A file with what holds where you are: law, quiet-place, and lines that you called yourself. For the notes, the sheet, the poster and the set." metavar:"FILE"`
	Tenderness    int      `help:"Cards and plan have only stories as tender as this or gentler: 1 gentle to 3 tender. Without it: the cards 2, and a plan what each of its parts allows." metavar:"1|2|3"`
	With          []string `enum:"people,lines,reading" help:"What the guide has beside its two pages: people (to talk to), lines (all of the region), reading (its texts, with their sources)."`
	Format        string   `enum:"text,markdown,html" default:"text" help:"text, markdown, or html (one file; print it from a browser)."`
	Region        string   `help:"The region whose help lines are printed, such as us or gb." metavar:"REGION"`
	Paper         string   `enum:"a4,letter,a3" default:"a4" help:"a4 or letter, or a3 for the poster; for html."`
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
	if c.For != "" && what != "" || c.Set != "" && (c.For != "" || what != "") {
		return errors.New(trouble.Both)
	}
	switch {
	case c.For == "facilitator":
		what = "notes"
	case c.For == "clinician" || c.For == "reviewer":
		what = "receipt"
	case what == "" && c.Set == "":
		what = "guide"
	}
	if why := c.refuseRoom(what, trouble); why != "" {
		return errors.New(why)
	}
	start, known := workshop.ClockOf(c.Start)
	if c.Start != "" && !known {
		return errors.New(wording.Fill(words.Trouble.Workshop.Start, "asked", quoted(c.Start)))
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
		Questionnaire: q, Words: wording.In(q.Language), Region: region, Program: programOn(wording.In(q.Language)),
		Layout: handout.Layout{Letter: c.Paper == "letter", A3: c.Paper == "a3", Large: c.LargePrint}, Discreet: c.Discreet,
		Tenderness: c.Tenderness, Minutes: c.Plan, Start: start,
		Names: c.For == "reviewer", People: slices.Contains(c.With, "people"), AllLines: slices.Contains(c.With, "lines"), Reading: slices.Contains(c.With, "reading"),
	}
	if what == "receipt" { // the others do not say what was proved, and nobody waits for it
		source.Findings = prove.Check(q)
	}
	if c.Local != "" && q.Workshop != nil {
		local, err := ownLocal(s, q, c.Local, &words.Trouble.Workshop)
		if err != nil {
			return err
		}
		with := *q
		with.Workshop = local.In(q.Workshop)
		source.Questionnaire = &with
	}
	if len(c.Stories) > 0 && q.Workshop != nil {
		if err := c.stories(s, &source, what, words); err != nil {
			return err
		}
	}
	if w := q.Workshop; c.Plan != 0 && w != nil && !slices.ContainsFunc(w.Plans, func(p *questionnaire.Plan) bool { return p.Minutes == c.Plan }) {
		return errors.New(noPlan(wording.In(q.Language), w, c.Plan))
	}
	printed := c.formatted(source, what)
	if printed == "" {
		return errors.New(wording.Fill(trouble.NoNotes, "questionnaire", q.ID))
	}
	_, err = s.out.WriteString(printed)
	return err
}

// stories puts those that were asked for into what is printed, under the same rules as on
// the wall: a plan has its ceiling and ends gently, and a tender story lies on no table
// unless somebody has said so.
func (c *handoutCmd) stories(s streams, source *handout.Source, what string, words *wording.Words) error {
	trouble := &words.Trouble.Workshop
	q, err := c.chosen.with(s, source.Questionnaire, trouble)
	if err != nil {
		return err
	}
	source.Questionnaire = q
	if source.Stories, err = storiesCalled(q, c.names(), c.Tenderness, trouble); err != nil {
		return err
	}
	for _, some := range source.Stories {
		for _, v := range some {
			if what != "plan" && c.Tenderness == 0 && workshop.Tenderness(v) == mostTender {
				return errors.New(wording.Fill(words.Trouble.Handout.TenderCard, "story", v.ID))
			}
		}
	}
	p := source.Plan(c.Plan)
	if what == "cards" || p == nil {
		return nil
	}
	wish := workshop.Wish{Tenderness: c.Tenderness}
	if workshop.Refuses(q, p, source.Stories, wish) {
		return errors.New(wording.Fill(trouble.Refused, "asked", strconv.Itoa(p.Minutes), "stories", c.names()))
	}
	if workshop.Lead(q, p, wish, source.Stories...).Reordered() {
		fmt.Fprintln(s.err, "askfirst: "+words.Workshop.Reordered)
	}
	return nil
}

// noPlan says which plans there are instead of one of so many minutes.
func noPlan(w *wording.Words, of *questionnaire.Workshop, asked int) string {
	var all []string
	for _, p := range of.Plans {
		all = append(all, strconv.Itoa(p.Minutes))
	}
	return wording.Fill(w.Trouble.Workshop.Plan, "asked", strconv.Itoa(asked), "all", strings.Join(all, ", "))
}

// The options for a room belong to its papers.
const mostCopies, mostTender = 200, 3

// refuseRoom says which option of the papers for a room is out of place.
func (c *handoutCmd) refuseRoom(what string, trouble *wording.TroubleHandout) string {
	planned := c.Set != "" || what == "plan"
	switch {
	case c.Copies < 1 || c.Copies > mostCopies:
		return wording.Fill(trouble.Copies, "most", strconv.Itoa(mostCopies))
	case len(c.Stories) > 0 && !planned && what != "cards":
		return trouble.StoriesOnly
	case (c.Plan != 0 || c.Start != "") && !planned:
		return trouble.PlanOnly
	case c.Tenderness != 0 && !planned && what != "cards", c.Tenderness < 0 || c.Tenderness > mostTender:
		return trouble.TendernessOnly
	case c.Local != "" && c.Set == "" && !slices.Contains([]string{"notes", "sheet", "poster"}, what):
		return trouble.LocalOnly
	case c.Paper == "a3" && what != "poster":
		return trouble.A3
	}
	return ""
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

// paper makes a paper of its name; nil where the questionnaire has nothing for it.
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
	case "poster":
		return source.Poster()
	case "strips":
		return source.Strips()
	case "cards":
		return source.Cards()
	case "slip":
		return source.Slip()
	case "checklist":
		return source.Checklist()
	case "plan":
		return source.PlanSheet(c.Plan)
	}
	return source.Guide()
}

// formatted is what was asked for in the format that was; "" where the questionnaire
// has nothing for it.
func (c *handoutCmd) formatted(source handout.Source, what string) string {
	var paper interface {
		HTML() string
		Markdown() string
		Text() string
	}
	if c.Set != "" {
		set := source.Workshop(c.Copies)
		if set == nil {
			return ""
		}
		paper = set
	} else {
		d := c.paper(source, what)
		if d == nil {
			return ""
		}
		paper = d
	}
	switch c.Format {
	case "html":
		return paper.HTML()
	case "markdown":
		return paper.Markdown()
	}
	return paper.Text()
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
