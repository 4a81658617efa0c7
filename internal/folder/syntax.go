package folder

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// This file looks at the lines about a syntax error for what its author most
// likely did: the parser tells what it expected, and where it noticed.

const (
	noBreakSpace = "delete the no-break space here and type a space; it only looks like one"
	spaceMissing = "a space is missing here, behind the colon or the -"
)

var (
	keyOfLine = regexp.MustCompile(`(?m)^[ \x{a0}-]*[a-z][a-z0-9-]*[ \x{a0}]*:[ \x{a0}]?`)
	keyAlone  = regexp.MustCompile(`^ +[a-z][a-z0-9-]*:(?: |$)`)
	// apostrophe is one within a text in single quotes that stands in braces or brackets.
	apostrophe  = regexp.MustCompile(`[{\[,:]\s*'[^']*\pL(')\pL`)
	inQuotes    = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'`)
	goesOn      = regexp.MustCompile(`: +(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *[^ #,}\]]`)
	noBlank     = regexp.MustCompile(`^ *(?:- +)?(?:[a-z][a-z0-9-]*:[^ /:\r]|-[a-z])`)
	foldedText  = regexp.MustCompile(`[:-] +([>|])[^\n]`)
	beginsQuote = regexp.MustCompile(`: +'`)
)

// likely is what somebody most likely did who got this error of the parser, the line
// of it and the column; "" if nothing can be seen.
func likely(data []byte, text string, line int) (says string, at, column int) {
	for _, m := range keyOfLine.FindAllIndex(data, -1) {
		if i := bytes.Index(data[m[0]:m[1]], []byte("\u00a0")); i >= 0 {
			return noBreakSpace, 1 + bytes.Count(data[:m[0]], []byte("\n")), 1 + utf8.RuneCount(data[m[0]:m[0]+i])
		}
	}
	lines := strings.Split(string(data), "\n")
	if line < 1 || line > len(lines) {
		return "", 0, 0
	}
	this := lines[line-1]
	for at := line; at >= max(1, line-1); at-- {
		if m := noBlank.FindStringIndex(lines[at-1]); m != nil {
			return spaceMissing, at, 1 + utf8.RuneCountInString(lines[at-1][:m[1]-1])
		}
	}
	switch {
	case strings.Contains(text, "mapping values are not allowed") && keyAlone.MatchString(this) && isDeeper(lines[:line]):
		return "this line is indented more than its neighbours; give it as many spaces at the start as they have", line, 1
	case strings.Contains(text, "did not find expected ',' or") && strings.Contains(inQuotes.ReplaceAllString(this, ""), " #"):
		return "# begins a comment, so what follows it is not read and the bracket is not closed; put the text with the # into quotes", line, 1
	case strings.Contains(text, "did not find expected ',' or"):
		for at := line; at >= max(1, line-1); at-- {
			if m := apostrophe.FindStringSubmatchIndex(lines[at-1]); m != nil {
				return "the apostrophe ends the text, because it stands in single quotes; put it into double quotes: \"a woman's\"", at, 1 + utf8.RuneCountInString(lines[at-1][:m[2]])
			}
		}
	case strings.Contains(text, "did not find expected comment or line break"):
		if m := foldedText.FindStringSubmatchIndex(this); m != nil {
			return "a text that begins with > or | needs quotes: \"> 3 months\"", line, 1 + utf8.RuneCountInString(this[:m[2]])
		}
	case strings.Contains(text, "did not find expected key"):
		for at := line; at >= max(1, line-1); at-- {
			if goesOn.MatchString(lines[at-1]) {
				return wholeText(lines[at-1]), at, 1
			}
		}
	}
	return "", 0, 0
}

// keyMeant is the known key that begins what YAML took for one long key, since no
// space follows the colon, or one that only looks like a space: in braces
// "label:A" is all key. It is "" if nothing of that kind was written.
func keyMeant(written string, known []string) (key, text, remedy string) {
	key, text, _ = strings.Cut(written, ":")
	switch {
	case !slices.Contains(known, key):
		return "", "", ""
	case strings.HasPrefix(text, "\u00a0"):
		return key, text, noBreakSpace
	}
	return key, text, spaceMissing
}

// scalar is what was meant as the value of such a key, at the place where it stands:
// so many bytes behind the beginning of the key.
func scalar(key *yaml.Node, text string, behind int) *yaml.Node {
	var document yaml.Node
	meant := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text}
	if yaml.Unmarshal([]byte(strings.TrimSpace(text)), &document) == nil && len(document.Content) == 1 {
		meant = document.Content[0]
	}
	meant.Line, meant.Column = key.Line, key.Column+utf8.RuneCountInString(key.Value[:behind])
	return meant
}

// wholeText is what to do with a text of which only the beginning is quoted.
func wholeText(line string) string {
	if beginsQuote.MatchString(line) {
		return "the quotes end before the text does; put the whole text into double quotes: \"'This' and that\""
	}
	return "the quotes end before the text does; put the whole text into single quotes: '\"This\" and that' (an apostrophe in it is typed twice)"
}

// isDeeper tells whether the last line is indented more than what stands before it,
// although that has a value already and nothing can stand beneath.
func isDeeper(lines []string) bool {
	last := lines[len(lines)-1]
	for i := len(lines) - 2; i >= 0; i-- {
		before := strings.TrimRight(lines[i], " \r")
		if before == "" {
			continue
		}
		indent := len(before) - len(strings.TrimLeft(before, " -"))
		return !strings.HasSuffix(before, ":") && len(last)-len(strings.TrimLeft(last, " ")) > indent
	}
	return false
}
