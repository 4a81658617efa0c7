package handout

import (
	"slices"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
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
	return d
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
	section := Section{Heading: e.Title, Blocks: blocks(e.Text)}
	worth := page.ReviewedText(s.Words, e)
	if !e.Checked.IsZero() {
		worth = wording.Fill(s.Words.Education.Checked, "on", page.Day(s.Words, e.Checked)) + " " + worth
	}
	section.Blocks = append(section.Blocks, Note{worth})
	return section
}

// Sheet is one sheet to be folded small. It is printed on one side only, and
// folded with the print inside, so that its outside is blank paper.
func (s Source) Sheet() *Document {
	h := &s.Words.Handout
	s.Layout.Folded = true
	d := s.document(h.Guide.Title)
	first := Section{Heading: h.Guide.First, Blocks: []Block{s.keep(), paragraph(h.Guide.FirstWhy), Quote{h.Guide.Report}}}
	for _, r := range s.Questionnaire.Rules {
		if r.When == nil && r.Say != "" {
			first.Blocks = append(first.Blocks, Quote{r.Say})
		}
	}
	first.Blocks = append(first.Blocks, Quote{s.Words.Card.SayPossible})
	lines := Section{Heading: s.Words.Outcome.Lines}
	var items List
	for _, l := range s.told(s.sheetLines()) {
		items.Items = append(items.Items, s.shortLine(l))
	}
	lines.Blocks = append(lines.Blocks, items, Note{s.linesChecked(s.sheetLines())})
	d.Sections = append(d.Sections, first, lines)
	for _, e := range s.texts() {
		d.Sections = append(d.Sections, Section{Heading: e.Title, Blocks: short(e.Text)})
	}
	d.Sections = append(d.Sections, Section{Heading: h.Guide.Questions, Blocks: []Block{Blank{Lines: 3}}})
	d.Sections = append(d.Sections, s.receipt(false))
	return d
}

// sheetLines are the lines for which there is room.
func (s Source) sheetLines() []*questionnaire.HelpLine {
	lines := questionnaire.AlwaysLines(s.region())
	for _, kind := range []string{"poison", "medicines"} {
		for _, l := range s.region().LinesOf(kind) {
			if !slices.Contains(lines, l) {
				lines = append(lines, l)
				break
			}
		}
	}
	return lines
}

// short is a text's lists, or, where it has none, its first paragraph: what
// there is room for on a small sheet.
func short(text questionnaire.Text) []Block {
	all := blocks(text)
	lists := slices.DeleteFunc(slices.Clone(all), func(b Block) bool { _, is := b.(List); return !is })
	if len(lists) > 0 {
		return lists
	}
	return all[:min(1, len(all))]
}
