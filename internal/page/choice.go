package page

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
)

// Choice is something that can be chosen. It means exactly one thing: Means,
// Opens, Closes, Drafts, Language or Door, whichever is set.
type Choice struct {
	Label string
	// Number is how to reach the help line that the label names: "call 988".
	Number string
	Access string // how that line answers in her language, where that is not its first
	Answer string // hers, a sentence before the question that the label is
	Box    bool   // one of several that can be chosen together
	Marked bool   // chosen already: its box is ticked, or she said it before
	Extra  Extra  // which of the program's own answers it is, whatever its label

	Means    visit.Event
	Opens    Opening
	Closes   bool   // back to the page beneath this one
	Drafts   *Draft // the same page goes on with this
	Language string // the same page, and everything after it, in another language
	Door     bool   // the first page of the other questionnaire, and everything after it
}

// Extra is one of the answers that every question takes without its author writing
// them. An author may give an answer of hers the same label.
type Extra uint8

// The extra answers.
const (
	NoExtra  Extra = iota
	NotSure        // of a list on which something stands: about the rest
	Declined       // likewise
	Unlisted       // a medicine that the list does not know
)

// Opening is a page over the place at which she stands. Openings carry ids, so
// that they mean the same in another language.
type Opening interface{ opening() }

// The openings.
type (
	// Card is one step of the plan, by its clinician's id.
	Card struct{ Clinician string }

	// MoreWords are those of her words in a step that its card does not say.
	MoreWords struct{ Clinician string }

	// Everything is the whole result, for whom it is three lines.
	Everything struct{}

	// Also are the steps that the result does not name.
	Also struct{}

	// Unfolded is what she left open, question by question: what the talk with a
	// clinician carries of it, or, without one, what no step of the plan does.
	Unfolded struct{ Clinician string }

	// Copying is the plan, short, to be copied with a pen.
	Copying struct{}

	// Showing is a page to hold up to the clinician of a step.
	Showing struct{ Clinician string }

	// Texts are the titles of what there is to read: beside the step with a
	// clinician, or, without one, beside the whole plan.
	Texts struct{ Clinician string }

	// Reading is one text, by its id.
	Reading struct{ Text string }

	// Lines are all help lines of her region.
	Lines struct{}

	// Line is one help line, by its id.
	Line struct{ ID string }

	// WhyAsked is why the question is asked, and whom it can lead to; by its id.
	WhyAsked struct{ Question string }

	// Keys are what can be done anywhere.
	Keys struct{}
)

func (Card) opening()       {}
func (MoreWords) opening()  {}
func (Everything) opening() {}
func (Also) opening()       {}
func (Unfolded) opening()   {}
func (Copying) opening()    {}
func (Showing) opening()    {}
func (Texts) opening()      {}
func (Reading) opening()    {}
func (Lines) opening()      {}
func (Line) opening()       {}
func (WhyAsked) opening()   {}
func (Keys) opening()       {}

// Together is what it means to choose these boxes at once; with one of the free
// answers among them she is not sure about the rest. alone is what stood in the
// way: the label of an answer that cannot be chosen with others.
func (p Page) Together(numbers ...int) (means visit.Event, alone string) {
	var places []int
	rest := false
	for n, c := range p.Choices() {
		for _, number := range numbers {
			switch {
			case n != number:
			case !c.Box && len(numbers) > 1 && (c.Extra == NotSure || c.Extra == Declined):
				rest = true
			case !c.Box && len(numbers) > 1:
				return nil, c.Label
			case !c.Box:
				return c.Means, ""
			case p.Question.Answers[n].Exclusive && len(numbers) > 1:
				return nil, c.Label
			default:
				places = append(places, n)
			}
		}
	}
	if len(places) == 0 {
		return nil, ""
	}
	return visit.Replied{Reply: questionnaire.Reply{Kind: questionnaire.Definite, Answers: places, RestUnsure: rest}}, ""
}
