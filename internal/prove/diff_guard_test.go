package prove

import (
	"fmt"
	"os"
	"reflect"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Why a field of the nouns is not compared by itself.
const (
	isAPlace   = "where something was written"
	isAnIndex  = "a place in a list, and the order of each list is compared"
	isALookup  = "gathered from what is compared"
	isTheSame  = "the same list a second time: a noun of a topic stands in the topic"
	comesFrom  = "what the reader makes of what is written, which is compared"
	ofProgram  = "what comes with the program, the same for both"
	isReadBack = "how she reads back her own reply; no file can write it, and nothing follows from it"
	notWritten = "only a questionnaire that is shown in another language has one; its translations are compared as files"
)

// notCompared are the fields that may change in silence.
var notCompared = map[string]string{
	"Questionnaire.LanguageAt": isAPlace, "Expectation.NoMoreAt": isAPlace, "Translation.LanguageAt": isAPlace,
	"Question.Index": isAnIndex, "Rule.Index": isAnIndex, "Clinician.Index": isAnIndex, "Medicine.Index": isAnIndex, "Named.Index": isAnIndex,
	"Test.Want": comesFrom, "Test.WantNotSure": comesFrom, "Test.WantPreferNotToSay": comesFrom, "Test.WantNone": comesFrom, "Test.WantUnlisted": comesFrom, "Test.May": comesFrom,
	"Grade.Kind": comesFrom, "Grade.Place": comesFrom, "Grade.Medicines": comesFrom,
	"Rule.TalkTo":             comesFrom,
	"Questionnaire.Questions": isTheSame, "Questionnaire.Rules": isTheSame, "Questionnaire.Education": isTheSame, "Questionnaire.Promises": isTheSame, "Questionnaire.Orders": isTheSame,
	"Questionnaire.Translated": notWritten,
	"Translation.Inherited":    ofProgram,
	"HelpLine.Source":          comesFrom,
	"Taken.Declined":           isReadBack,
}

// lookedInto are lists into which others look by place, and the places.
var lookedInto = map[string]bool{
	"Question.Answers": true, "Question.States": true, "Formulary.Medicines": true, "Reply.Answers": true, "Taken.Medicine": true, "Taken.State": true,
	"Reply.Kind": true,
}

// TestNothingIsChangedInSilence changes every value of a questionnaire that uses
// every key, one at a time, and wants each change told. So whatever is added to the
// nouns later is compared, or named above with a reason.
func TestNothingIsChangedInSilence(t *testing.T) {
	old := smallEdition(t)
	if c := Compare(old, smallEdition(t)); !c.Nothing() {
		t.Fatalf("nothing changed, and %d differences are told: %+v", len(c.Written), c.Written)
	}
	before := writtenIn(old)
	used := map[string]bool{}
	changed := 0
	new := smallEdition(t)
	broken := map[string]bool{}
	look := func(name string) bool {
		defer func() { // a list is cut that others look into by place: the reader makes no such thing
			if recover() != nil {
				broken[name] = true
			}
		}()
		after := writtenIn(new)
		return len(rewritten(before, after, namesOfBoth(old.Questionnaire, new.Questionnaire, before, after))) > 0
	}
	eachValue(reflect.ValueOf(&new).Elem(), func(name string, v reflect.Value) bool {
		if notCompared[name] != "" {
			used[name] = true
			return false
		}
		if v.Type() == reflect.TypeFor[questionnaire.Position]() {
			return false
		}
		if c, is := v.Interface().(questionnaire.Condition); is && c.Named != nil {
			return false // it stands for its condition, which is compared where it is named
		}
		if name == "Condition.Op" && (v.Uint() != uint64(questionnaire.All) && v.Uint() != uint64(questionnaire.Any)) {
			return true // an atom or a "not" is not made another kind of condition by one value
		}
		if name == "Condition.Parts" && v.Kind() == reflect.Slice && v.Len() == 1 {
			return true // nor does one stand without its only part
		}
		if v.Kind() == reflect.Slice && (v.Type().Elem().Kind() == reflect.Bool || name == "Reply.Answers") {
			return true // by the places of another list, or not without any
		}
		back, ok := otherwiseValue(v)
		if !ok {
			return true
		}
		changed++
		if !look(name) && !broken[name] {
			t.Errorf("%s is changed to %v, and that is not told", name, v)
		}
		v.Set(back)
		return true
	})
	if look("nothing") {
		t.Error("not everything was put back")
	}
	for name := range broken {
		if !lookedInto[name] {
			t.Errorf("%s cannot be changed alone", name)
		}
	}
	if changed < 400 {
		t.Errorf("only %d values were changed", changed)
	}
	for name := range notCompared {
		if !used[name] {
			t.Errorf("%s is exempt, and there is no such field", name)
		}
	}
}

func smallEdition(t *testing.T) Edition {
	t.Helper()
	files := os.DirFS("../folder/testdata/small")
	q, findings, err := folder.Read(files, nil)
	if q == nil {
		t.Fatal(err, findings)
	}
	es, findings, err := folder.ReadTranslation(files, nil, "es")
	if es == nil {
		t.Fatal(err, findings)
	}
	return Edition{q, []*questionnaire.Translation{es}}
}

// eachValue visits every exported field beneath a value, once, with the name of its
// type; visit tells whether to go on within it.
func eachValue(root reflect.Value, visit func(name string, v reflect.Value) bool) {
	seen := map[any]bool{}
	var walk func(name string, v reflect.Value)
	walk = func(name string, v reflect.Value) {
		if v.CanAddr() && !visit(name, v) {
			return
		}
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() && !seen[v.Interface()] {
				seen[v.Interface()] = true
				walk(name, v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(name, v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					walk(v.Type().Name()+"."+v.Type().Field(i).Name, v.Field(i))
				}
			}
		}
	}
	walk("", root)
}

// otherwiseValue changes a value that is not made of others, or a list: it loses
// its last. It returns what was there.
func otherwiseValue(v reflect.Value) (back reflect.Value, ok bool) {
	back = reflect.New(v.Type()).Elem()
	back.Set(v)
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "x")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int:
		v.SetInt(v.Int() + 1)
	case reflect.Uint8:
		v.SetUint((v.Uint() + 1) % 2)
	case reflect.Slice:
		if v.Len() == 0 {
			return back, false
		}
		v.Set(v.Slice(0, v.Len()-1))
	case reflect.Struct:
		if v.Type() != reflect.TypeFor[time.Time]() {
			return back, false
		}
		v.Set(reflect.ValueOf(v.Interface().(time.Time).AddDate(0, 0, 1)))
	default:
		return back, false
	}
	return back, true
}

// TestReorderedIsTold: what stands in another order is told, and nothing else.
func TestReorderedIsTold(t *testing.T) {
	old := smallEdition(t)
	before := writtenIn(old)
	lists := 0
	new := smallEdition(t)
	eachValue(reflect.ValueOf(&new).Elem(), func(name string, v reflect.Value) bool {
		if notCompared[name] != "" {
			return false
		}
		if v.Kind() != reflect.Slice || v.Len() < 2 || v.Type().Elem().Kind() == reflect.Bool {
			return true
		}
		lists++
		swap := reflect.Swapper(v.Interface())
		swap(0, 1)
		after := writtenIn(new)
		if got := rewritten(before, after, namesOfBoth(old.Questionnaire, new.Questionnaire, before, after)); len(got) == 0 && !orderless[name] {
			t.Errorf("%s is put in another order, and that is not told: %v", name, fmt.Sprint(v))
		}
		swap(0, 1)
		return true
	})
	if lists < 20 {
		t.Errorf("only %d lists", lists)
	}
}

// orderless are lists whose order nobody sees.
var orderless = map[string]bool{"Translation.Entries": true, "Phrase.Words": true, "Person.Answers": true}
