package content

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// telephoneWords are the numbers to refuse, and what tells a count from a
// number that can be dialled.
type telephoneWords struct {
	Refused []struct {
		Number string `yaml:"number"`
		Why    string `yaml:"why"`
	} `yaml:"refused"`
	Closed []struct {
		Name string `yaml:"name"`
		Why  string `yaml:"why"`
	} `yaml:"closed"`
	Counted []string `yaml:"counted"`
	Dial    []string `yaml:"dial"`
}

var telephone = sync.OnceValue(func() telephoneWords {
	var t telephoneWords
	mustDecode(wordFiles, "words/telephone.yaml", &t)
	return t
})

// A run of digits that somebody could dial: groups joined by a space, a
// hyphen, a dot or brackets. Commas and long dashes join no telephone number.
var numberRun = regexp.MustCompile(`\+?[0-9]+(?:[ .()-]{1,2}[0-9]+)*`)

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

// isHelpLine tells the texts of help-lines.yaml, the one place for numbers.
func isHelpLine(p passage) bool { return strings.HasPrefix(p.owner, "help line ") }

// checkTelephoneNumbers finds numbers outside help-lines.yaml, where they would
// outlive their check.
func checkTelephoneNumbers(r *report) {
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
	for _, p := range r.passages {
		if isHelpLine(p) {
			continue
		}
		for s := range p.each {
			for _, m := range numberRun.FindAllStringIndex(s.raw, -1) {
				run := s.raw[m[0]:m[1]]
				if isPartOfWord(s.raw, m) {
					continue
				}
				before, after := wordBefore(s.raw[:m[0]]), wordAfter(s.raw[m[1]:])
				dialed := slices.Contains(telephone().Dial, before) && len(onlyDigits(run)) >= shortestLine
				line := lines[onlyDigits(run)]
				switch {
				case slices.Contains(telephone().Counted, after) && !dialed:
				case line != "":
					r.add(telephoneNumber, questionnaire.Error, p.at, "%q in %v is the number of help line %q; leave it out: numbers stand in help-lines.yaml only", run, p, line)
				case dialed || looksDialed(run):
					r.add(telephoneNumber, questionnaire.Error, p.at, "%q in %v looks like a telephone number; leave it out: numbers stand in help-lines.yaml only", run, p)
				}
			}
		}
	}
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

func wordBefore(text string) string {
	all := tokens(text)
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1].word
}

func wordAfter(text string) string {
	all := tokens(text)
	if len(all) == 0 || all[0].from > 1 {
		return ""
	}
	return all[0].word
}

// checkRefusedNumbers finds numbers that circulate and must not be printed,
// anywhere, help lines included.
func checkRefusedNumbers(r *report) {
	report := func(text, where string, at questionnaire.Position) {
		for _, m := range numberRun.FindAllString(text, -1) {
			for _, refused := range telephone().Refused {
				if sameNumber(onlyDigits(m), onlyDigits(refused.Number)) {
					r.add(refusedNumber, questionnaire.Error, at, "%q in %s must not be printed: %s; remove it", m, where, refused.Why)
				}
			}
		}
	}
	for _, p := range r.passages {
		for s := range p.each {
			report(s.raw, p.String(), p.at)
		}
	}
	for _, region := range r.q.Regions {
		for _, l := range region.Lines {
			owner := "help line \"" + l.ID + "\""
			report(l.Call, "\"call\" of "+owner, l.At)
			report(l.Text, "\"text\" of "+owner, l.At)
			report(l.Name, "\"name\" of "+owner, l.At)
			report(l.Hours, "\"hours\" of "+owner, l.At)
			for _, closed := range telephone().Closed {
				if strings.Contains(strings.ToLower(l.Name), closed.Name) && (l.Call != "" || l.Text != "") {
					r.add(refusedNumber, questionnaire.Error, l.At, "%s has a number, and %s; remove it", owner, closed.Why)
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
	for _, region := range r.q.Regions {
		for _, l := range region.Lines {
			for _, text := range []string{l.Name, l.Note, l.For} {
				for _, letters := range vanity.FindAllString(text, -1) {
					spelled := onlyDigits(keypad.Replace(letters))
					if !spells(spelled, l.Call) && !spells(spelled, l.Text) {
						r.add(telephoneNumber, questionnaire.Error, l.At, "%q of help line %q spells %s, which is not its number; write the letters of its number, or none", letters, l.ID, spelled)
					}
				}
			}
		}
	}
}

func spells(spelled, number string) bool {
	digits := onlyDigits(number)
	return digits != "" && (strings.HasPrefix(spelled, digits) || strings.HasPrefix("1"+spelled, digits) || strings.HasPrefix(spelled, "1"+digits))
}
