package wording

import (
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// maintainers are sections that only maintainers read, in English.
var maintainers = []string{"Preview"}

// alone are the words of a language without the English ones beneath.
func alone(t *testing.T, language string) *Words {
	t.Helper()
	data, err := files.ReadFile(language + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	w := new(Words)
	if err := read(w, data); err != nil {
		t.Fatal(err)
	}
	return w
}

// everyText visits all texts by their names, those of maps too.
func everyText(w *Words, visit func(name, text string)) {
	var walk func(v reflect.Value, name string)
	walk = func(v reflect.Value, name string) {
		switch v.Kind() {
		case reflect.String:
			visit(strings.TrimPrefix(name, "."), v.String())
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i), name+"."+v.Type().Field(i).Name)
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), name+"."+strconv.Itoa(i+1))
			}
		case reflect.Map:
			for _, key := range v.MapKeys() {
				walk(v.MapIndex(key), name+"."+key.String())
			}
		}
	}
	walk(reflect.ValueOf(*w), "")
}

func languages(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(files, "*.yaml")
	if err != nil || len(names) < 2 {
		t.Fatal(names, err)
	}
	var all []string
	for _, name := range names {
		if name != "en.yaml" {
			all = append(all, strings.TrimSuffix(name, ".yaml"))
		}
	}
	return all
}

// TestNothingIsMissingInAnyLanguage also holds that what the program fills in is
// there to be filled in.
func TestNothingIsMissingInAnyLanguage(t *testing.T) {
	place := regexp.MustCompile(`\{[a-z-]+\}`)
	for _, language := range languages(t) {
		said := map[string]string{}
		everyText(alone(t, language), func(name, text string) { said[name] = text })
		everyText(English(), func(name, text string) {
			section, _, _ := strings.Cut(name, ".")
			if slices.Contains(maintainers, section) || text == "" || strings.HasPrefix(name, "Plain.Typed.") { // the last stand in internal/language
				return
			}
			if said[name] == "" {
				t.Errorf("%s: %s is missing; its original: %q", language, name, text)
				return
			}
			a, b := place.FindAllString(text, -1), place.FindAllString(said[name], -1)
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(a, b) {
				t.Errorf("%s: %s has %v to fill in, not %v", language, name, b, a)
			}
			delete(said, name)
		})
	}
}

// TestWhatIsMissingIsEnglish: field by field, and never a key or a gap.
func TestWhatIsMissingIsEnglish(t *testing.T) {
	w := must("en")
	if err := read(w, []byte("language: xx\nanswer: {not-sure: Hm}\nlanguages: {es: Hm}\n")); err != nil {
		t.Fatal(err)
	}
	if w.Answer.NotSure != "Hm" || w.Answer.PreferNotToSay != English().Answer.PreferNotToSay {
		t.Errorf("%q, %q", w.Answer.NotSure, w.Answer.PreferNotToSay)
	}
	if w.Languages["es"] != "Hm" || w.Languages["en"] != English().Languages["en"] {
		t.Errorf("%v", w.Languages)
	}
	if In("xx") != English() || In("../en") != English() || In("") != English() {
		t.Error("a language without words is not English")
	}
	if err := read(new(Words), []byte("answr: {}\n")); err == nil {
		t.Error("a key that nobody knows was taken")
	}
}

func TestTheEnvironmentAsksForALanguage(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string // with spaces between
	}{
		{map[string]string{"LANG": "es_MX.UTF-8"}, "es"},
		{map[string]string{"LANG": "en_GB", "LC_ALL": "es_ES.UTF-8@euro"}, "es"},
		{map[string]string{"LANG": "en_GB", "LC_MESSAGES": "es"}, "es"},
		{map[string]string{"LANG": "es_ES", "LC_ALL": "C"}, "c"},
		{map[string]string{"LANG": "es-419"}, "es"},
		{map[string]string{"LANG": "en_GB.UTF-8", "LANGUAGE": "es:en"}, "es en"},
		{map[string]string{"LANG": "en_GB.UTF-8", "LANGUAGE": "pt_BR::es_MX"}, "pt es"},
		{map[string]string{"LANG": "en_GB.UTF-8", "LANGUAGE": ":"}, "en"},
		{map[string]string{"LC_ALL": "C", "LANGUAGE": "es"}, "c"},
		{map[string]string{"LANGUAGE": "es"}, ""}, // without a locale gettext does not look at it either
		{nil, ""},
	} {
		if got := strings.Join(Wanted(func(name string) string { return c.env[name] }), " "); got != c.want {
			t.Errorf("%v: %q, want %q", c.env, got, c.want)
		}
	}
}

func TestALanguageOffersItselfInItsOwnWords(t *testing.T) {
	for language, want := range map[string]string{"en": "English", "es": "Español", "xx": "xx"} {
		if got := LanguageOf(language).OwnName; got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
	all := []Language{LanguageOf("en"), LanguageOf("es")}
	if After(all, "en").Tag != "es" || After(all, "es").Tag != "en" {
		t.Error("the languages do not follow one another in a ring")
	}
}

func TestSpanishPlurals(t *testing.T) {
	w := In("es")
	for n, want := range map[int]string{1: "queda 1 pregunta", 2: "quedan 2 preguntas", 0: "quedan 0 preguntas"} {
		if got := w.Count(w.Question.Left, n); !strings.HasPrefix(got, want) {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
