package prove

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
)

// sound is a topic in which nothing is to be found. Tests plant one fault.
const sound = `topic: one
title: One
questions:
- id: feeding
  ask: A
  why: B
  choose: one
  answers: [{id: milk, label: A}, {id: none, label: B}]
- id: signs
  ask: A
  why: B
  choose: many
  answers: [{id: fever, label: A}, {id: faint, label: B}, {id: none, label: C, exclusive: true}]
- id: baby
  ask: A
  why: B
  choose: one
  answers: [{id: young, label: A}, {id: older, label: B}]
  ask-when: {feeding: milk}
- id: medicines
  ask: A
  why: B
  choose: medicines
  states: [{id: taking, label: A}, {id: stopped, label: B}]
rules:
- id: everyone
  talk-to: pharmacist
  urgency: next-visit
  reason: For everyone.
- id: milk
  when: {feeding: milk}
  talk-to: babys-doctor
  urgency: before-deciding
  reason: Milk.
  learn: [milk-text]
- id: young
  when: {baby: young}
  talk-to: babys-doctor
  urgency: today
  reason: A young baby.
- id: fever
  when: {signs: fever}
  talk-to: midwife
  urgency: now
  possible-urgency: today
  reason: A fever.
- id: faint
  when: {signs: faint}
  talk-to: midwife
  urgency: today
  reason: Fainting.
- id: lithium
  when: {medicines: {of: [lithium], state: [stopped]}}
  talk-to: prescriber
  urgency: today
  reason: Lithium.
- id: two
  when: {medicines: {at-least: 2, of: [ssri]}}
  talk-to: prescriber
  urgency: before-deciding
  reason: Two.
education:
- {id: milk-text, title: T, text: T}
promises:
- id: young-babies
  if: {baby: young}
  then: {conversations: {babys-doctor: today}}
- id: unsure-of-milk
  if: {feeding: not-sure}
  then: {possible: {babys-doctor: before-deciding}}
`

// plant puts a topic among fixed clinicians and medicines.
func plant(t testing.TB, topic string) *questionnaire.Questionnaire {
	t.Helper()
	return read(t, planted(topic))
}

func planted(topic string) fstest.MapFS {
	return fstest.MapFS{
		"questionnaire.yaml": {Data: []byte("questionnaire: small\ntitle: Small\nversion: 1.0.0\nlanguage: en\ntopics: [one]\nwelcome: W\nconsent: C\n")},
		"clinicians.yaml":    {Data: []byte("clinicians:\n- {id: prescriber, name: A, who: A}\n- {id: pharmacist, name: B, who: B}\n- {id: babys-doctor, name: C, who: C}\n- {id: midwife, name: D, who: D}\n")},
		"help-lines.yaml":    {Data: []byte("regions: [{id: us, name: US, lines: [{id: us-emergency, kind: emergency, name: E, call: \"911\"}]}]\n")},
		"medicines.yaml":     {Data: []byte("classes: [{id: ssri, name: A}]\nmedicines:\n- {generic: sertraline, classes: [ssri]}\n- {generic: citalopram, classes: [ssri]}\n- {generic: lithium, classes: []}\n- {generic: paracetamol, classes: []}\n")},
		"one.yaml":           {Data: []byte(topic)},
	}
}

