package visit

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
)

// drawn is a random questionnaire with what the helper does not draw: pauses, a second
// region, and the short way.
func drawn(t *rapid.T) *questionnaire.Questionnaire {
	q := questionnairetest.Draw(t, questionnairetest.Shape{})
	for _, question := range q.Questions {
		if rapid.Bool().Draw(t, "pause") {
			question.After = "A pause."
		}
	}
	for _, question := range q.Questions {
		if len(q.Short) < questionnaire.MaxShort && rapid.Bool().Draw(t, "short") {
			q.Short = append(q.Short, question)
		}
	}
	if rapid.Bool().Draw(t, "second region") {
		q.Regions = append(q.Regions, &questionnaire.Region{ID: "elsewhere"})
	}
	if rapid.Bool().Draw(t, "nations") {
		q.Regions[0].Lines = append(q.Regions[0].Lines,
			&questionnaire.HelpLine{ID: "n", Kind: "crisis", Nation: "North"}, &questionnaire.HelpLine{ID: "s", Kind: "crisis", Nation: "South, East"})
	}
	return q
}

func drawnOptions(t *rapid.T, q *questionnaire.Questionnaire) Options {
	return Options{
		Region:  rapid.SampledFrom([]string{"", "us", "nowhere"}).Draw(t, "region"),
		Nation:  rapid.SampledFrom([]string{"", "East", "nowhere"}).Draw(t, "nation"),
		Guess:   rapid.SampledFrom([]string{"", "us"}).Draw(t, "guess"),
		Shared:  rapid.Bool().Draw(t, "shared"),
		Preview: rapid.Bool().Draw(t, "preview"),
	}
}

// drawnEvent is anything, half of the time something that can happen here.
func drawnEvent(t *rapid.T, v Visit) Event {
	if rapid.Bool().Draw(t, "possible") {
		return rapid.SampledFrom(ways(t, v)).Draw(t, "way")
	}
	q := v.Questionnaire()
	question := rapid.SampledFrom(q.Questions).Draw(t, "question")
	return rapid.SampledFrom([]Event{
		nil, Began{}, Agreed{}, AgreedShort{}, Placed{"us"}, Placed{}, Settled{"East"}, Settled{}, Moved{}, Replied{questionnairetest.DrawReply(t, q, question)}, Replied{},
		Prepared{questionnairetest.DrawReply(t, q, question)}, Prepared{},
		Passed{question.Topic.ID}, HadEnough{}, WentOn{}, Stopped{}, Resumed{}, Reread{}, Reopened{question.ID}, Reopened{"no such"},
		WentBack{}, TookBack{}, Jumped{Asked{Question: question}}, Jumped{Result{}}, Jumped{Reviewing{}}, Jumped{Welcome{}},
	}).Draw(t, "anything")
}

// ways are the events that this place is for.
func ways(t *rapid.T, v Visit) []Event {
	switch at := v.Where().(type) {
	case Welcome:
		return []Event{Began{}}
	case Consent:
		return []Event{Agreed{}, AgreedShort{}}
	case Placing:
		return []Event{Placed{"us"}, Placed{}}
	case Settling:
		return []Event{Settled{"North"}, Settled{"East"}, Settled{}}
	case Asked:
		said := Replied{questionnairetest.DrawReply(t, v.Questionnaire(), at.Question)}
		put := Prepared{questionnairetest.DrawReply(t, v.Questionnaire(), at.Question)}
		nothing := Prepared{questionnaire.Reply{Kind: questionnaire.Definite}}
		return []Event{said, said, said, put, put, nothing, WentBack{}, Passed{at.Question.Topic.ID}, HadEnough{}}
	case Danger:
		return []Event{WentOn{}, Stopped{}}
	case StoppedAt:
		return []Event{WentOn{}, Resumed{}, Reread{}}
	case Paused:
		return []Event{WentOn{}, HadEnough{}}
	case Reviewing:
		all := []Event{WentOn{}, Moved{}}
		for _, q := range v.Said().Asked() {
			all = append(all, Reopened{q.ID})
		}
		if at.Stopped {
			all = append(all, Resumed{})
		}
		return all
	case Result:
		return []Event{Reread{}, WentBack{}, Left{}, Left{Keeping: true}}
	}
	return []Event{WentBack{}, TookBack{}}
}

