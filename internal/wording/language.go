package wording

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Offer is how a language is offered, in its own words.
type Offer struct {
	OwnName string `yaml:"own-name"`
	Change  string `yaml:"change"`
}

// Language is a language that can be chosen.
type Language struct {
	Tag string
	Offer
}

// InLanguage is everything that is said, in one of the languages.
type InLanguage struct {
	Words *Words
	Cover questionnaire.Cover                 // for the first screen
	Load  func() *questionnaire.Questionnaire // waits for the whole; called more than once, from any goroutine
}

//go:embed *.yaml
var files embed.FS

// English are the words that everything else is translated from.
var English = sync.OnceValue(func() *Words { return must("en") })

// read lays a file over the words that are there already.
func read(w *Words, data []byte) error {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(w); err != nil && err != io.EOF {
		return fmt.Errorf("reading words: %w", err)
	}
	return nil
}

// must reads the English words, and those of the language over them: what is not
// translated yet is English, and never a key or a gap.
func must(languages ...string) *Words {
	w := new(Words)
	for _, tag := range languages {
		data, err := files.ReadFile(tag + ".yaml")
		if err == nil {
			err = read(w, data)
		}
		if err != nil {
			panic(err) // cannot be: a test reads the same bytes
		}
		if l, ok := language.Of(tag); ok {
			w.Plain.Typed = l.Typed()
		}
	}
	return w
}

// In are the words in a language, or in the one nearest to it; English for one that
// has none. Each language is read once.
func In(tag string) *Words {
	ours, known := language.Nearest(tag, All())
	if ours == "en" || !known {
		return English()
	}
	words, _ := inUse.LoadOrStore(ours, sync.OnceValue(func() *Words { return must("en", ours) }))
	return words.(func() *Words)()
}

// inUse are the languages that were read, as functions.
var inUse sync.Map

// LanguageOf is how a language is offered. It reads only the first lines of its
// words, because the first screen waits for it.
func LanguageOf(tag string) Language {
	t := Language{tag, Offer{OwnName: tag, Change: tag}}
	ours, _ := language.Nearest(tag, All())
	data, err := files.ReadFile(ours + ".yaml")
	if err != nil {
		return t // a language of a questionnaire that the program has no words in
	}
	var first struct {
		Offer Offer `yaml:"offer"`
	}
	head, _, _ := bytes.Cut(data, []byte("\n\n"))
	if yaml.Unmarshal(head, &first) == nil && first.Offer.OwnName != "" {
		t.Offer = first.Offer
	}
	return t
}

// After is the language that follows this one, in a ring.
func After(all []Language, language string) Language {
	i := slices.IndexFunc(all, func(t Language) bool { return t.Tag == language })
	return all[(i+1)%len(all)]
}

// Has reports whether there are words in a language, whatever the country.
func Has(tag string) bool {
	_, known := language.Nearest(tag, All())
	return known
}

// All are the languages that there are words in.
func All() []string { return all() }

var all = sync.OnceValue(func() []string {
	var all []string
	entries, _ := files.ReadDir(".")
	for _, e := range entries {
		all = append(all, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return all
})

// Wanted are the languages that an environment asks for, the best first: those of
// LANGUAGE, a list such as es:en, and else that of the locale, "es" of es_MX.UTF-8.
// As everywhere where gettext is, LANGUAGE counts only where there is a locale.
func Wanted(getenv func(string) string) []string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale := getenv(name)
		if locale == "" {
			continue
		}
		var all []string
		if locale != "C" && locale != "POSIX" {
			for wish := range strings.SplitSeq(getenv("LANGUAGE"), ":") {
				if wish != "" {
					all = append(all, Base(wish))
				}
			}
		}
		if len(all) == 0 {
			all = []string{Base(locale)}
		}
		return all
	}
	return nil
}

// Base is the language of a locale, whatever the country: "es" of es_MX.UTF-8
// and of es-419.
func Base(locale string) string { return language.Base(locale) }
