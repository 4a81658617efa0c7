package workshop

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
)

// drawn is a random questionnaire with a random person in it.
func drawn(t *rapid.T) (*questionnaire.Questionnaire, *questionnaire.Scenario) {
	q := questionnairetest.Draw(t, questionnairetest.Shape{})
	v := &questionnaire.Scenario{ID: "v", Workshop: true, Story: "She has a baby. A friend came by.", Point: "Ask.", Discuss: []string{"Who?", "When?"}}
	for _, question := range q.Questions {
		v.Person.Answers = append(v.Person.Answers, questionnaire.Given{Question: question, Reply: questionnairetest.DrawReply(t, q, question)})
	}
	q.Scenarios = []*questionnaire.Scenario{v}
	return q, v
}

// whole is the way to tell a story that leaves nothing out.
var whole = Wish{Whole: true}

// walk goes forward to the end.
func walk(s Session) []Step {
	all := []Step{s.Step()}
	for !s.Last() {
		s = s.Forward()
		all = append(all, s.Step())
	}
	return all
}

func TestEveryStepIsRevealedOnceAndWhomElseItCouldBeNamedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, v := drawn(t)
		var revealed []string
		named := map[string]int{}
		for _, s := range walk(Tell(q, v, whole)) {
			switch s.Kind {
			case Who:
				revealed = append(revealed, s.Talk.Clinician.ID)
			case Perhaps:
				for _, who := range s.Perhaps {
					named[who.ID]++
				}
			}
		}
		plan := PlanOf(q, v)
		var steps []string
		for _, s := range plan.Steps {
			steps = append(steps, s.Clinician.ID)
			if named[s.Clinician.ID] > 0 {
				t.Errorf("%s is in the plan, and named as possible", s.Clinician.ID)
			}
		}
		if !slices.Equal(revealed, steps) {
			t.Errorf("%v are revealed of the plan %v", revealed, steps)
		}
		for who, times := range named {
			if times != 1 {
				t.Errorf("%s is named %d times", who, times)
			}
		}
		if !plan.Open.None() && len(steps) == 0 && len(named) == 0 {
			t.Error("nobody is named though something is open")
		}
	})
}

func TestForwardAndBackReturn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, v := drawn(t)
		s := Tell(q, v, rapid.SampledFrom([]Wish{{}, whole}).Draw(t, "way"))
		for range rapid.IntRange(0, len(s.steps)-2).Draw(t, "forward") {
			s = s.Forward()
		}
		if there := s.Forward().at; there != s.at+1 {
			t.Errorf("forward from %d leads to %d", s.at, there)
		}
		if back := s.Forward().Back().at; back != s.at {
			t.Errorf("forward and back from %d leads to %d", s.at, back)
		}
		if s.Begun() {
			if again := s.Back().Forward().at; again != s.at {
				t.Errorf("back and forward from %d leads to %d", s.at, again)
			}
		}
		page, _ := s.Place()
		if next, _ := s.Forward().Place(); next == page != s.Forward().Step().Reveals {
			t.Errorf("page %d is followed by page %d", page, next)
		}
	})
}

func TestTheEndsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, v := drawn(t)
		s := Tell(q, v, rapid.SampledFrom([]Wish{{}, whole}).Draw(t, "way"))
		if s.Begun() || s.Back().Begun() {
			t.Error("there is something before the first page")
		}
		for !s.Last() {
			s = s.Forward()
		}
		for name, after := range map[string]Session{"forward": s.Forward(), "skip": s.Skip()} {
			if n, all := after.Place(); n != all || !after.Last() {
				t.Errorf("%s from the last leads to %d of %d", name, n, all)
			}
		}
	})
}

// gives says which kinds give away what the room is to guess.
var gives = []Kind{Who, Why, Say, First, Result, Rest, Perhaps, Titles, Read, Point}

