package questionnaires_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
)

// shrunk drops answers while it still fails, until every one that is left is
// needed: whole replies first, then parts of those with several.
func shrunk(q *questionnaire.Questionnaire, p somebody, fails func(somebody) bool) somebody {
	for smaller := true; smaller; {
		smaller = false
		for _, question := range q.Questions {
			for _, less := range lesser(question, p[question.Index]) {
				if next := p.with(question, less); fails(next) {
					p, smaller = next, true
					break
				}
			}
		}
	}
	return p
}

// lesser are the replies that tell less, the least first.
func lesser(question *questionnaire.Question, reply questionnaire.Reply) []questionnaire.Reply {
	least := nothing(question)
	if reply.Equal(least) {
		return nil
	}
	replies := []questionnaire.Reply{least}
	for i := range reply.Answers {
		if len(reply.Answers) > 1 {
			replies = append(replies, questionnaire.Reply{Kind: reply.Kind, Answers: slices.Delete(slices.Clone(reply.Answers), i, i+1)})
		}
	}
	for i, t := range reply.Taken {
		replies = append(replies, questionnaire.Reply{Kind: reply.Kind, Taken: slices.Delete(slices.Clone(reply.Taken), i, i+1)})
		if t.State != 0 {
			taken := slices.Clone(reply.Taken)
			taken[i].State = 0
			replies = append(replies, questionnaire.Reply{Kind: reply.Kind, Taken: taken})
		}
	}
	return replies
}

// nothing is the reply of somebody with nothing to report; where a question has
// none, she prefers not to say.
func nothing(question *questionnaire.Question) questionnaire.Reply {
	reply, ok := scenario.ReplyOf(questionnaire.Person{Others: withoutAnswer}, question)
	if !ok {
		panic("every question takes " + questionnaire.PreferNotToSay)
	}
	return reply
}

var withoutAnswer = append(slices.Clone(nothingToReport), questionnaire.PreferNotToSay)

// pasteable is a person as a scenario, ready to be pasted into scenarios.yaml.
func (p somebody) pasteable(q *questionnaire.Questionnaire, id, expect string) string {
	var answers, others []string
	for _, question := range q.Questions {
		if reply := p[question.Index]; !reply.Equal(nothing(question)) {
			answers = append(answers, fmt.Sprintf("%s: %s", question.ID, written(q, question, reply)))
		}
	}
	for _, id := range withoutAnswer {
		others = append(others, quoted(id))
	}
	return fmt.Sprintf("- id: %s\n  story: Found by chance. Say who she is.\n  answers: {%s}\n  others: [%s]\n  expect:\n    %s\n",
		id, strings.Join(answers, ", "), strings.Join(others, ", "), expect)
}

// written is a reply as an author writes it.
func written(q *questionnaire.Questionnaire, question *questionnaire.Question, reply questionnaire.Reply) string {
	switch {
	case reply.Kind == questionnaire.Unsure:
		return questionnaire.NotSure
	case reply.Kind == questionnaire.Declined:
		return questionnaire.PreferNotToSay
	case question.Choose == questionnaire.Medicines && len(reply.Taken) == 0:
		return questionnaire.None
	}
	var words []string
	for _, a := range reply.Answers {
		words = append(words, quoted(question.Answers[a].ID))
	}
	for _, t := range reply.Taken {
		name, state := questionnaire.Unlisted, questionnaire.NotSure
		if t.Medicine != questionnaire.UnlistedMedicine {
			name = q.Formulary.Medicines[t.Medicine].Generic
		}
		if t.State != questionnaire.UnsureState {
			state = question.States[t.State].ID
		}
		words = append(words, fmt.Sprintf("{name: %q, state: %s}", name, state))
	}
	return "[" + strings.Join(words, ", ") + "]"
}

// quoted keeps YAML from reading "no" and "yes" as something else.
func quoted(id string) string {
	if id == "yes" || id == "no" {
		return `"` + id + `"`
	}
	return id
}
