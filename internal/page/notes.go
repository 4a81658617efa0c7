package page

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// Notes are the facilitator's, for the page that is on the wall and for what
// may happen beside it; never for the wall. spent is how long the present part
// of the plan has lasted, and the whole.
func Notes(w *wording.Words, q *questionnaire.Questionnaire, region *questionnaire.Region, s workshop.Session, spent Spent) []Page {
	pages := []Page{notesHere(w, q, s, spent)}
	if s.Plan() != nil {
		pages = append(pages, notesPlan(w, s))
	}
	if said := notesSaid(w, q); len(said.Blocks) > 1 {
		pages = append(pages, said)
	}
	for _, beside := range Beside(w, q, region) {
		if len(beside.Blocks) > 1 {
			pages = append(pages, beside)
		}
	}
	return pages
}

// Beside are the notes on what may happen beside the wall, in this order: somebody
// is in distress, somebody tells something of her own, the law, the laptop. One
// of which the questionnaire says nothing has its title alone. The steps in distress
// begin with the two numbers of a region that the hand wants first. Each step has those
// that it calls, and the others stand at the end, so that nobody has to look for them then.
func Beside(w *wording.Words, q *questionnaire.Questionnaire, region *questionnaire.Region) []Page {
	n := w.Workshop.Notes
	distress := newNote(w, n.Distress)
	if region != nil && len(q.Workshop.Distress) > 0 {
		lines := questionnaire.AlwaysLines(region) // danger to life, and a crisis, are the first of them
		for _, l := range lines[:min(2, len(lines))] {
			distress.note(Strong, reached(w, l))
			distress.note(Text, Access(w, l)...)
		}
	}
	var called []*questionnaire.HelpLine
	for _, d := range q.Workshop.Distress {
		distress.note(Loud, d.Title)
		distress.noteText(Text, d.Do)
		if region == nil {
			continue
		}
		for _, l := range without(region.LinesOf(d.Lines...), called) {
			distress.note(Item, toldOnWall(w, l))
			called = append(called, l)
		}
	}
	if region != nil && len(q.Workshop.Distress) > 0 {
		distress.note(Loud, w.Outcome.Lines+": "+region.Name)
		for _, l := range without(wallLines(region, workshop.Step{}), called) {
			distress.note(Item, toldOnWall(w, l))
		}
		distress.local(distress.note, q)
	}
	telling := newNote(w, n.Telling)
	for _, d := range q.Workshop.Disclosures {
		telling.note(Loud, d.What)
		telling.note(Text, n.WeDo)
		telling.noteText(Item, d.WeDo)
		telling.note(Text, n.WeDoNot)
		telling.noteText(Item, d.WeDoNot)
	}
	law := newNote(w, n.Reporting)
	law.note(Quote, q.Workshop.ReportingSentence)
	laptop := newNote(w, n.Laptop)
	for _, list := range []struct {
		page  *maker
		lines []*questionnaire.Saying
	}{{law, q.Workshop.Reporting}, {laptop, q.Workshop.Laptop}} {
		for _, l := range list.lines {
			list.page.note(Item, l.Say)
		}
	}
	return []Page{distress.Page, telling.Page, law.Page, laptop.Page}
}

// Spent is how long something has lasted.
type Spent struct{ Part, All time.Duration }

// NoteOn is the number of the note about something, such as distress; of the first where
// there is none.
func NoteOn(about string, notes []Page) int {
	return max(0, slices.IndexFunc(notes, func(p Page) bool { return p.Place == about }))
}

// notesHere is about the page that is on the wall.
func notesHere(w *wording.Words, q *questionnaire.Questionnaire, s workshop.Session, spent Spent) Page {
	n, step := w.Workshop.Notes, s.Step()
	p := newNote(w, n.Here)
	p.where(s, spent)
	if next := begun(w, q, s); next != "" {
		p.note(Text, wording.Fill(n.Next, "page", glance(next)))
	}
	if part := step.Plan; part != nil {
		p.noteText(Text, part.Do)
	}
	p.quoted(n.Aloud, toSay(q, step)...)
	p.quoted(n.MoveOn, toMoveOn(q, step)...)
	if v := step.Vignette; v != nil {
		p.note(Loud, wording.Fill(n.Story, "title", storyTitle(v), "tenderness", Tenderness(w, v)))
		p.note(Text, v.Point)
		for i, meets := range v.IfTheySay {
			if i == 0 {
				p.note(Text, n.IfTheySay)
			}
			p.note(Item, meets)
		}
		p.note(Text, n.Outcome)
		said := workshop.SaidBy(q, v)
		plan, hers := said.Plan(nil), Hers(w, said)
		for _, s := range plan.Steps {
			p.note(Item, s.Clinician.Name+": "+Urgent(hers, s.Urgency))
		}
		for i, who := range workshop.AlsoPossible(plan) {
			if i == 0 {
				p.note(Text, n.Possible)
			}
			p.note(Item, who.Name)
		}
	}
	return p.Page
}

