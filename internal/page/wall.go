package page

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
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

// storyName is the person's: what stands in the title before the colon. It is all
// that a wall has of the title while her story is told.
func storyName(v *questionnaire.Scenario) string {
	name, _, _ := strings.Cut(storyTitle(v), ":")
	return strings.TrimSpace(name)
}

// storyAbout is what stands in the title after the colon; "" for nothing.
func storyAbout(v *questionnaire.Scenario) string {
	_, about, _ := strings.Cut(storyTitle(v), ":")
	return strings.TrimSpace(about)
}

// withName fills a text of the workshop with the name of whose story is told. Nobody is
// "she" there whose story has another word for it.
func withName(text string, v *questionnaire.Scenario) string {
	return wording.Fill(text, "name", storyName(v))
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
			m.tell(Text, quietPlace(w, q))
		}
		for i, v := range s.Choice {
			if i == 0 {
				m.tell(Text, w.Workshop.Groups)
			}
			name := storyName(v)
			if about := storyAbout(v); workshop.Tenderness(v) > 1 && about != "" {
				name = about // what it touches is said before anybody is named
			}
			m.tell(Item, SentenceCase(name))
		}
	case workshop.Saying:
		m.said(s.Sayings)
	case workshop.Numbers:
		for _, l := range wallLines(region, s) {
			m.tell(Item, toldOnWall(w, l))
		}
		m.local(m.tell, q)
	case workshop.Parked:
		m.said(s.Sayings)
	case workshop.Title:
		m.title(s.Vignette)
	case workshop.Story, workshop.Read:
		m.tellText(Text, s.Text)
	case workshop.Ask:
		m.tell(Loud, withName(w.Workshop.AskHer, s.Vignette))
	case workshop.Asked:
		m.asked(q.Formulary, s)
	case workshop.Unseen:
		m.tell(Text, withName(w.Workshop.Unseen, s.Vignette))
	case workshop.Later:
		m.tell(Loud, w.Workshop.Later)
	case workshop.Answer:
		m.tell(Text, s.Question.Ask)
		m.tell(Loud, wording.Fill(w.Workshop.Reply, "name", storyName(s.Vignette), "answer", Replied(w, q.Formulary, s.Question, s.Reply)))
	case workshop.Interrupt:
		m.tell(Text, w.Workshop.Pauses)
		m.tell(Loud, firstActs(w, s.Rules, region)...)
	case workshop.Guess:
		m.tell(Loud, w.Workshop.Guess)
	case workshop.Vote:
		m.tell(Loud, w.Workshop.Guess)
		for i, who := range s.Perhaps {
			m.tell(Numbered, numbered(i, who.Name))
		}
		var soon []string
		for _, u := range questionnaire.Urgencies() {
			soon = append(soon, Urgent(w, u))
		}
		m.tell(Text, strings.Join(soon, " · "))
	case workshop.Who:
		m.tell(Loud, s.Talk.Clinician.Name, sentence(Urgent(w, s.Talk.Urgency)))
	default:
		m.outcome(s, region)
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
		heading = storyName(s.Vignette)
	}
	switch s.Kind {
	case workshop.Part:
		if heading = ""; s.Evening != nil {
			heading = s.Evening.Title
		}
	case workshop.Title:
		heading = ""
	case workshop.Saying:
		if s.Agreed {
			heading = SentenceCase(m.w.Workshop.Keys.Agreements)
		}
	case workshop.Numbers:
		heading = m.w.Outcome.Lines + ": " + region.Name
	case workshop.Parked:
		heading = m.w.Workshop.Parked
	case workshop.Read:
		heading = s.Education[0].Title
	case workshop.Why, workshop.Say:
		if s.Talk != nil {
			heading = s.Talk.Clinician.Name
		}
	}
	m.add(Heading, heading)
}

// title is where a story begins: her name. A tender one has what it touches instead,
// and that one may pass, so that the room hears it before it is there.
func (m *maker) title(v *questionnaire.Scenario) {
	words := &m.w.Workshop
	about := storyAbout(v)
	if workshop.Tenderness(v) == 1 || about == "" {
		m.tell(Loud, storyName(v))
	} else {
		m.tell(Loud, wording.Fill(words.Touches, "about", about))
	}
	if workshop.Tenderness(v) > 1 {
		m.tell(Text, words.Tender, words.Swappable)
	}
}

// said are lines to say, as a list.
func (m *maker) said(lines []*questionnaire.Saying) {
	for _, l := range lines {
		m.tell(Item, l.Say)
	}
}

// mostEntries of a list can be taken in from the last row; of what one can answer,
// which is more to read, fewer.
const mostEntries, mostAnswers = 6, 5

