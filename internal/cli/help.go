package cli

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/commandline"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wrap"
)

// printHelp prints help from the model of the commands, in a language. The
// English of the commands stands in their tags; the words hold what it is in the
// other languages. What they do not have stays in English.
func printHelp(line commandline.Line, words *wording.Words, s streams) error {
	h := help{words: &words.Help, width: 80}
	if w := width(s.screen); w > 0 && w < h.width {
		h.width = w
	}
	if line.Named {
		h.command(newProgram(), line.Command)
	} else {
		h.program(newProgram())
	}
	_, err := s.out.WriteString(h.page.String())
	return err
}

// help is a page of it.
type help struct {
	words *wording.Help
	width int
	page  strings.Builder
}

// said is one of the texts in the language of the page.
func (h *help) said(english string) string {
	if said := h.words.Texts[english]; said != "" {
		return said
	}
	return english
}

func (h *help) program(p *commandline.Program) {
	h.paragraphs(fmt.Sprintf("%s %s %s", h.words.Usage, p.Name, h.words.Command))
	h.paragraphs(h.said(p.Help))
	h.flags([]*commandline.Value{p.HelpFlag})
	var rows [][2]string
	for _, command := range p.Commands {
		rows = append(rows, [2]string{command.Name, h.said(command.Help)})
	}
	h.table(h.words.Commands, rows)
	h.paragraphs(h.words.More)
}

func (h *help) command(p *commandline.Program, c *commandline.Command) {
	usage := fmt.Sprintf("%s %s %s", h.words.Usage, p.Name, c.Name)
	var rows [][2]string
	for _, argument := range c.Arguments {
		name := "<" + h.said(argument.Name) + ">"
		if argument.Many() {
			name += " ..."
		}
		if argument.Optional {
			name = "[" + name + "]"
		}
		usage += " " + name
		rows = append(rows, [2]string{name, h.said(argument.Help)})
	}
	h.paragraphs(usage + " " + h.words.Options)
	h.paragraphs(h.said(c.Help))
	h.paragraphs(h.said(c.Detail))
	h.table(h.words.Arguments, rows)
	h.flags(append([]*commandline.Value{p.HelpFlag}, c.Flags...))
}

func (h *help) flags(flags []*commandline.Value) {
	var rows [][2]string
	for _, flag := range flags {
		if flag.Hidden {
			continue
		}
		name := "--" + flag.Name
		if flag.Short != 0 {
			name = "-" + string(flag.Short) + ", " + name
		}
		if !flag.Switch() {
			name += "=" + h.said(flag.Metavar())
		}
		if flag.Many() {
			name += ",..."
		}
		rows = append(rows, [2]string{name, h.said(flag.Help)})
	}
	h.table(h.words.Flags, rows)
}

// paragraphs are set apart from what stands before them.
func (h *help) paragraphs(text string) {
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if paragraph == "" {
			continue
		}
		if h.page.Len() > 0 {
			h.page.WriteByte('\n')
		}
		h.lines("", strings.ReplaceAll(paragraph, "\n", " "))
	}
}

func (h *help) lines(indent, text string) {
	for _, line := range wrap.Lines(text, h.width-ansi.StringWidth(indent)) {
		fmt.Fprintf(&h.page, "%s%s\n", indent, line)
	}
}

// Where two columns would be too narrow to read, what a name means stands under it.
const (
	longestName = 30
	narrowest   = 60
)

// table explains names: beside them, or under those that are long, and under all
// of them where the screen is narrow.
func (h *help) table(heading string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	left := 0
	for _, row := range rows {
		if n := ansi.StringWidth(row[0]); n < longestName {
			left = max(left, n)
		}
	}
	indent := strings.Repeat(" ", left+6)
	if h.width < narrowest {
		left, indent = 0, "      "
	}
	fmt.Fprintf(&h.page, "\n%s\n", heading)
	for _, row := range rows {
		n := ansi.StringWidth(row[0])
		if n > left {
			fmt.Fprintf(&h.page, "  %s\n", row[0])
			h.lines(indent, row[1])
			continue
		}
		for i, line := range wrap.Lines(row[1], h.width-len(indent)) {
			name := indent
			if i == 0 {
				name = "  " + row[0] + strings.Repeat(" ", left-n+4)
			}
			h.page.WriteString(strings.TrimRight(name+line, " ") + "\n")
		}
	}
}

// eachHelp visits what help says of a command, its flags and its arguments.
func eachHelp(c *commandline.Command, visit func(text string)) {
	visit(c.Help)
	visit(c.Detail)
	for _, flag := range c.Flags {
		if flag.Hidden {
			continue
		}
		visit(flag.Help)
		if !flag.Switch() {
			visit(flag.Metavar())
		}
	}
	for _, argument := range c.Arguments {
		visit(argument.Help)
		visit(argument.Name)
	}
}
