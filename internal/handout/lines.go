package handout

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// ofViolence tells a kind of help line that somebody else must not find by name.
func ofViolence(kind string) bool { return kind == "violence" || kind == "assault" }

// region is the region, or one without any line.
func (s Source) region() *questionnaire.Region {
	if s.Region == nil {
		return &questionnaire.Region{}
	}
	return s.Region
}

// told are the lines as they can stand on this paper, those in her language first.
// A discreet paper says neither whose a line about being hurt is nor what it is
// for; one that has only an address cannot stand there at all. Of its note there is what
// somebody has to dial.
func (s Source) told(lines []*questionnaire.HelpLine) []*questionnaire.HelpLine {
	var all []*questionnaire.HelpLine
	for _, l := range page.InHerLanguage(s.Words, lines) {
		switch {
		case !s.Discreet || !ofViolence(l.Kind):
			all = append(all, l)
		case l.Call != "" || l.Text != "":
			shown := *l
			shown.Name, shown.For, shown.URL, shown.Note = s.Words.Handout.Lines.Discreet, "", "", numbered(s.withNumbers(l))
			all = append(all, &shown)
		}
	}
	return all
}

// numbered are those sentences of a note that have a number: an option to choose, one to
// write to. They are part of how to reach the line, and tell nobody what it is for.
func numbered(note string) string {
	all := strings.SplitAfter(note, ". ")
	return strings.TrimSpace(strings.Join(slices.DeleteFunc(all, func(s string) bool { return !strings.ContainsAny(s, "0123456789") }), ""))
}

// withNumbers is a line's note in which a line that it names has its number: nobody finds
// that by the name. Where there is little room, or nobody else may read whose it is, the
// number stands in the place of the name. Those of a nation stand on the paper as lines of
// their own.
func (s Source) withNumbers(l *questionnaire.HelpLine) string {
	note := l.Note
	for _, o := range s.region().Lines {
		name := o.NamedIn(note)
		if name == "" || o.ID == l.ID || o.Call == "" || o.Nation != "" {
			continue
		}
		said := o.Call
		if !s.tight() && !s.Discreet {
			said = name + " (" + o.Call + ")"
		}
		note = strings.Replace(note, name, said, 1)
	}
	return note
}

// worse is what to do when it cannot wait.
func (s Source) worse() Block { return s.urgent(s.short(questionnaire.UrgentLines(s.region()))) }

// urgent is the card of the lines for when it cannot wait.
func (s Source) urgent(lines List) Block {
	if len(lines.Items) == 0 {
		lines = list(s.Words.Interrupt.EmergencyWord)
	}
	return Card{Heading: s.Words.Outcome.Worse, Manner: Urgent, Blocks: []Block{lines}}
}

// short is a list of lines, an item each: what a line is for, how to reach it,
// what there is to know before one calls, and at last whose it is. Lines for the
// same thing, such as those of the nations of a region, stand beneath it, and what
// is so for all of them is said once. When a number was checked is said of all
// lines together, where they stand; here only where nobody knows, or long ago.
func (s Source) short(lines []*questionnaire.HelpLine) List {
	all := List{Lines: true}
	told := s.told(lines)
	var ofAll []fact
	if s.tight() {
		ofAll = s.ofAll(told)
	}
	for from := 0; from < len(told); {
		to := from + 1
		for to < len(told) && page.LineOf(s.Words, told[to])[0].Text() == page.LineOf(s.Words, told[from])[0].Text() {
			to++
		}
		all.Items = append(all.Items, s.forOneThing(told[from:to], ofAll))
		from = to
	}
	if len(ofAll) > 0 {
		spans := plain(s.Words.Handout.Lines.OfAll)
		for _, f := range ofAll {
			spans = append(spans, f.after(between)...)
		}
		all.Items = append(all.Items, Item{Spans: spans})
	}
	return all
}

// tight tells a paper that has no other page for what does not fit: the guide, and the
// sheet, whose panels end at the folds. Its letters stay as large as on any other; it
// says less instead.
func (s Source) tight() bool { return s.Layout.Brief || s.Layout.Folded }

// asksAbove tells whether the line for danger to life says already how to ask for an
// interpreter.
func (s Source) asksAbove() bool {
	return slices.ContainsFunc(questionnaire.UrgentLines(s.region()), func(l *questionnaire.HelpLine) bool {
		return slices.ContainsFunc(page.LineOf(s.Words, l), func(b page.Block) bool { return strings.Contains(b.Text(), s.Words.Line.Interpreter) })
	})
}

// ofAll are the facts that several lines share, which are said once beneath them.
func (s Source) ofAll(lines []*questionnaire.HelpLine) []fact {
	if len(lines) < 2 {
		return nil
	}
	return s.shared(lines)
}

// shared are the facts that are so for each of the lines; how to reach one is its own.
func (s Source) shared(lines []*questionnaire.HelpLine) []fact {
	shared := s.facts(lines[0])
	for _, l := range lines[1:] {
		facts := s.facts(l)
		shared = slices.DeleteFunc(shared, func(f fact) bool { return !slices.Contains(facts, f) })
	}
	return shared
}

