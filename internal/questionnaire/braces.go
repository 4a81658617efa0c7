package questionnaire

import (
	"fmt"
	"regexp"
	"slices"
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
