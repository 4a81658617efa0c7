package handout

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// What hangs in a room, or lies on its tables. Nothing here says what the evening is
// about: whoever comes in by another door sees numbers, stories and a list of chores.

// posterRows are the kinds of line that a poster shows, a row each, and where in
// that order somebody finds a number to write to.
var posterRows = []string{"emergency", "crisis", toText, "poison", "maternal", "violence"}

const toText = "text"

// Poster is a page for the wall, and one for the toilets, where nobody else sees what
// somebody copies: there the line for safety at home stands first.
func (s Source) Poster() *Document {
	r := &s.Words.Handout.Room
	s.Layout.Form = "poster"
	d := s.document(s.Words.Handout.Lines.Discreet)
	quiet := slices.Concat([]string{"violence"}, posterRows[:len(posterRows)-1])
	d.Sections = []Section{s.numbers(r.Wall, posterRows), s.numbers(r.Toilet, quiet)}
	d.Sections[1].NewPage = true
	return s.foreign(d)
}

// numbers are the rows of a poster, and when their numbers were checked.
func (s Source) numbers(heading string, kinds []string) Section {
	section := Section{Heading: heading}
	var shown []*questionnaire.HelpLine
	for _, kind := range kinds {
		if lines := s.forWall(kind, shown); len(lines) > 0 {
			if kind != toText {
				lines = s.named(lines)
			}
			section.Blocks = append(section.Blocks, s.row(kind, lines, shown))
			shown = append(shown, lines...)
		}
	}
	if len(shown) == 0 {
		return Section{Heading: heading, Blocks: []Block{paragraph(s.Words.Handout.Lines.None)}}
	}
	section.Blocks = append(section.Blocks, s.local()...)
	section.Blocks = append(section.Blocks, Note{s.Words.Interrupt.SendHelp + " " + s.linesChecked(shown)})
	return section
}

// forWall are the lines of a row: the first for the whole region, or where it has
// none those of its nations.
func (s Source) forWall(kind string, shown []*questionnaire.HelpLine) []*questionnaire.HelpLine {
	kinds := []string{kind}
	if kind == toText {
		kinds = []string{"crisis", "maternal", "violence"}
	}
	var nations []*questionnaire.HelpLine
	for _, l := range page.InHerLanguage(s.Words, s.region().LinesOf(kinds...)) {
		number := l.Call
		if kind == toText {
			number = l.Text
		}
		switch {
		case number == "" || kind != toText && slices.Contains(shown, l):
		case l.Nation == "":
			return []*questionnaire.HelpLine{l}
		case !slices.ContainsFunc(nations, func(o *questionnaire.HelpLine) bool { return o.Nation == l.Nation }):
			nations = append(nations, l)
		}
	}
	return nations
}

// row is what the lines are for, the number as large as there is room, and beneath it
// hours, nation, how it answers and whose it is. Of several lines each has what is its
// own, and what is so for all of them is said once, at last.
func (s Source) row(kind string, lines, shown []*questionnaire.HelpLine) Block {
	c := Card{Heading: cmp.Or(lines[0].For, lines[0].Name), Manner: Quiet}
	several := len(lines) > 1
	var numbers []string
	var about [][]string
	for _, l := range lines {
		bare := *l
		said := l.Call
		if kind == toText {
			bare.Call = ""
			said = strings.Join(page.Contacts(s.Words, &bare), " · ")
		} else {
			bare.Text = ""
		}
		if several { // what they are for and the nation tell whose they are
			bare.Name, bare.Nation = cmp.Or(l.For, l.Name), ""
		}
		var facts []string
		for _, f := range s.facts(&bare) {
			if !f.way {
				facts = append(facts, f.words)
			}
		}
		if kind == toText && slices.Contains(shown, l) { // the rest stands beside its number
			facts = []string{l.Hours}
		}
		numbers, about = append(numbers, said), append(about, facts)
	}
	shared := slices.Clone(about[0])
	for _, of := range about[1:] {
		shared = slices.DeleteFunc(shared, func(f string) bool { return !slices.Contains(of, f) })
	}
	for i, l := range lines {
		own := about[i]
		if several {
			own = slices.DeleteFunc(own, func(f string) bool { return slices.Contains(shared, f) })
			what := cmp.Or(l.For, l.Name)
			if what == c.Heading {
				what = ""
			}
			own = slices.DeleteFunc(append([]string{l.Nation, what}, own...), func(f string) bool { return f == "" })
		}
		c.Blocks = append(c.Blocks, Number{Words: numbers[i], About: strings.Join(own, between), Several: several})
	}
	if several && len(shared) > 0 {
		c.Blocks = append(c.Blocks, Note{strings.Join(shared, between)})
	}
	return c
}

