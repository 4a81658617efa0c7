package cli

import (
	"fmt"
	"strings"

	"github.com/ask-first/askfirst/internal/handout"
)

// diffText is a comparison as lines of text.
func diffText(headline string, sections []diffSection) string {
	var b strings.Builder
	fmt.Fprintln(&b, headline)
	for _, s := range sections {
		fmt.Fprintf(&b, "\n%s\n", strings.ToUpper(s.heading[:1])+s.heading[1:])
		for _, i := range s.items {
			if i.word != "" {
				fmt.Fprintf(&b, "%s: ", i.word)
			}
			fmt.Fprintln(&b, i.what)
			for _, d := range i.details {
				switch len(d.lines) {
				case 0:
					fmt.Fprintf(&b, "    %s\n", d.label)
				case 1:
					fmt.Fprintf(&b, "    %s: %s\n", d.label, d.lines[0])
				default:
					fmt.Fprintf(&b, "    %s:\n        %s\n", d.label, strings.Join(d.lines, "\n        "))
				}
			}
		}
	}
	return b.String()
}

// markdown is a review. Ids are an author's, but a medicine's name is any text, and
// so is a folder's.
func (c *diffCmd) markdown(headline string, sections []diffSection) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s → %s\n", handout.MarkdownText(c.Old), handout.MarkdownText(c.New))
	fmt.Fprintf(&b, "\n%s\n", handout.MarkdownText(headline))
	for _, s := range sections {
		fmt.Fprintf(&b, "\n## %s\n\n", handout.MarkdownText(strings.ToUpper(s.heading[:1])+s.heading[1:]))
		for _, i := range s.items {
			b.WriteString("- ")
			if i.word != "" {
				fmt.Fprintf(&b, "**%s:** ", handout.MarkdownText(i.word))
			}
			fmt.Fprintln(&b, handout.MarkdownText(i.what))
			for _, d := range i.details {
				fmt.Fprintf(&b, "  - *%s*", handout.MarkdownText(d.label))
				for n, line := range d.lines {
					if n > 0 {
						b.WriteString(" /")
					}
					fmt.Fprintf(&b, " %s", handout.MarkdownText(line))
				}
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}
