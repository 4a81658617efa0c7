package content

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/language"
)

// sentence is a run of words that a reader takes in one breath.
type sentence struct {
	raw      string
	tokens   []token
	lead     int // so many tokens belong to the block before
	question bool
}

// token is a word or a number of a sentence.
type token struct {
	word     string // without accents, in small letters
	written  string // with them
	from, to int    // its place in raw
	breaks   bool   // a comma, dash or the like stands before it
	quoted   bool   // it stands between quotation marks: somebody else's word
}

// words counts as a reader does: what stands between spaces.
func (s sentence) words() int { return countWords(s.raw) }

func countWords(text string) int {
	n := 0
	for _, field := range strings.Fields(text) {
		if strings.ContainsFunc(field, isWordRune) {
			n++
		}
	}
	return n
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// A sentence also ends before a quotation that a colon announces: "Say: …" is
// read as two.
var sentenceEnd = regexp.MustCompile(`[.?!…]+["”’)\]]*\s+|:\s+["“]`)

// sentences cuts a paragraph. "…" stands for something to fill in, so it ends
// a sentence only where the next one clearly begins.
func sentences(paragraph string, l *language.Language) []sentence {
	var all []sentence
	start := 0
	for _, m := range sentenceEnd.FindAllStringIndex(paragraph, -1) {
		mark, next := paragraph[m[0]:m[1]], paragraph[m[1]:]
		cut := m[1]
		if strings.HasPrefix(mark, ":") {
			cut-- // the quotation mark belongs to what follows
			if strings.HasSuffix(mark, "“") {
				cut = m[1] - len("“")
			}
		} else if !endsHere(paragraph[start:m[0]], mark, next, l) {
			continue
		}
		all = appendSentence(all, paragraph[start:cut])
		start = cut
	}
	return appendSentence(all, paragraph[start:])
}

func endsHere(before, mark, next string, l *language.Language) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, "\"“‘'(¿¡"))
	if !unicode.IsUpper(r) && !(unicode.IsNumber(r) && !strings.HasPrefix(mark, "…")) {
		return false
	}
	if !strings.HasPrefix(mark, ".") || l == nil {
		return true
	}
	last := strings.ToLower(before[strings.LastIndexAny(before, " (")+1:])
	if slices.Contains(l.Words().NumberAbbreviations, last) {
		return !unicode.IsNumber(r)
	}
	return !slices.Contains(l.Words().Abbreviations, last)
}

func appendSentence(all []sentence, raw string) []sentence {
	raw = strings.TrimSpace(raw)
	s := sentence{raw: raw, tokens: tokens(raw), question: strings.ContainsAny(raw, "?")}
	if len(s.tokens) == 0 {
		return all
	}
	return append(all, s)
}

// A number keeps its decimals and its "rd" of "3rd"; letters that follow it
// without a space are a word of their own, so that "5mg" is found like "5 mg".
// Letters before a digit belong to it: "B12" is a name.
var tokenPattern = regexp.MustCompile(`[0-9]+(?:(?:st|nd|rd|th)\b|[ºª])|[0-9]+(?:[.,][0-9]+)*|\pL[\pL\pM0-9]*(?:['’]\pL+)*`)

const clauseMarks = ",;:()[]–—/.!?…¿¡"

func tokens(raw string) []token {
	var all []token
	quoted, end := false, 0
	for _, m := range tokenPattern.FindAllStringIndex(raw, -1) {
		between := raw[end:m[0]]
		for _, r := range between {
			switch r {
			case '"':
				quoted = !quoted
			case '“', '«':
				quoted = true
			case '”', '»':
				quoted = false
			}
		}
		word := fold(raw[m[0]:m[1]])
		if word == "" {
			continue // nothing but marks
		}
		all = append(all, token{
			word:    word,
			written: strings.ToLower(raw[m[0]:m[1]]),
			from:    m[0],
			to:      m[1],
			breaks:  strings.ContainsAny(between, clauseMarks) && between != "/" || len(all) == 0,
			quoted:  quoted,
		})
		end = m[1]
	}
	return all
}

// fold makes two ways of writing one word the same.
func fold(word string) string { return language.Fold(word) }
