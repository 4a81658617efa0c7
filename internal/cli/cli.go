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
type streams struct{ in, out, err *os.File }

// commands is the whole command line; kong reads it from the tags.
type commands struct {
	Screen     screenCmd     `cmd:"" default:"withargs" help:"The screening: questions, then the conversations worth having. Runs when no command is given."`
	Learn      learnCmd      `cmd:"" help:"Read about what is known, without answering anything."`
	Handout    handoutCmd    `cmd:"" help:"Print for paper: a guide for a conversation, a small sheet, the questionnaire, or notes for a facilitator."`
	Workshop   workshopCmd   `cmd:"" help:"Made-up people for a group: on a projector, or a shared laptop."`
	Check      checkCmd      `cmd:"" help:"Find what is wrong with a questionnaire."`
	Test       testCmd       `cmd:"" help:"Run a questionnaire's scenarios."`
	Preview    previewCmd    `cmd:"" help:"Show a questionnaire while you edit it, with what fires and what is wrong."`
	Graph      graphCmd      `cmd:"" help:"Draw a questionnaire's flow, for Mermaid or Graphviz."`
	Schema     schemaCmd     `cmd:"" help:"Print a JSON Schema for a kind of file, so that editors complete and check it."`
	Translate  translateCmd  `cmd:"" help:"List what a translator has to do, or write what she has confirmed."`
	Privacy    privacyCmd    `cmd:"" help:"Try, on this system, that nothing can be stored or sent."`
	Explain    explainCmd    `cmd:"" help:"List the smallest sets of answers that lead to a rule."`
	Diff       diffCmd       `cmd:"" help:"Say for whom a new questionnaire changes anything, losses first."`
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
	s := streams{in, out, stderr}
	var c commands
	// kong ends the process after --help; this turns that into a return.
	type exited int
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(exited)
			if !ok {
				panic(r)
			}
			status = int(e)
		}
	}()
	parser, err := kong.New(&c,
		kong.Name("askfirst"),
		kong.Description(description),
		kong.Writers(out, stderr),
		kong.Exit(func(code int) { panic(exited(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true, WrapUpperBound: 80}),
		kong.Help(helpIn(wordsFor(args))),
		kong.Bind(s),
	)
	if err != nil {
		panic(err) // cannot be: the tags above are constant
	}
	parsed, err := parser.Parse(langBehind(args, parser.Model.Node))
	if err != nil {
		words := wordsFor(args)
		if why := unreadLine(words, err); why != "" {
			fmt.Fprintf(stderr, "askfirst: %s\n", why)
		}
		fmt.Fprintln(stderr, "askfirst: "+wording.Fill(words.Trouble.Usage, "asked", strings.Join(args, " ")))
		return exitUsage
	}
	return statusOf(parsed.Run(parser.Model), stderr)
}

// statusOf is the one place where an error becomes an exit status.
func statusOf(err error, stderr *os.File) int {
	if err == nil {
		return exitOK
	}
	if status := failed(0); errors.As(err, &status) {
		return int(status)
	}
	fmt.Fprintf(stderr, "askfirst: %v\n", err)
	return exitUsage
}
