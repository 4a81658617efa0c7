package handout

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// Keeper is the list for whoever reads each line's page every three months, with a
// pen: the number large, what to read, a box for each, and what to type afterwards.
// Lines whose newest record is oldest come first.
func (s Source) Keeper() *Document {
	k := &s.Words.Handout.Keeper
	d := s.document(k.Title)
	first := Section{Heading: s.region().Name, Blocks: []Block{paragraph(k.Why), list(k.How...)}}
	d.Sections = append(d.Sections, first)
	lines := slices.Clone(s.region().Lines)
	slices.SortStableFunc(lines, func(a, b *questionnaire.HelpLine) int { return a.Checked.Compare(b.Checked) })
	all := Section{Heading: s.Words.Outcome.Lines}
	for _, l := range lines {
		all.Blocks = append(all.Blocks, s.toRead(l))
	}
	d.Sections = append(d.Sections, all)
	return s.ofPaper(d)
}

// toRead is one line to read the page of.
func (s Source) toRead(l *questionnaire.HelpLine) Block {
	k := &s.Words.Handout.Keeper
	c := Card{Heading: cmp.Or(strings.Join(page.Contacts(s.Words, l), " · "), l.Name)}
	name := l.Name
	if l.Nation != "" {
		name += " (" + l.Nation + ")"
	}
	c.Blocks = append(c.Blocks, paragraph(name+". "+l.ID+"."))
	if l.URL != "" {
		c.Blocks = append(c.Blocks, paragraph(l.URL))
	}
	boxes := List{Boxes: true}
	box := func(label, value string) {
		if value != "" {
			boxes.Items = append(boxes.Items, Item{Spans: plain(wording.Fill(label, "value", value))})
		}
	}
	if l.Call != "" || l.Text != "" {
		box(k.Number, strings.Join(page.Contacts(s.Words, l), " · "))
	}
	box(k.Hours, cmp.Or(l.Hours, k.Unsaid))
	box(k.Serves, strings.Join(slices.DeleteFunc([]string{l.For, l.Nation}, func(t string) bool { return t == "" }), "; "))
	box(k.Note, l.Note)
	c.Blocks = append(c.Blocks, boxes)
	for _, e := range l.Evidence {
		c.Blocks = append(c.Blocks, Note{s.record(e)})
	}
	c.Blocks = append(c.Blocks, Blank{Label: k.Found, Lines: 1}, Note{"askfirst lines --accept --on " + k.Day + " " + l.ID + " " + k.Folder})
	return c
}

// record is what a line's number rests on, in a sentence.
func (s Source) record(e questionnaire.Evidence) string {
	k := &s.Words.Handout.Keeper
	kind := cmp.Or(k.Kinds[string(e.Kind)], k.Unsaid)
	if e.On.IsZero() {
		return wording.Fill(k.RecordUndated, "source", e.Source, "kind", kind)
	}
	said := wording.Fill(k.Record, "source", e.Source, "on", page.Day(s.Words, e.On), "kind", kind)
	if s.old(e.On) {
		said += " " + k.RecordOld
	}
	return said
}
