package workshop

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Kind says what a step shows.
type Kind uint8

// The kinds, in about the order in which a session meets them.
const (
	Part      Kind = iota // of a plan: its title
	Saying                // a line to read aloud
	Numbers               // help lines
	Parked                // what the group leaves aside
	Title                 // of a vignette, with a word before a tender one
	Story                 // a piece of it
	Ask                   // what would you ask her?
	Answer                // a question, and what she says
	Interrupt             // where the questions pause for a page of their own
	Guess                 // who would you send her to?
	Who                   // a step of the plan: with whom, how soon
	Why                   // its reasons
	Say                   // its first words
	Perhaps               // whom what she left open could lead to
	Titles                // things to read
	Read                  // a piece of the first of them
	Discuss               // a question for the room
	Point                 // what to take from it
)

// Step is one page. Only what its kind is about is set.
type Step struct {
	Kind     Kind
	Plan     *questionnaire.PlanStep // the part of the plan that it belongs to; nil without a plan
	Vignette *questionnaire.Scenario // whose story it belongs to; nil outside of stories
	Begins   bool                    // a section: where skipping what is left of the one before leads

	Text      questionnaire.Text // a piece of a story or of education; a saying, a question for the room, the point
	Question  *questionnaire.Question
	Reply     questionnaire.Reply
	Rules     []*questionnaire.Rule      // of an interrupt
	Talk      *screening.Step            // of Who, Why and Say
	Reasons   []*questionnaire.Rule      // of Why
	Perhaps   []*questionnaire.Clinician // of Perhaps
	Education []*questionnaire.Education
	Sayings   []*questionnaire.Saying // of Parked
}
