package visit

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Where is the place at which she stands: one type a place, with what only this
// place knows. Everything else is asked of the [Visit].
type Where interface{ where() }

// The places, in the order in which most people come through them.
type (
	// Welcome is the first place: Began, Left.
	Welcome struct{}

	// Consent is what she is told before she agrees: Agreed, AgreedShort, Left.
	Consent struct{}

	// Placing asks where she lives, to show the right numbers: Placed.
	Placing struct {
		Marked  *questionnaire.Region // what she chose before, or a guess; nil: neither
		Guessed bool                  // it is a guess
	}

	// Settling asks in which nation of her region she is, where the numbers to call
	// at once differ by it: Settled.
	Settling struct {
		Region *questionnaire.Region // all of it
		Marked string                // what she chose before; empty: nothing
	}

	// Asked is a question: Replied, Prepared, Passed, HadEnough.
	Asked struct {
		Question *questionnaire.Question
		Said     questionnaire.Reply  // by herself, before; never what was put down because she had enough
		Prepared *questionnaire.Reply // put together since, and not said yet; nil: nothing
		Changing bool                 // one answer from the review, or what the change brought up
		NotAsked bool                 // nobody with her answers is asked this: only in a preview
	}

	// Danger is the emergency page of the rules that are certain now, the most
	// urgent first: WentOn, Stopped.
	Danger struct{ Rules []*questionnaire.Rule }

	// StoppedAt is where she stopped at an emergency page. The numbers stay:
	// WentOn leads to the result, Resumed to the questions.
	StoppedAt struct{ Rules []*questionnaire.Rule }

	// Paused is a rest after a hard question: WentOn, HadEnough.
	Paused struct{ After *questionnaire.Question }

	// Reviewing shows her every answer: Reopened, Moved, WentOn.
	Reviewing struct {
		Stopped bool // she had enough; Resumed leads to what is not answered yet
		// Last is what she went to from here last, [Reopened] or [Moved]; nil: nothing.
		Last Event
		// Altered: that is another now. Fallen are the questions that she had answered and
		// that nobody with her answers is asked any more.
		Altered bool
		Fallen  []*questionnaire.Question
	}

	// Result is what it all led to: Reread leads to her answers, Left out.
	Result struct {
		Plan   screening.Plan
		Change *screening.Change // since the last result that she saw; nil: this is the first
	}

	// Browsing is the education, without a screening: Left.
	Browsing struct{ Texts []*questionnaire.Education }

	// Farewell is the end. WentBack and TookBack lead back to where she left,
	// for a face that asks; the others forget the visit here.
	Farewell struct{ Keeping bool } // she asked for one line to stay
)

func (Welcome) where()   {}
func (Consent) where()   {}
func (Placing) where()   {}
func (Settling) where()  {}
func (Asked) where()     {}
func (Danger) where()    {}
func (StoppedAt) where() {}
func (Paused) where()    {}
func (Reviewing) where() {}
func (Result) where()    {}
func (Browsing) where()  {}
func (Farewell) where()  {}

// kind is which place it is.
type kind uint8

const (
	welcome kind = iota
	consent
	placing
	settling
	asked
	danger
	stopped
	paused
	reviewing
	result
	browsing
	farewell
)

// before stands before the first question.
const before = -1

// place is a place as the visit keeps it: by numbers, which are the same in
// every language.
type place struct {
	kind kind
	mode mode
	at   int   // the question it belongs to: she has come as far as this
	rest bool  // of a danger: the pause of its question is still to come
	of   []int // the rules of a danger
	// since is what a result is compared with.
	since   *screening.State
	keeping bool  // of the farewell: one line stays
	went    *went // of a review: what she went to from it last
}

// went is what she went to from a review, and how it was then.
type went struct {
	to             int // a question, or before: where she lives
	region, nation int
	said           screening.State
}

// mode is which questions come next.
type mode uint8

const (
	inOrder  mode = iota // all that are asked, those with an answer too
	short                // those for whom has little time, and then the result
	onlyOpen             // what has no answer yet
	changing             // the same, and it is part of a change from the review
)

// Where is the place at which she stands.
func (v Visit) Where() Where {
	q := v.Questionnaire()
	switch v.here.kind {
	case consent:
		return Consent{}
	case placing:
		return Placing{Marked: v.marked(), Guessed: v.region < 0 && v.marked() != nil}
	case settling:
		return Settling{Region: v.wholeRegion(), Marked: v.Region().Nation()}
	case asked:
		question := q.Questions[v.here.at]
		return Asked{Question: question, Said: v.own(question), Prepared: v.Prepared(question), Changing: v.here.mode == changing, NotAsked: !v.isAsked(v.here.at)}
	case danger:
		return Danger{Rules: v.rules()}
	case stopped:
		return StoppedAt{Rules: v.rules()}
	case paused:
		return Paused{After: q.Questions[v.here.at]}
	case reviewing:
		return v.review()
	case result:
		return v.result()
	case browsing:
		return Browsing{Texts: v.texts()}
	case farewell:
		return Farewell{Keeping: v.here.keeping}
	}
	return Welcome{}
}

func (v Visit) marked() *questionnaire.Region {
	if v.region >= 0 {
		return v.wholeRegion()
	}
	return v.Questionnaire().Region(v.o.Guess)
}

// own is what she said herself to a question.
func (v Visit) own(question *questionnaire.Question) questionnaire.Reply {
	return v.said.Resume().Reply(question)
}

func (v Visit) isAsked(at int) bool {
	for _, q := range v.said.Asked() {
		if q.Index == at {
			return true
		}
	}
	return false
}

func (v Visit) rules() []*questionnaire.Rule {
	var rules []*questionnaire.Rule
	for _, i := range v.here.of {
		rules = append(rules, v.Questionnaire().Rules[i])
	}
	return rules
}

func (v Visit) review() Reviewing {
	r := Reviewing{Stopped: v.said.Stopped()}
	w := v.here.went
	switch {
	case w == nil:
		return r
	case w.to == before:
		r.Last = Moved{}
		r.Altered = w.region != v.region || w.nation != v.nation
		return r
	}
	question := v.Questionnaire().Questions[w.to]
	r.Last = Reopened{question.ID}
	r.Altered = !w.said.Reply(question).Equal(v.said.Reply(question))
	for _, q := range w.said.In(v.Questionnaire()).Asked() {
		if w.said.Reply(q).Kind != questionnaire.NoReply && !v.isAsked(q.Index) {
			r.Fallen = append(r.Fallen, q)
		}
	}
	return r
}

func (v Visit) result() Result {
	r := Result{Plan: v.Plan()}
	if v.here.since != nil {
		change := r.Plan.Since(v.here.since.In(v.Questionnaire()).Plan(v.served()))
		r.Change = &change
	}
	return r
}

// texts are those that she browses, in the language of the moment.
func (v Visit) texts() []*questionnaire.Education {
	var texts []*questionnaire.Education
	for _, e := range v.o.Texts {
		if same := v.Questionnaire().Text(e.ID); same != nil {
			texts = append(texts, same)
		}
	}
	return texts
}
