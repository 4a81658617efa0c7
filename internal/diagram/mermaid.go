package diagram

import (
	"fmt"
	"strings"
	"unicode"
)

// What mermaid.js refuses to draw as it comes: this many edges, and longer texts.
const (
	MermaidEdges   = 500
	MermaidLetters = 50_000
)

// Mermaid writes the flow for mermaid.js.
func (f Flow) Mermaid() string {
	var b strings.Builder
	fmt.Fprintf(&b, "flowchart TD\n")
	fmt.Fprintf(&b, "  accTitle: %s\n", mermaidTitle(f.Title))
	for i, c := range f.Clusters {
		fmt.Fprintf(&b, "  subgraph t%d[%s]\n", i, mermaidLabel(c.Title))
		for _, n := range c.Nodes {
			fmt.Fprintf(&b, "    %s\n", mermaidNode(n))
		}
		b.WriteString("  end\n")
	}
	for _, n := range f.Nodes {
		fmt.Fprintf(&b, "  %s\n", mermaidNode(n))
	}
	for _, e := range f.Edges {
		arrow := "-->"
		if e.Dashed {
			arrow = "-.->"
		}
		if e.Label != "" {
			arrow += "|" + mermaidLabel(e.Label) + "|"
		}
		fmt.Fprintf(&b, "  %s %s %s\n", e.From, arrow, e.To)
	}
	return b.String()
}

var mermaidShapes = map[Shape][2]string{
	Question:  {"[", "]"},
	Rule:      {"{{", "}}"},
	Clinician: {"([", "])"},
}

func mermaidNode(n Node) string {
	shape := mermaidShapes[n.Shape]
	return n.Name + shape[0] + mermaidLabel(n.Lines...) + shape[1]
}

func mermaidLabel(texts ...string) string {
	return `"` + label(texts, "<br/>", mermaidEscape) + `"`
}

// mermaidTitle is the description for screen readers; there Mermaid knows no
// quotes and no entities, so what could mean anything to it becomes a blank.
func mermaidTitle(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(c rune) rune {
		if strings.ContainsRune("#;:{}[]()<>\"'`%&|\\", c) {
			return ' '
		}
		return c
	}, text)), " ")
}

// mermaidEscape writes as an entity of Mermaid (#34;) everything that is
// neither a letter, a digit nor harmless: quotes, brackets and semicolons are
// its syntax, < is HTML, ` and * are Markdown, : makes a link of what follows.
func mermaidEscape(text string) string {
	var b strings.Builder
	for i, c := range text {
		isPlain := unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsDigit(c) && i > 0 || c == ' ' || c == ',' || c == '?' || c == '.' || c == '“' || c == '”' || c == '’'
		// A hyphen between letters is one; "- " begins a list, as "1." does.
		if isPlain || c == '-' && i > 0 {
			b.WriteRune(c)
		} else {
			fmt.Fprintf(&b, "#%d;", c)
		}
	}
	return b.String()
}
