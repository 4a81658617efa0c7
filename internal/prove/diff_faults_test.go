package prove

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/folder"
)

// edited is the small questionnaire with words in its files replaced: file, old,
// new, and so on. Every place where the old words stand is edited.
func edited(t *testing.T, edits ...string) Edition {
	t.Helper()
	small := os.DirFS("../folder/testdata/small")
	files := fstest.MapFS{}
	err := fs.WalkDir(small, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(small, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+2 < len(edits); i += 3 {
		for name, file := range files {
			if edits[i] != "*" && name != edits[i] || strings.HasPrefix(name, "translations") {
				continue
			}
			text := strings.ReplaceAll(string(file.Data), edits[i+1], edits[i+2])
			if edits[i] != "*" && text == string(file.Data) {
				t.Fatalf("%s has no %q", name, edits[i+1])
			}
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	q, findings, err := folder.Read(files, nil)
	if q == nil {
		t.Fatal(err, findings)
	}
	return Edition{Questionnaire: q}
}

// told is a comparison in short words.
func (c Comparison) told() (all []string) {
	for _, change := range c.Changes {
		all = append(all, change.Effect.String()+" "+change.Clinician+change.Need+change.Interrupt+change.Question+change.Education)
	}
	for _, a := range c.Answers {
		all = append(all, a.Edit.String()+" answer "+a.Question+"/"+a.Answer)
	}
	for _, d := range c.Written {
		word := d.Edit.String()
		if d.Loss() {
			word = "LOSS"
		}
		all = append(all, word+" "+d.Of.String()+" "+d.Key)
	}
	return all
}

// TestWhatWentByInSilence edits the questionnaire in ways of which a comparison of
// conversations and urgencies alone sees nothing.
func TestWhatWentByInSilence(t *testing.T) {
	const split = "- {id: all-milk, label: \"Yes\", said: I nurse my baby.}"
	for _, test := range []struct {
		name   string
		edits  []string
		wanted []string
		losses int
	}{
		{"an answer is split in two", []string{"feeding.yaml", split, split + "\n      - {id: most-milk, label: Mostly, said: I nurse my baby mostly.}"},
			[]string{"new answer feeding/most-milk"}, 0},
		{"an interrupt is none", []string{"feeding.yaml", "    interrupt: true\n", "", "feeding.yaml", "    first: Call your baby's doctor.\n", "", "feeding.yaml", ", interrupts: [milk]", "", "scenarios.yaml", "      interrupts: [milk]\n", ""},
			[]string{"lost milk", `changed rule "milk" interrupt`, `changed rule "milk" first`}, 1},
		{"a number", []string{"help-lines.yaml", "+1 800-555-0100", "+1 800-555-0101"}, []string{`changed help line "us-crisis" call`}, 0},
		{"a number is gone", []string{"help-lines.yaml", `        call: "911"` + "\n", ""}, []string{`LOSS help line "us-emergency" call`}, 1},
		{"a question is not private", []string{"feeding.yaml", "    private: true\n", ""}, []string{`LOSS question "milk-age" private`}, 1},
		{"another will do as well", []string{"feeding.yaml", "talk-to: [babys-doctor, prescriber]", "talk-to: [babys-doctor or prescriber, prescriber]"},
			[]string{"wider babys-doctor", `changed rule "milk" talk-to`}, 1},
		{"a clinician exists for fewer", []string{"clinicians.yaml", "exists-when: feeds", "exists-when: {milk-age: early}"}, []string{`changed clinician "babys-doctor" exists-when`}, 0},
		{"a text concerns fewer", []string{"feeding.yaml", "concerns: feeds", "concerns: {milk-age: early}"}, []string{"lost milk-data", `changed education "milk-data" concerns`}, 1},
		{"a text concerns everyone", []string{"feeding.yaml", "    concerns: feeds\n", ""}, []string{`changed education "milk-data" concerns`}, 0},
		{"a rule is heavier", []string{"feeding.yaml", "weight: grave", "weight: life"}, []string{`changed rule "milk" weight`}, 0},
		{"a class has one more", []string{"medicines.yaml", "brands: [Celebrex], classes: []", "brands: [Celebrex], classes: [ssri]"}, []string{`changed medicine "celecoxib" classes`}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := Compare(edited(t), edited(t, test.edits...))
			told := c.told()
			for _, want := range test.wanted {
				if !slices.Contains(told, want) {
					t.Errorf("%q is not told", want)
				}
			}
			if n := c.Losses(); n != test.losses {
				t.Errorf("%d losses, expected %d", n, test.losses)
			}
			if t.Failed() {
				t.Log(strings.Join(told, "\n"))
			}
		})
	}
}

// TestANewAnswerIsHeldBesideTheOldOnes: it says what the new one does not get.
func TestANewAnswerIsHeldBesideTheOldOnes(t *testing.T) {
	const yes = "- {id: all-milk, label: \"Yes\", said: I nurse my baby.}"
	c := Compare(edited(t), edited(t, "feeding.yaml", yes, yes+"\n      - {id: most-milk, label: Mostly, said: I nurse my baby mostly.}"))
	if len(c.Answers) != 1 {
		t.Fatalf("%+v", c.Answers)
	}
	for _, b := range c.Answers[0].Beside {
		lacks := strings.Join(b.Lacks, "; ")
		if slices.Contains(b.Answers, "all-milk") != strings.Contains(lacks, "babys-doctor (today, possible)") {
			t.Errorf("beside %v it lacks %q", b.Answers, lacks)
		}
	}
}

// TestWhatAnAnswerAddsIsToldAlone: nothing of what everybody may be told, whatever she
// answers, and all of what this answer leads to.
func TestWhatAnAnswerAddsIsToldAlone(t *testing.T) {
	const yes = "- {id: all-milk, label: \"Yes\", said: I nurse my baby.}"
	const split = yes + "\n      - {id: most-milk, label: Mostly, said: I nurse my baby mostly.}"
	for _, test := range []struct {
		name     string
		old, new []string
		adds     string
	}{
		{"it leads nowhere", nil, []string{"feeding.yaml", yes, split}, ""},
		{"it leads where the other leads", nil, []string{"feeding.yaml", yes, split, "feeding.yaml", "feeding: all-milk", "feeding: [all-milk, most-milk]", "feeding.yaml", "feeding: [all-milk", "feeding: [all-milk, most-milk"}, "babys-doctor"},
		{"it is gone", []string{"feeding.yaml", yes, split, "feeding.yaml", "feeding: all-milk", "feeding: [all-milk, most-milk]", "feeding.yaml", "feeding: [all-milk", "feeding: [all-milk, most-milk"}, nil, "babys-doctor"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := Compare(edited(t, test.old...), edited(t, test.new...))
			if len(c.Answers) != 1 {
				t.Fatalf("%+v", c.Answers)
			}
			gets := strings.Join(c.Answers[0].Gets, "; ")
			if test.adds == "" && gets != "" || !strings.Contains(gets, test.adds) {
				t.Errorf("it is said to get %q, expected %q", gets, test.adds)
			}
		})
	}
}

// TestANameIsOnlyAName: what has another id, and is otherwise the same, loses
// nothing for anybody; nor does a question that takes more than one answer now.
func TestANameIsOnlyAName(t *testing.T) {
	for _, test := range []struct {
		name   string
		edits  []string
		wanted string
	}{
		{"an answer", []string{"*", "all-milk", "my-milk"}, "renamed answer feeding/my-milk"},
		{"an answer in other words", []string{"*", "all-milk", "my-milk", "feeding.yaml", `label: "Yes", said: I nurse my baby.`, "label: Often, said: My baby nurses."}, "renamed answer feeding/my-milk"},
		{"a state", []string{"*", "stopped-by-myself", "stopped-alone", "your-medicines.yaml", "{id: stopped-alone, question", "{id: alone-is-graver, question"}, "renamed answer medicines/stopped-alone"},
		{"a question", []string{"*", "milk-age", "how-old"}, `renamed question "how-old" `},
		{"a rule", []string{"*", "id: milk\n", "id: my-milk\n", "*", "interrupts: [milk]", "interrupts: [my-milk]"}, `renamed rule "my-milk" `},
		{"a clinician", []string{"*", "babys-doctor", "childs-doctor"}, `renamed clinician "childs-doctor" `},
		{"a text", []string{"*", "milk-data", "about-milk"}, `renamed education "about-milk" `},
		{"one is many", []string{"feeding.yaml", "    choose: one", "    choose: many"}, `changed question "feeding" choose`},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := Compare(edited(t), edited(t, test.edits...))
			told := c.told()
			if !slices.Contains(told, test.wanted) || c.Losses() > 0 {
				t.Errorf("%q is not told, or something is lost:\n%s\n%+v", test.wanted, strings.Join(told, "\n"), c.Changes)
			}
		})
	}
}
