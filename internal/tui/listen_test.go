package tui

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/listen"
	"github.com/ask-first/askfirst/internal/page"
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
			l := newListening(o, replies, 80, 24)
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

// TestAScreeningOnASmallScreen goes from the welcome to the end of the first conversation
// on 12 rows of 40 columns. On every page the foot says what goes on and what covers the
// screen, and nothing is cut off.
func TestAScreeningOnASmallScreen(t *testing.T) {
	const width, height = 40, 12
	for _, language := range []string{"en", "es"} {
		q, w := maternals()[language], wording.In(language)
		for n, sc := range q.Scenarios {
			if n%80 != 0 {
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
			o.Words, o.Region = w, "us"
			l := newListening(o, replies, width, height)
			l.hears("")
			l.update(readMsg{})
			for pages := range mostPages {
				before := len(l.all)
				if l.goOn(); len(l.all) == before {
					if len(l.s.shelf) != 1 {
						t.Errorf("%s, %s: after %d pages she is at %T", language, sc.ID, pages, l.s.visit.Where())
					}
					break
				}
				rows := strings.Split(l.ear.Screen(), "\n")
				if len(rows) > height {
					t.Fatalf("%d rows", len(rows))
				}
				foot := strings.Join(rows[len(rows)-3:], "\n")
				onward := strings.Contains(foot, "enter ") || strings.Contains(foot, "esc "+w.Keys.Back)
				if !onward || !strings.Contains(foot, "F12 "+w.Keys.CoverShort) || !strings.Contains(foot, "ctrl+c "+w.Keys.Leave) {
					t.Errorf("%s, %s: the foot names no way on, or not the cover:\n%s", language, sc.ID, l.ear.Screen())
				}
				for _, row := range slices.Concat(rows[:len(rows)-2], rows[len(rows)-1:]) { // a place may be shortened
					if strings.Contains(row, "…") && !strings.Contains(strings.Join(textsOf(l.s.Page()), "\n"), "…") {
						t.Errorf("%s, %s: cut off: %q", language, sc.ID, row)
					}
				}
			}
			l.s.Forget()
		}
	}
}

// textsOf are the texts of a page.
func textsOf(p page.Page) (all []string) {
	for _, b := range p.Blocks {
		all = append(all, b.Text())
	}
	return all
}
