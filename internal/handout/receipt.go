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
	say := func(text string, pairs ...string) { said = append(said, wording.Fill(text, pairs...)) }
	if d == full {
		say(s.made())
	}
	if d == least {
		say(r.Version, "title", q.Title, "version", q.Version)
	} else {
		say(r.From, "title", q.Title, "id", q.ID, "version", q.Version, "program", s.Program)
	}
	say(page.Reviewed(s.Words, q))
	if d == full {
		said = append(said, s.reviewers()...)
	}
	say(s.textsChecked())
	if d > short {
		say(s.linesChecked(s.region().Lines))
		if old := s.oldRecords(); old != "" {
			say(old)
		}
	}
	if d == full {
		say(s.readAgain())
	}
	kept, broken := s.promises()
	if d > least {
		say(s.Words.Count(r.Proved, len(kept)))
	}
	if d == short {
		say(r.Limits)
	}
	if d != usual {
		said = []string{strings.Join(said, " ")}
	}
	for _, text := range said {
		section.Blocks = append(section.Blocks, paragraph(text))
	}
	if len(broken) > 0 {
		section.Blocks = append(section.Blocks, s.broken(broken))
	}
	if d <= short {
		return section
	}
	if general := s.general(); len(general) > 0 {
		section.Blocks = append(section.Blocks, list(general...))
	}
	limits := r.Limits
	if d == full {
		limits = r.Differs + " " + limits
	}
	section.Blocks = append(section.Blocks, paragraph(limits))
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
	section.Blocks = []Block{t, Blank{Label: r.Where + " " + r.Printed}}
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
	d.Sections = append(d.Sections, about, first, checked, s.plainly(), s.restsOn(true))
	return s.foreign(withoutEmpty(d))
}

// restsOn are the sources of the texts that stand on her paper, each once: for whoever
// looks them up, or briefly, by title and year, for whoever wants to know what they are.
func (s Source) restsOn(briefly bool) Section {
	section := Section{Heading: s.Words.Handout.Receipt.Sources, Fine: true}
	var seen []*questionnaire.Source
	for _, e := range s.texts() {
		for _, source := range e.Sources {
			if slices.Contains(seen, source) {
				continue
			}
			seen = append(seen, source)
			told := page.Source
			if briefly {
				told = page.SourceTitle
			}
			section.Blocks = append(section.Blocks, Note{told(s.Words, source)})
		}
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
