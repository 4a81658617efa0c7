package translation

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/folder/foldertest"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

func mustRead(t testing.TB, files, defaults fs.FS) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(files, defaults)
	if q == nil || len(findings) > 0 || err != nil {
		t.Fatalf("the questionnaire was not read: %v\n%s", err, foldertest.Listed(findings))
	}
	return q
}

func translated(t *testing.T, files, defaults fs.FS) (*questionnaire.Questionnaire, *questionnaire.Translation) {
	t.Helper()
	q := mustRead(t, files, defaults)
	tr, findings, err := folder.ReadTranslation(files, defaults, "es")
	if tr == nil {
		t.Fatalf("%v\n%s", err, foldertest.Listed(findings))
	}
	return q, tr
}

func TestATranslationSaysTheSameInOtherWords(t *testing.T) {
	q, tr := translated(t, foldertest.With("translations/es.yaml", foldertest.Spanish), nil)
	es := Of(q, tr)
	for _, c := range []struct{ what, got, want string }{
		{"language", es.Language, "es"},
		{"title", es.Title, "Pequeño"},
		{"a rule's reason", es.Rules[0].Reason, "Porque sí."},
		{"what is not translated", es.Clinicians[0].Name, "Your doctor"},
		{"the original", q.Rules[0].Reason, "Because."},
		{"the rule's clinician", es.Rules[0].TalkTo[0].Name, es.Clinicians[0].Name},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	if es.Rules[0].TalkTo[0] != es.Clinicians[0] || es.Clinicians[0] == q.Clinicians[0] {
		t.Error("the translated rule does not lead to the translated clinician")
	}
	index := finder.New(es.Formulary)
	for _, name := range []string{"sertralina", "Sertralína", "sertraline", "zoloft"} {
		if found := index.Settle(name); len(found) != 1 || found[0].Medicine != es.Formulary.Medicines[0] {
			t.Errorf("%q finds %v", name, found)
		}
	}
}

func TestTheCoverIsReadWithoutTheRest(t *testing.T) {
	files := foldertest.With("translations/es.yaml", foldertest.Spanish+"question: [this is broken")
	if c := Cover(files, "es"); c.Title != "Pequeño" || c.Welcome != "Hola." || c.Translated == nil {
		t.Errorf("%+v", c)
	}
	if c := Cover(files, "fr"); c.Title != "Tiny" {
		t.Errorf("without a file the cover is %q, not the original", c.Title)
	}
}

// An outdated translation is shown, because a mother reads it better than
// another language; but never with a number that is no longer the right one.
func TestAnOutdatedTranslationIsShownUnlessItsNumberChanged(t *testing.T) {
	for was, want := range map[string]string{
		"Because it is so.": "Porque sí.",
		"Because of 911.":   "Because.",
	} {
		text := foldertest.Translation("language: es\nreviewed: []\n", "rule/always/reason", was, "Porque sí.")
		q, tr := translated(t, foldertest.With("translations/es.yaml", text), nil)
		if got := Of(q, tr).Rules[0].Reason; got != want {
			t.Errorf("of %q: %q, want %q", was, got, want)
		}
	}
}

func TestInheritedTextsAreTranslatedWhereTheyComeFrom(t *testing.T) {
	defaults := foldertest.With("translations/es.yaml", foldertest.Translation("language: es\nreviewed: []\n",
		"clinician/doctor/name", "Your doctor", "Tu médica", "rule/always/reason", "Because.", "Porque sí."))
	// A folder inherits the workshop too, which this one has not.
	defaults["workshop.yaml"] = &fstest.MapFile{Data: []byte("agreements: []\n")}
	files := fstest.MapFS{
		"questionnaire.yaml":   defaults["questionnaire.yaml"],
		"one.yaml":             {Data: []byte(strings.Replace(foldertest.Topic, "Because.", "It is my own.", 1))},
		"translations/es.yaml": {Data: []byte("language: es\nreviewed: []\n")},
	}
	q, tr := translated(t, files, defaults)
	es := Of(q, tr)
	if es.Clinicians[0].Name != "Tu médica" {
		t.Errorf("the inherited clinician is %q", es.Clinicians[0].Name)
	}
	if es.Rules[0].Reason != "It is my own." {
		t.Errorf("the folder's own rule says %q, as the default's does", es.Rules[0].Reason)
	}
	for _, w := range Work(q, tr) {
		if w.Text.Kind == "clinician" && w.Text.Field == "name" {
			t.Error("an inherited translation counts as missing")
		}
	}
}

// TestTheMarkThatIsAskedForMends, whichever of the two was changed by a slip: the mark,
// or the original beside it, which then is one that has changed.
func TestTheMarkThatIsAskedForMends(t *testing.T) {
	for slip, then := range map[string]string{
		strings.Replace(foldertest.Spanish, questionnaire.HashOf("Because."), "00000000", 1): "",
		strings.Replace(foldertest.Spanish, "\"Because.\"", "\"Because of it.\"", 1):         "outdated-translation",
	} {
		files := foldertest.With("translations/es.yaml", slip)
		_, findings, err := folder.ReadTranslation(files, nil, "es")
		if err != nil || len(findings) != 1 {
			t.Fatal(err, findings)
		}
		_, mark, found := strings.Cut(findings[0].Message, "write of: ")
		was := regexp.MustCompile(`^"([0-9a-f]{8})" is not`).FindStringSubmatch(findings[0].Message)
		if !found || was == nil {
			t.Fatal(findings[0].Message)
		}
		files = foldertest.With("translations/es.yaml", strings.Replace(slip, was[1], mark, 1))
		tr, findings, err := folder.ReadTranslation(files, nil, "es")
		if tr == nil || err != nil {
			t.Fatal(err, findings)
		}
		findings = slices.DeleteFunc(Check(mustRead(t, files, nil), tr), func(f questionnaire.Finding) bool { return f.Check.ID() == "missing-translation" })
		if then == "" && len(findings) > 0 || then != "" && (len(findings) != 1 || findings[0].Check.ID() != then) {
			t.Errorf("%q: %v", then, findings)
		}
	}
}

func TestWhatIsWrongWithATranslationIsFound(t *testing.T) {
	head := "language: es\nreviewed: []\n"
	entry := "rule:\n  always:\n    reason:\n      of: " + questionnaire.HashOf("Because.") + "\n      from: Because.\n      to: "
	for name, c := range map[string]struct{ text, want string }{
		"sound":               {foldertest.Spanish, ""},
		"a changed original":  {foldertest.Translation(head, "rule/always/reason", "Because so.", "Porque sí."), "5:5: warning: the original of \"rule/always/reason\" has changed"},
		"nothing yet":         {head + entry + "\n", "5:5: warning: \"rule/always/reason\" is not translated; its original: \"Because.\""},
		"no such text":        {foldertest.Translation(head, "rule/allways/reason", "Because.", "Porque sí."), "error: no text of this questionnaire is called \"rule/allways/reason\"; did you mean \"rule/always/reason\"?"},
		"an original lost":    {foldertest.Translation(head, "rule/always/season", "Call.", "Llama."), "the questionnaire has no text \"rule/always/season\" any more; put the original back at one.yaml:"},
		"no such kind":        {head + "rules: {}\n", "3:1: error: a translation has no key \"rules\"; did you mean \"rule\"?"},
		"another mark":        {strings.Replace(foldertest.Spanish, questionnaire.HashOf("Because."), "00000000", 1), "error: \"00000000\" is not the mark of this \"from\"; put \"from\" back if it was changed here, or else write of: " + questionnaire.HashOf("Because.")},
		"a lost place":        {foldertest.Translation(head, "rule/always/reason", "Call {emergency}.", "Llama."), "error: \"rule/always/reason\" must have the same words in braces"},
		"a misspelt place":    {foldertest.Translation(head, "rule/always/reason", "Call {emergency}.", "Llama al {emergencia}."), "error: \"rule/always/reason\": nothing fills in \"{emergencia}\", and the braces would be shown; did you mean \"{emergency}\"?"},
		"a place too many":    {foldertest.Translation(head, "rule/always/reason", "Because.", "Llama al { emergency }."), "error: \"rule/always/reason\": nothing fills in \"{ emergency }\" here"},
		"a cut text":          {head + entry + "Porque sí #1\n", "error: \"to\" ends before \"#1\""},
		"another number":      {foldertest.Translation(head, "rule/always/reason", "Because.", "Porque 988."), "warning: \"rule/always/reason\" has other numbers"},
		"another language":    {strings.Replace(foldertest.Spanish, "language: es", "language: fr", 1), "1:11: error: the language is called \"fr\" and its file \"es.yaml\""},
		"nobody reviews":      {"language: es\n" + entry + "sí\n", "1:1: error: a translation has no \"reviewed\""},
		"a list of entries":   {head + "rule: []\n", "3:7: error: \"rule\" of a translation must be keys with values"},
		"an entry of text":    {head + "rule: {always: {reason: Porque}}\n", "error: an entry of a translation must be keys with values"},
		"an escape":           {head + entry + "\"\\e[2J\"\n", "error: this text contains the character U+001B"},
		"turned around":       {head + entry + "\u202eis\n", "error: the character U+202E"},
		"an anchor":           {head + entry + "&a so\n", "an anchor (&a) is not allowed"},
		"twice":               {head + entry + "Sí.\n    reason: {of: a, from: b, to: c}\n", "is here twice"},
		"one key in two ways": {head + entry + "Sí.\n  \"always/reason\":\n    x: {of: a, from: b}\n", "error"},
		"no YAML":             {head + "rule: [", "error: "},
		"nothing at all":      {"", "error: the file is empty"},
		"too large":           {head + entry + strings.Repeat("a", 2<<20), "larger than 2 MiB"},
		"too many":            {head + "rule:\n" + strings.Repeat(" ", 2) + "r: {a: {of: b, from: c}}\n" + numbered("  k%d: {}\n", 2_001), "more than 2000 entries"},
	} {
		t.Run(name, func(t *testing.T) {
			files := foldertest.With("translations/es.yaml", c.text)
			tr, findings, err := folder.ReadTranslation(files, nil, "es")
			if err != nil {
				t.Fatal(err)
			}
			if tr != nil {
				findings = Check(mustRead(t, files, nil), tr)
			}
			if (tr == nil) != (questionnaire.HasErrors(findings) && tr == nil) {
				t.Error("refused without a reason")
			}
			said := foldertest.Listed(findings)
			if c.want != "" && !strings.Contains(said, c.want) || c.want == "" && strings.Contains(said, "error") {
				t.Errorf("found\n%s\nwant %s", said, c.want)
			}
			for _, f := range findings {
				if f.At.File != "translations/es.yaml" {
					t.Errorf("%v is not about the translation", f)
				}
			}
		})
	}
}

func numbered(line string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, line, i)
	}
	return b.String()
}

