package plain

import (
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/page"
)

// Who says what has happened, and not which of the answers that is, is asked whether
// she means the answers that have her words in them: "seizure", "bleeding". They are
// never chosen for her, because "no fever" has the same words.

// More answers than these are not asked about: she hears them all anyway.
const mostAmong = 3

// Shorter words stand in too many sentences.
const leastTelling = 4

// offer are the answers in which most of her words stand.
func (e *ear) offer() Heard {
	if e.p.Kind != page.QuestionPage || e.p.Typing {
		return Heard{}
	}
	var telling []string
	for _, word := range e.words {
		if utf8.RuneCountInString(word) >= leastTelling {
			telling = append(telling, word)
		}
	}
	var among []int
	most := max(1, (len(telling)+1)/2) // at least half of them
	for n, c := range e.p.Choices() {
		if c.Extra != page.NoExtra || !c.Box && c.Means == nil || e.p.Question != nil && n >= len(e.p.Question.Answers) {
			continue
		}
		switch stand := standing(telling, words(c.Label)); {
		case stand > most:
			most, among = stand, []int{n}
		case stand == most:
			among = append(among, n)
		}
	}
	if len(among) > mostAmong || len(among) == 0 {
		return Heard{}
	}
	return e.among(among)
}

// standing is how many of the words stand in a label, in some form.
func standing(telling, label []string) int {
	n := 0
	for _, word := range telling {
		for _, other := range label {
			if sameStem(word, other) {
				n++
				break
			}
		}
	}
	return n
}

// Words with one beginning are forms of one word where no more than so many letters of
// either differ: bleed, bleeding.
const mostEnding = 4

func sameStem(a, b string) bool {
	same := 0
	for same < min(len(a), len(b)) && a[same] == b[same] {
		same++
	}
	return same == len(a) && same == len(b) || same >= leastTelling && max(len(a), len(b))-same <= min(mostEnding, same-1)
}
