package content

import (
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// today is the day of every test.
var today = time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)

// sound is a questionnaire in which nothing is to be found, as files. Tests
// put one fault into it. The words in capital letters are places for texts.
var sound = map[string]string{
	"questionnaire.yaml": `questionnaire: small
title: Small
version: 1.0.0
language: en
topics: [milk, tablets]
welcome: WELCOME
consent: You choose what you answer.
`,
	"clinicians.yaml": `clinicians:
  - id: pharmacist
    name: Your pharmacist
    who: WHO
    lines: [crisis]
`,
	"help-lines.yaml": `regions:
  - id: here
    name: Anywhere
    lines:
      - {id: xx-911, kind: emergency, name: Emergency services, call: "911", checked: 2026-10-01, source: https://www.911.gov}
      - {id: xx-988, kind: crisis, name: Crisis line, call: "988", note: NOTE, checked: 2026-10-01, source: https://988lifeline.org}
      - {id: xx-maternal, kind: maternal, name: Maternal line, call: "1-833-852-6262", checked: 2026-10-01, source: https://mchb.hrsa.gov}
      - {id: nz-1737, kind: crisis, name: Need to talk, call: "1737", text: "1737", checked: 2026-10-01, source: https://1737.org.nz}
`,
	"medicines.yaml": `classes:
  - {id: ssri, name: Mood medicines, what: WHAT}
medicines:
  - {generic: sertraline, brands: [Zoloft], classes: [ssri], for: low mood}
  - {generic: lithium, classes: [ssri], for: steady mood}
  - {generic: st john's wort, classes: [ssri], for: mood}
  - {generic: sam-e, also: [same], classes: [ssri], for: mood}
`,
	"sources.yaml": `sources:
  - {id: trial, title: A trial protocol of low doses for patients, read: whole}
`,
	"milk.yaml": `topic: milk
title: TITLE
about: Feeding a baby.
questions:
  - id: feeding
    before: BEFORE
    ask: ASK
    why: WHY
    choose: one
    answers:
      - {id: mine, label: LABEL, said: I feed a baby.}
      - {id: none, label: None of it}
rules:
  - id: milk
    when: {feeding: mine}
    talk-to: [pharmacist]
    urgency: before-deciding
    reason: REASON
    ask: SAY
  - id: urgent
    when: {feeding: mine}
    talk-to: [pharmacist]
    urgency: now
    possible-urgency: today
    interrupt: true
    first: FIRST
    reason: Help is near.
education:
  - id: known
    title: What is known
    text: EDUCATION
    sources: [trial]
    checked: 2026-10-01
    reviewed: [{by: "Ana Paz, RN 48213", on: 2026-10-02, seen: SEEN}]
`,
	"tablets.yaml": `topic: tablets
title: Your medicines
questions:
  - {id: medicines, ask: "Which ones are yours?", why: Some of them clash., choose: medicines, said: "I take {names}."}
rules:
  - id: ssri
    when: {medicines: ssri}
    talk-to: [pharmacist]
    urgency: before-deciding
    reason: NEAR
education:
  - id: about-tablets
    title: About them
    text: TEXT
    sources: [trial]
    checked: 2026-10-01
    reviewed: [{by: "Ana Paz, RN 48213", on: 2026-10-02, seen: SEEN}]
`,
	"scenarios.yaml": `scenarios:
  - id: one
    story: STORY
    answers: {feeding: mine}
    expect: {possible: [pharmacist]}
`,
}

const allowed = "Do not stop or change it without the person who prescribed it."

// filler is an education text of a fair length.
var filler = strings.Repeat("A baby drinks milk and the rest is not known. It sleeps well.\n\n", 5)

var places = map[string]string{
	"WELCOME": "Hello. It gives no dose.", "WHO": "Someone who knows medicines.", "NOTE": "Call at any hour.", "WHAT": "They lift the mood.",
	"TITLE": "Milk", "BEFORE": "The next one may be tender.", "ASK": "Do you feed a baby?", "WHY": "What you take may reach milk.", "LABEL": "A baby gets my milk",
	"REASON": "You feed a baby.", "SAY": "I feed my baby.", "FIRST": "Call now.", "EDUCATION": filler, "NEAR": allowed, "TEXT": filler + allowed, "STORY": "A mother feeds her baby.",
}

// read makes the questionnaire with these texts and these changes to files,
// each "old → new".
func read(t *testing.T, texts map[string]string, changes ...[2]string) *questionnaire.Questionnaire {
	t.Helper()
	all := maps.Clone(places)
	maps.Copy(all, texts)
	files := fstest.MapFS{}
	for name, data := range sound {
		for place, text := range all {
			data = strings.ReplaceAll(data, ": "+place+"\n", ": "+strconv.Quote(text)+"\n")
			data = strings.ReplaceAll(data, ": "+place+"}", ": "+strconv.Quote(text)+"}")
			data = strings.ReplaceAll(data, ": "+place+",", ": "+strconv.Quote(text)+",")
		}
		for _, change := range changes {
			data = strings.ReplaceAll(data, change[0], change[1])
		}
		files[name] = &fstest.MapFile{Data: []byte(data)}
	}
	q, findings, err := folder.Read(files, nil)
	if q == nil {
		t.Fatalf("reading: %v %v", err, findings)
	}
	for _, e := range q.Education { // SEEN stands for the mark of whatever the text says
		if len(e.Lapsed) == 1 && e.Lapsed[0].Seen == "SEEN" {
			e.Reviewed, e.Lapsed = e.Lapsed, nil
		}
	}
	return q
}

