package questionnaire

import (
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// oneTranslation is of the folder that folderOf makes.
var oneTranslation = translationOf("language: es\nreviewed: []\n",
	"questionnaire/title", "Tiny", "Pequeño",
	"questionnaire/welcome", "Hello.", "Hola.",
	"rule/always/reason", "Because.", "Porque sí.",
	"medicine/sertraline/generic", "sertraline", "sertralina",
)

// translationOf writes entries of key, original and translation.
func translationOf(head string, entries ...string) string {
	var b strings.Builder
	b.WriteString(head)
	for i := 0; i < len(entries); i += 3 {
		parts := strings.SplitN(entries[i], "/", 3)
		for depth, part := range parts {
			fmt.Fprintf(&b, "%s%q:\n", strings.Repeat("  ", depth), part)
		}
		in := strings.Repeat("  ", len(parts))
		fmt.Fprintf(&b, "%sof: %q\n%sfrom: %q\n%sto: %q\n", in, HashOf(entries[i+1]), in, entries[i+1], in, entries[i+2])
	}
	// Each kind stands once.
	return regexp.MustCompile(`(?m)^"questionnaire":\n(  "welcome")`).ReplaceAllString(b.String(), "$1")
}

func translated(t *testing.T, folder, defaults fs.FS) (*Questionnaire, *Translation) {
	t.Helper()
	q := mustRead(t, folder, defaults)
	tr, findings, err := ReadTranslation(folder, defaults, "es")
	if tr == nil {
		t.Fatalf("%v\n%s", err, listed(findings))
	}
	return q, tr
}

func TestATranslationSaysTheSameInOtherWords(t *testing.T) {
	q, tr := translated(t, folderOf("translations/es.yaml", oneTranslation), nil)
	es := q.In(tr)
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
	for _, name := range []string{"sertralina", "Sertralína", "sertraline", "zoloft"} {
		if found := es.Formulary.Called(name); len(found) != 1 || found[0] != es.Formulary.Medicines[0] {
			t.Errorf("%q finds %v", name, found)
		}
	}
}

func TestTheCoverIsReadWithoutTheRest(t *testing.T) {
	folder := folderOf("translations/es.yaml", oneTranslation+"question: [this is broken")
	if c := ReadCoverIn(folder, "es"); c.Title != "Pequeño" || c.Welcome != "Hola." || c.Translated == nil {
		t.Errorf("%+v", c)
	}
	if c := ReadCoverIn(folder, "fr"); c.Title != "Tiny" {
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
		text := translationOf("language: es\nreviewed: []\n", "rule/always/reason", was, "Porque sí.")
		q, tr := translated(t, folderOf("translations/es.yaml", text), nil)
		if got := q.In(tr).Rules[0].Reason; got != want {
			t.Errorf("of %q: %q, want %q", was, got, want)
		}
	}
}

func TestInheritedTextsAreTranslatedWhereTheyComeFrom(t *testing.T) {
	defaults := folderOf("translations/es.yaml", translationOf("language: es\nreviewed: []\n",
		"clinician/doctor/name", "Your doctor", "Tu médica", "rule/always/reason", "Because.", "Porque sí."))
	// A folder inherits the workshop too, which this one has not.
	defaults["workshop.yaml"] = &fstest.MapFile{Data: []byte("agreements: []\n")}
	folder := fstest.MapFS{
		"questionnaire.yaml":   defaults["questionnaire.yaml"],
		"one.yaml":             {Data: []byte(strings.Replace(minimalTopic, "Because.", "It is my own.", 1))},
		"translations/es.yaml": {Data: []byte("language: es\nreviewed: []\n")},
	}
	q, tr := translated(t, folder, defaults)
	es := q.In(tr)
	if es.Clinicians[0].Name != "Tu médica" {
		t.Errorf("the inherited clinician is %q", es.Clinicians[0].Name)
	}
	if es.Rules[0].Reason != "It is my own." {
		t.Errorf("the folder's own rule says %q, as the default's does", es.Rules[0].Reason)
	}
	for _, w := range tr.Work(q) {
		if w.Text.Kind == "clinician" && w.Text.Field == "name" {
			t.Error("an inherited translation counts as missing")
		}
	}
}

func TestWhatIsWrongWithATranslationIsFound(t *testing.T) {
	head := "language: es\nreviewed: []\n"
	entry := "rule:\n  always:\n    reason:\n      of: " + HashOf("Because.") + "\n      from: Because.\n      to: "
	for name, c := range map[string]struct{ text, want string }{
		"sound":               {oneTranslation, ""},
		"a changed original":  {translationOf(head, "rule/always/reason", "Because so.", "Porque sí."), "5:5: warning: the original of \"rule/always/reason\" has changed"},
		"nothing yet":         {head + entry + "\n", "5:5: warning: \"rule/always/reason\" is not translated; its original: \"Because.\""},
		"no such text":        {translationOf(head, "rule/allways/reason", "Because.", "Porque sí."), "error: no text of this questionnaire is called \"rule/allways/reason\"; did you mean \"rule/always/reason\"?"},
		"no such kind":        {head + "rules: {}\n", "3:1: error: a translation has no key \"rules\"; did you mean \"rule\"?"},
		"another mark":        {strings.Replace(oneTranslation, HashOf("Because."), "00000000", 1), "error: \"00000000\" is not the mark of this original"},
		"a lost place":        {translationOf(head, "rule/always/reason", "Call {emergency}.", "Llama."), "error: \"rule/always/reason\" must have the same words in braces"},
		"another number":      {translationOf(head, "rule/always/reason", "Because.", "Porque 988."), "warning: \"rule/always/reason\" has other numbers"},
		"another language":    {strings.Replace(oneTranslation, "language: es", "language: fr", 1), "1:11: error: the language is called \"fr\" and its file \"es.yaml\""},
		"nobody reviews":      {"language: es\n" + entry + "sí\n", "1:1: error: a translation has no \"reviewed\""},
		"a list of entries":   {head + "rule: []\n", "3:7: error: \"rule\" of a translation must be keys with values"},
		"an entry of text":    {head + "rule: {always: {reason: Porque}}\n", "error: an entry of a translation must be keys with values"},
		"an escape":           {head + entry + "\"\\e[2J\"\n", "error: this text contains the character U+001B"},
		"turned around":       {head + entry + "\u202eis\n", "error: the character U+202E"},
		"an anchor":           {head + entry + "&a so\n", "an anchor (&a) is not allowed"},
		"twice":               {head + entry + "Sí.\n    reason: {of: a, from: b, to: c}\n", "stands here for the second time"},
		"one key in two ways": {head + entry + "Sí.\n  \"always/reason\":\n    x: {of: a, from: b}\n", "error"},
		"no YAML":             {head + "rule: [", "error: "},
		"nothing at all":      {"", "error: the file is empty"},
		"too large":           {head + entry + strings.Repeat("a", maxTranslationBytes), "larger than 2 MiB"},
		"too many":            {head + "rule:\n" + strings.Repeat(" ", 2) + "r: {a: {of: b, from: c}}\n" + numbered("  k%d: {}\n", 2_001), "more than 2000 entries"},
	} {
		t.Run(name, func(t *testing.T) {
			folder := folderOf("translations/es.yaml", c.text)
			tr, findings, err := ReadTranslation(folder, nil, "es")
			if err != nil {
				t.Fatal(err)
			}
			if tr != nil {
				findings = tr.Check(mustRead(t, folder, nil))
			}
			if (tr == nil) != (HasErrors(findings) && tr == nil) {
				t.Error("refused without a reason")
			}
			said := listed(findings)
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

func TestATranslationThatIsNotReadIsTold(t *testing.T) {
	folder := folderOf("translations/es.yaml", oneTranslation)
	for name, want := range map[string]string{
		"es.yml": "rename it to es.yaml", "Español.yaml": "name it like es.yaml", "en.yaml": "is written in this language",
		"readme.txt": "", ".es.yaml.swp": "", "pt-br.yaml": "",
	} {
		folder["translations/"+name] = &fstest.MapFile{Data: []byte(oneTranslation)}
		found := UnreadTranslations(mustRead(t, folder, nil), folder)
		if want == "" && len(found) > 0 || want != "" && (len(found) != 1 || !strings.Contains(found[0].Message, want)) {
			t.Errorf("%s: %v, want %q", name, found, want)
		}
		delete(folder, "translations/"+name)
	}
}

func numbered(line string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, line, i)
	}
	return b.String()
}

// TestEveryTextCanBeTranslated goes through all that a questionnaire holds, so
// that a text which is added to the model later is not forgotten: it must be
// listed, or be named here as none that a translation may change.
func TestEveryTextCanBeTranslated(t *testing.T) {
	others := map[string]bool{}
	for _, name := range strings.Fields(`Questionnaire.ID Questionnaire.Version Questionnaire.Language Topic.ID Question.ID Answer.ID
		Rule.ID Rule.Lines Clinician.ID Clinician.Lines Education.ID Review.By Region.ID HelpLine.ID HelpLine.Kind HelpLine.Call
		HelpLine.Text HelpLine.TextWord HelpLine.URL HelpLine.Languages HelpLine.Source Source.ID Source.Title Source.By Source.Year
		Source.Where Source.URL Source.Read Class.ID Medicine.Also Medicine.Brands Formulary.LookAlikes Position.File Test.Of
		Promise.ID Scenario.ID Person.Others Expected.ID Saying.ID Plan.ID PlanStep.ID DistressStep.ID Disclosure.ID`) {
		others[name] = true
	}
	q := mustRead(t, os.DirFS("testdata/small"), nil)
	q.eachText(func(_ OneText, text *string) { *text = "[" + *text + "]" })
	seen := map[any]bool{}
	var walk func(v reflect.Value, name string)
	walk = func(v reflect.Value, name string) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() && !seen[v.Interface()] {
				seen[v.Interface()] = true
				walk(v.Elem(), name)
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), name)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() && f.Type.Name() != "Time" {
					walk(v.Field(i), v.Type().Name()+"."+f.Name)
				}
			}
		case reflect.String:
			if s := v.String(); others[name] == strings.HasPrefix(s, "[") && s != "" {
				t.Errorf("%s (%q): translated or named above, one of the two", name, s)
			}
		}
	}
	walk(reflect.ValueOf(q), "")
}

// TestACopyIsWhole: a translated questionnaire has everything that the original
// has, in the same places, and shares nothing with it that a translation changes.
func TestACopyIsWhole(t *testing.T) {
	q := mustRead(t, os.DirFS("testdata/small"), nil)
	old := mustRead(t, os.DirFS("testdata/small"), nil)
	q.Formulary.called, old.Formulary.called = nil, nil
	fresh := q.copied()
	if !reflect.DeepEqual(q, fresh) {
		t.Error("the copy differs")
	}
	fresh.eachText(func(_ OneText, text *string) { *text = "other" })
	if !reflect.DeepEqual(q, old) {
		t.Error("the original changed with its copy")
	}
	for i, r := range fresh.Rules {
		r.When.Atoms(func(c *Condition) {
			if !slices.Contains(fresh.Questions, c.Atom.Question) {
				t.Errorf("a condition of %s looks at a question of the original", q.Rules[i].ID)
			}
		})
	}
}
