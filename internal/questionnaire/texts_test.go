package questionnaire_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// small is a questionnaire that uses every key of the format, as a test of package
// folder holds.
func small(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(os.DirFS("../folder/testdata/small"), nil)
	if q == nil {
		t.Fatal(err, findings)
	}
	return q
}

// Why a string of the nouns is not a text that somebody sees.
const (
	anID          = "an id: the reader takes small letters, digits and hyphens, and it is printed for whoever keeps the questionnaire"
	aReference    = "the reader takes only what the questionnaire defines elsewhere"
	aChoice       = "one of a few words, to which the program has words of its own"
	aPlace        = "where something was written"
	aFacilitators = "no folder has it: a facilitator brings it for one session, and it is checked as what she says aloud"
	ofANameOnly   = "it must be a name of a listed medicine, and those are in the list"
)

var noTexts = map[string]string{
	"HelpLine.Source":  "it is the source of the newest of its records, which are listed",
	"Local.Law":        aFacilitators,
	"Local.QuietPlace": aFacilitators,
	"Renumbered.Says":  "what a line of the folder says of its number, and stands there as a text",
	"Foreign.Folder":   "the folder's name, which the program shows as its own words",
	"Questionnaire.ID": anID, "Topic.ID": anID, "Question.ID": anID, "Answer.ID": anID, "Rule.ID": anID, "Clinician.ID": anID, "Education.ID": anID,
	"Region.ID": anID, "HelpLine.ID": anID, "Source.ID": anID, "Class.ID": anID, "Promise.ID": anID, "Scenario.ID": anID, "Saying.ID": anID,
	"Plan.ID": anID, "PlanStep.ID": anID, "DistressStep.ID": anID, "Disclosure.ID": anID,
	"Named.ID": anID, "Order.ID": anID, "Phrase.ID": anID, "OutsideList.ID": anID,
	"Test.Of": aReference, "Grade.ID": aReference, "Medicine.OneOf": aReference, "Person.Others": aReference, "Formulary.LookAlikes": ofANameOnly,
	"HelpLine.Kind": aChoice, "HelpLine.Also": aChoice, "Evidence.Kind": aChoice, "HelpLine.InsteadOf": aReference, "Source.Read": aChoice, "Rule.Lines": aChoice, "Clinician.Lines": aChoice, "DistressStep.Lines": aChoice, "Clinician.Line": aChoice, "LocalNames.Region": aReference,
	"PhraseWords.Language": "the short name of a language, which the reader takes only in small letters, digits and hyphens",
	"PhraseWords.Words":    "a pattern that texts are searched for; nobody is shown it but whoever keeps the questionnaire",
	"ListedName.Name":      "a name that a list is compared by; nobody is shown it but whoever keeps the questionnaire",
	"ListReason.Why":       "why a list and a class differ; nobody is shown it but whoever keeps the questionnaire",
	"Position.File":        aPlace,
	"Opening.Zone":         "the name of a time zone: the reader takes only letters and slashes",
	"Review.Seen":          "a mark, which the reader compares with the words", "Translated.Key": aReference, "Translated.Of": "a mark, which the reader compares with the original", "Translated.From": "the original as it was; nobody is shown it",
	"Translated.To":        "it is laid into the text that it translates, and checked there",
	"Translation.Language": "the name of its file, which the reader takes only in small letters, digits and hyphens",
}

// opaque are types whose fields nobody outside can look at, each with the reason why
// no text hides there.
var opaque = map[string]string{
	"Time":  "a day",
	"Typed": "what a person of a scenario calls a medicine stands in Scenario.Called as well, or is a name of the list",
}

// TestEveryTextIsListed goes through all that a questionnaire holds, so that a text
// which is added to the nouns later is not forgotten: it must be listed, or be
// named above with a reason.
func TestEveryTextIsListed(t *testing.T) {
	q := translated(t)
	q.Foreign = &questionnaire.Foreign{Folder: "mine", Renumbered: []questionnaire.Renumbered{{Region: q.Regions[0], Line: q.Regions[0].Lines[0], Says: "press 9"}}}
	q.Workshop.Local = &questionnaire.Local{Law: "A", QuietPlace: "B"}
	listed := map[*string]bool{}
	for p := range q.Passages() {
		if listed[p.Words] {
			t.Errorf("%v is listed twice", p)
		}
		listed[p.Words] = true
	}
	met := map[string]bool{}
	eachString(reflect.ValueOf(q), func(name string, s *string) {
		if *s != "" {
			met[name] = true
		}
		if listed[s] == (noTexts[name] != "") {
			t.Errorf("%s (%q): in the list of texts or exempt from it, one of the two", name, *s)
		}
		delete(listed, s)
	})
	for s := range listed {
		t.Errorf("%q is listed and no string of the nouns", *s)
	}
	fields := map[string]bool{}
	stringFields(reflect.TypeOf(q), map[reflect.Type]bool{}, fields)
	for name := range fields {
		if !met[name] {
			t.Errorf("%s: testdata/small has none, so that nothing is shown", name)
		}
	}
	for name := range noTexts {
		if !fields[name] {
			t.Errorf("%s is exempt, and there is no such string", name)
		}
	}
}

