package language

import (
	"fmt"
	"testing"
	"testing/fstest"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"pgregory.net/rapid"
)

var cldrForms = map[plural.Form]Form{plural.Zero: Zero, plural.One: One, plural.Two: Two, plural.Few: Few, plural.Many: Many, plural.Other: Other}

// byCLDR is the form by the tables of another's.
func byCLDR(tag string, n int) Form {
	return cldrForms[plural.Cardinal.MatchPlural(language.Make(tag), n, 0, 0, 0, 0)]
}

// TestFormsFollowTheLanguage: whoever adds a language writes CLDR's rules into its
// folder, with each of the six forms if it has them. Held to the tables of
// golang.org/x/text.
func TestFormsFollowTheLanguage(t *testing.T) {
	languages := map[string]*Language{}
	for _, l := range All() {
		languages[l.Tag()] = l
	}
	for tag, rules := range map[string]string{
		"ar": "zero: n = 0\none: n = 1\ntwo: n = 2\nfew: n % 100 = 3..10\nmany: n % 100 = 11..99\n",
		"pl": "one: n = 1\nfew: n % 10 = 2..4 and n % 100 != 12..14\nmany: n != 1 and n % 10 = 0..1 or n % 10 = 5..9 or n % 100 = 12..14\n",
		"ru": "one: n % 10 = 1 and n % 100 != 11\nfew: n % 10 = 2..4 and n % 100 != 12..14\nmany: n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14\n",
		"cy": "zero: n = 0\none: n = 1\ntwo: n = 2\nfew: n = 3\nmany: n = 6\n",
		"fr": "one: n = 0,1\n",
		"ja": "{}\n",
	} {
		languages[tag] = newLanguage(tag, fstest.MapFS{"plural.yaml": {Data: []byte(rules)}})
	}
	for tag, l := range languages {
		for n := range 2500 {
			if got, want := l.form(n), byCLDR(tag, n); got != want {
				t.Fatalf("%s, %d: got %s, want %s", tag, n, got, want)
			}
		}
	}
	if got := FormOf("klingon", 1); got != Other {
		t.Errorf("a language that is not known asks for %s", got)
	}
	if got := FormOf("es_MX.UTF-8", 1); got != One {
		t.Errorf("Mexico's Spanish asks for %s", got)
	}
}

// A rule that cannot be read is said, with what to write.
func TestAPluralRuleThatCannotBeRead(t *testing.T) {
	for _, rule := range []string{"", "n", "1", "n = ", "n = x", "n = 4..2", "n % 0 = 1", "n % x = 1", "i = 1", "n < 3", "n = 1 and", "or n = 1"} {
		if _, err := pluralRule(rule); err == nil {
			t.Errorf("%q is read", rule)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		rule := fmt.Sprintf("n %% %d = %d..%d", rapid.IntRange(1, 200).Draw(t, "divisor"), rapid.IntRange(0, 9).Draw(t, "low"), rapid.IntRange(9, 99).Draw(t, "high"))
		if _, err := pluralRule(rule); err != nil {
			t.Fatalf("%q: %v", rule, err)
		}
	})
}
