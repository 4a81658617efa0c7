package content

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// This file reads who is said to have reviewed a text: "Jane Roe, pharmacist, GPhC 2051234".
// Nobody can look up a licence from here. What can be seen is whether there is a name to
// ask after, a profession that has a licence, and a number that is neither a year nor a
// telephone's; and whether the words themselves say that the licence is not hers to use.

//go:embed words/reviewers.yaml
var reviewersFile []byte

// reviewerWords are the lists of reviewers.yaml.
type reviewerWords struct {
	Professions []string `yaml:"professions"`
	NotHerself  []string `yaml:"not-herself"`
	Herself     []string `yaml:"herself"`
	Healers     []string `yaml:"healers"`
	Ended       []string `yaml:"ended"`
	NumberOf    []string `yaml:"number-of"`
	Telephone   []string `yaml:"telephone"`
}

var reviewers = sync.OnceValue(func() reviewerWords {
	var w reviewerWords
	mustDecode("reviewers.yaml", reviewersFile, &w)
	for _, list := range [][]string{w.Professions, w.NotHerself, w.Herself, w.Healers, w.Ended, w.NumberOf, w.Telephone} {
		for i, word := range list {
			if strings.ToUpper(word) != word { // DO is a doctor, and "do" no word for one
				list[i] = fold(word)
			}
		}
	}
	return w
})

// clinician is whom a review names.
type clinician struct {
	name    string // to compare: see [nameToCompare]
	isNamed bool
	trained bool   // a profession is named
	doubt   string // why she may not treat anybody, in the words that say it
	until   int    // the year in which her licence ends; 0 if nothing says so
	licence licence
}

// licence is the number of one, as it is written, and as it is compared: without spaces,
// signs, and the letters before it.
type licence struct {
	written, key string
	registered   bool // what stands before it names a register, or the number of a licence
}

func clinicianOf(by string) clinician {
	name, rest, _ := strings.Cut(by, ",")
	w := reviewers()
	c := clinician{name: nameToCompare(name), isNamed: isName(name), licence: licenceOf(rest)}
	behind := inWords(rest)
	c.trained = says(behind, w.Professions) != "" || slices.ContainsFunc(strings.Fields(behind), isForeignWord)
	for _, h := range w.Herself {
		behind = strings.ReplaceAll(behind, " "+h+" ", " ")
	}
	for _, doubt := range []string{says(behind, w.NotHerself), formerly(behind), says(behind, w.Healers), says(behind, w.Ended), says(beforeName(name), slices.Concat(w.NotHerself, w.Healers))} {
		if c.doubt == "" {
			c.doubt = doubt
		}
	}
	if m := endOf.FindStringSubmatch(behind); m != nil {
		c.until, _ = strconv.Atoi(m[1])
	}
	return c
}

// wrong is why a review of this day by this clinician does not count, and what to write.
func (c clinician) wrong(on time.Time) string {
	const all = "write all three, with commas between: name and surname, profession, the number of the licence, such as \"Jane Roe, pharmacist, GPhC 2051234\""
	switch {
	case c.doubt != "":
		return fmt.Sprintf("and %q says that this is nobody who may treat people now, with a licence of her own; let somebody read it who may, and write only her name, profession and licence; or remove this review", c.doubt)
	case c.until > 0 && c.until < on.Year():
		return fmt.Sprintf("whose licence ended in %d, before that day; let somebody read it who has one, or remove this review", c.until)
	case !c.isNamed:
		return "without a name, a profession and a licence; " + all
	case !c.trained:
		return "without a profession that has a licence, in English or Spanish; " + all
	case c.licence.key == "":
		return "without the number of a licence, in one piece, which is neither a year nor a telephone number; " + all
	}
	return ""
}

// nameToCompare is a clinician's name, however it is written: without accents, capital
// letters, titles and full stops.
func nameToCompare(name string) string {
	words := slices.DeleteFunc(strings.FieldsFunc(fold(name), func(r rune) bool { return !isWordRune(r) }), func(word string) bool {
		return slices.Contains([]string{"dr", "dra", "mr", "mrs", "ms", "prof"}, word)
	})
	return strings.Join(words, " ")
}

