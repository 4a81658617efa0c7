package visit

import "github.com/ask-first/askfirst/internal/questionnaire"

// Event is something that she did, in the past tense. It carries ids and
// replies, never keys or words. One that cannot happen where she stands changes
// nothing.
type Event interface{ event() }

// The events, and where each can happen.
type (
	// Began left the welcome forward.
	Began struct{}

	// Agreed gave consent.
	Agreed struct{}

	// AgreedShort gave consent to a few questions only: those of
	// [questionnaire.Questionnaire.Short]. It can happen where [Visit.Short] has any.
	AgreedShort struct{}

	// Placed said where she lives. An id of no region is "somewhere else", and
	// so is none.
	Placed struct{ Region string }

	// Settled said in which nation of her region she is. One that the region does
	// not have is none.
	Settled struct{ Nation string }

	// Moved went from the review to where she lives, to say it anew.
	Moved struct{}

	// Replied answered the question at which she stands. The reply's slices
	// belong to the visit from then on: Forget overwrites them.
	Replied struct{ Reply questionnaire.Reply }

	// Prepared put an answer together at the question and has not said it yet: ticks,
	// a list of medicines. What is put together counts for nothing, and is kept. The
	// reply is definite, and may be empty; its slices belong to the visit.
	Prepared struct{ Reply questionnaire.Reply }

	// Passed skipped the rest of the part that the question belongs to: its id.
	Passed struct{ Topic string }

	// HadEnough ended the questions, at a question or at a pause. At an
	// emergency page it is Stopped.
	HadEnough struct{}

	// WentOn left an emergency page, a pause, the review, or the place where
	// she had stopped.
	WentOn struct{}

	// Stopped ended the questions at an emergency page.
	Stopped struct{}

	// Resumed took the questions up again after HadEnough or Stopped.
	Resumed struct{}

	// Reread went from the result, or from where she had stopped, to her answers.
	Reread struct{}

	// Reopened chose an answer to change, in the review: its question's id.
	Reopened struct{ Question string }

	// WentBack went to the place before this one.
	WentBack struct{}

	// TookBack undid the last of Replied, Passed, HadEnough, Stopped and Left.
	TookBack struct{}

	// Left went out, from anywhere. Keeping: she asked for one line to stay on the
	// screen, which nobody can where others see it.
	Left struct{ Keeping bool }

	// Jumped went straight to a question, asked or not, to the Welcome, to the
	// Reviewing or to the Result as it is so far: in a preview. Nothing is
	// answered by it.
	Jumped struct{ To Where }
)

func (Began) event()       {}
func (Agreed) event()      {}
func (AgreedShort) event() {}
func (Placed) event()      {}
func (Settled) event()     {}
func (Moved) event()       {}
func (Replied) event()     {}
func (Prepared) event()    {}
func (Passed) event()      {}
func (HadEnough) event()   {}
func (WentOn) event()      {}
func (Stopped) event()     {}
func (Resumed) event()     {}
func (Reread) event()      {}
func (Reopened) event()    {}
func (WentBack) event()    {}
func (TookBack) event()    {}
func (Left) event()        {}
func (Jumped) event()      {}
