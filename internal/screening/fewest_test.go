package screening

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// wantsOf turns lists of clinicians, the best first, into wants.
func wantsOf(lists ...[]int) []want {
	var all []want
	for _, list := range lists {
		var c choices
		for place, clinician := range list {
			c = c.with(clinician, place)
		}
		all = append(all, want{c, c.set(), 1})
	}
	return all
}

// byTrying is the definition in docs/architecture.md ("The plan"), word for word,
// over all sets: the smallest that meets every need of a certain rule; of several
// the best liked; of these the one that comes first in clinicians.yaml.
func byTrying(clinicians int, lists [][]int) []int {
	type tried struct {
		members []int
		price   int
	}
	var best *tried
	for all := range 1 << clinicians {
		t := tried{}
		for c := range clinicians {
			if all>>c&1 == 1 {
				t.members = append(t.members, c)
			}
		}
		met := true
		for _, list := range lists {
			i := slices.IndexFunc(list, func(c int) bool { return slices.Contains(t.members, c) })
			met = met && i >= 0
			t.price += i
		}
		if !met {
			continue
		}
		better := best == nil || len(t.members) < len(best.members)
		if best != nil && len(t.members) == len(best.members) {
			better = t.price < best.price || t.price == best.price && slices.Compare(t.members, best.members) < 0
		}
		if better {
			best = &t
		}
	}
	return best.members
}

func TestTheFewestAreThoseOfTryingEverySet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clinicians := rapid.IntRange(1, 9).Draw(t, "clinicians")
		one := rapid.Custom(func(t *rapid.T) []int {
			all := make([]int, clinicians)
			for i := range all {
				all[i] = i
			}
			most := min(clinicians, questionnaire.MaxAlternatives)
			return rapid.Permutation(all).Draw(t, "choices")[:rapid.IntRange(1, most).Draw(t, "how many")]
		})
		lists := rapid.SliceOfN(one, 0, 10).Draw(t, "needs")
		got := slices.Collect(fewest(wantsOf(lists...)).all())
		if want := byTrying(clinicians, lists); !slices.Equal(got, want) {
			t.Fatalf("%v for %v, want %v", got, lists, want)
		}
	})
}

func TestTheFewest(t *testing.T) {
	for name, c := range map[string]struct {
		needs [][]int
		want  []int
	}{
		"nobody":                             {nil, nil},
		"one choice each":                    {[][]int{{3}, {1}, {3}}, []int{1, 3}},
		"the better of two":                  {[][]int{{4, 2}}, []int{4}},
		"one who is there anyway":            {[][]int{{4, 2}, {2}}, []int{2}},
		"one for both, though liked by none": {[][]int{{0, 5}, {1, 5}}, []int{5}},
		"two reasons outweigh one":           {[][]int{{0, 1}, {1, 0}, {1, 0}}, []int{1}},
		"the order of the file":              {[][]int{{1, 0}, {0, 1}}, []int{0}},
	} {
		if got := slices.Collect(fewest(wantsOf(c.needs...)).all()); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestAHostileFolderCannotMakeTheSearchEndless tries as many clinicians as there
// can be, under needs that fall apart into nothing and share whatever they can.
func TestAHostileFolderCannotMakeTheSearchEndless(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, alternatives := range []int{2, 4, questionnaire.MaxAlternatives} {
		for _, needs := range []int{20, 60, 200, 1000} {
			lists := make([][]int, needs)
			for i := range lists {
				lists[i] = random.Perm(questionnaire.MaxClinicians)[:alternatives]
			}
			start := time.Now()
			plan := fewest(wantsOf(lists...))
			for _, w := range wantsOf(lists...) {
				if w.set&plan == 0 {
					t.Fatalf("a need of %v is not met by %b", lists, plan)
				}
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("%d needs of %d alternatives: %d steps after %v", needs, alternatives, bits.OnesCount32(uint32(plan)), took)
			} else {
				t.Logf("%d needs of %d: %d steps, %v", needs, alternatives, bits.OnesCount32(uint32(plan)), took)
			}
		}
	}
}
