package language

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Patterns is a file of patterns: what must not be written in a text. How a
// pattern is written, and found, package content says.
type Patterns struct {
	// Lists are what a pattern calls by [name], the forms of verbs among them.
	Lists  map[string][]string `yaml:"lists"`
	Groups map[string][]Entry  `yaml:"groups"`
	// Frames are in a file of their own.
	Frames []Frame `yaml:"frames"`
}

// Frame is what a whole sentence can be that orders nothing and advises nothing: a question,
// an order to ask, what somebody did or said.
type Frame struct {
	Name   string   `yaml:"name"`
	Of     []string `yaml:"of"`     // the checks, or groups of entries, whose findings it excuses
	Asks   bool     `yaml:"asks"`   // a question only
	Is     []string `yaml:"is"`     // one of these stands in the sentence
	Unless []string `yaml:"unless"` // and none of these, which advise in it after all
}

// Entry is one thing that must not be written.
type Entry struct {
	Find          []string `yaml:"find"`
	Except        []string `yaml:"except"`
	Says          string   `yaml:"says"`           // what is wrong and what to write instead
	NotIn         []string `yaml:"not-in"`         // keys of texts that are exempt; aloud: all that she may say
	QuotesMay     bool     `yaml:"quotes-may"`     // somebody else's words may say it
	QuestionsMay  bool     `yaml:"questions-may"`  // a question may say it
	ExplainedBy   []string `yaml:"explained-by"`   // fine where this stands too
	AfterMedicine bool     `yaml:"after-medicine"` // only after a medicine was named in the same text
	InStories     string   `yaml:"in-stories"`     // its severity there
	NotExcusedBy  []string `yaml:"not-excused-by"` // the frames in which it is found all the same; all: in any
	MayBeIn       string   `yaml:"may-be-in"`      // the texts that may have it in them, as the list of all texts groups them
}

// The files of patterns that every language has.
const (
	Dose         = "dose"
	StopMedicine = "stop-medicine"
	Banned       = "banned"
)

// Glossary is a file of patterns that a language may have: other words for what its
// translations have one word for, and which that is.
const Glossary = "glossary"

// Frames is a file of frames, by which a sentence is told that only tells of what is
// looked for. A language may do without.
const Frames = "frames"

// HasPatterns reports whether the language has a file of patterns.
func (l *Language) HasPatterns(name string) bool {
	_, err := fs.Stat(l.folder, name+".yaml")
	return err == nil
}

// Patterns are those of one of the files.
func (l *Language) Patterns(name string) Patterns {
	read, _ := l.patterns.LoadOrStore(name, sync.OnceValue(func() Patterns {
		p := decoded[Patterns](l, name+".yaml")
		lists := maps.Clone(l.verbs())
		for list, words := range p.Lists {
			lists[list] = l.joined(name, words, p.Lists, 0)
		}
		p.Lists = lists
		return p
	}))
	return read.(func() Patterns)()
}

// joined puts the words of a list into another that names it in brackets.
func (l *Language) joined(file string, words []string, lists map[string][]string, depth int) []string {
	const deepest = 5
	var all []string
	for _, word := range words {
		name, isList := strings.CutPrefix(word, "[")
		if !isList {
			all = append(all, word)
			continue
		}
		name = strings.TrimSuffix(name, "]")
		inner, known := lists[name]
		if !known {
			inner, known = l.verbs()[name]
		}
		if !known || depth == deepest {
			panic(fmt.Errorf("language %s: %s.yaml: there is no list %q to put into another", l.tag, file, name))
		}
		all = append(all, l.joined(file, inner, lists, depth+1)...)
	}
	return all
}

// verbFile makes the forms of verbs from verbs. A verb is written as its stem and
// its class, and what follows it: "com-ing off", "dej-ar de tomar".
type verbFile struct {
	// Classes are the endings of each form; a stem that changes is a class of its
	// own, with an empty stem.
	Classes map[string]map[string][]string `yaml:"classes"`
	// Tails are what may be joined to a form: "lo" to "dejar".
	Tails map[string][]string `yaml:"tails"`
	// TailsBefore may be where something follows: "aléjate del".
	TailsBefore map[string][]string `yaml:"tails-before"`
	// Verbs are lists of verbs. Of the list "stop" and the form "order" the list
	// "stop.order" is made.
	Verbs map[string][]string `yaml:"verbs"`
}

func (l *Language) readVerbs() map[string][]string {
	file := decoded[verbFile](l, "verbs.yaml")
	lists := map[string][]string{}
	for name, verbs := range file.Verbs {
		for _, verb := range verbs {
			first, rest, _ := strings.Cut(verb, " ")
			stem, class, ok := strings.Cut(first, "-")
			forms, known := file.Classes[class]
			if !ok || !known {
				panic(fmt.Errorf("language %s: verbs.yaml: %q has no class", l.tag, verb))
			}
			for kind, endings := range forms {
				list := name + "." + kind
				for _, ending := range endings {
					ending, exact := strings.CutPrefix(ending, "=")
					form := stem + ending
					if exact {
						form = "=" + form
					}
					lists[list] = append(lists[list], strings.TrimSpace(form+" "+rest))
					tails := file.Tails[kind]
					if rest != "" {
						tails = file.TailsBefore[kind]
					}
					for _, tail := range tails {
						lists[list] = append(lists[list], strings.TrimSpace(form+tail+" "+rest))
					}
				}
			}
		}
	}
	for name, words := range lists {
		slices.Sort(words)
		lists[name] = slices.Compact(words)
	}
	return lists
}
