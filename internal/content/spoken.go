package content

import (
	"regexp"
	"strings"
	"sync"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// A word of letters, with what stands before it.
var spokenWord = regexp.MustCompile(`([^\pL]*)(\pL+)`)

// digitWords are those of every language: a number is one in any text.
var digitWords = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, l := range language.All() {
		for word, digits := range l.Words().Digits {
			all[fold(word)] = digits
		}
	}
	return all
})

// spoken is a number that stands in words: "nine one one".
type spoken struct {
	from, to int
	digits   string
	amount   bool // "ciento doce": it may count something
}

// spokenNumbers are the runs of words that say a digit each, with nothing but
// spaces and hyphens between them.
func spokenNumbers(raw string) []spoken {
	var all []spoken
	var now spoken
	times, words := 1, 0
	end := func() {
		if words > 1 && len(now.digits) >= shortestLine {
			all = append(all, now)
		}
		now, times, words = spoken{}, 1, 0
	}
	for _, m := range spokenWord.FindAllStringSubmatchIndex(raw, -1) {
		between, word := raw[m[2]:m[3]], fold(raw[m[4]:m[5]])
		digits, ok := digitWords()[word]
		if words > 0 && strings.Trim(between, " -\u00a0\n") != "" {
			end()
		}
		switch {
		case !ok || digits == "" && words == 0:
			end()
			continue
		case strings.HasPrefix(digits, "x"):
			times = len("xx")
			if digits == "x3" {
				times = len("xxx")
			}
		default:
			digits, amount := strings.CutSuffix(digits, "h")
			now.amount = now.amount || amount
			now.digits += strings.Repeat(digits, times)
			times = 1
		}
		if words == 0 {
			now.from = m[4]
		}
		now.to = m[5]
		words++
	}
	end()
	return all
}

// checkSpokenNumbers finds numbers in words and in letters, where they would
// outlive their check as those in digits would.
func checkSpokenNumbers(r *report) {
	numbers, lines := r.lineNumbers(), r.helpLines()
	for _, p := range r.passages {
		if p.May("telephone-number", "") {
			continue
		}
		for s := range p.each {
			for _, n := range spokenNumbers(s.raw) {
				line, said := numbers[n.digits], s.raw[n.from:n.to]
				code := shortCode.MatchString(n.digits) && dials(s.raw[:n.from])
				switch {
				case n.amount && counted(wordAfter(s.raw[n.to:])) && !comesAfterDial(s.raw[:n.from]):
				case line != "":
					r.add(telephoneNumber, questionnaire.Error, p, "%q in %v is the number of help line %q in words; leave it out: numbers stand in help-lines.yaml only", said, p, line)
				case comesAfterDial(s.raw[:n.from]) || code || len(n.digits) >= shortestDialed:
					r.add(telephoneNumber, questionnaire.Error, p, "%q in %v looks like a telephone number in words; leave it out: numbers stand in help-lines.yaml only", said, p)
				}
			}
			for _, m := range vanity.FindAllStringIndex(s.raw, -1) {
				letters := s.raw[m[0]:m[1]]
				told := comesAfterDial(s.raw[:m[0]]) && len(onlyDigits(numberRun.FindString(letters))) >= shortestLine // of its digits
				if len(onlyDigits(keypad.Replace(letters))) >= shortestDialed && !told && lines[p.Of] == nil {
					r.add(telephoneNumber, questionnaire.Error, p, "%q in %v looks like a telephone number in letters; leave it out: numbers stand in help-lines.yaml only", letters, p)
				}
			}
		}
	}
}