func TestPlantedFaultsAreFoundAndNearMissesLeftAlone(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new string // text of the sound topic, and what stands there instead
		want     string // "check line: part of the message", or nothing
	}{
		{name: "nothing is wrong"},
		{"a promise for which the urgency is too low", "  urgency: today\n  reason: A young baby.", "  urgency: before-deciding\n  reason: A young baby.", "promise 65: is before-deciding for certain; expected today"},
		{"a promise that only a possible conversation keeps", "if: {baby: young}", "if: {feeding: not-sure}", "promise 65: the conversation with babys-doctor is only possible"},
		{"the same, where that is enough", "then: {conversations: {babys-doctor: today}}", "then: {possible: {babys-doctor: today}}", ""},
		{"a promise that nothing keeps", "if: {baby: young}", "if: {baby: older, feeding: milk, signs: fever}", "promise 65: is before-deciding for certain"},
		{"a promise that a rule for another question keeps", "if: {baby: young}", "if: {all: [{baby: young}, {signs: fever}]}", ""},
		{"a question that is promised to some who are not asked it", "then: {conversations: {babys-doctor: today}}", "then: {asks: [signs, baby]}", ""},
		{"a question that is promised to everyone", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "then: {asks: baby}", "promise 65: question \"baby\" is not asked"},
		{"a text that another rule offers as well", "then: {conversations: {babys-doctor: today}}", "then: {learn: milk-text}", ""},
		{"a text that a possible reason offers", "then: {possible: {babys-doctor: before-deciding}}", "then: {learn: milk-text}", ""},
		{"a text that nobody offers", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "if: {signs: fever}\n  then: {learn: milk-text}", "promise 65: the text \"milk-text\" is not offered"},
		{"a text that concerns none of those", "title: T, text: T}", "title: T, text: T, concerns: {feeding: none}}", "never-offered 30: rule \"milk\" names the text \"milk-text\""},
		{"a text that concerns some of those", "title: T, text: T}", "title: T, text: T, concerns: {baby: young}}", ""},
		{"a text promised to some whom it does not concern", "T}\npromises:\n- id: young-babies\n  if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "T, concerns: {baby: older}}\npromises:\n- id: young-babies\n  if: {feeding: milk}\n  then: {learn: milk-text}", "promise 65: the text \"milk-text\" is not offered"},
		{"a text promised to those whom it may concern", "T}\npromises:\n- id: young-babies\n  if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "T, concerns: {baby: older}}\npromises:\n- id: young-babies\n  if: {baby: [older, not-sure]}\n  then: {learn: milk-text}", ""},
		{"somebody who is alarmed without need", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "if: {not: {signs: fever}}\n  then: {none-of: [midwife]}", "promise 65: a certain conversation with midwife, because of faint"},
		{"nobody is", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "if: {not: {signs: [fever, faint]}}\n  then: {none-of: [midwife]}", ""},
		{"a possible conversation alarms nobody", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "if: {signs: not-sure}\n  then: {none-of: [midwife]}", ""},
		{"one of two things that are promised at once", "then: {conversations: {babys-doctor: today}}", "then: {conversations: {babys-doctor: today}, learn: milk-text, none-of: pharmacist}", "promise 65: a certain conversation with pharmacist, because of everyone"},
		{"one of two people, each of whom is not enough", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "if: {signs: [fever, faint]}\n  then: {conversations: {prescriber or midwife: today}}", ""},
		{"neither of two people", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "if: {signs: faint, feeding: none, medicines: none}\n  then: {conversations: {prescriber or babys-doctor: today}}", "promise 65: no conversation with prescriber or babys-doctor"},
		{"a certain reason that is late and a possible one that is soon", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "if: {feeding: milk, baby: not-sure}\n  then: {conversations: {babys-doctor: today}}", "promise 65: is before-deciding for certain; expected today"},
		{"a possible reason that is late", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "if: {baby: not-sure}\n  then: {possible: {babys-doctor: now}}", "promise 65: is today; expected at least a possible one, now or sooner"},
		{"a question that some of them are asked", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "if: {feeding: [milk, none]}\n  then: {does-not-ask: baby}", "promise 65: question \"baby\" is asked"},
		{"a question that none of them is asked", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "if: {feeding: none}\n  then: {does-not-ask: baby}", ""},
		{"a page that nobody is shown", "  reason: Fainting.\n", "  interrupt: true\n  reason: Fainting.\n", ""},
		{"somebody more than was promised", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "if: {baby: young}\n  then: {conversations: {babys-doctor: today, pharmacist: next-visit}, no-more: true}", "promise 65: with no-more nobody is expected"},
		{"nobody more", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "if: {baby: young, signs: none, medicines: none}\n  then: {conversations: {babys-doctor: today, pharmacist: next-visit}, no-more: true}", ""},
		{"sooner than was promised", "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "if: {baby: young, signs: none, medicines: none}\n  then: {conversations: {babys-doctor: before-deciding, pharmacist: next-visit}, no-more: true}", "promise 65: with no-more it is expected no sooner than before-deciding"},
		{"somebody ends with nothing", "  talk-to: pharmacist\n  urgency: next-visit", "  talk-to: pharmacist\n  when: {feeding: milk}\n  urgency: next-visit", "empty-handed 1: without any conversation"},
		{"nobody does, because two rules share everybody", "  talk-to: pharmacist\n  urgency: next-visit", "  talk-to: pharmacist\n  when: {any: [{feeding: milk}, {not: {feeding: milk}}]}\n  urgency: next-visit", ""},
		{"a not that makes silence safer", "when: {signs: faint}", "when: {signs: faint, not: {feeding: [milk, not-sure]}}", "unknown-is-safer 48: says not-sure to \"feeding\" loses midwife"},
		{"a not over what is not lost by silence", "when: {signs: faint}", "when: {signs: faint, not: {feeding: milk}}", ""},
		{"a possible form two steps later, where another rule is sooner", "possible-urgency: today", "possible-urgency: before-deciding", ""},
		{"a possible form two steps later", "possible-urgency: today\n  reason: A fever.\n- id: faint\n  when: {signs: faint}\n  talk-to: midwife\n  urgency: today", "possible-urgency: before-deciding\n  reason: A fever.\n- id: faint\n  when: {signs: faint}\n  talk-to: midwife\n  urgency: before-deciding", "unknown-is-safer 42: has midwife only before-deciding and not now"},
		{"what she does not know of her medicines, two steps later", "when: {medicines: {of: [lithium], state: [stopped]}}\n  talk-to: prescriber\n  urgency: today", "when: {any: [{medicines: {of: [lithium], state: [stopped]}}, {medicines: [not-sure, prefer-not-to-say]}]}\n  talk-to: prescriber\n  urgency: today\n  possible-urgency: next-visit", "unknown-is-safer 53: to \"medicines\" has prescriber only next-visit and not today when she answers lithium (stopped)"},
		{"a not over what the list does not know", "when: {signs: faint}", "when: {signs: faint, not: {medicines: [unlisted, none]}}", "unknown-is-safer 48: says unlisted (taking) to \"medicines\" loses midwife"},
		{"the rest of a list, two steps later", "when: {signs: fever}\n  talk-to: midwife\n  urgency: now\n  possible-urgency: today\n  reason: A fever.\n- id: faint\n  when: {signs: faint}\n  talk-to: midwife\n  urgency: today", "when: {signs: [fever, not-sure, prefer-not-to-say]}\n  talk-to: midwife\n  urgency: now\n  possible-urgency: before-deciding\n  reason: A fever.\n- id: faint\n  when: {signs: faint}\n  talk-to: midwife\n  urgency: before-deciding", "unknown-is-safer 42: says faint and not-sure to \"signs\" has midwife"},
		{"a rule that contradicts itself", "when: {signs: faint}", "when: {signs: [faint], not: {signs: faint}}", "never-fires 48: only ever possibly"},
		{"a rule that looks at a question that is not asked then", "when: {signs: faint}", "when: {signs: faint, baby: young, feeding: none}", "never-fires 48: certain for nobody"},
		{"a rule that needs two answers of many", "when: {signs: faint}", "when: {all: [{signs: faint}, {signs: fever}]}", ""},
		{"a rule that needs what stands alone and another", "when: {signs: faint}", "when: {all: [{signs: faint}, {signs: none}]}", "never-fires 48: only ever possibly"},
		{"two medicines of a class that has two", "{at-least: 2, of: [ssri]}", "{at-least: 2, of: [sertraline, citalopram]}", ""},
		{"three of a class of two and what is not listed", "{at-least: 2, of: [ssri]}", "{at-least: 3, of: [ssri, unlisted]}", ""},
		{"a question that nobody is asked", "ask-when: {feeding: milk}", "ask-when: {feeding: [milk, not-sure, prefer-not-to-say], not: {feeding: [milk, not-sure, prefer-not-to-say]}}", "never-asked 19:"},
		{"a question without a purpose", "- id: medicines\n", "- {id: idle, ask: A, why: B, choose: one, answers: [{id: a, label: A}, {id: b, label: B}]}\n- id: medicines\n", "no-purpose 20: \"idle\" changes nothing"},
		{"a question that only another's asking needs", "  when: {feeding: milk}\n  talk", "  when: {baby: [young, older]}\n  talk", ""},
		{"two answers alike", "{id: none, label: B}]", "{id: other, label: C}, {id: none, label: B}]", "same-answers 8: \"other\" and \"none\" of \"feeding\""},
		{"an answer that matters beside another only, and none", "when: {signs: faint}", "when: {signs: {at-least: 2, of: [fever, faint]}}", ""},
		{"an answer that matters nowhere, and none", "when: {signs: faint}", "when: {feeding: milk}", "same-answers 13: a rule for the other may be missing"},
		{"two rules alike", "- id: young\n", "- id: again\n  when: {feeding: milk, signs: [fever]}\n  talk-to: babys-doctor\n  urgency: before-deciding\n  reason: Milk.\n- id: young\n", "repeated-rule 36: rule \"again\""},
		{"two rules alike but for a text", "- id: young\n", "- id: again\n  when: {feeding: milk, signs: [fever]}\n  talk-to: babys-doctor\n  urgency: before-deciding\n  reason: Milk, again.\n- id: young\n", ""},
		{"two rules alike, and the second is sooner", "- id: young\n", "- id: again\n  when: {feeding: milk, signs: [fever]}\n  talk-to: babys-doctor\n  urgency: now\n  possible-urgency: today\n  reason: Milk.\n- id: young\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if strings.Count(sound, c.old) != 1 && c.old != "" {
				t.Fatalf("%d places for the fault", strings.Count(sound, c.old))
			}
			topic := strings.Replace(sound, c.old, c.new, 1)
			findings := Check(plant(t, topic))
			var got []string
			found := false
			for _, f := range findings {
				got = append(got, f.String())
				check, rest, _ := strings.Cut(c.want, " ")
				line, message, _ := strings.Cut(rest, ": ")
				found = found || f.Check.ID() == check && strings.Contains(f.At.String()+":", ":"+strings.TrimSuffix(line, ":")+":") && strings.Contains(f.Message, message)
			}
			if c.want == "" && len(got) > 0 || c.want != "" && !found {
				t.Errorf("want %q, got\n%s", c.want, strings.Join(got, "\n"))
			}
		})
	}
}

