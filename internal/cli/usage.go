package cli

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// misread says why a command line cannot be read, in her words: from how far the
// parser came, which it tells as values, and what stands there. Its own sentences
// are not looked at, so a new release of it cannot change what is said here. ""
// is what we have no words for.
func misread(w *wording.Words, err error) string {
	parse := new(kong.ParseError)
	if !errors.As(err, &parse) || parse.Context == nil {
		return ""
	}
	m := misreading{w: w, line: &w.Trouble.Line, app: parse.Context.Model, path: parse.Context.Path}
	if parse.Context.Error == nil {
		return m.unfit()
	}
	rest := m.path[len(m.path)-1].Remainder()
	literal := slices.Contains(parse.Context.Args[:len(parse.Context.Args)-len(rest)], "--")
	if !literal && len(rest) > 0 && rest[0] == "--" {
		rest, literal = rest[1:], true
	}
	switch {
	case len(rest) == 0:
		return ""
	case !literal && len(rest[0]) > 1 && rest[0][0] == '-':
		return m.flag(rest[0], rest[1:])
	}
	return m.argument(rest[0])
}

// misreading is a command line that the parser gave up.
type misreading struct {
	w    *wording.Words
	line *wording.TroubleLine
	app  *kong.Application
	path []*kong.Path // what the parser understood
}

// command is what the flags belong to, and whether it was named.
func (m *misreading) command() (command *kong.Node, named bool) {
	for _, p := range m.path {
		if p.Command != nil {
			command = p.Command
		}
	}
	if command == nil {
		return m.app.DefaultCmd, false
	}
	return command, command != m.app.DefaultCmd
}

// flag is one that the command does not have, or that stands with a wrong value.
func (m *misreading) flag(token string, rest []string) string {
	name, value, valued := strings.Cut(token, "=")
	command, _ := m.command()
	var names []string
	for _, flag := range slices.Concat(m.app.Flags, command.Flags) {
		if name == "--"+flag.Name || name == "-"+string(flag.Short) {
			if !valued && len(rest) > 0 && (rest[0] == "-" || !strings.HasPrefix(rest[0], "-")) {
				value, valued = rest[0], true
			}
			return m.value(flag, value, valued)
		}
		if !flag.Hidden {
			names = append(names, "--"+flag.Name)
		}
	}
	if meant := questionnaire.Nearest(name, names); meant != "" {
		return wording.Fill(m.line.FlagMeant, "flag", quoted(name), "meant", meant)
	}
	return wording.Fill(m.line.Flag, "flag", quoted(name))
}

func (m *misreading) value(flag *kong.Flag, got string, valued bool) string {
	say := func(text string) string {
		return wording.Fill(text, "name", "--"+flag.Name, "got", strconv.Quote(got))
	}
	switch {
	case flag.IsBool():
		return say(m.line.YesNo)
	case !valued:
		return say(m.line.NoValue)
	case flag.Target.Type() == reflect.TypeFor[time.Duration]():
		return say(m.line.Time)
	case flag.Target.CanInt():
		return say(m.line.Number)
	}
	return ""
}

// argument is a word too many: a flag may stand before the command that it is not
// for, or the command does not exist.
func (m *misreading) argument(word string) string {
	command, named := m.command()
	var names []string
	for _, child := range m.app.Children {
		names = append(names, child.Name)
	}
	if !named && slices.Contains(names, word) {
		for _, p := range m.path {
			if p.Flag != nil && slices.Contains(command.Flags, p.Flag) {
				return wording.Fill(m.line.FlagFirst, "flag", "--"+p.Flag.Name, "default", command.Name, "command", word)
			}
		}
	}
	if meant := questionnaire.Nearest(word, names); !named && meant != "" {
		return wording.Fill(m.line.CommandMeant, "word", quoted(word), "meant", meant)
	}
	return wording.Fill(m.line.TooMuch, "word", quoted(word))
}

// unfit is a line whose words all have a place, and yet one of them will not do
// or is missing.
func (m *misreading) unfit() string {
	command, _ := m.command()
	for _, v := range command.Values() {
		got, all := fmt.Sprint(v.Target.Interface()), v.EnumSlice()
		if v.Enum == "" || slices.Contains(all, got) || !v.Set && !v.HasDefault {
			continue
		}
		all = slices.DeleteFunc(all, func(one string) bool { return one == "" })
		name := "--" + v.Name
		if v.Flag == nil {
			name = m.placed(v)
		}
		return wording.Fill(m.line.OneOf, "name", name, "all", strings.Join(all, ", "), "got", strconv.Quote(got))
	}
	var missing []string
	for _, v := range command.Positional {
		if v.Required && !slices.ContainsFunc(m.path, func(p *kong.Path) bool { return p.Positional == v }) {
			missing = append(missing, m.placed(v))
		}
	}
	if len(missing) > 0 {
		return wording.Fill(m.line.NoArgument, "name", strings.Join(missing, " "))
	}
	return ""
}

// placed is an argument as help calls it: it has a name in each language.
func (m *misreading) placed(v *kong.Positional) string {
	name := v.Name
	if called := m.w.Help.Texts[name]; called != "" {
		name = called
	}
	return "<" + name + ">"
}
