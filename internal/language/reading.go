package language

// Reading is how hard a text of the language may be to read.
type Reading struct {
	Measure  Measure  `yaml:"measure"`
	Limits   Limits   `yaml:"limits"`
	Glossary []string `yaml:"glossary"` // hard words that may be used: nobody knows shorter ones
}

// Measure is how a whole text is judged.
type Measure struct {
	Formula string  `yaml:"formula"` // one of [Formulas]
	From    int     `yaml:"from"`    // words: a shorter text is not judged
	Warning float64 `yaml:"warning"` // as easy as this at least
	Error   float64 `yaml:"error"`   // harder than this must not ship
}

// Limits are how long things may be, in words, characters and syllables.
type Limits struct {
	Sentence          int `yaml:"sentence"` // words
	EmergencySentence int `yaml:"emergency-sentence"`
	Average           int `yaml:"average"`   // words a sentence, in a text
	HardWord          int `yaml:"hard-word"` // syllables of a word that is hard
	Ask               int `yaml:"ask"`       // characters
	Why               int `yaml:"why"`       // characters
	Label             int `yaml:"label"`     // characters
	Education         int `yaml:"education"` // words
}

// Reading is how hard a text of the language may be to read.
func (l *Language) Reading() Reading { return l.reading() }

// Formula judges a text by the length of its sentences and words.
type Formula struct {
	Says     string // how a finding tells the score: a format with one number
	Write    string // what to write instead: a format with the score that is wanted
	Easier   bool   // a higher score is easier
	base     float64
	sentence float64 // for each word of an average sentence
	word     float64 // for each syllable of an average word
}

// Formulas are the measures that a language can choose, by name.
var Formulas = map[string]Formula{
	"flesch-kincaid": {
		Says: "reads like school grade %.1f", Write: "for grade %.0f",
		base: -15.59, sentence: 0.39, word: 11.8,
	},
	"szigriszt": { // of the INFLESZ scale
		Says: "has %.1f points on the INFLESZ scale", Write: "for %.0f",
		Easier: true, base: 206.835, sentence: -1, word: -62.3,
	},
}

// Score is a text's.
func (f Formula) Score(words, sentences, syllables int) float64 {
	return f.base + f.sentence*float64(words)/float64(sentences) + f.word*float64(syllables)/float64(words)
}

// Harder reports whether a score is beyond the limit.
func (f Formula) Harder(score, limit float64) bool {
	if f.Easier {
		return score < limit
	}
	return score > limit
}