// face is all that can be seen of a visit.
func face(v Visit) string {
	where := v.Where()
	shown := name(v)
	switch at := where.(type) {
	case Asked:
		shown += fmt.Sprint(at.Said, at.Changing, at.NotAsked, at.Prepared != nil)
	case Reviewing:
		shown += fmt.Sprint(at.Stopped)
	case Result:
		for _, s := range at.Plan.Steps {
			shown += fmt.Sprint(" ", s.Clinician.ID, s.Urgency, len(s.Reasons))
		}
		shown += fmt.Sprint(len(at.Plan.Open.Reasons))
		if c := at.Change; c != nil {
			shown += fmt.Sprint(c.None(), len(c.Gained), len(c.Lost), len(c.Sooner), len(c.Later))
		}
	}
	return shown + answers(v) + fmt.Sprint(v.Said().Stopped(), v.Region().ID, v.Region().Nation())
}

func answers(v Visit) string {
	all := ""
	for _, q := range v.Questionnaire().Questions {
		all += fmt.Sprint(" ", v.own(q))
		if put := v.Prepared(q); put != nil {
			all += fmt.Sprint(" and ", *put)
		}
	}
	return all
}

// dangers are the interrupt rules that are certain.
func dangers(v Visit) []string {
	var ids []string
	for _, f := range v.Said().Fires() {
		if f.Certain && f.Rule.Interrupt {
			ids = append(ids, f.Rule.ID)
		}
	}
	return ids
}

func TestAnyEvents(t *testing.T) { rapid.Check(t, anyEvents) }

func anyEvents(rt *rapid.T) {
	q := drawn(rt)
	v := Begin(q, drawnOptions(rt, q))
	shown := map[string]bool{}
	for range rapid.IntRange(1, 40).Draw(rt, "events") {
		e := drawnEvent(rt, v)
		was := face(v)
		n := v.Did(e)
		if face(v) != was {
			rt.Fatalf("%T changed the visit from before it", e)
		}
		if at, ok := n.Where().(Danger); ok {
			if len(at.Rules) == 0 {
				rt.Fatalf("an emergency page of nothing after %T", e)
			}
			for _, r := range at.Rules {
				shown[r.ID] = true
			}
		}
		dangersFirst(rt, v, n, e, shown)
		stoppingKeeps(rt, v, n, e)
		keepsPrepared(rt, v, n, e)
		goesBack(rt, v, n, e)
		takesBack(rt, v, n, e)
		v = n
		if _, ok := v.Where().(Farewell); ok {
			v = v.Did(WentBack{})
		}
	}
	arrives(rt, v)
}

// dangersFirst: whatever is due is on the page. A danger that holds for everybody
// comes with the first question, and where an author jumps to, none is.
func dangersFirst(t *rapid.T, v, n Visit, e Event, shown map[string]bool) {
	switch n.Where().(type) {
	case Welcome, Consent, Placing, Settling, Farewell:
		return
	}
	if _, replied := e.(Replied); n.o.Preview && (!replied || n.undo == v.undo) {
		return
	}
	if due := n.Said().Next().Interrupt; len(due) > 0 {
		t.Fatalf("%s is due and not shown after %T: she stands at %s", due[0].ID, e, name(n))
	}
	for _, id := range dangers(n) {
		if !shown[id] {
			t.Fatalf("%s is certain and was never shown: at %s after %T", id, name(n), e)
		}
	}
	// A reply that brings a danger up brings its page up, each time.
	at, ok := v.Where().(Asked)
	said, replied := e.(Replied)
	if !ok || !replied || face(n) == face(v) {
		return
	}
	due := v.Said().Answer(at.Question, said.Reply).Next().Interrupt
	there, _ := n.Where().(Danger)
	for _, r := range due {
		if !slices.Contains(there.Rules, r) {
			t.Fatalf("%s became certain, and she stands at %s", r.ID, name(n))
		}
	}
}

// stoppingKeeps: the rules of a danger are at hand where she stopped, until she
// goes on.
func stoppingKeeps(t *rapid.T, v, n Visit, e Event) {
	if at, ok := v.Where().(Danger); ok && e == (Stopped{}) {
		if there, ok := n.Where().(StoppedAt); ok && !slices.Equal(at.Rules, there.Rules) {
			t.Fatalf("%s became %s", name(v), name(n))
		}
	}
	if _, ok := v.Where().(StoppedAt); !ok {
		return
	}
	switch e.(type) {
	case WentOn, Resumed, Reread, WentBack, TookBack, Left, Jumped:
	default:
		if name(n) != name(v) {
			t.Fatalf("%T leads from %s to %s", e, name(v), name(n))
		}
	}
}

