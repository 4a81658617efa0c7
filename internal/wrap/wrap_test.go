package wrap_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/wrap"
)

func TestWhatBelongsTogetherStaysOnOneLine(t *testing.T) {
	text := "If it gets worse, call 1-833-852-6262, text HOME to 741741 or 0808 801 0302, ext. 12, and press 2 " +
		"(+44 20 7946 0000) or call 0 8 0 0 1 1 1 0 or 1 8 3 3-TLC-MAMA or llama al 911 or call 988 or see findahelpline.com now"
	for _, whole := range []string{
		"call 1-833-852-6262,", "HOME to 741741", "0808 801 0302, ext. 12,", "(+44 20 7946 0000)", "call 0 8 0 0 1 1 1 0",
		"1 8 3 3-TLC-MAMA", "llama al 911", "call 988", "findahelpline.com",
	} {
		for width := len(whole); width < 200; width++ {
			lines := wrap.Lines(text, width)
			if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, whole) }) {
				t.Errorf("at %d columns %q is parted:\n%s", width, whole, strings.Join(lines, "\n"))
			}
		}
	}
}

// TestNumbersInAnyCompanyStayWhole tries what help lines of other places print, in
// sentences, lists and quotations.
func TestNumbersInAnyCompanyStayWhole(t *testing.T) {
	for _, whole := range []string{
		"text HOME to 741741", "text “HOME” to 741741", "envía AYUDA al 741 741", "text HOME to 7 4 1 7 4 1", "1-800-944-4773", "+34 024", "call 13 11 14",
		"1800 RESPECT", "Tel. 020 7946 0000", "call: 988", "0800\u2011111\u2011222", "0800 \u2013 111 222", "٠٨٠٠ ١١١ ٢٢٢", "call ９１１", "www.example.org/help", "call *123#",
	} {
		for _, before := range []string{"", "If it gets worse at night, ", "- ", "\u201c", "Open day and night: "} {
			for _, after := range []string{"", ", at any hour of the day", ".", "\u201d", ") and then wait"} {
				for width := ansi.StringWidth(whole) + 3; width < 60; width++ {
					if lines := wrap.Lines(before+whole+after, width); !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, whole) }) {
						t.Errorf("at %d columns %q is parted:\n%s", width, whole, strings.Join(lines, "\n"))
					}
				}
			}
		}
	}
}

func TestLines(t *testing.T) {
	for _, test := range []struct {
		text  string
		width int
		want  string
	}{
		{"one two three", 7, "one two|three"},
		{"one two three", 0, "one two three"},
		{"", 7, ""},
		{"two\n\nparagraphs", 20, "two||paragraphs"},
		{"call 988  A line", 20, "call 988  A line"},
		{"text 0458 737 732, call 1800 737 732  1800RESPECT", 29, "text 0458 737 732,|call 1800 737 732|1800RESPECT"},
		{"a long-awaited answer", 9, "a long-|awaited|answer"},
		{"call 0 8 0 8 8 0 2 1 4 1 4 now", 9, "call|080880214|14|now"},
		{"at night text HOME to 741741", 20, "at night|text HOME to 741741"},
		{"at night text HOME to 741741", 18, "at night text|HOME to 741741"},
		{"until 2026-10-07 it is", 10, "until|2026-10-07|it is"},
		{"born in 2025 and", 7, "born in|2025|and"},
		{"an x-ray", 4, "an|x-ra|y"},
		{"call 0 8 0 8 8 0 2 1 4 1 4 now", 20, "call 08088021414 now"},
		{"see https://a.example/one/two?three=four today", 20, "see|https://a.example/|one/two?three=four|today"},
		{"see https://a.example/one today", 24, "see|https://a.example/one|today"},
		{"see https://a.example/ninety-nine", 20, "see|https://a.example/|ninety-nine"},
		{"no\u00a0break here", 9, "no\u00a0break|here"},
		{"日本語のテキスト", 6, "日本語|のテキ|スト"},
		{"e\u0301e\u0301e\u0301 e\u0301", 3, "e\u0301e\u0301e\u0301|e\u0301"},
		{"\x1b[1mcall 988\x1b[0m  A line", 9, "\x1b[1mcall 988\x1b[0m|A line"},
	} {
		if got := strings.Join(wrap.Lines(test.text, test.width), "|"); got != test.want {
			t.Errorf("%q at %d columns:\ngot  %q\nwant %q", test.text, test.width, got, test.want)
		}
	}
}

func TestLinesHangBeneathTheText(t *testing.T) {
	got := strings.Join(wrap.Hang("12. ", "one two three", 11), "|")
	if got != "12. one two|    three" {
		t.Errorf("%q", got)
	}
}

// TestNothingIsLostAndNothingIsTooWide holds for any text at all.
func TestNothingIsLostAndNothingIsTooWide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.OneOf(
			rapid.StringMatching(`[a-zé]{1,30}`), rapid.StringMatching(`[0-9 -]{1,20}`), rapid.StringMatching(`https://[a-z/.?&-]{1,80}`),
			rapid.StringMatching(`[a-z]{1,9}-[a-z]{1,9}`), rapid.SampledFrom([]string{"日本語の", "👩‍👧", "e\u0301", "\u0301", "\n", ",", "call", "al", "\u00a0"}),
			rapid.String(),
		)).Draw(t, "parts")
		text := strings.Join(parts, rapid.SampledFrom([]string{" ", "", "  "}).Draw(t, "between"))
		text = strings.Map(func(c rune) rune {
			if c != '\n' && (c < ' ' || c >= 0x7f && c < 0xa0 || c == utf8.RuneError) {
				return -1 // the reader refuses them, and a terminal shows none
			}
			return c
		}, text)
		width := rapid.IntRange(2, 200).Draw(t, "width")
		lines := wrap.Lines(text, width)
		for _, line := range lines {
			if ansi.StringWidth(line) > width {
				t.Fatalf("%q is wider than %d", line, width)
			}
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got := bare(strings.Join(lines, "")); got != bare(text) {
			t.Fatalf("got %q of %q", got, bare(text))
		}
	})
}
