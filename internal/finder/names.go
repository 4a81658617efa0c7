package finder

import (
	"strings"
	"sync"
	"unicode"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// andWords stand between two names: "and".
var andWords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{"plus": true}
	for _, l := range language.All() {
		for _, w := range language.Forms(l.Typed().And) {
			set[questionnaire.Fold(w)] = true
		}
	}
	return set
})

// separators stand between two names, whatever the names are.
const separators = ",;\n\r\t•、，"

// Names are the names in what she typed or pasted, each as she typed it: one, or
// several with commas, line ends or words such as "and" between them, or names of the
// list in a row. None of what she typed is left out.
func (f *Index) Names(typed string) []string {
	if f.isOneName(typed) {
		return []string{strings.Trim(typed, separators+" ")}
	}
	var names []string
	for part := range strings.FieldsFuncSeq(typed, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		if part = strings.TrimSpace(part); part != "" {
			names = append(names, f.joined(part)...)
		}
	}
	return names
}

// isName reports whether a text is a name of the list, as it stands.
func (f *Index) isName(text string) bool {
	r := readingOf(text)
	for _, key := range r.keys {
		if f.named[key] != nil {
			return true
		}
	}
	return false
}

// isOneName reports whether a text is a name of the list and no more: in "Zoloft and the
// pill" a word joins to it what is a kind of medicine, though its words alone say nothing.
func (f *Index) isOneName(text string) bool {
	if !f.isName(text) {
		return false
	}
	words := strings.Fields(spaced(text))
	for i := range words {
		if f.joinsKind(words, i) {
			return false
		}
	}
	return true
}

// with stands between a name and what is in it: between two only where what follows would
// say nothing, and so be lost, as in "with the pill".
var with = map[string]bool{"with": true, "con": true}

// joinsKind reports whether a word joins a kind to other words.
func (f *Index) joinsKind(words []string, i int) bool {
	and := isAnd(words[i])
	if !and && !with[questionnaire.Fold(words[i])] || i == 0 || i == len(words)-1 || f.isSuffix(words[i+1]) {
		return false // or it is the "and" of "cold and flu"
	}
	for _, side := range [][]string{words[:i], words[i+1:]} {
		if r := readingOf(strings.Join(side, " ")); (and || r.saying() == 0) && f.kindOf(&r, true) != nil {
			return true
		}
	}
	return false
}

// joined are the names in a part with words such as "and" in it.
func (f *Index) joined(part string) []string {
	if f.isOneName(part) {
		return []string{part}
	}
	words := strings.Fields(spaced(part))
	var all []string
	from := 0
	for i, w := range words {
		if !f.joinsKind(words, i) && (!isAnd(w) || i > from && f.goesOn(words[from:i+1], words[i+1:])) {
			continue
		}
		all, from = appendName(all, words[from:i]), i+1
	}
	all = appendName(all, words[from:])
	switch {
	case len(all) == 0:
		return []string{part}
	case len(all) > 1 && f.someKnown(all):
		var apart []string
		for _, name := range all {
			apart = append(apart, f.inARow(name)...)
		}
		return apart
	case len(all) == 1 && from > 0 && f.someKnown(all): // the word led to it: "and painol"
		return all
	}
	return f.inARow(part)
}

// spaced has room around the signs that stand for "and".
func spaced(part string) string {
	return strings.NewReplacer("+", " + ", "&", " & ").Replace(part)
}

func isAnd(word string) bool {
	return word == "+" || word == "&" || andWords()[questionnaire.Fold(word)]
}

// goesOn reports whether the word such as "and" at the end of some words is of one name
// with them: "cold and flu", or a "plus" that is not between two names. In doubt it is, for
// a word of hers that is left out could be the one that matters.
func (f *Index) goesOn(words, after []string) bool {
	switch {
	case len(after) > 0 && f.isSuffix(after[0]):
		return true
	case !f.isSuffix(words[len(words)-1]):
		return false
	}
	return len(after) == 0 || f.isName(strings.Join(words, " ")) || len(f.Settle(strings.Join(after, " "))) == 0
}

// isSuffix reports whether a word goes on with the name before it: the "flu" of "cold and flu".
func (f *Index) isSuffix(word string) bool {
	_, suffix := suffixes()[questionnaire.Fold(word)]
	return suffix
}

func appendName(names, words []string) []string {
	if len(words) == 0 {
		return names
	}
	return append(names, strings.Join(words, " "))
}

func (f *Index) someKnown(names []string) bool {
	for _, name := range names {
		if len(f.Settle(name)) > 0 {
			return true
		}
	}
	return false
}

// inARow are names of the list that stand in a row with nothing between them; what is
// anything else stays as it is.
func (f *Index) inARow(text string) []string {
	words := strings.FieldsFunc(text, unicode.IsSpace)
	if len(words) < 2 || len(words) > maxInARow || f.isName(text) {
		return []string{text}
	}
	var names []string
	for i := 0; i < len(words); {
		size := min(4, len(words)-i)
		for size > 0 && !f.isWholeName(words[i:i+size]) {
			size--
		}
		if size == 0 {
			return []string{text}
		}
		names = append(names, strings.Join(words[i:i+size], " "))
		i += size
	}
	return names
}

// maxInARow is how many words in a row are looked at as names.
const maxInARow = 24

// isWholeName reports whether these words are a name of the list to the letter, and not
// only a word of one such as "DM".
func (f *Index) isWholeName(words []string) bool {
	r := readingOf(strings.Join(words, " "))
	if len(r.words) == 1 {
		if _, suffix := suffixes()[r.words[0]]; suffix || len(r.words[0]) < minContained {
			return false
		}
	}
	return f.named[r.keys[asTyped]] != nil
}
