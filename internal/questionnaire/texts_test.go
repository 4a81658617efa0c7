package questionnaire_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// small is a questionnaire that uses every key of the format once.
func small(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(os.DirFS("../folder/testdata/small"), nil)
	if q == nil {
		t.Fatal(err, findings)
	}
	return q
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
	q := small(t)
	q = q.Retold(q.Language, func(text questionnaire.OneText) string { return "[" + text.Text + "]" })
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
	q, old := small(t), small(t)
	fresh := q.Retold(q.Language, func(questionnaire.OneText) string { return "" })
	if !reflect.DeepEqual(q, fresh) {
		t.Error("the copy differs")
	}
	fresh = q.Retold("other", func(questionnaire.OneText) string { return "other" })
	if !reflect.DeepEqual(q, old) {
		t.Error("the original changed with its copy")
	}
	for i, r := range fresh.Rules {
		r.When.Atoms(func(c *questionnaire.Condition) {
			if !slices.Contains(fresh.Questions, c.Atom.Question) {
				t.Errorf("a condition of %s looks at a question of the original", q.Rules[i].ID)
			}
		})
	}
}
