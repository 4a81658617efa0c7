package questionnaires_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
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
			// "What would you want to know?" is not for her who needs help now, and what a
			// group has left unsaid is not asked for after a story that comes near.
			if grave := workshop.Tenderness(v) == 3 || workshop.Interrupts(in, v); grave && (v.Say == "" || v.MoveOn == "") {
				t.Errorf("%s: %s has no words of its own to say and to move on", language, v.ID)
			}
			for own, written := range map[string]string{v.Say: q.Vignettes()[i].Say, v.MoveOn: q.Vignettes()[i].MoveOn} {
				if own != "" && (language != questionnaires.Language && own == written || asks.MatchString(own)) {
					t.Errorf("%s, %s: is not translated, or asks the room about itself: %s", language, v.ID, own)
				}
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

// TestAStorysOwnWordsStandInTheNotes: while it is told, and after the talk about it, in the
// place of those for any story. Its first page, its vote and its point have words of theirs.
func TestAStorysOwnWordsStandInTheNotes(t *testing.T) {
	q, w := maternal(t), wording.English()
	var general string
	for _, s := range q.Workshop.Say {
		if s.ID == questionnaire.ShowVignette.String() {
			general = s.Say
		}
	}
	seen := 0
	for _, v := range q.Vignettes() {
		for s := workshop.Tell(q, v, workshop.Wish{}); ; s = s.Forward() {
			var said []string
			for _, b := range page.Live(w, q, q.Regions[0], s, s, page.Spent{}, false).Blocks {
				said = append(said, b.Text())
			}
			notes := strings.Join(said, "\n")
			kind := s.Step().Kind
			told := kind != workshop.Vote && kind != workshop.Point && (kind != workshop.Title || workshop.Tenderness(v) == 1)
			if own := v.Say != "" && strings.Contains(notes, v.Say); own != (told && v.Say != "") || strings.Contains(notes, general) != (told && v.Say == "") {
				t.Errorf("%s, a page of kind %d: %s", v.ID, kind, notes)
			}
			if v.MoveOn != "" && strings.Contains(notes, v.MoveOn) != (kind == workshop.Discuss) {
				t.Errorf("%s, a page of kind %d, to move on: %s", v.ID, kind, notes)
			}
			if v.Say != "" {
				seen++
			}
			if s.Last() {
				break
			}
		}
	}
	if seen == 0 {
		t.Error("no story has words of its own")
	}
}