// stripRows are what stands above the strips, and stripsInAll how many there are.
var stripRows = []string{"emergency", "crisis", "violence"}

const stripsInAll = 10

// Strips are numbers to tear off, upright along the edge of the page. Each is a number, how
// it answers, and words that tell nobody what it is for; the kinds take turns, so that
// somebody may take the one for safety at home unseen.
func (s Source) Strips() *Document {
	r := &s.Words.Handout.Room
	s.Layout.Form = "strips"
	d := s.document(s.Words.Handout.Lines.Discreet)
	section := s.numbers(r.Take, stripRows)
	var off []*questionnaire.HelpLine
	for _, kind := range []string{"crisis", "violence"} {
		off = append(off, s.forWall(kind, nil)...)
	}
	if len(off) > 0 {
		strips := List{Strips: true}
		for i := range stripsInAll {
			l := off[i%len(off)]
			words := []string{s.Words.Handout.Lines.Discreet}
			if l.Nation != "" {
				words = append(words, l.Nation)
			}
			words = append(words, s.besideNumber(l)...)
			strips.Items = append(strips.Items, Item{Spans: append(strong(l.Call), plain(between+strings.Join(words, between))...)})
		}
		section.Blocks = append(section.Blocks, strips)
	}
	d.Sections = []Section{section}
	return s.foreign(d)
}

// besideNumber is what whoever has only the number of a line needs to be answered: where to
// write instead, when nobody answers, the language where hers is not among them, and what to
// dial. Nothing of it says what the line is for.
func (s Source) besideNumber(l *questionnaire.HelpLine) []string {
	s.Discreet = true
	var words []string
	if l.Text != "" {
		words = page.Contacts(s.Words, &questionnaire.HelpLine{Text: l.Text, TextWord: l.TextWord})
	}
	if !l.Open.Always {
		words = append(words, l.Hours)
	}
	if !slices.Contains(l.Languages, s.Words.Language) {
		words = append(words, page.Access(s.Words, &questionnaire.HelpLine{Languages: l.Languages})...)
	}
	words = append(words, numbered(s.withNumbers(l)))
	for i := range words {
		words[i] = strings.TrimSuffix(words[i], ".")
	}
	return slices.DeleteFunc(words, func(said string) bool { return said == "" })
}

// cardsOnASheet stand one above the other, with a line between to cut along.
const cardsOnASheet = 2

// gentlest is the ceiling of the cards where no other is asked for: what lies on
// a table is read by whoever sits down there.
const gentlest = 2

// Cards are the stories for small groups, without where they lead: on one side the
// story, behind it three questions. Sheets are printed on both sides.
func (s Source) Cards() *Document {
	if s.Questionnaire.Workshop == nil {
		return nil
	}
	r := &s.Words.Handout.Room
	s.Layout.Form = "cards"
	d := s.document(r.Cards)
	stories := slices.Concat(s.Stories...)
	if len(stories) == 0 {
		stories = workshop.Choose(s.Questionnaire, workshop.Wish{Tenderness: cmp.Or(s.Tenderness, gentlest)})
	}
	for some := range slices.Chunk(stories, cardsOnASheet) {
		front := Section{Heading: r.Front, NewPage: len(d.Sections) > 0}
		back := Section{Heading: r.Back, NewPage: true}
		for _, v := range some {
			front.Blocks = append(front.Blocks, Card{Heading: page.StoryName(v), Blocks: []Block{paragraph(v.Story)}})
			back.Blocks = append(back.Blocks, Card{Heading: page.StoryName(v), Blocks: []Block{list(v.Discuss...), paragraph(r.NotYou)}})
		}
		d.Sections = append(d.Sections, front, back)
	}
	return s.foreign(d)
}

// slipsOnASheet is how many slips are cut from one sheet.
const slipsOnASheet = 4

// Slip is what a group is asked when it goes: three questions, no names.
func (s Source) Slip() *Document {
	r := &s.Words.Handout.Room
	s.Layout.Form = "slips"
	d := s.document(r.Slip)
	section := Section{Heading: r.Cut, Columns: true}
	for range slipsOnASheet {
		answers := list(r.SlipAnswers...)
		answers.Boxes = true
		section.Blocks = append(section.Blocks, Card{Heading: r.SlipOf, Blocks: []Block{
			paragraph(r.SlipAsk), answers, Blank{Label: r.SlipMuch, Lines: 2}, Blank{Label: r.SlipBetter, Lines: 2}, Note{r.SlipFoot},
		}})
	}
	d.Sections = []Section{section}
	if said := page.Foreign(s.Words, s.Questionnaire.Foreign); said != "" {
		d.Sections = slices.Insert(d.Sections, 0, Section{Blocks: []Block{paragraph(said)}}) // above what is cut
	}
	return d
}

// Checklist is for the two who lead: before, what to bring, afterwards. With copies it
// says how many sheets of each paper.
func (s Source) Checklist() *Document {
	r := &s.Words.Handout.Room
	d := s.document(r.Checklist)
	boxes := func(lines []string) Block {
		l := list(lines...)
		l.Boxes = true
		return l
	}
	bring := slices.Clone(r.Bring)
	if s.Copies > 0 {
		for _, c := range s.toPrint() {
			bring = append(bring, wording.Fill(r.Count, "n", strconv.Itoa(c.copies), "paper", cmp.Or(c.called, c.of.Title)))
		}
	}
	d.Sections = []Section{
		{Heading: r.BeforeDay, Blocks: []Block{boxes(r.Before)}},
		{Heading: r.ToBring, Blocks: []Block{boxes(bring)}},
		{Heading: r.AfterDay, Blocks: []Block{boxes(r.After)}},
	}
	return s.foreign(d)
}

// PlanSheet is the plan of so many minutes for whoever leads, with the stories that
// the program would tell, and when each part begins. Without such a plan it is nil.
func (s Source) PlanSheet(minutes int) *Document {
	plan := s.Plan(minutes)
	if plan == nil {
		return nil
	}
	n, r := &s.Words.Handout.Notes, &s.Words.Handout.Room
	s.Layout.Form = "plan"
	d := s.document(wording.Fill(n.Plan, "title", plan.Title, "minutes", strconv.Itoa(plan.Minutes)))
	session := workshop.Lead(s.Questionnaire, plan, workshop.Wish{Tenderness: s.Tenderness, Start: s.Start}, s.Stories...)
	t := Table{Head: []string{r.Clock, n.Step, n.Minutes, n.Do}}
	for i, step := range plan.Steps {
		part := step.Title
		for i, v := range session.StoriesOf(step) {
			part += [...]string{": ", " + "}[min(i, 1)] + page.StoryName(v) + ". " + strings.TrimSuffix(n.Tenderness[workshop.Tenderness(v)-1], ".")
		}
		t.Rows = append(t.Rows, []string{page.PartBegins(s.Words, session, i), part, strconv.Itoa(step.Minutes), doing(step)})
	}
	d.Sections = []Section{{Heading: r.Times, Blocks: []Block{t}}}
	return s.foreign(d)
}

// Plan is the plan of so many minutes, or the first for none; nil where there is none.
func (s Source) Plan(minutes int) *questionnaire.Plan {
	w := s.Questionnaire.Workshop
	if w == nil {
		return nil
	}
	i := slices.IndexFunc(w.Plans, func(p *questionnaire.Plan) bool { return minutes == 0 || p.Minutes == minutes })
	if i < 0 {
		return nil
	}
	return w.Plans[i]
}
