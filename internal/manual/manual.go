// Package manual writes the manual page askfirst(1). What it says in prose is in
// askfirst.mdoc; what it says of commands and flags comes from the command
// line's own model, so that it cannot fall behind.
//
// The language is mdoc, which both man programs (mandoc and man-db) read.
package manual

import (
	_ "embed"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/commandline"
)

//go:embed askfirst.mdoc
var prose string

// Write writes the page for a version and the day of its source.
func Write(w io.Writer, program *commandline.Program, version string, day time.Time) error {
	var b strings.Builder
	fmt.Fprintf(&b, ".Dd %s\n.Dt %s 1\n.Os\n", day.Format("January 2, 2006"), strings.ToUpper(program.Name))
	fmt.Fprintf(&b, ".\\\" %s %s\n", program.Name, version)
	headline, _, _ := strings.Cut(program.Help, ".")
	_, headline, _ = strings.Cut(headline, ": ")
	fmt.Fprintf(&b, ".Sh NAME\n.Nm %s\n.Nd %s\n.Sh SYNOPSIS\n.Nm\n.Op Ar flags\n.Nm\n.Ar command\n.Op Ar arguments\n", program.Name, escaped(headline))
	before, after, _ := strings.Cut(prose, ".\\\" commands\n")
	b.WriteString(before)
	for _, c := range program.Commands {
		writeCommand(&b, c)
	}
	b.WriteString(after)
	_, err := io.WriteString(w, b.String())
	return err
}

func writeCommand(b *strings.Builder, c *commandline.Command) {
	fmt.Fprintf(b, ".Ss %s", escaped(c.Name))
	for _, arg := range c.Arguments {
		fmt.Fprintf(b, " %s", strings.ToUpper(escaped(arg.Name)))
	}
	fmt.Fprintf(b, "\n%s\n", sentences(c.Help))
	var list strings.Builder
	for _, arg := range c.Arguments {
		fmt.Fprintf(&list, ".It Ar %s\n%s\n", strings.ToUpper(escaped(arg.Name)), sentences(arg.Help))
	}
	for _, flag := range c.Flags {
		if flag.Hidden {
			continue
		}
		fmt.Fprintf(&list, ".It Fl -%s", escaped(flag.Name))
		if !flag.Switch() {
			fmt.Fprintf(&list, " Ns = Ns Ar %s", escaped(flag.Metavar()))
		}
		fmt.Fprintf(&list, "\n%s\n", sentences(flag.Help))
	}
	if list.Len() > 0 {
		fmt.Fprintf(b, ".Bl -tag -width Ds\n%s.El\n", list.String())
	}
}

// sentences puts each sentence on lines of its own, as mdoc wants it, because
// the space after one is wider in print.
func sentences(help string) string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(help) {
		if line != "" && (len(line)+len(word) > 78 || strings.HasSuffix(line, ".")) {
			lines, line = append(lines, escaped(line)), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return strings.Join(append(lines, escaped(line)), "\n")
}

// escaped is text that can only be read as text.
func escaped(text string) string {
	text = strings.ReplaceAll(text, `\`, `\e`)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	return text
}
