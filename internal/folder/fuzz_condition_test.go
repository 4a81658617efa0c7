package folder

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/folder/foldertest"
	"github.com/ask-first/askfirst/internal/fuzztest"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// conditionQuestions have every kind of question and test, and rules and promises
// for conditions to stand in.
const conditionQuestions = `topic: one
title: One
questions:
  - {id: feeding, ask: A, why: B, choose: one, answers: [{id: all-milk, label: A}, {id: none, label: B}]}
  - {id: feelings, ask: A, why: B, choose: many, answers: [{id: sad, label: A}, {id: wired, label: B}, {id: neither, label: C, exclusive: true}]}
  - {id: medicines, ask: A, why: B, choose: medicines, states: [{id: taking, label: A}, {id: stopped, label: B}]}
`

const conditionMedicines = `classes: [{id: ssri, name: A}, {id: mood, name: B, includes: [ssri]}, {id: heart, name: C}]
medicines:
  - {generic: sertraline, brands: [Zoloft], classes: [ssri]}
  - {generic: citalopram, classes: [ssri, heart]}
  - {generic: lithium, classes: []}
`

// conditionPlaces are where a condition may stand.
var conditionPlaces = []string{
	conditionQuestions + "rules:\n  - id: rule\n    talk-to: doctor\n    urgency: today\n    reason: Because.\n    when: ",
	conditionQuestions + "  - id: last\n    ask: A\n    why: B\n    choose: one\n    answers: [{id: a, label: A}, {id: b, label: B}]\n    ask-when: ",
	conditionQuestions + "promises:\n  - id: promise\n    then: {conversations: {doctor: next-visit}}\n    if: ",
}

// FuzzCondition reads any text as a condition, in each place where one may stand.
// What is refused is refused with a place in the file. What is accepted must mean
// what its words say, and mean the same when it is written out and read again.
func FuzzCondition(f *testing.F) {
	fuzztest.Hurry(f)
	for place := range conditionPlaces {
		for _, seed := range slices.Concat([]string{
			"{feeding: [all-milk]}", "{feeding: none, feelings: [sad, wired]}", "{feelings: {at-least: 2, of: [sad, wired]}}", "{feelings: {at-least: 2, of: [sad, neither]}}",
			"{medicines: [ssri, lithium]}", "{medicines: {of: [mood, unlisted, none], state: [stopped]}}", "{medicines: {at-least: 3, of: mood}}", "{medicines: Zoloft}", "{medicines: [ssri, heart, lithium, nothing]}", "{medicines: [ssri, heart]}", "{medicines: ssris}",
			"{all: [{feeding: none}, {any: [{feelings: sad}, {not: {feelings: not-sure}}]}]}", "{not: {not: {feeding: prefer-not-to-say}}}", "{any: [{all: [{feeding: [none, not-sure]}]}]}",
			"\n      feeding: all-milk\n      not:\n        any:\n          - medicines: heart\n          - feelings: neither",
			"{}", "[]", "{feeding: []}", "{last: a}", "{all: []}", "{not: }", "{feeding: {}}", "{feeding: {of: {}}}", "{? [a] : b}", "{<<: {feeding: none}}", "&a {not: *a}", "{feeding: none, feeding: none}",
			"{feelings: {at-least: -1, of: sad}}", "{feelings: {at-least: 1e3, of: sad}}", "{feeding: \"\\e]0;x\\a\"}", "{\"\\u202e\": none}",
			strings.Repeat("{not: ", 30), strings.Repeat("{not: ", 12) + "{feeding: none}" + strings.Repeat("}", 12),
		}, fuzztest.Texts, fuzztest.Marks) {
			f.Add(uint8(place), seed)
		}
	}
	f.Fuzz(func(t *testing.T, place uint8, text string) {
		before := conditionPlaces[int(place)%len(conditionPlaces)]
		q, findings := fuzzRead(t, before+text+"\n")
		if q == nil {
			return
		}
		var joined []string
		for _, c := range conditionsOf(t, q) {
			joined = append(joined, joins(c))
			meansItsWords(t, q, c)
			// Written out, it stands deeper, and it may then be too deep.
			again, findings := fuzzRead(t, conditionPlaces[0]+asWritten(c)+"\n")
			switch {
			case again != nil:
				if got, want := shape(again, again.Rules[0].When), shape(q, c); got != want {
					t.Errorf("%s\nis read as %s and, written out, as %s", text, want, got)
				}
			case !mayStandInARule(c):
			case slices.ContainsFunc(findings, func(f questionnaire.Finding) bool { return f.Check.ID() != "too-large" }):
				t.Errorf("%s\nwritten out is refused:\n%s", asWritten(c), foldertest.Listed(findings))
			}
		}
		if want := joinsOf(t, before+text+"\n"); !slices.Equal(joined, want) {
			t.Errorf("%s\njoins %q, not %q", text, joined, want)
		}
		if len(findings) > 0 {
			t.Errorf("it is accepted, with findings:\n%s", foldertest.Listed(findings))
		}
	})
}

