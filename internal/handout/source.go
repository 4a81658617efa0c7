package handout

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// Source is what a paper is made from.
type Source struct {
	Questionnaire *questionnaire.Questionnaire
	Words         *wording.Words
	Region        *questionnaire.Region   // nil: the paper has no help lines
	Findings      []questionnaire.Finding // what package prove found
	Program       string                  // the version of the program
	Layout        Layout
	// Discreet leaves out what would tell somebody else that the paper is about
	// being hurt at home: names, not numbers.
	Discreet bool
}

// violence is the kind of help line that somebody else must not find by name.
const violence = "violence"

func (s Source) document(title string) *Document {
	return &Document{Language: s.Words.Language, Title: title, Layout: s.Layout}
}

// region is the region, or one without any line.
func (s Source) region() *questionnaire.Region {
	if s.Region == nil {
		return &questionnaire.Region{}
	}
	return s.Region
}

// hidden tells a clinician whom a discreet paper does not name.
func (s Source) hidden(who *questionnaire.Clinician) bool {
	return s.Discreet && slices.Contains(who.Lines, violence)
}

// lineName is what a line is called on this paper.
func (s Source) lineName(l *questionnaire.HelpLine) string {
	if s.Discreet && l.Kind == violence {
		return s.Words.Handout.Lines.Discreet
	}
	return l.Name
}

// told are the lines that can stand on this paper: a discreet one cannot show an
// address that tells what it is for.
func (s Source) told(lines []*questionnaire.HelpLine) []*questionnaire.HelpLine {
	return slices.DeleteFunc(slices.Clone(lines), func(l *questionnaire.HelpLine) bool {
		return s.Discreet && l.Kind == violence && l.Call == "" && l.Text == ""
	})
}

// worse is what to do when it cannot wait.
func (s Source) worse() Block {
	c := Card{Heading: s.Words.Outcome.Worse, Manner: Urgent}
	var lines List
	for _, l := range questionnaire.UrgentLines(s.region()) {
		lines.Items = append(lines.Items, s.shortLine(l))
	}
	if len(lines.Items) == 0 {
		lines = list(s.Words.Interrupt.EmergencyWord)
	}
	c.Blocks = append(c.Blocks, lines)
	return c
}

// shortLine is a line's name and how to reach it.
func (s Source) shortLine(l *questionnaire.HelpLine) Item {
	item := Item{Spans: append(strong(wording.Fill(s.Words.Handout.Lines.Short, "line", s.lineName(l))), plain(" ")...)}
	for i, way := range page.Contacts(s.Words, l) {
		if i > 0 {
			way = "; " + way
		}
		item.Spans = append(item.Spans, plain(way)...)
	}
	return item
}

// lines are all of the region's lines, with when each number was checked.
func (s Source) lines() Section {
	w := s.Words
	section := Section{Heading: w.Outcome.Lines, Columns: true}
	if s.Region == nil {
		section.Blocks = append(section.Blocks, paragraph(w.Handout.Lines.None))
		return section
	}
	section.Blocks = append(section.Blocks, paragraph(s.Region.Name))
	for _, l := range s.told(questionnaire.AllLines(s.Region)) {
		c := Card{Heading: s.lineName(l), Manner: Quiet}
		if ways := page.Contacts(w, l); len(ways) > 0 {
			c.Blocks = append(c.Blocks, list(ways...))
		}
		about := page.About(w, l)
		if s.Discreet && l.Kind == violence {
			about = page.Checked(w, l)
		}
		if len(about) > 0 {
			c.Blocks = append(c.Blocks, Note{strings.Join(about, " ")})
		}
		section.Blocks = append(section.Blocks, c)
	}
	section.Blocks = append(section.Blocks, paragraph(w.Line.Change))
	return section
}

// clinicians are the people to talk to, each with a few sentences to begin with.
func (s Source) clinicians(heading string, sayings int) Section {
	w := s.Words
	section := Section{Heading: heading, Columns: true}
	if sayings > 0 {
		section.Blocks = append(section.Blocks, paragraph(w.Handout.Guide.WhoHow))
	}
	for _, who := range s.Questionnaire.Clinicians {
		if s.hidden(who) || !s.talked(who) {
			continue
		}
		c := Card{Heading: who.Name, Blocks: []Block{paragraph(who.Who)}}
		for _, say := range s.sayings(who, sayings) {
			c.Blocks = append(c.Blocks, Quote{say})
		}
		if who.IfNone != "" {
			c.Blocks = append(c.Blocks, Note{w.Card.IfNone + ": " + who.IfNone})
		}
		if sayings > 0 {
			c.Blocks = append(c.Blocks, Blank{Label: w.Handout.Guide.Reach, Lines: 1})
		}
		section.Blocks = append(section.Blocks, c)
	}
	return section
}

// talked tells whether any rule leads to a clinician.
func (s Source) talked(who *questionnaire.Clinician) bool {
	return slices.ContainsFunc(s.Questionnaire.Rules, func(r *questionnaire.Rule) bool { return slices.Contains(r.TalkTo, who) })
}

// sayings are at most so many sentences to begin a talk with: first those that
// are for everyone, then those of one answer, and none of an emergency, which has
// its own words on the spot.
func (s Source) sayings(who *questionnaire.Clinician, most int) []string {
	var ruled []*questionnaire.Rule
	for _, r := range s.Questionnaire.Rules {
		secret := s.Discreet && slices.ContainsFunc(r.TalkTo, s.hidden)
		if r.Say != "" && slices.Contains(r.TalkTo, who) && !secret {
			ruled = append(ruled, r)
		}
	}
	slices.SortStableFunc(ruled, func(a, b *questionnaire.Rule) int { return hurry(a) - hurry(b) })
	var all []string
	for _, r := range ruled {
		if len(all) < most && !slices.Contains(all, r.Say) {
			all = append(all, r.Say)
		}
	}
	return all
}

func hurry(r *questionnaire.Rule) int {
	atoms := 0
	r.When.Atoms(func(*questionnaire.Condition) { atoms++ })
	most := 2
	return min(atoms, most) + (most+1)*int(r.Urgency/questionnaire.Today)
}
