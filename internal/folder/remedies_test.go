package folder

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/folder/foldertest"
)

// TestTheRemedyAppliedMends obeys findings to the letter: each case is a file with a
// fault, what its finding must say, and the change that this asks for, which must
// leave a questionnaire that is read.
func TestTheRemedyAppliedMends(t *testing.T) {
	asking := strings.Replace(foldertest.Topic, "rules:", "questions:\n  - {id: q, ask: Q, why: Q., choose: one, answers: [{id: a, label: A}, {id: b, label: B}]}\nrules:", 1)
	clinicians := "clinicians:\n  - {id: doctor, name: D, who: D.}\n"
	for i := range 14 {
		clinicians += fmt.Sprintf("  - {id: somebody-else-%d, name: Nobody %d, who: N.}\n", i, i)
	}
	more := ""
	for i := range 9 {
		more += fmt.Sprintf("  - {id: another-%d, name: Another %d, who: N.}\n", i, i)
	}
	for _, c := range []struct {
		name, file, text string
		says             string // in the first finding, with its line
		from, to         string // the remedy
	}{
		{
			"what to do first without a page", "one.yaml", foldertest.Topic + "    first: Call.\n",
			"one.yaml:8:5: error: only a rule with interrupt: true has a page with what to do first; write interrupt: true",
			"    first:", "    interrupt: true\n    first:",
		},
		{
			"a phrase without words", "phrases.yaml", "phrases:\n  - {id: a, words: {en: []}}\n",
			"phrases.yaml:2:25: error: a phrase without words in en; write at least one [missing-key]",
			"[]", "[I feed]",
		},
		{
			"or", "one.yaml", asking + "    when: {q: a, or: {q: b}}\n",
			"one.yaml:10:18: error: conditions are not joined with \"or\"; write {any: [{…}, {…}]} with all",
			"{q: a, or: {q: b}}", "{any: [{q: a}, {q: b}]}",
		},
		{
			"and", "one.yaml", asking + "    when: {q: a, and: [{not: {q: b}}]}\n",
			"one.yaml:10:18: error: conditions are not joined with \"and\"; write what must hold too beside the others",
			"and: [{not: {q: b}}]", "not: {q: b}",
		},
		{
			"if in a rule", "one.yaml", asking + "    if: {q: a}\n",
			"one.yaml:10:5: error: a rule has no key \"if\"; write when",
			"if:", "when:",
		},
		{
			"when in a promise", "one.yaml", asking + "promises:\n  - {id: p, when: {q: a}, then: {conversations: {doctor: today}}}\n",
			"one.yaml:11:13: error: a promise has no key \"when\"; write if",
			"when:", "if:",
		},
		{
			"a clinician like no other", "clinicians.yaml", strings.Replace(clinicians, "id: doctor,", "id: obstetrics,", 1),
			"one.yaml:5:14: error: no clinician is called \"doctor\"; write one of: obstetrics, somebody-else-0, somebody-else-1,",
			"id: obstetrics,", "id: doctor,",
		},
		{
			"a clinician like no other, of very many", "clinicians.yaml", strings.NewReplacer("id: doctor,", "id: doctors-and-nurses-of-the-ward,", "somebody", "nobody").Replace(clinicians) + more,
			"one.yaml:5:14: error: no clinician is called \"doctor\"; write one of: doctors-and-nurses-of-the-ward, another-0,",
			"id: doctors-and-nurses-of-the-ward,", "id: doctor,",
		},
		{
			"clinicians with a comma", "one.yaml", strings.Replace(foldertest.Topic, "talk-to: doctor", "talk-to: doctor, nurse", 1),
			"one.yaml:5:14: error: \"doctor, nurse\" is not one clinician; write [doctor, nurse] if all are needed, or \"doctor or nurse\" if any one will do [wrong-type]",
			"doctor, nurse", "[doctor]",
		},
		{
			"a file of a topic that is gone", "questionnaire.yaml", "questionnaire: tiny\ntitle: Tiny\nversion: 1.0.0\nlanguage: en\ntopics: [one, two]\nwelcome: Hello.\nconsent: Yes.\n",
			"questionnaire.yaml:5:15: error: there is no file two.yaml in the folder; put it back, or remove its name from topics [dangling]",
			"[one, two]", "[one]",
		},
		{
			"a title with a greater-than sign", "one.yaml", strings.Replace(foldertest.Topic, "title: One", "title: > 3 months", 1),
			"one.yaml:2:8: error: a text that begins with > or | needs quotes: \"> 3 months\" [yaml]",
			"> 3 months", "\"> 3 months\"",
		},
		{
			"capital letters in an id", "clinicians.yaml", strings.Replace(clinicians, "id: doctor,", "id: Doctor,", 1),
			"clinicians.yaml:2:10: error: \"Doctor\" cannot be an id; write small letters, digits and single hyphens, such as \"doctor\" [bad-id]",
			"id: Doctor,", "id: doctor,",
		},
		{
			"two answers with one id", "one.yaml", strings.Replace(asking, "{id: b,", "{id: a,", 1) + "    when: {q: b}\n",
			"one.yaml:4:77: error: question \"q\" has two answers \"a\", the first at one.yaml:4:53; give one of them another id [duplicate-id]",
			"{id: a, label: B}", "{id: b, label: B}",
		},
		{
			"a key twice", "one.yaml", foldertest.Topic + "    urgency: soon\n",
			"one.yaml:8:5: error: \"urgency\" is here twice; the first is on line 6; remove one of the two",
			"    urgency: soon\n", "",
		},
		{
			"a space too many", "one.yaml", strings.Replace(foldertest.Topic, "    urgency", "     urgency", 1),
			"one.yaml:6:1: error: this line is indented more than its neighbours",
			"     urgency", "    urgency",
		},
		{
			"a number sign in braces", "one.yaml", strings.Replace(asking, "label: A}", "label: Room #1}", 1),
			"one.yaml:4:1: error: # begins a comment",
			"Room #1", "'Room #1'",
		},
		{
			"a no-break space before a key", "one.yaml", strings.Replace(foldertest.Topic, "    urgency", "   \u00a0urgency", 1),
			"one.yaml:6:4: error: delete the no-break space here and type a space",
			"\u00a0", " ",
		},
		{
			"a no-break space after a colon", "one.yaml", strings.Replace(foldertest.Topic, "urgency: ", "urgency:\u00a0", 1),
			"one.yaml:6:13: error: delete the no-break space here and type a space",
			"\u00a0", " ",
		},
		{
			"a no-break space after a key", "one.yaml", strings.Replace(foldertest.Topic, "urgency: ", "urgency\u00a0: ", 1),
			"one.yaml:6:5: error: a space that belongs nowhere, often a no-break space, stands beside the key urgency; delete it",
			"\u00a0", " ",
		},
		{
			"a no-break space after a colon in braces", "one.yaml", strings.Replace(asking, "label: A}", "label:\u00a0A}", 1),
			"one.yaml:4:67: error: delete the no-break space here and type a space; it only looks like one [unknown-key]",
			"\u00a0", " ",
		},
		{
			"no space after a colon in braces", "one.yaml", strings.Replace(asking, "label: A}", "label:A}", 1),
			"one.yaml:4:67: error: a space is missing here, behind the colon or the - [unknown-key]",
			"label:A", "label: A",
		},
		{
			"no space before what is true or not", "one.yaml", strings.Replace(asking, "label: A}", "label: A, unknown:true}", 1),
			"one.yaml:4:79: error: a space is missing here, behind the colon or the - [unknown-key]",
			"unknown:true", "unknown: true",
		},
		{
			"names without a comma", "one.yaml", asking + "    when: {q: [a b]}\n",
			"one.yaml:10:16: error: question \"q\" has no answer \"a b\"; write them with commas and without quotes: [a, b] [dangling]",
			"[a b]", "[a, b]",
		},
		{
			"names within one pair of quotes", "one.yaml", asking + "    when: {q: \"a, b\"}\n",
			"one.yaml:10:15: error: question \"q\" has no answer \"a, b\"; write them with commas and without quotes: [a, b] [dangling]",
			"\"a, b\"", "[a, b]",
		},
		{
			"a condition in a sentence", "one.yaml", asking + "    when: q is a\n",
			"one.yaml:10:11: error: no condition is called \"q is a\"; write {question: answer}, or a name that stands under conditions [dangling]",
			"q is a", "{q: a}",
		},
		{
			"a not beside its condition", "one.yaml", asking + "    when:\n      q: a\n    not: {q: b}\n",
			"one.yaml:12:5: error: a rule has no key \"not\"; write it under when, with more spaces before it [unknown-key]",
			"    not:", "      not:",
		},
		{
			"a question beside its condition", "one.yaml", asking + "    when:\n      not: {q: b}\n    q: a\n",
			"one.yaml:12:5: error: a rule has no key \"q\"; write it under when, with more spaces before it [unknown-key]",
			"    q: a\n", "      q: a\n",
		},
		{
			"an answer beside the answers of a scenario", "scenarios.yaml", "scenarios:\n  - id: a\n    story: S.\n    answers: {}\n    all: {}\n    expect: {}\n",
			"scenarios.yaml:5:5: error: a scenario has no key \"all\"; write it under answers, with more spaces before it [unknown-key]",
			"    all: {}\n", "",
		},
		{
			"curly quotes", "one.yaml", strings.Replace(asking, "label: A}", "label: “A, of course”}", 1),
			"one.yaml:4:72: error: an answer has no key \"of course”\"; curly quotes do not hold a text together here: type straight ones (\") around the whole text [unknown-key]",
			"“A, of course”", "\"A, of course\"",
		},
		{
			"two versions that git could not join", "one.yaml", strings.Replace(foldertest.Topic, "    urgency: today\n", "<<<<<<< HEAD\n    urgency: today\n=======\n    urgency: soon\n>>>>>>> theirs\n", 1),
			"one.yaml:6:1: error: two versions of this file were put together here and not joined; keep one of the two, and delete the lines with <<<<<<<, ======= and >>>>>>> [yaml]",
			"<<<<<<< HEAD\n    urgency: today\n=======\n    urgency: soon\n>>>>>>> theirs\n", "    urgency: today\n",
		},
		{
			"a dash without a space", "one.yaml", strings.Replace(foldertest.Topic, "- id: always", "-id: always", 1),
			"one.yaml:4:4: error: a space is missing here, behind the colon or the - [yaml]",
			"-id", "- id",
		},
		{
			"a colon without a space", "one.yaml", strings.Replace(foldertest.Topic, "urgency: today", "urgency:today", 1),
			"one.yaml:6:13: error: a space is missing here, behind the colon or the - [yaml]",
			"urgency:", "urgency: ",
		},
		{
			"a text quoted at its beginning", "one.yaml", strings.Replace(foldertest.Topic, "Because.", "\"A test\" comes first.", 1),
			"one.yaml:7:1: error: the quotes end before the text does; put the whole text into single quotes",
			"\"A test\" comes first.", "'\"A test\" comes first.'",
		},
		{
			"an apostrophe in single quotes in braces", "clinicians.yaml", "clinicians:\n  - {id: doctor, name: 'A woman's doctor, of hers', who: A doctor.}\n",
			"clinicians.yaml:2:32: error: the apostrophe ends the text, because it stands in single quotes; put it into double quotes",
			"'A woman's doctor, of hers'", "\"A woman's doctor, of hers\"",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, findings, err := Read(foldertest.With(c.file, c.text), nil)
			if q != nil || err != nil || !strings.HasPrefix(foldertest.Listed(findings), c.says) || len(findings) > 1 {
				t.Errorf("got %v\n%s\nwant\n%s", err, foldertest.Listed(findings), c.says)
			}
			mended := strings.Replace(c.text, c.from, c.to, 1)
			if mended == c.text {
				t.Fatal("the remedy changes nothing")
			}
			if q, findings, err := Read(foldertest.With(c.file, mended), nil); q == nil {
				t.Errorf("changed as it says, it is still refused: %v\n%s", err, foldertest.Listed(findings))
			}
		})
	}
}

