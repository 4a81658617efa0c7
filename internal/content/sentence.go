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
	lead     int  // so many tokens belong to the block before
	across   bool // only what is partly in that block is found here: the rest is found elsewhere
	pauses   bool // a colon, a dash or an ellipsis stands in it, or a sign in a word
	bridged  bool // it is read over them: see [sentence.bridge]
	question bool
}

// token is a word or a number of a sentence.
type token struct {
	word     string // without accents, in small letters
	written  string // with them
	from, to int    // its place in raw
	breaks   bool   // a comma, dash or the like stands before it
	quoted   bool   // it stands between quotation marks: somebody else's word
	pause    bool   // what breaks is a colon, a dash or an ellipsis
	glued    bool   // a sign and no space parts it from the word before: "st-op"
	bridged  bool   // the pause is read over, or it was put together
}

// begins reports whether a part of the sentence begins here.
func (t token) begins() bool { return t.breaks || t.pause }

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
	for i := range s.tokens {
		s.pauses = s.pauses || s.tokens[i].pause || s.tokens[i].glued
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
			pause:   len(all) > 0 && between != " " && isPause(between),
			glued:   len(all) > 0 && between != " " && isGlue(between),
		})
		end = m[1]
	}
	return all
}

// isPause reports whether words are parted as by somebody who holds her breath:
// "Stop: lithium", "Stop — lithium", "Stop ... lithium".
func isPause(between string) bool {
	if strings.ContainsAny(between, "()[],;/?!¿¡\"“”«»") {
		return false
	}
	return strings.ContainsAny(between, ":–—…") || strings.Contains(between, "..")
}

// isGlue reports whether a sign stands where a word would go on.
func isGlue(between string) bool {
	const most = 2
	return between != "" && utf8.RuneCountInString(between) <= most && !strings.ContainsAny(between, " :–—…\n\t")
}

// bridge is the sentence as somebody hears it who does not mind a pause between a verb
// and what is done to it, or a sign in a word that is one without it. Where a pause was,
// a part of the sentence still begins. Not ok if nothing is otherwise than it was.
func (s sentence) bridge(f *wordFile, names names) (bridged sentence, ok bool) {
	all, lead := make([]token, 0, len(s.tokens)), s.lead
	for i := 0; i < len(s.tokens); i++ {
		t := s.tokens[i]
		if t.pause && !f.list("heading").endsAt(s.tokens[:i]) {
			t.breaks, t.bridged, ok = false, true, true
		}
		if whole, parts := s.whole(i, f, names); parts > 1 {
			whole.breaks, whole.pause = t.breaks, t.pause
			t, ok = whole, true
			if i < s.lead {
				lead -= parts - 1
			}
			i += parts - 1
		}
		all = append(all, t)
	}
	s.tokens, s.lead, s.bridged = all, lead, true
	return s, ok
}

// whole is the longest known word that begins here and has signs in it, and of how
// many parts it is; of less than two if there is none.
func (s sentence) whole(from int, f *wordFile, names names) (whole token, parts int) {
	const most = 8
	t := s.tokens[from]
	for i := from + 1; i < len(s.tokens) && i < from+most && s.tokens[i].glued && ofLetters(t.word) && ofLetters(s.tokens[i].word); i++ {
		part := s.tokens[i]
		t.word, t.written, t.to, t.bridged = t.word+part.word, t.written+part.written, part.to, true
		if f.knows(t.word, names) {
			whole, parts = t, i-from+1
		}
	}
	return whole, parts
}

func ofLetters(word string) bool { return word[0] < '0' || word[0] > '9' }

// crosses reports whether a place in the sentence is one that only this reading of it has.
func (s sentence) crosses(at span) bool {
	for i := at.from; i < at.to; i++ {
		if t := s.tokens[i]; t.bridged && (i > at.from || !t.pause) {
			return true
		}
	}
	return false
}

// fold makes two ways of writing one word the same.
func fold(word string) string { return language.Fold(word) }
