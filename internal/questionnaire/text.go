package questionnaire

import "strings"

// Text is what a person reads at length: paragraphs, "- " lists and *emphasis*,
// nothing else.
type Text string

// Block is a paragraph or one item of a list.
type Block struct {
	Item  bool // an item of a list
	Spans []Span
}

// Span is a run of words in one manner.
type Span struct {
	Words    string
	Emphasis bool
}

// Blocks takes the text apart. Line breaks within a paragraph are the author's
// editor's, not the reader's, so they become spaces.
func (t Text) Blocks() []Block {
	var blocks []Block
	var words []string
	item := false
	end := func() {
		if len(words) > 0 {
			blocks = append(blocks, Block{Item: item, Spans: spans(strings.Join(words, " "))})
		}
		words, item = nil, false
	}
	for line := range strings.SplitSeq(string(t), "\n") {
		line = strings.TrimSpace(line)
		rest, isItem := strings.CutPrefix(line, "- ")
		switch {
		case line == "":
			end()
		case isItem:
			end()
			item, words = true, []string{strings.TrimSpace(rest)}
		default:
			words = append(words, line)
		}
	}
	end()
	return blocks
}

// Plain is the text without emphasis marks, a line for each block.
func (t Text) Plain() string {
	var lines []string
	for _, b := range t.Blocks() {
		line := ""
		if b.Item {
			line = "- "
		}
		for _, s := range b.Spans {
			line += s.Words
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// spans splits at pairs of asterisks; one without a partner is a letter.
func spans(s string) []Span {
	var all []Span
	for s != "" {
		open := strings.IndexByte(s, '*')
		if open < 0 {
			return append(all, Span{Words: s})
		}
		length := strings.IndexByte(s[open+1:], '*')
		if length <= 0 {
			return append(all, Span{Words: s})
		}
		if open > 0 {
			all = append(all, Span{Words: s[:open]})
		}
		all = append(all, Span{Words: s[open+1 : open+1+length], Emphasis: true})
		s = s[open+length+2:]
	}
	return all
}
