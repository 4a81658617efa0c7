package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Draft is what she has put together on the page of a question and not said yet:
// ticked answers, her list of medicines, a name that is looked for. It is a
// value; a face keeps one and shows [Drafted] with it. The zero value is nothing.
// With each change a face tells the visit what is [Draft.Prepared], which keeps it
// when she goes elsewhere.
type Draft struct {
	back    bool                    // she came back to an answer of hers, finished or not
	said    questionnaire.ReplyKind // what she said before, while nothing else is chosen
	answers []int
	taken   []questionnaire.Taken
	rest    bool // she was not sure about the rest, while nothing else is chosen
	typed   string
	found   []finder.Match
	several []string              // the names in what is typed, if it is more than one
	waiting []string              // names that are looked for next, one after the other
	asking  bool                  // the state of a medicine is asked
	about   []questionnaire.Taken // that medicine, and what is in it besides
	rested  string                // words of its name that nobody knows
	off     []questionnaire.Taken // the list as it was, after a medicine was taken off
	notice  string
}

// DraftOf is what she said before, to be changed, or what she has put together since.
func DraftOf(at visit.Asked) Draft {
	said := at.Said
	if at.Prepared != nil {
		said = *at.Prepared
		if len(said.Answers)+len(said.Taken) == 0 {
			said.Kind = questionnaire.NoReply
		}
	}
	back := at.Prepared != nil || said.Kind != questionnaire.NoReply
	return Draft{back: back, said: said.Kind, answers: slices.Clone(said.Answers), taken: slices.Clone(said.Taken), rest: said.RestUnsure}
}

// Prepared is what of the draft is kept wherever she goes. A medicine whose state is
// still asked is on her list, and the state is not known.
func (d Draft) Prepared() visit.Event {
	r := d.reply()
	if !d.asking {
		return visit.Prepared{Reply: r}
	}
	for _, t := range d.about {
		if !slices.ContainsFunc(r.Taken, func(o questionnaire.Taken) bool { return o.Medicine == t.Medicine }) {
			t.State, t.Declined = questionnaire.UnsureState, false
			r.Taken = append(r.Taken, t)
		}
	}
	return visit.Prepared{Reply: r}
}

// Searched is the draft with a name that she typed, and what it may mean. An
// empty name is none.
func (d Draft) Searched(typed string, found []finder.Match) Draft {
	d.typed, d.found, d.asking, d.notice = typed, found, false, ""
	d.several, d.off, d.rested = nil, nil, ""
	if typed != "" {
		d.said, d.rest = questionnaire.NoReply, false
	}
	return d
}

// Several is the draft with several names typed at once, which are gone through one by
// one.
func (d Draft) Several(typed string, names []string) Draft {
	d = d.Searched(typed, nil)
	d.several = names
	return d
}

// Next is the draft without the name that is to be looked for next, and that name;
// empty: none waits, or something else is to be settled before.
func (d Draft) Next() (Draft, string) {
	if len(d.waiting) == 0 || d.asking || d.typed != "" {
		return d, ""
	}
	next := d.waiting[0]
	d.waiting = d.waiting[1:]
	return d, next
}

// goThrough is the draft with all of the names waiting.
func (d Draft) goThrough() *Draft {
	names := d.several
	d = d.Searched("", nil)
	d.waiting = slices.Concat(names, d.waiting)
	return &d
}

// Fewer reports whether a medicine that was on the list before is off it.
func (d Draft) Fewer(before Draft) bool { return len(d.taken) < len(before.taken) }

// Changed reports whether what is on the list is not what was there before.
func (d Draft) Changed(before Draft) bool { return !slices.Equal(d.taken, before.taken) }

// Forget overwrites what she called medicines, where it stands in memory.
func (d Draft) Forget() {
	for _, list := range [][]questionnaire.Taken{d.about, d.taken, d.off} {
		for _, t := range list {
			t.Typed.Forget()
		}
	}
}

// Typed is the name that is looked for; empty: none.
func (d Draft) Typed() string { return d.typed }

// Asking reports whether the page asks about the state of one medicine instead.
func (d Draft) Asking() bool { return d.asking }

// told is the draft with a notice in the place of the one before; empty: none.
func (d Draft) told(notice string) *Draft {
	d.notice = notice
	return &d
}

// ticked turns the box of an answer. One that stands alone takes the others out,
// and is taken out by them; that is said, because it is not done in silence.
func (d Draft) ticked(q *questionnaire.Question, at int, w *wording.Words) *Draft {
	d.said, d.rest = questionnaire.Definite, false
	if slices.Contains(d.answers, at) {
		d.answers = slices.DeleteFunc(slices.Clone(d.answers), func(a int) bool { return a == at })
		return d.told("")
	}
	kept := slices.DeleteFunc(slices.Clone(d.answers), func(a int) bool { return q.Answers[a].Exclusive || q.Answers[at].Exclusive })
	notice := ""
	switch out := d.answers; {
	case len(kept) == len(out):
	case q.Answers[at].Exclusive:
		notice = w.Question.Alone
	default:
		notice = wording.Fill(w.Question.LeftAlone, "answer", q.Answers[out[0]].Label)
	}
	d.answers = append(kept, at)
	slices.Sort(d.answers)
	return d.told(notice)
}

