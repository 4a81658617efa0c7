package handout

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

const (
	guideRows = 4 // medicines that there is room for
	stepRows  = 2 // next steps
)

// Guide is a guide for a conversation: on one page what is hers, with room to write,
// and on the other what to ask, whom to call and what nobody knows. There is more
// after them only where somebody asked for it. Its title says nothing of what it is
// about, because others may see it lie there.
func (s Source) Guide() *Document {
	s.Layout.Brief = true
	g := &s.Words.Handout.Guide
	d := s.document(g.Title)
	d.Sections = append(d.Sections, s.mine(), s.begin())
	d.Sections = append(d.Sections, s.behind()...)
	if s.Reading {
		for _, e := range s.texts() {
			d.Sections = append(d.Sections, s.text(e))
		}
	}
	if s.People {
		d.Sections = append(d.Sections, s.clinicians(g.Who, true))
	}
	if s.AllLines {
		d.Sections = append(d.Sections, s.lines())
	}
	return s.ofPaper(d)
}

// mine is the page that is hers.
func (s Source) mine() Section {
	g := &s.Words.Handout.Guide
	page := Section{Heading: g.Mine, Blocks: []Block{
		paragraph(g.Yours),
		s.urgent(s.carried()[0].list),
		s.keep(),
		toFill(guideRows, g.Medicine, g.MedicineFor, g.MedicineBy),
	}}
	for i, label := range g.Blanks {
		lines := 1
		if i == len(g.Blanks)-1 {
			lines = linesToAsk
		}
		page.Blocks = append(page.Blocks, Blank{Label: label, Lines: lines})
	}
	if !s.Discreet {
		page.Blocks = append(page.Blocks, Blank{Label: g.Pressed, Lines: 1})
	}
	page.Blocks = append(page.Blocks, toFill(stepRows, g.Step...))
	return page
}

// linesToAsk is the room for her own questions.
const linesToAsk = 4

// toFill is a table with rows to write in.
func toFill(rows int, head ...string) Table {
	t := Table{Head: head}
	for range rows {
		t.Rows = append(t.Rows, make([]string, len(head)))
	}
	return t
}

// begin are the words with which anyone can begin.
func (s Source) begin() Section {
	g := &s.Words.Handout.Guide
	return Section{Heading: g.First, Blocks: []Block{Quote{g.Report}, Quote{s.Words.Card.SayPossible}, Paragraph{strong(g.ToClinician)}}}
}

// behind is what stands on the other page.
func (s Source) behind() []Section {
	g := &s.Words.Handout.Guide
	texts := s.texts()
	ask := Section{Heading: g.Ask, NewPage: true, Columns: true}
	var across []Section // the last of an odd number would leave half of the page empty
	for i, e := range texts {
		if i == len(texts)-1 && i%2 == 0 {
			across = []Section{{Heading: e.Title, Blocks: s.gist(e)}}
			continue
		}
		ask.Blocks = append(ask.Blocks, Card{Heading: e.Title, Manner: Quiet, Blocks: s.gist(e)})
	}
	if len(ask.Blocks) == 0 && len(across) > 0 {
		across[0].NewPage = true
	}
	call := Section{Heading: s.Words.Outcome.Lines, Columns: !s.Layout.Large}
	for _, part := range s.carried()[1:] {
		c := Card{Heading: part.heading, Manner: Quiet, Blocks: []Block{part.list}}
		switch {
		case len(part.lines) == 0:
		case s.Layout.Large: // a third of a page, which may not stay empty
			above, beneath := parted(c, 1)
			call.Blocks = append(append(call.Blocks, above), beneath...)
		default:
			call.Blocks = append(call.Blocks, c)
		}
	}
	call.Blocks = append(call.Blocks, Note{strings.TrimSpace(s.linesChecked(linesOf(s.carried())) + " " + g.LinesAll)})
	all := Document{Sections: slices.Concat([]Section{ask}, across, []Section{s.receipt(short), call})}
	return withoutEmpty(&all).Sections
}

// keep is the sentence about medicines that stands on every paper.
func (s Source) keep() Block {
	g := &s.Words.Handout.Guide
	return Card{Manner: Urgent, Blocks: []Block{Paragraph{append(strong(g.OnMedicine), plain(" "+g.Keep)...)}}}
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
	last := s.receipt(least)
	mine := Section{Heading: h.Guide.Questions, Blocks: []Block{Blank{Lines: linesOfHerOwn}, paragraph(h.Guide.ToClinician)}}
	if len(d.Sections)+2 == panels { // a region without one of the parts leaves a panel for it
		last.Fine = false
		d.Sections = append(d.Sections, mine, last)
	} else {
		mine.Blocks = append(mine.Blocks, Card{Heading: last.Heading, Manner: Quiet, Blocks: last.Blocks})
		d.Sections = append(d.Sections, mine)
	}
	return s.ofPaper(d)
}

// panels are what the folds of the small sheet part it into.
const panels = 8

// linesOfHerOwn is the room for her own questions on the small sheet.
const linesOfHerOwn = 6

// sheetLines are the lines for which there is room, each part on a panel of its own,
// and at last when their numbers were checked.
func (s Source) sheetLines() []Section {
	var sections []Section
	parts := s.carried()
	for _, part := range parts {
		if len(part.lines) > 0 {
			sections = append(sections, Section{Heading: part.heading, Blocks: []Block{part.list}})
		}
	}
	if last := len(sections) - 1; last >= 0 {
		sections[last].Blocks = append(sections[last].Blocks, s.local()...)
		sections[last].Blocks = append(sections[last].Blocks, Note{s.linesChecked(linesOf(parts))})
	}
	return sections
}

// carried are some lines of the region under a heading.
type carried struct {
	heading string
	lines   []*questionnaire.HelpLine
	list    List
}

func linesOf(parts []carried) []*questionnaire.HelpLine {
	var all []*questionnaire.HelpLine
	for _, part := range parts {
		all = append(all, part.lines...)
	}
	return all
}

// carried are the lines that somebody carries with her: for danger and somebody to
// write to, for somebody to talk to, and for what was taken.
func (s Source) carried() []carried {
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
			whole := slices.IndexFunc(all, func(l *questionnaire.HelpLine) bool { return l.Nation == "" })
			taken = append(taken, all[max(whole, 0)]) // not Quebec's, for all of Canada
		}
	}
	taken = s.named(taken)
	return []carried{{h.Now, now, s.short(now)}, {h.Talk, always, s.short(always)}, {h.Taken, taken, s.short(taken)}}
}

// named are lines with those of a nation that their notes send somebody to, such as
// Quebec's: without their numbers whoever lives there has none. Others that a note names,
// such as the line for the deaf, have their number in it.
func (s Source) named(lines []*questionnaire.HelpLine) []*questionnaire.HelpLine {
	return slices.DeleteFunc(questionnaire.WithNamed(lines, s.region()), func(l *questionnaire.HelpLine) bool {
		return !slices.Contains(lines, l) && (l.Nation == "" || l.Call == "")
	})
}

// texted tells a line to write to: she may be unable to speak.
func texted(l *questionnaire.HelpLine) bool { return l.Text != "" }

// gist are a text's lists, or, where it has none, its first paragraph: what there
// is room for on a small sheet.
func (s Source) gist(e *questionnaire.Education) []Block {
	var lists, first []Block
	for _, b := range s.laid(without(page.TextOf(s.Words, e), page.NoteItem)) {
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
