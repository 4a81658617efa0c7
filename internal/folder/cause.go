package folder

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// severalPlaces is from how many places on a name that is missing is told once.
// Fewer are listed, for whoever renamed something and goes from one to the next.
const severalPlaces = 12

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
			f.Message += questionnaire.Message(" (and at %d more places, the next at %s; was it removed, or called something else?)", len(at)-1, at[1])
		}
		told = append(told, f)
	}
	return told
}

// noAnswer reports that a question has no such answer. Where two of its answers share
// one id, one of them has lost its own: that is told there.
func (r *reader) noAnswer(q *questionnaire.Question, id string, at questionnaire.Position) {
	if !r.doubled[q] {
		r.report(questionnaire.Dangling, at, "question %q has no answer %q%s", q.ID, id, r.didYouMean(id, q.AnswerIDs()))
	}
}
