package workshop_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/workshop"
)

// TestAnotherLanguageKeepsThePlace: the part of the plan, its stories and what kind of
// page is shown, wherever the room is; nothing that comes later is shown by it, and the
// way back leads to no later page than before.
func TestAnotherLanguageKeepsThePlace(t *testing.T) {
	all := languages(t)
	en, es := all["en"], all["es"]
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(en.Workshop.Plans).Draw(t, "plan")
		v := rapid.SampledFrom(en.Vignettes()).Draw(t, "story")
		var groups []workshop.Stories
		if other := rapid.SampledFrom(en.Vignettes()).Draw(t, "other"); rapid.Bool().Draw(t, "in small groups") {
			groups = []workshop.Stories{{v, other}}
			if workshop.Refuses(en, p, groups, workshop.Wish{}) {
				groups = nil
			}
		}
		s := workshop.Lead(en, p, workshop.Wish{}, groups...)
		if rapid.Bool().Draw(t, "alone") {
			s = workshop.Tell(en, v, workshop.Wish{})
		}
		for range rapid.IntRange(0, 3).Draw(t, "swaps") {
			s, _ = s.Swap()
			s = s.Skip().Forward()
		}
		for range rapid.IntRange(0, 120).Draw(t, "pages") {
			s = s.Forward()
		}
		there := s.In(es)
		part, parts := s.Part()
		if n, all := there.Part(); n != part || all != parts {
			t.Fatalf("part %d of %d becomes %d of %d", part, parts, n, all)
		}
		was, is := s.Step(), there.Step()
		if was.Kind != is.Kind || id(was.Vignette) != id(is.Vignette) {
			t.Fatalf("%s, a page of kind %d, becomes %s, %d", id(was.Vignette), was.Kind, id(is.Vignette), is.Kind)
		}
		if is.Vignette != nil && es.Scenario(is.Vignette.ID) != is.Vignette {
			t.Fatalf("%s is still told in English", id(is.Vignette))
		}
		if back := there.In(en); back.Step().Kind != was.Kind || len(through(back)) < len(through(s)) {
			t.Fatalf("there and back leads from %d pages before the end to %d", len(through(s)), len(through(back)))
		}
	})
}

func id(v *questionnaire.Scenario) string {
	if v == nil {
		return ""
	}
	return v.ID
}
