package handout

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// Notes are the facilitator's: what to do when somebody is in distress or tells something
// of her own, which is first so that the hand finds it, what to say at the start, the plans
// with their minutes, and the vignettes with the conversations that they lead to. One part
// follows the other on the same page. These conversations are worked out by the engine as the paper is made, so that no paper can promise what
// the program does not say. A questionnaire without a workshop has nil.
func (s Source) Notes() *Document {
	workshop := s.Questionnaire.Workshop
	if workshop == nil {
		return nil
	}
	n := &s.Words.Handout.Notes
	d := s.document(n.Title)
	region := s.Region
	if s.Discreet {
		region = nil // its lines stand at the end, without the names that would tell
	}
	beside := page.Beside(s.Words, s.Questionnaire, region)
	distress, told, law, laptop := beside[0], beside[1], beside[2], beside[3]
	ready := s.ready()
	ready.Blocks = append(ready.Blocks, s.law(law)...)
	d.Sections = append(d.Sections,
		s.distress(distress),
		Section{Heading: told.Place, Columns: true, Blocks: boxed(s.parts(told.Blocks, page.Loud))},
		ready,
		s.toSay(n.Agreements, workshop.Agreements),
	)
	for _, plan := range workshop.Plans {
		d.Sections = append(d.Sections, s.plan(plan))
	}
	d.Sections = append(d.Sections,
		s.ownWords(),
		s.toSay(s.Words.Workshop.Notes.IfTheySay, workshop.IfTheySay),
		s.toSay(n.Thinking, workshop.Thinking),
		s.toSay(n.Parked, workshop.Parked),
		s.toSay(n.Sentences, workshop.Sentences),
		s.toSay(n.Closing, workshop.Closing),
		Section{Heading: laptop.Place, Blocks: s.laid(laptop.Blocks)},
	)
	for _, v := range s.Questionnaire.Vignettes() {
		d.Sections = append(d.Sections, s.vignette(v))
	}
	d.Sections = append(d.Sections, s.lines(), s.receipt(full), s.plainly(), s.restsOn())
	return s.foreign(withoutEmpty(d))
}

// withoutEmpty drops the sections in which a questionnaire says nothing.
func withoutEmpty(d *Document) *Document {
	var kept []Section
	for _, section := range d.Sections {
		if len(section.Blocks) > 0 {
			kept = append(kept, section)
		}
	}
	d.Sections = kept
	return d
}

// ready is what is filled in before the day.
func (s Source) ready() Section {
	n := &s.Words.Handout.Notes
	section := Section{Heading: n.Before, Blocks: []Block{paragraph(n.BeforeHow)}}
	for _, label := range n.Blanks {
		section.Blocks = append(section.Blocks, Blank{Label: label, Lines: 1})
	}
	return section
}

// toSay are lines to say, in their order.
func (s Source) toSay(heading string, lines []*questionnaire.Saying) Section {
	section := Section{Heading: heading}
	var l List
	for _, line := range lines {
		l.Items = append(l.Items, Item{Spans: plain(line.Say)})
	}
	if len(l.Items) > 0 {
		section.Blocks = append(section.Blocks, l)
	}
	return section
}

// ownWords are a facilitator's words for each moment, and those to lead on from it.
func (s Source) ownWords() Section {
	n, w := &s.Words.Handout.Notes, s.Questionnaire.Workshop
	var l List
	var seen []string
	for _, said := range slices.Concat(w.Say, w.MoveOn) {
		if slices.Contains(seen, said.ID) {
			continue
		}
		seen = append(seen, said.ID)
		spans := strong(n.Moments[said.ID] + ".")
		if aloud := sayingAt(said.ID, w.Say); aloud != "" {
			spans = append(spans, plain(" "+aloud)...)
		}
		if after := sayingAt(said.ID, w.MoveOn); after != "" {
			spans = append(spans, s.toMoveOn(after)...)
		}
		l.Items = append(l.Items, Item{Spans: spans})
	}
	section := Section{Heading: n.Say}
	if len(l.Items) > 0 {
		section.Blocks = []Block{l}
	}
	return section
}

// toMoveOn are words to lead on, behind what they are for.
func (s Source) toMoveOn(words string) []questionnaire.Span {
	return slices.Concat(plain(" "), strong(s.Words.Workshop.Notes.MoveOn), plain(" "+words))
}

// sayingAt is what is said at a moment; "" where nothing is.
func sayingAt(moment string, all []*questionnaire.Saying) string {
	if i := slices.IndexFunc(all, func(s *questionnaire.Saying) bool { return s.ID == moment }); i >= 0 {
		return all[i].Say
	}
	return ""
}

func (s Source) plan(plan *questionnaire.Plan) Section {
	n := &s.Words.Handout.Notes
	t := Table{Head: []string{n.Step, n.Minutes, n.Do}}
	for _, step := range plan.Steps {
		t.Rows = append(t.Rows, []string{step.Title, strconv.Itoa(step.Minutes), doing(step)})
	}
	return Section{Heading: wording.Fill(n.Plan, "title", plan.Title, "minutes", strconv.Itoa(plan.Minutes)), Blocks: []Block{t}}
}

