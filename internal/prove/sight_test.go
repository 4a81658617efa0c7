package prove

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/mistake"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// TestSightSavesTimeAndDecidesNothing: with every shortcut off, a check finds
// the very same.
func TestSightSavesTimeAndDecidesNothing(t *testing.T) {
	t.Run("maternal", func(t *testing.T) {
		q := maternal(t)
		sameBlindfold(t, q)
		if *every > 1 {
			return // two more of these take minutes; CI asks for every mistake in a step of its own
		}
		all := mistake.All(q)
		for i := len(all) / 4; i < len(all); i += len(all)/2 + 1 {
			sameBlindfold(t, all[i].In(q))
		}
	})
	t.Run("a large one", func(t *testing.T) { sameBlindfold(t, large(t, 30)) })
	t.Run("random", func(t *testing.T) {
		found := map[string]int{}
		rapid.Check(t, func(t *rapid.T) {
			for _, f := range sameBlindfold(t, drawAll(t)) {
				found[f.Check.ID()]++
			}
		})
		met(t, found, "promise", "unknown-is-safer", "same-answers", "no-purpose")
	})
}

func sameBlindfold(t interface{ Fatalf(string, ...any) }, q *questionnaire.Questionnaire) []questionnaire.Finding {
	blind := newChecking(q)
	blind.sight.off = true
	found, proved := Check(q), blind.check()
	if got, want := foundBy(found), foundBy(proved); !slices.Equal(got, want) {
		t.Fatalf("with what is seen at sight\n\t%s\nand with proofs alone\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
	return found
}

// foundBy are findings as their author reads them; of one with an example, what
// it is about: which of the people is shown is for the proof to choose.
func foundBy(findings []questionnaire.Finding) []string {
	var all []string
	for _, f := range findings {
		if f.Example == nil {
			all = append(all, f.String())
		} else {
			all = append(all, keys([]questionnaire.Finding{f})...)
		}
	}
	slices.Sort(all)
	return all
}

// TestNobodyAtSightSaysNothingAtAll: whoever is seen at sight says something to each
// question, or leaves it open. Sixty-four people are drawn at a time, and a folder has
// fewer scenarios or more.
func TestNobodyAtSightSaysNothingAtAll(t *testing.T) {
	q := maternal(t)
	for _, n := range []int{1, 63, 64, 65, len(q.Scenarios)} {
		some := *q
		some.Scenarios = q.Scenarios[:n]
		c := newChecking(&some)
		c.sample()
		for _, s := range c.sight.samples {
			for i, question := range q.Questions {
				r := c.anybody.free[i]
				says := s.is(r.open)
				for _, chosen := range r.chosen {
					for _, l := range chosen {
						says |= s.is(l)
					}
				}
				if !question.TakesMedicines() && says != ^uint64(0) {
					t.Fatalf("with %d scenarios somebody neither answers %s nor leaves it open", n, question.ID)
				}
			}
		}
	}
}
