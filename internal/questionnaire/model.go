package questionnaire

import (
	"slices"
	"time"
)

// Questionnaire is a folder of YAML files, read and checked as a whole. It is
// never changed after it is read, so any number of goroutines may use it.
type Questionnaire struct {
	ID         string
	Title      string
	Version    string
	Language   string   // BCP 47, "en"
	LanguageAt Position // where it says so
	// Translated is what it was translated by; nil: it is as it was written.
	Translated *Translation
	Foreign    *Foreign // nil: it came with the program
	Welcome    Text
	Consent    Text
	Covered    Text // what a covered screen shows; "": how to come back
	// ForWhom says in a line for whom it is: on the free page of a shared laptop; may be "".
	ForWhom string
	// ConsentShared is the consent where others see the screen, so that it names nothing
	// that is not asked there; "": the same.
	ConsentShared Text
	Handout       []*Education // the texts that stand on the paper for participants
	// Short are the questions of the way for whom has little time, in the order of asking;
	// none: there is no such way.
	Short    []*Question
	OpenWith Need // who can go through what somebody left open; nobody named: it is not said
	Limits   Limits
	Maker    Maker
	At       Position

	Topics     []*Topic
	Clinicians []*Clinician
	Regions    []*Region
	Formulary  *Formulary
	Sources    []*Source
	Scenarios  []*Scenario
	Phrases    []*Phrase
	Workshop   *Workshop // empty where the questionnaire has none, and inherited none
	// OutsideLists are what others count in classes of the formulary.
	OutsideLists []*OutsideList

	// Questions, Rules, Education, Promises, Orders and Conditions are those of
	// every topic, in the order of the topics; the first question comes first.
	Questions  []*Question
	Rules      []*Rule
	Education  []*Education
	Promises   []*Promise
	Orders     []*Order
	Conditions []*Named
}

// MaxShort bounds [Questionnaire.Short]: with more it would not be short.
const MaxShort = 5

// Maker is who answers for a questionnaire, for a clinician who holds a paper of it.
// What it does not say is empty, and the paper says that nobody has said it.
type Maker struct {
	By        string
	WriteTo   string
	PaidBy    string
	ReadAgain time.Time // the day by which the texts are to be looked at again
}

// Cover is what a questionnaire shows before anything else.
type Cover struct {
	Language   string
	Title      string
	Welcome    Text
	Covered    Text
	ForWhom    string
	Translated *Translation // nil: as it was written
	Foreign    *Foreign     // nil: it came with the program
}

// Cover is what the questionnaire shows before anything else.
func (q *Questionnaire) Cover() Cover {
	return Cover{Language: q.Language, Title: q.Title, Welcome: q.Welcome, Covered: q.Covered, ForWhom: q.ForWhom, Translated: q.Translated, Foreign: q.Foreign}
}

// Topic is one file of a questionnaire: a subject's questions, rules and
// education together.
type Topic struct {
	ID        string
	Title     string
	About     string // one line that announces the topic; may be empty
	Questions []*Question
	Rules     []*Rule
	Education []*Education
	Promises  []*Promise
	Orders    []*Order
	At        Position
}

// Choose says how a question is answered. Everybody asks TakesOne, TakesMany or
// TakesMedicines of the question, and not which of these it is: so a way of
// choosing that is new to the eye and not to the logic stands here and in the faces.
type Choose uint8

const (
	One       Choose = iota // exactly one of the answers
	Many                    // at least one of the answers
	Medicines               // names, found in the formulary
)

var chooseWords = []string{"one", "many", "medicines"}

func (c Choose) String() string { return chooseWords[c] }

// ChooseWords are the words for them, in their order.
func ChooseWords() []string { return slices.Clone(chooseWords) }

