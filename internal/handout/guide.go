package handout

import (
	"slices"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

const (
	sayingsEach  = 2 // sentences for each clinician on the guide
	guideRows    = 5 // medicines that there is room for
	linesToWrite = 2
)

// Guide is a guide for a conversation, with room to write. Its title says nothing
// of what it is about, because others may see it lie there.
func (s Source) Guide() *Document {
	g := &s.Words.Handout.Guide
	d := s.document(g.Title)
	mine := Section{Heading: g.Mine, Blocks: []Block{paragraph(g.Yours), s.worse(), s.keep()}}
	table := Table{Head: []string{g.Medicine, g.MedicineFor, g.MedicineBy}}
	for range guideRows {
		table.Rows = append(table.Rows, make([]string, len(table.Head)))
	}
	mine.Blocks = append(mine.Blocks, table)
	for _, label := range g.Blanks {
		mine.Blocks = append(mine.Blocks, Blank{Label: label, Lines: linesToWrite})
	}
	d.Sections = append(d.Sections, mine)
	d.Sections = append(d.Sections, Section{Heading: g.First, Blocks: []Block{paragraph(g.FirstWhy), Quote{g.Report}, Quote{s.Words.Card.SayPossible}}})
	for _, e := range s.texts() {
		d.Sections = append(d.Sections, s.text(e))
	}
	d.Sections = append(d.Sections, s.clinicians(g.Who, sayingsEach), s.lines(), s.receipt(!s.Discreet))
	return s.ofPaper(d)
}

// keep is the sentence about medicines that stands on every paper.
func (s Source) keep() Block {
	g := &s.Words.Handout.Guide
	return Card{Heading: g.OnMedicine, Manner: Urgent, Blocks: []Block{paragraph(g.Keep)}}
}

// texts are those that the questionnaire names for paper, or, where it names
// none, those for everyone.
func (s Source) texts() []*questionnaire.Education {
	if len(s.Questionnaire.Handout) > 0 {
		return s.Questionnaire.Handout
	}
	var all []*questionnaire.Education
	for _, r := range s.Questionnaire.Rules {
		for _, e := range r.Learn {
			if r.When == nil && !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
	}
	return all
}

// text is an education text with what it rests on.
func (s Source) text(e *questionnaire.Education) Section {
	return Section{Heading: e.Title, Blocks: s.laid(page.TextOf(s.Words, e))}
}

// Sheet is one sheet to be folded small. It is printed on one side only, and
// folded with the print inside, so that its outside is blank paper.
func (s Source) Sheet() *Document {
	h := &s.Words.Handout
	s.Layout.Folded = true
	d := s.document(h.Guide.Title)
	first := Section{Heading: h.Guide.First, Blocks: []Block{s.keep(), paragraph(h.Guide.FirstWhy), Quote{h.Guide.Report}}}
	for _, r := range s.Questionnaire.Rules {
		if r.When == nil && r.AskOfAll() != "" {
			first.Blocks = append(first.Blocks, Quote{page.RequestOf(s.Words, r)})
		}
	}
	first.Blocks = append(first.Blocks, Quote{s.Words.Card.SayPossible})
	d.Sections = append(d.Sections, first)
	d.Sections = append(d.Sections, s.sheetLines()...)
	for _, e := range s.texts() {
		d.Sections = append(d.Sections, Section{Heading: e.Title, Blocks: s.gist(e)})
	}
	last := s.receipt(false)
	mine := Section{Heading: h.Guide.Questions, Blocks: []Block{Blank{Lines: 3}, Card{Heading: last.Heading, Manner: Quiet, Blocks: last.Blocks}}}
	d.Sections = append(d.Sections, mine)
	return s.ofPaper(d)
}

// sheetLines are the lines for which there is room, each part on a panel of its
// own: for danger and somebody to write to, for somebody to talk to, and for what
// was taken; and at last when their numbers were checked.
func (s Source) sheetLines() []Section {
	h := &s.Words.Handout.Lines
	now := questionnaire.UrgentLines(s.region())
	if !slices.ContainsFunc(now, texted) {
		if i := slices.IndexFunc(s.region().LinesOf("crisis"), texted); i >= 0 {
			now = append(now, s.region().LinesOf("crisis")[i])
		}
	}
	always := slices.DeleteFunc(questionnaire.AlwaysLines(s.region()), func(l *questionnaire.HelpLine) bool { return slices.Contains(now, l) })
	var taken []*questionnaire.HelpLine
	for _, kinds := range [][]string{{"poison"}, {"medicines", "pregnancy", "milk"}} {
		if all := s.told(s.region().LinesOf(kinds...)); len(all) > 0 {
			taken = append(taken, all[0])
		}
	}
	var sections []Section
	for _, part := range []struct {
		heading string
		lines   []*questionnaire.HelpLine
	}{{h.Now, now}, {h.Talk, always}, {h.Taken, taken}} {
		if lines := s.short(part.lines); len(lines.Items) > 0 {
			sections = append(sections, Section{Heading: part.heading, Blocks: []Block{lines}})
		}
	}
	if last := len(sections) - 1; last >= 0 {
		sections[last].Blocks = append(sections[last].Blocks, Note{s.linesChecked(slices.Concat(now, always, taken))})
	}
	return sections
}

// texted tells a line to write to: she may be unable to speak.
func texted(l *questionnaire.HelpLine) bool { return l.Text != "" }

// gist are a text's lists, or, where it has none, its first paragraph: what there
// is room for on a small sheet.
func (s Source) gist(e *questionnaire.Education) []Block {
	var lists, first []Block
	for _, b := range s.laid(page.TextOf(s.Words, e)) {
		switch b.(type) {
		case List:
			lists = append(lists, b)
		case Paragraph:
			first = append(first, b)
		}
	}
	if len(lists) > 0 {
		return lists
	}
	return first[:min(1, len(first))]
}
