package workshop

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// pieceLetters and pieceWords are about how much can be read from the last row at a glance.
const pieceLetters, pieceWords = 230, 45

// sentenceEnd is the gap after a sentence, closing quotes included.
var sentenceEnd = regexp.MustCompile(`[.!?]["”’'»]?[.,]? +`)

// pieces cuts a text between sentences into what fits on a wall. Neither a single
// sentence nor what somebody says in it is ever cut.
func pieces(text questionnaire.Text) []questionnaire.Text {
	var all []questionnaire.Text
	piece, size, words := "", 0, 0
	for line := range strings.SplitSeq(text.Plain(), "\n") {
		for i, sentence := range sentences(line) {
			n, more := utf8.RuneCountInString(sentence), len(strings.Fields(sentence))
			between := " "
			if i == 0 {
				between = "\n\n"
				if strings.HasPrefix(sentence, "- ") {
					between = "\n"
				}
			}
			if size > 0 && (size+n > pieceLetters || words+more > pieceWords) {
				all = append(all, questionnaire.Text(piece))
				piece, size, words = "", 0, 0
			}
			if size > 0 {
				piece += between
			}
			piece += sentence
			size += n
			words += more
		}
	}
	if piece != "" {
		all = append(all, questionnaire.Text(piece))
	}
	return all
}

// sentences are those of a line; all that stands in one pair of quotation marks
// stays together.
func sentences(line string) []string {
	var all []string
	from := 0
	for _, end := range sentenceEnd.FindAllStringIndex(line, -1) {
		if quoting(line[from:end[1]]) {
			continue
		}
		all = append(all, strings.TrimRight(line[from:end[1]], " "))
		from = end[1]
	}
	if rest := strings.TrimSpace(line[from:]); rest != "" {
		all = append(all, rest)
	}
	return all
}

// quoting reports whether a quotation is still open.
func quoting(said string) bool {
	return strings.Count(said, `"`)%2 == 1 || strings.Count(said, "“") > strings.Count(said, "”") || strings.Count(said, "«") > strings.Count(said, "»")
}