func TestNothingIsGivenAwayBeforeTheRoomHasGuessed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, v := drawn(t)
		s := Tell(q, v, rapid.SampledFrom([]Wish{{}, whole}).Draw(t, "way"))
		guessed := false
		for {
			kind := s.Step().Kind
			guessed = guessed || kind == Guess || kind == Vote || kind == Interrupt // an interrupt asks nobody
			if slices.Contains(gives, kind) && !guessed {
				t.Fatalf("a step of kind %d comes before the room has guessed", kind)
			}
			if s.Last() {
				break
			}
			// Whoever skips and goes on, in whatever order, passes the guess too.
			if rapid.Bool().Draw(t, "skip") {
				before := s.at
				if s = s.Skip(); s.at == before {
					s = s.Forward()
				}
			} else {
				s = s.Forward()
			}
		}
		if !guessed {
			t.Error("the room was never asked")
		}
	})
}

func TestPrivateAnswersAreNotShown(t *testing.T) {
	seen := 0
	rapid.Check(t, func(t *rapid.T) {
		q, v := drawn(t)
		for _, s := range walk(Tell(q, v, whole)) {
			if s.Question != nil && s.Question.Private {
				t.Errorf("%s is private and is asked", s.Question.ID)
			}
			if s.Kind == Answer {
				seen++
			}
		}
	})
	if seen == 0 {
		t.Error("no answer was ever shown")
	}
}

// planning is a questionnaire with a plan and stories of these tendernesses;
// the first goes with the last.
func planning(slots []int, stories ...int) *questionnaire.Questionnaire {
	q := &questionnaire.Questionnaire{Workshop: &questionnaire.Workshop{
		Agreements: []*questionnaire.Saying{{ID: "a", Say: "One."}, {ID: "b", Say: "Two."}},
	}}
	plan := &questionnaire.Plan{ID: "p", Steps: []*questionnaire.PlanStep{{ID: "hello", Title: "Hello", Show: questionnaire.ShowAgreements}}}
	for i, tender := range slots {
		plan.Steps = append(plan.Steps, &questionnaire.PlanStep{ID: fmt.Sprint(i), Title: "A story", Show: questionnaire.ShowVignette, Tenderness: tender})
	}
	plan.Steps = append(plan.Steps, &questionnaire.PlanStep{ID: "end", Title: "End", Show: questionnaire.ShowNumbers})
	q.Workshop.Plans = []*questionnaire.Plan{plan}
	for i, tender := range stories {
		q.Scenarios = append(q.Scenarios, &questionnaire.Scenario{ID: string(rune('a' + i)), Story: "Once.", Discuss: []string{"Who?"}, Workshop: true, Tenderness: tender})
	}
	if n := len(q.Scenarios); n > 1 {
		q.Scenarios[0].PairsWith = q.Scenarios[n-1]
	}
	return q
}

// told are the stories of a session, in its order.
func told(s Session) string {
	var ids []string
	for _, step := range s.steps {
		if step.Kind == Title {
			ids = append(ids, step.Vignette.ID)
		}
	}
	return strings.Join(ids, " ")
}

func TestAPlanPicksItsStories(t *testing.T) {
	for _, c := range []struct {
		what    string
		slots   []int
		stories []int
		want    string
	}{
		{"a pair", []int{1, 1}, []int{1, 1, 2, 1}, "a d"},
		{"a pair, named by the other", []int{2, 1}, []int{2, 1, 1}, "c b"},
		{"gentle at both ends", []int{2, 2, 2}, []int{2, 1, 2, 1}, "d a b"},
		{"the most tender that fits in the middle", []int{1, 3, 1}, []int{1, 2, 3, 2, 1}, "a c e"},
		{"nothing tender at the end", []int{1, 3}, []int{1, 2, 3}, "a"},
		{"no pair that is too tender", []int{1, 1}, []int{1, 1, 3}, "a b"},
		{"fewer stories than places", []int{1, 1, 1}, []int{1, 1}, "a b"},
		{"nothing gentle enough", []int{1}, []int{3, 3}, ""},
		{"what nobody has judged counts as tender", []int{2, 1}, []int{0, 2}, "b"},
	} {
		t.Run(c.what, func(t *testing.T) {
			q := planning(c.slots, c.stories...)
			if got := told(Lead(q, q.Workshop.Plans[0], Wish{})); got != c.want {
				t.Errorf("tells %q, want %q", got, c.want)
			}
		})
	}
}

