package wrap

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	// number is a telephone number in digits of any script, in groups or digit by
	// digit, but not over the end of a sentence ("in 2026. 8 texts"), with letters for digits ("0800 POISON") and an extension.
	number  = regexp.MustCompile(`[+(]?\p{Nd}(?:[ ()/\p{Pd}]*\.?\p{Nd})*(?:[ \p{Pd}]\p{Lu}{3,})*(?:,? (?:x|ext\pL*\.?) ?\p{Nd}+)?`)
	date    = regexp.MustCompile(`^(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}$`)
	address = regexp.MustCompile(`^\W*(?:[a-z]+://|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b|[\w.+-]+@[\w.-]+)`)
)

func isAddress(word string) bool { return address.MatchString(word) }

// tie finds what belongs together. The words are looked at without what colours
// them; two spaces between them set them apart, also where both are numbers.
func tie(all []word) {
	if !slices.ContainsFunc(all, func(w word) bool { return strings.ContainsFunc(w.plain, unicode.IsDigit) }) {
		return
	}
	var text strings.Builder
	starts := map[int]int{}
	for i, w := range all {
		if i > 0 && len(w.gap) > 1 {
			text.WriteByte('\n') // no sign of a number
		}
		if i > 0 && w.gap != "" {
			text.WriteByte(' ')
		}
		starts[text.Len()] = i
		text.WriteString(w.plain)
	}
	whole := text.String()
	for _, m := range number.FindAllStringIndex(whole, -1) {
		for at := m[0] + 1; at < m[1]; at++ {
			if i, begins := starts[at]; begins {
				all[i].bond = one
			}
		}
		// What stands before it on the same word, such as a bracket, counts.
		begins := strings.LastIndexByte(whole[:m[0]], ' ') + 1
		if isCalled(whole[m[0]:m[1]]) {
			tieBefore(all, starts[begins])
		}
	}
}

// isCalled tells a number that people call, or send a text to, from a count, a
// year or a day.
func isCalled(found string) bool {
	digits := 0
	for _, c := range found {
		if unicode.IsDigit(c) {
			digits++
		}
	}
	return digits >= 3 && !date.MatchString(found)
}

// tieBefore keeps a number with the word before it, and with one more when that
// is as short as in "llama al 911", or is what is to be sent: "text HOME to 741741".
func tieBefore(all []word, at int) {
	for at > 0 && joins(all[at-1].plain) {
		all[at].bond = max(all[at].bond, together)
		at--
		if utf8.RuneCountInString(all[at].plain) > 2 {
			break
		}
	}
	if at > 0 && isSent(all[at].plain) && joins(all[at-1].plain) {
		all[at].bond = max(all[at].bond, near)
	}
}

// joins tells a word after which the sentence goes on, also behind a colon or as
// "Tel." does.
func joins(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(word, marks))
	return unicode.IsLetter(last) || last == ':' || last == '.' && letters(word) <= 3
}

// marks stand around a word that is to be sent.
const marks = `"'*’”»“«‘`

// isSent tells a word in capitals.
func isSent(word string) bool {
	bare := strings.Trim(word, marks)
	return letters(bare) > 1 && bare == strings.ToUpper(bare)
}

// hyphens parts words behind their hyphens, where letters stand on both sides:
// "self-harm", but no date, no number, no address and no "x-ray".
func hyphens(all []word) []word {
	var parted []word
	for _, w := range all {
		if w.text != w.plain || !strings.Contains(w.text, "-") || strings.ContainsFunc(w.text, unicode.IsDigit) || isAddress(w.text) {
			parted = append(parted, w)
			continue
		}
		parts := strings.SplitAfter(w.text, "-")
		for i := 0; i < len(parts); i++ {
			for i+1 < len(parts) && (letters(parts[i]) < 2 || letters(parts[i+1]) < 2) {
				parts[i] += parts[i+1]
				parts = append(parts[:i+1], parts[i+2:]...)
			}
			part := word{text: parts[i], plain: parts[i]}
			if i == 0 {
				part.gap, part.bond = w.gap, w.bond
			}
			parted = append(parted, part)
		}
	}
	return parted
}

func letters(part string) int {
	n := 0
	for _, c := range part {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n
}
