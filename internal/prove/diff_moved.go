package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Where a question becomes too long its author makes two of it. Whoever said an
// answer before then says it to the other question, and to the first she says what
// is left: if that is nothing, "none of these". Compared so, she loses nothing by it
// that is not lost.

// move is an answer that another question has now.
type move struct {
	from, to *questionnaire.Question // the old one and the new one
	was, is  *questionnaire.Answer
}

func answerOf(q *questionnaire.Question, a *questionnaire.Answer) questionnaire.Subject {
	return questionnaire.Subject{Kind: "question", ID: q.ID, Part: "answer/" + a.ID}
}

// goneFrom are the answers of an old question that its new form, nil if there is
// none, does not have under any name.
func (n names) goneFrom(was, is *questionnaire.Question) []*questionnaire.Answer {
	return slices.DeleteFunc(slices.Clone(was.Answers), func(a *questionnaire.Answer) bool {
		return is != nil && slices.Contains(is.AnswerIDs(), n.newPart(was.ID, "answer", a.ID))
	})
}

// addedTo are the answers of a new question that its old form did not have.
func (n names) addedTo(was, is *questionnaire.Question) []*questionnaire.Answer {
	return slices.DeleteFunc(slices.Clone(is.Answers), func(a *questionnaire.Answer) bool {
		old := n.oldName(answerOf(is, a))
		return was != nil && old.ID == was.ID && slices.Contains(was.AnswerIDs(), nameOf(old))
	})
}

// moved finds the answers that only one question had, and only another one has.
func (n *names) moved(before, after *questionnaire.Questionnaire) {
	var added []move // without what they were
	for _, is := range after.Questions {
		if is.TakesMedicines() {
			continue
		}
		for _, a := range tellingOf(after, is, n.addedTo(before.Question(n.oldID("question", is.ID)), is)) {
			added = append(added, move{to: is, is: a})
		}
	}
	once := answeredOnce(before, after)
	claims := map[*questionnaire.Answer]int{} // how many were a new answer, by their looks
	var found []move
	for _, was := range before.Questions {
		if was.TakesMedicines() {
			continue
		}
		now := after.Question(n.newID("question", was.ID))
		for _, a := range tellingOf(before, was, n.goneFrom(was, now)) {
			var same []move
			for _, m := range added {
				if m.to != now && sameAnswer(a, m.is, once) {
					same = append(same, move{was, m.to, a, m.is})
				}
			}
			if len(same) == 1 {
				claims[same[0].is]++
				found = append(found, same[0])
			}
		}
	}
	for _, m := range found {
		if claims[m.is] == 1 {
			n.rename(answerOf(m.from, m.was), answerOf(m.to, m.is))
			n.moves = append(n.moves, m)
		}
	}
}

// tellingOf are those of some answers that say something: each question has its own "none
// of these", and that moves nowhere.
func tellingOf(q *questionnaire.Questionnaire, x *questionnaire.Question, all []*questionnaire.Answer) []*questionnaire.Answer {
	if len(all) == 0 {
		return nil
	}
	nothing := nothingOf(q, x)
	return slices.DeleteFunc(all, func(a *questionnaire.Answer) bool { return slices.Index(x.Answers, a) == nothing })
}

// answeredOnce are the ids and labels that one answer has and no other, in each of two
// questionnaires: what many answers are called tells none from another.
func answeredOnce(both ...*questionnaire.Questionnaire) func(idOrLabel string) bool {
	times := make([]map[string]int, len(both))
	for i, q := range both {
		times[i] = map[string]int{}
		for _, x := range q.Questions {
			for _, a := range x.Answers {
				times[i][a.ID]++
				times[i][a.Label]++
			}
		}
	}
	return func(word string) bool {
		const generic = 4 // "no", "yes", "none", "sí"
		return len(word) > generic && !slices.ContainsFunc(times, func(of map[string]int) bool { return of[word] != 1 })
	}
}

// sameAnswer reports whether an answer of one question is that of another: by an id or
// a label that it alone has, or by all its words. One that stands alone is the
// "none of these" of its own question.
func sameAnswer(a, b *questionnaire.Answer, once func(string) bool) bool {
	if a.Exclusive || b.Exclusive || a.Unknown != b.Unknown {
		return false
	}
	sayAlike := a.Said == b.Said || a.Said == "" || b.Said == ""
	switch {
	case a.ID == b.ID && once(a.ID):
		return true
	case a.Label == b.Label && once(a.Label):
		return sayAlike
	}
	return a.Label == b.Label && a.Said == b.Said && a.Said != ""
}

// movedFrom is where an old answer went; nil: it did not move.
func (n names) movedFrom(was *questionnaire.Question, a *questionnaire.Answer) *move {
	i := slices.IndexFunc(n.moves, func(m move) bool { return m.from == was && m.was == a })
	return at(n.moves, i)
}

// movedTo is where a new answer came from.
func (n names) movedTo(is *questionnaire.Question, a *questionnaire.Answer) *move {
	i := slices.IndexFunc(n.moves, func(m move) bool { return m.to == is && m.is == a })
	return at(n.moves, i)
}

