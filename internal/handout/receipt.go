package handout

import (
	"slices"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// detail is how much a receipt says.
type detail uint8

const (
	least detail = iota // where there is hardly room
	short               // in one paragraph
	usual
	full // with promises in plain words, for a clinician
)

// receipt says how what stands on a paper was checked.
func (s Source) receipt(d detail) Section {
	r := &s.Words.Handout.Receipt
	q := s.Questionnaire
	section := Section{Heading: r.Heading, Fine: d < full}
	var said []string
	say := func(texts ...string) {
		texts = slices.DeleteFunc(texts, func(t string) bool { return t == "" })
		said = append(said, strings.Join(texts, " "))
	}
	kept, broken := s.promises()
	proved := s.Words.Count(r.Proved, len(kept))
	from := wording.Fill(r.From, "title", q.Title, "id", q.ID, "version", q.Version, "program", s.Program)
	switch d {
	case least:
		say(wording.Fill(r.Version, "title", q.Title, "version", q.Version), page.Reviewed(s.Words, q), s.textsChecked())
	case short:
		say(from, page.Reviewed(s.Words, q), s.textsChecked(), proved, r.Limits)
	case usual:
		say(from)
		say(page.Reviewed(s.Words, q))
		say(s.textsChecked())
		say(s.linesChecked(s.region().Lines), s.oldRecords())
		say(proved)
	case full: // a clinician looks for one of these, and reads the others another time
		say(s.made())
		say(from)
		say(append([]string{page.Reviewed(s.Words, q)}, s.reviewers()...)...)
		say(s.textsChecked(), s.linesChecked(s.region().Lines), s.oldRecords(), s.readAgain())
		say(append([]string{proved}, s.general()...)...)
	}
	if d == full {
		section.Blocks = []Block{list(said...)}
	} else {
		for _, text := range said {
			section.Blocks = append(section.Blocks, paragraph(text))
		}
	}
	if len(broken) > 0 {
		section.Blocks = append(section.Blocks, s.broken(broken))
	}
	if general := s.general(); d == usual && len(general) > 0 {
		section.Blocks = append(section.Blocks, list(general...))
	}
	switch d {
	case usual:
		section.Blocks = append(section.Blocks, paragraph(r.Limits))
	case full:
		section.Blocks = append(section.Blocks, paragraph(r.Differs+" "+r.Limits), Blank{Label: r.Printed})
	}
	return section
}

// broken counts the promises that are not kept. Their names are their author's words
// and say nothing to whoever holds a paper, except to a reviewer.
func (s Source) broken(broken []*questionnaire.Promise) Block {
	c := Card{Heading: s.Words.Count(s.Words.Handout.Receipt.Broken, len(broken)), Manner: Urgent}
	if s.Names {
		c.Blocks = []Block{named(broken)}
	} else {
		c.Blocks = []Block{paragraph(s.Words.Handout.Receipt.Where)}
	}
	return c
}

// plainly is a table of the promises whose author says in plain words of whom they
// are promised: whom she is led to, and how soon. One that is not kept says so.
func (s Source) plainly() Section {
	r := &s.Words.Handout.Receipt
	_, broken := s.promises()
	section := Section{Heading: r.Some}
	t := Table{Head: []string{r.Whoever, r.LedTo}}
	if s.Names {
		t.Head = append(t.Head, r.Promise)
	}
	for _, p := range s.Questionnaire.Promises {
		if p.Whoever == "" || len(p.Then.Conversations) == 0 {
			continue
		}
		who := page.SentenceCase(p.Whoever)
		if slices.Contains(broken, p) {
			who = wording.Fill(r.NotKept, "who", p.Whoever)
		}
		for _, c := range p.Then.Conversations {
			row := []string{who, wording.Fill(r.Soon, "soon", page.Urgent(s.Words, c.Urgency), "who", s.anyOf(c))}
			if s.Names {
				row = append(row, p.ID)
			}
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Rows) == 0 {
		return section
	}
	section.Blocks = []Block{t, paragraph(r.Where)}
	return section
}

// anyOf are the people of whom each can keep what is promised, as her screen calls them.
func (s Source) anyOf(c questionnaire.ExpectedConversation) string {
	said := c.AnyOf[0].In(s.Region).Name
	for _, who := range c.AnyOf[1:] {
		said = wording.Fill(s.Words.Handout.Receipt.OrElse, "one", said, "other", who.In(s.Region).Name)
	}
	return said
}

// Receipt is for a clinician whose patient may bring a paper: what this is, what it
// never does, what to ask her first, and how it was checked, with the promises.
func (s Source) Receipt() *Document {
	s.Layout.Brief = true
	c := &s.Words.Handout.Clinician
	d := s.document(c.Title)
	about := Section{Heading: s.Questionnaire.Title, Blocks: []Block{paragraph(wording.Fill(c.What, "title", s.Questionnaire.Title)), Paragraph{strong(c.Never)}, list(c.Nevers...)}}
	checked := s.receipt(full)
	first := Section{Heading: c.AskFirst}
	for _, words := range c.Asks {
		first.Blocks = append(first.Blocks, Quote{words})
	}
	// The first page is all that she needs; the promises one by one are on another.
	promises := s.plainly()
	promises.NewPage = true
	d.Sections = append(d.Sections, about, first, checked, s.restsOn(), promises)
	return s.foreign(withoutEmpty(d))
}

// restsOn are the sources of the texts that stand on her paper, each once, by title and year
// and with how much of it was read. Their addresses stand with the texts.
func (s Source) restsOn() Section {
	section := Section{Heading: s.Words.Handout.Receipt.Sources, Fine: true}
	var titles []string
	for _, e := range s.texts() {
		for _, source := range e.Sources {
			if title := page.SourceTitle(s.Words, source); !slices.Contains(titles, title) {
				titles = append(titles, title)
			}
		}
	}
	if len(titles) > 0 {
		section.Blocks = []Block{paragraph(strings.Join(titles, " "))}
	}
	return section
}

// general are the statements about everybody that need no promise.
func (s Source) general() []string {
	r := &s.Words.Handout.Receipt
	var all []string
	for _, fact := range []struct{ check, text string }{
		{"empty-handed", r.NobodyEmpty}, {"unknown-is-safer", r.UnsureSafe},
	} {
		if !slices.ContainsFunc(s.Findings, func(f questionnaire.Finding) bool {
			return slices.Contains([]string{fact.check, "undecided", "internal"}, f.Check.ID())
		}) {
			all = append(all, fact.text)
		}
	}
	return all
}

// promises are those that hold for every possible person, and the others: broken,
// or not decided, which is no better.
func (s Source) promises() (kept, broken []*questionnaire.Promise) {
	for _, p := range s.Questionnaire.Promises {
		if slices.ContainsFunc(s.Findings, func(f questionnaire.Finding) bool { return f.About == p.Subject() }) {
			broken = append(broken, p)
		} else {
			kept = append(kept, p)
		}
	}
	return kept, broken
}

func named(promises []*questionnaire.Promise) List {
	l := List{Dense: true}
	for _, p := range promises {
		l.Items = append(l.Items, Item{Spans: plain(p.ID)})
	}
	return l
}

// textsChecked is when the sources of the texts were read.
func (s Source) textsChecked() string {
	var days []time.Time
	for _, e := range s.Questionnaire.Education {
		days = append(days, e.Checked)
	}
	r := &s.Words.Handout.Receipt
	return s.between(r.Texts, r.TextsOneDay, r.TextsNever, days)
}

// linesChecked is when the numbers were.
func (s Source) linesChecked(lines []*questionnaire.HelpLine) string {
	var days []time.Time
	for _, l := range lines {
		if l.Call != "" || l.Text != "" {
			days = append(days, l.Checked)
		}
	}
	r := &s.Words.Handout.Receipt
	return s.between(r.Numbers, r.NumbersOneDay, r.NumbersNever, days)
}

// between is the oldest and the newest day, and how many things have none.
func (s Source) between(text, oneDay string, never wording.Plural, days []time.Time) string {
	dated := slices.DeleteFunc(slices.Clone(days), time.Time.IsZero)
	said := ""
	if len(dated) > 0 {
		oldest, newest := slices.MinFunc(dated, time.Time.Compare), slices.MaxFunc(dated, time.Time.Compare)
		if oldest.Equal(newest) {
			text = oneDay
		}
		said = wording.Fill(text, "oldest", page.Day(s.Words, oldest), "newest", page.Day(s.Words, newest))
	}
	if undated := len(days) - len(dated); undated > 0 {
		if said != "" {
			said += " "
		}
		said += s.Words.Count(never, undated)
	}
	return said
}
