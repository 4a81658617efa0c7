package content

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// A word of letters, or digits, with what stands before it.
var spokenWord = regexp.MustCompile(`([^\pL0-9]*)(\pL+|[0-9]+)`)

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

// spoken is a number that stands in words, or partly in words: "nine one one", "nine 1 one".
type spoken struct {
	from, to int
	digits   string
	amount   bool // "ciento doce": it may count something
	mixed    bool // some of it stands in digits
}

// spokenNumbers are the runs of words that say a digit each, with nothing but spaces and
// hyphens between them; mixed: those that have digits among the words. What has no word
// is none of these: it is a number in digits.
func spokenNumbers(raw string, mixed bool) []spoken {
	var all []spoken
	var now spoken
	times, words, figures := 1, 0, 0
	end := func() {
		now.mixed = figures > 0
		if now.mixed == mixed && words > 1 && words > figures && len(now.digits) >= shortestLine {
			all = append(all, now)
		}
		now, times, words, figures = spoken{}, 1, 0, 0
	}
	for _, m := range spokenWord.FindAllStringSubmatchIndex(raw, -1) {
		between, word := raw[m[2]:m[3]], fold(raw[m[4]:m[5]])
		digits, ok := digitWords()[word]
		figure := raw[m[4]] >= '0' && raw[m[4]] <= '9'
		if figure {
			digits, ok = word, mixed
		}
		if words > 0 && strings.Trim(between, " -\u00a0\n") != "" {
			end()
		}
		switch {
		case !ok || digits == "" && words == 0 || between == "" && m[4] > 0: // B12, 1st
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
		if figure {
			figures++
		}
		if digits != "" { // "y" joins two
			words++
		}
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
			all := spokenNumbers(s.raw, false)
			var mixed []spoken
			if strings.ContainsAny(s.raw, "0123456789") {
				mixed = spokenNumbers(s.raw, true)
			}
			for _, n := range mixed {
				// "nine one one 24 hours" has its number in words already.
				if !slices.ContainsFunc(all, func(o spoken) bool { return o.from < n.to && n.from < o.to }) {
					all = append(all, n)
				}
			}
			for _, n := range all {
				line, said, after := numbers[n.digits], s.raw[n.from:n.to], wordAfter(s.raw[n.to:])
				code := shortCode.MatchString(n.digits) && s.dials(n.from) && !n.mixed
				counts := n.amount && counted(after) || n.mixed && (counted(after) || counted(after+"s") || counted(after+"es")) // one 12-week trial
				switch {
				case counts && !s.comesAfterDial(n.from):
				case line != "":
					r.add(telephoneNumber, questionnaire.Error, p, "%q in %v is the number of help line %q in words; leave it out: numbers stand in help-lines.yaml only", said, p, line)
				case s.comesAfterDial(n.from) || code || len(n.digits) >= shortestDialed:
					r.add(telephoneNumber, questionnaire.Error, p, "%q in %v looks like a telephone number in words; leave it out: numbers stand in help-lines.yaml only", said, p)
				}
			}
			for _, m := range vanity.FindAllStringIndex(s.raw, -1) {
				letters := s.raw[m[0]:m[1]]
				told := s.comesAfterDial(m[0]) && len(onlyDigits(numberRun.FindString(letters))) >= shortestLine // of its digits
				if len(onlyDigits(keypad.Replace(letters))) >= shortestDialed && !told && lines[p.Of] == nil && (letters != p.licence() || s.isCalled(m[0])) {
					r.add(telephoneNumber, questionnaire.Error, p, "%q in %v looks like a telephone number in letters; leave it out: numbers stand in help-lines.yaml only", letters, p)
				}
			}
		}
	}
}
