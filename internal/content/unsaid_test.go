package content

import (
	"strings"
	"testing"
)

// What she ticks and is sent to somebody for, she can say there.
func TestAnAnswerThatSendsHerToSomebodyHasASentence(t *testing.T) {
	const mine, none, tablets = "said: I feed a baby.}", "{id: none, label: None of it}", `choose: medicines, said: "I take {names}."}`
	for name, c := range map[string]struct {
		changes [][2]string
		silent  string // in the message; empty: nothing is found
	}{
		"all is said":               {},
		"an answer":                 {[][2]string{{", " + mine, "}"}}, `"feeding": "mine"`},
		"one of several":            {[][2]string{{none, none + "\n      - {id: some, label: Some}"}, {"when: {feeding: mine}", "when: {feeding: [mine, some]}"}}, `"feeding": "some"`},
		"by a name":                 {[][2]string{{", " + mine, "}"}, {"    when: {feeding: mine}", "    when: feeds"}, {"questions:\n  - id: feeding", "conditions: [{id: feeds, when: {feeding: mine}}]\nquestions:\n  - id: feeding"}}, `"feeding": "mine"`},
		"deep, and turned twice":    {[][2]string{{", " + mine, "}"}, {"when: {feeding: mine}", "when: {not: {all: [{medicines: ssri}, {not: {feeding: mine}}]}}"}}, `"feeding": "mine"`},
		"only excluded":             {[][2]string{{"when: {feeding: mine}", "when: {not: {feeding: none}}"}}, ""},
		"stands alone":              {[][2]string{{"choose: one", "choose: many"}, {none, "{id: none, label: None of it, exclusive: true}"}, {"when: {feeding: mine}", "when: {feeding: [mine, none]}"}}, ""},
		"does not know":             {[][2]string{{none, "{id: perhaps, label: I do not know, unknown: true}"}, {"when: {feeding: mine}", "when: {feeding: [mine, perhaps]}"}}, ""},
		"a state":                   {[][2]string{{tablets, `choose: medicines, said: "I know {names}.", states: [{id: taking, label: Taking}, {id: ended, label: Ended, said: "I took {names}."}]}`}}, `"medicines": "taking"`},
		"a state of another rule":   {[][2]string{{tablets, `choose: medicines, said: "I know {names}.", states: [{id: taking, label: Taking, said: "I take {names}."}, {id: ended, label: Ended}]}`}, {"{medicines: ssri}", "{medicines: {of: ssri, state: taking}}"}}, ""},
		"a state that is not known": {[][2]string{{tablets, `choose: medicines, states: [{id: taking, label: Taking, said: "I take {names}."}]}`}}, `"medicines": a medicine whose state`},
		"medicines without states":  {[][2]string{{tablets, "choose: medicines}"}}, `"medicines": a medicine`},
	} {
		t.Run(name, func(t *testing.T) {
			found := of(Check(read(t, nil, c.changes...), today), "unsaid")
			switch {
			case c.silent == "" && len(found) > 0:
				t.Errorf("found %v", found)
			case c.silent != "" && (len(found) != 1 || !strings.Contains(found[0].Message, c.silent)):
				t.Errorf("found %v, want %s", found, c.silent)
			}
		})
	}
}