// TestExamplesCanBePasted as scenarios, and then fail or pass as they should: a
// broken promise fails until it is kept.
func TestExamplesCanBePasted(t *testing.T) {
	topic := strings.Replace(sound, "  urgency: today\n  reason: A young baby.", "  urgency: before-deciding\n  reason: A young baby.", 1)
	q := plant(t, topic)
	findings := Check(q)
	i := slices.IndexFunc(findings, func(f questionnaire.Finding) bool { return f.Check.ID() == "promise" })
	if i < 0 {
		t.Fatal(findings)
	}
	text := Scenario(q, findings[i])
	if want := "- id: promise-one-65\n  answers:\n    baby: young\n  others: prefer-not-to-say\n  expect: {conversations: {babys-doctor: today}}\n"; text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	for _, fixed := range []bool{false, true} {
		if fixed {
			topic = sound
		}
		folder := planted(topic)
		folder["scenarios.yaml"] = &fstest.MapFile{Data: []byte("scenarios:\n" + text)}
		q := read(t, folder)
		if r := scenario.Run(q, q.Scenarios[0]); r.Passed() != fixed {
			t.Errorf("with the fault fixed %v: %v", fixed, r.Failures)
		}
	}
}

// TestEveryKindOfPromiseIsPastedAsItsScenario: an example fails as a scenario
// too, by the words that the scenario has for what was promised.
func TestEveryKindOfPromiseIsPastedAsItsScenario(t *testing.T) {
	for then, want := range map[string]string{
		"{asks: baby}":         "asks: [baby]",
		"{learn: [milk-text]}": "learn: [milk-text]",
		"{none-of: pharmacist, possible: {midwife: today}}":        "{possible: {midwife: today}, none-of: [pharmacist]}",
		"{does-not-ask: signs}":                                    "does-not-ask: [signs]",
		"{conversations: {pharmacist: next-visit}, no-more: true}": "{conversations: {pharmacist: next-visit}, no-more: true}",
		"{conversations: {midwife or prescriber: today}}":          "{conversations: {midwife or prescriber: today}}",
	} {
		topic := strings.Replace(sound, "if: {baby: young}\n  then: {conversations: {babys-doctor: today}}", "then: "+then, 1)
		q := plant(t, topic)
		findings := Check(q)
		if len(findings) != 1 || findings[0].Check.ID() != "promise" {
			t.Fatal(then, findings)
		}
		text := Scenario(q, findings[0])
		if !strings.Contains(text, want) {
			t.Errorf("%s: got\n%s\nwant in it %s", then, text, want)
		}
		folder := planted(topic)
		folder["scenarios.yaml"] = &fstest.MapFile{Data: []byte("scenarios:\n" + text)}
		q = read(t, folder)
		if r := scenario.Run(q, q.Scenarios[0]); r.Passed() {
			t.Errorf("%s: the pasted scenario passes\n%s", then, text)
		}
	}
}

