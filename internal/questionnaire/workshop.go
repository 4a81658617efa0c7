package questionnaire

import "slices"

// Workshop is what a facilitator says and does around the vignettes, which are
// the scenarios that are marked for it. Each list is in the order of saying or
// doing it.
type Workshop struct {
	Agreements []*Saying // read aloud at the start, line by line
	Parked     []*Saying // what the group leaves aside: "we park that"
	Thinking   []*Saying // how the program thinks
	Sentences  []*Saying // first sentences to a clinician, to practise
	Closing    []*Saying
	// Say are a facilitator's own words for a moment: its id is what a part of a plan
	// shows, or one of those in [Moments].
	Say         []*Saying
	MoveOn      []*Saying // how to lead on from such a moment
	IfTheySay   []*Saying // what groups usually say, and how to meet it
	Plans       []*Plan
	Distress    []*DistressStep
	Disclosures []*Disclosure
	// ReportingSentence says what the law asks of the facilitator; its gaps,
	// each an ellipsis, are filled in by hand.
	ReportingSentence string
	Reporting         []*Saying // what to know before that sentence is said
	Laptop            []*Saying // how a shared laptop is kept clean
	At                Position

	// Local is what a facilitator brought for one session; no folder has it.
	Local *Local
}

// Local is what holds where a facilitator is: what she has to report, where the quiet
// place is, and lines that she called herself. They stand below those of the region.
type Local struct {
	Law, QuietPlace    string // "" where she wrote none
	Lines              []*HelpLine
	LawAt, QuietAt, At Position
}

// In is a workshop with it: the law is said in the place of the agreement that announces
// it, and fills the sentence with gaps.
func (l *Local) In(w *Workshop) *Workshop {
	with := *w
	with.Local = l
	if l.Law == "" {
		return &with
	}
	with.ReportingSentence = l.Law
	law := &Saying{ID: "reporting", Say: l.Law, At: l.LawAt}
	with.Agreements = slices.Clone(w.Agreements)
	if i := slices.IndexFunc(with.Agreements, func(s *Saying) bool { return s.ID == law.ID }); i >= 0 {
		with.Agreements[i] = law
	} else {
		with.Agreements = append(with.Agreements, law)
	}
	return &with
}

// Saying is a short line with a name.
type Saying struct {
	ID  string
	Say string
	At  Position
}

// SayingList is one of a workshop's lists of lines, under its key.
type SayingList struct {
	Name    string
	Sayings []*Saying
}

// Lists are all lists of lines to say.
func (w *Workshop) Lists() []SayingList {
	return []SayingList{
		{"agreements", w.Agreements}, {"parked", w.Parked}, {"thinking", w.Thinking}, {"sentences", w.Sentences},
		{"closing", w.Closing}, {"say", w.Say}, {"move-on", w.MoveOn}, {"if-they-say", w.IfTheySay}, {"reporting", w.Reporting}, {"laptop", w.Laptop},
	}
}

// Plan is a session from its welcome to its closing.
type Plan struct {
	ID      string
	Title   string
	Minutes int // of all steps together
	Steps   []*PlanStep
	At      Position
}

// PlanStep is a part of a plan.
type PlanStep struct {
	ID         string
	Title      string
	Minutes    int
	Show       Show
	Tenderness int  // of a vignette: the most tender that belongs here; 0: any
	Do         Text // what the facilitator does meanwhile
	At         Position
}

// Show says what stands on the wall during a step.
type Show uint8

const (
	ShowAgreements Show = iota
	ShowThinking
	ShowVignette
	ShowSentences
	ShowNumbers
	ShowBreak
	ShowClosing
)

var showWords = []string{"agreements", "thinking", "vignette", "sentences", "numbers", "break", "closing"}

func (s Show) String() string { return showWords[s] }

// ShowWords are the words for them, in their order.
func ShowWords() []string { return slices.Clone(showWords) }

// Moments are what a facilitator's words can be for: what a part of a plan shows, two
// stories in one part, a tender story's first page, its vote, the breath after its point,
// and an early end.
func Moments() []string { return append(ShowWords(), "groups", "tender", "vote", "go-on", "end") }

// DistressStep is what to do when somebody is in distress.
type DistressStep struct {
	ID    string
	Title string
	Do    Text
	Lines []string // kinds of help line whose numbers stand in this step
	At    Position
}

// Disclosure is something of her own that somebody may tell, and the answer to it.
type Disclosure struct {
	ID      string
	What    string
	WeDo    Text
	WeDoNot Text
	At      Position
}

// Vignettes are the scenarios that a workshop can tell: marked for it, and with
// a story.
func (q *Questionnaire) Vignettes() []*Scenario {
	var all []*Scenario
	for _, s := range q.Scenarios {
		if s.Workshop && s.Story != "" {
			all = append(all, s)
		}
	}
	return all
}
