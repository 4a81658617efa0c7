package wording

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/workshop"
)

// Page is one page of the workshop in words, for whichever face shows it.
type Page struct {
	Heading string
	Lines   []PageLine
}

// PageLine is a line or a paragraph of a page.
type PageLine struct {
	Text   string
	Manner Manner
}

// Manner says what a line is; a face shows it in its own way.
type Manner uint8

const (
	Told   Manner = iota // what explains
	Loud                 // what the page is about
	Quoted               // words to say aloud
	Listed               // one of a list
)

func (p *Page) add(manner Manner, texts ...string) {
	for _, t := range texts {
		if t != "" {
			p.Lines = append(p.Lines, PageLine{t, manner})
		}
	}
}

// text adds the paragraphs and lists of a text.
func (p *Page) text(manner Manner, t questionnaire.Text) {
	for _, b := range t.Blocks() {
		var line strings.Builder
		for _, s := range b.Spans {
			line.WriteString(s.Words)
		}
		if b.Item {
			p.add(Listed, line.String())
			continue
		}
		p.add(manner, line.String())
	}
}

// StoryTitle is what a vignette is called.
func StoryTitle(v *questionnaire.Scenario) string {
	if v.Title == "" {
		return v.ID
	}
	return v.Title
}

// Wall is what a step of a workshop shows to everybody.
func (w *Words) Wall(s workshop.Step, f *questionnaire.Formulary, region *questionnaire.Region) Page {
	var p Page
	if s.Plan != nil {
		p.Heading = s.Plan.Title
	}
	if s.Vignette != nil {
		p.Heading = StoryTitle(s.Vignette)
	}
	switch s.Kind {
	case workshop.Part:
		p.Heading = ""
		p.add(Loud, s.Plan.Title)
		if s.Plan.Show == questionnaire.ShowBreak {
			p.add(Told, w.Workshop.Quiet)
		}
	case workshop.Saying:
		p.text(Loud, s.Text)
	case workshop.Numbers:
		p.Heading = w.Outcome.Lines + ": " + region.Name
		for _, l := range screening.AlwaysLines(region) {
			p.add(Listed, w.Reached(l))
		}
	case workshop.Parked:
		p.Heading = w.Workshop.Parked
		for _, l := range s.Sayings {
			p.add(Listed, l.Say)
		}
	case workshop.Title:
		p.Heading = ""
		p.add(Loud, StoryTitle(s.Vignette))
		if workshop.Tenderness(s.Vignette) > 1 {
			p.add(Told, w.Workshop.Tender, w.Workshop.Swappable)
		}
	case workshop.Story, workshop.Read:
		if s.Kind == workshop.Read {
			p.Heading = s.Education[0].Title
		}
		p.text(Told, s.Text)
	case workshop.Ask:
		p.add(Loud, w.Workshop.AskHer)
	case workshop.Answer:
		p.add(Told, s.Question.Ask)
		p.add(Loud, Fill(w.Workshop.Reply, "answer", w.Replied(f, s.Question, s.Reply)))
	case workshop.Interrupt:
		p.add(Told, w.Workshop.Pauses)
		for _, act := range w.acts(s.Rules, region) {
			p.add(Loud, act)
		}
	case workshop.Guess:
		p.add(Loud, w.Workshop.Guess, w.Workshop.HowSoon)
	case workshop.Who:
		p.add(Loud, s.Conversation.Clinician.Name, sentence(w.Urgent(s.Conversation.Urgency)))
	case workshop.Why:
		p.Heading = s.Conversation.Clinician.Name
		p.add(Told, w.Workshop.Why)
		for _, r := range s.Reasons {
			p.add(Listed, r.Reason)
		}
	case workshop.Say:
		p.Heading = s.Conversation.Clinician.Name
		p.add(Told, w.Workshop.Say)
		p.add(Quoted, string(s.Text))
	case workshop.Perhaps:
		p.add(Told, w.Workshop.Perhaps)
		for _, c := range s.Perhaps {
			p.add(Listed, c.Clinician.Name)
		}
	case workshop.Titles:
		p.add(Told, w.Workshop.Reading)
		for _, e := range s.Education {
			p.add(Listed, e.Title)
		}
		if slices.ContainsFunc(s.Education, func(e *questionnaire.Education) bool { return len(e.Reviewed) == 0 }) {
			p.add(Told, w.Workshop.Unreviewed)
		}
	case workshop.Discuss:
		p.add(Told, w.Workshop.Discuss)
		p.text(Loud, s.Text)
	case workshop.Point:
		p.add(Told, w.Workshop.Point)
		p.text(Loud, s.Text)
	}
	return p
}

// acts are what interrupts say to do first, each once.
func (w *Words) acts(rules []*questionnaire.Rule, region *questionnaire.Region) []string {
	var all []string
	for _, r := range rules {
		if act := w.Act(r.First, region); act != "" && !slices.Contains(all, act) {
			all = append(all, act)
		}
	}
	return all
}

// Reached is a help line with the quickest way to reach it first.
func (w *Words) Reached(l *questionnaire.HelpLine) string {
	name := l.Name
	if l.Nation != "" {
		name += " (" + l.Nation + ")"
	}
	if ways := w.Contacts(l); len(ways) > 0 {
		return ways[0] + ": " + name
	}
	return name
}

// Story is a vignette in a list to choose from: its title, about how long it
// takes, and what it is about.
func (w *Words) Story(q *questionnaire.Questionnaire, v *questionnaire.Scenario) string {
	var topics []string
	for _, t := range workshop.Topics(q, v) {
		topics = append(topics, t.Title)
	}
	return Fill(w.Workshop.About, "title", StoryTitle(v), "minutes", strconv.Itoa(workshop.Minutes(q, v)), "topics", strings.Join(topics, ", "))
}

// Tenderness is how tender a vignette is, in words.
func (w *Words) Tenderness(v *questionnaire.Scenario) string {
	return w.Workshop.Tenderness[strconv.Itoa(workshop.Tenderness(v))]
}

// PlanName is a plan with its minutes.
func (w *Words) PlanName(p *questionnaire.Plan) string {
	return Fill(w.Workshop.Plan, "title", p.Title, "minutes", strconv.Itoa(p.Minutes))
}
