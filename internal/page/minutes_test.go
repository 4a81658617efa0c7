package page_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/visit"
)

// wordsAMinute is how fast somebody reads, or hears, who is tired.
const wordsAMinute = 180

// about is how many minutes the first page promises, in each language's words.
var about = map[string]struct {
	minutes int
	said    string
}{"en": {15, "about fifteen minutes"}, "es": {15, "unos quince minutos"}}

// TestTheMinutesOnTheFirstPageAreTrue: of the people of all scenarios, if they read every
// word from there to the result, half need no longer than they are told, and not much less.
func TestTheMinutesOnTheFirstPageAreTrue(t *testing.T) {
	english := languages()["en"].q
	for language, s := range languages() {
		var all []int
		for _, sc := range english.Scenarios {
			all = append(all, wordsRead(t, s, english, sc))
		}
		slices.Sort(all)
		minutes := func(percent int) float64 { return float64(all[(len(all)-1)*percent/100]) / wordsAMinute }
		t.Logf("%s: %d people read %.1f minutes or more, half of them at most %.1f, nine in ten %.1f, the last %.1f", language, len(all), minutes(0), minutes(50), minutes(90), minutes(100))
		told := about[language]
		if welcome := strings.Join(strings.Fields(s.q.Welcome.Plain()), " "); !strings.Contains(welcome, told.said) {
			t.Errorf("%s: the first page does not say %q", language, told.said)
		}
		if half := minutes(50); half > float64(told.minutes) || half < 0.8*float64(told.minutes) {
			t.Errorf("%s: half of all people need %.1f minutes, and they are told %d", language, half, told.minutes)
		}
	}
}

// wordsRead are the words that the person of a scenario reads.
func wordsRead(t *testing.T, s spoken, english *questionnaire.Questionnaire, sc *questionnaire.Scenario) int {
	t.Helper()
	words := 0
	v := visit.Begin(s.q, visit.Options{Region: "us"})
	for range 500 {
		for _, b := range page.Of(s.words, v, page.Front{}).Blocks {
			words += len(strings.Fields(b.Text()))
			if b.Choice != nil {
				words += len(strings.Fields(b.Choice.Answer + " " + b.Choice.Number))
			}
		}
		switch at := v.Where().(type) {
		case visit.Welcome:
			v = v.Did(visit.Began{})
		case visit.Consent:
			v = v.Did(visit.Agreed{})
		case visit.Settling:
			v = v.Did(visit.Settled{})
		case visit.Asked:
			reply, ok := scenario.ReplyOf(sc.Person, english.Questions[at.Question.Index])
			if !ok {
				reply.Kind = questionnaire.Declined
			}
			v = v.Did(visit.Replied{Reply: reply})
		case visit.Result:
			return words
		default:
			v = v.Did(visit.WentOn{})
		}
	}
	t.Fatalf("%s comes to no result", sc.ID)
	return 0
}