// beforeName is what stands with a name and is none: its first word, those in small
// letters, and those in brackets.
func beforeName(name string) string {
	var some []string
	brackets := false
	for i, word := range strings.Fields(name) {
		first, _ := utf8.DecodeRuneInString(word)
		brackets = brackets || strings.ContainsAny(word, "([")
		if i == 0 || brackets || unicode.IsLower(first) {
			some = append(some, word)
		}
	}
	return inWords(strings.Join(some, " "))
}

// A name has a surname, begins with a capital letter where its script has any, and is
// more than initials. Some scripts write no space in it.
func isName(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 || strings.ContainsFunc(name, unicode.IsNumber) {
		return false
	}
	if strings.ContainsFunc(name, func(r rune) bool { return unicode.In(r, unicode.Lo) }) {
		return twoLetters.MatchString(name)
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	return unicode.IsUpper(first) && len(words) > 1 && slices.ContainsFunc(words, isWord)
}

var twoLetters = regexp.MustCompile(`(?s)\pL.*\pL`)

// isWord reports whether it is more than one letter, or one letter again and again.
func isWord(word string) bool {
	word = fold(word)
	first, _ := utf8.DecodeRuneInString(word)
	return twoLetters.MatchString(word) && strings.Trim(word, string(first)) != ""
}

// isForeignWord tells one of another script, whose professions nobody here can list.
func isForeignWord(word string) bool {
	return isWord(word) && !strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}

var (
	initials = regexp.MustCompile(`(?:\b\pL\.){2,}`)
	// "No. 123" counts, where "no licence" denies.
	numberSign = regexp.MustCompile(`(?i)\bno\.`)
	endOf      = regexp.MustCompile(` (?:until|till|to|through|hasta) (?:[a-z]+ )*((?:19|20)[0-9]{2}) `)
)

// inWords is a text as its words with a space about each: folded, and once more as they
// stand if they are in capital letters.
func inWords(text string) string {
	text = initials.ReplaceAllStringFunc(text, func(s string) string { return strings.ReplaceAll(s, ".", "") })
	text = numberSign.ReplaceAllString(text, " ")
	said := " "
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !isWordRune(r) && !unicode.IsMark(r) }) {
		said += fold(word) + " "
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !isWordRune(r) }) {
		if isWord(word) && strings.ToUpper(word) == word {
			said += ". " + word + " "
		}
	}
	return said
}

// says is what of a list stands in such words; "" if nothing does.
func says(words string, list []string) string {
	for _, one := range list {
		stem, begins := strings.CutSuffix(one, "*")
		switch at := strings.Index(words, " "+stem); {
		case begins && at >= 0:
			word, _, _ := strings.Cut(words[at+1:], " ")
			return word
		case strings.Contains(words, " "+stem+" "):
			return one
		}
	}
	return ""
}

// formerly is a profession that she had: "exenfermera".
func formerly(words string) string {
	for _, word := range strings.Fields(words) {
		if had, ok := strings.CutPrefix(word, "ex"); ok && slices.Contains(reviewers().Professions, had) {
			return word
		}
	}
	return ""
}

// Where the number of a licence ends, and what is a day or a year, and no number of one.
var (
	partOfReviewer = regexp.MustCompile(`[^,;]+`)
	wordOrNumber   = regexp.MustCompile(`[\pL\pM0-9]+`)
	anyDay         = regexp.MustCompile(`^(?:(?:19|20)[0-9]{2}[-/. ][0-9]{1,2}(?:[-/. ][0-9]{1,2})?|(?:[0-9]{1,2}[-/. ]){1,2}(?:19|20)[0-9]{2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}|(?:19|20)[0-9]{2}[-/ –]{1,3}(?:19|20)?[0-9]{2})$`)
	anyYear        = regexp.MustCompile(`^(?:19|20)[0-9]{2}s?$`)
)