func at(moves []move, i int) *move {
	if i < 0 {
		return nil
	}
	return &moves[i]
}

// touches reports whether an answer moved from the old form of a question, or to the
// new one.
func (n names) touches(was, is *questionnaire.Question) bool {
	return slices.ContainsFunc(n.moves, func(m move) bool { return m.from == was || m.to == is })
}

// sourcesOf are the old questions to which somebody said what she says to a new one:
// its old form, nil if there is none, and those from which answers moved to it.
func (n names) sourcesOf(was, is *questionnaire.Question) []*questionnaire.Question {
	var all []*questionnaire.Question
	if was != nil {
		all = append(all, was)
	}
	for _, m := range n.moves {
		if m.to == is && !slices.Contains(all, m.from) {
			all = append(all, m.from)
		}
	}
	return all
}

// cameAs is the place of an old answer among those of a new question; -1 if it is none.
func (n names) cameAs(from *questionnaire.Question, a *questionnaire.Answer, is *questionnaire.Question) int {
	if m := n.movedFrom(from, a); m != nil {
		if m.to != is {
			return -1
		}
		return slices.Index(is.Answers, m.is)
	}
	if n.newID("question", from.ID) != is.ID {
		return -1
	}
	name := n.newPart(from.ID, "answer", a.ID)
	return slices.IndexFunc(is.Answers, func(b *questionnaire.Answer) bool { return b.ID == name })
}

// nothingOf is the place of the answer that says "none of these": the one that stands
// alone, or else the only one that no condition names; -1 if there is none.
func nothingOf(q *questionnaire.Questionnaire, x *questionnaire.Question) int {
	if i := slices.IndexFunc(x.Answers, func(a *questionnaire.Answer) bool { return a.Exclusive }); i >= 0 {
		return i
	}
	nothing := -1
	for i, named := range namedAnswers(q)[x.Index] {
		switch {
		case named || x.Answers[i].Unknown:
		case nothing >= 0:
			return -1
		default:
			nothing = i
		}
	}
	return nothing
}

// carriedMoved is what [pair.sayMoved] says, of one person: her reply to a question to
// which answers moved, or from which they did. It reports whether that is one.
func (p *planning) carriedMoved(was, is *questionnaire.Question, before screening.State) (questionnaire.Reply, bool) {
	none, touched := p.nothing[is]
	if !touched || is.TakesMedicines() {
		return questionnaire.Reply{}, false
	}
	h := p.hear(was, is, before)
	if !h.definite && !h.left || h.gone {
		return questionnaire.Reply{Kind: questionnaire.Declined}, true
	}
	h.stands = withoutWhatStandsAlone(h.stands, h.left, is)
	if len(h.stands) == 0 && !h.left && none >= 0 {
		h.stands = []int{none}
	}
	alone := slices.ContainsFunc(h.stands, func(a int) bool { return is.Answers[a].Exclusive })
	switch {
	case len(h.stands) == 0 && h.left && h.unsure:
		return questionnaire.Reply{Kind: questionnaire.Unsure}, true
	case len(h.stands) == 0, len(h.stands) > 1 && (alone || is.TakesOne()):
		return questionnaire.Reply{Kind: questionnaire.Declined}, true
	}
	slices.Sort(h.stands)
	return questionnaire.Reply{Kind: questionnaire.Definite, Answers: h.stands, RestUnsure: h.left && !alone && !is.TakesOne()}, true
}

// saidBefore is what somebody said to the old questions of a new one.
type saidBefore struct {
	stands         []int // of the new answers
	definite, gone bool
	left, unsure   bool // something, to one of them; and as "not sure"
}

// hear gathers it. What she was not asked she did not say.
func (p *planning) hear(was, is *questionnaire.Question, before screening.State) (h saidBefore) {
	asked := before.Asked()
	for _, x := range p.names.sourcesOf(was, is) {
		r := before.Reply(x)
		if !slices.Contains(asked, x) {
			continue
		}
		if r.Kind != questionnaire.Definite {
			h.left, h.unsure = true, h.unsure || r.Kind == questionnaire.Unsure
			continue
		}
		h.definite, h.left, h.unsure = true, h.left || r.RestUnsure, h.unsure || r.RestUnsure
		for _, a := range r.Answers {
			k := p.names.cameAs(x, x.Answers[a], is)
			if k >= 0 && !slices.Contains(h.stands, k) {
				h.stands = append(h.stands, k)
			} else if k < 0 && x == was && p.names.movedFrom(x, x.Answers[a]) == nil {
				h.gone = true
			}
		}
	}
	return h
}

// withoutWhatStandsAlone is what [pair.dropWhatStandsAlone] leaves of one person's.
func withoutWhatStandsAlone(answers []int, rest bool, x *questionnaire.Question) []int {
	alone := func(a int) bool { return x.Answers[a].Exclusive }
	if !rest && !slices.ContainsFunc(answers, func(a int) bool { return !alone(a) }) {
		return answers
	}
	return slices.DeleteFunc(answers, alone)
}
