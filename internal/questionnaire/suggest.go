package questionnaire

import (
	"fmt"
	"strings"
)

// DidYouMean is ", did you mean …?" with the nearest of the words, the whole
// list when it is short, or nothing.
func DidYouMean(word string, words []string) string {
	if near := nearest(word, words); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	if len(words) > 0 && len(words) <= 20 {
		return "; write one of: " + strings.Join(words, ", ")
	}
	return ""
}

// MaxMeant is the length, in bytes, up to which a word is taken for a slip of
// the hand, and so that of the longest id. To compare long texts letter by letter takes long.
const MaxMeant = 64

// nearest finds the word that a slip of the hand most likely meant: at most a
// third of its letters may differ.
func nearest(word string, words []string) string {
	if len(word) > MaxMeant {
		return ""
	}
	best, bestDistance := "", len([]rune(word))/3+1
	for _, w := range words {
		if d := EditDistance(strings.ToLower(word), w, bestDistance); d <= bestDistance && (best == "" || d < bestDistance) {
			best, bestDistance = w, d
		}
	}
	return best
}

// EditDistance counts the insertions, deletions, substitutions and swaps of
// neighbours between a and b (optimal string alignment). It may stop early and
// return limit+1 once the distance cannot be within the limit.
func EditDistance(a, b string, limit int) int {
	s, t := []rune(a), []rune(b)
	if len(s)-len(t) > limit || len(t)-len(s) > limit {
		return limit + 1
	}
	// The names of a whole list are compared at every key: words of usual length need no memory
	// but the stack.
	var near [3][32]int
	before, last, row := near[0][:], near[1][:], near[2][:]
	if len(t) >= len(near[0]) {
		before, last, row = make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	}
	for j := range len(t) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(t)]
}

// Nearest is the word that was probably meant, or "".
func Nearest(word string, words []string) string { return nearest(word, words) }
