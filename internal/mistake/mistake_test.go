package mistake_test

import (
	"reflect"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/mistake"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/questionnaires"
)

func maternal(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil || q == nil {
		t.Fatal(err, findings)
	}
	return q
}

// TestEachMistakeIsOneAndLeavesTheOriginalAlone: every kind is made, each has a
// name of its own, changes what it should and nothing in the questionnaire that it
// was made from.
func TestEachMistakeIsOneAndLeavesTheOriginalAlone(t *testing.T) {
	q, untouched := maternal(t), maternal(t)
	made := map[mistake.Kind]int{}
	seen := map[string]bool{}
	for i, m := range mistake.All(q) {
		if seen[m.ID] {
			t.Errorf("two mistakes are called %q", m.ID)
		}
		seen[m.ID] = true
		if made[m.Kind]++; made[m.Kind] > 3 && i%50 != 0 {
			continue // to compare is slow
		}
		wrong := m.In(q)
		if reflect.DeepEqual(wrong, q) {
			t.Errorf("%s changes nothing", m.ID)
		}
		for at, r := range wrong.Rules {
			if r.Index != at {
				t.Errorf("%s: rule %s stands in place %d and says %d", m.ID, r.ID, at, r.Index)
			}
		}
	}
	if !reflect.DeepEqual(q, untouched) {
		t.Error("the questionnaire itself was changed")
	}
	for _, kind := range mistake.Kinds() {
		if made[kind] == 0 && kind != mistake.UnknownLost { // an answer of that kind is in no questionnaire of ours
			t.Errorf("no mistake is a %s", kind)
		}
	}
}

// TestEachKeyThatChangesWhatSheGetsHasItsMistake: of the keys beside the conditions of a
// rule, what each mistake does to a folder that has them all.
func TestEachKeyThatChangesWhatSheGetsHasItsMistake(t *testing.T) {
	q := small(t)
	all := mistake.All(q)
	pharmacist := func(q *questionnaire.Questionnaire) *questionnaire.Clinician { return q.Clinician("pharmacist") }
	line := func(q *questionnaire.Questionnaire) *questionnaire.HelpLine { return q.Regions[0].Lines[1] }
	for _, c := range []struct {
		id   string
		kind mistake.Kind
		is   func(*questionnaire.Questionnaire) any
		want any
	}{
		{"short, without feeding", mistake.ShortChanged, func(q *questionnaire.Questionnaire) any { return len(q.Short) }, 1},
		{"short, dropped", mistake.ShortChanged, func(q *questionnaire.Questionnaire) any { return len(q.Short) }, 0},
		{"open-with, dropped", mistake.OpenWithChanged, func(q *questionnaire.Questionnaire) any { return q.OpenWith.String() }, ""},
		{"open-with, without pharmacist", mistake.OpenWithChanged, func(q *questionnaire.Questionnaire) any { return q.OpenWith.String() }, "poison-centre"},
		{"open-with, turned", mistake.OpenWithChanged, func(q *questionnaire.Questionnaire) any { return q.OpenWith.String() }, "poison-centre or pharmacist"},
		{"limits, facts lowered", mistake.LimitLowered, func(q *questionnaire.Questionnaire) any { return q.Limits.Facts }, 3},
		{"limits, requests lowered", mistake.LimitLowered, func(q *questionnaire.Questionnaire) any { return q.Limits.Requests }, 1},
		{"limits, texts lowered", mistake.LimitLowered, func(q *questionnaire.Questionnaire) any { return q.Limits.Texts }, 2},
		{"instead poison-centre, without pharmacist", mistake.InsteadDropped, func(q *questionnaire.Questionnaire) any { return len(q.Clinician("poison-centre").Instead) }, 0},
		{"lines pharmacist, without medicines", mistake.KindOfLineLost, func(q *questionnaire.Questionnaire) any { return len(pharmacist(q).Lines) }, 0},
		{"line crisis-line, without crisis", mistake.LineLost, func(q *questionnaire.Questionnaire) any { return q.Clinician("crisis-line").Line }, ""},
		{"tell-with-medicines pharmacist, dropped", mistake.TellChanged, func(q *questionnaire.Questionnaire) any { return pharmacist(q).TellWithMedicines == nil }, true},
		{"tell-with-medicines pharmacist, condition negated", mistake.TellChanged, func(q *questionnaire.Questionnaire) any {
			return pharmacist(q).TellWithMedicines.Op == questionnaire.Not
		}, true},
		{"question feeding, private lost", mistake.PrivateLost, func(q *questionnaire.Questionnaire) any { return q.Question("feeding").Private }, false},
		{"question feeding, exclusive lost of none", mistake.ExclusiveLost, func(q *questionnaire.Questionnaire) any { return q.Question("feeding").Answers[2].Exclusive }, false},
		{"question feeding, unknown lost of unclear", mistake.UnknownLost, func(q *questionnaire.Questionnaire) any { return q.Question("feeding").Answers[1].Unknown }, false},
		{"rule milk, ask 1 dropped", mistake.AskChanged, func(q *questionnaire.Questionnaire) any { return q.Rule("milk").Ask[0].Text }, "What is known?"},
		{"rule milk, ask 1, condition negated", mistake.AskChanged, func(q *questionnaire.Questionnaire) any { return q.Rule("milk").Ask[0].When.Op == questionnaire.Not }, true},
		{"rule milk, learn without milk-data", mistake.TextDropped, func(q *questionnaire.Questionnaire) any { return len(q.Rule("milk").Learn) }, 0},
		{"rule milk, lines without crisis", mistake.KindOfLineLost, func(q *questionnaire.Questionnaire) any { return len(q.Rule("milk").Lines) }, 0},
		{"concerns milk-data, condition negated", mistake.ConcernsChanged, func(q *questionnaire.Questionnaire) any { return q.Education[0].Concerns.Op == questionnaire.Not }, true},
		{"question/feeding/answer-said/milk, dropped", mistake.SentenceLost, func(q *questionnaire.Questionnaire) any { return q.Question("feeding").Answers[0].Said }, ""},
		{"help line b of us, also without mind", mistake.LineServesFewer, func(q *questionnaire.Questionnaire) any { return len(line(q).Also) }, 0},
		{"help line b of us, without open", mistake.LineDetailLost, func(q *questionnaire.Questionnaire) any { return line(q).Open.Always }, false},
		{"help line b of us, without text-word", mistake.LineDetailLost, func(q *questionnaire.Questionnaire) any { return line(q).TextWord }, ""},
		{"help line b of us, without note", mistake.LineDetailLost, func(q *questionnaire.Questionnaire) any { return line(q).Note }, ""},
	} {
		i := slices.IndexFunc(all, func(m mistake.Mistake) bool { return m.ID == c.id })
		if i < 0 {
			t.Errorf("nobody makes the mistake %q", c.id)
			continue
		}
		if c.is(q) == c.want {
			t.Errorf("%s: it is %v without the mistake", c.id, c.want)
		}
		if got := c.is(all[i].In(q)); got != c.want || all[i].Kind != c.kind {
			t.Errorf("%s: %v (%s), want %v (%s)", c.id, got, all[i].Kind, c.want, c.kind)
		}
	}
}

