package cli

import (
	"bytes"
	"testing"

	"github.com/ask-first/askfirst/internal/fuzztest"
)

func TestWhatIsRepeatedIsQuoted(t *testing.T) {
	for argument, want := range map[string]string{
		"my-folder/es":   "my-folder/es",
		`C:\Ask First\x`: `"C:\\Ask First\\x"`,
		"":               `""`,
		"año":            "año",
		"a\x1b[2J":       `"a\x1b[2J"`,
		"a\u202eb":       `"a\u202eb"`,
		"a\xff":          `"a\xff"`,
		"a;b":            `"a;b"`,
	} {
		if got := quoted(argument); got != want {
			t.Errorf("%q: %s, want %s", argument, got, want)
		}
	}
}

// What is said about the run is legible whatever it holds, and what was legible
// stays as it is.
func TestWhatIsSaidIsLegible(t *testing.T) {
	for _, text := range append(fuzztest.Marks, "a\x1b]0;x\a", "\u009b2J", "\u202e", "\xff\xfe", "line\r\x1b[2K", "tab\tand\x00") {
		var said bytes.Buffer
		if n, err := (legible{&said}).Write([]byte(text)); n != len(text) || err != nil {
			t.Errorf("%q: %d, %v", text, n, err)
		}
		if bad := fuzztest.Speaks(said.String()); bad != "" {
			t.Errorf("%q became %q, which has %q", text, said.String(), bad)
		}
	}
	for _, text := range []string{"año: “sí”\nnext line\n", "naïve — 中文"} {
		var said bytes.Buffer
		if (legible{&said}).Write([]byte(text)); said.String() != text {
			t.Errorf("%q became %q", text, said.String())
		}
	}
}