// parts are stories by their letters; those in brackets are for one part.
func parts(q *questionnaire.Questionnaire, written string) []Stories {
	var all []Stories
	var group Stories
	in := false
	for _, id := range written {
		switch v := q.Scenario(string(id)); {
		case id == '(':
			in = true
		case id == ')':
			all, group, in = append(all, group), nil, false
		case in:
			group = append(group, v)
		default:
			all = append(all, Stories{v})
		}
	}
	return all
}

func TestAPlanTellsTheStoriesThatWereNamed(t *testing.T) {
	for _, c := range []struct {
		what    string
		slots   []int
		stories []int
		named   string
		want    string // "": refused
	}{
		{"the first", []int{2, 1}, []int{1, 1, 2, 1}, "b", "b a"},
		{"in the order of naming", []int{2, 1}, []int{1, 1, 1}, "cb", "c b"},
		{"in another order where the rules want it", []int{2, 1}, []int{2, 1, 1}, "ba", "a b"},
		{"a tender one in the middle of a long plan", []int{1, 2, 1}, []int{1, 3, 1, 1}, "b", "a b d"},
		{"a tender one in a short plan", []int{2, 1}, []int{1, 3, 1}, "b", ""},
		{"two tender ones", []int{3, 3, 3, 1}, []int{1, 3, 3, 1}, "bc", ""},
		{"only what ends without gentleness", []int{2, 1}, []int{2, 2, 1}, "ab", ""},
		{"more than it tells", []int{1, 1}, []int{1, 1, 1}, "abc", ""},
		{"one twice", []int{1, 1}, []int{1, 1, 1}, "aa", ""},
		{"two for small groups, the gentler last", []int{2, 1}, []int{1, 2, 1, 1}, "(ab)c", "b a c"},
		{"two for small groups, where both may stand", []int{1, 2, 1}, []int{1, 2, 1, 1}, "(ab)c", "c b a d"},
		{"a tender one of two in the middle", []int{1, 2, 1}, []int{1, 3, 1, 1}, "(ab)", "d b a c"},
		{"a tender one of two at the beginning", []int{2, 1}, []int{1, 3, 1, 1}, "(ab)", ""},
		{"two of which one ends without gentleness", []int{2, 1}, []int{2, 2, 1, 2}, "a(bc)", ""},
		{"two tender ones in one part", []int{3, 3, 1}, []int{3, 3, 1, 1}, "(ab)", ""},
		{"three for one part", []int{2, 1}, []int{1, 1, 1, 1}, "(abc)", ""},
		{"one twice in one part", []int{2, 1}, []int{1, 1, 1}, "(aa)", ""},
		{"one in two parts", []int{2, 1}, []int{1, 1, 1}, "(ab)b", ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			q := planning(c.slots, c.stories...)
			named := parts(q, c.named)
			p := q.Workshop.Plans[0]
			if Refuses(q, p, named, Wish{}) {
				if c.want != "" {
					t.Error("is refused")
				}
				return
			}
			s := Lead(q, p, Wish{}, named...)
			if got := told(s); got != c.want {
				t.Errorf("tells %q, want %q", got, c.want)
			}
			if want := strings.Contains(c.what, "another order"); want != s.Reordered() && !strings.Contains(c.named, "(") {
				t.Errorf("is told in another order: %v", !want)
			}
		})
	}
}

