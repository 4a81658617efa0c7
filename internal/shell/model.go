package shell

import (
	"slices"
	"strings"

	"github.com/alecthomas/kong"
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
func commandsOf(app *kong.Application) (all []command, unnamed command) {
	for _, node := range app.Children {
		if node.Hidden {
			continue
		}
		c := command{name: node.Name, help: node.Help}
		for _, f := range slices.Concat(app.Flags, node.Flags) {
			if !f.Hidden {
				c.flags = append(c.flags, flag{f.Name, f.Help, valueOf(f.Value)})
			}
		}
		if len(node.Positional) > 0 {
			c.arg = valueOf(node.Positional[0])
			c.arg.many = len(node.Positional) > 1 || node.Positional[0].IsCumulative()
		}
		all = append(all, c)
		if node == app.DefaultCmd {
			unnamed = c
		}
	}
	return all, unnamed
}

// valueOf reads what may be written from the words that the help shows: FOLDER
// and FILE mean what they say. Where those do not tell, the field's tag does:
// complete:"folder", or the words themselves with commas between.
func valueOf(v *kong.Value) *value {
	if v.IsBool() {
		return nil
	}
	shown := v.Name
	if v.Flag != nil && v.Flag.PlaceHolder != "" {
		shown = v.Flag.PlaceHolder
	}
	what := &value{name: v.Name}
	switch told := v.Tag.Get("complete"); {
	case v.Enum != "":
		what.words = listed(v.Enum)
	case told == "folder":
		what.path = folders
	case told != "":
		what.words = listed(told)
	case strings.EqualFold(shown, "folder"):
		what.path = folders
	case strings.EqualFold(shown, "file"), strings.EqualFold(shown, "path"):
		what.path = files
	}
	return what
}

// listed are the words between commas; an empty one stands for leaving out.
func listed(words string) []string {
	return slices.DeleteFunc(strings.Split(words, ","), func(word string) bool { return word == "" })
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