// where says which page is on the wall, and how long it has taken to come to it. While
// time is left there is no hurry; after that a story goes to its talk.
func (m *maker) where(s workshop.Session, spent Spent) {
	n := m.w.Workshop.Notes
	place, all := s.Place()
	here := wording.Fill(n.Page, "n", strconv.Itoa(place), "all", strconv.Itoa(all))
	part := s.Step().Plan
	if part == nil {
		m.note(Text, here)
		return
	}
	number, parts := s.Part()
	// In one row: what is on the wall has to begin above the end of a small screen.
	m.note(Loud, here+" "+wording.Fill(n.Part, "title", part.Title, "n", strconv.Itoa(number+1), "all", strconv.Itoa(parts)))
	if from := s.Begins(number); from != 0 {
		m.note(Text, wording.Fill(n.Clock, "from", from.String(), "to", s.Begins(number+1).String()))
	}
	so := n.Timer
	if s.Step().Vignette != nil && spent.Part >= time.Duration(part.Minutes)*time.Minute {
		so = n.Over
	}
	m.note(Text, timer(so, spent.Part, part.Minutes)+" "+timer(n.Whole, spent.All, s.Plan().Minutes))
}

// begun is the first line of the page that comes next; "" where none does.
func begun(w *wording.Words, q *questionnaire.Questionnaire, s workshop.Session) string {
	if s.Last() {
		return ""
	}
	next := Wall(w, s.Next(), q, &questionnaire.Region{})
	for _, b := range slices.Backward(next.Blocks) {
		if s.Next().Reveals && b.Manner != Text {
			return b.Text()
		}
	}
	for _, b := range next.Blocks {
		if b.Manner != Heading {
			return b.Text()
		}
	}
	return next.Blocks[0].Text()
}

// glance is the beginning of a text: enough to know it again.
func glance(text string) string {
	const letters = 60
	cut := ""
	for i, word := range strings.Fields(text) {
		if i > 0 && utf8.RuneCountInString(cut+word) > letters {
			return cut + " …"
		}
		cut = strings.TrimSpace(cut + " " + word)
	}
	return cut
}

func timer(text string, spent time.Duration, minutes int) string {
	return wording.Fill(text, "spent", strconv.Itoa(int(spent.Minutes())), "minutes", strconv.Itoa(minutes))
}

// toSay are a facilitator's words for the page that is on the wall: those of the kind
// of page, else those of its story, else those of the part of the plan.
func toSay(q *questionnaire.Questionnaire, step workshop.Step) []string {
	if v := step.Vignette; v != nil && v.Say != "" && moment(step) == questionnaire.ShowVignette.String() {
		return []string{v.Say}
	}
	return saidAt(moment(step), q.Workshop.Say)
}

// toMoveOn are her words to lead on: from a story only once the room has talked about it.
func toMoveOn(q *questionnaire.Questionnaire, step workshop.Step) []string {
	if v := step.Vignette; v != nil {
		switch {
		case step.Kind != workshop.Discuss:
			return nil
		case v.MoveOn != "":
			return []string{v.MoveOn}
		}
	}
	return saidAt(moment(step), q.Workshop.MoveOn)
}

// moment is what her words for a page are called.
func moment(step workshop.Step) string {
	switch {
	case step.Kind == workshop.Title && workshop.Tenderness(step.Vignette) > 1:
		return "tender"
	case step.Kind == workshop.Numbers && step.Plan == nil:
		return "end"
	case step.Kind == workshop.Part && step.Choice != nil:
		return "groups"
	case step.Kind == workshop.Vote:
		return "vote"
	case step.Kind == workshop.Point:
		return "go-on"
	case step.Plan != nil:
		return step.Plan.Show.String()
	case step.Vignette != nil:
		return questionnaire.ShowVignette.String()
	}
	return ""
}

func saidAt(moment string, all []*questionnaire.Saying) []string {
	for _, s := range all {
		if s.ID == moment {
			return []string{s.Say}
		}
	}
	return nil
}

// quoted adds words to say aloud, under what they are for.
func (m *maker) quoted(what string, words ...string) {
	if len(words) > 0 {
		m.note(Text, what)
		m.note(Quote, words...)
	}
}

// notesSaid is what groups usually say, and how to meet it.
func notesSaid(w *wording.Words, q *questionnaire.Questionnaire) Page {
	p := newNote(w, w.Workshop.Notes.IfTheySay)
	for _, s := range q.Workshop.IfTheySay {
		p.note(Item, s.Say)
	}
	return p.Page
}

// notesPlan is the plan with its minutes; each part leads there.
func notesPlan(w *wording.Words, s workshop.Session) Page {
	n := w.Workshop.Notes
	p := newNote(w, n.Plan)
	for i := range s.Plan().Steps {
		p.choose(&Choice{Label: planPart(w, s, i), Opens: Going{i}})
	}
	p.gap()
	p.choose(&Choice{Label: n.List, Opens: Listing{}})
	p.Reading = true
	return p.Page
}