// keepsPrepared: what she put together is still there, or said, until she says or puts
// together something else at that question; and her result leaves nothing of it out.
func keepsPrepared(t *rapid.T, v, n Visit, e Event) {
	for _, q := range v.Questionnaire().Questions {
		at, here := v.Where().(Asked)
		switch e.(type) {
		case Replied, Prepared:
			if here && at.Question == q {
				continue
			}
		}
		if put := v.Prepared(q); put != nil && !has(n.own(q), *put) && (n.Prepared(q) == nil || !has(*n.Prepared(q), *put)) {
			t.Fatalf("%v put together at %s is gone after %#v at %s", *put, q.ID, e, name(v))
		}
		_, jumped := e.(Jumped)
		if _, result := n.Where().(Result); !result || jumped || name(n) == name(v) || e == (WentBack{}) || e == (TookBack{}) || !n.isAsked(q.Index) {
			continue
		}
		if put := n.Prepared(q); put != nil && !nothing(*put) {
			if _, err := q.AndNotSure(*put); err == nil && !has(n.own(q), *put) {
				t.Fatalf("%v put together at %s is left out of the result", *put, q.ID)
			}
		}
	}
}

// has reports whether all that is chosen in a part is chosen in the whole.
func has(whole, part questionnaire.Reply) bool {
	for _, a := range part.Answers {
		if !slices.Contains(whole.Answers, a) {
			return false
		}
	}
	for _, m := range part.Taken {
		if !slices.ContainsFunc(whole.Taken, func(o questionnaire.Taken) bool { return o.Medicine == m.Medicine }) {
			return false
		}
	}
	return true
}

// goesBack: after any event but a reply, back is the place and the answers that
// there were. After a reply it is the place, with what she said.
func goesBack(t *rapid.T, v, n Visit, e Event) {
	if e == nil || face(n) == face(v) {
		return
	}
	back := n.Did(WentBack{})
	switch e := e.(type) {
	case WentBack, TookBack:
	case Placed, Settled:
		if name(back) != name(v) || answers(back) != answers(v) {
			t.Fatalf("from the region back leads to %s", name(back))
		}
	case Prepared:
		if name(n) != name(v) || len(dangers(n)) != len(dangers(v)) {
			t.Fatalf("what is only put together leads from %s to %s", name(v), name(n))
		}
	case Replied:
		at, ok := back.Where().(Asked)
		if !ok || name(back) != name(v) || !at.Said.Equal(e.Reply) {
			t.Fatalf("at %s she said %v, and back leads to %s", name(v), e.Reply, face(back))
		}
	default:
		if face(back) != face(v) {
			t.Fatalf("from %s by %#v to %s, and back to\n%s\nwant\n%s", name(v), e, name(n), face(back), face(v))
		}
	}
}

// takesBack: what counted is undone, and nothing else.
func takesBack(t *rapid.T, v, n Visit, e Event) {
	switch e.(type) {
	case Replied, Passed, HadEnough, Stopped, Left:
		if n.undo == v.undo {
			return // it could not happen
		}
		if back := n.Did(TookBack{}); face(back) != face(v) || n.TakesBack() == nil {
			t.Fatalf("%T taken back leads to\n%s\nwant\n%s", e, face(back), face(v))
		}
	default:
		if e != (TookBack{}) && e != (WentBack{}) && n.undo != v.undo {
			t.Fatalf("%T counts", e)
		}
	}
}

// arrives: from anywhere there is a way to the result, of a step a question and
// a few more, and a way out.
func arrives(t *rapid.T, v Visit) {
	if _, ok := v.Did(Left{}).Where().(Farewell); !ok {
		t.Fatalf("no way out of %s", name(v))
	}
	var trodden []string
	for range 4*len(v.Questionnaire().Questions) + 10 {
		trodden = append(trodden, name(v))
		var e Event
		switch v.Where().(type) {
		case Welcome:
			e = Began{}
		case Consent:
			e = Agreed{}
		case Placing:
			e = Placed{}
		case Settling:
			e = Settled{}
		case Asked:
			e = Replied{questionnaire.Reply{Kind: questionnaire.Unsure}}
		case Result:
			if v.Said().Next().Question != nil {
				v = v.Did(Reread{})
			} else {
				return
			}
			continue
		default:
			e = WentOn{}
		}
		v = v.Did(e)
	}
	t.Fatalf("no way to the result: %v", trodden)
}

func TestAnyEventsAfterASave(t *testing.T) { rapid.Check(t, anyEventsAfterASave) }

func anyEventsAfterASave(rt *rapid.T) {
	q, other := drawn(rt), drawn(rt)
	v := Begin(q, drawnOptions(rt, q))
	for range rapid.IntRange(1, 60).Draw(rt, "events") {
		if rapid.IntRange(0, 5).Draw(rt, "saved") == 0 {
			q, other = other, q
			v, _ = v.Carry(q)
			if v.Questionnaire() != q {
				rt.Fatal("she is in the old reading")
			}
		}
		v = v.Did(drawnEvent(rt, v))
		_, _ = v.Left()
		_ = face(v)
		if _, ok := v.Where().(Farewell); ok {
			v = Begin(q, drawnOptions(rt, q))
		}
	}
	arrives(rt, v)
	v.Forget()
}
