package page

import (
	"iter"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Page is what stands in one place, or on a page that was opened over one.
type Page struct {
	Kind  Kind
	Place string // where she is: "Feeding and milk"; empty where the title says it
	// Trail are the parts of the questionnaire that lie behind her, in the order in which
	// she came through them. What changes with every question is said with every question,
	// so a face with a head shows this and counts nothing.
	Trail  []string
	Blocks []Block
	// Alone is what going on means while nothing is chosen; nil: something must
	// be chosen.
	Alone *Choice
	// ToEnd: Alone is meant only by who has had all of the page before her.
	ToEnd bool
	// Begin is the number of the choice at which she stands first, from 0: what
	// she said before, or the first of a list from which nothing is answered;
	// NoChoice: none. Who ticks a box stays where she is.
	Begin int
	// Reading: it is there to be read; choosing comes second.
	Reading bool
	// Typing: what she types is a name, so no letter is a command.
	Typing bool
	// Found says how many names what is typed leads to, and which is the first: what
	// changes with every letter. Empty: none.
	Found string
	Ways  []Way
	// Notice is what has just happened on the page, such as that a medicine is on
	// her list; empty: nothing.
	Notice string
	// Left says about how many questions are left, for a face that has no room for a trail;
	// empty where that is not said.
	Left string
	// Aside is what an author is told of the place; empty: nothing.
	Aside string
	// Later: the question is of a part after the one with which everybody begins. What was
	// told of keys there is not told again.
	Later    bool
	Question *questionnaire.Question // of the page of a question; else nil
	Draft    Draft                   // what she has put together there
}

// NoChoice stands for none of a page's choices.
const NoChoice = -1

// Kind is what a page is.
type Kind uint8

// The kinds: first the places of a visit, then what opens over them, then the
// pages of a shared laptop, a preview and a workshop.
const (
	NoPage Kind = iota
	WelcomePage
	ConsentPage
	PlacingPage
	QuestionPage
	DangerPage
	StoppedPage
	PausePage
	ReviewPage
	ResultPage
	BrowsingPage
	FarewellPage

	CardPage
	WordsPage
	AlsoPage
	OpenPage
	CopyPage
	ShowPage
	TextsPage
	TextPage
	LinesPage
	LinePage
	WhyPage
	KeysPage

	KioskPage
	JumpPage
	WallPage
	StoriesPage
	ConfirmPage
	NotesPage
)

// Manner is what a block is to the reader. How it looks, sounds or prints is for
// each face to decide.
type Manner uint8

// The manners, with what a face needs to know of each.
const (
	Text       Manner = iota // a paragraph
	Title                    // what the page is
	Heading                  // what a part of the page is
	Question                 // what is asked; stays in view where there is room
	Before                   // one line of ground before a tender question
	Why                      // why it is asked
	Note                     // explains, softly
	Strong                   // must not be passed over
	Notice                   // new, or easily mistaken
	Item                     // one of a list
	NoteItem                 // one of a list that explains
	NoticeItem               // one of a list of what is new
	Act                      // what to do first, with the number to call
	Number                   // a way to reach a help line: "call 988"
	LineName                 // whose the numbers before it are; alone: a line without a number
	LineNote                 // the limits of the line before it
	LineAbout                // what else is known of a help line
	Address                  // a web address
	Code                     // leads a camera to Dial, with this beneath it; for eyes only, and only once asked for
	Quote                    // words of hers, to say aloud; without quotation marks
	Reason                   // one of a list of reasons
	Because                  // the answer that the reason before it rests on
	Field                    // what the field to type into is called
	Hint                     // how to use the field
	Key                      // what Action does; the face says with which key or word
	Option                   // can be chosen: Choice is there
	Loud                     // what a page of the wall is about
	Numbered                 // one of a list on the wall; its number stands before it
)

// Spelled reports whether the numbers of such a block are telephone numbers,
// which are said digit by digit.
func (m Manner) Spelled() bool {
	switch m {
	case Act, Number, LineNote, LineAbout:
		return true
	}
	return false
}

// Block is a piece of a page.
type Block struct {
	Manner Manner
	Spans  []questionnaire.Span
	Apart  bool // begins something new: there is room before it
	// Folded: it can be left out where it does not fit or cannot be shown.
	Folded bool
	// Known: she has read it before, and an action leads to it. A face for the eye may
	// leave it out, so that the answers stand higher.
	Known  bool
	Choice *Choice // of an Option
	Action Action  // of a Key
	Dial   string  // of a Code: the number as its operator prints it
}

// Text is what the block says, without emphasis.
func (b Block) Text() string {
	if len(b.Spans) == 1 {
		return b.Spans[0].Words
	}
	var all strings.Builder
	for _, s := range b.Spans {
		all.WriteString(s.Words)
	}
	return all.String()
}

// Choices are what can be chosen, by their numbers from 0.
func (p Page) Choices() iter.Seq2[int, *Choice] {
	return func(yield func(int, *Choice) bool) {
		n := 0
		for _, b := range p.Blocks {
			if b.Choice != nil {
				if !yield(n, b.Choice) {
					return
				}
				n++
			}
		}
	}
}

// Choice is the choice of this number, or nil.
func (p Page) Choice(number int) *Choice {
	for n, c := range p.Choices() {
		if n == number {
			return c
		}
	}
	return nil
}
