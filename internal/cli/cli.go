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

	"github.com/alecthomas/kong"

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

// commands is the whole command line; kong reads it from the tags.
type commands struct {
	Screen     screenCmd     `cmd:"" default:"withargs" help:"The screening: questions, then the conversations worth having. Runs when no command is given."`
	Learn      learnCmd      `cmd:"" help:"Read about what is known, without answering anything."`
	Handout    handoutCmd    `cmd:"" help:"Print for paper: a guide for a conversation, a small sheet, the questionnaire, or notes for a facilitator."`
	Workshop   workshopCmd   `cmd:"" help:"Made-up people for a group: on a projector, or a shared laptop."`
	Check      checkCmd      `cmd:"" help:"Find what is wrong with a questionnaire."`
	Test       testCmd       `cmd:"" help:"Run a questionnaire's scenarios."`
	Mutate     mutateCmd     `cmd:"" help:"Make one mistake at a time in a questionnaire, and list those that nobody would notice."`
	Preview    previewCmd    `cmd:"" help:"Show a questionnaire while you edit it, with what fires and what is wrong."`
	Graph      graphCmd      `cmd:"" help:"Draw a questionnaire's flow, for Mermaid or Graphviz."`
	Schema     schemaCmd     `cmd:"" help:"Print a JSON Schema for a kind of file, so that editors complete and check it."`
	Translate  translateCmd  `cmd:"" help:"List what a translator has to do, or write what she has confirmed."`
	Privacy    privacyCmd    `cmd:"" help:"Try, on this system, that nothing can be stored or sent."`
	Explain    explainCmd    `cmd:"" help:"List the smallest sets of answers that lead to a rule."`
	Diff       diffCmd       `cmd:"" help:"Say what a new questionnaire changes, and for whom, losses first."`
	Version    versionCmd    `cmd:"" help:"Print the version."`
	Completion completionCmd `cmd:"" help:"Print a script with which a shell completes commands and flags."`
	Man        manCmd        `cmd:"" help:"Print the manual page."`
}

const description = `Ask First: questions before a psychedelic, for mothers. It answers with conversations to have: with whom, how soon, and what to say.

It gives no dose and no diagnosis. It stores nothing and sends nothing. No clinician has reviewed its texts yet.`

// failed is an error that stands for an exit status; what is to be said has
// been said.
type failed int

func (f failed) Error() string { return fmt.Sprintf("exit status %d", int(f)) }

// Run runs one command and returns its exit status.
func Run(args []string, in, out, stderr *os.File) (status int) {
	defer quietly()()
	s := streams{in: in, out: &output{to: out}, err: legible{stderr}, screen: out}
	s.found = s.out
	words := wordsFor(args)
	// The parser ends the process after --help; this turns that into a return.
	type exited struct{}
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(exited); !ok {
				panic(r)
			}
			status = statusOf(unlost(nil, s, words), s)
		}
	}()
	parser := newParser(new(commands),
		kong.Writers(s.out, s.err),
		kong.Exit(func(int) { panic(exited{}) }),
		kong.Help(helpPrinter(words, s)),
	)
	parsed, err := parser.Parse(langAfter(args, parser.Model.Node))
	if err != nil {
		if lost := unlost(nil, s, words); lost != nil {
			return statusOf(lost, s) // help that could not be written
		}
		if why := misread(words, err); why != "" {
			fmt.Fprintf(s.err, "askfirst: %s\n", why)
		}
		var said []string
		for _, arg := range args {
			said = append(said, quoted(arg))
		}
		fmt.Fprintln(s.err, "askfirst: "+wording.Fill(words.Trouble.Usage, "asked", strings.Join(said, " ")))
		return exitUsage
	}
	command := parsed.Selected().Target.Addr().Interface()
	return statusOf(kept(command, s, func(s streams) error {
		return unlost(parsed.Run(parser.Model, s), s, words)
	}), s)
}

// newParser reads the commands from their tags.
func newParser(c *commands, options ...kong.Option) *kong.Kong {
	parser, err := kong.New(c, append(options, kong.Name("askfirst"), kong.Description(description))...)
	if err != nil {
		panic(err) // cannot be: the tags are constant
	}
	parser.Model.HelpFlag.Help = "Show this help."
	return parser
}

// unlost is how a command ended, unless what it found was lost on the way: then
// nothing else counts.
func unlost(err error, s streams, words *wording.Words) error {
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
