package content

import (
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// The measures for Spanish.
const (
	infleszWarning       = 65.0 // "rather easy" begins here
	infleszError         = 55.0 // "rather hard" ends here
	hardSyllablesSpanish = 6    // Spanish words are longer; "medicamento" has five
)

func checkInflesz(r *report, p passage) {
	score, ok := inflesz(p, r.names)
	if !ok || score >= infleszWarning {
		return
	}
	severity := questionnaire.Warning
	if score < infleszError {
		severity = questionnaire.Error
	}
	r.add(hardToReadText, severity, p.at, "%v has %.1f points on the INFLESZ scale; write shorter words and sentences, for %.0f", p, score, infleszWarning)
}

// inflesz is the Szigriszt score of a Spanish text that is long enough to have
// one, without names of medicines and people. A higher one is easier to read.
func inflesz(p passage, names names) (float64, bool) {
	words, count, sounds := measure(p, names, syllablesSpanish)
	if words < gradeFrom {
		return 0, false
	}
	return 206.835 - 62.3*float64(sounds)/float64(words) - float64(words)/float64(count), true
}

// What a letter is to a syllable.
const (
	strong = "aeoáéóíúàèò" // í and ú, because their accent parts them from a neighbour
	weak   = "iuü"
)

// syllablesSpanish counts the syllables of a Spanish word. Its spelling tells
// them: each strong vowel makes one, and so do weak ones that stand together
// without a strong one beside them. The u of "que" is not heard, and changes
// nothing, because its vowel counts anyway.
func syllablesSpanish(word string) int {
	n, strongs, within := 0, 0, false
	end := func() {
		if within {
			n += max(1, strongs)
		}
		strongs, within = 0, false
	}
	letters := []rune(strings.ToLower(word))
	for i, c := range letters {
		switch {
		case strings.ContainsRune(strong, c):
			strongs, within = strongs+1, true
		case strings.ContainsRune(weak, c) || c == 'y' && i == len(letters)-1:
			within = true
		default:
			end()
		}
	}
	end()
	return max(n, 1)
}
