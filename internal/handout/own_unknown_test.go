package handout

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/questionnaires"
)

// An author's own "I do not know" is taken for "not sure" where it stands alone, and
// for "not sure about the rest" beside others. Drawn questionnaires seldom have one
// that matters, so here is every small question that has, with every condition on
// it and every reply: on paper each is so exactly where the engine says so.
func TestPaperTakesAnAuthorsOwnUnknownAsTheScreenDoes(t *testing.T) {
	// Which of the answers a, b and c is which.
	kinds := [][3]string{
		{"", "unknown: true", ""},
		{"unknown: true", "unknown: true", ""},
		{"", "unknown: true", "exclusive: true"},
		{"", "", "exclusive: true, unknown: true"},
		{"unknown: true", "unknown: true", "unknown: true"},
	}
	wanted := []string{"a", "b", "c", "not-sure", "prefer-not-to-say"}
	tried := 0
	for _, choose := range []string{"one", "many"} {
		for _, kind := range kinds {
			if choose == "one" && strings.Contains(fmt.Sprint(kind), "exclusive") {
				continue
			}
			var conditions []string
			for chosen := 1; chosen < 1<<len(wanted); chosen++ {
				var of []string
				for i, id := range wanted {
					if chosen&(1<<i) != 0 {
						of = append(of, id)
					}
				}
				list := strings.Join(of, ", ")
				conditions = append(conditions, "{q: ["+list+"]}")
				together := len(of)
				if chosen&(1<<2) != 0 && strings.Contains(kind[2], "exclusive") {
					together--
				}
				if choose == "many" && chosen < 1<<3 && together > 1 {
					conditions = append(conditions, "{q: {at-least: 2, of: ["+list+"]}}")
				}
			}
			n := len(conditions)
			for i := range n {
				conditions = append(conditions, "{not: "+conditions[i]+"}")
			}
			conditions = append(conditions, "{all: [{q: not-sure}, {q: a}]}", "{any: [{q: not-sure}, {not: {q: c}}]}")
			q := withRules(t, choose, kind, conditions)
			for _, reply := range questionnairetest.Replies(q, q.Questions[0]) {
				outcome := screening.Start(q).Answer(q.Questions[0], reply).Outcome()
				replied := func(*questionnaire.Question) questionnaire.Reply { return reply }
				for i, rule := range q.Rules[:len(conditions)] {
					tried++
					certain, possible := fires(outcome, rule)
					if got := mustBe(rule.When).so(replied); got != certain {
						t.Errorf("choose %s, %q: %s is certain for %v: on paper %v, on screen %v", choose, kind, conditions[i], reply, got, certain)
					}
					if got := mayBe(rule.When).so(replied); got != (certain || possible) {
						t.Errorf("choose %s, %q: %s is possible for %v: on paper %v, on screen %v", choose, kind, conditions[i], reply, got, certain || possible)
					}
				}
			}
		}
	}
	if tried < 1000 {
		t.Errorf("only %d were tried", tried)
	}
}

// withRules is the small questionnaire with one question and a rule for each
// condition.
func withRules(t *testing.T, choose string, kind [3]string, conditions []string) *questionnaire.Questionnaire {
	t.Helper()
	text := "topic: t\ntitle: T\nquestions:\n  - id: q\n    ask: Which?\n    why: Why.\n    choose: " + choose + "\n    answers:\n"
	for i, id := range []string{"a", "b", "c"} {
		more := ""
		if kind[i] != "" {
			more = ", " + kind[i]
		}
		text += "      - {id: " + id + ", label: Answer " + id + more + "}\n"
	}
	text += "rules:\n"
	for i, condition := range conditions {
		text += fmt.Sprintf("  - {id: r-%d, when: %s, talk-to: [doctor], urgency: soon, reason: Because.}\n", i, condition)
	}
	q, problems, err := folder.Read(fstest.MapFS{
		"questionnaire.yaml": {Data: []byte("questionnaire: t\ntitle: T\nversion: 1.0.0\nlanguage: en\nwelcome: Hello.\nconsent: You choose.\ntopics: [t]\n")},
		"clinicians.yaml":    {Data: []byte("clinicians:\n  - {id: doctor, name: Doctor, who: A doctor., if-none: Ask another.}\n")},
		"t.yaml":             {Data: []byte(text)},
	}, questionnaires.Maternal())
	if q == nil || err != nil {
		t.Fatal(problems, err)
	}
	return q
}