// put is the draft with medicines on the list, in the place of what she said of them
// before. Each name that she has for one is kept, and names that the list does not know
// are one entry. Where she says different things of two names, the state is not known.
func (d Draft) put(taken []questionnaire.Taken, notice string) *Draft {
	for _, t := range taken {
		if i := slices.IndexFunc(d.taken, func(o questionnaire.Taken) bool { return o.Medicine == t.Medicine }); i >= 0 {
			before := d.taken[i]
			if twoNames(before.Typed, t.Typed) && before.State != t.State {
				t.State, t.Declined = questionnaire.UnsureState, false
			}
			t.Typed = bothTyped(before.Typed, t.Typed)
		}
		d = d.without(t.Medicine)
		d.taken = append(d.taken, t)
	}
	return d.told(notice)
}

// takenOff is the draft without a medicine, which can be put back.
func (d Draft) takenOff(medicine int, notice string) *Draft {
	before := d.taken
	d = d.without(medicine)
	d.off = before
	return d.told(notice)
}

// putBack is the draft with the list as it was.
func (d Draft) putBack(notice string) *Draft {
	before := d.off
	d = d.Searched("", nil)
	d.taken = before
	return d.told(notice)
}

// twoNames reports whether these are two names that she has.
func twoNames(a, b *questionnaire.Typed) bool {
	return a != nil && b != nil && !holdsTyped(a, b)
}

// holdsTyped reports whether a name is among those that were typed.
func holdsTyped(names, name *questionnaire.Typed) bool {
	return slices.Contains(strings.Split(names.String(), ", "), name.String())
}

// without is the draft without a medicine, and with nothing looked for.
func (d Draft) without(medicine int) Draft {
	d.taken = slices.DeleteFunc(slices.Clone(d.taken), func(o questionnaire.Taken) bool { return o.Medicine == medicine })
	d.said, d.rest = questionnaire.NoReply, false
	return d.Searched("", nil)
}

// bothTyped are the words of two names, each once.
func bothTyped(before, now *questionnaire.Typed) *questionnaire.Typed {
	if before == nil || now == nil {
		return cmp.Or(now, before)
	}
	if holdsTyped(before, now) {
		return before
	}
	return questionnaire.NewTyped(before.String(), now.String())
}

// ask is the draft that asks for the state of a medicine and of what is in it besides,
// under the names that she knows them by.
func (d Draft) ask(about []questionnaire.Taken, rest string) *Draft {
	d.asking, d.about, d.rested = true, about, rest
	return d.told("")
}

// some reports whether something is put together that leaves a rest.
func (d Draft) some(q *questionnaire.Question) bool {
	_, err := q.AndNotSure(d.reply())
	return err == nil
}

func (d Draft) reply() questionnaire.Reply {
	return questionnaire.Reply{Kind: questionnaire.Definite, Answers: slices.Clone(d.answers), Taken: slices.Clone(d.taken)}
}

// replied is the answer that says what is put together.
func (d Draft) replied() visit.Event { return visit.Replied{Reply: d.reply()} }

// andNotSure is the same, with the rest left open.
func (d Draft) andNotSure() visit.Event {
	r := d.reply()
	r.RestUnsure = true
	return visit.Replied{Reply: r}
}

// Carry is the draft for the same question of an edited questionnaire, as far as
// what is put together is still there. Letters that are typed stay, and are
// looked for again with find.
func (d Draft) Carry(before visit.Visit, to *questionnaire.Question, q *questionnaire.Questionnaire, find func(string) []finder.Match) Draft {
	at, ok := before.Where().(visit.Asked)
	if !ok {
		return Draft{}
	}
	carried := func(r questionnaire.Reply) questionnaire.Reply {
		r.Kind = questionnaire.Definite
		state, _ := screening.Start(before.Questionnaire()).Answer(at.Question, r).Carry(q)
		return state.Reply(to)
	}
	n := d
	n.notice, n.answers, n.off, n.taken = "", nil, nil, carried(questionnaire.Reply{Taken: d.taken}).Taken
	for _, a := range d.answers { // one by one, because together they may be no reply any more
		n.answers = append(n.answers, carried(questionnaire.Reply{Answers: []int{a}}).Answers...)
	}
	if d.typed != "" {
		n.found = find(d.typed)
	}
	if d.asking {
		about := slices.Clone(d.about)
		for i := range about {
			about[i].State, about[i].Declined = questionnaire.UnsureState, false // it is asked
		}
		n.about = carried(questionnaire.Reply{Taken: about}).Taken
		n.asking = len(n.about) > 0 && len(to.States) > 0
	}
	return n
}
