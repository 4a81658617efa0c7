package page

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// storyTitle is what a vignette is called.
func storyTitle(v *questionnaire.Scenario) string {
	if v.Title == "" {
		return v.ID
	}
	return v.Title
}

// Wall is what a step of a workshop shows to everybody. Where a story or a plan
// begins, and above numbers, it says of another's questionnaire that it is.
func Wall(w *wording.Words, s workshop.Step, q *questionnaire.Questionnaire, region *questionnaire.Region) Page {
	if s.Vignette != nil {
		w = Hers(w, workshop.SaidBy(q, s.Vignette))
	}
	m := newMaker(w, WallPage, w.Workshop.Heading)
	if slices.Contains([]workshop.Kind{workshop.Part, workshop.Title, workshop.Numbers, workshop.Titles}, s.Kind) {
		m.tell(Text, Foreign(w, q.Foreign))
	}
	m.head(s, region)
	switch s.Kind {
	case workshop.Part:
		m.tell(Loud, s.Plan.Title)
		if s.Plan.Show == questionnaire.ShowBreak {
			m.tell(Text, w.Workshop.Quiet)
		}
	case workshop.Saying:
		m.tellText(Loud, s.Text)
	case workshop.Numbers:
		for _, l := range questionnaire.AlwaysLines(region) {
			m.tell(Item, reached(w, l))
		}
	case workshop.Parked:
		for _, l := range s.Sayings {
			m.tell(Item, l.Say)
		}
	case workshop.Title:
		m.tell(Loud, storyTitle(s.Vignette))
		if workshop.Tenderness(s.Vignette) > 1 {
			m.tell(Text, w.Workshop.Tender, w.Workshop.Swappable)
		}
	case workshop.Story, workshop.Read:
		m.tellText(Text, s.Text)
	case workshop.Ask:
		m.tell(Loud, w.Workshop.AskHer)
	case workshop.Answer:
		m.tell(Text, s.Question.Ask)
		m.tell(Loud, wording.Fill(w.Workshop.Reply, "answer", Replied(w, q.Formulary, s.Question, s.Reply)))
	case workshop.Interrupt:
		m.tell(Text, w.Workshop.Pauses)
		m.tell(Loud, firstActs(w, s.Rules, region)...)
	case workshop.Guess:
		m.tell(Loud, w.Workshop.Guess, w.Workshop.HowSoon)
	case workshop.Who:
		m.tell(Loud, s.Talk.Clinician.Name, sentence(Urgent(w, s.Talk.Urgency)))
	default:
		m.outcome(s)
	}
	return m.Page
}

// head names the part, the story or the text that a step belongs to, unless the
// step itself is that name.
func (m *maker) head(s workshop.Step, region *questionnaire.Region) {
	heading := ""
	if s.Plan != nil {
		heading = s.Plan.Title
	}
	if s.Vignette != nil {
		heading = storyTitle(s.Vignette)
	}
	switch s.Kind {
	case workshop.Part, workshop.Title:
		heading = ""
	case workshop.Numbers:
		heading = m.w.Outcome.Lines + ": " + region.Name
	case workshop.Parked:
		heading = m.w.Workshop.Parked
	case workshop.Read:
		heading = s.Education[0].Title
	case workshop.Why, workshop.Say:
		heading = s.Talk.Clinician.Name
	}
	m.add(Heading, heading)
}

// outcome is what a step shows of what the answers led to.
func (m *maker) outcome(s workshop.Step) {
	w := m.w
	switch s.Kind {
	case workshop.Why:
		m.tell(Text, w.Workshop.Why)
		for _, r := range s.Reasons {
			m.tell(Item, r.Reason)
		}
	case workshop.Say:
		m.tell(Text, w.Workshop.Say)
		if s.Talk.Words().ReportFirst {
			m.tell(Quote, w.Card.Report)
		}
		m.tell(Quote, string(s.Text))
	case workshop.Perhaps:
		m.tell(Text, w.Workshop.Perhaps)
		for _, who := range s.Perhaps {
			m.tell(Item, who.Name)
		}
	case workshop.Titles:
		m.tell(Text, w.Workshop.Reading)
		for _, e := range s.Education {
			m.tell(Item, e.Title)
		}
		if slices.ContainsFunc(s.Education, func(e *questionnaire.Education) bool { return len(e.Reviewed) == 0 }) {
			m.tell(Text, w.Workshop.Unreviewed)
		}
	case workshop.Discuss:
		m.tell(Text, w.Workshop.Discuss)
		m.tellText(Loud, s.Text)
	case workshop.Point:
		m.tell(Text, w.Workshop.Point)
		m.tellText(Loud, s.Text)
	}
}

// tell adds texts to the wall, each set apart; only the items of a list stand
// together.
func (m *maker) tell(manner Manner, texts ...string) {
	for _, t := range texts {
		n := len(m.Blocks)
		if n > 0 && !(manner == Item && m.Blocks[n-1].Manner == Item) {
			m.gap()
		}
		m.add(manner, t)
	}
}

// tellText adds the paragraphs and lists of a text to the wall, without emphasis.
func (m *maker) tellText(manner Manner, t questionnaire.Text) { plainly(m.tell, manner, t) }

// firstActs are what interrupts say to do first, each once.
func firstActs(w *wording.Words, rules []*questionnaire.Rule, region *questionnaire.Region) []string {
	var all []string
	for _, r := range rules {
		if act := FirstAct(w, r.First, region); act != "" && !slices.Contains(all, act) {
			all = append(all, act)
		}
	}
	return all
}

// reached is a help line with the quickest way to reach it first.
func reached(w *wording.Words, l *questionnaire.HelpLine) string {
	name := l.Name
	if l.Nation != "" {
		name += " (" + l.Nation + ")"
	}
	if ways := Contacts(w, l); len(ways) > 0 {
		return ways[0] + ": " + name
	}
	return name
}

// Story is a vignette in a list to choose from: its title, about how long it
// takes, and what it is about.
func Story(w *wording.Words, q *questionnaire.Questionnaire, v *questionnaire.Scenario) string {
	var topics []string
	for _, t := range workshop.Topics(q, v) {
		topics = append(topics, t.Title)
	}
	return wording.Fill(w.Workshop.About, "title", storyTitle(v), "minutes", strconv.Itoa(workshop.Minutes(q, v)), "topics", strings.Join(topics, ", "))
}

// Tenderness is how tender a vignette is, in words.
func Tenderness(w *wording.Words, v *questionnaire.Scenario) string {
	return w.Workshop.Tenderness[strconv.Itoa(workshop.Tenderness(v))]
}

// PlanName is a plan with its minutes.
func PlanName(w *wording.Words, p *questionnaire.Plan) string {
	return wording.Fill(w.Workshop.Plan, "title", p.Title, "minutes", strconv.Itoa(p.Minutes))
}
