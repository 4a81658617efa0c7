package content

import (
	"strings"
	"unicode"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// latest is how many words may be said before a question: at an ordinary pace they take
// six seconds. Somebody who listens cannot look ahead to it.
const latest = 18

// checkHeard looks for what is worse by ear than on a page: a question that waits behind
// what is said before it, and a number that is a name as well.
func checkHeard(r *report) {
	for _, p := range r.passages {
		switch {
		case p.Of.Kind == "question" && p.key == "before":
			if n := countWords(p.text.Plain()); n > latest {
				r.add(lateQuestion, questionnaire.Warning, p, "%v is %d words, and only then the question is heard; say it in %d, or in the text of the topic", p, n, latest)
			}
		case p.Of.Kind == "line" && p.key == "name":
			if n := repeated(r.q, p.Of.ID, string(p.text)); n != "" {
				r.add(numberInName, questionnaire.Note, p, "%v has its number %s in it, which is read aloud a second time; if the line has an official name without it, use that", p, n)
			}
		}
	}
}

// repeated is the number of a help line that stands in its name; "" if none does.
func repeated(q *questionnaire.Questionnaire, id, name string) string {
	for _, region := range q.Regions {
		for _, l := range questionnaire.AllLines(region) {
			for _, number := range []string{l.Call, l.Text} {
				if l.ID == id && number != "" && strings.Contains(digits(name), digits(number)) && digits(number) != "" {
					return number
				}
			}
		}
	}
	return ""
}

func digits(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}
