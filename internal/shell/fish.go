package shell

import (
	"fmt"
	"io"
	"strings"

	"github.com/ask-first/askfirst/internal/commandline"
)

// Fish writes a completion script for fish.
func Fish(w io.Writer, program *commandline.Program) error {
	all, unnamed := commandsOf(program)
	var b strings.Builder
	fmt.Fprintf(&b, "# Completion of %[1]s for fish. To have it: %[1]s completion fish | source\ncomplete -c %[1]s -f\n", program.Name)
	line := func(when, rest, help string) {
		fmt.Fprintf(&b, "complete -c %s -n %s %s", program.Name, fishQuoted(when), rest)
		if help != "" {
			fmt.Fprintf(&b, " -d %s", fishQuoted(brief(help)))
		}
		b.WriteByte('\n')
	}
	const noCommand = "__fish_use_subcommand"
	for _, c := range all {
		line(noCommand, "-a "+c.name, c.help)
	}
	for _, c := range all {
		when := "__fish_seen_subcommand_from " + c.name
		if c.name == unnamed.name {
			when = noCommand + "; or " + when
		}
		for _, f := range c.flags {
			line(when, "-l "+f.name+fishValue(f.value, " -x"), f.help)
		}
		if c.arg != nil && fishValue(c.arg, "") != "" {
			line(when, strings.TrimSpace(fishValue(c.arg, "")), "")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// fishValue is what to offer; needed says that nothing else follows a flag.
func fishValue(v *value, needed string) string {
	switch {
	case v == nil:
		return ""
	case v.path == folders:
		return needed + " -a '(__fish_complete_directories)'"
	case v.path == files:
		return " -F"
	case len(v.words) > 0:
		return needed + " -a " + fishQuoted(strings.Join(v.words, " "))
	}
	return needed
}

func fishQuoted(text string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(text) + "'"
}
