package order

import (
	"math/rand/v2"
	"slices"
	"testing"
)

type thing struct{ rank, was int }

// TestStableSortsAsTheLibraryDoes asks it for lists of every length about the one
// from which on another way is taken.
func TestStableSortsAsTheLibraryDoes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for length := range 3 * few {
		for range 20 {
			list := make([]thing, length)
			for i := range list {
				list[i] = thing{random.IntN(1 + length/2), i}
			}
			want := slices.Clone(list)
			slices.SortStableFunc(want, func(a, b thing) int { return a.rank - b.rank })
			Stable(list, func(a, b *thing) int { return a.rank - b.rank })
			if !slices.Equal(list, want) {
				t.Fatalf("got %v, want %v", list, want)
			}
		}
	}
}