// TestWhatIsMissingInManyPlacesIsToldOnce: a question that was removed is one
// finding, and so is a file with a name under which nobody reads it.
func TestWhatIsMissingInManyPlacesIsToldOnce(t *testing.T) {
	removed := foldertest.Topic + "    when: {any: [" + strings.Repeat("{gone: a}, ", 12) + "{else: a}]}\n"
	want := "one.yaml:8:19: error: no question is called \"gone\"; write one of: all, any, not (and at 11 more places, the next at one.yaml:8:30; was it removed, or called something else?) [dangling]\n" +
		"one.yaml:8:151: error: no question is called \"else\"; write one of: all, any, not [dangling]"
	if _, findings, _ := Read(foldertest.With("one.yaml", removed), nil); strings.TrimSpace(foldertest.Listed(findings)) != want {
		t.Errorf("got\n%s\nwant\n%s", foldertest.Listed(findings), want)
	}
	for name, read := range map[string]string{"one.yaml.txt": "one.yaml", "clinicians.yml": "clinicians.yaml", "One.YAML": "One.yaml", "clinicians.yml.txt": "clinicians.yaml"} {
		folder := foldertest.With("extra", "")
		if from := strings.ToLower(read); folder[from] != nil {
			folder[name] = folder[from]
			delete(folder, from)
		}
		q, findings, err := Read(folder, nil)
		if says := name + ": error: this file is not read; rename it to " + read; q != nil || err != nil || !strings.Contains(foldertest.Listed(findings), says) {
			t.Errorf("%s: %v\n%s", name, err, foldertest.Listed(findings))
		} else if name != "One.YAML" && len(findings) != 1 {
			t.Errorf("%s: it is told more than once\n%s", name, foldertest.Listed(findings))
		}
	}
	folder := foldertest.With("questionnaire.yaml.txt", "questionnaire: tiny\n")
	delete(folder, mainFile)
	if _, _, err := Read(folder, nil); err == nil || !strings.Contains(err.Error(), "no questionnaire.yaml in this folder, but questionnaire.yaml.txt; rename that") {
		t.Errorf("got %v", err)
	}
}

