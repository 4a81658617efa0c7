package cli

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/wording"
)

// languagesOf are the languages of a folder, the questionnaire's own first.
func languagesOf(own string, files fs.FS) []string {
	others := slices.DeleteFunc(folder.Languages(files), func(l string) bool { return l == own })
	return append([]string{own}, others...)
}

// choose is the language to use: the one asked for, else the one of the
// environment, else the questionnaire's own, which is the first of all.
func choose(asked string, all []string) (string, error) {
	if nearest, ok := language.Nearest(asked, all); ok {
		return nearest, nil
	}
	if asked != "" {
		return "", errors.New(wording.Fill(spoken("").Trouble.Language, "asked", quoted(asked), "all", strings.Join(all, ", ")))
	}
	for _, wanted := range wording.Wanted(os.Getenv) {
		if nearest, ok := language.Nearest(wanted, all); ok {
			return nearest, nil
		}
	}
	return all[0], nil
}

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

// spoken are the words in the language asked for, or, where there are none, in
// that of the environment.
func spoken(asked string) *wording.Words {
	if language := wording.Base(asked); wording.Has(language) {
		return wording.In(language)
	}
	for _, language := range wording.Wanted(os.Getenv) {
		if wording.Has(language) {
			return wording.In(language)
		}
	}
	return wording.English()
}
