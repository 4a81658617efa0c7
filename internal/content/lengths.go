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
	if r.language == nil {
		return
	}
	limits := r.language.Reading().Limits
	most := map[string]int{"ask": limits.Ask, "why": limits.Why, "label": limits.Label}
	alike := firstWords{}
	for _, p := range r.passages {
		switch {
		case p.Of.Kind == "education" && p.key == "text":
			checkEducation(r, p, limits.Education)
		case p.Of.Kind == "question" && most[p.key] > 0:
			if n := utf8.RuneCountInString(string(p.text)); n > most[p.key] {
				r.add(tooLong, questionnaire.Warning, p, "%v has %d characters; shorten it to %d", p, n, most[p.key])
			}
		}
		if p.Of.Kind == "question" && p.key == "label" {
			alike.check(r, p)
		}
	}
	if r.places != nil {
		return // no translator can fix how many answers there are
	}
	for _, x := range r.q.Questions {
		if len(x.Answers) > mostAnswers {
			r.addOf(tooLong, questionnaire.Warning, x.Subject(), x.At, "question %q offers %d answers, and two more that every question has; offer %d at most", x.ID, len(x.Answers), mostAnswers)
		}
	}
}

func checkEducation(r *report, p passage, most int) {
	switch n := countWords(p.text.Plain()); {
	case n > most:
		r.add(tooLong, questionnaire.Warning, p, "%v has %d words; shorten it to %d", p.Of, n, most)
	case n < educationAtLeast:
		r.add(tooLong, questionnaire.Warning, p, "%v has only %d words; write %d at least, or move it into another text", p.Of, n, educationAtLeast)
	}
}

// firstWords are how the answers of each question begin: those that sound alike
// at first are hard to tell apart for somebody who hears them read.
type firstWords map[beginning]string

// beginning is one of an answer, or of a state, of a question.
type beginning struct{ question, kind, begin string }

func (f firstWords) check(r *report, p passage) {
	label := []rune(strings.ToLower(string(p.text)))
	if len(label) < sameStart {
		return
	}
	kind, id, _ := strings.Cut(p.Of.Part, "/")
	begin := beginning{p.Of.ID, kind, string(label[:sameStart])}
	if other, taken := f[begin]; taken {
		r.add(tooLong, questionnaire.Warning, p, "answers %q and %q of question %q begin with the same %d characters, %q; begin with what tells them apart", other, id, p.Of.ID, sameStart, begin.begin)
		return
	}
	f[begin] = id
}
