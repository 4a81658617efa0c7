package handout

import (
	"slices"
	"strconv"
	"time"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// receipt says what a paper is worth. The long one says to whom the promises lead
// that are kept; the short one counts them.
func (s Source) receipt(long bool) Section {
	r := &s.Words.Handout.Receipt
	q := s.Questionnaire
	section := Section{Heading: r.Heading, Fine: true}
	say := func(text string, pairs ...string) {
		section.Blocks = append(section.Blocks, paragraph(wording.Fill(text, pairs...)))
	}
	say(r.From, "title", q.Title, "id", q.ID, "version", q.Version, "program", s.Program)
	say(page.Reviewed(s.Words, q))
	say(s.textsChecked())
	if long {
		say(s.linesChecked(s.region().Lines))
	}
	kept, broken := s.promises()
	section.Blocks = append(section.Blocks, paragraph(s.Words.Count(r.Proved, len(kept))))
	if general := s.general(); len(general.Items) > 0 {
		section.Blocks = append(section.Blocks, general)
	}
	if len(broken) > 0 {
		section.Blocks = append(section.Blocks, Card{Heading: s.Words.Count(r.Broken, len(broken)), Manner: Urgent, Blocks: []Block{named(broken)}})
	}
	if long {
		say(r.Limits)
	}
	if long && len(kept) > 0 {
		section.Blocks = append(section.Blocks, s.which(kept)...)
	}
	return section
}

// which says to whom the promises lead that are kept. Their names are their
// author's words, hundreds of them, and say nothing to whoever holds a paper.
func (s Source) which(kept []*questionnaire.Promise) []Block {
	r := &s.Words.Handout.Receipt
	l := List{Dense: true}
	count := func(text string, who *questionnaire.Clinician, name string) {
		n := 0
		for _, p := range kept {
			if p.Then.LeadsTo() == who {
				n++
			}
		}
		if n > 0 {
			l.Items = append(l.Items, Item{Spans: plain(wording.Fill(text, "who", name, "n", strconv.Itoa(n)))})
		}
	}
	for _, who := range s.Questionnaire.Clinicians {
		count(r.PromisesTo, who, who.Name)
	}
	count(r.PromisesOther, nil, "")
	return []Block{paragraph(r.PromisesWhom), l, paragraph(r.PromisesWhere)}
}

// general are the statements about everybody that need no promise.
func (s Source) general() List {
	r := &s.Words.Handout.Receipt
	l := List{}
	for _, fact := range []struct{ check, text string }{
		{"empty-handed", r.NobodyEmpty}, {"unknown-is-safer", r.UnsureSafe},
	} {
		if !slices.ContainsFunc(s.Findings, func(f questionnaire.Finding) bool {
			return slices.Contains([]string{fact.check, "undecided", "internal"}, f.Check.ID())
		}) {
			l.Items = append(l.Items, Item{Spans: plain(fact.text)})
		}
	}
	return l
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
