package handout

import (
	"slices"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Paper is one more face of the pages that package page tells: what the screen
// has too is laid out here, and not told again. What paper cannot do, such as
// going on or typing, has no form on it.

// forms are the manners that stand on paper as they are, each in its form.
var forms = map[page.Manner]func([]questionnaire.Span) Block{
	page.Text:      func(s []questionnaire.Span) Block { return Paragraph{s} },
	page.Before:    func(s []questionnaire.Span) Block { return Paragraph{s} },
	page.Strong:    func(s []questionnaire.Span) Block { return Paragraph{bold(s)} },
	page.Act:       func(s []questionnaire.Span) Block { return Paragraph{bold(s)} },
	page.Heading:   func(s []questionnaire.Span) Block { return Paragraph{bold(s)} },
	page.Note:      func(s []questionnaire.Span) Block { return Note{textSpans(s)} },
	page.LineAbout: func(s []questionnaire.Span) Block { return Note{textSpans(s)} },
	page.LineNote:  func(s []questionnaire.Span) Block { return Note{textSpans(s)} },
	page.LineName:  func(s []questionnaire.Span) Block { return Note{textSpans(s)} },
	page.Address:   func(s []questionnaire.Span) Block { return Note{textSpans(s)} },
	page.Quote:     func(s []questionnaire.Span) Block { return Quote{textSpans(s)} },
}

// listed are the manners of an entry of a list.
var listed = []page.Manner{page.Item, page.Reason, page.Number, page.NoteItem}

// laid lays the blocks of a page out. Its title is for whoever makes the heading.
func (s Source) laid(blocks []page.Block) []Block {
	var all []Block
	for i, b := range blocks {
		switch form := forms[b.Manner]; {
		case b.Manner == page.Why:
			all = append(all, Note{s.Words.Question.Why + " " + b.Text()})
		case slices.Contains(listed, b.Manner):
			all = listedIn(all, List{}, b.Spans, i > 0 && slices.Contains(listed, blocks[i-1].Manner))
		case b.Manner == page.Option && b.Choice.IsAnswer():
			_, follows := lastOf(all).(List)
			all = listedIn(all, List{Boxes: true}, b.Spans, follows)
		case form != nil:
			all = append(all, form(b.Spans))
		}
	}
	return all
}

// listedIn adds an entry to the list that stands last, or to a new one.
func listedIn(all []Block, fresh List, spans []questionnaire.Span, follows bool) []Block {
	l, is := lastOf(all).(List)
	if !is || !follows || l.Boxes != fresh.Boxes {
		all, l = append(all, nil), fresh
	}
	l.Items = append(l.Items, Item{Spans: spans})
	all[len(all)-1] = l
	return all
}

func lastOf(all []Block) Block {
	if len(all) == 0 {
		return nil
	}
	return all[len(all)-1]
}

func bold(spans []questionnaire.Span) []questionnaire.Span { return strong(textSpans(spans)) }

// parts are cards, one for each block of this manner, with what follows it.
func (s Source) parts(blocks []page.Block, manner page.Manner) []Card {
	var cards []Card
	from := len(blocks)
	for i := len(blocks) - 1; i >= 0; i-- {
		if blocks[i].Manner == manner {
			cards = append(cards, Card{Heading: blocks[i].Text(), Blocks: s.laid(blocks[i+1 : from])})
			from = i
		}
	}
	slices.Reverse(cards)
	return cards
}

// without are the blocks of other manners than these.
func without(blocks []page.Block, manners ...page.Manner) []page.Block {
	return slices.DeleteFunc(slices.Clone(blocks), func(b page.Block) bool { return slices.Contains(manners, b.Manner) })
}
