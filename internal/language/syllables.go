package language

import (
	"regexp"
	"strings"
	"sync"
)

// syllableFile says how the syllables of a word are counted: each match of Count
// is one, each of Less takes one away and each of More adds one.
type syllableFile struct {
	// Accents: the expressions look at letters with their accents. Otherwise at
	// the plain letters.
	Accents bool       `yaml:"accents"`
	Count   string     `yaml:"count"`
	Less    []lessFile `yaml:"less"`
	More    []string   `yaml:"more"`
	// Endings are left off a word to find it in Words.
	Endings []string       `yaml:"endings"`
	Silent  string         `yaml:"silent"` // an ending that is not spoken as a syllable
	Words   map[string]int `yaml:"words"`  // which the expressions get wrong
}

type lessFile struct {
	Find   string `yaml:"find"`
	Unless string `yaml:"unless"` // the word matches this
}

type syllables struct {
	syllableFile
	count *regexp.Regexp
	less  []struct{ find, unless *regexp.Regexp }
	more  []*regexp.Regexp
	// known keeps what was counted: a questionnaire says the same few thousand
	// words again and again.
	known sync.Map
}

func (l *Language) readSyllables() *syllables {
	s := &syllables{syllableFile: decoded[syllableFile](l, "syllables.yaml")}
	s.count = l.compiled(s.Count)
	for _, less := range s.Less {
		s.less = append(s.less, struct{ find, unless *regexp.Regexp }{l.compiled(less.Find), l.compiled(less.Unless)})
	}
	for _, more := range s.More {
		s.more = append(s.more, l.compiled(more))
	}
	return s
}

// Syllables counts the syllables of a word, well enough to tell a hard word from
// an easy one.
func (l *Language) Syllables(word string) int {
	s := l.syllables()
	n, known := s.known.Load(word)
	if !known {
		n = s.of(word)
		s.known.Store(word, n)
	}
	return n.(int)
}

func (s *syllables) of(word string) int {
	word = strings.ToLower(word)
	if !s.Accents {
		word = strings.Trim(Fold(word), "'")
	}
	if n, known := s.Words[word]; known {
		return n
	}
	for _, ending := range s.Endings {
		if n, known := s.Words[strings.TrimSuffix(word, ending)]; known {
			return n
		}
	}
	if s.Silent != "" {
		word = strings.TrimSuffix(word, s.Silent)
	}
	if strings.ContainsAny(word, "0123456789") {
		return 1
	}
	n := len(s.count.FindAllStringIndex(word, -1))
	for _, less := range s.less {
		if less.unless == nil || !less.unless.MatchString(word) {
			n -= len(less.find.FindAllStringIndex(word, -1))
		}
	}
	for _, more := range s.more {
		n += len(more.FindAllStringIndex(word, -1))
	}
	return max(n, 1)
}
