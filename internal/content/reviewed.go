package content

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkReviewed counts the texts that no licensed clinician has read (rule 6), and looks
// at who is said to have read the others.
func checkReviewed(r *report, asOf time.Time) {
	unread := 0
	for _, e := range r.q.Education {
		if r.checkReviews(e.Subject(), e.Reviewed, e.Lapsed, e.Mark(), asOf) == 0 {
			unread++
		}
		for _, review := range e.Reviewed {
			if !e.Checked.IsZero() && review.On.Year() >= firstYear && days(review.On, e.Checked) > 0 {
				r.addOf(falseReview, questionnaire.Warning, e.Subject(), review.At, "%v was reviewed on %s, before its sources were read on %s; let it be read again, with what they say now", e.Subject(), review.On.Format(time.DateOnly), e.Checked.Format(time.DateOnly))
			}
		}
	}
	if unread > 0 {
		r.addOf(unreviewed, questionnaire.Note, r.q.Subject(), r.q.At, "%d of %d education texts have been reviewed by no clinician; ask one, then write reviewed: with name, profession, licence, day, and the mark of what was read", unread, len(r.q.Education))
	}
}

// firstYear is that of the first texts: nobody can have read one of them before.
const firstYear = 2026

// checkReviews holds that somebody can have read these words, and that one can ask who
// gave the licence. Without the mark of the words a review would be repeated of whatever
// stands there later; such a one counts nowhere. It tells how many count.
func (r *report) checkReviews(of questionnaire.Subject, held, lapsed []questionnaire.Review, mark string, asOf time.Time) int {
	counts := 0
	var known []string
	for i, review := range append(held[:len(held):len(held)], lapsed...) {
		wrong := ""
		who := reader(review.By)
		switch on := review.On.Format(time.DateOnly); {
		case !licensed(review.By):
			wrong = fmt.Sprintf("by %q, without a name, a profession and a licence; write all three, with commas between: name and surname, profession, the number of the licence", review.By)
		case days(review.On, asOf) < 0:
			wrong = "on " + on + ", which is still to come; write the day on which it was read"
		case review.On.Year() < firstYear:
			wrong = "on " + on + ", before any of these texts was written; write the day on which it was read"
		case slices.Contains(known, who):
			wrong = fmt.Sprintf("by %q twice; leave only the last review of each clinician", review.By)
		case i < len(held):
			counts++
		}
		known = append(known, who)
		if wrong != "" {
			r.addOf(falseReview, questionnaire.Error, of, review.At, "%v was reviewed %s", of, wrong)
		}
	}
	for _, review := range lapsed {
		r.addOf(falseReview, questionnaire.Warning, of, review.At, "the review of %v is not of these words, and counts no more; let them be read again, then write seen: %s", of, mark)
	}
	return counts
}

// reader is a clinician's name, however it is written: without accents, capital letters,
// titles and full stops.
func reader(by string) string {
	name, _, _ := strings.Cut(by, ",")
	words := slices.DeleteFunc(strings.FieldsFunc(fold(name), func(r rune) bool { return !isWordRune(r) }), func(word string) bool {
		return slices.Contains([]string{"dr", "dra", "mr", "mrs", "ms", "prof"}, word)
	})
	return strings.Join(words, " ")
}

// licensed reports whether this can be a name, and behind it a profession with the number
// of a licence: "x, y 1" is none of them.
func licensed(by string) bool {
	name, rest, _ := strings.Cut(by, ",")
	return isName(name) && slices.ContainsFunc(strings.FieldsFunc(rest, func(r rune) bool { return !isWordRune(r) }), isProfession) && isLicence(rest)
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

func isProfession(word string) bool {
	return isWord(word) && !slices.Contains([]string{"no", "nr", "num", "numero", "number", "lic", "licence", "license", "licencia", "reg", "registration", "registro", "id", "pin"}, fold(word))
}

var twoLetters = regexp.MustCompile(`(?s)\pL.*\pL`)

// isWord reports whether it is more than one letter, or one letter again and again.
func isWord(word string) bool {
	word = fold(word)
	first, _ := utf8.DecodeRuneInString(word)
	return twoLetters.MatchString(word) && strings.Trim(word, string(first)) != ""
}

// A licence has three signs or more, a digit other than 0 among them, and is not one digit
// again and again.
var licenceNumber = regexp.MustCompile(`[\pL0-9]*[0-9][\pL0-9/.-]*`)

func isLicence(text string) bool {
	return slices.ContainsFunc(licenceNumber.FindAllString(text, -1), func(number string) bool {
		const least = 3
		return len(number) >= least && strings.ContainsAny(number, "123456789") && strings.Trim(number, number[:1]) != ""
	})
}