// doing is what a facilitator does in a part of a plan, in one paragraph.
func doing(step *questionnaire.PlanStep) string {
	do := ""
	for i, b := range step.Do.Blocks() {
		if i > 0 {
			do += " "
		}
		for _, span := range b.Spans {
			do += span.Words
		}
	}
	return do
}

// law is the sentence about what has to be reported, which each place has its own
// of.
func (s Source) law(told page.Page) []Block {
	blocks := s.laid(told.Blocks)
	if len(blocks) == 0 {
		return nil
	}
	return []Block{Card{Heading: told.Place, Manner: Urgent, Blocks: blocks}}
}

// distress is what to do when somebody is in distress, in its order.
func (s Source) distress(told page.Page) Section {
	n := &s.Words.Handout.Notes
	cards := s.parts(told.Blocks, page.Loud)
	for i := range cards {
		cards[i].Manner = Quiet
		cards[i].Heading = wording.Fill(n.Number, "n", strconv.Itoa(i+1), "title", cards[i].Heading)
	}
	section := Section{Heading: told.Place}
	for _, c := range cards {
		above, beneath := parted(c, unparted)
		section.Blocks = append(append(section.Blocks, above), beneath...)
	}
	return section
}

// unparted is how many entries of a list stand on a card, which no page may part. More of them
// follow beneath it: a long card would leave the end of a page empty.
const unparted = 2

// parted is a card with so many entries of its list, and what is left of that.
func parted(c Card, most int) (Card, []Block) {
	l, is := lastOf(c.Blocks).(List)
	if !is || len(l.Items) <= most {
		return c, nil
	}
	rest := l
	l.Items, rest.Items = l.Items[:most], l.Items[most:]
	c.Blocks = append(slices.Clone(c.Blocks[:len(c.Blocks)-1]), l)
	return c, []Block{rest}
}

func boxed(cards []Card) []Block {
	var all []Block
	for _, c := range cards {
		all = append(all, c)
	}
	return all
}

// vignette is one made-up person: the story, its point, what the group can talk about, what
// it usually says and how to meet that, the words to lead on, and whom her answers lead to.
func (s Source) vignette(v *questionnaire.Scenario) Section {
	n := &s.Words.Handout.Notes
	title := v.Title
	if title == "" {
		title = v.ID
	}
	section := Section{Heading: title}
	if v.Tenderness > 0 && v.Tenderness <= len(n.Tenderness) {
		section.Blocks = append(section.Blocks, Note{n.Tenderness[v.Tenderness-1]})
	}
	section.Blocks = append(section.Blocks, Card{Blocks: []Block{paragraph(v.Story)}})
	if v.Say != "" {
		section.Blocks = append(section.Blocks, Paragraph{append(strong(s.Words.Workshop.Notes.Aloud), plain(" "+v.Say)...)})
	}
	if v.Point != "" {
		section.Blocks = append(section.Blocks, Paragraph{append(strong(n.Point), plain(" "+v.Point)...)})
	}
	for _, part := range []struct {
		heading string
		lines   []string
	}{{n.Discuss, v.Discuss}, {s.Words.Workshop.Notes.IfTheySay, v.IfTheySay}} {
		if len(part.lines) > 0 {
			above, beneath := parted(Card{Heading: part.heading, Manner: Quiet, Blocks: []Block{list(part.lines...)}}, unparted)
			section.Blocks = append(append(section.Blocks, above), beneath...)
		}
	}
	if v.MoveOn != "" {
		section.Blocks = append(section.Blocks, Paragraph{s.toMoveOn(v.MoveOn)[1:]})
	}
	s.Words = page.Hers(s.Words, workshop.SaidBy(s.Questionnaire, v))
	section.Blocks = append(section.Blocks, s.talks(scenario.Run(s.Questionnaire, v).Plan)...)
	return section
}

// talks are whom somebody is led to, step by step with the first reason, and by name
// whom what she left open could lead to.
func (s Source) talks(plan screening.Plan) []Block {
	n := &s.Words.Handout.Notes
	steps := Table{Head: []string{n.Who, n.HowSoon, n.Why}}
	for _, talk := range plan.Steps {
		steps.Rows = append(steps.Rows, []string{talk.Clinician.In(s.Region).Name, page.Urgent(s.Words, talk.Urgency), onPaper(&s.Words.Handout.Screen, page.ReasonOf(s.Words, talk.Reasons[0].Rule, s.region()))})
	}
	var possible []string
	for _, who := range workshop.AlsoPossible(plan) {
		possible = append(possible, who.In(s.Region).Name)
	}
	var all []Block
	if len(steps.Rows) > 0 {
		all = append(all, steps)
	}
	if len(possible) > 0 {
		all = append(all, Paragraph{append(strong(n.Possible), plain(" "+strings.Join(possible, between))...)})
	}
	return all
}
