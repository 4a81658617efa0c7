package language

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Command is something that can be typed instead of an answer. Its value is its
// key in commands.yaml.
type Command string

// The commands of plain lines.
const (
	Back   Command = "back"
	Why    Command = "why"
	Help   Command = "help"
	Lines  Command = "lines" // the help lines
	Enough Command = "enough"
	Leave  Command = "leave"
)

// Commands are all of them.
var Commands = []Command{Back, Why, Help, Lines, Enough, Leave}

func (l *Language) readCommands() map[string]Command {
	understood := map[string]Command{}
	for command, words := range decoded[map[Command][]string](l, "commands.yaml") {
		if !slices.Contains(Commands, command) {
			panic(fmt.Errorf("language %s: there is no command %q", l.tag, command))
		}
		for _, word := range words {
			if other, taken := understood[letters(word)]; taken {
				panic(fmt.Errorf("language %s: %q means %q and %q", l.tag, word, other, command))
			}
			understood[letters(word)] = command
		}
	}
	return understood
}

// Command is what a typed line asks for, whichever of the words for it was
// taken; capitals, accents and what stands around it aside, so that "¿Por qué?"
// is what "porque" is.
func (l *Language) Command(line string) (Command, bool) {
	command, ok := l.commands()[letters(line)]
	return command, ok
}

// letters are a line's letters and digits, folded.
func letters(line string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, Fold(line))
}
