package plain

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// means tells whether one of the forms was typed.
func means(typed, forms string) bool { return page.Means(typed, forms) }

// words takes a text apart, each word folded.
func words(text string) []string { return page.WordsOf(text) }

// phrases are the parts of a text between its signs, each folded: the label "Yes,
// all or some of it" is meant by "yes" too.
func phrases(text string) []string {
	all := []string{questionnaire.Fold(text)}
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",.;:()?!", r) }) {
		all = append(all, questionnaire.Fold(part))
	}
	return all
}

// numbers reads "1", "1.", "1, 3", "8 and 9", "the second": none if anything else
// stands there.
func numbers(w *wording.Words, typed string) []int {
	t := w.Plain.Typed
	var all []int
	for part := range strings.FieldsFuncSeq(typed, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;+&", r) }) {
		part = strings.TrimRight(strings.TrimLeft(part, "#(["), ".:)]")
		n := number(t, part)
		switch {
		case n > 0:
			all = append(all, n)
		case part != "" && !means(part, t.And) && !means(part, t.Noise):
			return nil
		}
	}
	return all
}

// number is what a word says; 0: no number.
func number(t language.Typed, word string) int {
	if n, err := strconv.Atoi(word); err == nil {
		return max(0, n)
	}
	digits := strings.TrimRightFunc(word, func(r rune) bool { return !unicode.IsDigit(r) })
	if n, err := strconv.Atoi(digits); err == nil && means(word[len(digits):], t.Suffixes) {
		return max(0, n)
	}
	for _, list := range []string{t.Numbers, t.Ordinals} {
		for i, forms := range language.Forms(list) {
			if means(word, strings.ReplaceAll(forms, "/", ",")) {
				return i + 1
			}
		}
	}
	return 0
}

// regionMeant is the id of the region that a short name means; "" if none.
func regionMeant(t language.Typed, typed string) string {
	for _, entry := range language.Forms(t.Regions) {
		id, forms, _ := strings.Cut(entry, "=")
		if id = strings.TrimSpace(id); means(typed, id) || means(typed, strings.ReplaceAll(forms, "/", ",")) {
			return id
		}
	}
	return ""
}

// printable is what can be said of something that was typed: it may not speak to
// the terminal.
func printable(typed string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, typed)
}