// of keeps the findings of one check.
func of(findings []questionnaire.Finding, check string) []questionnaire.Finding {
	var some []questionnaire.Finding
	for _, f := range findings {
		if f.Check.ID() == check {
			some = append(some, f)
		}
	}
	return some
}

// wordCase is a text at a place, and the words in it that are at fault; none if
// it is to be left alone.
type wordCase struct{ place, text, fault string }

func runWordCases(t *testing.T, check string, cases []wordCase) {
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			found := of(Check(read(t, map[string]string{c.place: c.text}), today), check)
			switch {
			case c.fault == "" && len(found) > 0:
				t.Errorf("a near miss was not left alone: %v", found)
			case c.fault != "" && !slices.ContainsFunc(found, func(f questionnaire.Finding) bool { return strings.Contains(f.Message, strconv.Quote(c.fault)) }):
				t.Errorf("want %q to be at fault, got %v", c.fault, found)
			}
		})
	}
}

func TestSoundQuestionnaireHasNothingToFind(t *testing.T) {
	for _, f := range Check(read(t, nil), today) {
		t.Error(f)
	}
}

func TestFindingsAreSortedAndPlaced(t *testing.T) {
	found := Check(read(t, map[string]string{"LABEL": "Take 5 mg", "SAY": "I took 3 drops.", "WELCOME": "Two drops."}), today)
	var at []string
	for _, f := range found {
		at = append(at, f.At.String()+" "+f.Check.ID())
	}
	want := "milk.yaml:11:9 dose, milk.yaml:19:10 dose, questionnaire.yaml:1:1 dose"
	if got := strings.Join(at, ", "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestMessagesAreLowerCaseWithoutFullStop(t *testing.T) {
	for _, f := range allWordFiles() {
		for _, e := range f.entries {
			if e.says == "" || e.says[:1] != strings.ToLower(e.says[:1]) || strings.HasSuffix(e.says, ".") {
				t.Errorf("%q", e.says)
			}
		}
	}
}

// A sentence is searched only for the patterns of whose words it has one. In no
// sentence may that hide a pattern.
func TestNoPatternIsOverlooked(t *testing.T) {
	q, _, err := folder.Read(os.DirFS("../../questionnaires/maternal"), nil)
	if q == nil {
		t.Fatal(err)
	}
	names, found := newNames(q), 0
	for _, f := range allWordFiles() {
		for _, p := range passages(q) {
			for s := range p.each {
				may := f.candidates(s, f.namesMedicine(s, names))
				for _, e := range f.entries {
					for i, p := range e.find {
						if len(p.in(s, names)) == 0 {
							continue
						}
						found++
						if !slices.Contains(may, e.first+i) {
							t.Errorf("%q holds pattern %d of what %s, and is not searched for it", s.raw, i, e.says)
						}
					}
				}
			}
		}
	}
	if found < 50 {
		t.Errorf("only %d places hold a pattern, which shows little", found)
	}
}

// TestOwnQuestionnaire holds that the texts that we ship have no error. How old
// the checks of help lines are is for the maintainer who reads the report. It
// reads the folder and not the embedded copy, so that it needs no build of
// package questionnaires.
func TestOwnQuestionnaire(t *testing.T) {
	q, findings, err := folder.Read(os.DirFS("../../questionnaires/maternal"), nil)
	if q == nil {
		t.Fatalf("it cannot be read: %v %v", err, findings)
	}
	for _, f := range Check(q, today) {
		switch {
		case f.Severity == questionnaire.Error:
			t.Error(f)
		default:
			t.Log(f)
		}
	}
}

func allWordFiles() []*wordFile {
	var all []*wordFile
	for _, name := range []string{language.Dose, language.StopMedicine, language.Banned} {
		all = append(all, (&report{}).everyLanguage(name, "")...)
	}
	return all
}

// TestAFindingStandsAtTheTextItself, so that whoever goes to its line sees the words
// that it is about.
func TestAFindingStandsAtTheTextItself(t *testing.T) {
	for place, key := range map[string]string{"REASON": "reason: ", "FIRST": "first: "} {
		for check, text := range map[string]string{"dose": "Take 5 mg.", "stop-medicine": "Stop your medicine.", "telephone-number": "Call 0800 123 4567."} {
			found := of(Check(read(t, map[string]string{place: text}), today), check)
			if len(found) != 1 {
				t.Errorf("%s in %s: got %v", check, place, found)
				continue
			}
			// Placeholders are replaced within their lines.
			lines := strings.Split(sound[found[0].At.File], "\n")
			if line := lines[found[0].At.Line-1]; !strings.Contains(line, key+place) {
				t.Errorf("%v points at the line %q", found[0], line)
			}
		}
	}
}
