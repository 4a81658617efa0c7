package page

import (
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Action is something that can be done on a page, for which a face has a key or
// a word.
type Action uint8

// The actions. The first need nothing of a page but what stands on it; from Back
// on a page says with a [Way] what they mean there.
const (
	Move     Action = iota // to another choice
	ByNumber               // to a choice by its number
	Tick                   // a box
	Choose
	GoOn // with what is ticked
	Scroll
	PageBy // a page up or down
	Cover  // the screen
	Scan   // shows a code that is folded away, or folds it again
	Back
	ToWhy
	Enough
	Skip
	ToLines
	ToKeys
	NextLanguage
	Leave
)

// Way is something that can be done on a page beside choosing what stands there.
type Way struct {
	Action Action
	Choice Choice
}

// Way is what an action means on this page; nil: nothing.
func (p Page) Way(a Action) *Choice {
	for i := range p.Ways {
		if p.Ways[i].Action == a {
			return &p.Ways[i].Choice
		}
	}
	return nil
}

// Footer lists what a face says of keys beneath the page, in this order. It leads to
// the page of all keys instead of naming them.
func (p Page) Footer() []Action {
	var all []Action
	boxes, choices := false, 0
	for _, c := range p.Choices() {
		boxes = boxes || c.Box
		choices++
	}
	switch {
	case p.Reading && p.Kind != WelcomePage && p.Kind != ConsentPage:
		all = append(all, Scroll)
	case choices > 0:
		all = append(all, Move)
	}
	switch {
	case boxes:
		all = append(all, Tick, GoOn)
	case choices > 1, choices == 1 && p.Alone == nil:
		all = append(all, Choose)
	}
	shown := []Action{NextLanguage, Back, ToLines, ToKeys, Cover, Leave}
	switch {
	case p.Typing:
		shown = []Action{Back, ToLines, Cover, Leave}
	case p.Kind == QuestionPage && !p.Draft.asking:
		shown = []Action{Back, ToLines, Enough, ToWhy, ToKeys, Cover, Leave}
	}
	for _, a := range shown {
		// Wherever she can leave she can cover the screen as well.
		if p.Way(a) != nil || a == Cover && p.Way(Leave) != nil {
			all = append(all, a)
		}
	}
	return all
}

// Does says what an action does, in a word or two.
func (a Action) Does(w *wording.Words) string {
	k := w.Keys
	return [...]string{
		Move: k.Move, ByNumber: k.Number, Tick: k.Tick, Choose: k.Choose, GoOn: k.GoOn, Scroll: k.Scroll, PageBy: k.Page, Cover: k.Cover, Scan: w.Line.Scan,
		Back: k.Back, ToWhy: k.Why, Enough: k.EnoughShort, Skip: k.Skip, ToLines: k.Lines, ToKeys: k.Keys, Leave: k.Leave,
	}[a]
}

// Happened says what an event did that its place does not show; "" where that is
// nothing.
func Happened(w *wording.Words, e visit.Event) string {
	if _, ok := e.(visit.Passed); ok {
		return w.Question.Skipped
	}
	return ""
}