// small is a questionnaire that has each of the keys.
func small(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	files := fstest.MapFS{
		"questionnaire.yaml": {Data: []byte("questionnaire: small\ntitle: Small\nversion: 1.0.0\nlanguage: en\ntopics: [one]\nwelcome: Hello.\nconsent: Yes.\nshort: [feeding, sleep]\nopen-with: pharmacist or poison-centre\nlimits: {facts: 4, requests: 2, texts: 3}\n")},
		"clinicians.yaml": {Data: []byte(`clinicians:
  - {id: pharmacist, name: A, who: A, lines: [medicines], tell-with-medicines: {sleep: "yes"}}
  - {id: poison-centre, name: B, who: B, lines: [poison], instead: [pharmacist]}
  - {id: crisis-line, name: C, who: C, line: crisis}
`)},
		"help-lines.yaml": {Data: []byte(`regions:
  - id: us
    name: A
    lines:
      - {id: a, kind: emergency, name: A, call: "911"}
      - {id: b, kind: crisis, also: [mind], name: B, call: "988", text: "988", text-word: HELLO, open: [always], note: Not for a body in danger.}
`)},
		"medicines.yaml": {Data: []byte("classes: []\nmedicines: []\n")},
		"one.yaml": {Data: []byte(`topic: one
title: One
questions:
  - id: feeding
    ask: A
    why: B
    choose: many
    private: true
    answers: [{id: milk, label: A, said: I feed.}, {id: unclear, label: B, unknown: true}, {id: none, label: C, exclusive: true}]
  - {id: sleep, ask: A, why: B, choose: one, answers: [{id: "yes", label: A}, {id: "no", label: B}]}
rules:
  - id: milk
    when: {feeding: milk}
    talk-to: pharmacist
    urgency: soon
    reason: R
    ask: [{when: {sleep: "yes"}, ask: "Can I sleep?"}, "What is known?"]
    learn: milk-data
    lines: crisis
education:
  - {id: milk-data, title: T, text: X, concerns: {feeding: milk}}
`)},
	}
	q, findings, err := folder.Read(files, nil)
	if q == nil || err != nil {
		t.Fatal(err, findings)
	}
	return q
}

// TestASlipInANameReachesAllThatUseIt: a condition with a name is written once.
func TestASlipInANameReachesAllThatUseIt(t *testing.T) {
	q := maternal(t)
	all := mistake.All(q)
	i := slices.IndexFunc(all, func(m mistake.Mistake) bool { return m.ID == "condition gives-milk, condition without pumping-only" })
	if i < 0 {
		t.Fatal("no such mistake")
	}
	wrong := all[i].In(q)
	pumps := func(c *questionnaire.Condition) (found bool) {
		c.Atoms(func(atom *questionnaire.Condition) { found = found || slices.Contains(atom.Atom.Of, "pumping-only") })
		return found
	}
	for _, id := range []string{"milk-taking", "milk-vulnerable-taking"} {
		if !pumps(q.Rule(id).When) || pumps(wrong.Rule(id).When) {
			t.Errorf("rule %s does not follow the condition that it names", id)
		}
	}
	if !pumps(wrong.Rule("milk").When) {
		t.Error("rule milk, which writes its answers out, changed with the name")
	}
}
