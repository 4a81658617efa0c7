package questionnaires_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/questionnaires"
)

// asksTheRoom finds, in each language, a question about the life of whoever listens.
var asksTheRoom = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(your|yours|yourself|(have|had|do|did|are|were) you)\b`),
	"es": regexp.MustCompile(`(?i)\b(tu|tus|tuyo|tuya|has|habías|eres|tienes|tomas|tomaste)\b`),
}

// TestEveryStoryHasWordsToMeetTheRoom: beside each story of a workshop stands what a group
// usually says of it and how to meet that, in every language. It begins with what they say,
// and asks nobody about her own life.
func TestEveryStoryHasWordsToMeetTheRoom(t *testing.T) {
	for language, asks := range map[string]string{"en": "What would you say? Have you taken it?", "es": "¿Qué dirías tú? ¿Has tomado algo?"} {
		if found := asksTheRoom[language].FindAllString(asks, -1); len(found) != 1 {
			t.Fatalf("%s: finds %q in %q", language, found, asks)
		}
	}
	q := maternal(t)
	told := map[string]*questionnaire.Questionnaire{questionnaires.Language: q}
	for language, tr := range translations(t) {
		told[language] = translation.Of(q, tr)
	}
	for language, in := range told {
		asks := asksTheRoom[language]
		if asks == nil {
			t.Fatalf("write down what asks a room about itself in %q", language)
		}
		for i, v := range in.Vignettes() {
			if len(v.IfTheySay) == 0 {
				t.Errorf("%s: nothing meets what a group says of %s", language, v.ID)
			}
			for j, words := range v.IfTheySay {
				switch {
				case language != questionnaires.Language && words == q.Vignettes()[i].IfTheySay[j]:
					t.Errorf("%s, %s: is not translated: %s", language, v.ID, words)
				case !strings.HasPrefix(words, `"`) && !strings.HasPrefix(words, "“"):
					t.Errorf("%s, %s: does not begin with what a group says: %s", language, v.ID, words)
				case asks.MatchString(words):
					t.Errorf("%s, %s: asks the room about itself: %s", language, v.ID, words)
				}
			}
		}
	}
}
