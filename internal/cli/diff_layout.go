package cli

import (
	"fmt"
	"strings"

	"github.com/ask-first/askfirst/internal/handout"
	"github.com/ask-first/askfirst/internal/prove"
)

// diffText is a comparison as lines of text.
func diffText(c prove.Comparison) string {
	var b strings.Builder
	fmt.Fprintln(&b, diffHeadline(c))
	for _, s := range diffSections(c) {
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
func (c *diffCmd) markdown(compared prove.Comparison) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s → %s\n", handout.MarkdownText(c.Old), handout.MarkdownText(c.New))
	fmt.Fprintf(&b, "\n%s\n", handout.MarkdownText(diffHeadline(compared)))
	for _, s := range diffSections(compared) {
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
