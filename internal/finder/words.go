package finder

import (
	"slices"
	"strings"
	"sync"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// besideWords stand with a name and say nothing of which medicine it is: salts, "I take".
var besideWords = inAnyLanguage(func(l *language.Language) []string { return l.Names().Beside })

// medicineWords are words for any medicine.
var medicineWords = inAnyLanguage(func(l *language.Language) []string { return l.Names().Medicine })

// purposeWords come before what a medicine is for.
var purposeWords = inAnyLanguage(func(l *language.Language) []string { return l.Names().Purpose })

// suffixes are the words that make another product of a name, by their folded forms.
var suffixes = sync.OnceValue(func() map[string]language.Suffix {
	all := map[string]language.Suffix{}
	for _, l := range language.All() {
		for _, s := range l.Names().Suffixes {
			for _, w := range s.Words {
				folded := questionnaire.Fold(w)
				known := all[folded]
				known.Adds, known.May = append(known.Adds, s.Adds...), append(known.May, s.May...)
				all[folded] = known
			}
		}
	}
	return all
})

// nothingOf reports whether a word of what she typed says nothing of which medicine it
// is, wherever it stands.
func (r *reading) nothingOf(i int) bool {
	w := r.words[i]
	if _, suffix := suffixes()[w]; suffix {
		return false
	}
	if isNumber(w) {
		return !r.marked[i]
	}
	if numberSigns[w] && i+1 < len(r.words) && r.marked[i+1] {
		return true
	}
	return formWords()[w] || joiningWords()[w] || besideWords()[w] || medicineWords()[w] || purposeWords()[w] ||
		units()[w] && i > 0 && isNumber(r.words[i-1]) || isStrength(w)
}

// withoutSuffixes is what was typed without the words that make another product of a
// name, or say nothing; empty: there are none. It is only to be looked for: what it
// leaves out is still hers.
func (r *reading) withoutSuffixes() reading {
	var kept []string
	for i, w := range r.words {
		if !hasSuffix(r.words[i:i+1]) && !r.nothingOf(i) {
			kept = append(kept, w)
		}
	}
	if len(kept) == len(r.words) || len(kept) == 0 {
		return reading{}
	}
	return readingOf(strings.Join(kept, " "))
}

// saying is how many of her words say something of which medicine it is.
func (r *reading) saying() int {
	n := 0
	for i := range r.words {
		if !r.nothingOf(i) {
			n++
		}
	}
	return n
}

// unexplained are the words of what she typed, by their places, that a name does not
// account for.
func (r *reading) unexplained(name []string, use string) []int {
	spans := spansOf(name)
	explained := make([]bool, len(r.words))
	for i, w := range r.words {
		_, suffix := suffixes()[w]
		if before := slices.Index(r.words[:i], w); before >= 0 && !isNumber(w) {
			explained[i] = explained[before]
			continue
		}
		switch {
		case suffix || isNumber(w):
			explained[i] = slices.Contains(name, w) || r.nothingOf(i)
		case r.nothingOf(i):
			explained[i] = true
		default:
			explained[i] = nearAny(w, spans, i == len(r.words)-1)
		}
	}
	// A name that was typed in parts, and one with the end of a longer word: "Tylenol 3".
	for size := 2; size <= 4; size++ {
		for i := 0; i+size <= len(r.words); i++ {
			if slices.Contains(explained[i:i+size], true) && !isNumber(r.words[i+size-1]) {
				continue
			}
			joined := strings.Join(r.words[i:i+size], "")
			if spans[joined] || !slices.Contains(explained[i:i+size], true) && !hasSuffix(r.words[i:i+size]) && nearAny(joined, spans, i+size == len(r.words)) {
				for n := range size {
					explained[i+n] = true
				}
			}
		}
	}
	r.explainPurpose(explained, use)
	var left []int
	for i := range r.words {
		if !explained[i] {
			left = append(left, i)
		}
	}
	return left
}

// hasSuffix reports whether one of the words makes another product of a name, and so is
// not a slip of the hand.
func hasSuffix(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { _, suffix := suffixes()[w]; return suffix })
}

// explainPurpose explains what follows "for" and is what the medicine is for.
func (r *reading) explainPurpose(explained []bool, use string) {
	if !slices.ContainsFunc(r.words, func(w string) bool { return purposeWords()[w] }) {
		return
	}
	uses := wordsOf(use)
	behind := false
	for i, w := range r.words {
		if _, suffix := suffixes()[w]; behind && !suffix && slices.Contains(uses, w) {
			explained[i] = true
		}
		behind = behind || purposeWords()[w]
	}
}

// spansOf are up to four words of a name in a row, each written as one.
func spansOf(words []string) map[string]bool {
	spans := map[string]bool{}
	for i := range words {
		joined := ""
		for _, w := range words[i:min(len(words), i+4)] {
			joined += w
			spans[joined] = true
		}
	}
	return spans
}

// nearAny reports whether a word is one of these, a slip of the hand away from one, or,
// as the last that was typed, the beginning of one.
func nearAny(word string, spans map[string]bool, last bool) bool {
	if spans[word] {
		return true
	}
	allowed, letters := mistakesIn(len(word)), lettersOf(word)
	loose := 1 + len(word)/3 // what sounds like it may differ by more
	for span := range spans {
		if last && len(word) >= minBeginning && strings.HasPrefix(span, word) {
			return true
		}
		if allowed == 0 {
			continue
		}
		d := distance(word, letters, span, lettersOf(span), max(loose, allowed))
		if d <= allowed || inAnotherOrder(word, span) || d <= loose && soundOf(word) != "" && soundOf(word) == soundOf(span) {
			return true
		}
	}
	return false
}

// asTypedBy are these words as she typed them, with what stands between two of them.
func (r *reading) asTypedBy(places []int) string {
	var out []string
	for n, i := range places {
		if n > 0 {
			for between := places[n-1] + 1; between < i && between == places[n-1]+1 && i == between+1 && joiningWords()[r.words[between]]; between++ {
				out = append(out, r.typed[between])
			}
		}
		out = append(out, r.typed[i])
	}
	return strings.Join(out, " ")
}
