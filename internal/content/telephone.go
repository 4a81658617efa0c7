package content

import (
	"cmp"
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// telephoneWords are the numbers to refuse, whatever the language.
type telephoneWords struct {
	Refused []struct {
		Number string `yaml:"number"`
		Why    string `yaml:"why"`
	} `yaml:"refused"`
	Forms  map[string]form `yaml:"forms"`
	Closed []struct {
		Name string `yaml:"name"`
		Why  string `yaml:"why"`
	} `yaml:"closed"`
	Sites []struct {
		Site string `yaml:"site"`
		Why  string `yaml:"why"`
	} `yaml:"sites"`
}

//go:embed words/telephone.yaml
var telephoneFile []byte

var telephone = sync.OnceValue(func() telephoneWords {
	var t telephoneWords
	mustDecode("telephone.yaml", telephoneFile, &t)
	return t
})

// counted and dialed report whether a word, in any language, is something that a
// number counts, or what one does with a telephone number.
var counted, dialed = inAnyLanguage(func(w language.Words) []string { return w.Counted }), inAnyLanguage(func(w language.Words) []string { return w.Dial })

func inAnyLanguage(list func(language.Words) []string) func(string) bool {
	set := sync.OnceValue(func() map[string]bool {
		all := map[string]bool{}
		for _, l := range language.All() {
			for _, word := range list(l.Words()) {
				all[fold(word)] = true
			}
		}
		return all
	})
	return func(word string) bool { return set()[word] }
}

// A run of digits that somebody could dial: groups joined by a space, a
// hyphen, a dot or brackets. Commas and long dashes join no telephone number.
var numberRun = regexp.MustCompile(`\+?[0-9]+(?:[ .()-]{1,2}[0-9]+|,[0-9]{3,})*`)

var (
	yearRange = regexp.MustCompile(`^(?:19|20)[0-9]{2}[ -]{1,3}(?:19|20)[0-9]{2}$`)
	decimals  = regexp.MustCompile(`^[0-9]+\.[0-9]+$`)
)

// The fewest digits of a number that is dialled: of a line's own, and of one
// that only looks like a telephone number.
const (
	shortestLine   = 3
	shortestDialed = 7
)

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// checkTelephoneNumbers finds numbers outside help-lines.yaml, where they would
// outlive their check.
func checkTelephoneNumbers(r *report) {
	lines := r.lineNumbers()
	for _, p := range r.passages {
		if p.May("telephone-number", "") {
			continue
		}
		licence, instead := p.licence(), p.inOnePiece()
		for s := range p.each {
			checkDrawnOut(r, p, s, lines, licence)
			for _, m := range numberRun.FindAllStringIndex(s.raw, -1) {
				run := s.raw[m[0]:m[1]]
				if isPartOfWord(s.raw, m) {
					continue
				}
				after := wordAfter(s.raw[m[1]:])
				code := shortCode.MatchString(run) || partedCode.MatchString(run) && !counted(after)
				toDial := s.comesAfterDial(m[0]) && len(onlyDigits(run)) >= shortestLine || code && s.dials(m[0])
				line := lines[onlyDigits(run)]
				switch {
				case counted(after) && !toDial:
				case run == licence && !s.isCalled(m[0]):
				case line != "":
					r.add(telephoneNumber, questionnaire.Error, p, "%q in %v is the number of help line %q; leave it out: numbers stand in help-lines.yaml only", run, p, line)
				case toDial || looksDialed(run) && !p.May("telephone-number", "alike"):
					r.add(telephoneNumber, questionnaire.Error, p, "%q in %v looks like a telephone number; leave it out: numbers stand in help-lines.yaml only%s", run, p, instead)
				}
			}
		}
	}
}

// lineNumbers are the numbers of help lines, as digits, and whose they are.
func (r *report) lineNumbers() map[string]string {
	lines := map[string]string{}
	for _, region := range r.q.Regions {
		for _, l := range region.Lines {
			for _, number := range []string{l.Call, l.Text} {
				if digits := onlyDigits(number); len(digits) >= shortestLine && lines[digits] == "" {
					lines[digits] = l.ID
				}
			}
		}
	}
	return lines
}

// shortCode is a number to send a word to: "text HOME to 12345", or in two halves.
var (
	shortCode  = regexp.MustCompile(`^[0-9]{5,6}$`)
	partedCode = regexp.MustCompile(`^[0-9]{2,3}[ -][0-9]{3}$`)
)

// drawnOut is a number whose groups are joined by what joins no number in print, and
// still reads as one: "9/1/1", "1–800–222–1222". Three groups at least, and no date.
var (
	drawnOut = regexp.MustCompile(`[0-9]+(?:(?: ?[/–—] ?| - )[0-9]+){2,}`)
	slashed  = regexp.MustCompile(`^(?:[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{2}|[0-9]{4})|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2})$`)
)

// checkDrawnOut finds such numbers in a sentence.
func checkDrawnOut(r *report, p passage, s sentence, lines map[string]string, licence string) {
	text := s.raw
	for _, m := range drawnOut.FindAllStringIndex(text, -1) {
		run := text[m[0]:m[1]]
		digits := onlyDigits(run)
		dialed := s.comesAfterDial(m[0])
		switch {
		case run == licence && !s.isCalled(m[0]):
		case isPartOfWord(text, m) || counted(wordAfter(text[m[1]:])) || slashed.MatchString(run) && (!dialed || lines[digits] == ""):
		case lines[digits] != "":
			r.add(telephoneNumber, questionnaire.Error, p, "%q in %v is the number of help line %q; leave it out: numbers stand in help-lines.yaml only", run, p, lines[digits])
		case dialed && len(digits) >= shortestLine || len(digits) >= shortestDialed:
			r.add(telephoneNumber, questionnaire.Error, p, "%q in %v looks like a telephone number; leave it out: numbers stand in help-lines.yaml only", run, p)
		}
	}
}

// dials reports whether anything that one does with a telephone number stands before
// this place.
func (s sentence) dials(at int) bool {
	return slices.ContainsFunc(s.before(at, len(s.tokens)), func(t token) bool { return dialed(t.word) })
}

// before are the last words before this place, so many at most. They are not taken from
// the text again: of a sentence that is full of numbers, that would be done for each.
func (s sentence) before(at, most int) []token {
	end, _ := slices.BinarySearchFunc(s.tokens, at, func(t token, at int) int { return cmp.Compare(t.from, at) })
	some := s.tokens[max(0, end-most):end]
	if end > 0 && s.tokens[end-1].to > at {
		last := s.tokens[end-1] // "é12": the letters stand before the number
		last.word, last.to = "", at
		if at-last.from <= longestWord {
			last.word = fold(s.raw[last.from:at])
		}
		some = append(slices.Clone(some[:len(some)-1]), last)
	}
	return some
}

func looksDialed(run string) bool {
	if _, err := time.Parse(time.DateOnly, run); err == nil || yearRange.MatchString(run) || decimals.MatchString(run) {
		return false
	}
	return len(onlyDigits(run)) >= shortestDialed
}

// isPartOfWord tells digits that letters or a comma go on from: "B12", "1,000".
func isPartOfWord(text string, m []int) bool {
	if before := text[:m[0]]; before != "" {
		last := before[len(before)-1]
		if isASCIILetter(last) || last == ',' {
			return true
		}
	}
	after := text[m[1]:]
	return len(after) > 1 && after[0] == ',' && after[1] >= '0' && after[1] <= '9'
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// comesAfterDial reports whether what stands before this place ends with what one does
// with a telephone number: "call", "marca el".
func (s sentence) comesAfterDial(at int) bool {
	const longest = 3 // words
	phrase := ""
	for _, t := range slices.Backward(s.before(at, longest)) {
		phrase = strings.TrimSpace(t.word + " " + phrase)
		if dialed(phrase) {
			return true
		}
	}
	return false
}

// isCalled is the same of the number of a licence, which is a "number" too.
func (s sentence) isCalled(at int) bool {
	const longest = 3 // words
	return slices.ContainsFunc(s.before(at, longest), func(t token) bool { return isCall(t.word) })
}

// longestWord is as long as what a number counts, or what one does with it, can be.
const longestWord = 80 // bytes

func wordAfter(text string) string {
	all := tokens(text[:min(len(text), longestWord)])
	if len(all) == 0 || all[0].from > 1 {
		return ""
	}
	return all[0].word
}

// checkRefusedNumbers finds numbers that circulate and must not be printed,
// anywhere, help lines included.
func checkRefusedNumbers(r *report) {
	for _, p := range r.passages {
		for s := range p.each {
			for _, m := range numberRun.FindAllString(s.raw, -1) {
				for _, refused := range telephone().Refused {
					if sameNumber(onlyDigits(m), onlyDigits(refused.Number)) {
						r.add(refusedNumber, questionnaire.Error, p, "%q in %v must not be printed: %s; remove it", m, p, refused.Why)
					}
				}
			}
		}
	}
	for _, region := range r.q.Regions {
		for _, l := range region.Lines {
			for _, closed := range telephone().Closed {
				if strings.Contains(strings.ToLower(l.Name), closed.Name) && (l.Call != "" || l.Text != "") {
					r.addOf(refusedNumber, questionnaire.Error, l.Subject(), l.At, "help line %q has a number, and %s; remove it", l.ID, closed.Why)
				}
			}
			for _, gone := range telephone().Sites {
				if strings.Contains(strings.ToLower(l.URL), gone.Site) {
					r.addOf(refusedNumber, questionnaire.Error, l.Subject(), l.At, "help line %q leads to %s, and %s; remove it", l.ID, l.URL, gone.Why)
				}
			}
		}
	}
}

// sameNumber compares digits, with or without a country's code.
func sameNumber(a, b string) bool {
	const longestCode = 5 // "00353"
	core := strings.TrimLeft(b, "0")
	if len(core) == 11 && core[0] == '1' {
		core = core[1:]
	}
	code, found := strings.CutSuffix(a, core)
	return found && len(code) <= longestCode && (len(code) <= 1 || strings.HasPrefix(code, "00") || slices.Contains(countryCodes, strings.TrimLeft(code, "0")))
}

// countryCodes are those of the countries that the refused numbers are from.
var countryCodes = []string{"1", "44", "353", "61"}

// A number in letters: digits, then capital letters, joined by hyphens, or by
// a space where the digits are an area: "0800 POISON".
var vanity = regexp.MustCompile(`\b[0-9]+(?:[ -]?[0-9]+)*(?:-?[A-Z][A-Z0-9-]{2,}[A-Z]|-[A-Z]+\b|[A-Z]{3,}| [A-Z]{5,})(?:-[A-Z0-9]+)*\b`)

var keypad = strings.NewReplacer(
	"A", "2", "B", "2", "C", "2", "D", "3", "E", "3", "F", "3", "G", "4", "H", "4", "I", "4", "J", "5", "K", "5", "L", "5",
	"M", "6", "N", "6", "O", "6", "P", "7", "Q", "7", "R", "7", "S", "7", "T", "8", "U", "8", "V", "8", "W", "9", "X", "9", "Y", "9", "Z", "9",
)

// checkVanityNumbers holds numbers in letters to the digits of their line. The
// letters may run on: 0508 TAUTOKO is dialled 0508 828 865.
func checkVanityNumbers(r *report) {
	lines := r.helpLines()
	for _, p := range r.passages {
		l := lines[p.Of]
		if l == nil {
			continue
		}
		for _, letters := range vanity.FindAllString(string(p.text), -1) {
			spelled := onlyDigits(keypad.Replace(letters))
			if !spells(spelled, l.Call) && !spells(spelled, l.Text) {
				r.add(telephoneNumber, questionnaire.Error, p, "%q of help line %q spells %s, which is not its number; write the letters of its number, or none", letters, l.ID, spelled)
			}
		}
	}
}

// helpLines are all help lines by what their texts call them.
func (r *report) helpLines() map[questionnaire.Subject]*questionnaire.HelpLine {
	lines := map[questionnaire.Subject]*questionnaire.HelpLine{}
	for _, region := range r.q.Regions {
		for _, l := range region.Lines {
			lines[l.Subject()] = l
		}
	}
	return lines
}

func spells(spelled, number string) bool {
	digits := onlyDigits(number)
	return digits != "" && (strings.HasPrefix(spelled, digits) || strings.HasPrefix("1"+spelled, digits) || strings.HasPrefix(spelled, "1"+digits))
}
