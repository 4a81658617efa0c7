package folder

import (
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// planned uses every key that a plan is made of.
func planned() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		"questionnaire.yaml": file(`questionnaire: planned
title: Planned
version: 1.0.0
language: en
topics: [one, two]
welcome: Hello.
consent: Yes.
open-with: doctor or pharmacist
limits: {steps: 8, today: 6, facts: 5, requests: 1, texts: 2}
`),
		"clinicians.yaml": file(`clinicians:
  - {id: doctor, name: Your doctor, who: A, exists-when: feeds}
  - {id: pharmacist, name: Your pharmacist, who: B}
  - {id: crisis-line, name: A crisis line, who: C, line: crisis}
`),
		"help-lines.yaml": file("regions:\n  - {id: us, name: US, lines: [{id: us-crisis, kind: crisis, name: Crisis, call: \"988\"}]}\n"),
		"medicines.yaml": file(`classes:
  - {id: ssri, name: SSRIs}
medicines:
  - {generic: sertraline, brands: [Zoloft], classes: [ssri]}
  - {generic: lithium, classes: []}
`),
		"sources.yaml":  file("sources:\n  - {id: lactmed, title: LactMed, read: whole}\n"),
		"workshop.yaml": file("agreements: []\n"),
		"phrases.yaml": file(`phrases:
  - {id: feeds, words: {en: [I feed, my milk], es: [mi leche]}, true-when: feeds, texts-may-name: true}
  - {id: well, words: {en: [I feel well]}}
`),
		"one.yaml": file(`topic: one
title: One
conditions:
  - {id: feeds, when: {feeding: [all, some]}}
  - {id: feeds-and-takes, when: {all: [feeds, {medicines: ssri}]}}
questions:
  - id: feeding
    ask: A
    why: B
    choose: many
    answers:
      - {id: all, label: A, said: My baby gets my milk.}
      - {id: some, label: B}
      - {id: unclear, label: C, unknown: true}
orders:
  - {id: most-milk, question: feeding, gravest-first: [all, [some, not-sure]]}
rules:
  - id: milk
    when: feeds
    talk-to: [doctor or pharmacist, crisis-line]
    urgency: soon
    weight: grave
    reason: R
    ask:
      - {when: feeds-and-takes, ask: "What about both?"}
      - What about milk?
    sources: [lactmed]
`),
		"two.yaml": file(`topic: two
title: Two
questions:
  - id: medicines
    ask: A
    why: B
    choose: medicines
    said: "{names} is on my list."
    ask-when: {not: feeds}
    states:
      - {id: taking, label: A, said: "I take {names}."}
      - {id: stopped, label: B}
orders:
  - {id: stopped-is-graver, question: medicines, gravest-first: [stopped, taking], of: ssri}
  - {id: lithium-is-gravest, question: medicines, gravest-first: [lithium, [ssri, unlisted], none]}
rules:
  - {id: takes, when: {medicines: ssri}, talk-to: "pharmacist or doctor", urgency: today, reason: R, ask: "What is known?"}
  - {id: plain, talk-to: doctor, urgency: today, weight: life, reason: R}
`),
	}
}

