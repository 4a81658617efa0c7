package commandline

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Line is a command line that was understood.
type Line struct {
	Command *Command
	Named   bool // the line names it
	Help    bool // the line asks for help, whatever else it says
}

// Reason is why a line cannot be read.
type Reason string

// The reasons. Trouble says of each which of its fields tell more.
const (
	UnknownFlag     Reason = "unknown flag"     // Word
	FlagElsewhere   Reason = "flag elsewhere"   // Value, of the unnamed command; Command has no such flag
	TooMuch         Reason = "too much"         // Word; where Command is nil a command could stand there
	NoValue         Reason = "no value"         // Value
	Empty           Reason = "empty"            // Value
	NotAmong        Reason = "not among"        // Value, Word
	NotNumber       Reason = "not a number"     // Value, Word
	NotTime         Reason = "not a time"       // Value, Word
	NotYesNo        Reason = "not yes or no"    // Value, Word
	ArgumentMissing Reason = "argument missing" // Missing
)

// Trouble is what is wrong with a line, as values: whoever shows it has the words.
type Trouble struct {
	Reason  Reason
	Word    string // as it was typed
	Value   *Value
	Missing []*Value
	Command *Command // nil: the line names none
}

// Error is for the programmer; nobody else reads it.
func (t *Trouble) Error() string { return string(t.Reason) + ": " + t.Word }

// said is a flag of the line with the value that it got.
type said struct {
	flag   *Value
	word   string
	valued bool
}

// reading is a line that is being read.
type reading struct {
	program *Program
	line    Line
	flags   []said
	words   []string // the arguments
}

// Parse reads a line into the target of its command. A flag may stand before the
// name of the command that has it. The error is a *Trouble. Where the line asks
// for help there is none.
func (p *Program) Parse(args []string) (Line, error) {
	r := &reading{program: p, line: Line{Command: p.Unnamed}}
	trouble := r.read(args)
	if trouble == nil {
		trouble = r.keep()
	}
	if r.line.Help || trouble == nil {
		return r.line, nil
	}
	return r.line, trouble
}

// read sorts the words of a line. It goes on to the end after the first trouble,
// because a call for help may still come.
func (r *reading) read(args []string) (first *Trouble) {
	for i := 0; i < len(args); i++ {
		var trouble *Trouble
		switch arg := args[i]; {
		case arg == "--":
			r.words = append(r.words, args[i+1:]...)
			return first
		case len(arg) > 1 && arg[0] == '-':
			var took int
			took, trouble = r.flag(arg, args[i+1:])
			i += took
		case !r.line.Named && len(r.words) == 0 && r.program.Command(arg) != nil:
			trouble = r.name(r.program.Command(arg))
		default:
			r.words = append(r.words, arg)
		}
		if first == nil {
			first = trouble
		}
	}
	return first
}

// flag reads one, and says how many of the words after it belong to it.
func (r *reading) flag(arg string, rest []string) (took int, _ *Trouble) {
	name, word, valued := strings.Cut(arg, "=")
	if help := r.program.HelpFlag; name == "--"+help.Name || name == "-"+string(help.Short) {
		r.line.Help = true
		return 0, nil
	}
	var flag *Value
	if long, ok := strings.CutPrefix(name, "--"); ok {
		flag = r.line.Command.Lookup(long)
	}
	switch {
	case flag == nil:
		return 0, &Trouble{Reason: UnknownFlag, Word: name, Command: r.named()}
	case flag.Switch() || valued:
	case len(rest) == 0 || len(rest[0]) > 1 && rest[0][0] == '-':
		return 0, &Trouble{Reason: NoValue, Value: flag, Command: r.named()}
	default:
		word, took, valued = rest[0], 1, true
	}
	r.flags = append(r.flags, said{flag, word, valued})
	return took, nil
}

// name takes the command's name. The flags before it were read as those of the
// command that needs no name; they become its own.
func (r *reading) name(command *Command) (trouble *Trouble) {
	r.line.Command, r.line.Named = command, true
	for i, s := range r.flags {
		own := command.Lookup(s.flag.Name)
		if own == nil {
			return &Trouble{Reason: FlagElsewhere, Value: s.flag, Command: command}
		}
		r.flags[i].flag = own
	}
	return nil
}

func (r *reading) named() *Command {
	if r.line.Named {
		return r.line.Command
	}
	return nil
}

// keep writes what was said into the command.
func (r *reading) keep() *Trouble {
	for _, s := range r.flags {
		if reason := s.set(); reason != "" {
			return &Trouble{Reason: reason, Value: s.flag, Word: s.word, Command: r.named()}
		}
	}
	places := r.line.Command.Arguments
	for _, word := range r.words {
		if len(places) == 0 {
			return &Trouble{Reason: TooMuch, Word: word, Command: r.named()}
		}
		if reason := places[0].set(word); reason != "" {
			return &Trouble{Reason: reason, Value: places[0], Word: word, Command: r.named()}
		}
		if !places[0].Many() {
			places = places[1:]
		}
	}
	missing := slices.DeleteFunc(slices.Clone(places), func(v *Value) bool {
		return v.Optional || v.Many() && v.field.Len() > 0
	})
	if len(missing) > 0 {
		return &Trouble{Reason: ArgumentMissing, Missing: missing, Command: r.named()}
	}
	return nil
}

func (s said) set() Reason {
	if s.flag.Switch() && !s.valued {
		return s.flag.set("yes")
	}
	return s.flag.set(s.word)
}

// among tells whether a word is one of those that it may be; of a list each is.
func (v *Value) among(word string) bool {
	words := []string{word}
	if v.Many() && v.Flag {
		words = strings.Split(word, ",")
	}
	return !slices.ContainsFunc(words, func(word string) bool {
		return !slices.Contains(v.Words, word) && (word != "" || !v.none)
	})
}

// set writes a word into the field, or says why it cannot.
func (v *Value) set(word string) Reason {
	if len(v.Words) > 0 && !v.among(word) {
		return NotAmong
	}
	switch to := v.field.Addr().Interface().(type) {
	case *string:
		if word == "" && len(v.Words) == 0 {
			return Empty // as of a variable that is not set; nobody asks for what then is taken
		}
		*to = word
	case *[]string:
		if word == "" {
			return Empty
		}
		if !v.Flag {
			*to = append(*to, word)
		} else {
			*to = append(*to, strings.Split(word, ",")...)
		}
	case *bool:
		switch strings.ToLower(word) {
		case "yes", "true", "1":
			*to = true
		case "no", "false", "0":
			*to = false
		default:
			return NotYesNo
		}
	case *int:
		n, err := strconv.Atoi(word)
		if err != nil {
			return NotNumber
		}
		*to = n
	case *time.Duration:
		d, err := time.ParseDuration(word)
		if err != nil {
			return NotTime
		}
		*to = d
	default:
		panic("commandline: nothing can be read into a " + reflect.TypeOf(to).Elem().String())
	}
	return ""
}
