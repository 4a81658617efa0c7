package language

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// A language is a folder: each that is there has all its files, and they can be
// read. Whoever adds one hears here what is missing.
func TestEveryLanguageIsWhole(t *testing.T) {
	if tags := Tags(); !slices.Contains(tags, "en") || !slices.Contains(tags, "es") {
		t.Errorf("the languages are %v", tags)
	}
	for _, l := range All() {
		t.Run(l.Tag(), func(t *testing.T) {
			for _, name := range []string{Dose, StopMedicine, Banned} {
				if len(l.Patterns(name).Groups) == 0 {
					t.Errorf("%s.yaml finds nothing", name)
				}
			}
			r := l.Reading()
			if _, known := Formulas[r.Measure.Formula]; !known {
				t.Errorf("there is no formula %q", r.Measure.Formula)
			}
			if r.Measure.From == 0 || r.Measure.Warning == 0 || r.Measure.Error == 0 {
				t.Errorf("the measure %+v lacks a limit", r.Measure)
			}
			for _, limit := range []int{r.Limits.Sentence, r.Limits.EmergencySentence, r.Limits.Average, r.Limits.HardWord, r.Limits.Ask, r.Limits.Why, r.Limits.Label, r.Limits.Education} {
				if limit == 0 {
					t.Errorf("the limits %+v lack one", r.Limits)
				}
			}
			typed := reflect.ValueOf(l.Typed())
			for i := range typed.NumField() {
				if typed.Field(i).IsZero() {
					t.Errorf("commands.yaml has no words for %s", typed.Type().Field(i).Name)
				}
			}
			if w := l.Words(); len(w.Abbreviations) == 0 || len(w.Counted) == 0 || len(w.Dial) == 0 {
				t.Errorf("words.yaml lacks a list")
			}
			for sign := range l.Words().Address {
				if !slices.Contains([]string{"at", "sign", "dot", "stop", "slash", "colon", "visit", "named", "called", "no-name"}, sign) {
					t.Errorf("words.yaml has words for %q of an address, which nothing reads", sign)
				}
			}
		})
	}
}

func TestOf(t *testing.T) {
	for tag, want := range map[string]string{"en": "en", "en-GB": "en", "ES": "es", "es_MX.UTF-8": "es", "es-419": "es", "xx": "", "klingon": "", "": "", "..": "", "en/..": ""} {
		l, ok := Of(tag)
		if ok != (want != "") || ok && l.Tag() != want {
			t.Errorf("%q: got %v, %v", tag, l, ok)
		}
	}
}

// A new language needs no Go.
func TestALanguageIsAFolder(t *testing.T) {
	l := newLanguage("xx", fstest.MapFS{
		"verbs.yaml":     {Data: []byte("classes:\n  a: {order: [a, e], whole: [ar]}\ntails: {whole: [lo]}\nverbs:\n  stop: [dej-a, quit-a eso]\n")},
		"dose.yaml":      {Data: []byte("lists:\n  small: [poco]\n  much: [mucho, \"[small]\"]\n  halt: [\"[stop.order]\", alto]\ngroups: {}\n")},
		"syllables.yaml": {Data: []byte("count: '[aeiou]'\nless: [{find: 'e$', unless: '^de$'}]\nmore: ['oo']\nendings: [s]\nwords: {hm: 3}\n")},
	})
	lists := l.Patterns(Dose).Lists
	for name, want := range map[string]string{"stop.order": "deja deje quita eso quite eso", "stop.whole": "dejar dejarlo quitar eso", "much": "mucho poco", "halt": "deja deje quita eso quite eso alto"} {
		if got := strings.Join(lists[name], " "); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	for word, want := range map[string]int{"Papa": 2, "pole": 1, "de": 1, "moon": 3, "hms": 3, "x": 1, "": 1, "a1": 1} {
		if got := l.Syllables(word); got != want {
			t.Errorf("%q has %d syllables, want %d", word, got, want)
		}
	}
}

// TestNearest: a country's way of a language is read by whoever reads the language.
func TestNearest(t *testing.T) {
	for _, c := range []struct {
		tag   string
		among []string
		want  string
	}{
		{"es", []string{"en", "es"}, "es"},
		{"es-MX", []string{"en", "es"}, "es"},
		{"es", []string{"en", "es-MX"}, "es-MX"},
		{"es-AR", []string{"es-MX", "es"}, "es"},
		{"ES-mx", []string{"es", "es-MX"}, "es-MX"},
		{"en", []string{"EN-us", "es"}, "EN-us"},
		{"es_MX.UTF-8", []string{"en", "es"}, "es"},
		{"pt", []string{"en", "es"}, ""},
		{"", []string{"en", "es"}, ""},
		{"../en", []string{"en", "es"}, ""},
		{"e", []string{"en", "es"}, ""},
	} {
		if got, ok := Nearest(c.tag, c.among); got != c.want || ok != (c.want != "") {
			t.Errorf("%q among %q: %q, not %q", c.tag, c.among, got, c.want)
		}
	}
}
