package questionnaire

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// What stands in braces, also in several; a brace without its other half counts by
// itself. Other braces than the plain ones are filled in by nothing.
var braced = regexp.MustCompile(`[` + opening + `]+[^` + Braces + `]*[` + closing + `]+|[` + Braces + `]+`)

// Braces are all that somebody takes for braces: plain, wide, small, ornamental.
const (
	Braces  = opening + closing
	opening = "{｛﹛❴⦃︷"
	closing = "}｝﹜❵⦄︸"
)

// InBraces are the parts of a text in braces, as they are written.
func InBraces(text string) []string { return braced.FindAllString(text, -1) }

// bracketed is one word in other brackets than braces, or with the signs by which other
// programs tell what they fill in: <emergency>, [emergency], %emergency%, $emergency.
// Round brackets and quotation marks stand around honest words.
var bracketed = regexp.MustCompile(`(?:\$[({]?|[%#]\{|%|(?:[^\P{Ps}(（﹙‚„` + opening + `]+|[<‹＜]+|\({2,}) ?)(\pL[\pL_-]*)( ?[>›＞%\p{Pe}]+)?`)

// LikeBraces are the parts of a text that stand as in braces, in other signs, and have a
// word that is filled in somewhere, or nearly so, with that word.
func LikeBraces(text string) map[string]string {
	var found map[string]string
	for _, m := range bracketed.FindAllStringSubmatch(text, -1) {
		if m[2] == "" && m[0][0] != '$' {
			continue // it goes on, or never ends: "[emergency services]", "100%milk"
		}
		if meant := filledSomewhere(m[1]); meant != "" {
			if found == nil {
				found = map[string]string{}
			}
			found[m[0]] = meant
		}
	}
	return found
}

// filledSomewhere is the word of braces that a slip of the hand made into this one; "" if
// none is so near. "[milk]" may be one, and "[mild]" is another word.
func filledSomewhere(word string) string {
	const short, long = 5, 8 // letters, from which one and two of them may differ
	slips := 0
	switch n := len([]rune(word)); {
	case n > MaxMeant:
		return ""
	case n >= long:
		slips = 2
	case n >= short:
		slips = 1
	}
	for _, known := range append([]string{strings.Trim(NamesBrace, "{}"), strings.Trim(ReportBrace, "{}")}, LineKinds...) {
		if EditDistance(strings.ToLower(word), known, slips) <= slips {
			return known
		}
	}
	return ""
}

// HasBraces reports whether a text may have something in braces, or in what looks like
// them. It is asked of every text, before anything is searched.
func HasBraces(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool {
		if c < 0x80 {
			return strings.ContainsRune("{}[<%$#(", c)
		}
		return c == '‹' || c == '＜' || unicode.Is(unicode.Ps, c) || unicode.Is(unicode.Pe, c)
	})
}

// NotFilled says what is wrong with something in braces where only these words are
// filled in, and what to write instead; "" if nothing is.
func NotFilled(inBraces string, filled []string) string {
	var known []string
	for _, word := range filled {
		known = append(known, "{"+word+"}")
	}
	switch {
	case slices.Contains(known, inBraces):
		return ""
	case len(known) == 0:
		return fmt.Sprintf("nothing fills in %q here, and the braces would be shown; write the word itself", inBraces)
	}
	return fmt.Sprintf("nothing fills in %q, and the braces would be shown%s", inBraces, DidYouMean(inBraces, known))
}