// Question is what is asked. Every question can also be answered with "not
// sure" and "prefer not to say"; they are not among its Answers.
type Question struct {
	ID      string
	Index   int // its place in Questionnaire.Questions
	Topic   *Topic
	Before  string // one line of ground before a tender question; may be empty
	After   string // what a pause says after a hard question; may be empty
	Ask     string
	Why     string
	Choose  Choose
	Answers []*Answer
	States  []*Answer  // of each medicine found; only with Medicines, may be empty
	Said    string     // of medicines whose state is not asked or not known, with {names}; may be empty
	AskWhen *Condition // nil: always
	Private bool       // never shown on a shared screen
	At      Position
}

// TakesOne tells whether a reply chooses exactly one of the answers.
func (q *Question) TakesOne() bool { return q.Choose == One }

// TakesMany tells whether a reply chooses at least one of the answers.
func (q *Question) TakesMany() bool { return q.Choose == Many }

// TakesMedicines tells whether a reply is a list of medicines.
func (q *Question) TakesMedicines() bool { return q.Choose == Medicines }

// Answer is one choice that a question offers.
type Answer struct {
	ID        string
	Label     string
	Said      string // what it makes true, as she would say it; of a state with {names}; may be empty
	Exclusive bool   // "none of these": stands alone among the answers of a Many question
	Unknown   bool   // the author's own "I do not know": it leaves things open like "not sure"
	At        Position
}

// Urgency says how soon a conversation should be had. A greater one is sooner.
type Urgency uint8

const (
	NextVisit Urgency = iota
	BeforeDeciding
	Soon // in the next days
	Today
	Now
)

var urgencyWords = []string{"next-visit", "before-deciding", "soon", "today", "now"}

func (u Urgency) String() string { return urgencyWords[u] }

// UrgencyWords are the urgencies, the least urgent first.
func UrgencyWords() []string { return slices.Clone(urgencyWords) }

// Urgencies are all of them, the most urgent first.
func Urgencies() []Urgency {
	var all []Urgency
	for u := range urgencyWords {
		all = append(all, Urgency(u))
	}
	slices.Reverse(all)
	return all
}

// AtLeast reports whether u is as soon as other, or sooner.
func (u Urgency) AtLeast(other Urgency) bool { return u >= other }

// Rule is a condition and the conversations that it calls for.
type Rule struct {
	ID              string
	Index           int // its place in Questionnaire.Rules
	Topic           *Topic
	When            *Condition // nil: it holds for everyone
	Needs           []Need
	TalkTo          []*Clinician // whom the needs name first, each once
	Urgency         Urgency
	PossibleUrgency Urgency
	Weight          Weight
	Interrupt       bool
	First           string   // what to do first, on the interrupt page; may be empty
	FirstAt         Position // of First itself
	Reason          string
	ReasonAt        Position // of Reason itself
	Ask             []Ask    // what to request of the clinician; the first that is certain counts
	Learn           []*Education
	Lines           []string  // kinds of help line that its subject calls for, beside the clinicians'
	Sources         []*Source // what the advice itself rests on: who, and how soon
	At              Position
}

// Clinician is a role to talk to: a person or a line, never somebody by name.
type Clinician struct {
	ID     string
	Index  int // its place in Questionnaire.Clinicians
	Name   string
	Who    string
	IfNone string
	Ask    []string      // what anybody may ask her or him, whatever she has answered
	Locals []*LocalNames // what it is called where it is called otherwise
	Lines  []string      // kinds of help line that are shown with it
	// ExistsWhen tells for whom there is such a clinician; nil: for everyone.
	ExistsWhen *Condition
	// TellWithMedicines is what she tells there beside a medicine, where it is certain.
	TellWithMedicines *Condition
	// Line is the kind of help line that it is: a region without one has no such
	// clinician; "": it is none.
	Line string
	// Instead are whom she talks to about what is not for now, where her region has no
	// line of the first kind of Lines. They and the clinician are there for everyone.
	Instead []*Clinician
	At      Position
}

// Education is a short text to read, with what it rests on.
type Education struct {
	ID       string
	Topic    *Topic
	Title    string
	Text     Text
	Sources  []*Source
	Checked  time.Time // the day on which the sources were read; zero if never
	Reviewed []Review  // by licensed clinicians; empty until one has read it
	Lapsed   []Review  // of other words than these are: nothing says that they were reviewed
	// Concerns tells to whom a rule may offer it: whoever it is yes or unknown for;
	// nil: to everyone.
	Concerns *Condition
	At       Position
}

