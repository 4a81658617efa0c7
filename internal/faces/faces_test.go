package faces

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestBothFacesSayEveryBlockAndMakeEveryChoice is why there is one page for both: whatever she
// does, both faces say the same page, and both can do what it offers. Then it is asked
// whether it would have noticed anything.
func TestBothFacesSayEveryBlockAndMakeEveryChoice(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		t.Run(language, func(t *testing.T) {
			seen := newSeen()
			for _, s := range subjects() {
				newWalk(t, s, language, func(int) int { return 0 }, seen).opensEverything()
				for n := range 12 {
					random := rand.New(rand.NewPCG(uint64(n), 15))
					newWalk(t, s, language, random.IntN, seen).plays(40)
				}
			}
			for _, kind := range kinds() {
				if _, ok := seen.kinds[kind]; !ok {
					t.Errorf("no page of kind %d was reached", kind)
				}
			}
			leaksAreFound(t, wording.In(language), seen)
		})
	}
}

// kinds are the pages of a screening.
func kinds() []page.Kind {
	var all []page.Kind
	for kind := page.WelcomePage; kind <= page.KeysPage; kind++ {
		// Plain lines say all texts one after the other; and what stays after leaving
		// is told when the program has ended, see leaves.
		if kind != page.BrowsingPage && kind != page.FarewellPage {
			all = append(all, kind)
		}
	}
	return all
}

// TestAnyEventsAreTheSameToBothFaces is the same with other ways each time, which are
// made short where they fail.
func TestAnyEventsAreTheSameToBothFaces(t *testing.T) {
	small, seen := subjects()[1], newSeen()
	rapid.Check(t, func(r *rapid.T) {
		draw := func(n int) int { return rapid.IntRange(0, n-1).Draw(r, "draw") }
		language := rapid.SampledFrom(small.languages).Draw(r, "language")
		newWalk(r, small, language, draw, seen).plays(rapid.IntRange(1, 30).Draw(r, "steps"))
	})
}
