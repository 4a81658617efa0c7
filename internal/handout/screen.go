package handout

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// One text serves every face, and some speak of what is in front of her as a
// screen: to show it, to leave it, which keys to hold. Paper says paper where there
// is a phrase for it, and nothing where there is none: nobody looks for a key on a
// sheet. The phrases are data, in each language.

// ofPaper brings the texts of a paper to what is true of paper.
func (s Source) ofPaper(d *Document) *Document {
	said := func(text string) string { return onPaper(&s.Words.Handout.Screen, text) }
	for i := range d.Sections {
		d.Sections[i].Blocks = rewritten(d.Sections[i].Blocks, said)
	}
	return s.foreign(d)
}

// rewritten are blocks with each of their texts said anew. What then says nothing
// is gone.
func rewritten(blocks []Block, said func(string) string) []Block {
	var all []Block
	for _, b := range blocks {
		switch t := b.(type) {
		case Paragraph:
			t.Spans = saidAnew(t.Spans, said)
			if textSpans(t.Spans) == "" {
				continue
			}
			b = t
		case List:
			t.Items = itemsAnew(t.Items, said)
			b = t
		case Quote:
			t.Words = said(t.Words)
			b = t
		case Note:
			if t.Words = said(t.Words); t.Words == "" {
				continue
			}
			b = t
		case Card:
			t.Heading, t.Blocks = said(t.Heading), rewritten(t.Blocks, said)
			b = t
		}
		all = append(all, b)
	}
	return all
}

func itemsAnew(items []Item, said func(string) string) []Item {
	items = slices.Clone(items)
	for i := range items {
		items[i].Spans, items[i].Items = saidAnew(items[i].Spans, said), itemsAnew(items[i].Items, said)
	}
	return items
}

func saidAnew(spans []questionnaire.Span, said func(string) string) []questionnaire.Span {
	spans = slices.Clone(spans)
	for i := range spans {
		spans[i].Words = said(spans[i].Words)
	}
	return spans
}

// onPaper is what paper says for a text. Only a text that speaks of a screen is
// touched at all.
func onPaper(w *wording.HandoutScreen, text string) string {
	for _, i := range w.Instead {
		text = strings.ReplaceAll(text, i.Screen, i.Paper)
		text = strings.ReplaceAll(text, page.SentenceCase(i.Screen), page.SentenceCase(i.Paper))
	}
	if !ofScreen(w, text) {
		return text
	}
	var kept []string
	for _, sentence := range strings.SplitAfter(text, ". ") {
		if !ofScreen(w, sentence) {
			kept = append(kept, strings.TrimSpace(sentence))
		}
	}
	return strings.Join(kept, " ")
}

// ofScreen tells what only a screen can say.
func ofScreen(w *wording.HandoutScreen, text string) bool {
	return slices.ContainsFunc(w.Words, func(word string) bool {
		return strings.Contains(text, word) || strings.Contains(text, page.SentenceCase(word))
	})
}
