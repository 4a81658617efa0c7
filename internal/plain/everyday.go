package plain

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Nobody answers as labels are written. Yes, no, and what lies between them are heard
// in the words of every day: "nope", "no I don't", "yeah I do". What could be two of
// the answers is asked and never guessed: "maybe", where "Yes, I might" stands beside
// "Not sure".

// sense is what an everyday word says to a question.
type sense uint8

const (
	nothingSaid sense = iota
	saysYes
	saysNo
	saysNone
	saysMaybe // yes, or not sure
	saysHardly
	saysUnsure
	saysDeclined
)

// everyday is what a line says in the words of every day.
func everyday(t language.Typed, typed string) sense {
	said := words(typed)
	for _, s := range []struct {
		forms string
		sense sense
	}{
		{t.Unsure, saysUnsure}, {t.Declined, saysDeclined}, {t.Hardly, saysHardly}, {t.Maybe, saysMaybe},
		{t.Yes, saysYes}, {t.No, saysNo}, {t.None, saysNone},
	} {
		if means(typed, s.forms) {
			return s.sense
		}
	}
	switch {
	case madeOf(said, t.No, t.No+","+t.None+","+t.AfterNo):
		return saysNo
	case madeOf(said, t.Yes, t.Yes+","+t.AfterYes):
		return saysYes
	case madeOf(said, t.No, t.Unsure):
		return saysUnsure
	case madeOf(said, t.No, t.Hardly), madeOf(said, t.Hardly, t.Hardly):
		return saysHardly
	}
	return nothingSaid
}

// Forms have at most so many words.
const longestForm = 4

// madeOf reports whether the words begin with one of the first forms, and go on with
// nothing but the others.
func madeOf(said []string, first, others string) bool {
	for size := 1; size <= min(longestForm, len(said)); size++ {
		if means(strings.Join(said[:size], ""), first) && (size == len(said) || madeOf(said[size:], others, others)) {
			return true
		}
	}
	return false
}

// said are the answers that an everyday word may mean here, from 0.
func (e *ear) said(s sense, of language.Typed) []int {
	switch s {
	case saysUnsure:
		if e.p.Draft.Typed() != "" { // of several names
			return e.extra(page.Unlisted)
		}
		return e.extra(page.NotSure)
	case saysDeclined:
		return e.extra(page.Declined)
	case saysYes:
		return e.answering(of.Yes)
	case saysNo:
		return e.no(of)
	case saysNone:
		none := e.labelled(func(c *page.Choice) bool {
			first := words(c.Label)
			return c.Extra == page.NoExtra && len(first) > 0 && means(first[0], of.None)
		})
		if len(none) > 0 {
			return none
		}
		return e.no(of)
	case saysMaybe:
		return append(e.answering(of.Yes), e.extra(page.NotSure)...)
	case saysHardly:
		if no := e.no(of); len(no) > 0 {
			return append(no, e.extra(page.NotSure)...)
		}
	}
	return nil
}

// no is the answer that begins so, or else the one that stands alone.
func (e *ear) no(of language.Typed) []int {
	if meant := e.answering(of.No); len(meant) > 0 {
		return meant
	}
	return e.nothingAtAll()
}

// nothingAtAll is the answer that says no to all that was asked. Of medicines it is
// the one with her list as it stands.
func (e *ear) nothingAtAll() []int {
	if e.p.Typing {
		return e.labelled(func(c *page.Choice) bool {
			replied, ok := c.Means.(visit.Replied)
			return ok && replied.Reply.Kind == questionnaire.Definite && !replied.Reply.RestUnsure
		})
	}
	return e.exclusive()
}

// unclear reports whether an everyday word does not say for certain that a choice is
// meant: "no" with medicines on her list may mean that this is all.
func (e *ear) unclear(choice int) bool {
	c := e.p.Choice(choice)
	replied, _ := c.Means.(visit.Replied)
	return e.p.Typing && c.Extra == page.NoExtra && len(replied.Reply.Taken) > 0 || c.Extra == page.Unlisted
}

// answering are the author's answers that are one of these words, or begin with one
// and a comma: "No, I would not". What goes on without one may say the opposite, as "No
// me siento a salvo" does.
func (e *ear) answering(forms string) []int {
	return e.labelled(func(c *page.Choice) bool {
		first, _, _ := strings.Cut(c.Label, ",")
		return c.Extra == page.NoExtra && means(first, forms)
	})
}

// everyday: yes, no and the like, in this language or else in another.
func (e *ear) everyday() (Heard, bool) {
	for _, w := range append([]*wording.Words{e.w}, e.others...) {
		s := everyday(w.Plain.Typed, e.typed)
		if s == nothingSaid && e.p.Typing && means(e.typed, w.Plain.Typed.Untaken) {
			s = saysNone
		}
		if s == nothingSaid {
			continue
		}
		meant := e.said(s, e.w.Plain.Typed)
		if other := e.begins(e.words); len(meant) > 0 { // "I do not" is how another may begin
			meant = e.own(slices.Compact(slices.Sorted(slices.Values(append(append(meant, other...), e.initials()...)))))
		}
		switch {
		case len(meant) > 1 || len(meant) == 1 && e.unclear(meant[0]):
			return e.among(meant), true
		case len(meant) == 1:
			return e.chosen(meant)
		case s == saysYes && e.p.Typing && e.p.Draft.Typed() == "":
			return Heard{Not: e.w.Plain.WhichName}, true
		case s == saysYes && e.p.Kind == page.QuestionPage:
			return Heard{Not: e.w.Plain.WhichOf}, true
		case e.p.Typing: // nor is it a name
			return Heard{Not: e.w.Plain.NotHere}, true
		}
		return Heard{}, false
	}
	return Heard{}, false
}

// initials are the choices that begin with the one letter that was typed, where several can
// be chosen: "n" may be "none of these", and it may be "not sure".
func (e *ear) initials() []int {
	if e.p.Question == nil || !e.p.Question.TakesMany() || e.p.Typing || len(e.words) != 1 || utf8.RuneCountInString(e.words[0]) != 1 {
		return nil
	}
	return e.labelled(func(c *page.Choice) bool {
		label := words(c.Label)
		return len(label) > 0 && strings.HasPrefix(label[0], e.words[0])
	})
}

// among asks which of these choices is meant.
func (e *ear) among(meant []int) Heard {
	if len(meant) == 1 {
		return Heard{Not: e.w.Plain.AmongOne, Among: meant}
	}
	return Heard{Not: e.w.Plain.Among, Among: meant}
}