// translated is the small questionnaire with its translation, which belongs to it.
func translated(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	q := small(t)
	tr, findings, err := folder.ReadTranslation(os.DirFS("../folder/testdata/small"), nil, "es")
	if tr == nil {
		t.Fatal(err, findings)
	}
	q.Translated = tr
	return q
}

// eachString calls visit for every exported string beneath a noun, with the name
// of its type and field.
func eachString(v reflect.Value, visit func(name string, s *string)) {
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
			open := false
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					open = true
					walk(v.Field(i), v.Type().Name()+"."+f.Name)
				}
			}
			if !open && opaque[v.Type().Name()] == "" {
				panic(name + ": what is in a " + v.Type().Name() + " is not looked at")
			}
		case reflect.Map, reflect.Interface:
			// Nothing keeps texts in one yet; whoever is the first teaches this walk.
			panic(name + ": what is in a " + v.Kind().String() + " is not looked at")
		case reflect.Array:
			for i := range v.Len() {
				walk(v.Index(i), name)
			}
		case reflect.String:
			visit(name, v.Addr().Convert(reflect.TypeFor[*string]()).Interface().(*string))
		}
	}
	walk(v, "")
}

// stringFields are the names of all string fields that a type leads to.
func stringFields(t reflect.Type, seen map[reflect.Type]bool, fields map[string]bool) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || seen[t] {
		return
	}
	seen[t] = true
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		of := f.Type
		for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
			of = of.Elem()
		}
		if of.Kind() == reflect.String {
			fields[t.Name()+"."+f.Name] = true
		}
		stringFields(of, seen, fields)
	}
}

// TestEveryTextCanBeTranslated: whatever the list says is translated is, and
// nothing else.
func TestEveryTextCanBeTranslated(t *testing.T) {
	q := small(t)
	fresh := q.Retold(q.Language, func(text questionnaire.OneText) string { return "[" + text.Text + "]" })
	for p := range fresh.Passages() {
		if strings.HasPrefix(*p.Words, "[") != p.Use.Translated {
			t.Errorf("%v: %q", p, *p.Words)
		}
	}
	kinds := map[string]bool{}
	for _, text := range q.Texts() {
		kinds[text.Kind] = true
	}
	for _, kind := range folder.FileKinds {
		if kind.Name != "translation" {
			continue
		}
		for _, key := range kind.Keys.Keys {
			if entries := key.Form == folder.Entries || key.Form == folder.EntriesOfOne; entries && !kinds[key.Name] {
				t.Errorf("a translation has a part %q, and no text is in it", key.Name)
			}
			delete(kinds, key.Name)
		}
	}
	for kind := range kinds {
		t.Errorf("texts of %q are translated, and a translation has no such part", kind)
	}
}

// TestNamesOfTextsAreTheirOwn: a translation knows a text by its name.
func TestNamesOfTextsAreTheirOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, text := range small(t).Texts() {
		if seen[text.Key()] {
			t.Errorf("two texts are called %q", text.Key())
		}
		seen[text.Key()] = true
	}
}

// TestACopyIsWhole: a translated questionnaire has everything that the original
// has, in the same places, and shares nothing with it that a translation changes.
func TestACopyIsWhole(t *testing.T) {
	q, old := small(t), small(t)
	fresh := q.Retold(q.Language, func(questionnaire.OneText) string { return "" })
	if !reflect.DeepEqual(q, fresh) {
		t.Error("the copy differs")
	}
	fresh = q.Retold("other", func(questionnaire.OneText) string { return "other" })
	if !reflect.DeepEqual(q, old) {
		t.Error("the original changed with its copy")
	}
	// Whatever a noun or a condition of the copy refers to is the copy's own.
	originals := map[*string]questionnaire.Passage{}
	for p := range q.Passages() {
		if p.Use.Translated {
			originals[p.Words] = p
		}
	}
	eachString(reflect.ValueOf(fresh), func(name string, s *string) {
		if p, shared := originals[s]; shared {
			t.Errorf("%s of the copy is that of the original: %v", name, p)
		}
	})
}