// brief is short for where somebody must stop reading and call: only lines with a
// number, without whose they are, and without the languages where hers comes
// first. Everything about each line stands at the end of the paper.
func (s Source) brief(lines []*questionnaire.HelpLine) List {
	var all []*questionnaire.HelpLine
	for _, l := range lines {
		if l.Call == "" && l.Text == "" {
			continue
		}
		bare := *l
		bare.Name = cmp.Or(l.For, l.Name)
		all = append(all, s.inHers(&bare))
	}
	return s.short(all)
}

// inHers is a line of which it need not be said that it is answered in her language:
// it is the first of its languages.
func (s Source) inHers(l *questionnaire.HelpLine) *questionnaire.HelpLine {
	if len(l.Languages) == 0 || l.Languages[0] != s.Words.Language {
		return l
	}
	bare := *l
	bare.Languages = nil
	return &bare
}

// forOneThing are the lines that are for the same thing, without what is said of more
// lines than these.
func (s Source) forOneThing(lines []*questionnaire.HelpLine, ofAll []fact) Item {
	item := Item{Spans: strong(page.LineOf(s.Words, lines[0])[0].Text())}
	shared := s.shared(lines)
	for _, f := range shared {
		if !slices.Contains(ofAll, f) {
			item.Spans = append(item.Spans, f.after(between)...)
		}
	}
	if len(lines) == 1 {
		return item
	}
	for _, l := range lines {
		var beneath Item
		for _, f := range s.facts(l) {
			if !slices.Contains(shared, f) {
				if s.tight() && s.asksAbove() {
					f.words, _, _ = strings.Cut(f.words, ". "+strings.TrimSuffix(s.Words.Line.Interpreter, "."))
				}
				lead := between
				if len(beneath.Spans) == 0 {
					lead = ""
				}
				beneath.Spans = append(beneath.Spans, f.after(lead)...)
			}
		}
		if len(beneath.Spans) > 0 {
			item.Items = append(item.Items, beneath)
		}
	}
	return item
}

// fact is one thing that is said of a line; how to reach it stands out.
type fact struct {
	words string
	way   bool
}

func (f fact) after(lead string) []questionnaire.Span {
	if f.way {
		return append(plain(lead), strong(f.words)...)
	}
	return plain(lead + f.words)
}

// between sets facts apart; it never begins a line.
const (
	apart   = "\u00a0·"
	between = apart + " "
)

// briefName is how many letters a name has that still stands on a tight paper. A longer
// one says again what the line is for, and takes the row of a number.
const briefName = 20

// facts are what is said of a line on few lines of paper, beside what it is for. That
// it is answered in her language goes without saying where that is the first; others,
// and interpreters, do not.
func (s Source) facts(l *questionnaire.HelpLine) []fact {
	var all []fact
	checked, also := page.Checked(s.Words, l), page.AlsoIn(s.Words, l)
	bare := *s.inHers(l)
	bare.Note = s.withNumbers(&bare)
	l = &bare
	for _, b := range without(page.LineOf(s.Words, l)[1:], page.Address) {
		if b.Manner == page.LineName && s.tight() && utf8.RuneCountInString(b.Text()) > briefName {
			continue
		}
		if also != "" && b.Manner != page.Number { // beside the number
			all = append(all, fact{words: strings.TrimSuffix(also, ".")})
			also = ""
		}
		if s.ageToTell(l) || !slices.Contains(checked, b.Text()) {
			all = append(all, fact{strings.TrimSuffix(b.Text(), "."), b.Manner == page.Number})
		}
	}
	return all
}

// local are the lines of the facilitator's own, below those of the region. Nothing says
// of what kind they are, so a discreet paper has only their numbers.
func (s Source) local() []Block {
	above, lines := page.LocalLines(s.Words, s.Questionnaire)
	if len(lines) == 0 {
		return nil
	}
	if s.Discreet {
		for i, l := range s.Questionnaire.Workshop.Local.Lines {
			lines[i] = strings.Join(page.Contacts(s.Words, l), between)
		}
	}
	return []Block{paragraph(above), list(lines...)}
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
		bare := *l
		bare.Note = s.withNumbers(l)
		blocks := page.LineOf(w, &bare)
		c := Card{Heading: blocks[0].Text(), Manner: Quiet, Blocks: s.laid(without(blocks[1:], page.LineName, page.LineAbout, page.Address))}
		var about []string
		for _, b := range without(blocks[1:], page.Number) {
			about = append(about, strings.TrimSuffix(b.Text(), "."))
		}
		if len(about) > 0 {
			c.Blocks = append(c.Blocks, Note{strings.Join(about, between)})
		}
		section.Blocks = append(section.Blocks, c)
	}
	section.Blocks = append(section.Blocks, s.local()...)
	section.Blocks = append(section.Blocks, paragraph(w.Line.Change))
	return section
}
