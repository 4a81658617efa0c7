package language

import (
	"testing"
	"testing/fstest"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

func TestFormsFollowTheLanguage(t *testing.T) {
	for _, c := range []struct {
		tag  string
		n    int
		want Form
	}{
		{"en", 1, One}, {"en", 0, Other}, {"en", 2, Other}, {"en", -1, One}, {"en-GB", 1, One},
		{"es", 1, One}, {"es", 0, Other}, {"es", 2, Other}, {"es", 1000000, Many}, {"es-419", 1, One},
		{"", 1, Other}, {"klingon", 7, Other},
	} {
		if got := FormOf(c.tag, c.n); got != c.want {
			t.Errorf("%s, %d: got %s, want %s", c.tag, c.n, got, c.want)
		}
	}
}

// spoken are the rules of the languages that have the most forms, as the CLDR writes
// them; whoever adds one of these languages copies them from there as well.
var spoken = map[string]string{
	"ar": "zero: n = 0\none: n = 1\ntwo: n = 2\nfew: n % 100 = 3..10\nmany: n % 100 = 11..99\n",
	"cy": "zero: n = 0\none: n = 1\ntwo: n = 2\nfew: n = 3\nmany: n = 6\n",
	"fr": "one: i = 0,1\n",
	"ja": "{}\n",
	"lv": "zero: n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19\none: n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1\n",
	"pl": "one: i = 1 and v = 0\nfew: v = 0 and i % 10 = 2..4 and i % 100 != 12..14\nmany: v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14\n",
	"ru": "one: v = 0 and i % 10 = 1 and i % 100 != 11\nfew: v = 0 and i % 10 = 2..4 and i % 100 != 12..14\nmany: v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14\n",
}

// TestPluralRulesAgreeWithTheLibrary asks a library that has the rules of the CLDR
// built in, for the languages of the program and for those above.
func TestPluralRulesAgreeWithTheLibrary(t *testing.T) {
	theirs := map[plural.Form]Form{plural.Zero: Zero, plural.One: One, plural.Two: Two, plural.Few: Few, plural.Many: Many, plural.Other: Other}
	all := All()
	for tag, rules := range spoken {
		all = append(all, newLanguage(tag, fstest.MapFS{"plurals.yaml": {Data: []byte(rules)}}))
	}
	for _, l := range all {
		tag := language.Make(l.Tag())
		for n := range 2222 {
			if got, want := l.plurals().form(n), theirs[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]; got != want {
				t.Errorf("%s, %d: got %s, want %s", l.Tag(), n, got, want)
			}
		}
	}
}

func TestWhatIsNoPluralRule(t *testing.T) {
	for _, text := range []string{"", "n", "n = ", "n = x", "n = 2..", "n = 4..2", "n = -1", "x = 1", "ni = 1", "n % 0 = 1", "n % = 1", "n = 1 and", "n = 1 or ", "n == 1", "n within 1"} {
		if r, err := parseRule(text); err == nil {
			t.Errorf("%q became %v", text, r)
		}
	}
}

func FuzzPluralRule(f *testing.F) {
	for _, text := range spoken {
		f.Add(text, 5)
	}
	f.Add("v = 0 and i % 10 = 2..4, 6 or e != 0..5", 1000000)
	f.Fuzz(func(t *testing.T, text string, n int) {
		if r, err := parseRule(text); err == nil {
			r.matches(n)
		}
	})
}
