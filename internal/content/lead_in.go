package content

import (
	"slices"
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
		case b.Item && leadIn != nil && strings.HasSuffix(leadIn.raw, ":"):
			understood = append(understood, after(*leadIn, all[0]))
			understood = append(understood, all[1:]...)
		case !b.Item && before != nil && !ends(before.raw):
			understood = append(understood, after(*before, all[0]))
			understood = append(understood, all...)
		case b.Item && leadIn != nil, !b.Item && before != nil && goesOn(before.raw):
			lead := leadIn
			if !b.Item {
				lead = before
			}
			joined := after(*lead, all[0])
			joined.across = true
			understood = append(append(understood, joined), all...)
		default:
			understood = append(understood, all...)
		}
		if b.Item && leadIn != nil {
			if s, ok := instead(*leadIn, all[0], l); ok {
				understood = append(understood, s)
			}
		}
		if !b.Item {
			leadIn = nil
			if goesOn(last.raw) || !ends(last.raw) {
				leadIn = last
			}
		}
		before = last
	}
	return paragraphs, understood
}

// goesOn reports whether a line ends in a pause, behind which its sentence may go on.
func goesOn(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(":–—…", last)
}

// instead is a lead-in that speaks of its items, with one of them where it does so:
// "These should be off by then: lithium" says that lithium should be off by then.
func instead(leadIn, item sentence, l *language.Language) (joined sentence, ok bool) {
	if l == nil {
		return sentence{}, false
	}
	for i, t := range leadIn.tokens {
		if !t.breaks || !slices.Contains(l.Words().These, t.word) {
			continue
		}
		behind := i + 1
		for behind < len(leadIn.tokens)-1 && slices.Contains(l.Words().TheseThings, leadIn.tokens[behind].word) {
			behind++
		}
		if behind == len(leadIn.tokens) {
			return sentence{}, false
		}
		s := appendSentence(nil, strings.TrimRight(item.raw, ".;,:…")+" "+leadIn.raw[leadIn.tokens[behind].from:])
		if len(s) == 0 {
			return sentence{}, false
		}
		s[0].lead, s[0].across = len(item.tokens), true
		return s[0], true
	}
	return sentence{}, false
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
