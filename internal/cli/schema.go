package cli

import (
	"fmt"
	"strings"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/schema"
)

type schemaCmd struct {
	Kind string `arg:"" optional:"" complete:"questionnaire,topic,clinicians,help-lines,medicines,sources,phrases,scenarios,outside-lists,workshop,translation" help:"questionnaire, topic, clinicians, help-lines, medicines, sources, phrases, scenarios, outside-lists, workshop or translation. Without it: what the kinds are and how an editor uses them."`

	document
}

func (c *schemaCmd) Run(s streams) error {
	if c.Kind == "" {
		return c.list(s)
	}
	var names []string
	for _, kind := range folder.FileKinds {
		if kind.Name == c.Kind {
			return printJSON(s, schema.Of(kind))
		}
		names = append(names, kind.Name)
	}
	return fmt.Errorf("schema %s: no kind of file is called that; write one of: %s", quoted(c.Kind), strings.Join(names, ", "))
}

func (c *schemaCmd) list(s streams) error {
	var b strings.Builder
	b.WriteString("The kinds of file that a questionnaire is made of:\n\n")
	for _, kind := range folder.FileKinds {
		file := kind.File
		if file == "" {
			file = "every other file, such as feeding.yaml"
		}
		fmt.Fprintf(&b, "  %-14s %s\n", kind.Name, file)
	}
	b.WriteString(`
With its schema, an editor completes keys, explains them and marks mistakes
while you type. Save the schemas beside the questionnaire once:

  askfirst schema topic --output topic.schema.json

and write this as the first line of each topic:

  # yaml-language-server: $schema=topic.schema.json

VS Code with the extension "YAML" by Red Hat, and every other editor that has
yaml-language-server, reads that line. A schema sees one file only: whether a
name leads anywhere, and whether the whole is wise, says "askfirst check".
`)
	_, err := s.out.WriteString(b.String())
	return err
}
