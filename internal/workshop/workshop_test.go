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
		for _, s := range walk(Tell(q, v)) {
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
		s := Tell(q, v)
		_, all := s.Place()
		for range rapid.IntRange(0, all-2).Draw(t, "forward") {
			s = s.Forward()
		}
		n, _ := s.Place()
		if there, _ := s.Forward().Place(); there != n+1 {
			t.Errorf("forward from %d leads to %d", n, there)
		}
		if back, _ := s.Forward().Back().Place(); back != n {
			t.Errorf("forward and back from %d leads to %d", n, back)
		}
		if n > 1 {
			if again, _ := s.Back().Forward().Place(); again != n {
				t.Errorf("back and forward from %d leads to %d", n, again)
			}
		}
	})
}

func TestTheEndsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, v := drawn(t)
		s := Tell(q, v)
		if n, _ := s.Back().Place(); n != 1 {
			t.Errorf("back from the first leads to %d", n)
		}
		for !s.Last() {
			s = s.Forward()
		}
		for name, after := range map[string]Session{"forward": s.Forward(), "skip": s.Skip()} {
			if n, all := after.Place(); n != all {
				t.Errorf("%s from the last leads to %d of %d", name, n, all)
			}
		}
	})
}

// gives says which kinds give away what the room is to guess.
var gives = []Kind{Who, Why, Say, Perhaps, Titles, Read, Point}

func TestNothingIsGivenAwayBeforeTheRoomHasGuessed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, v := drawn(t)
		s := Tell(q, v)
		guessed := false
		for {
			kind := s.Step().Kind
			guessed = guessed || kind == Guess
			if slices.Contains(gives, kind) && !guessed {
				t.Fatalf("a step of kind %d comes before the room has guessed", kind)
			}
			if s.Last() {
				break
			}
			// Whoever skips and goes on, in whatever order, passes the guess too.
			if rapid.Bool().Draw(t, "skip") {
				before, _ := s.Place()
				s = s.Skip()
				if after, _ := s.Place(); after == before {
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
		for _, s := range walk(Tell(q, v)) {
			if s.Kind == Answer && s.Question.Private {
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

// planned is a questionnaire with a plan and stories of these tendernesses;
// the first goes with the last.
func planned(slots []int, stories ...int) *questionnaire.Questionnaire {
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
		q.Scenarios = append(q.Scenarios, &questionnaire.Scenario{ID: string(rune('a' + i)), Story: "Once.", Workshop: true, Tenderness: tender})
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
		{"a pair", []int{1, 2}, []int{1, 1, 2, 1}, "a d"},
		{"the pair where its tenderness is wanted", []int{1, 2, 1}, []int{1, 2, 3, 1}, "a b d"},
		{"the most tender that fits", []int{1, 3}, []int{1, 2, 3, 2, 3}, "a e"},
		{"no pair that is too tender", []int{1, 1}, []int{1, 1, 3}, "a b"},
		{"fewer stories than places", []int{1, 1, 1}, []int{1, 1}, "a b"},
		{"nothing gentle enough", []int{1}, []int{3, 3}, ""},
		{"what nobody has judged counts as tender", []int{2}, []int{0, 2}, "b"},
	} {
		t.Run(c.what, func(t *testing.T) {
			q := planned(c.slots, c.stories...)
			if got := told(Lead(q, q.Workshop.Plans[0], nil)); got != c.want {
				t.Errorf("tells %q, want %q", got, c.want)
			}
		})
	}
}

func TestAPlanBeginsWithTheStoryThatWasAskedFor(t *testing.T) {
	q := planned([]int{1, 2}, 1, 2, 3, 1)
	if got := told(Lead(q, q.Workshop.Plans[0], q.Scenarios[2])); !strings.HasPrefix(got, "c ") {
		t.Errorf("tells %q", got)
	}
}

func TestASwapTellsAnotherStoryAndComesRoundAgain(t *testing.T) {
	q := planned([]int{1, 2}, 1, 1, 2, 3, 1)
	s := Lead(q, q.Workshop.Plans[0], nil)
	before := told(s) // "a e"
	for s.Step().Kind != Story {
		s = s.Forward()
	}
	seen := map[string]bool{}
	for range 2 {
		var ok bool
		if s, ok = s.Swap(1); !ok || s.Step().Kind != Title {
			t.Fatalf("no swap, or not to the beginning of the story: kind %d", s.Step().Kind)
		}
		v := s.Step().Vignette
		if Tenderness(v) > 1 && v.ID != "a" {
			t.Errorf("%s is too tender for this place", v.ID)
		}
		if parts := strings.Fields(told(s)); parts[0] == parts[1] {
			t.Errorf("tells %q", told(s))
		}
		seen[v.ID] = true
	}
	if told(s) != before || len(seen) != 2 {
		t.Errorf("after all swaps it tells %q, not %q; on the way %v", told(s), before, seen)
	}
	if back, ok := s.Swap(-1); !ok || told(back) == before {
		t.Error("no way back")
	}
	if _, ok := Lead(q, q.Workshop.Plans[0], nil).Swap(1); ok {
		t.Error("the agreements were swapped for a story")
	}
}

func TestAWishNarrowsTheChoice(t *testing.T) {
	q := planned(nil, 3, 1, 0, 2)
	var ids []string
	for _, v := range Choose(q, Wish{Tenderness: 2}) {
		ids = append(ids, v.ID)
	}
	if got := strings.Join(ids, " "); got != "b d" {
		t.Errorf("chose %q", got)
	}
	if got := Choose(q, Wish{Minutes: Minutes(q, q.Scenarios[0])}); len(got) != 4 {
		t.Errorf("%d stories are as short as one of four alike", len(got))
	}
	if got := Choose(q, Wish{Minutes: 1}); len(got) != 0 {
		t.Errorf("%d stories of a minute", len(got))
	}
}

func TestPiecesKeepEveryWordAndCutNoSentence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sentence := rapid.StringMatching(`[A-Z][a-z]{1,9}( [a-z]{1,9}){0,30}[.!?]["”]?`)
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
