package screening_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// open has an answer of the author's own that means "I do not know".
const open = `conditions:
  - {id: fed, when: {feeding: [all-milk, some-milk]}}
questions:
  - id: feeding
    ask: A
    why: B
    choose: one
    answers: [{id: all-milk, label: A, said: My baby gets my milk.}, {id: some-milk, label: B}, {id: unclear, label: C, unknown: true}, {id: none, label: D}]
  - id: feelings
    ask: A
    why: B
    choose: many
    answers: [{id: sad, label: A, said: I am sad.}, {id: wired, label: B, said: I do not sleep.}, {id: unclear, label: C, unknown: true}, {id: none, label: D, exclusive: true}]
  - id: medicines
    ask: A
    why: B
    choose: medicines
    said: "{names} is on my list."
    states: [{id: taking, label: A, said: "I take {names}."}, {id: stopped, label: B, said: "I stopped {names} by myself."}]
`

func TestWhatLeavesThingsOpenIsUnknown(t *testing.T) {
	for _, c := range []struct {
		when, answers string
		want          screening.Truth
	}{
		// The author's own "I do not know" is "not sure".
		{"{feeding: all-milk}", "feeding: unclear", screening.Unknown},
		{"{feeding: unclear}", "feeding: unclear", screening.Yes},
		{"{feeding: not-sure}", "feeding: unclear", screening.Yes},
		{"{not: fed}", "feeding: unclear", screening.Unknown},
		{"{feeding: unclear}", "feeding: none", screening.No},
		{"fed", "feeding: some-milk", screening.Yes},
		// Beside others it is "not sure about the rest", as the two free answers are.
		{"{feelings: sad}", "feelings: sad unclear", screening.Yes},
		{"{feelings: sad}", "feelings: wired unclear", screening.Unknown},
		{"{feelings: sad}", "feelings: wired not-sure", screening.Unknown},
		{"{feelings: sad}", "feelings: wired prefer-not-to-say", screening.Unknown},
		{"{feelings: sad}", "feelings: wired", screening.No},
		{"{feelings: {at-least: 2, of: [sad, wired]}}", "feelings: wired not-sure", screening.Unknown},
		{"{feelings: {at-least: 2, of: [sad, wired]}}", "feelings: sad wired not-sure", screening.Yes},
		{"{feelings: none}", "feelings: wired not-sure", screening.No}, // it stands alone
		{"{feelings: none}", "feelings: unclear", screening.Unknown},
		{"{feelings: not-sure}", "feelings: wired not-sure", screening.Unknown},
		// One medicine of a list, its state, and a name that nobody knows.
		{"{medicines: ssri}", "medicines: lithium/taking not-sure", screening.Unknown},
		{"{medicines: ssri}", "medicines: Zoloft/taking not-sure", screening.Yes},
		{"{medicines: none}", "medicines: lithium/taking not-sure", screening.No},
		{"{medicines: {of: [ssri], state: [stopped]}}", "medicines: Zoloft/not-sure", screening.Unknown},
		{"{medicines: {of: [ssri], state: [stopped]}}", "medicines: lithium/stopped not-sure", screening.Unknown},
	} {
		q := read(t, open+"rules:\n  - {id: rule, when: "+c.when+", talk-to: prescriber, urgency: today, reason: R}\n")
		if got := truthIn(saidInPart(t, q, c.answers).Outcome(), q.Rules[0]); got != c.want {
			t.Errorf("%s with %q is %v, want %v", c.when, c.answers, got, c.want)
		}
	}
}

// saidInPart is [said] with "not-sure" beside medicines.
func saidInPart(t *testing.T, q *questionnaire.Questionnaire, answers string) screening.State {
	t.Helper()
	question, words, _ := strings.Cut(answers, ": ")
	asked := q.Question(question)
	rest := asked.TakesMedicines() && strings.HasSuffix(words, " not-sure")
	r := reply(t, q, question, strings.TrimSuffix(words, map[bool]string{true: " not-sure"}[rest]))
	if rest {
		var err error
		if r, err = asked.AndNotSure(r); err != nil {
			t.Fatal(err)
		}
	}
	return screening.Start(q).Answer(asked, r)
}

