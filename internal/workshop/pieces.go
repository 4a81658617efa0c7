package workshop

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// pieceLetters is about how much can be read from the last row at a glance.
const pieceLetters = 200

// sentenceEnd is the gap after a sentence, closing quotes included.
var sentenceEnd = regexp.MustCompile(`[.!?]["”’']? +`)

// pieces cuts a text between sentences into what fits on a wall. A single
// sentence is never cut.
func pieces(text questionnaire.Text) []questionnaire.Text {
	var all []questionnaire.Text
	piece, size := "", 0
	for line := range strings.SplitSeq(text.Plain(), "\n") {
		for i, sentence := range sentences(line) {
			n := utf8.RuneCountInString(sentence)
			between := " "
			if i == 0 {
				between = "\n\n"
				if strings.HasPrefix(sentence, "- ") {
					between = "\n"
				}
			}
			if size > 0 && size+n > pieceLetters {
				all = append(all, questionnaire.Text(piece))
				piece, size = "", 0
			}
			if size > 0 {
				piece += between
			}
			piece += sentence
			size += n
		}
	}
	if piece != "" {
		all = append(all, questionnaire.Text(piece))
	}
	return all
}

func sentences(line string) []string {
	var all []string
	from := 0
	for _, end := range sentenceEnd.FindAllStringIndex(line, -1) {
		all = append(all, strings.TrimRight(line[from:end[1]], " "))
		from = end[1]
	}
	if rest := strings.TrimSpace(line[from:]); rest != "" {
		all = append(all, rest)
	}
	return all
}
