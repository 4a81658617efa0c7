package questionnairetest

import "testing"

// A check that could not fail would show nothing.
func TestSpeaksHearsWhatATerminalObeys(t *testing.T) {
	for _, text := range []string{"a\x1b[2J", "\x1b]52;c;YQ==\a", "\u009b31m", "a\rb", "a\tb", "\u202eb", "\u2066b", "\u2028", "\x00", "\xff", "\x7f"} {
		if Speaks("before\n"+text+"\nafter") == "" {
			t.Errorf("%q goes unheard", text)
		}
	}
	for _, text := range []string{"", "one\ntwo", "é 日本 👩🏽‍🍼 — “quoted”"} {
		if bad := Speaks(text); bad != "" {
			t.Errorf("%q: heard %q", text, bad)
		}
	}
}
