package folder_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/folder/foldertest"
)

// theirs is a questionnaire to take over from: a topic that stands alone, and one
// that looks at a question of the first.
func theirs() fstest.MapFS {
	return fstest.MapFS{
		"questionnaire.yaml": file(main("theirs", "[alone, after]")),
		"clinicians.yaml":    file("clinicians:\n  - {id: doctor, name: A doctor, who: Somebody.}\n  - {id: nurse, name: A nurse, who: Somebody.}\n"),
		"help-lines.yaml":    file("regions:\n  - id: us\n    name: United States\n    lines: [{id: us-911, kind: emergency, name: 911, call: \"911\"}]\n"),
		"medicines.yaml":     file("classes: [{id: calming, name: Calming}]\nmedicines: [{generic: lorazepam, classes: [calming]}]\n"),
		"sources.yaml":       file("sources: [{id: paper, title: A paper, read: abstract}]\n"),
		"workshop.yaml":      file("agreements: []\n"),
		"alone.yaml":         file(topic("alone", "tired", "rest", "to-rest") + "conditions: [{id: is-tired, when: {tired: \"yes\"}}]\n"),
		"after.yaml":         file(topic("after", "later", "wait", "to-wait") + "conditions: [{id: both, when: {all: [is-tired, {later: \"yes\"}]}}]\n"),
	}
}

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func main(name, topics string) string {
	return "questionnaire: " + name + "\ntitle: T\nversion: 1.0.0\nlanguage: en\ntopics: " + topics + "\nwelcome: W\nconsent: C\n"
}

func topic(name, question, rule, text string) string {
	return fmt.Sprintf(`topic: %s
title: T
questions:
  - id: %s
    ask: Is it?
    why: So.
    choose: one
    answers: [{id: "yes", label: "Yes"}, {id: "no", label: "No"}]
rules: [{id: %s, when: {%[2]s: "yes"}, talk-to: [doctor], urgency: soon, reason: Because., learn: [%[4]s], sources: [paper]}]
education: [{id: %[4]s, title: T, text: Text., sources: [paper]}]
`, name, question, rule, text)
}

// own is a folder that takes over a topic and adds to every list.
func own() fstest.MapFS {
	return fstest.MapFS{
		"questionnaire.yaml": file(main("own", "[theirs/alone, mine]")),
		"clinicians.yaml":    file("extends: theirs\nclinicians:\n  - {id: doula, name: A doula, who: Somebody.}\n"),
		"help-lines.yaml":    file("extends: theirs\nregions:\n  - id: us\n    name: United States\n    lines: [{id: us-own, kind: crisis, name: Ours, call: \"1\"}]\n  - id: xx\n    name: X\n    lines: []\n"),
		"medicines.yaml":     file("extends: theirs\nmedicines: [{generic: newpam, classes: [calming]}]\n"),
		"sources.yaml":       file("extends: theirs\nsources: [{id: mine, title: Mine, read: whole}]\n"),
		"mine.yaml":          file(strings.Replace(topic("mine", "worried", "talk", "to-talk"), "learn: [to-talk]", "learn: [to-talk, theirs/to-wait]", 1)),
	}
}

func TestAFolderAddsToWhatItExtends(t *testing.T) {
	q, findings, err := folder.Read(own(), theirs())
	if err != nil || q == nil {
		t.Fatal(err, findings)
	}
	var got []string
	for _, c := range q.Clinicians {
		got = append(got, fmt.Sprint(c.ID, " ", c.At.Inherited()))
	}
	for _, r := range q.Regions {
		for _, l := range r.Lines {
			got = append(got, fmt.Sprint(r.ID, "/", l.ID, " ", l.At.Inherited()))
		}
	}
	for _, m := range q.Formulary.Medicines {
		got = append(got, fmt.Sprint(m.Generic, " ", m.At.Inherited(), m.In(q.Formulary.Class("calming"))))
	}
	for _, s := range q.Sources {
		got = append(got, fmt.Sprint(s.ID, " ", s.At.Inherited()))
	}
	for _, x := range q.Questions {
		got = append(got, fmt.Sprint(x.ID, " ", x.At.Inherited(), " ", x.At))
	}
	for _, e := range q.Education {
		got = append(got, fmt.Sprint(e.Topic.ID, "/", e.ID, " ", e.At.Inherited()))
	}
	want := "doctor true, nurse true, doula false, us/us-911 true, us/us-own false, lorazepam true true, newpam false true, " +
		"paper true, mine false, tired true alone.yaml:4:5, worried false mine.yaml:4:5, alone/to-rest true, mine/to-talk false, mine/to-wait true"
	if strings.Join(got, ", ") != want {
		t.Errorf("read:\n%s\nwant:\n%s", strings.Join(got, ", "), want)
	}
}

