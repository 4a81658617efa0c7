package page

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

// Hers are the words as they are true of her. "Before you decide" claims that
// something is being decided: where phrases.yaml has these very words, and her
// answers do not make them true, she reads another word for the same urgency.
func Hers(w *wording.Words, s screening.State) *wording.Words {
	if isTrue(s, w.Urgency.BeforeDeciding) {
		return w
	}
	hers := *w
	hers.Urgency.BeforeDeciding = w.Urgency.Undecided
	return &hers
}

// Anybodys are the words of a paper that whoever may hold: where "before you
// decide" is not true of everybody, it stands beside the other word for the same.
func Anybodys(w *wording.Words, q *questionnaire.Questionnaire) *wording.Words {
	if Hers(w, screening.Start(q)) == w {
		return w
	}
	all := *w
	all.Urgency.BeforeDeciding = w.Urgency.Either
	return &all
}

// isTrue is false only for words that phrases.yaml has as they are, and that her
// answers do not make true.
func isTrue(s screening.State, words string) bool {
	said := questionnaire.Fold(words)
	for _, p := range s.Questionnaire().Phrases {
		for _, of := range p.Words {
			for _, one := range of.Words {
				if questionnaire.Fold(one) == said {
					return !p.Never && s.Truth(p.TrueWhen) == screening.Yes
				}
			}
		}
	}
	return true
}
