package content

import (
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// What fits on a screen of 80 by 24, and into a tired head. How long a text may be
// depends on its language: language/*/reading.yaml.
const (
	mostAnswers      = 7 // and the two that every question has: nine
	sameStart        = 12
	educationAtLeast = 60 // words
)

// checkLengths measures questions, answers and education texts.
func checkLengths(r *report) {
	id := tooLong
	if r.language == nil {
		return
	}
	limits := r.language.Reading().Limits
	letters := func(at questionnaire.Position, what, owner, text string, limit int) {
		if moved, ok := r.place(at, text); ok {
			at = moved
		}
		if n := utf8.RuneCountInString(text); n > limit {
			r.add(id, questionnaire.Warning, at, "%q of %s has %d characters; shorten it to %d", what, owner, n, limit)
		}
	}
	for _, x := range r.q.Questions {
		letters(x.At, "ask", "question \""+x.ID+"\"", x.Ask, limits.Ask)
		letters(x.At, "why", "question \""+x.ID+"\"", x.Why, limits.Why)
		if len(x.Answers) > mostAnswers && r.moved == nil { // no translator can fix that
			r.add(id, questionnaire.Warning, x.At, "question %q offers %d answers, and two more that every question has; offer %d at most", x.ID, len(x.Answers), mostAnswers)
		}
		checkLabels(r, x, x.Answers, limits.Label, letters)
		checkLabels(r, x, x.States, limits.Label, letters)
	}
	for _, e := range r.q.Education {
		n := countWords(e.Text.Plain())
		switch {
		case n > limits.Education:
			r.add(id, questionnaire.Warning, e.At, "education %q has %d words; shorten it to %d", e.ID, n, limits.Education)
		case n < educationAtLeast:
			r.add(id, questionnaire.Warning, e.At, "education %q has only %d words; write %d at least, or move it into another text", e.ID, n, educationAtLeast)
		}
	}
}

// checkLabels also finds answers that sound alike at first, for somebody who
// hears them read.
func checkLabels(r *report, x *questionnaire.Question, answers []*questionnaire.Answer, most int, letters func(questionnaire.Position, string, string, string, int)) {
	first := map[string]string{}
	for _, a := range answers {
		letters(a.At, "label", "answer \""+a.ID+"\"", a.Label, most)
		label := []rune(strings.ToLower(a.Label))
		if len(label) < sameStart {
			continue
		}
		begin := string(label[:sameStart])
		if other, taken := first[begin]; taken {
			r.add(tooLong, questionnaire.Warning, a.At, "answers %q and %q of question %q begin with the same %d characters, %q; begin with what tells them apart", other, a.ID, x.ID, sameStart, begin)
			continue
		}
		first[begin] = a.ID
	}
}
