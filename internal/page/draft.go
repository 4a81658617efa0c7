package page

import (
	"cmp"
	"slices"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
)

// Draft is what she has put together on the page of a question and not said yet:
// ticked answers, her list of medicines, a name that is looked for. It is a
// value; a face keeps one and shows [Drafted] with it. The zero value is nothing.
type Draft struct {
	said    questionnaire.ReplyKind // what she said before, while nothing else is chosen
	answers []int
	taken   []questionnaire.Taken
	rest    bool // she was not sure about the rest, while nothing else is chosen
	typed   string
	found   []finder.Match
	asking  bool                 // the state of a medicine is asked
	about   int                  // that medicine
	called  *questionnaire.Typed // and what she called it
	notice  string
}

// DraftOf is what she said before, to be changed.
func DraftOf(said questionnaire.Reply) Draft {
	return Draft{said: said.Kind, answers: slices.Clone(said.Answers), taken: slices.Clone(said.Taken), rest: said.RestUnsure}
}

// Searched is the draft with a name that she typed, and what it may mean. An
// empty name is none.
func (d Draft) Searched(typed string, found []finder.Match) Draft {
	d.typed, d.found, d.asking, d.notice = typed, found, false, ""
	if typed != "" {
		d.said, d.rest = questionnaire.NoReply, false
	}
	return d
}

// Fewer reports whether a medicine that was on the list before is off it.
func (d Draft) Fewer(before Draft) bool { return len(d.taken) < len(before.taken) }

// Forget overwrites what she called medicines, where it stands in memory.
func (d Draft) Forget() {
	d.called.Forget()
	for _, t := range d.taken {
		t.Typed.Forget()
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
// and is taken out by them; alone says so then, because it is not done in
// silence.
func (d Draft) ticked(q *questionnaire.Question, at int, alone string) *Draft {
	d.said, d.rest = questionnaire.Definite, false
	if slices.Contains(d.answers, at) {
		d.answers = slices.DeleteFunc(slices.Clone(d.answers), func(a int) bool { return a == at })
		return d.told("")
	}
	kept := slices.DeleteFunc(slices.Clone(d.answers), func(a int) bool { return q.Answers[a].Exclusive || q.Answers[at].Exclusive })
	if len(kept) == len(d.answers) {
		alone = ""
	}
	d.answers = append(kept, at)
	slices.Sort(d.answers)
	return d.told(alone)
}

// put is the draft with a medicine on the list, in the place of what she said of
// it before. Names that the list does not know are one entry, and each is kept.
func (d Draft) put(t questionnaire.Taken, notice string) *Draft {
	if i := slices.IndexFunc(d.taken, func(o questionnaire.Taken) bool { return o.Medicine == t.Medicine }); i >= 0 && t.Medicine == questionnaire.UnlistedMedicine {
		t.Typed = bothTyped(d.taken[i].Typed, t.Typed)
	}
	d = d.without(t.Medicine)
	d.taken = append(d.taken, t)
	return d.told(notice)
}

// without is the draft without a medicine, and with nothing looked for.
func (d Draft) without(medicine int) Draft {
	d.taken = slices.DeleteFunc(slices.Clone(d.taken), func(o questionnaire.Taken) bool { return o.Medicine == medicine })
	d.said, d.rest = questionnaire.NoReply, false
	return d.Searched("", nil)
}

// bothTyped are the words of two names, each once.
func bothTyped(before, now *questionnaire.Typed) *questionnaire.Typed {
	if before == nil || now == nil || before.String() == now.String() {
		return cmp.Or(now, before)
	}
	return questionnaire.NewTyped(before.String(), now.String())
}

// ask is the draft that asks for the state of a medicine, under the name that she
// knows it by.
func (d Draft) ask(medicine int, typed *questionnaire.Typed) *Draft {
	d.asking, d.about, d.called = true, medicine, typed
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
	n.notice, n.answers, n.taken = "", nil, carried(questionnaire.Reply{Taken: d.taken}).Taken
	for _, a := range d.answers { // one by one, because together they may be no reply any more
		n.answers = append(n.answers, carried(questionnaire.Reply{Answers: []int{a}}).Answers...)
	}
	if d.typed != "" {
		n.found = find(d.typed)
	}
	if d.asking {
		same := carried(questionnaire.Reply{Taken: []questionnaire.Taken{{Medicine: d.about, State: questionnaire.UnsureState}}}).Taken
		if n.asking = len(same) > 0 && len(to.States) > 0; n.asking {
			n.about = same[0].Medicine
		}
	}
	return n
}
