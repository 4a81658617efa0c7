package folder_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// TestNoTextLosesWhatStandsBehindANumberSign: of each text of a folder, of which YAML takes
// the first line, or the rest of it, for a comment.
func TestNoTextLosesWhatStandsBehindANumberSign(t *testing.T) {
	small := os.DirFS("testdata/small")
	names, err := fs.Glob(small, "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	q, _, _ := folder.Read(small, nil)
	texts := map[string]bool{} // that somebody sees, as they stand in the files
	for p := range q.Passages() {
		texts[strings.Join(strings.Fields(*p.Words), " ")] = true
	}
	met := 0
	for _, name := range names {
		data, _ := fs.ReadFile(small, name)
		var document yaml.Node
		if err := yaml.Unmarshal(data, &document); err != nil {
			t.Fatal(err)
		}
		for _, at := range blockTexts(&document) {
			if !texts[at.Value] {
				continue
			}
			lines := strings.SplitAfter(string(data), "\n")
			line := lines[at.Line-1]
			before, value := line[:at.Column-1], line[at.Column-1:]
			indent := strings.Repeat(" ", at.Column)
			for _, cut := range []string{
				"#1 Your operation\n" + indent + value, "#Ask them\n\n" + indent + "# a comment\n" + indent + value, "#\"it's\"\r\n" + indent + value,
				"| #1 Your operation\n" + indent + value, "> #one\n" + indent + value, "#1\n" + indent + "\"so\"\n", "#1\n" + indent + "so\n" + indent + "on\n", "so #1\n", "#1 only\n",
			} {
				changed := slices.Clone(lines)
				changed[at.Line-1] = before + cut
				files := fstest.MapFS{}
				for _, other := range names {
					data, _ := fs.ReadFile(small, other)
					files[other] = &fstest.MapFile{Data: data}
				}
				files[name] = &fstest.MapFile{Data: []byte(strings.Join(changed, ""))}
				_, findings, err := folder.Read(files, nil)
				if err != nil {
					t.Fatal(err)
				}
				met++
				if !slices.ContainsFunc(findings, func(f questionnaire.Finding) bool {
					return f.Check.ID() == "lost-comment" || cut == "#1 only\n" && f.Check.ID() == "missing-key"
				}) {
					t.Errorf("%s: %q: %v", name, before+cut, findings)
				}
			}
		}
	}
	if met < 200 {
		t.Errorf("only %d were tried", met)
	}
}

// blockTexts are the texts without quotes that stand on one line behind a key or a dash.
func blockTexts(n *yaml.Node) []*yaml.Node {
	var all []*yaml.Node
	for i, part := range n.Content {
		if part.Kind != yaml.ScalarNode {
			all = append(all, blockTexts(part)...)
		} else if isValue := n.Kind == yaml.SequenceNode || n.Kind == yaml.MappingNode && i%2 == 1; isValue && n.Style&yaml.FlowStyle == 0 && part.Style == 0 {
			all = append(all, part)
		}
	}
	return all
}

// What is only a comment stays one.
func TestACommentIsNoText(t *testing.T) {
	for _, text := range []string{
		"# before it\ntitle: Milk\n", "title: \"Milk #1\"\n", "title: Milk#1\n", "title:\n  # about it\n  Milk\n", "title: \"Milk\" # of hers\n", "title: |\n  #1 Milk\n  or tea\n", "title: \"#1\n  Milk\"\n",
		"title: # where a longer text begins\n  Milk\n", "title: > # of hers\n  Milk\n",
	} {
		_, findings, err := folder.Read(fstest.MapFS{"questionnaire.yaml": {Data: []byte("id: a\nversion: 1\n" + text)}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			if f.Check.ID() == "lost-comment" {
				t.Errorf("%q: %v", text, f)
			}
		}
	}
}
