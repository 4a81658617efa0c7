package cli

import (
	"fmt"

	"github.com/ask-first/askfirst/internal/diagram"
)

type graphCmd struct {
	Questionnaire string `help:"The folder of a questionnaire. Without it: the folder that you are in, if it is one, or else the questionnaire that comes with the program." metavar:"FOLDER"`
	Format        string `enum:"mermaid,dot" default:"mermaid" help:"mermaid (GitHub and many editors draw it) or dot (Graphviz: dot -Tsvg)."`
	Rules         bool   `help:"Draw the rules too, and to whom they lead."`

	document
}

func (c *graphCmd) Run(s streams) error {
	o, err := openOrHere(c.Questionnaire)
	if err != nil {
		return err
	}
	q, err := o.usable(s)
	if err != nil {
		return err
	}
	flow := diagram.Of(q, c.Rules)
	text := flow.Dot()
	if c.Format == "mermaid" {
		text = flow.Mermaid()
		if len(flow.Edges) >= diagram.MermaidEdges || len(text) > diagram.MermaidLetters {
			fmt.Fprintf(s.err, "askfirst: Mermaid draws fewer than %d arrows and up to %d characters, unless its maxEdges and maxTextSize are raised; this has %d and %d. Use --format dot%s\n",
				diagram.MermaidEdges, diagram.MermaidLetters, len(flow.Edges), len(text), map[bool]string{true: ", or leave --rules out"}[c.Rules])
		}
	}
	_, err = s.out.WriteString(text)
	return err
}