func TestAnExampleWithMedicinesIsWrittenAsInAScenario(t *testing.T) {
	topic := strings.Replace(sound, "if: {baby: young}", "if: {medicines: {of: [lithium], state: [stopped]}, signs: [fever]}", 1)
	q := plant(t, topic)
	findings := Check(q)
	if len(findings) != 1 {
		t.Fatal(findings)
	}
	want := "  answers:\n    signs: [fever]\n    medicines: [{name: lithium, state: stopped}]\n"
	if got := Scenario(q, findings[0]); !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant in it\n%s", got, want)
	}
}

// TestWhatTheBudgetDoesNotSufficeForIsAnError, never silence.
func TestWhatTheBudgetDoesNotSufficeForIsAnError(t *testing.T) {
	// Whatever is said of the two, one of these is not so; but nothing of that is seen at sight.
	const never = "when: {all: [{any: [{signs: faint}, {baby: young}]}, {any: [{signs: faint}, {not: {baby: young}}]}," +
		" {any: [{not: {signs: faint}}, {baby: young}]}, {any: [{not: {signs: faint}}, {not: {baby: young}}]}]}"
	c := newChecking(plant(t, strings.Replace(sound, "when: {signs: faint}", never, 1)))
	c.left = 0
	c.sample()
	checkReach(c)
	if len(c.findings) != 1 || c.findings[0].Check.ID() != "undecided" || c.findings[0].Severity != questionnaire.Error {
		t.Error(c.findings)
	}
}

func TestExplainFindsTheSmallestSets(t *testing.T) {
	topic := strings.Replace(sound, "when: {signs: faint}", "when: {signs: [faint, fever], any: [{baby: young}, {medicines: lithium}]}", 1)
	q := plant(t, topic)
	x := Explain(q, q.Rule("faint"))
	got := func(ways []Way) (all []string) {
		for _, w := range ways {
			all = append(all, strings.Join(w, " + "))
		}
		slices.Sort(all)
		return all
	}
	want := []string{"signs: fever or faint + baby: young", "signs: fever or faint + medicines: lithium"}
	if !slices.Equal(got(x.Certain), want) || !x.Complete {
		t.Errorf("certain: %q", got(x.Certain))
	}
	if ways := got(x.Possible); !slices.Contains(ways, "signs: fever or faint + medicines: unlisted") || !slices.Contains(ways, "feeding: milk + signs: fever or faint + baby: not-sure or prefer-not-to-say") {
		t.Errorf("possible: %q", ways)
	}
}
