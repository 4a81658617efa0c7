// Package cli is the commands: it reads arguments and environment, opens
// folders, knows the clock, and hands everything else to the packages that do
// the work. One command is one file.
//
// What a command found goes to standard output, so that it can be piped;
// everything said about the run itself goes to standard error.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/ask-first/askfirst/internal/commandline"
	"github.com/ask-first/askfirst/internal/keyboard"
	"github.com/ask-first/askfirst/internal/quiet"
	"github.com/ask-first/askfirst/internal/wording"
)

// Exit statuses.
const (
	exitOK       = 0
	exitFindings = 1   // the questionnaire has errors, or a scenario fails
	exitUsage    = 2   // wrong usage, or something that cannot be read
	exitLeft     = 130 // left with ctrl+c
)

// streams are the standard streams, passed in so that nothing below reaches for
// the process's own.
type streams struct {
	in     *os.File
	out    *output   // what a command was asked for
	err    io.Writer // what is said about the run
	found  io.Writer // where findings go: to out, or to err if that is a document
	screen *os.File  // standard output again, for a face, which needs to know whether it is a terminal
}

// commands is the whole command line; package commandline reads it from the tags.
type commands struct {
	Screen     screenCmd     `unnamed:"" help:"The screening: questions, then the conversations worth having. Runs when no command is given."`
	Learn      learnCmd      `help:"Read about what is known, without answering anything."`
	Handout    handoutCmd    `help:"Print for paper: a guide for a conversation, a small sheet, the questionnaire, what a group needs, or a receipt for a clinician."`
	Workshop   workshopCmd   `help:"Made-up people for a group: on a projector, or a shared laptop."`
	Check      checkCmd      `help:"Find what is wrong with a questionnaire."`
	Test       testCmd       `help:"Run a questionnaire's scenarios."`
	Mutate     mutateCmd     `help:"Make one mistake at a time in a questionnaire, and list those that nobody would notice."`
	Preview    previewCmd    `help:"Show a questionnaire while you edit it, with what fires and what is wrong."`
	Graph      graphCmd      `help:"Draw a questionnaire's flow, for Mermaid or Graphviz."`
	Schema     schemaCmd     `help:"Print a JSON Schema for a kind of file, so that editors complete and check it."`
	Translate  translateCmd  `help:"List what a translator has to do, or write what she has confirmed."`
	Lines      linesCmd      `help:"List the help lines, those first whose pages were not read for longest, or write down what was read."`
	Privacy    privacyCmd    `help:"Try, on this system, that nothing can be stored or sent."`
	Explain    explainCmd    `help:"List the smallest sets of answers that lead to a rule."`
	Listen     listenCmd     `help:"Say what somebody hears, line by line or key by key."`
	Diff       diffCmd       `help:"Say what a new questionnaire changes, and for whom, losses first."`
	Version    versionCmd    `help:"Print the version."`
	Completion completionCmd `help:"Print a script with which a shell completes commands and flags."`
	Man        manCmd        `help:"Print the manual page."`
}

const description = `Ask First: questions before a psychedelic, for mothers. It answers with conversations to have: with whom, how soon, and what to say.

It gives no dose and no diagnosis. It stores nothing and sends nothing. No clinician has reviewed its texts yet.

Worried about a mother? Her partner, mother, friend or doula begins with: askfirst --questionnaire worried`

// failed is an error that stands for an exit status; what is to be said has
// been said.
type failed int

func (f failed) Error() string { return fmt.Sprintf("exit status %d", int(f)) }

// Run runs one command and returns its exit status.
func Run(args []string, in, out, stderr *os.File) (status int) {
	defer quiet.Keep()()
	s := streams{in: in, out: &output{to: out}, err: legible{stderr, width(stderr)}, screen: out}
	s.found = s.out
	words := wordsFor(args)
	line, err := newProgram().Parse(args)
	switch {
	case err != nil:
		if why := misread(words, err); why != "" {
			fmt.Fprintf(s.err, "askfirst: %s\n", why)
		}
		var said []string
		for _, arg := range args {
			said = append(said, quoted(arg))
		}
		fmt.Fprintln(s.err, "askfirst: "+wording.Fill(words.Trouble.Usage, "asked", strings.Join(said, " "), "help", helpFor(line)))
		return exitUsage
	case line.Help:
		s.pages(words)
		return statusOf(unlost(printHelp(line, words, s), s, words), s)
	}
	switch face, faced := line.Command.Target.(interface{ plain(streams) bool }); {
	case !faced:
		s.pages(words)
	case !face.plain(s):
		defer keyboard.Discard(in) // what was typed while it ended is not for the shell
	}
	return statusOf(kept(line.Command.Target, s, func(s streams) error {
		return unlost(line.Command.Target.(command).Run(s), s, words)
	}), s)
}

// command is what every field of commands is.
type command interface {
	Run(s streams) error
}

// newProgram reads the commands from their tags.
func newProgram() *commandline.Program {
	return commandline.New("askfirst", description, new(commands))
}

// unlost is how a command ended, unless what it found was lost on the way: then
// nothing else counts.
func unlost(err error, s streams, words *wording.Words) error {
	if last, ok := s.out.to.(interface{ Flush() error }); ok && s.out.failed == nil {
		s.out.failed = last.Flush()
	}
	if s.out.failed != nil {
		return because(words.Trouble.Output, s.out.failed)
	}
	return err
}

// statusOf is the one place where an error becomes an exit status.
func statusOf(err error, s streams) int {
	if err == nil {
		return exitOK
	}
	if status := failed(0); errors.As(err, &status) {
		return int(status)
	}
	fmt.Fprintf(s.err, "askfirst: %v\n", err)
	return exitUsage
}
