package questionnaire

import "slices"

// The nouns of the plan: what makes the conversations few and their words true.

// Need is somebody to talk to: one clinician, or several of whom any one will do.
type Need struct {
	AnyOf []*Clinician // the best first
	At    Position
}

// String is the need as an author writes it: "prescriber or pharmacist".
func (n Need) String() string {
	text := ""
	for i, who := range n.AnyOf {
		if i > 0 {
			text += " or "
		}
		text += who.ID
	}
	return text
}

// WhereLacking are those who can meet the need where some of them have no line of their own
// and it is no matter for now: each of these comes after the others, and before them those
// who are there instead: where something else has her call one of them now anyhow, that one carries this too.
func (n Need) WhereLacking(lacks func(*Clinician) bool) []*Clinician {
	var all, last []*Clinician
	for _, who := range n.AnyOf {
		if lacks(who) {
			last = append(last, who)
		} else {
			all = append(all, who)
		}
	}
	for _, who := range last {
		for _, other := range who.Instead {
			if len(all)+len(last) < MaxAlternatives && !slices.Contains(n.AnyOf, other) && !slices.Contains(all, other) {
				all = append(all, other)
			}
		}
	}
	return append(all, last...)
}

// LacksLine reports whether a region has no line of the kind that a clinician has first, so that
// others are there instead for what is not for now. Where nobody said which region, none lacks one.
func (c *Clinician) LacksLine(region *Region) bool {
	return len(c.Instead) > 0 && region != nil && !slices.ContainsFunc(region.Lines, func(l *HelpLine) bool { return l.Kind == c.Lines[0] })
}

// NeedOf is the need for one clinician and no other.
func NeedOf(who *Clinician) Need { return Need{AnyOf: []*Clinician{who}} }

const (
	// MaxClinicians is how many clinicians a questionnaire can have. The plan is
	// the smallest of all sets of them, so their number has to be small.
	MaxClinicians = 24
	// MaxAlternatives is how many clinicians can meet one need.
	MaxAlternatives = 8
)

// Weight says how much hangs on a rule. Urgency says how soon; weight says what
// comes first among equals. A greater one is heavier.
type Weight uint8

const (
	Usual Weight = iota
	Grave
	Life
)

var weightWords = []string{"usual", "grave", "life"}

// WeightWords are the weights, the lightest first.
func WeightWords() []string { return slices.Clone(weightWords) }

func (w Weight) String() string { return weightWords[w] }

// NamesBrace stands for medicines in what is said of them: "I take {names}."
const NamesBrace = "{names}"

// ReportBrace begins a request of somebody who would hear of something that may
// have to be reported: then she asks about that before she tells anything. It
// stands for that question, which the program knows.
const ReportBrace = "{report}"

// Ask is what a rule has her request of the clinician, in her voice.
type Ask struct {
	When *Condition // nil: in any case
	Text string
	At   Position
}

// AskOfAll is what the rule has everybody request for whom nothing more fitting
// counts; "" if there is no such request.
func (r *Rule) AskOfAll() string {
	if n := len(r.Ask); n > 0 && r.Ask[n-1].When == nil {
		return r.Ask[n-1].Text
	}
	return ""
}

// Limits are what no plan and no page of it may exceed; 0: no limit.
type Limits struct {
	Steps    int // steps of a plan
	Today    int // those of them that are today or now
	Facts    int // facts that a step says at once
	Requests int // requests that it says at once
	Texts    int // texts that are offered beside it
	At       Position
}

// DefaultLimits are those of a questionnaire that does not say its own.
var DefaultLimits = Limits{Facts: 4, Requests: 2, Texts: 3}

// Named is a condition with a name, which other conditions may use.
type Named struct {
	ID    string
	Index int // its place in Questionnaire.Conditions
	Topic *Topic
	When  *Condition
	At    Position
}

// Order says which of a question's answers is graver: who gives the graver one,
// all else equal, loses no need and no urgency.
type Order struct {
	ID       string
	Topic    *Topic
	Question *Question
	// Of limits an order of states to these medicines, by their places in the
	// formulary; nil: it is about every medicine.
	Of []bool
	// Ranks are the grades, the gravest first; those within one are equals.
	Ranks [][]Grade
	At    Position
}

// Grade is what an order ranks: one answer, one state, or the medicines of a
// class. Exactly one of the kinds says something.
type Grade struct {
	ID        string // as the author wrote it
	Kind      GradeKind
	Place     int    // among the question's answers or states, or UnsureState; of the other kinds 0
	Medicines []bool // by their places in the formulary; only of GradeMedicines
	At        Position
}

// GradeKind says what a grade is about.
type GradeKind uint8

const (
	GradeAnswer    GradeKind = iota
	GradeState               // of one medicine
	GradeMedicines           // a medicine, or any of a class
	GradeUnlisted            // a medicine that the list does not know
	GradeNone                // no medicine at all
	GradeNotSure             // the whole question left open
	GradeDeclined
)

// Phrase is a way to claim something about her, and when that is true.
type Phrase struct {
	ID       string
	Words    []PhraseWords
	TrueWhen *Condition // nil: always, or never
	Never    bool       // no answer makes it true
	// TextsMayName tells that the phrase names a thing and claims nothing: texts to
	// read are about that thing, and so may have it for anybody.
	TextsMayName bool
	At           Position
}

// PhraseWords are the phrase in one language.
type PhraseWords struct {
	Language string
	Words    []string
	At       Position
}
