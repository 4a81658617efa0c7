// Package commandline reads a program's arguments into structs. A command is a
// struct and each of its fields a flag or an argument; the fields' tags say the
// rest, so that parsing, help, completion and the manual page read one model:
//
//	help:"…"         what it is for; on a command's field, what the command does
//	arg:""           the field is an argument and not a flag
//	optional:""      the argument may be left out
//	name:"…"         its name, where the field's own (AsOf is as-of) will not do
//	default:"…"      its value where the line says nothing
//	enum:"a,b"       the words that it may be; an empty one stands for leaving it out
//	metavar:"…"      what help shows for a flag's value
//	complete:"…"     what shells offer: folder, or words with commas between
//	hidden:""        no help shows it
//	unnamed:""       the command that runs when none is named
//
// It is ours because of what the libraries for this bring along: the one that was
// here before finds methods by their names, which keeps the linker from leaving
// out any method of any type, a tenth of the whole program; others link package
// net. It also tells what is wrong with a line as values, not in sentences, so
// that each language has its own.
package commandline

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// Program is the whole command line.
type Program struct {
	Name, Help string
	Commands   []*Command
	Unnamed    *Command // runs when none is named
	HelpFlag   *Value   // every command has it
}

// Command is one of the program's commands. Its target is a pointer to the struct
// that a line is read into.
type Command struct {
	Name, Help string
	Detail     string // what help says besides: the target's method Help
	Flags      []*Value
	Arguments  []*Value
	Target     any
}

// Value is something that a line can say: a flag, or an argument by its place.
type Value struct {
	Name, Help string
	Short      rune // of a flag; 0: none
	Flag       bool // or else an argument
	Words      []string
	Complete   string
	Optional   bool // an argument that may be left out
	Hidden     bool

	metavar string
	preset  string
	none    bool // with Words: no word at all is one of them
	field   reflect.Value
}

// Switch tells whether a flag stands alone: it is there or it is not.
func (v *Value) Switch() bool { return !v.field.IsValid() || v.field.Kind() == reflect.Bool }

// Many tells whether it may be said more than once.
func (v *Value) Many() bool { return v.field.IsValid() && v.field.Kind() == reflect.Slice }

// Metavar is what stands for a flag's value: the words to choose from, or a
// word in capitals.
func (v *Value) Metavar() string {
	switch {
	case v.metavar != "":
		return v.metavar
	case len(v.Words) > 0:
		return strings.Join(v.Words, "|")
	}
	return strings.ToUpper(v.Name)
}

// New reads the commands from a pointer to a struct with a field for each. It
// panics on a default that its field cannot hold: the tags are constant.
func New(name, help string, commands any) *Program {
	p := &Program{Name: name, Help: help, HelpFlag: &Value{Name: "help", Short: 'h', Flag: true, Help: "Show this help."}}
	all := reflect.ValueOf(commands).Elem()
	for i := range all.NumField() {
		field, tag := all.Type().Field(i), all.Type().Field(i).Tag
		c := &Command{Name: kebab(field.Name), Help: tag.Get("help"), Target: all.Field(i).Addr().Interface()}
		if more, ok := c.Target.(interface{ Help() string }); ok {
			c.Detail = more.Help()
		}
		c.read(all.Field(i))
		p.Commands = append(p.Commands, c)
		if _, ok := tag.Lookup("unnamed"); ok {
			p.Unnamed = c
		}
	}
	return p
}

// read takes the values of a struct, and of those embedded in it, in their order.
func (c *Command) read(from reflect.Value) {
	for i := range from.NumField() {
		field, tag := from.Type().Field(i), from.Type().Field(i).Tag
		if field.Anonymous {
			c.read(from.Field(i))
			continue
		}
		if !field.IsExported() {
			continue
		}
		v := &Value{
			Name:     kebab(field.Name),
			Help:     tag.Get("help"),
			Words:    listed(tag.Get("enum")),
			Complete: tag.Get("complete"),
			Flag:     !has(tag, "arg"),
			Optional: has(tag, "optional"),
			Hidden:   has(tag, "hidden"),
			metavar:  tag.Get("metavar"),
			preset:   tag.Get("default"),
			none:     slices.Contains(strings.Split(tag.Get("enum"), ","), ""),
			field:    from.Field(i),
		}
		if name := tag.Get("name"); name != "" {
			v.Name = name
		}
		if v.preset != "" {
			if reason := v.set(v.preset); reason != "" {
				panic(fmt.Sprintf("%s.%s: its default is %q: %s", c.Name, v.Name, v.preset, reason))
			}
		}
		if v.Flag {
			c.Flags = append(c.Flags, v)
		} else {
			c.Arguments = append(c.Arguments, v)
		}
	}
}

// Command finds one by its name.
func (p *Program) Command(name string) *Command {
	for _, c := range p.Commands {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// Lookup finds a flag by its name, without the dashes.
func (c *Command) Lookup(name string) *Value {
	for _, v := range c.Flags {
		if v.Name == name {
			return v
		}
	}
	return nil
}

func has(tag reflect.StructTag, name string) bool {
	_, ok := tag.Lookup(name)
	return ok
}

// listed are the words between commas; an empty one stands for leaving out.
func listed(words string) []string {
	return slices.DeleteFunc(strings.Split(words, ","), func(word string) bool { return word == "" })
}

// kebab is a field's name as one types it: AsOf is as-of.
func kebab(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
