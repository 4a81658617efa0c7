package cli

import (
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/commandline"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// misread says in her words why a command line cannot be read.
func misread(w *wording.Words, err error) string {
	t := new(commandline.Trouble)
	if !errors.As(err, &t) {
		return ""
	}
	line := &w.Trouble.Line
	switch t.Reason {
	case commandline.UnknownFlag:
		if meant := questionnaire.Nearest(t.Word, flagNames(t)); meant != "" {
			return wording.Fill(line.FlagMeant, "flag", quoted(t.Word), "meant", meant)
		}
		return wording.Fill(line.Flag, "flag", quoted(t.Word))
	case commandline.FlagElsewhere:
		return wording.Fill(line.FlagFirst, "flag", "--"+t.Value.Name, "default", newProgram().Unnamed.Name, "command", t.Command.Name)
	case commandline.TooMuch:
		if meant := questionnaire.Nearest(t.Word, commandNames()); t.Command == nil && meant != "" {
			return wording.Fill(line.CommandMeant, "word", quoted(t.Word), "meant", meant)
		}
		if t.Command != nil && t.Command.Lookup("questionnaire") != nil && isFolder(t.Word) {
			return wording.Fill(line.FolderMeant, "word", quoted(t.Word))
		}
		return wording.Fill(line.TooMuch, "word", quoted(t.Word))
	case commandline.ArgumentMissing:
		var names []string
		for _, v := range t.Missing {
			names = append(names, valueName(w, v))
		}
		return wording.Fill(line.NoArgument, "name", strings.Join(names, " "))
	}
	text := map[commandline.Reason]string{
		commandline.NoValue:   line.NoValue,
		commandline.Empty:     line.Empty,
		commandline.NotAmong:  line.OneOf,
		commandline.NotNumber: line.Number,
		commandline.NotTime:   line.Time,
		commandline.NotYesNo:  line.YesNo,
	}[t.Reason]
	return wording.Fill(text, "name", valueName(w, t.Value), "all", strings.Join(t.Value.Words, ", "), "got", strconv.Quote(t.Word))
}

func isFolder(word string) bool {
	info, err := os.Stat(word)
	return err == nil && info.IsDir()
}

// helpFor is the command that shows the help of what was asked for, as far as it was
// understood.
func helpFor(line commandline.Line) string {
	if !line.Named {
		return "askfirst --help"
	}
	return "askfirst " + line.Command.Name + " --help"
}

// flagNames are those that could have been meant.
func flagNames(t *commandline.Trouble) []string {
	program, command := newProgram(), t.Command
	if command == nil {
		command = program.Unnamed
	}
	names := []string{"--" + program.HelpFlag.Name}
	for _, flag := range command.Flags {
		if !flag.Hidden {
			names = append(names, "--"+flag.Name)
		}
	}
	return names
}

func commandNames() []string {
	var names []string
	for _, c := range newProgram().Commands {
		names = append(names, c.Name)
	}
	return slices.Clip(names)
}

// valueName is a flag as one types it, or an argument as help calls it: that has a
// name in each language.
func valueName(w *wording.Words, v *commandline.Value) string {
	if v.Flag {
		return "--" + v.Name
	}
	name := v.Name
	if called := w.Help.Texts[name]; called != "" {
		name = called
	}
	return "<" + name + ">"
}
