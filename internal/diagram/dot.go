package diagram

import (
	"fmt"
	"strings"
)

// Dot writes the flow for Graphviz.
func (f Flow) Dot() string {
	var b strings.Builder
	b.WriteString("digraph questionnaire {\n")
	// newrank ranks all nodes at once. Without it Graphviz ranks each cluster by
	// itself, and fails on a large questionnaire whose edges cross its topics.
	fmt.Fprintf(&b, "  label=%s; labelloc=t; rankdir=TB; newrank=true;\n", dotLabel(f.Title))
	b.WriteString("  node [fontname=\"sans-serif\"]; edge [fontname=\"sans-serif\"];\n")
	for i, c := range f.Clusters {
		fmt.Fprintf(&b, "  subgraph cluster_t%d {\n    label=%s;\n", i, dotLabel(c.Title))
		for _, n := range c.Nodes {
			fmt.Fprintf(&b, "    %s\n", dotNode(n))
		}
		b.WriteString("  }\n")
	}
	for _, n := range f.Nodes {
		fmt.Fprintf(&b, "  %s\n", dotNode(n))
	}
	for _, e := range f.Edges {
		fmt.Fprintf(&b, "  %s -> %s", e.From, e.To)
		var attributes []string
		if e.Label != "" {
			attributes = append(attributes, "label="+dotLabel(e.Label))
		}
		if e.Dashed {
			attributes = append(attributes, "style=dashed")
		}
		if len(attributes) > 0 {
			fmt.Fprintf(&b, " [%s]", strings.Join(attributes, ", "))
		}
		b.WriteString(";\n")
	}
	b.WriteString("}\n")
	return b.String()
}

var dotShapes = map[Shape]string{Question: "box", Rule: "hexagon", Clinician: "ellipse"}

func dotNode(n Node) string {
	return fmt.Sprintf("%s [shape=%s, label=%s];", n.Name, dotShapes[n.Shape], dotLabel(n.Lines...))
}

func dotLabel(texts ...string) string {
	return `"` + label(texts, `\n`, dotEscape) + `"`
}

// dotEscape keeps a text from ending its quotes, from being one of dot's
// escapes (\N, \G) and from being an HTML entity.
func dotEscape(text string) string { return dotEscapes.Replace(text) }

var dotEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, `&`, `&amp;`)
