package questionnaires_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/translation"
)

// aBabyThere is told only to somebody of whom it is known that a baby is there.
var aBabyThere = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(hold|take|look after|keep|her and|alone with|in|and in) the baby\b|\bhow you could feed\b`),
	"es": regexp.MustCompile(`(?i)(?:deja|cuide|tenga|encargarse|mantén|ella y|sola con|con|en)(?: al| del| el) bebé|organizar las tomas`),
}

// asksWhether are sentences that ask first whether there is a baby.
var asksWhether = map[string][]string{
	"en": {"Do you feed a baby? Ask how you could feed around it."},
	"es": {"¿Alimentas a un bebé? Pregunta cómo podrías organizar las tomas."},
}

// TestAfterALossNobodyIsToldWhatToDoWithTheBaby gives every person of the scenarios a
// loss instead of a birth, and reads all that she, or whoever is worried about her, is
// shown: the texts that are offered, why, what comes first and what to say. After a
// stillbirth "let another adult hold the baby" is the cruellest thing on the screen.
func TestAfterALossNobodyIsToldWhatToDoWithTheBaby(t *testing.T) {
	mother := maternal(t)
	mothers := map[string]*questionnaire.Questionnaire{"en": mother}
	for language, tr := range translations(t) {
		mothers[language] = translation.Of(mother, tr)
	}
	for _, whose := range []struct {
		all  map[string]*questionnaire.Questionnaire
		lost map[string]string
	}{
		{mothers, map[string]string{"pregnancy": "no", "since-birth": "loss", "feeding": "none", "support": "none", "right-now": "", "baby-lives": "", "noticed": "", "feelings": ""}},
		{worried(t), map[string]string{"around": "loss", "child": "none"}},
	} {
		for language, q := range whose.all {
			looked := 0
			for _, s := range q.Scenarios {
				for _, said := range readAfter(t, q, s, whose.lost) {
					looked++
					for _, asks := range asksWhether[language] {
						said = strings.ReplaceAll(strings.Join(strings.Fields(said), " "), asks, "")
					}
					if found := aBabyThere[language].FindString(said); found != "" {
						t.Errorf("%s, %s: %s after a loss reads %q: %s", q.ID, language, s.ID, found, said)
					}
				}
			}
			if looked < 100 {
				t.Errorf("%s, %s: only %d texts were looked at", q.ID, language, looked)
			}
		}
	}
	for _, wrong := range []string{"Stay with her and the baby.", "Let another adult hold the baby.", "Ask who could take the baby."} {
		if !aBabyThere["en"].MatchString(wrong) {
			t.Errorf("the pattern lets %q pass", wrong)
		}
	}
	for _, wrong := range []string{"Deja al bebé con otra persona adulta.", "Quédate con ella y con el bebé."} {
		if !aBabyThere["es"].MatchString(wrong) {
			t.Errorf("the pattern lets %q pass", wrong)
		}
	}
}

// readAfter is what somebody reads of her plan who answers as the scenario does but for
// these questions; one with an empty answer is left to what she says to all others.
func readAfter(t *testing.T, q *questionnaire.Questionnaire, s *questionnaire.Scenario, but map[string]string) []string {
	t.Helper()
	lost := *s
	lost.Person.Answers = slices.DeleteFunc(slices.Clone(s.Person.Answers), func(g questionnaire.Given) bool {
		_, other := but[g.Question.ID]
		return other
	})
	for id, answer := range but {
		if answer == "" {
			continue
		}
		question := q.Question(id)
		reply, err := question.Reply(answer)
		if err != nil {
			t.Fatal(err)
		}
		lost.Person.Answers = append(lost.Person.Answers, questionnaire.Given{Question: question, Reply: reply})
	}
	var all []string
	ran := scenario.Run(q, &lost)
	for _, r := range ran.Interrupted {
		all = append(all, r.First, r.Reason)
	}
	for _, step := range ran.Plan.Steps {
		for _, r := range step.Reasons {
			all = append(all, r.Rule.Reason)
		}
		words := step.Words()
		for _, request := range slices.Concat(words.Requests, words.MoreRequests) {
			all = append(all, request.Text)
		}
	}
	for _, e := range ran.Plan.Learn() {
		all = append(all, string(e.Text))
	}
	return all
}
