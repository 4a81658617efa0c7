package visit

import (
	"maps"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// What she has put together at a question and not said yet is kept, by question,
// whichever way she leaves: she finds it there when she comes back. It does not count as
// an answer, so nothing follows from it, until she goes on without saying it: ends the
// questions, passes over the part, or has her result. Then it counts as far as it goes,
// and the rest of that question is open. So she is never told less than she ticked.

// Prepared is what she has put together at a question and not said yet; nil: nothing.
func (v Visit) Prepared(question *questionnaire.Question) *questionnaire.Reply {
	if r, ok := v.prepared[question.Index]; ok {
		return &r
	}
	return nil
}

// Unfinished is what would count of a question if she had her result now; false where
// it is what she said.
func (v Visit) Unfinished(question *questionnaire.Question) (questionnaire.Reply, bool) {
	prepared, ok := v.prepared[question.Index]
	if !ok {
		return questionnaire.Reply{}, false
	}
	return widened(question, v.own(question), prepared)
}

// prepare keeps what she has put together at the question where she stands. A reply
// that is what she said already leaves nothing to keep.
func (v Visit) prepare(r questionnaire.Reply) Visit {
	if v.here.kind != asked {
		return v
	}
	question := v.Questionnaire().Questions[v.here.at]
	r.RestUnsure = false
	if r.Kind != questionnaire.Definite || question.TakesOne() || !nothing(r) && !sayable(v.Questionnaire(), question, r) {
		return v
	}
	v = v.without(v.here.at)
	said := v.own(question)
	said.RestUnsure = false
	if nothing(r) && nothing(said) || r.Equal(said) {
		return v
	}
	v.kept.replies = append(v.kept.replies, r)
	return v.with(v.here.at, r)
}

func nothing(r questionnaire.Reply) bool { return len(r.Answers)+len(r.Taken) == 0 }

// without is the visit with nothing prepared at a question.
func (v Visit) without(at int) Visit {
	if _, ok := v.prepared[at]; ok {
		v.prepared = maps.Clone(v.prepared)
		delete(v.prepared, at)
	}
	return v
}

// with is the visit with this prepared, where nothing newer is.
func (v Visit) with(at int, r questionnaire.Reply) Visit {
	if _, newer := v.prepared[at]; newer {
		return v
	}
	all := map[int]questionnaire.Reply{at: r}
	maps.Copy(all, v.prepared)
	v.prepared = all
	return v
}

// counted is an answer that a step made of what was prepared.
type counted struct {
	at                     int
	prepared, said, before questionnaire.Reply
}

// counting makes answers of what is prepared at these questions, as far as they are
// asked. That belongs to the step that [Visit.leaving] has just made.
func (v Visit) counting(of func(*questionnaire.Question) bool) Visit {
	for _, at := range slices.Sorted(maps.Keys(v.prepared)) {
		q := v.Questionnaire().Questions[at]
		before, prepared := v.own(q), v.prepared[at]
		if !of(q) || !v.isAsked(at) {
			continue
		}
		said, more := widened(q, before, prepared)
		if !more {
			continue
		}
		v.said = v.kept.keep(v.said.Answer(q, said))
		v = v.without(at)
		v.trail.counted = append(v.trail.counted, counted{at, prepared, said, before})
	}
	return v
}

// widened is an answer with what is prepared beside it. Nothing that she said is taken
// back by what she did not say; more is false where nothing is added.
func widened(q *questionnaire.Question, said, prepared questionnaire.Reply) (_ questionnaire.Reply, more bool) {
	if said.Kind != questionnaire.Definite || nothing(said) {
		said = questionnaire.Reply{}
	}
	all := questionnaire.Reply{Kind: questionnaire.Definite, Answers: slices.Clone(prepared.Answers), Taken: slices.Clone(prepared.Taken)}
	for _, a := range said.Answers {
		if !q.Answers[a].Exclusive && !slices.Contains(all.Answers, a) {
			all.Answers = append(all.Answers, a)
		}
	}
	slices.Sort(all.Answers)
	for _, t := range said.Taken {
		if !slices.ContainsFunc(all.Taken, func(o questionnaire.Taken) bool { return o.Medicine == t.Medicine }) {
			all.Taken = append(all.Taken, t)
		}
	}
	all, err := q.AndNotSure(all)
	if err != nil {
		return said, false
	}
	news := slices.ContainsFunc(all.Answers, func(a int) bool { return !slices.Contains(said.Answers, a) }) ||
		slices.ContainsFunc(all.Taken, func(t questionnaire.Taken) bool { return !slices.Contains(said.Taken, t) })
	return all, news
}

// uncounted takes back what a step counted.
func (v Visit) uncounted(s *step) Visit {
	for _, c := range s.counted {
		if q := v.Questionnaire().Questions[c.at]; v.own(q).Equal(c.said) {
			v.said = v.kept.keep(v.said.Answer(q, c.before))
			v = v.with(c.at, c.prepared)
		}
	}
	return v
}

// stillPrepared is an earlier visit with what was prepared since then.
func (v Visit) stillPrepared(earlier Visit) Visit {
	for at, r := range earlier.prepared {
		v = v.with(at, r)
	}
	earlier.prepared = v.prepared
	return earlier
}

// every is any question.
func every(*questionnaire.Question) bool { return true }
