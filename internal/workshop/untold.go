package workshop

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

var (
	untoldStory = questionnaire.Declare("untold-story", questionnaire.Warning, "a story of a workshop without something that whoever tells it needs, or words for a moment that never comes")
	noPair      = questionnaire.Declare("no-pair", questionnaire.Warning, "a story of a workshop with which no other can be told in a plan that has a place for it")
)

// Untold is what nobody notices before the room sits there: a story without its words,
// a story that no other goes with, and words that are never shown, because no moment is
// called as they are.
func Untold(q *questionnaire.Questionnaire) []questionnaire.Finding {
	w := q.Workshop
	if w == nil {
		return nil
	}
	var all []questionnaire.Finding
	find := func(check *questionnaire.Check, about questionnaire.Subject, at questionnaire.Position, format string, args ...any) {
		all = append(all, questionnaire.Finding{Check: check, Severity: check.Severity(), About: about, At: at, Message: fmt.Sprintf(format, args...)})
	}
	for _, list := range w.Lists() {
		if list.Name != "say" && list.Name != "move-on" {
			continue
		}
		for _, s := range list.Sayings {
			if !slices.Contains(questionnaire.Moments(), s.ID) {
				find(untoldStory, questionnaire.Subject{}, s.At, "the words %q under %q are never shown, because no moment is called that; write one of: %s", s.ID, list.Name, strings.Join(questionnaire.Moments(), ", "))
			}
		}
	}
	for _, v := range q.Scenarios {
		if lacks := lacking(w, v); v.Workshop && len(lacks) > 0 {
			find(untoldStory, v.Subject(), v.At, "the story %q lacks what whoever tells it needs; write: %s", v.ID, strings.Join(lacks, ", "))
		}
	}
	told := q.Vignettes()
	if len(told) < 2 { // there is none that it could go with
		return all
	}
	for _, v := range told {
		for _, p := range w.Plans {
			if !Refuses(q, p, []Stories{{v}}, Wish{}) && !slices.ContainsFunc(told, func(o *questionnaire.Scenario) bool {
				return o.ID != v.ID && pairs(v, o) && !Refuses(q, p, []Stories{{v}, {o}}, Wish{})
			}) {
				find(noPair, v.Subject(), v.At, "no story goes with %q in the plan of %d minutes; write pairs-with: and the id of one that can be told beside it", v.ID, p.Minutes)
			}
		}
	}
	return all
}

// lacking are the keys of a story that whoever tells it would look for in vain.
func lacking(w *questionnaire.Workshop, v *questionnaire.Scenario) []string {
	var keys []string
	for _, k := range []struct {
		key  string
		says bool
	}{
		{"title", v.Title != ""}, {"story", v.Story != ""}, {"tenderness", v.Tenderness > 0}, {"discuss", len(v.Discuss) > 0}, {"point", v.Point != ""},
		{"if-they-say", len(v.IfTheySay) > 0}, {"say", v.Say != "" || saysOfAny(w.Say)}, {"move-on", v.MoveOn != "" || saysOfAny(w.MoveOn)},
	} {
		if !k.says {
			keys = append(keys, k.key)
		}
	}
	return keys
}

// saysOfAny reports whether there are words for any story.
func saysOfAny(all []*questionnaire.Saying) bool {
	return slices.ContainsFunc(all, func(s *questionnaire.Saying) bool { return s.ID == questionnaire.ShowVignette.String() })
}
