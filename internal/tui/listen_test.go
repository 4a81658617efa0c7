package tui

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/listen"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestListenAnswersAsTheScenarioSays: what a maintainer is shown is the walk of that
// person and of nobody else, heard to the end of her first conversation.
func TestListenAnswersAsTheScenarioSays(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		q := maternals()[language]
		for n, sc := range q.Scenarios {
			if n%60 != 0 {
				continue
			}
			replies := func(x *questionnaire.Question) questionnaire.Reply {
				r, ok := scenario.ReplyOf(sc.Person, x)
				if !ok {
					r.Kind = questionnaire.Declined
				}
				return r
			}
			o := options(q)
			o.Words, o.Region = wording.In(language), "us"
			l := newListening(o, replies)
			l.walk()
			if len(l.s.shelf) != 1 {
				t.Errorf("%s, %s: does not come to a conversation: %T", language, sc.ID, l.s.visit.Where())
			}
			for _, x := range l.s.visit.Said().Asked() {
				got, want := l.s.visit.Said().Reply(x), replies(x)
				if got.Kind != want.Kind || !slices.Equal(got.Answers, want.Answers) || len(got.Taken) != len(want.Taken) || got.RestUnsure != want.RestUnsure {
					t.Errorf("%s, %s: to %s she says %+v, not %+v", language, sc.ID, x.ID, got, want)
				}
			}
			for _, h := range l.all[1:] {
				if h.Key == "down" && h.Asked == "" && (h.Stream == "" || h.Bounded == "") {
					t.Errorf("%s, %s: silence after an arrow: %v", language, sc.ID, h)
				}
			}
		}
	}
}

// TestListenSaysTheQuestionsInTheirOrder, as its words stand on the screen.
func TestListenSaysTheQuestionsInTheirOrder(t *testing.T) {
	q := maternals()["en"]
	o := options(q)
	o.Words, o.Region = wording.In("en"), "us"
	asked := 0
	for _, h := range Listen(o, func(*questionnaire.Question) questionnaire.Reply {
		return questionnaire.Reply{Kind: questionnaire.Declined}
	}) {
		if h.Asked == "" {
			continue
		}
		asked++
		if !strings.Contains(h.Stream, h.Asked) || listen.Words(h.Stream) < 10 {
			t.Errorf("%q is not in %v", h.Asked, h)
		}
	}
	if asked < 10 {
		t.Errorf("only %d questions", asked)
	}
}