// TestATextThatIsTakenOverConcernsEveryoneWhereNothingTellsOtherwise: alone it may
// look at a question that the folder does not have; with its topic it finds its own.
func TestATextThatIsTakenOverConcernsEveryoneWhereNothingTellsOtherwise(t *testing.T) {
	theirs := theirs()
	for name, concerns := range map[string]string{"alone.yaml": "is-tired", "after.yaml": "{any: [is-tired, both]}"} {
		theirs[name].Data = []byte(strings.Replace(string(theirs[name].Data), "title: T, text", "title: T, concerns: "+concerns+", text", 1))
	}
	q, findings, err := folder.Read(own(), theirs)
	if err != nil || q == nil {
		t.Fatal(err, findings)
	}
	if c := q.Text("to-rest").Concerns; c == nil || c.Named != q.Condition("is-tired") {
		t.Error("a text of a topic that is taken over does not say any more whom it concerns")
	}
	if q.Text("to-wait").Concerns != nil {
		t.Error("a text that is taken over hangs on a question that is not there")
	}
}

// TestWhatCannotBeTakenOverIsSaidOnce: each mistake has one finding, in a file of
// the folder's own, with its remedy.
func TestWhatCannotBeTakenOverIsSaidOnce(t *testing.T) {
	for name, c := range map[string]struct {
		change func(own, theirs fstest.MapFS)
		want   string
	}{
		"an unknown parent of a file": {set("clinicians.yaml", "extends: theirs", "extends: their"),
			`clinicians.yaml:1:10: error: no questionnaire that can be taken over from is called "their"; did you mean "theirs"? [dangling]`},
		"an unknown parent of a topic": {set("questionnaire.yaml", "theirs/alone", "elsewhere/alone"),
			`questionnaire.yaml:5:10: error: no questionnaire that can be taken over from is called "elsewhere"; write one of: theirs [dangling]`},
		"an unknown topic": {set("questionnaire.yaml", "theirs/alone", "theirs/alome"),
			`questionnaire.yaml:5:10: error: theirs has no topic "alome"; did you mean "alone"? [dangling]`},
		"an unknown text": {set("mine.yaml", "theirs/to-wait", "theirs/to-weit"),
			`theirs has no text "to-weit"; did you mean "to-wait"? [dangling]`},
		"itself": {set("questionnaire.yaml", "questionnaire: own", "questionnaire: theirs"),
			`"theirs" cannot take over from itself; give this questionnaire another name in questionnaire.yaml, or write here what it needs [order]`},
		"a cycle": {func(_, theirs fstest.MapFS) {
			theirs["clinicians.yaml"] = file("extends: theirs\n" + string(theirs["clinicians.yaml"].Data))
		}, `clinicians.yaml:1:10: error: others take over from this file, so it cannot take over from another; take extends out [order]`},
		"a clinician twice": {set("clinicians.yaml", "id: doula", "id: nurse"),
			`clinicians.yaml:3:10: error: theirs has a clinician "nurse" already, and this questionnaire takes it over; give this one another id [duplicate-id]`},
		"a medicine twice": {set("medicines.yaml", "newpam", "Lorazepam"),
			`theirs has a medicine "lorazepam" already, and this questionnaire takes it over; give this one another id [duplicate-id]`},
		"a question twice": {set("mine.yaml", "worried", "tired"),
			`theirs has a question "tired" already, and this questionnaire takes it over; give this one another id [duplicate-id]`},
		"a text twice": {set("mine.yaml", "to-talk", "to-wait"),
			`this questionnaire has a text "to-wait" of its own, at mine.yaml:10:13; give that another id, or take theirs/ away here [duplicate-id]`},
		"a region under another name": {set("help-lines.yaml", "name: United States", "name: America"),
			`theirs calls the region "us" "United States"; write that name to add lines to it, or give this region another id [duplicate-id]`},
		"a topic that needs another": {set("questionnaire.yaml", "theirs/alone", "theirs/after"),
			`questionnaire.yaml:5:10: error: theirs/after needs what is not here (condition "is-tired"); name it too in topics: theirs/alone [dangling]`},
		"a topic whose people were replaced": {set("clinicians.yaml", "extends: theirs\n", ""),
			`questionnaire.yaml:5:10: error: theirs/alone needs what is not here (clinician "doctor"); write extends: theirs into clinicians.yaml [dangling]`},
		"what the parent no longer has": {func(_, theirs fstest.MapFS) {
			theirs["clinicians.yaml"] = file(strings.Replace(string(theirs["clinicians.yaml"].Data), "  - {id: nurse, name: A nurse, who: Somebody.}\n", "", 1))
			theirs["alone.yaml"] = file(strings.Replace(string(theirs["alone.yaml"].Data), "talk-to: [doctor]", "talk-to: [nurse]", 1))
		}, `questionnaire.yaml:5:10: error: theirs/alone needs what is not here (clinician "nurse")`},
		"what is named here and was removed there": {set("mine.yaml", "talk-to: [doctor]", "talk-to: [midwife]"),
			`no clinician is called "midwife"; write one of: doctor, doula, nurse [dangling]`},
	} {
		mine, parent := own(), theirs()
		c.change(mine, parent)
		_, findings, err := folder.Read(mine, parent)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if name == "itself" { // said at each of the five places that take over
			findings = findings[:1]
		}
		if name == "a topic whose people were replaced" { // its own topic misses them too
			findings = findings[len(findings)-1:]
		}
		if len(findings) != 1 || !strings.Contains(findings[0].String(), c.want) {
			t.Errorf("%s: found\n%v\nwant one with\n%s", name, findings, c.want)
		}
	}
}