func fuzzRead(t *testing.T, topic string) (*questionnaire.Questionnaire, []questionnaire.Finding) {
	t.Helper()
	folder := foldertest.With("one.yaml", topic)
	folder[medicinesFile] = &fstest.MapFile{Data: []byte(conditionMedicines)}
	if isBinary([]byte(topic)) {
		return nil, nil
	}
	q, findings, err := Read(folder, nil)
	if err != nil || (q == nil) != questionnaire.HasErrors(findings) {
		t.Fatalf("a questionnaire and errors, or neither: %v\n%s", err, foldertest.Listed(findings))
	}
	hold(t, folder, findings)
	foldertest.AreLines(t, findings)
	return q, findings
}

// conditionsOf are all conditions of a questionnaire: the text may have closed its
// own and opened others.
func conditionsOf(t *testing.T, q *questionnaire.Questionnaire) (all []*questionnaire.Condition) {
	for _, x := range q.Questions {
		all = append(all, x.AskWhen)
		x.AskWhen.Atoms(func(c *questionnaire.Condition) {
			if c.Atom.Question.Index >= x.Index {
				t.Errorf("%s looks at %s, which is not asked before it", x.ID, c.Atom.Question.ID)
			}
		})
	}
	for _, r := range q.Rules {
		all = append(all, r.When)
	}
	for _, e := range q.Education {
		all = append(all, e.Concerns)
	}
	for _, p := range q.Promises {
		all = append(all, p.If)
	}
	return slices.DeleteFunc(all, func(c *questionnaire.Condition) bool { return c == nil })
}

// mayStandInARule tells a condition on the questions that a rule of the first
// place finds; a text may bring questions of its own.
func mayStandInARule(c *questionnaire.Condition) bool {
	may := true
	c.Atoms(func(c *questionnaire.Condition) {
		x := c.Atom.Question
		may = may && (x.ID == "feeding" || x.ID == "feelings" || x.ID == "medicines") && x.Index < 3
	})
	return may
}

// conditionWords are the medicines that a word stands for, by their places.
var conditionWords = map[string][]bool{
	"ssri": {true, true, false}, "mood": {true, true, false}, "heart": {false, true, false},
	"sertraline": {true, false, false}, "citalopram": {false, true, false}, "lithium": {false, false, true},
}

