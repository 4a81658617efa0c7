package handout

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Markdown is the paper in the Markdown that GitHub and most editors read. A
// line to write on is a thematic break, a box to tick an item of a task list.
func (d *Document) Markdown() string {
	w := &markdownWriter{}
	w.block("# " + markdown(d.Title))
	for _, s := range d.Sections {
		if s.Heading != "" {
			w.block("## " + markdown(s.Heading))
		}
		for _, b := range s.Blocks {
			w.write(b)
		}
	}
	return strings.Join(w.blocks, "\n\n") + "\n"
}

type markdownWriter struct{ blocks []string }

func (w *markdownWriter) block(lines ...string) {
	w.blocks = append(w.blocks, strings.Join(lines, "\n"))
}

const (
	markdownRule = "___"
	markdownGap  = `\_\_\_\_\_\_\_\_`
)

func (w *markdownWriter) write(b Block) {
	switch b := b.(type) {
	case Paragraph:
		w.block(markdownSpans(b.Spans))
	case List:
		mark := "- "
		if b.Boxes {
			mark = "- [ ] "
		}
		w.block(markdownItems(b.Items, "", mark)...)
	case Quote:
		w.block("> " + strings.ReplaceAll(markdown(b.Words), "…", markdownGap))
	case Note:
		w.block(markdown(b.Words))
	case Number:
		w.block(markdownSpans(strong(oneLine(b.Words))))
		if b.About != "" {
			w.block(markdown(b.About))
		}
	case Blank:
		switch {
		case b.Lines == 0:
			w.block(markdown(b.Label) + " " + markdownRule)
		case b.Label != "":
			w.block(markdown(b.Label))
		}
		for range b.Lines {
			w.block(markdownRule)
		}
	case Table:
		lines := []string{markdownRow(b.Head), "|" + strings.Repeat(" --- |", len(b.Head))}
		for _, row := range b.Rows {
			cells := slices.Clone(row)
			for column, cell := range cells {
				if cell == "" && b.ticked(column) {
					cells[column] = "[ ]"
				}
			}
			lines = append(lines, markdownRow(cells))
		}
		w.block(lines...)
	case Card:
		if b.Heading != "" {
			w.block("### " + markdown(b.Heading))
		}
		for _, inner := range b.Blocks {
			w.write(inner)
		}
	}
}

func markdownItems(items []Item, indent, mark string) []string {
	var lines []string
	for _, item := range items {
		lines = append(lines, indent+mark+markdownSpans(item.Spans))
		lines = append(lines, markdownItems(item.Items, indent+"  ", "- ")...)
	}
	return lines
}

func markdownRow(cells []string) string {
	var b strings.Builder
	b.WriteByte('|')
	for _, cell := range cells {
		b.WriteString(" " + markdown(cell) + " |")
	}
	return b.String()
}

func markdownSpans(spans []questionnaire.Span) string {
	var b strings.Builder
	spans = joined(spans)
	for i, s := range spans {
		words := markdownInline(s.Words)
		if i == 0 {
			words = markdownStart(words)
		}
		if s.Emphasis {
			after := ""
			if i+1 < len(spans) {
				after = markdownInline(spans[i+1].Words)
			}
			words = emphasised(b.String(), words, after)
		}
		b.WriteString(words)
	}
	return b.String()
}

// joined makes one of spans that are emphasised one right after the other, whose
// marks would run into one another.
func joined(spans []questionnaire.Span) []questionnaire.Span {
	var all []questionnaire.Span
	for _, s := range spans {
		if last := len(all) - 1; last >= 0 && s.Emphasis && all[last].Emphasis {
			all[last].Words += s.Words
			continue
		}
		all = append(all, s)
	}
	return all
}

// emphasised puts asterisks around words. Between a letter and a mark, as in
// word*(s)*, Markdown would show them as they are, so that there the words stay
// without.
func emphasised(before, words, after string) string {
	inner := strings.TrimSpace(words)
	if inner == "" {
		return words
	}
	lead, trail, _ := strings.Cut(words, inner)
	first, _ := utf8.DecodeRuneInString(inner)
	last, _ := utf8.DecodeLastRuneInString(inner)
	outside, _ := utf8.DecodeLastRuneInString(before + lead)
	beyond, _ := utf8.DecodeRuneInString(trail + after)
	// Readers do not agree on whether € is a letter here or a mark.
	for _, isMark := range []func(rune) bool{
		func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) },
		func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) && r <= unicode.MaxASCII },
	} {
		free := func(r rune) bool { return r == utf8.RuneError || unicode.IsSpace(r) || isMark(r) }
		if isMark(first) && !free(outside) || isMark(last) && !free(beyond) {
			return words
		}
	}
	return lead + "**" + inner + "**" + trail
}

// markdown is a text that is nothing but text: no mark of Markdown in it works.
func markdown(s string) string { return markdownStart(markdownInline(oneLine(s))) }

// MarkdownText is a text as it may stand in anybody's Markdown, on one line.
func MarkdownText(s string) string { return markdown(s) }

var (
	markdownMarks = regexp.MustCompile("[\\\\`*_{}\\[\\]<>#|~&$]")
	// What begins a block at the start of a line, and nowhere else.
	markdownStarts = regexp.MustCompile(`^(\s*)([-+=:]|\d+[.)])`)
	// Readers make links of bare addresses.
	markdownLinks = regexp.MustCompile(`(?i)(://|www\.|@)`)
)

func markdownInline(s string) string {
	s = markdownMarks.ReplaceAllString(s, `\$0`)
	return markdownLinks.ReplaceAllStringFunc(s, func(found string) string {
		return found[:len(found)-1] + `\` + found[len(found)-1:]
	})
}

func markdownStart(s string) string {
	at := markdownStarts.FindStringSubmatchIndex(s)
	if at == nil {
		return s
	}
	mark := at[5] - 1 // the last letter of it: the hyphen, or what follows the digits
	return s[:mark] + `\` + s[mark:]
}
