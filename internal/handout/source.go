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
	Findings      []questionnaire.Finding // what package prove found
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
		c := s.parts(page.PersonOf(w, who.In(s.Region), s.region()), page.Title)[0]
		for _, say := range s.sayings(who, sayings) {
			c.Blocks = append(c.Blocks, Quote{say})
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
		if r.AskOfAll() != "" && slices.Contains(r.TalkTo, who) && !secret {
			ruled = append(ruled, r)
		}
	}
	slices.SortStableFunc(ruled, func(a, b *questionnaire.Rule) int { return hurry(a) - hurry(b) })
	var all []string
	for _, r := range ruled {
		if len(all) < most && !slices.Contains(all, page.RequestOf(s.Words, r)) {
			all = append(all, page.RequestOf(s.Words, r))
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
