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
	Saying                // lines to read aloud, each of which stays as the next comes
	Numbers               // help lines
	Parked                // what the group leaves aside
	Title                 // of a vignette: her name, or before a tender one what it is about
	Story                 // a piece of it
	Ask                   // what would you ask her?
	Asked                 // a question with what one can answer; then, a reveal, what she says
	Unseen                // that a question is not shown where others see it
	Answer                // of the whole way: a question, and what she says
	Interrupt             // where the questions pause for a page of their own
	Later                 // what waits, now that help comes first
	Vote                  // whom first, and how soon: people and urgencies to count hands on
	Result                // her whole plan
	Guess                 // of the whole way: who would you send her to?
	Who                   // a step of the plan: with whom, how soon
	Why                   // its reasons
	Say                   // its first words
	First                 // a step of the plan: with whom, how soon, and why
	Rest                  // the other steps, a line each
	Perhaps               // whom what she left open could lead to
	Titles                // things to read
	Read                  // a piece of the first of them
	Discuss               // questions for the room; on the short way each stays as the next comes
	Point                 // what to take from it
)

// Step is one page. Only what its kind is about is set.
type Step struct {
	Kind     Kind
	Plan     *questionnaire.PlanStep // the part of the plan that it belongs to; nil without a plan
	Vignette *questionnaire.Scenario // whose story it belongs to; nil outside of stories
	Begins   bool                    // a section: where skipping what is left of the one before leads
	Reveals  bool                    // the same page as the step before it, with more on it

	Evening   *questionnaire.Plan // of the first Part: what begins
	Agreed    bool                // of Saying: looked at again
	Choice    Stories             // of Part: those between which small groups choose
	Text      questionnaire.Text  // a piece of a story or of education; the point
	Words     screening.Words     // of Say
	Question  *questionnaire.Question
	Reply     questionnaire.Reply
	Rules     []*questionnaire.Rule      // of an interrupt; of Numbers, those of all stories of the session
	Kinds     []string                   // of Numbers: of the lines for whom those stories lead to first
	More      int                        // of Asked: how many questions are not shown; on the last of them
	Result    *screening.Plan            // of Result
	Others    []screening.Step           // of Rest
	Talk      *screening.Step            // of Who, Why, Say and First
	Reasons   []*questionnaire.Rule      // of Why and First
	Perhaps   []*questionnaire.Clinician // of Perhaps and Vote
	Questions []string                   // of Discuss
	Education []*questionnaire.Education
	Sayings   []*questionnaire.Saying // of Saying and Parked
}
