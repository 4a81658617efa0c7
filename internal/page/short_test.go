package page_test

import (
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
)

// shortWay is the choice of the consent that asks a few questions only; nil: there is none.
func shortWay(s spoken, o visit.Options) (*page.Choice, visit.Visit) {
	v := visit.Begin(s.q, o).Did(visit.Began{})
	for _, c := range page.Of(s.words, v, page.Front{}).Choices() {
		if c.Means == (visit.AgreedShort{}) {
			return c, v
		}
	}
	return nil, v
}

// TestTheShortWayIsOffered with the number of its questions, also on a shared screen, where
// none of them is private; and Enter alone is still the whole way.
func TestTheShortWayIsOffered(t *testing.T) {
	for language, want := range map[string]string{"en": "Little time: 3 questions only", "es": "Tengo poco tiempo: solo 3 preguntas"} {
		s := languages()[language]
		for _, shared := range []bool{false, true} {
			c, v := shortWay(s, visit.Options{Region: "us", Shared: shared})
			if c == nil || c.Label != want {
				t.Fatalf("%s: the consent does not offer %q: %v", language, want, c)
			}
			if p := page.Of(s.words, v, page.Front{}); p.Alone.Means != (visit.Agreed{}) {
				t.Errorf("%s: Enter alone is %v", language, p.Alone.Means)
			}
			asked := 0
			for v = v.Did(c.Means); ; asked++ {
				at, ok := v.Where().(visit.Asked)
				if !ok {
					break
				}
				if left := page.Of(s.words, v, page.Front{}).Left; left != map[bool]string{true: s.words.Count(s.words.Question.Left, 2-asked)}[asked < 2] {
					t.Errorf("%s: at %s it says %q", language, at.Question.ID, left)
				}
				reply := questionnaire.Reply{Kind: questionnaire.Definite} // no medicines
				if n := len(at.Question.Answers); n > 0 {
					reply.Answers = []int{n - 1}
				}
				v = v.Did(visit.Replied{Reply: reply})
			}
			if _, ok := v.Where().(visit.Result); !ok || asked != 3 {
				t.Errorf("%s: after %d questions she stands at %T", language, asked, v.Where())
			}
		}
	}
}

func TestWithoutAShortWayNoneIsOffered(t *testing.T) {
	s := languages()["en"]
	q := *s.q
	q.Short = nil
	s.q = &q
	if c, _ := shortWay(s, visit.Options{Region: "us"}); c != nil {
		t.Errorf("%q is offered", c.Label)
	}
}
