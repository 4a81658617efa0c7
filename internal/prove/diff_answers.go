package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Answered is an answer, or a state of a medicine, that only one of two
// questionnaires offers, or that has another id in the new one. Nothing can be
// proved of who gives a new answer, because nobody could give it before. So it is
// given, with all else left unsaid, and held beside each of the answers that were
// there. One that moved to another question is held beside itself.
type Answered struct {
	Edit     Edit // New, Gone, Renamed or Elsewhere
	Question string
	From     string // the old question of one that moved
	Answer   string // its id
	Was      string // its old id
	Label    string
	State    bool // of a medicine
	// Gets is what who gives it is told by it, beside what she would be told whatever
	// she answered: in the new questionnaire, or in the old one where it is gone.
	Gets   []string
	Beside []Beside // of a new one; of one that moved, what she got
}

// Beside is an answer that was there before.
type Beside struct {
	Answers []string // all that the same is to be said of
	Lacks   []string // what who gives one of them is told, and who gives the new one is not
	More    []string // the other way round
}

// answered are the answers of the questions that both have.
func answered(old, new *questionnaire.Questionnaire, n names) []Answered {
	var all []Answered
	for _, is := range new.Questions {
		was := old.Question(n.oldID("question", is.ID))
		if was == nil {
			continue
		}
		for _, kind := range []string{"answer", "state"} {
			a := offering{question: was.ID, kind: kind, names: n}
			all = append(all, a.compare(old, new, was, is)...)
		}
	}
	for _, m := range n.moves {
		all = append(all, m.answered(old, new, n))
	}
	order.Stable(all, func(a, b *Answered) int { return btoi(a.Edit == Renamed) - btoi(b.Edit == Renamed) })
	return all
}

// answered holds what who says the answer gets by it beside what she got. To the
// question that it left, and to the one that it came to, she says nothing else in either.
func (m move) answered(old, new *questionnaire.Questionnaire, n names) Answered {
	before := getsBy(old, m.from, m.was, old.Question(n.oldID("question", m.to.ID)))
	after := getsBy(new, m.to, m.is, new.Question(n.newID("question", m.from.ID)))
	return Answered{
		Edit: Elsewhere, Question: m.to.ID, From: m.from.ID, Answer: m.is.ID, Was: m.was.ID, Label: m.is.Label,
		Gets: after.words(), Beside: []Beside{{Lacks: before.without(after), More: after.without(before)}},
	}
}

// getsBy is what who says an answer gets more, or more strongly, than who says that it
// is none of these, to that question and to another.
func getsBy(q *questionnaire.Questionnaire, x *questionnaire.Question, a *questionnaire.Answer, other *questionnaire.Question) got {
	var with, without got
	with.told(q, append(nothingElse(q, other), given(x, slices.Index(x.Answers, a)))...)
	without.told(q, append(nothingElse(q, other), nothingElse(q, x)...)...)
	return slices.DeleteFunc(with, func(one gotten) bool { return len(got{one}.without(without)) == 0 })
}

// nothingElse is to say "none of these" to a question, where there is one and it has
// such an answer.
func nothingElse(q *questionnaire.Questionnaire, x *questionnaire.Question) []questionnaire.Given {
	if x == nil || x.TakesMedicines() {
		return nil
	}
	if none := nothingOf(q, x); none >= 0 {
		return []questionnaire.Given{given(x, none)}
	}
	return nil
}

func given(x *questionnaire.Question, answer int) questionnaire.Given {
	return questionnaire.Given{Question: x, Reply: questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{answer}}}
}

// offering is one list of a question: its answers, or its states.
type offering struct {
	question, kind string
	names          names
}

func (o offering) of(x *questionnaire.Question) []*questionnaire.Answer {
	if o.kind == "state" {
		return x.States
	}
	return x.Answers
}

