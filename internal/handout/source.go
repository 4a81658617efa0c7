package handout

import (
	"slices"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// Source is what a paper is made from.
type Source struct {
	Questionnaire *questionnaire.Questionnaire
	Words         *wording.Words
	Region        *questionnaire.Region   // nil: the paper has no help lines
	Findings      []questionnaire.Finding // what package prove found; of the receipt
	Program       string                  // the version of the program
	Layout        Layout
	// Discreet leaves out what would tell somebody else that the paper is about
	// being hurt at home: names, not numbers.
	Discreet bool

	// What the guide has beside its two pages.
	People, AllLines, Reading bool
	// Tenderness is the ceiling of the stories for a room, 0: that of a short plan; Minutes
	// the plan of a set, 0: its first; and Copies for how many people it is.
	Tenderness, Minutes, Copies int
	// Stories are those that somebody named for the parts of the plan, and for the cards;
	// none: the program picks them.
	Stories []workshop.Stories
	// Start is when the plan begins; none: its parts are counted in minutes.
	Start workshop.Clock
	// Names has the receipt call each promise by its name too.
	Names bool
}

func (s Source) document(title string) *Document {
	return &Document{Language: s.Words.Language, Title: title, Layout: s.Layout}
}

// hidden tells a clinician whom a discreet paper does not name.
func (s Source) hidden(who *questionnaire.Clinician) bool {
	return s.Discreet && slices.ContainsFunc(who.Lines, ofViolence)
}

// clinicians are the people to talk to; with room to write, each has a few sentences to
// begin with too.
func (s Source) clinicians(heading string, withRoom bool) Section {
	w := s.Words
	// With room to write they stand one beneath the other: in columns a card is twice as
	// high, and where one does not fit a page would end half way down.
	section := Section{Heading: heading, Columns: !withRoom}
	if withRoom {
		section.Blocks = append(section.Blocks, paragraph(w.Handout.Guide.WhoHow))
	}
	for _, who := range s.Questionnaire.Clinicians {
		if s.hidden(who) || !s.talked(who) {
			continue
		}
		c := s.parts(page.PersonOf(w, who.In(s.Region), s.region()), page.Title)[0]
		if withRoom {
			// What a rule has somebody ask is true of her alone, and nobody knows who holds this.
			for _, say := range who.Ask {
				c.Blocks = append(c.Blocks, Quote{say})
			}
			c.Blocks = append(c.Blocks, s.reach(who))
			if s.Layout.Large {
				section.Blocks = append(section.Blocks, loose(c)...)
				continue
			}
		}
		section.Blocks = append(section.Blocks, c)
	}
	return section
}

// loose is a card without its frame, for large letters: in them a card can be half a page,
// and where it did not fit, that half would be empty. What belongs together stays so.
func loose(c Card) []Block {
	first := min(1, len(c.Blocks))
	all := []Block{Card{Heading: c.Heading, Manner: Quiet, Blocks: c.Blocks[:first]}}
	for rest := c.Blocks[first:]; len(rest) > 0; {
		p, is := rest[0].(Paragraph)
		if is && len(rest) > 1 && p.Spans[0].Emphasis || len(rest) == 2 { // how to reach her is not alone
			all, rest = append(all, Card{Manner: Quiet, Blocks: rest[:2]}), rest[2:]
			continue
		}
		all, rest = append(all, rest[0]), rest[1:]
	}
	return all
}

// reach is how to reach somebody: the number of a line, which is known; for one of her own
// people there is room to write it.
func (s Source) reach(who *questionnaire.Clinician) Block {
	var lines []*questionnaire.HelpLine
	if kind := who.ReachedBy(); kind != "" {
		lines = questionnaire.FirstOfKinds(s.region(), kind)
	}
	if len(lines) == 0 {
		return Blank{Label: s.Words.Handout.Guide.Reach}
	}
	return s.short(s.named(lines))
}

// talked tells whether any rule leads to a clinician.
func (s Source) talked(who *questionnaire.Clinician) bool {
	return slices.ContainsFunc(s.Questionnaire.Rules, func(r *questionnaire.Rule) bool { return slices.Contains(r.TalkTo, who) })
}
