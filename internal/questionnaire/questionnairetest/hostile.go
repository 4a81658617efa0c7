package questionnairetest

import (
	"io/fs"
	"strings"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Replace is the folder with one of its values replaced by a text, as a stranger
// might who wants a questionnaire to do more than ask. place counts the values of
// all files, and wraps around. It is nil when the text cannot stand in YAML.
func Replace(folder fs.FS, place uint, text string) (fstest.MapFS, error) {
	names, err := fs.Glob(folder, "*.yaml")
	if err != nil {
		return nil, err
	}
	trees := map[string]*yaml.Node{}
	var values []*yaml.Node
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		tree := new(yaml.Node)
		if err := yaml.Unmarshal(data, tree); err != nil {
			return nil, err
		}
		trees[name] = tree
		values = append(values, scalars(tree)...)
	}
	value := values[place%uint(len(values))]
	value.Value, value.Style, value.Tag = text, yaml.DoubleQuotedStyle, "!!str"
	hostile := fstest.MapFS{}
	for name, tree := range trees {
		data, err := yaml.Marshal(tree)
		if err != nil {
			return nil, nil // not UTF-8
		}
		hostile[name] = &fstest.MapFile{Data: data}
	}
	return hostile, nil
}

// scalars are the values beneath a node, without the keys.
func scalars(n *yaml.Node) []*yaml.Node {
	if n.Kind == yaml.ScalarNode {
		return []*yaml.Node{n}
	}
	var all []*yaml.Node
	for i, child := range n.Content {
		if n.Kind != yaml.MappingNode || i%2 == 1 {
			all = append(all, scalars(child)...)
		}
	}
	return all
}

// Speaks finds what must not be on a screen, beside line feeds: characters that
// a terminal takes for a command, and those that turn text around. "" if nothing.
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

// HostileTexts are the seeds of the fuzz targets that use Replace.
var HostileTexts = []string{
	"\x1b[2J", "\x1b]52;c;c2VjcmV0\a", "\x1b]8;;https://example.org\x1b\\here\x1b]8;;\x1b\\", "\x1b]0;title\a",
	"\u009b31m", "a\rb", "a\tb", "a\bb", "\u202eright to left", "\u2066isolated", "\u200bzero", "\ufeff", "\u2028",
	"%s%n", "{emergency}{\x1b}", "*emphasis*", "- item\n- item", strings.Repeat("long ", 500), strings.Repeat("w", 3000),
	"e\u0301\u0301\u0301", "\U0001F469\u200d\U0001F37C", "\xff\xfe", "\x00", "👩🏽‍🍼", "日本語",
}
