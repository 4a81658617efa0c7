package content

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// oneForm writes a text as the patterns read it: every way of writing one letter,
// digit or sign becomes the same. It comes before a text is cut into words,
// because what parts a word, or joins two, may be one of the disguises. Accents
// stay: syllables need them.
func oneForm(text string) string {
	if !plainlyWritten(text) {
		text = withoutDisguise(text)
	}
	if digitsAmongLetters(text) {
		text = withoutDigitLetters(text)
	}
	if spacedOut(text) {
		text = spacedLetters.ReplaceAllStringFunc(text, func(run string) string { return strings.ReplaceAll(run, " ", "") })
	}
	return text
}

// plainlyWritten reports whether a text has only characters that are their own
// form. Nearly all texts do, and need no more work.
func plainlyWritten(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= 0x80 || c == '*' || c == '`' || c == '_' || c < ' ' {
			return !strings.ContainsFunc(text[i:], disguised)
		}
	}
	return true
}

func disguised(r rune) bool {
	switch {
	case r < 0x80:
		return r == '*' || r == '`' || r == '_' || r < ' '
	case r >= 'À' && r <= 'ÿ':
		return r == 'Ø' || r == 'ø'
	}
	return !strings.ContainsRune("…–—‘’“”«»¿¡", r)
}

// withoutDisguise brings compatibility forms, digits, numerals and look-alike
// letters to one form, and takes out what has no shape.
func withoutDisguise(text string) string {
	var b strings.Builder
	for part := range strings.SplitAfterSeq(withoutNumerals(text), "…") { // whose own form would be three full stops
		part, ellipsis := strings.CutSuffix(part, "…")
		for _, r := range norm.NFKC.String(part) {
			b.WriteString(lookAlikes().of(r))
		}
		if ellipsis {
			b.WriteString("…")
		}
	}
	plain := b.String()
	if strings.ContainsFunc(plain, func(r rune) bool { return r >= 0x3400 && unicode.Is(unicode.Han, r) }) {
		plain = withoutHan(plain)
	}
	return withoutCyrillic(plain)
}

// lookAlikeFile is words/look-alikes.yaml.
type lookAlikeFile struct {
	Letters map[string]string `yaml:"letters"`
	Signs   map[string]string `yaml:"signs"`
	Words   map[string]string `yaml:"words"`
}

type alike struct {
	letters map[rune]string
	words   map[string]string
}

//go:embed words/look-alikes.yaml
var lookAlikeData []byte

var lookAlikes = sync.OnceValue(func() alike {
	var file lookAlikeFile
	mustDecode("look-alikes.yaml", lookAlikeData, &file)
	a := alike{map[rune]string{}, file.Words}
	for letter, all := range file.Letters {
		for _, r := range all {
			a.letters[r] = letter
			if unicode.IsUpper(r) {
				a.letters[r] = strings.ToUpper(letter)
			}
		}
	}
	for sign, read := range file.Signs {
		for _, r := range sign {
			a.letters[r] = read
		}
	}
	return a
})

// of is what a character is read as. Cyrillic waits for its whole word, which may
// be a unit.
func (a alike) of(r rune) string {
	if unicode.Is(unicode.Cyrillic, r) {
		return string(r)
	}
	if read, ok := a.letters[r]; ok {
		return read
	}
	switch {
	case invisible(r):
		return ""
	case unicode.IsSpace(r):
		return " "
	case r >= 0x80 && unicode.Is(unicode.Nd, r):
		return string('0' + digitOf(r))
	case styledCapital(r) != 0:
		return string(styledCapital(r))
	}
	return string(r)
}

// invisible characters have no shape of their own: formats, variation selectors,
// fillers, private ones, and marks that enclose another.
func invisible(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r == unicode.ReplacementChar, strings.ContainsRune(questionnaire.Blank, r):
		return true
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs, unicode.Me, unicode.Variation_Selector) || !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.C)
}

