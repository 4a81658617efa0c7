package shell

import (
	"strings"

	"github.com/ask-first/askfirst/internal/commandline"
)

// command is what a script needs to know of one command.
type command struct {
	name, help string
	flags      []flag
	arg        *value // its arguments; nil: it takes none
}

type flag struct {
	name, help string
	value      *value // nil: it takes none
}

// value is what can be written for a flag or an argument: one of some words, a
// path, or anything.
type value struct {
	name  string
	words []string
	path  path
	many  bool
}

type path int

const (
	noPath path = iota
	folders
	files // folders too, on the way to them
)

// commandsOf lists the commands, and the one that runs when none is named.
func commandsOf(program *commandline.Program) (all []command, unnamed command) {
	for _, from := range program.Commands {
		c := command{name: from.Name, help: from.Help}
		for _, f := range append([]*commandline.Value{program.HelpFlag}, from.Flags...) {
			if !f.Hidden {
				c.flags = append(c.flags, flag{f.Name, f.Help, valueOf(f)})
			}
		}
		if len(from.Arguments) > 0 {
			c.arg = valueOf(from.Arguments[0])
			c.arg.many = len(from.Arguments) > 1 || from.Arguments[0].Many()
		}
		all = append(all, c)
		if from == program.Unnamed {
			unnamed = c
		}
	}
	return all, unnamed
}

// valueOf reads what may be written from the words that the help shows: FOLDER
// and FILE mean what they say. Where those do not tell, the field's tag does:
// complete:"folder", or the words themselves with commas between.
func valueOf(v *commandline.Value) *value {
	if v.Switch() {
		return nil
	}
	shown := v.Name
	if v.Flag {
		shown = v.Metavar()
	}
	what := &value{name: v.Name}
	switch {
	case len(v.Words) > 0:
		what.words = v.Words
	case v.Complete == "folder":
		what.path = folders
	case v.Complete != "":
		what.words = strings.Split(v.Complete, ",")
	case strings.EqualFold(shown, "folder"):
		what.path = folders
	case strings.EqualFold(shown, "file"), strings.EqualFold(shown, "path"):
		what.path = files
	}
	return what
}

func names(all []command) []string {
	var names []string
	for _, c := range all {
		names = append(names, c.name)
	}
	return names
}

// brief is the first sentence of a help text.
func brief(help string) string {
	sentence, _, _ := strings.Cut(strings.Join(strings.Fields(help), " "), ". ")
	return strings.TrimSuffix(sentence, ".")
}

// quoted is text inside single quotes, as bash and zsh read them.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }
