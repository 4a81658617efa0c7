package prove

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Words are the words that a scenario has for a reply: answers, or names of
// medicines.
func Words(q *questionnaire.Questionnaire, question *questionnaire.Question, r questionnaire.Reply) []string {
	switch r.Kind {
	case questionnaire.Unsure:
		return []string{questionnaire.NotSure}
	case questionnaire.Declined, questionnaire.NoReply:
		return []string{questionnaire.PreferNotToSay}
	}
	var words []string
	for _, a := range r.Answers {
		words = append(words, question.Answers[a].ID)
	}
	for _, t := range r.Taken {
		words = append(words, medicineWord(q, t))
	}
	if len(words) == 0 {
		words = []string{questionnaire.None}
	}
	if r.RestUnsure {
		words = append(words, questionnaire.NotSure)
	}
	return words
}

// Said is a reply on one line: its words, and the state of each medicine.
func Said(q *questionnaire.Questionnaire, question *questionnaire.Question, r questionnaire.Reply) string {
	words := Words(q, question, r)
	if len(question.States) > 0 {
		for i, t := range r.Taken {
			words[i] += " (" + stateWord(question, t) + ")"
		}
	}
	return strings.Join(words, ", ")
}

func medicineWord(q *questionnaire.Questionnaire, t questionnaire.Taken) string {
	if t.Medicine == questionnaire.UnlistedMedicine {
		return questionnaire.Unlisted
	}
	return q.Formulary.Medicines[t.Medicine].Generic
}

func stateWord(question *questionnaire.Question, t questionnaire.Taken) string {
	if t.State == questionnaire.UnsureState {
		return questionnaire.NotSure
	}
	return question.States[t.State].ID
}

// Answers is a person as the machine format has her: a word, or a list of words,
// by question.
func Answers(q *questionnaire.Questionnaire, who questionnaire.Person) map[string]any {
	all := map[string]any{}
	for _, given := range who.Answers {
		all[given.Question.ID] = answer1(q, given)
	}
	return all
}

// answer1 is one reply as plain values.
func answer1(q *questionnaire.Questionnaire, given questionnaire.Given) any {
	question, r := given.Question, given.Reply
	words := Words(q, question, r)
	switch {
	case r.Kind != questionnaire.Definite, question.TakesOne(), len(r.Answers)+len(r.Taken) == 0:
		return words[0]
	case question.TakesMany() || len(question.States) == 0:
		return words
	}
	var taken []any
	for i, t := range r.Taken {
		// A bare name stands for the first state.
		if t.State == 0 {
			taken = append(taken, words[i])
		} else {
			taken = append(taken, map[string]string{"name": words[i], "state": stateWord(question, t)})
		}
	}
	if r.RestUnsure {
		taken = append(taken, questionnaire.NotSure)
	}
	return taken
}

// Scenario writes a finding's example as a scenario, ready to be pasted, with
// what a broken promise would have her expect.
func Scenario(q *questionnaire.Questionnaire, f questionnaire.Finding) string {
	var expect questionnaire.Expectation
	if p := q.Promise(f.About.ID); p != nil && p.Subject() == f.About {
		expect = p.Then
	}
	id := f.Check.ID() + "-" + strings.TrimSuffix(strings.ReplaceAll(f.At.File, ".yaml", ""), "/") + "-" + fmt.Sprint(f.At.Line)
	return writePerson(q, id, *f.Example, expect)
}

func writePerson(q *questionnaire.Questionnaire, id string, who questionnaire.Person, expect questionnaire.Expectation) string {
	answers := &yaml.Node{Kind: yaml.MappingNode}
	if len(who.Answers) == 0 {
		answers.Style = yaml.FlowStyle
	}
	for _, given := range who.Answers {
		answers.Content = append(answers.Content, scalar(given.Question.ID), flow(answer1(q, given)))
	}
	one := &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{
		scalar("id"), scalar(id),
		scalar("answers"), answers,
		scalar("others"), flow(others(who)),
		scalar("expect"), written(expect),
	}}
	var b strings.Builder
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(&yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{one}}); err != nil {
		panic(err) // cannot be: the nodes are well formed
	}
	return b.String()
}

// written is an expectation on one line.
func written(e questionnaire.Expectation) *yaml.Node {
	var document yaml.Node
	if err := yaml.Unmarshal([]byte("{"+e.String()+"}"), &document); err != nil {
		panic(err) // cannot be: ids, lists and maps of them
	}
	return document.Content[0]
}

func others(who questionnaire.Person) any {
	if len(who.Others) == 1 {
		return who.Others[0]
	}
	return who.Others
}

func scalar(s string) *yaml.Node {
	n := new(yaml.Node)
	n.SetString(s)
	return n
}

// flow writes a value on one line.
func flow(v any) *yaml.Node {
	n := new(yaml.Node)
	if err := n.Encode(v); err != nil {
		panic(err) // cannot be: strings, lists and maps of them
	}
	n.Style |= yaml.FlowStyle
	if n.Kind == yaml.ScalarNode {
		n.Style &^= yaml.FlowStyle
	}
	return n
}
