// Package visit is one person's way through the program, from the welcome to
// the farewell: what comes after what, for every face.
//
// A [Visit] is a value. It says where she stands ([Visit.Where]), and makes of
// something that she did ([Visit.Did]) the visit that follows. A face shows the
// place, learns what she did, and takes the next visit; it decides nothing. The
// package knows no words, keys, clock or terminal, so full screen, plain lines,
// the preview and the tests all walk the same way.
//
// There are two ways to return, and they differ in what becomes of her answers.
//
//   - [WentBack] leads to the place before this one, the way she came. What she
//     said stays said, and is shown there. What was put down for her goes: the
//     "prefer not to say" of a part that she passed over, or of all that came
//     after she had had enough. So after any event but [Replied], [Placed] and [Settled],
//     going back gives the place and the answers that were there before. What she put
//     together and did not say ([Prepared]) stays wherever she goes.
//   - [TookBack] undoes the last thing that counted, with everything since:
//     the visit is the one from before it.
//
// An interrupt comes before anything else. Whatever event makes one due, the
// next place is [Danger]; among the questions and after them there is no place at
// which one is due and was not shown, but for those that an author jumped to.
package visit

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Visit is one person's way, at one moment. Each method that goes on returns a
// new Visit and leaves the old one as it was; all that come from one [Begin] must
// stay in one goroutine, because [Visit.Forget] reaches all of their answers.
type Visit struct {
	o    Options
	said screening.State
	// region is the place of hers among the regions; -1 until she said.
	region int
	nation int // hers among the nations of the region; -1 until she said
	here   place
	trail  *step            // what WentBack returns to
	again  []int            // rules whose page she left backwards: it comes again when she goes on
	shown  *screening.State // the answers of the last result that she saw
	undo   *undo            // what TookBack returns to
	// prepared is what she has put together at questions and not said yet, by their
	// places. It is never changed, so that visits share it.
	prepared map[int]questionnaire.Reply
	kept     *kept // all answers there ever were, to be forgotten
}

// Options are what differs between the ways into the program.
type Options struct {
	// Region is the id of hers where it is known already: then it is not asked.
	Region string
	// Nation is the part of that region that she is in, where it is known too.
	Nation string
	// Guess is a region that is marked where she is asked, and never more.
	Guess string
	// Shared: others may see the screen, so private questions are not shown.
	Shared bool
	// Texts to read instead of a screening; nil: a screening.
	Texts []*questionnaire.Education
	// Preview: an author may jump anywhere with [Jumped].
	Preview bool
}

// undo is the visit from before something that counted.
type undo struct {
	before Visit
	what   Event
}

// Begin is a visit at its first place.
func Begin(q *questionnaire.Questionnaire, o Options) Visit {
	v := Visit{o: o, region: regionCalled(q, o.Region), nation: -1, here: place{kind: welcome, at: before}, kept: &kept{}}
	if v.region >= 0 {
		v.nation = slices.Index(q.Regions[v.region].Nations(), o.Nation)
	}
	if o.Texts != nil {
		v.here.kind = browsing
	}
	state := screening.Start(q)
	if o.Shared {
		state = screening.StartShared(q)
	}
	v.said = v.kept.keep(state)
	return v
}

// Shared reports whether others may see the screen.
func (v Visit) Shared() bool { return v.o.Shared }

func regionCalled(q *questionnaire.Questionnaire, id string) int {
	return slices.IndexFunc(q.Regions, func(r *questionnaire.Region) bool { return r.ID == id })
}

// Here is where she lives, as far as she has said it; "": not at all.
func (v Visit) Here() (region, nation string) {
	if v.region < 0 {
		return "", ""
	}
	r := v.Region()
	return r.ID, r.Nation()
}

// Questionnaire is what the visit follows, in the language of the moment.
func (v Visit) Questionnaire() *questionnaire.Questionnaire { return v.said.Questionnaire() }

// Said is what she has answered so far.
func (v Visit) Said() screening.State { return v.said }

// Region is hers, with the lines that serve her nation; or the one for whoever gave
// none: the last of the list, which holds everywhere. It is never nil.
func (v Visit) Region() *questionnaire.Region {
	whole := v.wholeRegion()
	if nations := whole.Nations(); v.nation >= 0 && v.nation < len(nations) {
		return whole.In(nations[v.nation])
	}
	return whole
}

func (v Visit) wholeRegion() *questionnaire.Region {
	regions := v.Questionnaire().Regions
	switch {
	case v.region >= 0:
		return regions[v.region]
	case len(regions) > 0:
		return regions[len(regions)-1]
	}
	return &questionnaire.Region{}
}

// Plan is what the answers so far lead to, where she lives.
func (v Visit) Plan() screening.Plan { return v.said.Plan(v.served()) }

// served is the region whose help lines she is shown; nil where there are none at
// all.
func (v Visit) served() *questionnaire.Region {
	if len(v.Questionnaire().Regions) == 0 {
		return nil
	}
	return v.Region()
}

// asksRegion reports whether where she lives is a question at all.
func (v Visit) asksRegion() bool {
	q := v.Questionnaire()
	return len(q.Regions) >= 2 && regionCalled(q, v.o.Region) < 0
}

// Moves reports whether she can say anew where she lives.
func (v Visit) Moves() bool { return len(v.Questionnaire().Regions) >= 2 || v.asksNation() }

// asksNation reports whether the numbers of her region differ between its nations.
func (v Visit) asksNation() bool { return v.region >= 0 && len(v.wholeRegion().Nations()) > 0 }

// Short are the questions that the short way may ask, as far as she has answered. None:
// she is not offered that way.
func (v Visit) Short() []*questionnaire.Question {
	if len(v.shortOf(v.said.Enough())) == 0 {
		return nil
	}
	return v.shortOf(v.said)
}

// shortOf are the questions of the short way that are asked with these answers. If she has
// had enough, all others count as "prefer not to say", as they do at its end.
func (v Visit) shortOf(said screening.State) []*questionnaire.Question {
	of := v.Questionnaire().Short
	if len(of) == 0 {
		return nil
	}
	return slices.DeleteFunc(said.Asked(), func(q *questionnaire.Question) bool { return !slices.Contains(of, q) })
}

// Left counts the questions that come after the place where she stands: those
// that are asked in any case, and those that may be.
func (v Visit) Left() (sure, perhaps int) {
	at := v.here
	if at.mode == short {
		certain := v.shortOf(v.said.Enough())
		for _, q := range v.Short() {
			switch {
			case q.Index == at.at || v.own(q).Kind != questionnaire.NoReply:
			case slices.Contains(certain, q):
				sure++
			default:
				perhaps++
			}
		}
		return sure, perhaps
	}
	sure, perhaps = v.said.Left()
	switch {
	case at.kind != asked || v.own(v.Questionnaire().Questions[at.at]).Kind != questionnaire.NoReply || !v.isAsked(at.at):
	case sure > 0:
		sure--
	default:
		perhaps--
	}
	return sure, max(0, perhaps)
}

// TakesBack is the event that [TookBack] would undo now, or nil.
func (v Visit) TakesBack() Event {
	if v.undo == nil {
		return nil
	}
	return v.undo.what
}

// In is the same visit in another language: with the questionnaire that has the
// same questions in the same places.
func (v Visit) In(q *questionnaire.Questionnaire) Visit {
	v.said = v.said.In(q)
	return v
}
