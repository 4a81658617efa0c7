package content

import (
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// takeApart takes a text apart twice: into paragraphs of sentences, as a reader sees
// them, and into sentences as they are understood. There an item of a list goes
// on from the words that lead it in ("Before the day: no lithium"), and a line
// that does not end goes on in the next.
func takeApart(text questionnaire.Text, l *language.Language) (paragraphs []paragraph, understood []sentence) {
	var leadIn, before *sentence
	for _, b := range text.Blocks() {
		line := ""
		for _, s := range b.Spans {
			line += s.Words
		}
		all := sentences(oneForm(line), l)
		paragraphs = append(paragraphs, all)
		if len(all) == 0 {
			continue
		}
		last := &all[len(all)-1]
		switch {
		case b.Item && leadIn != nil:
			understood = append(understood, after(*leadIn, all[0]))
			understood = append(understood, all[1:]...)
		case !b.Item && before != nil && !ends(before.raw):
			understood = append(understood, after(*before, all[0]))
			understood = append(understood, all...)
		default:
			understood = append(understood, all...)
		}
		if !b.Item {
			leadIn = nil
			if strings.HasSuffix(last.raw, ":") {
				leadIn = last
			}
		}
		before = last
	}
	return paragraphs, understood
}

// ends reports whether a line ends as a sentence does, or leads in a list.
func ends(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, `"”’»)] `))
	return strings.ContainsRune(".?!…:", last)
}

// after is a sentence that goes on from one before it. What is found in the first
// alone is found there.
func after(first, second sentence) sentence {
	s := appendSentence(nil, first.raw+" "+second.raw)[0]
	s.lead = len(first.tokens)
	return s
}
