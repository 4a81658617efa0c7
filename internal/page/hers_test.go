package page_test

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/workshop"
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
		for _, o := range []page.Opening{page.Everything{}, page.Copying{}, page.Also{}, page.Unfolded{}, page.Card{Clinician: at.Plan.Steps[0].Clinician.ID}} {
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

// TestAStorySaysItOfWhoDecides is the same for made-up people, on the wall and in
// the facilitator's notes.
func TestAStorySaysItOfWhoDecides(t *testing.T) {
	for _, s := range languages() {
		using := s.q.Question("using")
		told := map[bool]int{}
		for _, v := range s.q.Scenarios {
			said := workshop.SaidBy(s.q, v)
			decides := false
			for _, a := range said.Reply(using).Answers {
				decides = decides || using.Answers[a].ID == "curious" || using.Answers[a].ID == "planning"
			}
			plan := said.Plan(nil)
			for i := range plan.Steps {
				step := workshop.Step{Kind: workshop.Who, Vignette: v, Talk: &plan.Steps[i]}
				says := saysAll(page.Wall(s.words, step, s.q, s.q.Regions[0]))
				if strings.Contains(says, s.words.Urgency.BeforeDeciding) != (decides && plan.Steps[i].Urgency == questionnaire.BeforeDeciding) {
					t.Errorf("%s: the wall says %q", v.ID, says)
				}
				if plan.Steps[i].Urgency == questionnaire.BeforeDeciding {
					told[decides]++
				}
			}
		}
		if told[true] < 20 || told[false] < 20 {
			t.Errorf("too few to tell: %v", told)
		}
		if both := page.Anybodys(s.words, s.q).Urgency.BeforeDeciding; both != s.words.Urgency.Either {
			t.Errorf("a paper for anybody says %q", both)
		}
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
	if page.Anybodys(s.words, &q) != s.words {
		t.Error("without phrases the words of a paper change")
	}
	q.Phrases = []*questionnaire.Phrase{{Words: []questionnaire.PhraseWords{{Language: "en", Words: []string{"before you decide"}}}}}
	if page.Hers(s.words, state) != s.words {
		t.Error("a phrase that is always true changes the words")
	}
}