// TestAClinicianWithASpaceForAHyphen is one mistake, and not several clinicians.
func TestAClinicianWithASpaceForAHyphen(t *testing.T) {
	for _, is := range []string{"talk-to: [family doctor]", "talk-to: family doctor", "talk-to: [Family Doctor]"} {
		folder := foldertest.With("clinicians.yaml", "clinicians:\n  - {id: doctor, name: D, who: D.}\n  - {id: family-doctor, name: F, who: F.}\n")
		folder["one.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(foldertest.Topic, "talk-to: doctor", is, 1))}
		_, findings, err := Read(folder, nil)
		if err != nil || len(findings) != 1 || !strings.Contains(foldertest.Listed(findings), "did you mean \"family-doctor\"? [dangling]") {
			t.Errorf("%s: %v\n%s", is, err, foldertest.Listed(findings))
		}
	}
}

// TestAMistakeIsToldInItsOwnFileAlone: whatever is in a file that cannot be used is
// missing in the others by that, and no fault of theirs.
func TestAMistakeIsToldInItsOwnFileAlone(t *testing.T) {
	maternal := os.DirFS("../../questionnaires/maternal")
	whole := fstest.MapFS{}
	names, err := fs.Glob(maternal, "*.yaml")
	if err != nil || len(names) < 10 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(maternal, name)
		if err != nil {
			t.Fatal(err)
		}
		whole[name] = &fstest.MapFile{Data: data}
	}
	for _, name := range names {
		folder := maps.Clone(whole)
		folder[name] = &fstest.MapFile{Data: append(bytes.Clone(whole[name].Data), "extra: [open\n"...)}
		_, findings, err := Read(folder, nil)
		if err != nil || len(findings) == 0 {
			t.Errorf("%s: %v, %d findings", name, err, len(findings))
		}
		for _, f := range findings {
			if f.At.File != name {
				t.Errorf("a mistake in %s is told of %v: %s", name, f.At, f.Message)
				break
			}
		}
	}
}