// TestHerOwnWordForAMedicineIsKeptToTheEnd, the generic name beside it, and one
// that the list does not know as she typed it, until everything is forgotten.
func TestHerOwnWordForAMedicineIsKeptToTheEnd(t *testing.T) {
	q := read(t, open+"rules:\n  - {id: rule, when: {medicines: [ssri, lithium, unlisted]}, talk-to: pharmacist, urgency: today, reason: R}\n")
	medicines := q.Question("medicines")
	typed := questionnaire.NewTyped(" Lorivan ", "Xyz")
	r, err := medicines.ReplyTaken(
		questionnaire.Taken{Medicine: 0, Typed: questionnaire.NewTyped("Zoloft")},
		questionnaire.Taken{Medicine: 2, State: 1, Typed: questionnaire.NewTyped("LITHIUM")},
		questionnaire.Taken{Medicine: 1, State: questionnaire.UnsureState},
		questionnaire.Taken{Medicine: questionnaire.UnlistedMedicine, Typed: typed})
	if err != nil {
		t.Fatal(err)
	}
	s := screening.Start(q).Answer(medicines, r)
	var got []string
	for _, f := range s.Plan(nil).Steps[0].Words().Facts {
		got = append(got, f.Text())
	}
	want := []string{"I take Zoloft (sertraline), Lorivan, Xyz.", "I stopped lithium by myself.", "citalopram is on my list."}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if s.Forget(); typed.String() != "" {
		t.Errorf("%q is still there", typed)
	}
}

func TestTheHeaviestFactsComeFirst(t *testing.T) {
	q := read(t, open+`rules:
  - {id: usual, when: {feelings: sad}, talk-to: pharmacist, urgency: today, reason: R, ask: "What helps?"}
  - {id: soon, when: fed, talk-to: pharmacist, urgency: soon, weight: life, reason: R, ask: "What about milk?"}
  - {id: life, when: {feelings: wired}, talk-to: pharmacist, urgency: today, weight: life, reason: R, ask: [{when: fed, ask: "Can I sleep and feed?"}, "Can I sleep?"]}
  - {id: perhaps, when: {medicines: ssri}, talk-to: pharmacist or prescriber, urgency: today, weight: life, reason: R, ask: "What about it?"}
`)
	s := said(t, screening.Start(q), "feeding: all-milk; feelings: sad wired; medicines: not-sure")
	plan := s.Plan(nil)
	if len(plan.Steps) != 1 || !plan.Open.None() || len(plan.Steps[0].Reasons) != 4 || plan.Steps[0].Certain != 3 {
		t.Fatalf("%s: want one step that carries all, the possible one folded in", planOf(plan))
	}
	w := plan.Steps[0].Words()
	var facts, requests []string
	for _, f := range slices.Concat(w.Facts, w.MoreFacts) {
		facts = append(facts, f.Text())
	}
	for _, r := range slices.Concat(w.Requests, w.MoreRequests) {
		requests = append(requests, r.Text)
	}
	if want := []string{"I do not sleep.", "I am sad.", "My baby gets my milk."}; !slices.Equal(facts, want) {
		t.Errorf("facts %q, want %q", facts, want)
	}
	if want := []string{"Can I sleep and feed?", "What helps?", "What about milk?"}; !slices.Equal(requests, want) || len(w.MoreRequests) != 1 {
		t.Errorf("requests %q (%d more), want %q", requests, len(w.MoreRequests), want)
	}
}

func TestAPlanThatChanged(t *testing.T) {
	q := read(t, open+`rules:
  - {id: sad, when: {feelings: sad}, talk-to: pharmacist, urgency: soon, reason: R}
  - {id: wired, when: {feelings: wired}, talk-to: pharmacist, urgency: today, reason: R}
  - {id: fed, when: fed, talk-to: prescriber, urgency: today, reason: R}
  - {id: none, when: {feeding: none}, talk-to: crisis-line, urgency: soon, reason: R}
`)
	before := said(t, screening.Start(q), "feeding: all-milk; feelings: sad; medicines: none").Plan(nil)
	after := said(t, screening.Start(q), "feeding: none; feelings: sad wired; medicines: none").Plan(nil)
	c := after.Since(before)
	if ids(c.Gained) != "[crisis-line]" || ids(c.Lost) != "[prescriber]" || ids(c.Sooner) != "[pharmacist]" || len(c.Later) > 0 {
		t.Errorf("gained %s, lost %s, sooner %s, later %s", ids(c.Gained), ids(c.Lost), ids(c.Sooner), ids(c.Later))
	}
	if c := before.Since(after); ids(c.Later) != "[pharmacist]" {
		t.Errorf("later %s", ids(c.Later))
	}
	// As soon as before, and for another reason: nobody may be told that nothing changed.
	unfed := said(t, screening.Start(q), "feeding: all-milk; feelings: sad wired; medicines: none").Plan(nil)
	if c := unfed.Since(said(t, screening.Start(q), "feeding: all-milk; feelings: wired; medicines: none").Plan(nil)); ids(c.Words) != "[pharmacist]" || len(c.Sooner)+len(c.Later) > 0 || c.None() {
		t.Errorf("other words %s, sooner %s, later %s", ids(c.Words), ids(c.Sooner), ids(c.Later))
	}
	if !after.Since(after).None() {
		t.Error("a plan differs from itself")
	}
}