// licenceOf is the first number that can be one of a licence. It has three signs or
// more, a digit other than 0 among them, and is not one digit again and again.
func licenceOf(text string) licence {
	for _, at := range partOfReviewer.FindAllStringIndex(text, -1) {
		part := text[at[0]:at[1]]
		words := wordOrNumber.FindAllStringIndex(part, -1)
		for i := 0; i < len(words); i++ {
			if !hasDigit(part[words[i][0]:words[i][1]]) {
				continue
			}
			to := i + 1 // "12 A 3456 E"
			for to < len(words) && !strings.ContainsAny(part[words[to-1][1]:words[to][0]], "()[]") && (hasDigit(part[words[to][0]:words[to][1]]) || utf8.RuneCountInString(part[words[to][0]:words[to][1]]) == 1) {
				to++
			}
			from := words[i][0]
			l := licence{written: part[from:words[to-1][1]]}
			var before []string
			for _, w := range words[:i] {
				before = append(before, part[w[0]:w[1]])
			}
			if l.isNumber(part[:from], before) {
				l.registered = l.isRegistered(before)
				return l
			}
			i = to - 1
		}
	}
	return licence{}
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// isNumber holds a number to what one of a licence is like, and sets what it is compared by.
func (l *licence) isNumber(text string, before []string) bool {
	const least, calls = 3, 3 // signs; words
	signs := strings.Map(func(r rune) rune {
		if isWordRune(r) {
			return r
		}
		return -1
	}, fold(l.written))
	run := numberRun.FindString(l.written)
	grouped := strings.ContainsAny(run, " .()-") && len(onlyDigits(run)) >= shortestDialed
	last := ""
	if len(before) > 0 {
		last = fold(before[len(before)-1])
	}
	switch {
	case len(signs) < least || !strings.ContainsAny(signs, "123456789") || strings.Trim(signs, signs[:1]) == "":
	case strings.HasSuffix(text, "+") || grouped || anyDay.MatchString(l.written):
	case anyYear.MatchString(l.written) && !slices.Contains(reviewers().NumberOf, last):
	case slices.ContainsFunc(before[max(0, len(before)-calls):], isCall):
	default:
		l.key = strings.TrimLeftFunc(signs, unicode.IsLetter)
		return true
	}
	return false
}

// isCall tells what one does with a telephone number, or what it is a number of.
func isCall(word string) bool {
	word = fold(word)
	return dialed(word) && !slices.Contains(reviewers().NumberOf, word) || slices.Contains(reviewers().Telephone, word)
}

// isRegistered reports whether the number is said to be one of a licence: behind the
// short name of a register (GPhC, RN), or a word for it.
func (l licence) isRegistered(before []string) bool {
	if len(before) == 0 {
		return false
	}
	const longest = 8
	last := before[len(before)-1]
	capitals := 0
	for _, r := range last {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	short := capitals > 1 || utf8.RuneCountInString(last) == 1 && capitals == 1 // "M.N. 123456"
	return short && len(last) <= longest || slices.Contains(reviewers().NumberOf, fold(last)) || unicode.Is(unicode.Lo, []rune(last)[0])
}

// licence is that of the review which this text is of; "" if it is of none. Nobody takes
// the number for one to dial: it comes after the name of its register.
func (p passage) licence() string {
	if p.Key != "by" || !slices.Contains([]string{"education", "translation"}, p.Of.Kind) {
		return ""
	}
	_, rest, _ := strings.Cut(string(p.text), ",")
	if l := licenceOf(rest); l.registered {
		return l.written
	}
	return ""
}

// inOnePiece is what to do about a licence that looks like something to dial.
func (p passage) inOnePiece() string {
	if p.Key != "by" || p.Of.Kind == "source" {
		return ""
	}
	return "; if it is a licence, write it in one piece behind the short name of its register, such as GPhC 2051234"
}