// TestWhatIsNotThereHasARemedy: also of a name that nothing is like, among many.
func TestWhatIsNotThereHasARemedy(t *testing.T) {
	maternal := os.DirFS("../../questionnaires/maternal")
	for from, to := range map[string]string{
		"learn: [heart-data]":                     "learn: [xqzk]",
		"sources: [freidel-2024, blond-2023]":     "sources: [xqzk]",
		"when: {body: surgery-soon}":              "when: xqzk",
		"{body: liver-or-kidney}":                 "{body: xqzk}",
		"when: {all: [heart-trouble, has-taken]}": "when: {all: [heart-trouble, {xqzk: a}]}",
		"when: {all: [had-seizures, has-taken]}":  "when: {all: [had-seizures, {medicines: xqzk}]}",
		"talk-to: [surgical-team]":                "talk-to: [xqzk]",
	} {
		folder := fstest.MapFS{}
		names, _ := fs.Glob(maternal, "*.yaml")
		for _, name := range names {
			data, err := fs.ReadFile(maternal, name)
			if err != nil {
				t.Fatal(err)
			}
			if name == "body.yaml" {
				changed := bytes.Replace(data, []byte(from), []byte(to), 1)
				if bytes.Equal(changed, data) {
					t.Fatalf("%q stands there no more", from)
				}
				data = changed
			}
			folder[name] = &fstest.MapFile{Data: data}
		}
		_, findings, err := Read(folder, nil)
		if err != nil || len(findings) != 1 || !strings.Contains(findings[0].Message, "xqzk") || !strings.Contains(findings[0].Message, "; ") {
			t.Errorf("%s: %v\n%s", to, err, foldertest.Listed(findings))
		}
	}
}

// TestTheBeginningOfANameIsEnough: among too many names to list, those that begin with
// what was written are what was meant, however much is missing.
func TestTheBeginningOfANameIsEnough(t *testing.T) {
	names := []string{"could-be-dangerous-together", "nausea-setron", "nausea-other"}
	for i := range 20 {
		names = append(names, fmt.Sprintf("kind-of-medicine-%d", i))
	}
	for word, want := range map[string]string{
		"could-be-dangerous": `; did you mean "could-be-dangerous-together"?`,
		"nausea":             "; write one of: nausea-setron, nausea-other",
		"kind":               noneLikeIt, // too many to be one of them
		"could-b":            noneLikeIt, // a word in the making is a slip
	} {
		if got := new(reader).didYouMean(word, names); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}
