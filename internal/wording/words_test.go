package wording

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/language"
)

// fields visits every text of the words by the name that code uses for it.
func fields(v reflect.Value, name string, visit func(name, text string)) {
	switch v.Kind() {
	case reflect.String:
		visit(name, v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			fields(v.Field(i), name+"."+v.Type().Field(i).Name, visit)
		}
	}
}

func TestNoTextIsMissing(t *testing.T) {
	fields(reflect.ValueOf(*English()), "", func(name, text string) {
		if text == "" {
			t.Errorf("%s is empty", name)
		}
	})
}

func TestNumbersAreSpokenDigitByDigit(t *testing.T) {
	for text, want := range map[string]string{
		"Call 988 now.":                       "Call 9 8 8 now.",
		"Press 2 for Spanish.":                "Press 2 for Spanish.",
		"TTY: 1-800-487-4889.":                "TTY: 1 8 0 0 4 8 7 4 8 8 9.",
		"call 116 123 at any hour":            "call 1 1 6 1 2 3 at any hour",
		"Open: 24 hours":                      "Open: 24 hours",
		"no number":                           "no number",
		"In letters: 1-833-TLC-MAMA.":         "In letters: 1-833-TLC-MAMA.",
		"Register first at 112.ie. Call 112.": "Register first at 112.ie. Call 1 1 2.",
		"In letters: 1-800-944-4PPD.":         "In letters: 1-800-944-4PPD.",
		"Number checked on 2026-10-01.":       "Number checked on 2026-10-01.",
		"Mon to Fri, 9 to 17, see site":       "Mon to Fri, 9 to 17, see site",
		"In a record of 1 October 2026":       "In a record of 1 October 2026",
		"El 24 de noviembre de 2026.":         "El 24 de noviembre de 2026.",
		"Overnight, call or text 1737.":       "Overnight, call or text 1 7 3 7.",
	} {
		if got := Spoken(text); got != want {
			t.Errorf("Spoken(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestNumbersAreSaidSlowlyInPairs(t *testing.T) {
	for text, want := range map[string]string{
		"Call 988 now.":         "Call 9, 8, 8 now.",
		"call 1-800-487-4889":   "call 1 8, 0 0, 4 8, 7 4, 8 8, 9",
		"text HOME to 741741":   "text HOME to 7 4, 1 7, 4 1",
		"Press 2 on 1 May 2026": "Press 2 on 1 May 2026",
	} {
		if got := Pairs(text); got != want {
			t.Errorf("Pairs(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestPluralsFollowTheLanguage(t *testing.T) {
	w := English()
	for n, want := range map[int]string{1: "about 1 more question", 2: "about 2 more questions", 0: "about 0 more questions"} {
		if got := w.Count(w.Question.Left, n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

// A language has up to six forms; a number of things takes the one that its
// language asks for.
func TestPluralsHaveAllFormsOfTheirLanguage(t *testing.T) {
	var p Plural
	if err := yaml.Unmarshal([]byte("{zero: z, one: o, two: w, few: f, many: m, other: x}"), &p); err != nil {
		t.Fatal(err)
	}
	for form, want := range map[language.Form]string{language.Zero: "z", language.One: "o", language.Two: "w", language.Few: "f", language.Many: "m", language.Other: "x"} {
		if got := p.form(form); got != want {
			t.Errorf("%s: %q, want %q", form, got, want)
		}
	}
	if got := (Plural{One: "o", Other: "x"}).form(language.Few); got != "x" {
		t.Errorf("a form that is not written: %q, want the last", got)
	}
}

// The forms beside one and other are not held to be known by the reader.
func TestPluralsHaveNoOtherKeys(t *testing.T) {
	for _, name := range languages(t) {
		var walk func(v reflect.Value)
		walk = func(v reflect.Value) {
			if v.Kind() != reflect.Struct {
				return
			}
			if p, ok := v.Interface().(Plural); ok {
				for form := range p.Rest {
					if !slices.Contains([]language.Form{language.Zero, language.Two, language.Few, language.Many}, language.Form(form)) {
						t.Errorf("%s: a number asks for no form %q of %q", name, form, p.Other)
					}
				}
				return
			}
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		}
		walk(reflect.ValueOf(*In(name)))
	}
}

// TestNamesAreJoinedAsTheyAreSaid: "litio e ibuprofeno", for "y ibuprofeno" is said by
// nobody; but "y hierba", which does not sound like it.
func TestNamesAreJoinedAsTheyAreSaid(t *testing.T) {
	es := In("es")
	for want, names := range map[string][]string{
		"litio":                          {"litio"},
		"litio y sertralina":             {"litio", "sertralina"},
		"litio e ibuprofeno":             {"litio", "ibuprofeno"},
		"litio e Hidroxizina":            {"litio", "Hidroxizina"},
		"litio y hierba de San Juan":     {"litio", "hierba de San Juan"},
		"litio y hierro":                 {"litio", "hierro"},
		"litio y yodo":                   {"litio", "yodo"},
		"litio, quetiapina e imipramina": {"litio", "quetiapina", "imipramina"},
	} {
		if got := es.Listed(names); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := English().Listed([]string{"lithium", "ibuprofen"}); got != "lithium and ibuprofen" {
		t.Error(got)
	}
}

// TestWhatIsOnHerListAgreesWithOneAndWithMany: a cold remedy puts several on it at once.
func TestWhatIsOnHerListAgreesWithOneAndWithMany(t *testing.T) {
	for tag, want := range map[string][2]string{"en": {" is ", " are "}, "es": {" está ", " están "}} {
		w := In(tag)
		for n, verb := range want {
			if said := w.Count(w.Medicines.Put, n+1); !strings.Contains(said, verb) {
				t.Errorf("%s, of %d: %s", tag, n+1, said)
			}
		}
	}
}
