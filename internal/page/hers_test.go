package page_test

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
)

// TestBeforeYouDecideIsSaidToWhoDecides and to nobody else, wherever a step says how
// soon it is.
func TestBeforeYouDecideIsSaidToWhoDecides(t *testing.T) {
	decide := map[bool]int{}
	people(t, 200, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		decides := false
		using := v.Said().Questionnaire().Question("using")
		for _, a := range v.Said().Reply(using).Answers {
			decides = decides || using.Answers[a].ID == "curious" || using.Answers[a].ID == "planning"
		}
		says := saysAll(page.Of(s.words, v, page.Front{})) + saysAll(page.Afterwards(s.words, v))
		for _, o := range []page.Opening{page.Copying{}, page.Also{}, page.Unfolded{}, page.Card{Clinician: at.Plan.Steps[0].Clinician.ID}} {
			p, _ := page.Over(s.words, v, o)
			says += saysAll(p)
		}
		if said := strings.Contains(says, s.words.Urgency.BeforeDeciding); said && !decides {
			t.Errorf("who has not said that she decides reads %q", s.words.Urgency.BeforeDeciding)
		} else if said {
			decide[true]++
		} else if strings.Contains(says, s.words.Urgency.Undecided) {
			decide[false]++
		}
	})
	if decide[true] < 20 || decide[false] < 20 {
		t.Errorf("too few to tell: %v", decide)
	}
}

// A questionnaire that says nothing about these words keeps them for everybody.
func TestWordsThatClaimNothingStay(t *testing.T) {
	s := languages()["en"]
	q := *s.q
	state := screening.Start(&q)
	if page.Hers(s.words, state).Urgency.BeforeDeciding == s.words.Urgency.BeforeDeciding {
		t.Error("who has answered nothing has not said that she decides")
	}
	q.Phrases = nil
	if page.Hers(s.words, state) != s.words {
		t.Error("without phrases the words change")
	}
	q.Phrases = []*questionnaire.Phrase{{Words: []questionnaire.PhraseWords{{Language: "en", Words: []string{"before you decide"}}}}}
	if page.Hers(s.words, state) != s.words {
		t.Error("a phrase that is always true changes the words")
	}
}