// Live is what stands on a terminal of the facilitator's own, beside the wall: where she
// is, what she can say, what comes next, and what everybody sees. It is to be taken in at a
// glance; what is last may be cut off, and stands on the wall. shown is what is on
// the wall, such as the agreements in the middle of a story.
func Live(w *wording.Words, q *questionnaire.Questionnaire, region *questionnaire.Region, shown, s workshop.Session, spent Spent, dark bool) Page {
	n, step := w.Workshop.Notes, shown.Step()
	p := newMaker(w, NotesPage, n.Heading)
	p.Begin = NoChoice
	p.where(s, spent)
	if said := toSay(q, step); len(said) > 0 {
		p.gap()
		p.quoted(n.Aloud, said...)
		p.quoted(n.MoveOn, toMoveOn(q, step)...)
	}
	if v := step.Vignette; v != nil && len(v.IfTheySay) > 0 {
		p.note(Text, n.IfTheySay)
		p.note(Item, v.IfTheySay...)
	}
	if next := begun(w, q, shown); next != "" {
		p.gap()
		p.note(Text, wording.Fill(n.Next, "page", glance(next)))
	}
	if dark { // nobody sees the page, and the next key, unless it is one of the notes', brings it back
		p.gap()
		p.note(Strong, n.Dark)
	} else {
		p.note(Strong, n.Wall)
	}
	for _, b := range Wall(w, step, q, region).Blocks {
		as := Text
		if b.Manner == Numbered || b.Manner == Item {
			as = Item
		}
		p.note(as, b.Text())
	}
	return p.Page
}

// planPart is a part of a plan in a line: when, how long, what, and which story.
func planPart(w *wording.Words, s workshop.Session, number int) string {
	part := s.Plan().Steps[number]
	title := part.Title
	for i, v := range s.StoriesOf(part) {
		title += [...]string{": ", " + "}[min(i, 1)] + storyTitle(v)
	}
	line := wording.Fill(w.Workshop.Notes.PlanPart, "minutes", strconv.Itoa(part.Minutes), "title", title)
	if at := s.Begins(number); at != 0 {
		line = at.String() + "  " + line
	}
	return line
}

// PartBegins is when a part of the plan begins: by the clock, or where nobody said when
// the plan does, so many minutes after it.
func PartBegins(w *wording.Words, s workshop.Session, number int) string {
	if at := s.Begins(number); at != 0 {
		return at.String()
	}
	return wording.Fill(w.Workshop.Notes.Offset, "n", strconv.Itoa(s.MinutesBefore(number)))
}

// PlanOnPaper is a plan in lines, for the day before: its parts with their times, its
// stories with how tender they are, and what to bring.
func PlanOnPaper(w *wording.Words, s workshop.Session) []string {
	n, plan := w.Workshop.Notes, s.Plan()
	lines := []string{PlanName(w, plan)}
	if from := s.Begins(0); from != 0 {
		lines = append(lines, wording.Fill(n.Clock, "from", from.String(), "to", s.Begins(len(plan.Steps)).String()))
	}
	lines = append(lines, "")
	for i, part := range plan.Steps {
		line := strconv.Itoa(i+1) + ". " + planPart(w, s, i)
		if s.Begins(i) == 0 {
			line = strconv.Itoa(i+1) + ". " + PartBegins(w, s, i) + "  " + planPart(w, s, i)
		}
		var tender []string
		for _, v := range s.StoriesOf(part) {
			tender = append(tender, Tenderness(w, v))
		}
		if tender != nil {
			line += " (" + strings.Join(tender, ", ") + ")"
		}
		lines = append(lines, line)
	}
	lines = append(lines, "", n.Bring)
	for _, b := range n.ToBring {
		lines = append(lines, "- "+b)
	}
	return lines
}

// newNote begins a page of notes. Its place is what it is about.
func newNote(w *wording.Words, about string) *maker {
	m := newMaker(w, NotesPage, about)
	m.add(Title, about)
	m.gap()
	return m
}

// note adds texts; what is loud begins a part.
func (m *maker) note(manner Manner, texts ...string) {
	for _, t := range texts {
		if manner == Loud {
			m.gap()
		}
		m.add(manner, t)
	}
}

// noteText adds the paragraphs and lists of a text, without emphasis.
func (m *maker) noteText(manner Manner, t questionnaire.Text) { plainly(m.note, manner, t) }

// plainly adds the paragraphs and lists of a text one by one, without emphasis.
func plainly(add func(Manner, ...string), manner Manner, t questionnaire.Text) {
	for _, b := range t.Blocks() {
		as := manner
		if b.Item {
			as = Item
		}
		add(as, Block{Spans: b.Spans}.Text())
	}
}