// asked is a question with what one can answer, and once it is revealed what she
// says. A medicine is typed, so there is nothing to choose from.
func (m *maker) asked(f *questionnaire.Formulary, s workshop.Step) {
	m.tell(Text, s.Question.Ask)
	hers := repliedShort(m.w, f, s.Question, s.Reply)
	var numbers []string
	for i, a := range entries(s.Question, s.Reply) {
		m.tell(Numbered, numbered(i, s.Question.Answers[a].Label))
		if s.Reply.Has(a) {
			numbers = append(numbers, strconv.Itoa(i+1))
		}
	}
	if !s.Reveals {
		return
	}
	if len(numbers) > 0 {
		hers = strings.Join(numbers, ", ") + ". " + hers
	}
	m.tell(Loud, wording.Fill(m.w.Workshop.Reply, "name", storyName(s.Vignette), "answer", hers))
	if s.More > 0 {
		m.tell(Text, m.w.Count(m.w.Workshop.MoreQuestions, s.More))
	}
}

// repliedShort is [Replied], and what holds for several medicines in a row is said once.
func repliedShort(w *wording.Words, f *questionnaire.Formulary, q *questionnaire.Question, r questionnaire.Reply) string {
	if r.Kind != questionnaire.Definite || len(r.Taken) < 2 || len(q.States) == 0 {
		return Replied(w, f, q, r)
	}
	said := ""
	for i, t := range r.Taken {
		last := i+1 == len(r.Taken)
		if !last && t.State == r.Taken[i+1].State && t.Declined == r.Taken[i+1].Declined {
			said += named(w, f, t) + ", "
			continue
		}
		if said += Taken(w, f, q, t); !last || r.RestUnsure {
			said += "; "
		}
	}
	if r.RestUnsure {
		said += w.Answer.Rest
	}
	return said
}

// entries are the answers of a question that stand on the wall, hers among them.
func entries(q *questionnaire.Question, hers questionnaire.Reply) []int {
	var all []int
	for i := range q.Answers {
		all = append(all, i)
	}
	for i := len(all) - 1; i >= 0 && len(all) > mostAnswers; i-- {
		if !hers.Has(all[i]) {
			all = slices.Delete(all, i, i+1)
		}
	}
	return all
}

// numbered is an entry that a room can call out by its number, from 1.
func numbered(i int, text string) string { return strconv.Itoa(i+1) + ". " + text }

// result is her plan on one page, whom first.
func (m *maker) result(plan *screening.Plan) {
	for i, s := range plan.Steps[:min(mostEntries, len(plan.Steps))] {
		who := s.Clinician.Name + ": " + Urgent(m.w, s.Urgency)
		if i == 0 {
			m.tell(Loud, sentence(who))
			continue
		}
		m.tell(Item, who)
	}
	if !plan.Open.None() {
		m.tell(Text, wording.Fill(m.w.Workshop.LeftOpen, "who", within(plan.Open.With.Name)))
	}
}

// rest are the steps that have no page of their own, each with a reason that is short
// enough for a line.
func (m *maker) rest(steps []screening.Step, region *questionnaire.Region) {
	m.tell(Text, m.w.Workshop.Rest)
	for _, s := range steps[:min(mostEntries, len(steps))] {
		who := s.Clinician.Name
		for _, r := range s.Reasons[:s.Certain] {
			if why := ReasonOf(m.w, r.Rule, region); !strings.Contains(why, ". ") {
				who += ": “" + why + "”"
				break
			}
		}
		m.tell(Item, who)
	}
}

// outcome is what a step shows of what the answers led to.
func (m *maker) outcome(s workshop.Step, region *questionnaire.Region) {
	w := m.w
	switch s.Kind {
	case workshop.Result:
		m.result(s.Result)
	case workshop.Rest:
		m.rest(s.Others, region)
	case workshop.First, workshop.Why:
		if s.Kind == workshop.First {
			m.tell(Loud, s.Talk.Clinician.Name+": "+sentence(Urgent(w, s.Talk.Urgency)))
		}
		// The screen says "you" to her, and not to the room.
		m.tell(Text, withName(w.Workshop.Why, s.Vignette))
		for _, r := range s.Reasons {
			m.tell(Quote, ReasonOf(w, r, region))
		}
	case workshop.Say:
		m.tell(Text, withName(w.Workshop.Say, s.Vignette))
		if s.Words.ReportFirst {
			m.tell(Quote, w.Card.Report)
		}
		m.tell(Quote, strings.Join(told(w, s.Words.Facts, s.Words.Requests), " "))
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
		m.tell(Text, reviewedOf(w, s.Education))
	case workshop.Discuss:
		m.tell(Text, w.Workshop.Discuss)
		m.tell(Item, s.Questions...)
	case workshop.Point:
		m.tell(Text, w.Workshop.Point)
		m.tellText(Loud, s.Text)
	}
}

