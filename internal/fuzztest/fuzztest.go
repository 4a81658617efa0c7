// Package fuzztest is what the fuzz targets of several packages share: what a
// stranger might write so that it becomes more than a text, and what must never
// come of it. It imports nothing of ours, so that every package's tests may use it.
package fuzztest

import (
	"flag"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// Texts try to speak to a terminal, or to be more letters than fit.
var Texts = []string{
	"\x1b[2J", "\x1b]52;c;c2VjcmV0\a", "\x1b]8;;https://example.org\x1b\\here\x1b]8;;\x1b\\", "\x1b]0;title\a",
	"\u009b31m", "a\rb", "a\tb", "a\bb", "\u202eright to left", "\u2066isolated", "\u200bzero", "\ufeff", "\u2028",
	"%s%n", "{emergency}{\x1b}", "*emphasis*", "- item\n- item", strings.Repeat("long ", 500), strings.Repeat("w", 3000),
	"e\u0301\u0301\u0301", "\U0001F469\u200d\U0001F37C", "\xff\xfe", "\x00", "👩🏽‍🍼", "日本語",
}

// Marks try to be more than a text in HTML, XML, JSON, Markdown, Mermaid, dot or
// a shell.
var Marks = []string{
	`<script>alert(1)</script>`, `</script>`, `"><img src=x onerror=alert(1)>`, `</style></title><b>bold</b>`, `<!-- gone`, `-->`, `<![CDATA[`, `]]>`, `&lt;b&gt;&copy;&#60;`, `' onclick='x`,
	"# heading", "- item", "1. item", "> quote", "---", "```", "`code`", "[a](javascript:x)", "[a]: https://example.org", "<https://example.org>", "www.example.org", "a@example.org",
	"**bold** __bold__ ~~gone~~", "a | b | c", "| - | - |", "- [x] done", `\`, `a\`, `\"`, `\u001b`, "$x$", "$(touch x)", "`touch x`", "; touch x", "{{.}}", "a  \nb", "%d%[1]s",
	`"] --> q9["`, "#34;] --> q9", "subgraph x", "end", "%%{init: {}}%%", `click q0 href "https://example.org"`, `\N \G`, "fa:fa-car", `"}`, `": {"`, `'`, "**", "*a* b*", "_",
}

// Speaks finds what must not be in anything that is shown or exported, beside
// line feeds: characters that a terminal takes for a command, and those that turn
// text around. "" if nothing.
func Speaks(shown string) string {
	if !utf8.ValidString(shown) {
		return "not UTF-8"
	}
	i := strings.IndexFunc(shown, func(r rune) bool {
		return unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\u200b'
	})
	if i < 0 {
		return ""
	}
	return strings.ToValidUTF8(shown[max(0, i-20):min(len(shown), i+20)], "?")
}

// Hurry keeps go test from spending its time on making inputs smaller instead of
// trying new ones. By default it shortens each input that reached new code for up
// to a minute, letter by letter and pair by pair, and a text of a kilobyte is
// never done before that: of a minute of FuzzRead, 57 seconds went there. Thirty
// attempts are enough to cut an input into halves. (A shorter time instead of a
// number would not do: when it is up, go test ends its worker and starts another.)
//
// Whoever sets -fuzzminimizetime, to have a find made as small as can be, gets it.
func Hurry(f *testing.F) {
	const name = "test.fuzzminimizetime"
	given := false
	flag.Visit(func(set *flag.Flag) { given = given || set.Name == name })
	if given || flag.Lookup(name) == nil {
		return
	}
	if err := flag.Set(name, "30x"); err != nil {
		f.Fatal(err)
	}
}

// Harmless is a text of the same build in which no letter means anything: as many
// words, lines, list items and pairs of asterisks, which a questionnaire's texts
// may have, and the ellipsis, which is room to write. A mark stays a mark, because
// Markdown emphasises words beside one in another way. Whatever is drawn of a text
// must have the shape that is drawn of this one.
func Harmless(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		rest, isItem := strings.CutPrefix(strings.TrimSpace(line), "- ")
		lines[i] = strings.Map(harmless, rest)
		if isItem {
			lines[i] = "- " + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

func harmless(r rune) rune {
	switch {
	case unicode.IsSpace(r) || r == '*' || r == '…':
		return r
	case unicode.IsPunct(r) || unicode.IsSymbol(r) && r <= unicode.MaxASCII:
		return '.'
	case unicode.IsSymbol(r):
		return '€'
	}
	return 'x'
}
