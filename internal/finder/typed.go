package finder

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// What the languages say of names, all together: who types a name on a pack from
// abroad types it as it stands there.
var (
	// formWords stand on a pack or before a name, and say nothing of which medicine
	// it is.
	formWords = inAnyLanguage(func(l *language.Language) []string { return l.Words().Forms })
	// joiningWords stand between the words of a name; nobody looks for it by them.
	joiningWords = inAnyLanguage(func(l *language.Language) []string { return l.Words().Joining })
	// units may follow a number, which then is not part of any name.
	units = inAnyLanguage(func(l *language.Language) []string { return l.Words().Units })
)

func inAnyLanguage(list func(*language.Language) []string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for _, l := range language.All() {
			for _, w := range list(l) {
				set[questionnaire.Fold(w)] = true
			}
		}
		return set
	})
}

// maxTyped is how many bytes of a name count; the rest of a pasted page does not.
const maxTyped = 200

// reading is what was typed, as the names that it may stand for.
type reading struct {
	words  []string             // folded
	typed  []string             // the same as she typed them
	marked []bool               // a number that a sign makes part of the name: "#3"
	joined bool                 // "and" or "with" is among the words
	starts []int                // where each word begins in keys[asTyped]
	keys   [numberOfKeys]string // folded; empty where it says no more than one before
}

// A number may be a strength or part of the name, and only the list of names
// can tell which: 5-HTP, Vicks Formula 44. So all is tried, from the fullest.
const (
	asTyped        = iota
	withoutForm    // no form words, and no number with a unit
	leadingNumber  // nor any number behind the first word
	withoutNumbers // nor there
	withoutJoining // the name as typed, without "and", "with" and their signs
	barest         // that, without form words, numbers and "no."
	numberOfKeys
)

func readingOf(typed string) reading {
	var r reading
	r.split(typed)
	for i := range r.words {
		r.starts = append(r.starts, len(r.keys[asTyped]))
		r.keys[asTyped] += r.words[i]
	}
	rest := withoutForms(r.words)
	r.keys[withoutForm] = strings.Join(rest, "")
	for i, w := range rest {
		if !isNumber(w) {
			r.keys[withoutNumbers] += w
		}
		if !isNumber(w) || i == 0 {
			r.keys[leadingNumber] += w
		}
	}
	for i, w := range r.words {
		if joiningWords()[w] {
			r.joined = true
			continue
		}
		r.keys[withoutJoining] += w
		if number := isNumber(w) || numberSigns[w] && i+1 < len(r.words) && isNumber(r.words[i+1]); !number && !formWords()[w] {
			r.keys[barest] += w
		}
	}
	if !r.joined {
		r.keys[withoutJoining], r.keys[barest] = "", ""
	}
	for i := numberOfKeys - 1; i > 0; i-- {
		if slices.Contains(r.keys[:i], r.keys[i]) {
			r.keys[i] = ""
		}
	}
	return r
}

// split takes what was typed apart. An apostrophe or accent does not end a word.
func (r *reading) split(typed string) {
	typed = upTo(norm.NFKC.String(upTo(typed, maxTyped)), maxTyped)
	sign := ""
	for len(typed) > 0 {
		end := strings.IndexFunc(typed, func(c rune) bool { return !inWord(c) })
		if end < 0 {
			end = len(typed)
		}
		word := typed[:end]
		if folded := questionnaire.Fold(word); folded != "" {
			before := ""
			if n := len(r.words); n > 0 {
				before = r.words[n-1]
			}
			r.words, r.typed = append(r.words, folded), append(r.typed, word)
			r.marked = append(r.marked, isNumber(folded) && (strings.HasSuffix(sign, "#") || numberSigns[before]))
		}
		typed = typed[end:]
		next := strings.IndexFunc(typed, inWord)
		if next < 0 {
			next = len(typed)
		}
		sign, typed = strings.TrimSpace(typed[:next]), typed[next:]
	}
}

// numberSigns say that the number behind them is part of a name.
var numberSigns = map[string]bool{"no": true, "nr": true, "num": true, "number": true, "numero": true}

func inWord(c rune) bool {
	return unicode.In(c, unicode.L, unicode.Nd, unicode.M) || c == '\'' || c == '’'
}

// upTo is the beginning of a text, without half a letter.
func upTo(text string, size int) string {
	if len(text) <= size {
		return text
	}
	for size > 0 && !utf8.RuneStart(text[size]) {
		size--
	}
	return text[:size]
}

// wordsOf splits a name into folded words.
func wordsOf(name string) []string {
	var r reading
	r.split(name)
	return r.words
}

func withoutForms(words []string) []string {
	var rest []string
	for i, w := range words {
		strength := isNumber(w) && i+1 < len(words) && units()[words[i+1]] ||
			units()[w] && i > 0 && isNumber(words[i-1]) || isStrength(w)
		if !strength && !formWords()[w] {
			rest = append(rest, w)
		}
	}
	return rest
}

func isNumber(word string) bool { return strings.TrimLeftFunc(word, unicode.IsDigit) == "" }

func isStrength(word string) bool {
	unit := strings.TrimLeftFunc(word, unicode.IsDigit)
	return unit != word && units()[unit]
}

// firstLetters is the beginning of a word, n letters long.
func firstLetters(word string, n int) string {
	for i := range word {
		if n == 0 {
			return word[:i]
		}
		n--
	}
	return word
}

// letterSet tells quickly that two words are too far apart to be compared. It
// has a bit for each letter; letters may share one, which only makes words seem
// nearer.
type letterSet uint64

func lettersOf(word string) letterSet {
	var set letterSet
	for _, r := range word {
		set |= 1 << (r % 64)
	}
	return set
}

// without counts the letters that the other set has not.
func (s letterSet) without(other letterSet) int { return bits.OnesCount64(uint64(s &^ other)) }

// respelt writes letters that sound together, or otherwise before certain
// vowels, as they sound.
var respelt = strings.NewReplacer("ph", "f", "ce", "se", "ci", "si", "cy", "si", "ge", "je", "gi", "ji", "gy", "ji", "x", "ks")

// soundSigns has one sign for the consonants that are taken for one another.
var soundSigns = map[rune]rune{'c': 'k', 'q': 'k', 'z': 's', 'd': 't', 'v': 'b', 'a': 0, 'e': 0, 'i': 0, 'o': 0, 'u': 0, 'y': 0, 'h': 0, 'w': 0}

// soundOf writes a folded name as somebody keeps it who has only heard it: its
// consonants, and whether a vowel comes first ("riddlin", "Ritalin"). It is
// empty for what says too little.
func soundOf(word string) string {
	var sound []rune
	last := rune(0)
	for i, r := range respelt.Replace(word) {
		sign, listed := soundSigns[r]
		if !listed {
			sign = r
		}
		switch {
		case sign != 0 && sign != last:
			sound = append(sound, sign)
		case sign == 0 && i == 0:
			sound = append(sound, 'a')
		}
		last = sign
	}
	// "Xanax" begins like "zanax".
	if len(sound) > 1 && sound[0] == 'k' && sound[1] == 's' && strings.HasPrefix(word, "x") {
		sound = sound[1:]
	}
	if len(sound) < 3 {
		return ""
	}
	return string(sound)
}