// meansItsWords holds a condition against the words that it was written with, and
// against what package screening relies on.
func meansItsWords(t *testing.T, q *questionnaire.Questionnaire, c *questionnaire.Condition) {
	t.Helper()
	if c.Op != questionnaire.Atom {
		if c.Atom != nil || len(c.Parts) == 0 || c.Op == questionnaire.Not && len(c.Parts) != 1 {
			t.Fatalf("%s has %d parts", shape(q, c), len(c.Parts))
		}
		for _, p := range c.Parts {
			meansItsWords(t, q, p)
		}
		return
	}
	a := c.Atom
	if len(c.Parts) > 0 || len(a.Of) == 0 || a.AtLeast < 1 || q.Questions[a.Question.Index] != a.Question {
		t.Fatalf("%s is not a test of a question", shape(q, c))
	}
	want := make([]bool, len(a.Want))
	for _, word := range a.Of {
		if a.Question.TakesMedicines() {
			for i, in := range conditionWords[word] {
				want[i] = want[i] || in
			}
			continue
		}
		for i, answer := range a.Question.Answers {
			want[i] = want[i] || answer.ID == word
		}
	}
	isMedicines := a.Question.TakesMedicines()
	for _, open := range []struct {
		word     string
		got, may bool
	}{{questionnaire.NotSure, a.WantNotSure, true}, {questionnaire.PreferNotToSay, a.WantPreferNotToSay, true}, {questionnaire.None, a.WantNone, isMedicines}, {questionnaire.Unlisted, a.WantUnlisted, isMedicines}} {
		if open.got != (open.may && slices.Contains(a.Of, open.word)) {
			t.Errorf("%s: %s counts: %v", shape(q, c), open.word, open.got)
		}
	}
	if !slices.Equal(want, a.Want) {
		t.Errorf("%s stands for %v, and its words %q for %v", shape(q, c), a.Want, a.Of, want)
	}
	if a.AtLeast > mostOf(a) {
		t.Errorf("%s can never be met", shape(q, c))
	}
	if a.WantState != nil && (len(a.WantState) != len(a.Question.States) || !slices.Contains(a.WantState, true)) {
		t.Errorf("%s wants the states %v", shape(q, c), a.WantState)
	}
}

// joins is a condition without what is asked of each question.
func joins(c *questionnaire.Condition) string {
	if c.Op == questionnaire.Atom {
		return c.Atom.Question.ID
	}
	var parts []string
	for _, p := range c.Parts {
		parts = append(parts, joins(p))
	}
	return [...]string{"all", "any", "not"}[c.Op] + "(" + strings.Join(parts, " ") + ")"
}

// joinsOf is the same of all conditions of a topic, by its YAML alone.
func joinsOf(t *testing.T, topic string) (all []string) {
	t.Helper()
	var nodes struct {
		Questions []struct {
			When yaml.Node `yaml:"ask-when"`
		}
		Rules    []struct{ When yaml.Node }
		Promises []struct{ If yaml.Node }
	}
	if err := yaml.Unmarshal([]byte(topic), &nodes); err != nil {
		t.Fatal(err)
	}
	add := func(n yaml.Node) {
		if !n.IsZero() {
			all = append(all, joinsIn(&n))
		}
	}
	for _, x := range nodes.Questions {
		add(x.When)
	}
	for _, r := range nodes.Rules {
		add(r.When)
	}
	for _, p := range nodes.Promises {
		add(p.If)
	}
	return all
}

func joinsIn(n *yaml.Node) string {
	var parts []string
	for i := 0; i < len(n.Content); i += 2 {
		switch word, value := n.Content[i].Value, n.Content[i+1]; word {
		case "all", "any":
			var inner []string
			for _, item := range value.Content {
				inner = append(inner, joinsIn(item))
			}
			parts = append(parts, word+"("+strings.Join(inner, " ")+")")
		case "not":
			parts = append(parts, "not("+joinsIn(value)+")")
		default:
			parts = append(parts, word)
		}
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return "all(" + strings.Join(parts, " ") + ")"
}

// asWritten is a condition as somebody may write it who has read it.
func asWritten(c *questionnaire.Condition) string {
	if c.Op == questionnaire.Atom {
		test := fmt.Sprintf("at-least: %d, of: [%s]", c.Atom.AtLeast, quoted(c.Atom.Of))
		var states []string
		for i, want := range c.Atom.WantState {
			if want {
				states = append(states, c.Atom.Question.States[i].ID)
			}
		}
		if c.Atom.WantState != nil {
			test += ", state: [" + quoted(states) + "]"
		}
		return "{" + quoted([]string{c.Atom.Question.ID}) + ": {" + test + "}}"
	}
	var parts []string
	for _, p := range c.Parts {
		parts = append(parts, asWritten(p))
	}
	switch c.Op {
	case questionnaire.Not:
		return "{not: " + parts[0] + "}"
	case questionnaire.Any:
		return "{any: [" + strings.Join(parts, ", ") + "]}"
	}
	return "{all: [" + strings.Join(parts, ", ") + "]}"
}

func quoted(words []string) string {
	var all []string
	for _, w := range words {
		all = append(all, strconv.Quote(w))
	}
	return strings.Join(all, ", ")
}
