package content

import (
	"regexp"
	"strings"
	"sync"
)

// knownSyllables are the words that the rules below get wrong.
var knownSyllables = sync.OnceValue(func() map[string]int {
	var file struct {
		Words map[string]int `yaml:"words"`
	}
	mustDecode(wordFiles, "words/syllables.yaml", &file)
	return file.Words
})

// A syllable is a group of vowels, except where a vowel is silent or a group
// is spoken as two.
var (
	vowels    = regexp.MustCompile(`[aeiouy]+`)
	silentEnd = regexp.MustCompile(`[^aeiouy]e$|[^aeiouycgsxz]es$|[^aeiouytd]ed$`)
	spokenEnd = regexp.MustCompile(`[^aeiouylr]l(?:e|es|ed)$|(?:ch|sh)es$|^[^aeiouy]+e$`) // table, handled, wishes, the
	silentIn  = regexp.MustCompile(`[aeiouy][^aeiouy]+e(?:ly|less|ful|ness)|^some[^aeiouy]|^every|[^aeiouy]ety$`)
	spokenTwo = regexp.MustCompile(`[^cstg]ia|[^cstgxn]io|iu|iet|[dlnrv]ien[ct]|scien|eo|[^qg]ua|uici|uity|luid|ruin|creat|idea|area|reali|react|[eoyu]ing|ism$|[ds]n't$`)
	oneAfter  = regexp.MustCompile(`people|quing`)
)

// counted keeps what was counted: a questionnaire says the same few thousand
// words again and again.
var counted sync.Map

// syllables counts the syllables of an English word, well enough to tell a
// hard word from an easy one.
func syllables(word string) int {
	n, known := counted.Load(word)
	if !known {
		n = countSyllables(word)
		counted.Store(word, n)
	}
	return n.(int)
}

func countSyllables(word string) int {
	word = strings.Trim(fold(word), "'")
	for _, form := range []string{word, strings.TrimSuffix(word, "'s"), strings.TrimSuffix(word, "s")} {
		if n, known := knownSyllables()[form]; known {
			return n
		}
	}
	word = strings.TrimSuffix(word, "'s")
	if strings.ContainsAny(word, "0123456789") {
		return 1
	}
	n := len(vowels.FindAllString(word, -1))
	if silentEnd.MatchString(word) && !spokenEnd.MatchString(word) {
		n--
	}
	n -= len(silentIn.FindAllString(word, -1))
	for _, two := range spokenTwo.FindAllString(word, -1) {
		if !oneAfter.MatchString(two) {
			n++
		}
	}
	return max(n, 1)
}
