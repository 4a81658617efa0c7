package folder

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// saidOfMedicines is a sentence that names medicines: it has {names} once. Other
// words in braces are found as in every text.
func (o *object) saidOfMedicines() string {
	text := o.line("said")
	found := slices.Compact(slices.Sorted(slices.Values(questionnaire.InBraces(text))))
	names := strings.Count(text, questionnaire.NamesBrace)
	if text != "" && names != 1 && len(found) == min(names, 1) {
		o.r.report(unknownBrace, o.place("said"), "this sentence names her medicines; write %s once, where their names belong", questionnaire.NamesBrace)
	}
	return text
}