func (o offering) compare(old, new *questionnaire.Questionnaire, was, is *questionnaire.Question) []Answered {
	var all []Answered
	var kept []*questionnaire.Answer // as they are called now
	pairs := matched(o.of(was), o.of(is), answerID, func(id string) string { return o.names.newPart(o.question, o.kind, id) })
	for _, pair := range pairs {
		if pair[0] != nil && pair[1] != nil {
			kept = append(kept, pair[1])
		}
	}
	for _, pair := range pairs {
		a, b := pair[0], pair[1]
		one := Answered{Question: is.ID, State: o.kind == "state"}
		switch {
		case a == nil && o.names.movedTo(is, b) != nil, b == nil && o.names.movedFrom(was, a) != nil:
			continue
		case a == nil:
			one.Edit, one.Answer, one.Label = New, b.ID, b.Label
			one.Gets, one.Beside = o.adds(new, is, b), o.beside(new, is, b, kept)
		case b == nil:
			one.Edit, one.Answer, one.Was, one.Label = Gone, a.ID, a.ID, a.Label
			one.Gets = o.adds(old, was, a)
		case a.ID != b.ID:
			one.Edit, one.Answer, one.Was, one.Label = Renamed, b.ID, a.ID, b.Label
		default:
			continue
		}
		all = append(all, one)
	}
	return all
}

// adds is what an answer gets her that not every other answer to the question does.
func (o offering) adds(q *questionnaire.Questionnaire, x *questionnaire.Question, a *questionnaire.Answer) (all []string) {
	mine := o.gets(q, x, a)
	for _, other := range o.of(x) {
		if other == a {
			continue
		}
		for _, more := range mine.without(o.gets(q, x, other)) {
			if !slices.Contains(all, more) {
				all = append(all, more)
			}
		}
	}
	return all
}

// beside holds a new answer against those that were there.
func (o offering) beside(q *questionnaire.Questionnaire, x *questionnaire.Question, added *questionnaire.Answer, kept []*questionnaire.Answer) []Beside {
	var all []Beside
	mine := o.gets(q, x, added)
	for _, other := range kept {
		theirs := o.gets(q, x, other)
		b := Beside{Lacks: theirs.without(mine), More: mine.without(theirs)}
		same := slices.IndexFunc(all, func(c Beside) bool { return slices.Equal(c.Lacks, b.Lacks) && slices.Equal(c.More, b.More) })
		if same < 0 {
			same = len(all)
			all = append(all, b)
		}
		all[same].Answers = append(all[same].Answers, other.ID)
	}
	return all
}

// got is what somebody is told, in the order of telling.
type got []gotten

type gotten struct {
	what    string // "prescriber or pharmacist"
	how     string // "today, certain"; "" of what is there or not
	howMuch int
}

func (g got) words() (all []string) {
	for _, one := range g {
		all = append(all, one.String())
	}
	return all
}

func (g gotten) String() string {
	if g.how == "" {
		return g.what
	}
	return g.what + " (" + g.how + ")"
}

// without is what the other is not told, or less strongly.
func (g got) without(other got) (all []string) {
	for _, one := range g {
		if !slices.ContainsFunc(other, func(o gotten) bool { return o.what == one.what && o.howMuch >= one.howMuch }) {
			all = append(all, one.String())
		}
	}
	return all
}

func (g *got) add(one gotten) {
	i := slices.IndexFunc(*g, func(o gotten) bool { return o.what == one.what })
	switch {
	case i < 0:
		*g = append(*g, one)
	case (*g)[i].howMuch < one.howMuch:
		(*g)[i] = one
	}
}

// gets is what who gives an answer is told, with all else left unsaid. A state is
// given of every medicine in turn: some matter in it and some do not.
func (o offering) gets(q *questionnaire.Questionnaire, x *questionnaire.Question, answer *questionnaire.Answer) got {
	var g got
	if o.kind == "answer" {
		g.told(q, given(x, slices.Index(x.Answers, answer)))
		return g
	}
	for m := range q.Formulary.Medicines {
		g.told(q, questionnaire.Given{Question: x, Reply: questionnaire.Reply{Kind: questionnaire.Definite, Taken: []questionnaire.Taken{{Medicine: m, State: slices.Index(x.States, answer)}}}})
	}
	return g
}

func (g *got) told(q *questionnaire.Questionnaire, all ...questionnaire.Given) {
	s := screening.Start(q).Enough()
	for _, one := range all {
		s = s.Answer(one.Question, one.Reply)
	}
	for _, id := range interruptsOf(s) {
		g.add(gotten{what: "interrupt " + id})
	}
	for _, n := range s.Plan(nil).Needs {
		g.add(gotten{questionnaire.Need{AnyOf: n.AnyOf}.String(), strengthOf(n.Urgency(), n.Certain), 2*int(n.Urgency()) + btoi(n.Certain)})
	}
	for _, e := range s.Outcome().Learn() {
		g.add(gotten{what: "education " + e.ID})
	}
}
