package diagram

import (
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/questionnaires"
)

var update = flag.Bool("update", false, "write the golden files anew")

func read(t testing.TB, files fs.FS) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(files, questionnaires.Maternal())
	if q == nil || err != nil {
		t.Fatal(findings, err)
	}
	return q
}

func TestSmallGraphs(t *testing.T) {
	q := read(t, os.DirFS("../folder/testdata/small"))
	for name, text := range map[string]string{
		"flow.mermaid": Of(q, false).Mermaid(), "rules.mermaid": Of(q, true).Mermaid(),
		"flow.dot": Of(q, false).Dot(), "rules.dot": Of(q, true).Dot(),
	} {
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if text != string(want) {
			t.Errorf("%s: got\n%s", name, text)
		}
	}
}

// attacks are labels that would end their quotes, add to the picture, make a
// link, or run in a browser.
var attacks = []string{
	`"] --> evil["`, "`code`", "**bold** _em_", `\`, `\"`, `a\`, `\N \G \E \l`, "<b>x</b>", "<script>alert(1)</script>", "<br/>",
	"#34;] --> q9", "&quot;] --> evil", "&#34;", "end", "subgraph x", "%% comment", "%%{init: {}}%%", "click q0 href \"https://evil.example\"",
	"javascript:alert(1)", "https://evil.example www.evil.example", "1. list", "- list", "# heading", "$$x$$", "a|b|c", "{x}", "(x)", "[x]", ";", "x; evil --> q0",
	"class q0 default", "//", "---\ntitle: x\n---", "::: warning", "@{ shape: x }", "ñandú 世界 العربية", "fa:fa-car", "~~~", "x:::y", "'", "<<>>", "%", "]]", "}}", "0",
}

// hostile is a flow whose every text is an attack.
func hostile(texts ...string) Flow {
	if len(texts) == 0 {
		texts = attacks
	}
	f := Flow{Title: strings.Join(texts, " ")}
	for i, text := range texts {
		name := "q" + strings.Repeat("x", i)
		f.Clusters = append(f.Clusters, Cluster{Title: text, Nodes: []Node{{Name: name, Shape: Shape(i % 3), Lines: []string{text, text + text}}}})
		f.Edges = append(f.Edges, Edge{From: name, To: "q", Label: text, Dashed: i%2 == 0})
	}
	return f
}

// need finds a program, or skips the test; with CI set its absence fails.
func need(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	switch {
	case err == nil:
		return path
	case os.Getenv("CI") != "":
		t.Fatalf("%s is missing, and CI is set", name)
	}
	t.Skipf("%s is not installed (Debian: graphviz)", name)
	return ""
}

// TestDotIsRead gives dot what it must accept, and reads back from its drawing
// that every text is a text, and that there are as many things as there were.
func TestDotIsRead(t *testing.T) {
	dot := need(t, "dot")
	maternal := read(t, questionnaires.Maternal())
	for name, f := range map[string]Flow{"maternal": Of(maternal, false), "maternal with rules": Of(maternal, true), "hostile": hostile()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cmd := exec.Command(dot, "-Tsvg")
			cmd.Stdin = strings.NewReader(f.Dot())
			var said strings.Builder
			cmd.Stderr = &said
			svg, err := cmd.Output()
			if err != nil || said.Len() > 0 {
				t.Fatalf("%v: %s", err, said.String())
			}
			count, text := drawn(t, string(svg))
			nodes := len(f.Nodes)
			for _, c := range f.Clusters {
				nodes += len(c.Nodes)
			}
			if count["node"] != nodes || count["edge"] != len(f.Edges) || count["cluster"] != len(f.Clusters) {
				t.Errorf("%v drawn, want %d nodes, %d edges, %d clusters", count, nodes, len(f.Edges), len(f.Clusters))
			}
			for _, c := range f.Clusters {
				if !strings.Contains(text, squeezed(c.Title)) {
					t.Errorf("%q is not in the picture", c.Title)
				}
			}
		})
	}
}

// drawn counts the groups of a drawing by class, and gathers its text.
func drawn(t *testing.T, svg string) (count map[string]int, text string) {
	t.Helper()
	count = map[string]int{}
	dec := xml.NewDecoder(strings.NewReader(svg))
	dec.Strict = true
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return count, squeezed(text)
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if e.Name.Local == "a" || e.Name.Local == "script" {
				t.Errorf("the picture holds <%s>", e.Name.Local)
			}
			for _, a := range e.Attr {
				if e.Name.Local == "g" && a.Name.Local == "class" {
					count[a.Value]++
				}
			}
		case xml.CharData:
			text += string(e)
		}
	}
}

// squeezed leaves out blanks, which dot makes into others.
func squeezed(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, s)
}

// mermaidLine is all that a line of a Mermaid graph may be. A label holds
// letters, digits, a few marks, entities and our own line breaks.
var mermaidLine = func() *regexp.Regexp {
	label := `"(?:[\p{L}\p{M}\p{N} ,?.“”’-]|#\d+;|<br/>)*"`
	return regexp.MustCompile(`^(?:flowchart TD|  accTitle: [^"<>#;{}\[\]]*|  subgraph t\d+\[` + label + `\]|  end|` +
		`\s+\w+(?:\[` + label + `\]|\{\{` + label + `\}\}|\(\[` + label + `\]\))|  \w+ (?:-->|-\.->)(?:\|` + label + `\|)? \w+)$`)
}()

func TestNoLabelLeavesItsQuotes(t *testing.T) {
	hold := func(t rapid.TB, f Flow) {
		for line := range strings.Lines(f.Mermaid()) {
			if !mermaidLine.MatchString(strings.TrimSuffix(line, "\n")) {
				t.Errorf("%q", line)
			}
		}
	}
	hold(t, hostile())
	rapid.Check(t, func(t *rapid.T) { hold(t, hostile(rapid.SliceOfN(rapid.String(), 1, 3).Draw(t, "labels")...)) })
	rapid.Check(t, func(t *rapid.T) { hold(t, Of(questionnairetest.Draw(t, questionnairetest.Shape{}), true)) })
}

// TestMermaidIsRead gives the graphs to the real parser of Mermaid, if .ci/mermaid
// has installed one, and compares what it understood.
func TestMermaidIsRead(t *testing.T) {
	parser := os.Getenv("ASKFIRST_MERMAID") // a program that reads a graph and lists its texts
	if parser == "" {
		t.Skip("ASKFIRST_MERMAID is not set; bash .ci/mermaid installs the parser and sets it")
	}
	maternal := read(t, questionnaires.Maternal())
	for name, f := range map[string]Flow{"maternal": Of(maternal, false), "maternal with rules": Of(maternal, true), "hostile": hostile()} {
		cmd := exec.Command("node", parser)
		cmd.Stdin = strings.NewReader(f.Mermaid())
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v: %s", name, err, out)
			continue
		}
		var want []string
		for _, n := range f.Nodes {
			want = append(want, n.Name)
		}
		for _, c := range f.Clusters {
			for _, n := range c.Nodes {
				want = append(want, n.Name)
			}
		}
		got := strings.Fields(string(out))
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the parser understood the nodes %v, want %v", name, got, want)
		}
	}
}