// digitOf is the value of a decimal digit of any script. They come in tens.
func digitOf(r rune) rune {
	for _, t := range unicode.Nd.R16 {
		if uint16(r) >= t.Lo && uint16(r) <= t.Hi && r <= 0xFFFF {
			return (r - rune(t.Lo)) % 10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if uint32(r) >= t.Lo && uint32(r) <= t.Hi {
			return (r - rune(t.Lo)) % 10
		}
	}
	return 0
}

// styledCapital is the letter of a sign that has no compatibility form: white on
// black, or of a flag. 0 if it is none.
func styledCapital(r rune) rune {
	for _, first := range []rune{0x1F150, 0x1F170, 0x1F1E6} {
		if r >= first && r < first+26 {
			return 'A' + r - first
		}
	}
	return 0
}

// A numeral sign has a number for its form: the Roman ones are not letters, and a
// fraction stands apart from the number before it.
func withoutNumerals(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.Nl, unicode.No) }) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		switch n := romanNumeral(r); {
		case n > 0:
			b.WriteString(strconv.Itoa(n))
		case enclosedNumber(r) > 0:
			b.WriteString(strconv.Itoa(enclosedNumber(r)))
		case unicode.Is(unicode.No, r) && strings.Contains(norm.NFKC.String(string(r)), "⁄"):
			b.WriteString(" " + string(r))
		case unicode.In(r, unicode.Nl, unicode.No) && norm.NFKC.IsNormalString(string(r)):
			b.WriteString(strconv.Itoa(numeralOf(r)))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// enclosedNumber is that of a number in brackets or before a full stop, which end
// no sentence.
func enclosedNumber(r rune) int {
	for _, first := range []rune{0x2474, 0x2488} {
		if r >= first && r < first+20 {
			return int(r-first) + 1
		}
	}
	if han := rune(0x3220); r >= han && r < han+10 {
		return int(r-han) + 1
	}
	return 0
}

// numeralOf is the value of a numeral that has no digits for its form. Of those that are
// not known here it tells only that they are numbers.
func numeralOf(r rune) int {
	for _, n := range []struct {
		first, last rune
		least, step int
	}{
		{0x1369, 0x1371, 1, 1}, {0x1372, 0x137B, 10, 10}, // Ethiopic
		{0x3007, 0x3007, 0, 0}, {0x3021, 0x3029, 1, 1}, {0x3038, 0x303A, 10, 10}, // Suzhou
		{0x10107, 0x1010F, 1, 1}, {0x10110, 0x10118, 10, 10}, {0x10119, 0x10121, 100, 100}, // Aegean
	} {
		if r >= n.first && r <= n.last {
			return n.least + int(r-n.first)*n.step
		}
	}
	return 1
}

var hanNumerals = regexp.MustCompile(`[零一二兩两三四五六七八九十百千万萬億亿壱壹弌貳贰弐弍貮叁參参叄弎肆伍陸陆柒漆捌玖拾佰仟阡陌廿卄卅卌幺]+`)

// hanValues are those of the Han numerals, which are letters to Unicode.
var hanValues = sync.OnceValue(func() map[rune]uint64 {
	values := map[rune]uint64{}
	for value, all := range map[uint64]string{
		0: "零", 1: "一壱壹弌幺", 2: "二兩两貳贰弐弍貮", 3: "三叁參参叄弎", 4: "四肆", 5: "五伍", 6: "六陸陆", 7: "七柒漆", 8: "八捌", 9: "九玖",
		10: "十拾", 20: "廿卄", 30: "卅", 40: "卌", 100: "百佰陌", 1000: "千仟阡", 10_000: "万萬", 100_000_000: "億亿",
	} {
		for _, r := range all {
			values[r] = value
		}
	}
	return values
})

// withoutHan writes Han numerals in digits: 二十 and 二零 as 20.
func withoutHan(text string) string {
	return hanNumerals.ReplaceAllStringFunc(text, func(run string) string {
		var all, section, digits uint64
		for _, r := range run {
			switch v := hanValues()[r]; {
			case v < 10:
				digits = digits*10 + v
			case v < 10_000:
				if v < 20 || v >= 100 {
					v *= max(digits, 1)
				}
				section, digits = section+v, 0
			default:
				all, section, digits = all+max(section+digits, 1)*v, 0, 0
			}
		}
		return strconv.FormatUint(all+section+digits, 10)
	})
}

func romanNumeral(r rune) int {
	const one, small = 0x2160, 0x2170
	if r >= small && r < small+16 {
		r -= small - one
	}
	if r < one || r >= one+16 {
		return 0
	}
	return []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 50, 100, 500, 1000}[r-one]
}

var cyrillicWord = regexp.MustCompile(`\p{Cyrillic}+`)

// withoutCyrillic writes units as what they are, and other letters as those that
// they look like. A letter that looks like no other stays.
func withoutCyrillic(text string) string {
	return cyrillicWord.ReplaceAllStringFunc(text, func(word string) string {
		if unit, ok := lookAlikes().words[word]; ok {
			return unit
		}
		return strings.Map(func(r rune) rune {
			if read, ok := lookAlikes().letters[r]; ok {
				return []rune(read)[0]
			}
			return r
		}, word)
	})
}