func TestEveryKeyOfThePlanIsRead(t *testing.T) {
	files := planned()
	files["scenarios.yaml"] = &fstest.MapFile{Data: []byte(`scenarios:
  - {id: a, answers: {feeding: [all, not-sure], medicines: [Zoloft, {name: unlisted, typed: Deprax}, not-sure]}, expect: {}}
`)}
	q := mustRead(t, files, nil)
	doctor, pharmacist, line := q.Clinician("doctor"), q.Clinician("pharmacist"), q.Clinician("crisis-line")
	feeds, milk, takes := q.Condition("feeds"), q.Rule("milk"), q.Rule("takes")
	feeding, medicines, said := q.Question("feeding"), q.Question("medicines"), q.Scenarios[0].Person.Answers
	both := milk.Ask[0].When.Named
	for _, c := range []struct{ what, got, want any }{
		{"open with", q.OpenWith.AnyOf, []*questionnaire.Clinician{doctor, pharmacist}},
		{"limits", []int{q.Limits.Steps, q.Limits.Today, q.Limits.Facts, q.Limits.Requests, q.Limits.Texts}, []int{8, 6, 5, 1, 2}},
		{"existence", []any{doctor.ExistsWhen.Named == feeds, pharmacist.ExistsWhen == nil, line.Line}, []any{true, true, "crisis"}},
		{"phrases", []any{q.Phrases[0].Words[0].Language, q.Phrases[0].Words[0].Words, q.Phrases[0].TrueWhen.Named == feeds, q.Phrases[0].Never, q.Phrases[1].Never, q.Phrases[0].TextsMayName, q.Phrases[1].TextsMayName}, []any{"en", []string{"I feed", "my milk"}, true, false, true, true, false}},
		{"names", []any{feeds.Index, feeds.Topic.ID, feeds.When.Atom.Question == feeding, both.ID, both.When.Parts[0].Named == feeds}, []any{0, "one", true, "feeds-and-takes", true}},
		{"a name within not", medicines.AskWhen.Parts[0].Named == feeds, true},
		{"answers", []any{feeding.Answers[0].Said, feeding.Answers[1].Unknown, feeding.Answers[2].Unknown}, []any{"My baby gets my milk.", false, true}},
		{"states", []any{medicines.Said, medicines.States[0].Said, medicines.States[1].Said}, []any{"{names} is on my list.", "I take {names}.", ""}},
		{"needs", []string{milk.Needs[0].String(), milk.Needs[1].String(), takes.Needs[0].String()}, []string{"doctor or pharmacist", "crisis-line", "pharmacist or doctor"}},
		{"whom they name first", milk.TalkTo, []*questionnaire.Clinician{doctor, line}},
		{"weights", []questionnaire.Weight{milk.Weight, takes.Weight, q.Rule("plain").Weight}, []questionnaire.Weight{questionnaire.Grave, questionnaire.Usual, questionnaire.Life}},
		{"urgency", milk.Urgency, questionnaire.Soon},
		{"requests", []any{milk.Ask[0].Text, milk.Ask[1].Text, milk.Ask[1].When == nil, takes.Ask[0].Text}, []any{"What about both?", "What about milk?", true, "What is known?"}},
		{"sources of the advice", milk.Sources, []*questionnaire.Source{q.Sources[0]}},
		{"an order of answers", ranked(q.Orders[0]), "all > some = not-sure"},
		{"an order of states", []any{ranked(q.Orders[1]), q.Orders[1].Of}, []any{"stopped > taking", []bool{true, false}}},
		{"an order of medicines", []any{ranked(q.Orders[2]), q.Orders[2].Ranks[0][0].Medicines}, []any{"lithium > ssri = unlisted > none", []bool{false, true}}},
		{"unsure of the rest", []any{said[0].Reply.Answers, said[0].Reply.RestUnsure, said[1].Reply.RestUnsure}, []any{[]int{0}, true, true}},
		{"as she calls it", []any{said[1].Reply.Taken[0].Typed.String(), said[1].Reply.Taken[1].Typed.String()}, []any{"Zoloft", "Deprax"}},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: got %v, want %v", c.what, c.got, c.want)
		}
	}
}

func ranked(o *questionnaire.Order) string {
	var ranks []string
	for _, rank := range o.Ranks {
		var equals []string
		for _, g := range rank {
			equals = append(equals, g.ID)
		}
		ranks = append(ranks, strings.Join(equals, " = "))
	}
	return strings.Join(ranks, " > ")
}

// TestADefaultClinicianExistsWhereNothingTellsOtherwise: a folder that takes its
// clinicians from the defaults need not have the questions that they look at.
func TestADefaultClinicianExistsWhereNothingTellsOtherwise(t *testing.T) {
	own := fstest.MapFS{
		"questionnaire.yaml": {Data: []byte("questionnaire: own\ntitle: Own\nversion: 1.0.0\nlanguage: en\ntopics: [mine]\nwelcome: A\nconsent: B\n")},
		"mine.yaml":          {Data: []byte("topic: mine\ntitle: Mine\nrules:\n  - {id: always, talk-to: doctor, urgency: today, reason: R}\n")},
	}
	q := mustRead(t, own, fs.FS(planned()))
	if q.Clinician("doctor").ExistsWhen != nil || q.Clinician("crisis-line").Line != "crisis" {
		t.Error("the doctor of the defaults hangs on a question that is not there, or the line is none")
	}
	if q.Limits != questionnaire.DefaultLimits || len(q.Phrases) > 0 {
		t.Errorf("limits %v and %d phrases, want the usual ones and none", q.Limits, len(q.Phrases))
	}
}

// TestNamesOfNamesCannotGrowWithoutEnd: each name doubles the one before it.
func TestNamesOfNamesCannotGrowWithoutEnd(t *testing.T) {
	files := planned()
	var b strings.Builder
	b.WriteString("topic: one\ntitle: One\nconditions:\n  - {id: c0, when: {feeding: a}}\n")
	for i := range 60 {
		fmt.Fprintf(&b, "  - {id: c%d, when: {any: [c%d, c%d]}}\n", i+1, i, i)
	}
	b.WriteString("questions:\n  - {id: feeding, ask: A, why: B, choose: one, answers: [{id: a, label: A}, {id: b, label: B}]}\nrules:\n  - {id: r, when: c60, talk-to: pharmacist, urgency: today, reason: R}\n")
	files["one.yaml"] = &fstest.MapFile{Data: []byte(b.String())}
	_, findings, _ := Read(files, nil)
	if !slices.ContainsFunc(findings, func(f questionnaire.Finding) bool { return f.Check == tooLarge }) {
		t.Errorf("nobody minds: %v", findings)
	}
}
