package folder

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

var brace = regexp.MustCompile(`\{[^{}]*\}?`)

// sentence is a key's text on one line, in which nothing is filled in.
func (o object) sentence(key string) string {
	text := o.line(key)
	if text != "" {
		o.r.braces(o.fields[key], text)
	}
	return text
}

// sentence is a text on one line, in which nothing is filled in.
func (r *reader) sentence(v value, text string) string {
	r.braces(v, text)
	return strings.Join(strings.Fields(text), " ")
}

// saidOfMedicines is a sentence that names medicines: it has {names} once.
func (o object) saidOfMedicines() string {
	text := o.line("said")
	if text == "" {
		return ""
	}
	if o.r.braces(o.fields["said"], text, questionnaire.NamesBrace) && strings.Count(text, questionnaire.NamesBrace) != 1 {
		o.r.report(unknownBrace, o.place("said"), "this sentence names her medicines; write %s once, where their names belong", questionnaire.NamesBrace)
	}
	return text
}

// braces reports what stands in braces and is nothing that the program fills in,
// and whether all is well.
func (r *reader) braces(v value, text string, known ...string) bool {
	for _, found := range brace.FindAllString(text, -1) {
		if !slices.Contains(known, found) {
			remedy := "write it without braces"
			if len(known) > 0 {
				remedy = "write " + strings.Join(known, " or ")
			}
			r.report(unknownBrace, v.at(), "the program fills in nothing for %s here; %s", found, remedy)
			return false
		}
	}
	return true
}