// TestNothingAboveTheCeilingIsReached: from any story and any plan, under any ceiling,
// by any keys, also where small groups choose between two. A swap never leads to a more tender story, and offers none twice; and no
// group goes home from a tender story or an emergency.
func TestNothingAboveTheCeilingIsReached(t *testing.T) {
	swaps, refused, groups := 0, 0, 0
	above := func(t *rapid.T) {
		tendernesses := rapid.SliceOfN(rapid.IntRange(0, 3), 1, 9).Draw(t, "stories")
		q := planning(rapid.SliceOfN(rapid.IntRange(0, 3), 1, 4).Draw(t, "slots"), tendernesses...)
		p := q.Workshop.Plans[0]
		wish := Wish{Tenderness: rapid.IntRange(0, 3).Draw(t, "ceiling")}
		var named []Stories
		tender := map[string]int{} // of what is named
		for range rapid.IntRange(0, 2).Draw(t, "parts") {
			var some Stories
			for range rapid.SampledFrom([]int{1, 1, 1, 2, 2, 3}).Draw(t, "in one part") {
				v := rapid.SampledFrom(q.Scenarios).Draw(t, "story")
				some = append(some, v)
				tender[v.ID] = Tenderness(v)
			}
			named = append(named, some)
		}
		if Refuses(q, p, named, wish) {
			refused++
			return
		}
		s := Lead(q, p, wish, named...)
		ceiling := s.Ceiling()
		most := 0
		for _, is := range tender {
			if is == mostTender {
				most++
			}
		}
		if most > 1 {
			t.Fatalf("two tender stories are told: %q", told(s))
		}
		for _, some := range named {
			i := slices.IndexFunc(s.slots, func(slot slot) bool { return slot.stories.has(some[0]) })
			if i < 0 || len(s.slots[i].stories) != len(some) {
				t.Fatalf("%s was named, and %q is told", some[0].ID, told(s))
			}
			if len(some) == 1 {
				continue
			}
			groups++
			if a, b := s.slots[i].stories[0], s.slots[i].stories[1]; !slices.Contains(some, a) || !slices.Contains(some, b) || Tenderness(a) < Tenderness(b) {
				t.Fatalf("%s (%d) is told before %s (%d)", a.ID, Tenderness(a), b.ID, Tenderness(b))
			}
			if open := s.open(); i == open[0] && Tenderness(s.slots[i].stories[0]) == mostTender && p.Steps[i].Tenderness > 0 && p.Steps[i].Tenderness < mostTender {
				t.Fatalf("the evening begins with %s", told(s))
			}
		}
		offered := map[string]bool{}
		for range rapid.IntRange(1, 40).Draw(t, "keys") {
			switch rapid.SampledFrom([]string{"forward", "back", "skip", "swap", "go", "end"}).Draw(t, "key") {
			case "forward":
				s = s.Forward()
			case "back":
				s = s.Back()
			case "skip":
				s = s.Skip()
			case "go":
				s = s.Go(rapid.IntRange(0, len(s.slots)-1).Draw(t, "part"))
			case "end":
				if end, ok := s.End(); ok && slices.ContainsFunc(end.steps[end.at:], func(s Step) bool { return s.Vignette != nil }) {
					t.Fatal("the end passes a story")
				}
			case "swap":
				after, ok := s.Swap()
				if !ok {
					break
				}
				swaps++
				before := s.slots[s.here()].stories[s.told()]
				v := after.Step().Vignette
				if after.Step().Kind != Title || after.here() != s.here() || len(after.slots[after.here()].stories) != len(s.slots[s.here()].stories) {
					t.Fatalf("a swap leads to a page of kind %d in part %d", after.Step().Kind, after.here())
				}
				if Tenderness(v) > Tenderness(before) || offered[v.ID] {
					t.Fatalf("%s (%d) was swapped for %s (%d)", before.ID, Tenderness(before), v.ID, Tenderness(v))
				}
				offered[before.ID] = true
				s = after
			}
			open := s.open()
			for _, v := range s.slots[open[len(open)-1]].stories {
				if Tenderness(v) > 1 {
					t.Fatalf("ends on %s, of tenderness %d", v.ID, Tenderness(v))
				}
			}
			if s.Tells() {
				v := s.slots[s.here()].stories[s.told()]
				if talk, ok := s.Talk(); ok && talk.Step().Vignette.ID != v.ID {
					t.Fatalf("the talk about %s is about %s", v.ID, talk.Step().Vignette.ID)
				}
			}
			for _, step := range s.steps {
				v := step.Vignette
				if v == nil {
					continue
				}
				if ceiling > 0 && Tenderness(v) > ceiling || wish.Tenderness > 0 && Tenderness(v) > wish.Tenderness {
					t.Fatalf("%s is of tenderness %d, above %d", v.ID, Tenderness(v), ceiling)
				}
			}
		}
	}
	// Small groups that no guide forbids are rare among what is drawn: more is drawn until there is one.
	for range 10 {
		if rapid.Check(t, above); swaps > 0 && refused > 0 && groups > 0 {
			return
		}
	}
	t.Errorf("%d swaps, %d refused, %d small groups", swaps, refused, groups)
}

