package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// WantsHelp tells words that ask for the help lines, or that somebody in danger may
// type, in any of these languages: wherever she types, they lead to the lines.
func WantsHelp(typed string, in []*wording.Words) bool {
	return slices.ContainsFunc(in, func(w *wording.Words) bool {
		return Means(typed, w.Plain.Typed.Lines) || inDanger(WordsOf(typed), w.Plain.Typed.Danger)
	})
}

// EveryLanguage are the words of each language: a cry for help is understood in all.
func EveryLanguage() []*wording.Words {
	var all []*wording.Words
	for _, language := range wording.All() {
		all = append(all, wording.In(language))
	}
	return all
}

// Somebody in danger does not type well. A slip in a word of so many letters is
// allowed for, and two in a sentence of so many; words may be run together or torn
// apart. Shorter words are too like others.
const (
	oneSlip  = 6
	twoSlips = 12
)

// inDanger reports whether one of the forms stands among the words.
func inDanger(typed []string, forms string) bool {
	for _, form := range language.Forms(forms) {
		want := questionnaire.Fold(form)
		n := len(strings.Fields(form))
		for size := 1; size <= n+1; size++ {
			for at := 0; at+size <= len(typed); at++ {
				said := strings.Join(typed[at:at+size], "")
				if said == want && (size == n || len(want) >= oneSlip) || size <= n && slipped(said, want) {
					return true
				}
			}
		}
	}
	return false
}

// slipped reports whether one was typed for the other. Nobody errs in the first
// letter but by typing the second before it.
func slipped(said, want string) bool {
	slips, length := 0, utf8.RuneCountInString(want)
	switch {
	case length >= twoSlips:
		slips = 2
	case length >= oneSlip:
		slips = 1
	default:
		return false
	}
	return begins(said, want) && questionnaire.EditDistance(said, want, slips) <= slips
}

func begins(said, want string) bool {
	return len(said) > 1 && (said[0] == want[0] || said[0] == want[1] && said[1] == want[0])
}

// Means tells whether one of the forms was typed; capitals, accents and what
// stands around it aside, so that "¿Por qué?" is what "porque" is.
func Means(typed, forms string) bool {
	folded := questionnaire.Fold(typed)
	for _, form := range language.Forms(forms) {
		if folded != "" && folded == questionnaire.Fold(form) {
			return true
		}
	}
	return false
}

// WordsOf takes a text apart, each word folded.
func WordsOf(text string) []string {
	parts := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
	})
	var all []string
	for _, p := range parts {
		if folded := questionnaire.Fold(p); folded != "" {
			all = append(all, folded)
		}
	}
	return all
}
