package preview

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestTheCaretStandsUnderTheWord(t *testing.T) {
	for _, c := range []struct {
		name, line    string
		column, width int
		shown, marks  string
	}{
		{"a name", "  when: {feedings: all-milk}", 10, 40, "  when: {feedings: all-milk}", "         ^^^^^^^^"},
		{"a hyphen is part of it", "  talk-to: [babys-doctor]", 13, 40, "  talk-to: [babys-doctor]", "            ^^^^^^^^^^^^"},
		{"a text in quotes", `label: "Yes, it is"`, 8, 40, `label: "Yes, it is"`, "       ^^^^^^^^^^^^"},
		{"wide letters before it", "ask: 授乳中 feeding", 10, 40, "ask: 授乳中 feeding", "            ^^^^^^^"},
		{"wide letters in it", "ask: 授乳中?", 6, 40, "ask: 授乳中?", "     ^^^^^^"},
		{"a letter of two signs", "ask: cafe\u0301 oops", 12, 40, "ask: cafe\u0301 oops", "          ^^^^"},
		{"a tab", "\tid: x", 2, 40, " id: x", " ^^"},
		{"a control character", "id: \x1b[2Jx y", 10, 40, "id: �[2Jx y", "         ^"},
		{"the end of the line", "ask:", 5, 40, "ask:", "    ^"},
		{"beyond the end", "ask:", 50, 40, "ask:", "    ^"},
		{"an empty line", "", 1, 40, "", "^"},
		{"no column", "ask: x", 0, 40, "ask: x", "^^^"},
		{"a long line", "0123456789 0123456789 0123456789 word and more", 34, 20, "…456789 0123456789 …", "                   ^"},
	} {
		shown, marks := excerpt(c.line, c.column, c.width)
		if c.name == "a long line" {
			// What matters is that the word is in view with marks beneath it.
			at := strings.Index(marks, "^")
			if ansi.StringWidth(shown) > c.width || !strings.HasPrefix(ansi.Cut(shown, at, 99), "word") {
				t.Errorf("%s:\n%s|\n%s|", c.name, shown, marks)
			}
			continue
		}
		if shown != c.shown || marks != c.marks {
			t.Errorf("%s:\n%s|\n%s|\nwant:\n%s|\n%s|", c.name, shown, marks, c.shown, c.marks)
		}
	}
}

func TestAnExcerptFitsAnyLineAtAnyWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.String().Draw(t, "line")
		column, width := rapid.IntRange(0, 80).Draw(t, "column"), rapid.IntRange(8, 60).Draw(t, "width")
		shown, marks := excerpt(line, column, width)
		if ansi.StringWidth(shown) > width || ansi.StringWidth(marks) > width || !strings.HasSuffix(marks, "^") {
			t.Fatalf("%q at %d in %d:\n%s|\n%s|", line, column, width, shown, marks)
		}
	})
}