func set(name, old, with string) func(own, theirs fstest.MapFS) {
	return func(own, _ fstest.MapFS) {
		text := string(own[name].Data)
		if !strings.Contains(text, old) {
			panic(name + " has no " + old)
		}
		own[name] = file(strings.ReplaceAll(text, old, with))
	}
}

// TestATranslationOfWhatIsTakenOverComesFromTheParent: the folder's own file says
// only what is its own.
func TestATranslationOfWhatIsTakenOverComesFromTheParent(t *testing.T) {
	parent, mine := theirs(), own()
	parent["translations/es.yaml"] = file(foldertest.Translation("language: es\nreviewed: []\n", "question/tired/ask", "Is it?", "¿Es así?"))
	mine["translations/es.yaml"] = file(foldertest.Translation("language: es\nreviewed: []\n", "question/worried/ask", "Is it?", "¿Lo es?"))
	{
		tr, findings, err := folder.ReadTranslation(mine, parent, "es")
		if err != nil || tr == nil {
			t.Fatal(err, findings)
		}
		if tr.Entry("question/worried/ask") == nil || tr.Entry("question/tired/ask") != nil || tr.Inherited.Entry("question/tired/ask") == nil {
			t.Error("the translations of the folder and of what it takes over are not apart")
		}
		if at := tr.Inherited.Entry("question/tired/ask").At; !at.Inherited() || !at.InTranslation() {
			t.Errorf("the inherited translation does not say where it is from: %v", at)
		}
	}
}