// tell adds texts to the wall, each set apart; only the entries of a list stand
// together.
func (m *maker) tell(manner Manner, texts ...string) {
	for _, t := range texts {
		n := len(m.Blocks)
		if n > 0 && !((manner == Item || manner == Numbered) && m.Blocks[n-1].Manner == manner) {
			m.gap()
		}
		m.add(manner, t)
	}
}

// tellText adds the paragraphs and lists of a text to the wall, without emphasis.
func (m *maker) tellText(manner Manner, t questionnaire.Text) { plainly(m.tell, manner, t) }

// wallLines are the numbers on the wall: those that always stand, those that any story
// may name beside them, and those that the stories of this session do name.
func wallLines(region *questionnaire.Region, s workshop.Step) []*questionnaire.HelpLine {
	lines := questionnaire.AlwaysLines(region)
	add := func(more []*questionnaire.HelpLine) { lines = slices.Concat(lines, without(more, lines)) }
	add(region.LinesOf("mind", "poison"))
	for i := range s.Rules {
		add(questionnaire.InterruptLines(s.Rules[i:i+1], region))
	}
	add(questionnaire.FirstOfKinds(region, s.Kinds...))
	return questionnaire.WithNamed(lines, region)
}

// toldOnWall is a help line with what it is for, every way to reach it, since somebody may
// be unable to speak, its hours, and how it answers who cannot hear or has another
// language: in a room sits somebody of whom nobody knows it.
func toldOnWall(w *wording.Words, l *questionnaire.HelpLine) string {
	said := lineName(l)
	if ways := Contacts(w, l); len(ways) > 0 {
		said = strings.Join(ways, "; ") + ": " + said
	}
	if l.For != "" {
		said = l.For + ": " + said
	}
	about := []string{SentenceCase(l.Hours), AlsoIn(w, l)}
	for _, more := range append(about, Access(w, l)...) {
		if more != "" {
			said = sentence(said) + " " + more
		}
	}
	return said
}

// quietPlace says where it is, or that there is one.
func quietPlace(w *wording.Words, q *questionnaire.Questionnaire) string {
	if l := q.Workshop.Local; l != nil && l.QuietPlace != "" {
		return l.QuietPlace
	}
	return w.Workshop.Quiet
}

// LocalLines are the facilitator's own, each with what it is for and when, and what is
// said above them.
func LocalLines(w *wording.Words, q *questionnaire.Questionnaire) (above string, lines []string) {
	if q.Workshop == nil || q.Workshop.Local == nil {
		return "", nil
	}
	for _, l := range q.Workshop.Local.Lines {
		lines = append(lines, wording.Fill(w.Workshop.LocalLine, "for", l.For, "line", reached(w, l), "hours", l.Hours))
	}
	return w.Workshop.FromYou, lines
}

// local adds the lines of the facilitator's own.
func (m *maker) local(add func(Manner, ...string), q *questionnaire.Questionnaire) {
	if above, lines := LocalLines(m.w, q); len(lines) > 0 {
		add(Text, above)
		add(Item, lines...)
	}
}

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
	if ways := Contacts(w, l); len(ways) > 0 {
		return ways[0] + ": " + lineName(l)
	}
	return lineName(l)
}

// lineName is whose line it is, and of which nation.
func lineName(l *questionnaire.HelpLine) string {
	if l.Nation != "" {
		return l.Name + " (" + l.Nation + ")"
	}
	return l.Name
}

// Story is a vignette in a list to choose from: its title, about how long it
// takes, and what it is about. The list may stand on the wall, so the title of a
// tender story is not there: nobody has been asked yet.
func Story(w *wording.Words, q *questionnaire.Questionnaire, v *questionnaire.Scenario, wish workshop.Wish) string {
	var topics []string
	for _, t := range workshop.Topics(q, v) {
		topics = append(topics, t.Title)
	}
	title := storyTitle(v)
	if workshop.Tenderness(v) > 2 {
		title = w.Workshop.Untitled
	}
	about := w.Workshop.About
	if len(topics) == 0 {
		about = w.Workshop.AboutNothing
	}
	return wording.Fill(about, "title", title, "minutes", strconv.Itoa(workshop.Minutes(q, v, wish.Whole)), "topics", strings.Join(topics, ", "))
}

// Tenderness is how tender a vignette is, in words.
func Tenderness(w *wording.Words, v *questionnaire.Scenario) string {
	return w.Workshop.Tenderness[strconv.Itoa(workshop.Tenderness(v))]
}

// PlanName is a plan with its minutes.
func PlanName(w *wording.Words, p *questionnaire.Plan) string {
	return wording.Fill(w.Workshop.Plan, "title", p.Title, "minutes", strconv.Itoa(p.Minutes))
}
