package prove

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// drawList is a questionnaire with a list of medicines and nothing else, which loses
// something for whoever is less sure of one of them, and counts two of them besides.
func drawList(t *rapid.T) *questionnaire.Questionnaire {
	medicines := []string{"{generic: sertraline, classes: [ssri]}", "{generic: lithium, classes: [lithium, heart]}", "{generic: paracetamol, classes: []}"}
	state := func() string {
		return rapid.SampledFrom([]string{"", ", state: [taking]", ", state: [stopped]"}).Draw(t, "state")
	}
	of := func() string {
		return strings.Join(rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"ssri", "lithium", "heart", "sertraline", "unlisted"}), 1, 4, rapid.ID[string]).Draw(t, "of"), ", ")
	}
	text := "topic: one\ntitle: One\nquestions:\n- id: list\n  ask: A?\n  why: B.\n  choose: medicines\n  states: [{id: taking, label: A}, {id: stopped, label: B}]\nrules:\n" +
		fmt.Sprintf("- {id: loses, talk-to: pharmacist, urgency: soon, possible-urgency: next-visit, reason: A., when: {list: {of: [%s]%s}}}\n", of(), state()) +
		fmt.Sprintf("- {id: counts, talk-to: midwife, urgency: soon, reason: A., when: {list: {at-least: 2, of: [sertraline, lithium, unlisted]%s}}}\n", state()) +
		fmt.Sprintf("- {id: other, talk-to: prescriber, urgency: soon, reason: A., when: {not: {list: {of: [%s]%s}}}}\n", of(), state())
	q, findings, err := folder.Read(fstest.MapFS{
		"questionnaire.yaml": {Data: []byte("questionnaire: drawn\ntitle: Drawn\nversion: 1.0.0\nlanguage: en\ntopics: [one]\nwelcome: A.\nconsent: B.\n")},
		"one.yaml":           {Data: []byte(text)},
		"clinicians.yaml":    {Data: []byte("clinicians:\n- {id: pharmacist, name: A, who: B}\n- {id: midwife, name: A, who: B}\n- {id: prescriber, name: A, who: B}\n")},
		"help-lines.yaml":    {Data: []byte("regions:\n- {id: us, name: US, lines: [{id: us-emergency, kind: emergency, name: E, call: \"911\"}]}\n")},
		"medicines.yaml": {Data: []byte("classes:\n- {id: ssri, name: A}\n- {id: lithium, name: B}\n- {id: heart, name: C}\nmedicines:\n- " +
			strings.Join(medicines[:rapid.IntRange(2, 3).Draw(t, "medicines")], "\n- ") + "\n")},
	}, nil)
	if err != nil || q == nil {
		t.Fatal(findings, err)
	}
	return q
}

// TestTwoListsOfMedicines holds that any two people whom the solver can give are shown by
// lists of medicines that differ as the check says that they do. More of a kind than are
// counted are not told apart, so that a list may seem to be shorter than the other.
func TestTwoListsOfMedicines(t *testing.T) {
	shown := 0
	rapid.Check(t, func(t *rapid.T) {
		q := drawList(t)
		c := newChecking(q)
		c.sight.off = true
		for _, n := range needsOf(q) {
			d := c.about(n.rules)
			second, _ := unsureOf(d.anybody)
			wanted := []lit{d.loses(second, n)}
			for range 30 {
				w, result := d.some(d.f().and(wanted...), d.anybody, second)
				if result != somebody {
					break
				}
				shown++
				first, other := together(w, d.anybody, second, (*shape).lessSure)
				a, b := replay(q, first), replay(q, other)
				if !onlyLessSure(a, b) || !losesTooMuch(n.hadBy(firing(a)), n.hadBy(firing(b))) {
					t.Fatalf("%s: %s and %s", n, Said(q, q.Questions[0], a.Reply(q.Questions[0])), Said(q, q.Questions[0], b.Reply(q.Questions[0])))
				}
				wanted = append(wanted, notAgain(d, w, d.anybody.reply(0), second.reply(0)))
			}
		}
	})
	if shown == 0 {
		t.Error("nobody loses anything")
	}
}

// notAgain is true of all but those who choose what these chose.
func notAgain(c *checking, w world, replies ...*reply) lit {
	var all []lit
	for _, r := range replies {
		for _, l := range slices.Concat(append(r.chosen, []lit{r.open, r.rest})...) {
			if !w.holds(c.f(), l) {
				l = l.not()
			}
			all = append(all, l)
		}
	}
	return c.f().and(all...).not()
}