func TestATimeOfDayIsReadAndCountedOn(t *testing.T) {
	for text, want := range map[string]string{"18:30": "18:30", "8:05": "8:05", "08.05": "8:05", "0:00": "0:00", "23:59": "23:59", "24:00": "", "7": "", "18:60": "", "6:30pm": "", "-1:00": "", "": ""} {
		c, ok := ClockOf(text)
		if c.String() != want || ok != (want != "") {
			t.Errorf("%q is read as %q", text, c)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		c := Clock(rapid.IntRange(1, day).Draw(t, "time"))
		a, b := rapid.IntRange(0, 2*day).Draw(t, "a"), rapid.IntRange(0, 2*day).Draw(t, "b")
		if c.After(a).After(b) != c.After(a+b) || c.After(day) != c {
			t.Errorf("%v after %d and %d", c, a, b)
		}
		if again, ok := ClockOf(c.String()); !ok || again != c {
			t.Errorf("%v is read as %v", c, again)
		}
	})
}

func TestASwapGoesGentlerUntilNothingIsLeft(t *testing.T) {
	q := planning([]int{1, 2}, 2, 3, 1, 2, 1)
	s := Tell(q, q.Scenarios[1], Wish{})
	for _, want := range []string{"c", "e"} {
		var ok bool
		if s, ok = s.Swap(); !ok || s.Step().Kind != Title || s.Step().Vignette.ID != want {
			t.Fatalf("swapped %v for %s, want %s", ok, s.Step().Vignette.ID, want)
		}
	}
	if after, ok := s.Swap(); ok || after.Step().Vignette.ID != "e" {
		t.Error("something is left after the last gentle one")
	}
	if _, ok := Lead(q, q.Workshop.Plans[0], Wish{}).Swap(); ok {
		t.Error("the agreements were swapped for a story")
	}
}

func TestAWishNarrowsTheChoice(t *testing.T) {
	q := planning(nil, 3, 1, 0, 2)
	var ids []string
	for _, v := range Choose(q, Wish{Tenderness: 2}) {
		ids = append(ids, v.ID)
	}
	if got := strings.Join(ids, " "); got != "b d" {
		t.Errorf("chose %q", got)
	}
	if got := Choose(q, Wish{Minutes: Minutes(q, q.Scenarios[0], false)}); len(got) != 4 {
		t.Errorf("%d stories are as short as one of four alike", len(got))
	}
	if got := Choose(q, Wish{Minutes: 1}); len(got) != 0 {
		t.Errorf("%d stories of a minute", len(got))
	}
}

func TestPiecesKeepEveryWordAndCutNoSentence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sentence := rapid.StringMatching(`[A-Z][a-z]{1,9}( [a-z]{1,9}){0,30}[.!?]`)
		lines := rapid.SliceOfN(rapid.SliceOfN(sentence, 1, 6), 1, 4).Draw(t, "lines")
		var paragraphs []string
		for _, l := range lines {
			paragraphs = append(paragraphs, rapid.SampledFrom([]string{"", "- "}).Draw(t, "item")+strings.Join(l, " "))
		}
		text := questionnaire.Text(strings.Join(paragraphs, "\n\n"))
		var words []string
		for _, p := range pieces(text) {
			words = append(words, strings.Fields(string(p))...)
			if utf8.RuneCountInString(string(p)) > pieceLetters+20 && strings.ContainsAny(strings.TrimRight(string(p), `.!?"”`), ".!?") {
				t.Errorf("a long piece of several sentences: %q", p)
			}
			if end := strings.TrimRight(string(p), `"”`); !strings.ContainsAny(end[len(end)-1:], ".!?") {
				t.Errorf("a piece ends within a sentence: %q", p)
			}
		}
		if got, want := strings.Join(words, " "), strings.Join(strings.Fields(string(text)), " "); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}
