package workshop_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/workshop"
)

// TestEveryPlanFromEveryStoryHolds begins each plan at every start, with each story named,
// each beside the next for small groups, and none, under each ceiling, and presses keys: no story above the ceiling is reached,
// the last one is gentle and no emergency, the times of the parts follow one another, and
// every part can be jumped to and resumed.
func TestEveryPlanFromEveryStoryHolds(t *testing.T) {
	for l, q := range languages(t) {
		stories := q.Vignettes()
		interrupts := map[string]bool{}
		for _, v := range stories {
			interrupts[v.ID] = workshop.Interrupts(q, v)
		}
		led, refused := 0, 0
		for _, p := range q.Workshop.Plans {
			for n := -1; n < 2*len(stories); n++ {
				var named []workshop.Stories
				switch {
				case n >= len(stories): // in small groups
					n := n - len(stories)
					named = []workshop.Stories{{stories[n], stories[(n+1)%len(stories)]}}
				case n >= 0:
					named = []workshop.Stories{{stories[n]}}
				}
				for ceiling := range 4 {
					wish := workshop.Wish{Tenderness: ceiling}
					if workshop.Refuses(q, p, named, wish) {
						refused++
						continue
					}
					led++
					holds(t, q, workshop.Lead(q, p, wish, named...), ceiling, interrupts)
				}
			}
		}
		if led < 100 || refused == 0 {
			t.Errorf("%s: %d plans were led, %d refused", l, led, refused)
		}
		rapid.Check(t, func(t *rapid.T) {
			p := rapid.SampledFrom(q.Workshop.Plans).Draw(t, "plan")
			wish := workshop.Wish{Tenderness: rapid.IntRange(0, 3).Draw(t, "ceiling"), Start: workshop.Clock(rapid.IntRange(0, 1440).Draw(t, "start"))}
			s := workshop.Lead(q, p, wish)
			for range rapid.IntRange(1, 12).Draw(t, "keys") {
				switch rapid.SampledFrom([]string{"swap", "talk", "skip", "back", "from"}).Draw(t, "key") {
				case "swap":
					s, _ = s.Swap()
				case "talk":
					if there, ok := s.Talk(); ok {
						s = there
					}
				case "skip":
					s = s.Skip()
				case "back":
					s = s.Back()
				case "from":
					s, _ = s.From(rapid.SampledFrom(p.Steps).Draw(t, "part").ID)
				}
				holds(t, q, s, wish.Tenderness, interrupts)
			}
		})
	}
}

// holds is what is true of a plan at any time.
func holds(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, q *questionnaire.Questionnaire, s workshop.Session, ceiling int, interrupts map[string]bool) {
	t.Helper()
	var last workshop.Stories
	minutes := 0
	for i, part := range s.Plan().Steps {
		if at, want := s.Begins(i), s.Begins(0).After(minutes); at != want {
			t.Fatalf("part %d begins at %v, after %d minutes from %v", i, at, minutes, s.Begins(0))
		}
		minutes += part.Minutes
		there, ok := s.From(part.ID)
		if n, _ := there.Part(); !ok || n != i {
			t.Fatalf("from %s leads to part %d", part.ID, n)
		}
		for n, v := range s.StoriesOf(part) {
			if n == 0 {
				last = nil
			}
			last = append(last, v)
			if ceiling > 0 && workshop.Tenderness(v) > ceiling || workshop.Tenderness(v) > s.Ceiling() {
				t.Fatalf("%s is above the ceiling", v.ID)
			}
		}
	}
	if minutes != s.Plan().Minutes {
		t.Fatalf("%d minutes of %d", minutes, s.Plan().Minutes)
	}
	for _, v := range last {
		if workshop.Tenderness(v) > 1 || interrupts[v.ID] {
			t.Fatalf("ends on %s", v.ID)
		}
	}
	if end, ok := s.End(); !ok || end.Tells() {
		t.Fatalf("does not end early")
	}
}