// TestWhatAnotherAsksForTooIsAskedOnce: of two requests of which one is the beginning
// of the other, or a sentence of it, the fuller one is told, where the heavier stands.
// What merely begins alike is another question.
func TestWhatAnotherAsksForTooIsAskedOnce(t *testing.T) {
	for _, c := range []struct{ heavier, lighter, third, want string }{
		{"What do we watch for, from today?", "What do we watch for?", "", "What do we watch for, from today?"},
		{"What do we watch for?", "What do we watch for, from today?", "", "What do we watch for, from today?"},
		{"What helps?", "Why?", "Why? And what helps?", "What helps?|Why? And what helps?"},
		{"What helps?", "Why?", "Why? What helps?", "Why? What helps?"},
		{"Can I go?", "Can I go home?", "", "Can I go?|Can I go home?"},
		{"Is it so?", "And is it so?", "Is it so?", "Is it so?|And is it so?"},
	} {
		rules := "rules:\n"
		for weight, ask := range map[string]string{"life": c.heavier, "grave": c.lighter, "usual": c.third} {
			rules += fmt.Sprintf("  - {id: %s, when: {feelings: sad}, talk-to: pharmacist, urgency: today, weight: %[1]s, reason: R", weight)
			if ask != "" {
				rules += fmt.Sprintf(", ask: %q", ask)
			}
			rules += "}\n"
		}
		q := read(t, open+strings.ReplaceAll(rules, ", weight: usual", ""))
		var asked []string
		w := said(t, screening.Start(q), "feelings: sad").Plan(nil).Steps[0].Words()
		for _, r := range slices.Concat(w.Requests, w.MoreRequests) {
			asked = append(asked, r.Text)
		}
		if got := strings.Join(asked, "|"); got != c.want {
			t.Errorf("%q, %q and %q: %q, want %q", c.heavier, c.lighter, c.third, got, c.want)
		}
	}
}

// dangers is a step with a pharmacist that carries a danger, and what is none.
const dangers = open + `rules:
  - {id: danger, when: {feelings: wired}, talk-to: pharmacist, urgency: now, possible-urgency: today, weight: life, reason: R, ask: "Can I sleep?"}
  - {id: other, when: {feelings: sad}, talk-to: pharmacist, urgency: today, weight: life, reason: R, ask: "What helps?"}
  - {id: milk, when: fed, talk-to: pharmacist, urgency: soon, reason: R, ask: "What about milk?"}
`

// TestInDangerOnlyTheDangerIsTold at once: in one breath with it, anything else is heard as
// a part of it. Nothing is lost: the rest is "more to tell".
func TestInDangerOnlyTheDangerIsTold(t *testing.T) {
	q := read(t, dangers)
	w := said(t, screening.Start(q), "feeding: all-milk; feelings: sad wired; medicines: none").Plan(nil).Steps[0].Words()
	if len(w.Requests) != 1 || w.Requests[0].Text != "Can I sleep?" || len(w.MoreRequests) != 2 {
		t.Errorf("in danger she asks %v, and more: %v", w.Requests, w.MoreRequests)
	}
	if len(w.Facts) != 1 || w.Facts[0].Text() != "I do not sleep." || len(w.MoreFacts) != 2 {
		t.Errorf("in danger she tells %v, and more: %v", w.Facts, w.MoreFacts)
	}
}

// TestWhatIsAskedHasWhatItComesFrom: where only few facts have room, each thing to request
// has one of its own before another has two, and all stay in their order.
func TestWhatIsAskedHasWhatItComesFrom(t *testing.T) {
	q := read(t, open+`rules:
  - {id: mind, when: {all: [{feelings: sad}, {feelings: wired}]}, talk-to: pharmacist, urgency: today, weight: life, reason: R, ask: "What helps?"}
  - {id: milk, when: {all: [{feelings: sad}, fed]}, talk-to: pharmacist, urgency: soon, reason: R, ask: "What about milk?"}
`)
	w := said(t, screening.Start(q), "feeding: all-milk; feelings: sad wired; medicines: none").Plan(nil).Steps[0].Words()
	for facts, want := range map[int]string{
		0: "|I am sad. I do not sleep. My baby gets my milk.",
		1: "I am sad.|I do not sleep. My baby gets my milk.",
		2: "I am sad. My baby gets my milk.|I do not sleep.",
		3: "I am sad. I do not sleep. My baby gets my milk.|",
		9: "I am sad. I do not sleep. My baby gets my milk.|",
	} {
		few := w.Few(facts)
		said := func(all []screening.Fact) string {
			var texts []string
			for _, f := range all {
				texts = append(texts, f.Text())
			}
			return strings.Join(texts, " ")
		}
		if got := said(few.Facts) + "|" + said(few.MoreFacts); got != want {
			t.Errorf("%d facts: %q, want %q", facts, got, want)
		}
	}
}
