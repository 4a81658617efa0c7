package folder

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// severalPlaces is from how many places on a name that is missing is told once.
const severalPlaces = 4

// atTheirCause tells once what is missing in many places: whoever removed or renamed
// a question wants to hear that, and not two hundred times where it is missed. The
// findings stand in order, and the first place stays.
func atTheirCause(findings []questionnaire.Finding) []questionnaire.Finding {
	places := map[string][]questionnaire.Position{}
	for _, f := range findings {
		if f.Check == questionnaire.Dangling {
			places[f.Message] = append(places[f.Message], f.At)
		}
	}
	var told []questionnaire.Finding
	for _, f := range findings {
		at := places[f.Message]
		switch {
		case f.Check != questionnaire.Dangling || len(at) < severalPlaces:
		case f.At != at[0]:
			continue
		default:
			f.Message += questionnaire.Message("; %d more places name it, the next at %s: was it removed, or called something else?", len(at)-1, at[1])
		}
		told = append(told, f)
	}
	return told
}