// Mark is that of the words that a review of the text is of.
func (e *Education) Mark() string { return HashOf(e.Title + "\n" + string(e.Text)) }

// Review is a licensed clinician's reading of a text.
type Review struct {
	By   string // name, profession and licence
	On   time.Time
	Seen string // the mark of the words that were read
	At   Position
}

// Source is what an education text rests on.
type Source struct {
	ID    string
	Title string
	By    string
	Year  string
	Where string // a name: of a journal, a site
	Note  string // what else is to be known of it, in the language of the texts
	URL   string
	Read  string // whole, abstract, excerpt or no: how much of it was read for this questionnaire
	At    Position
}

// Region is a country, or everywhere else, with its help lines.
type Region struct {
	ID         string
	Name       string
	InSentence string // its name with its article, where it has one in a sentence
	Lines      []*HelpLine
	At         Position
	nation     string // see [Region.In]
}

// LineKinds are the kinds of help line, in the order in which they are shown: mind
// is for when somebody is not herself, pregnancy and milk are for medicines there,
// stillbirth is for a baby who died, before the birth or after it.
var LineKinds = []string{
	"emergency", "crisis", "mind", "maternal", "nurse", "medicines", "pregnancy", "milk", "poison",
	"violence", "assault", "peer", "substance", "loss", "stillbirth", "feeding", "parents",
}

// HelpLine is a number or site for one region.
type HelpLine struct {
	ID        string
	Kind      string
	Also      []string // other kinds that it serves, after the lines that are of that kind
	Name      string
	For       string // what it is for, in a few words
	Call      string // as the operator prints it; may be empty
	Text      string // number for text messages
	TextWord  string // the word to send to it
	URL       string
	Hours     string  // when somebody answers, in the operator's words
	Open      Opening // the same as data
	Languages []string
	Nation    string // the part of the region that it serves, or several with commas; empty: all of it
	InsteadOf string // the id of the line that it stands for in its nation
	Note      string // its limits: "Not a crisis line."
	Evidence  []Evidence
	Checked   time.Time // the day of the newest record of its number
	Source    string    // what that record is
	At        Position
}

// Promise is a statement about every possible set of answers: for everybody for
// whom If is yes, all that Then expects is so. It expects at least one thing.
type Promise struct {
	ID    string
	Topic *Topic
	If    *Condition // nil: it is promised to everyone
	Then  Expectation
	// Whoever says of whom it is promised, in words that go on after "whoever":
	// for a clinician who reads on paper how this was checked. It may be empty.
	Whoever string
	At      Position
}

// Scenario is a fictional person: a regression test and a workshop vignette at
// once.
type Scenario struct {
	ID        string
	Title     string // for a workshop to choose by; may be empty
	Story     string
	Person    Person
	Called    []Called // her own words for medicines; a workshop shows them
	Expect    Expectation
	Discuss   []string
	Point     string
	IfTheySay []string // what a group usually says of it, and how to meet that
	// Say and MoveOn are the facilitator's own words beside this story, in the place of
	// those for any; "": those for any are right.
	Say, MoveOn string
	Workshop    bool
	Tenderness  int       // 1 gentle to 3 tender; 0: not said
	PairsWith   *Scenario // what goes well after it; may be nil
	At          Position
}

// Called is what a scenario's person calls a medicine that no list has under that
// name. Her reply has it too, where it can be overwritten.
type Called struct {
	Words string
	At    Position
}

// Person is somebody's answers: the named ones, and what every other question
// gets if it is asked.
type Person struct {
	Answers []Given
	Others  []string // the first of these that a question offers; empty: other questions have no answer
	At      Position // of Others, or of the scenario
}

// Given is one question's reply.
type Given struct {
	Question *Question
	Reply    Reply
	At       Position
}