// TestWhatSheAnswersOrDoesIsNotSaidInOldWords: of a question, an answer, words to say,
// what to do at once and when a line is there, the original is shown as soon as it
// changed, whatever the change. Of all else the old translation still serves.
func TestWhatSheAnswersOrDoesIsNotSaidInOldWords(t *testing.T) {
	q := mustRead(t, foldertest.With("one.yaml", `topic: one
title: One
questions:
  - {id: baby, ask: "Is there a baby?", why: So that you see whom to ask., choose: one, answers: [{id: a, label: There is one, said: I have a baby.}, {id: b, label: There is none}]}
rules:
  - {id: baby, when: {baby: a}, talk-to: doctor, urgency: now, possible-urgency: today, interrupt: true, first: "Call {emergency} now.", reason: A baby., ask: ["Can you look at the baby?"]}
  - {id: always, talk-to: doctor, urgency: today, reason: Because., ask: ["Can we talk?"]}
`), nil)
	exact := map[string]bool{"ask": true, "answer": true, "answer-said": true, "said": true, "state": true, "state-said": true, "first": true, "hours": true, "note": true}
	asked := 0
	for p := range q.Passages() {
		text := p.One()
		if !p.Use.Translated || text.Text == "" {
			continue
		}
		part, _, _ := strings.Cut(text.Field, "/")
		want := exact[part] || p.Use.Emergency
		if want {
			asked++
		}
		was := "Friends, " + text.Text
		tr := &questionnaire.Translation{Language: "es"}
		tr.Add(&questionnaire.Translated{Key: text.Key(), Of: questionnaire.HashOf(was), From: was, To: "Como era"})
		if shown := says(tr, text) != ""; shown == want {
			t.Errorf("%s: the translation of a changed original is shown: %v", text.Key(), shown)
		}
		found := foldertest.Listed(Check(q, tr))
		if told := strings.Contains(found, "the original is shown until then"); told != want {
			t.Errorf("%s: check says that the original is shown: %v", text.Key(), told)
		}
	}
	if asked < 8 {
		t.Errorf("%d texts of the folder are of that kind, too few to be a test", asked)
	}
}