// digitsAmongLetters reports whether a digit or sign touches letters in a way
// that one can be meant for the other.
func digitsAmongLetters(text string) bool {
	for i := 1; i < len(text); i++ {
		a, b := text[i-1], text[i]
		if isASCIILetter(a) && (b >= '0' && b <= '9' || b == '$' || b == '@' || b == '!' || b == '|') || (a >= '0' && a <= '9' || a == '$') && isASCIILetter(b) || (a == 'l' || a == 'I') && b == 'O' {
			return true
		}
	}
	return false
}

var (
	digitInWord = regexp.MustCompile(`(?:[0-9]*\$)?[A-Za-z]+(?:[013457$@!|][A-Za-z]+)+|\$[A-Za-z]{3,}`)
	// An amount that ends what looks like a word: "x5mg".
	amountInWord  = regexp.MustCompile(`(?i)[0-9](?:mg|mcg|ug|g|ml|l|iu)$`)
	oneInWord     = regexp.MustCompile(`(?i)([a-z])[1!|]([a-z])`)
	letterInDigit = regexp.MustCompile(`\b[0-9OoIl]+(?:[-.][0-9OoIl]+)+\b|\b[0-9]+[OIl]+[0-9OIl]*\b`)
	// One digit is enough where a unit follows, or where what looks like a zero is a
	// capital letter behind a digit: "l0 mg", "2O drops". B12 and T3 begin otherwise.
	letterInAmount = regexp.MustCompile(`\b[0-9OoIl|]+(?:[.,][0-9OoIl|]+)?[SZB]?( ?(?i:mg|mcg|ug|µg|g|gr|grams?|ml|cc|iu|milligrams?|micrograms?|drops?|tablets?|pills?|caps|capsules?|days?|weeks?|hours?|miligramos?|microgramos?|gramos?|gotas?|pastillas?|tabletas?|cápsulas?|días?|semanas?|horas?)\b)|\b[1-9]+O+\b`)
	asLetter       = strings.NewReplacer("0", "o", "1", "l", "3", "e", "4", "a", "5", "s", "7", "t", "$", "s", "@", "a", "!", "i", "|", "l")
	asDigit        = strings.NewReplacer("O", "0", "o", "0", "I", "1", "l", "1", "|", "1", "S", "5", "Z", "2", "B", "8")
)

// withoutDigitLetters reads "St0p" as "Stop", "l1thium" as "lithium" and "9OO" as "900".
func withoutDigitLetters(text string) string {
	text = letterInAmount.ReplaceAllStringFunc(text, func(amount string) string {
		at := letterInAmount.FindStringSubmatchIndex(amount)
		end := len(amount)
		if at[2] >= 0 {
			end = at[2]
		}
		number, unit := amount[:end], amount[end:]
		if onlyDigits(number) == "" && !tenOfLetters.MatchString(number) || strings.Trim(number, "0123456789.,") == "" || litres.MatchString(amount) {
			return amount
		}
		return asDigit.Replace(number) + unit
	})
	text = digitInWord.ReplaceAllStringFunc(text, func(word string) string {
		if strings.Contains(word, "@") && strings.Count(word, "@") == 1 && len(word) > 8 || amountInWord.MatchString(word) {
			return word // an address, or an amount
		}
		return asLetter.Replace(oneInWord.ReplaceAllStringFunc(word, oneAsLetter))
	})
	return letterInDigit.ReplaceAllStringFunc(text, func(number string) string {
		const enough = 2
		if len(onlyDigits(number)) < enough || !strings.ContainsAny(number, "OoIl") {
			return number
		}
		return asDigit.Replace(number)
	})
}

// "lO mg" holds no digit, and is ten all the same.
var tenOfLetters = regexp.MustCompile(`^[Il]O+$`)

// "5 l a day" and "2l days" count litres.
var litres = regexp.MustCompile(`^[0-9.,]+l `)

// oneAsLetter reads what may be an i or an l as an i between consonants: "l1thium", but
// "tab1et".
func oneAsLetter(three string) string {
	const vowels = "aeiouyAEIOUY"
	if strings.ContainsAny(three, vowels) || strings.ToUpper(three) == three {
		return three
	}
	return three[:1] + "i" + three[2:]
}

var spacedLetters = regexp.MustCompile(`\b[A-Za-z0-9](?: [A-Za-z0-9]){2,}\b`)

// spacedOut reports whether three single characters stand in a row.
func spacedOut(text string) bool {
	singles, start := 0, 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != ' ' {
			continue
		}
		if i-start == 1 {
			singles++
			if singles == 3 {
				return true
			}
		} else {
			singles = 0
		}
		start = i + 1
	}
	return false
}
