package cli

import (
	"bytes"
	"slices"
	"strings"
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
		if n, err := (legible{to: &said}).Write([]byte(text)); n != len(text) || err != nil {
			t.Errorf("%q: %d, %v", text, n, err)
		}
		if bad := fuzztest.Speaks(said.String()); bad != "" {
			t.Errorf("%q became %q, which has %q", text, said.String(), bad)
		}
	}
	for _, text := range []string{"año: “sí”\nnext line\n", "naïve — 中文"} {
		var said bytes.Buffer
		if (legible{to: &said}).Write([]byte(text)); said.String() != text {
			t.Errorf("%q became %q", text, said.String())
		}
	}
}

// TestWhatIsSaidOfARunBreaksBetweenWords on a terminal that is narrower; elsewhere a line
// stays one, for whoever reads it with a program.
func TestWhatIsSaidOfARunBreaksBetweenWords(t *testing.T) {
	long := "askfirst: --region is missing: whose help lines? Write one of: us (United States and its territories), nz (New Zealand (Aotearoa))\n  elsewhere (Somewhere else, wherever that is, with its own numbers)\nhalf a line"
	for _, width := range []int{40, 80} {
		var said strings.Builder
		(legible{to: &said, width: width}).Write([]byte(long))
		for row := range strings.SplitSeq(said.String(), "\n") {
			if len(row) > width {
				t.Errorf("%d columns: %q", width, row)
			}
		}
		if got := strings.Fields(said.String()); !slices.Equal(got, strings.Fields(long)) {
			t.Errorf("%d columns: other words: %q", width, got)
		}
	}
	var said strings.Builder
	if (legible{to: &said}).Write([]byte(long)); said.String() != long {
		t.Errorf("a line that goes on elsewhere is broken: %q", said.String())
	}
}
