package cli

import (
	"bytes"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/ask-first/askfirst/internal/wording"
)

// wordsFor are the words in the language that the arguments ask for, before they
// are parsed: help and wrong usage end the parsing.
func wordsFor(args []string) *wording.Words {
	asked := ""
	for i, arg := range args {
		if name, ok := strings.CutPrefix(arg, "--lang="); ok {
			asked = name
		}
		if arg == "--lang" && i+1 < len(args) {
			asked = args[i+1]
		}
	}
	return spoken(asked)
}

// langBehind puts a --lang that stands before a command behind it, where the
// command has its flags: "askfirst --lang es learn" is what one tries first. For
// the help of a command without that flag it is enough that it was there.
func langBehind(args []string, app *kong.Node) []string {
	n := 0
	switch {
	case len(args) > 1 && strings.HasPrefix(args[0], "--lang="):
		n = 1
	case len(args) > 2 && args[0] == "--lang":
		n = 2
	default:
		return args
	}
	for _, command := range app.Children {
		if command.Name != args[n] {
			continue
		}
		rest := args[n+1:]
		if slices.ContainsFunc(command.Flags, func(f *kong.Flag) bool { return f.Name == "lang" }) {
			return slices.Concat(args[n:n+1], args[:n], rest)
		}
		if slices.Contains(rest, "--help") || slices.Contains(rest, "-h") {
			return args[n:]
		}
	}
	return args
}

// spoken are the words in the language asked for, or, where there are none, in
// that of the environment.
func spoken(asked string) *wording.Words {
	if language := wording.Base(asked); wording.Has(language) {
		return wording.In(language)
	}
	return wording.In(wording.Wanted(os.Getenv))
}

// helpIn prints help in a language. The English stands in the tags of the
// commands; the words hold what it is in the other languages, and what kong puts
// around it. What they do not have stays in English.
func helpIn(words *wording.Words) kong.HelpPrinter {
	return func(options kong.HelpOptions, ctx *kong.Context) error {
		if len(words.Help.Texts) == 0 {
			return kong.DefaultHelpPrinter(options, ctx)
		}
		eachHelp(ctx.Model.Node, func(text *string) {
			if said := words.Help.Texts[*text]; said != "" {
				*text = said
			}
		})
		// The longest first: a part of one may be another.
		var around []string
		for _, english := range slices.Backward(slices.SortedFunc(maps.Keys(words.Help.Around), func(a, b string) int { return len(a) - len(b) })) {
			around = append(around, english, words.Help.Around[english])
		}
		out := ctx.Stdout
		var printed bytes.Buffer
		ctx.Stdout = &printed
		err := kong.DefaultHelpPrinter(options, ctx)
		ctx.Stdout = out
		if err != nil {
			return err
		}
		_, err = io.WriteString(out, strings.NewReplacer(around...).Replace(printed.String()))
		return err
	}
}

// eachHelp visits what help says of a command, its flags and its parts.
func eachHelp(node *kong.Node, visit func(text *string)) {
	visit(&node.Help)
	visit(&node.Detail)
	for _, flag := range node.Flags {
		if flag.Hidden {
			continue
		}
		visit(&flag.Help)
		visit(&flag.PlaceHolder)
	}
	for _, argument := range node.Positional {
		visit(&argument.Help)
		visit(&argument.Name)
	}
	for _, child := range node.Children {
		eachHelp(child, visit)
	}
}
