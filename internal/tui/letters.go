package tui

import (
	"slices"
	"time"
	"unicode"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// letters are what letters do on a page without a field to type into. There they are
// keys, and somebody who does not know it types: a medicine's name one page too late,
// or "yes". So a letter that could cost her something is asked back, and from the
// first sign of a word on letters do nothing, nor the Enter that ends it.
type letters struct {
	asked *page.Choice // by a letter that waits for Enter
	keep  *page.Choice // what 1 makes of it; nil: nothing
	since time.Time    // when it was asked back
	word  bool         // she types
	last  time.Time    // when she typed the last letter of it
	lines bool         // that letter leads to the help lines elsewhere
}

// wordEnds is the pause after which a letter belongs to no word any more: then the keys
// that the foot of the page names work again. The Enter of a word has no such end.
const wordEnds = 3 * time.Second

// Burst is how soon an Enter follows a letter that was sent with it, as by a program that
// types what is said. No hand is as fast.
const Burst = 20 * time.Millisecond

// costly are the ways that end something or leave something out.
var costly = []page.Action{page.Leave, page.Enough, page.Skip}

// heed reads a key before its page does. notice is what was told when it came. done: the
// page has no use for it.
func (v *View) heed(k tea.KeyMsg, notice string) (chosen *page.Choice, done bool) {
	was := v.letters
	v.letters = letters{}
	isLetter := k.Type == tea.KeyRunes && unicode.IsLetter(k.Runes[0])
	ofAWord := isLetter || k.Type == tea.KeySpace || k.Type == tea.KeyBackspace
	toLines := isLetter && len(k.Runes) == 1 && !k.Paste && does(k, page.ToLines)
	switch {
	case toLines && was.word && was.lines: // pressed again, it is meant; and no word has that letter twice in a row
		return nil, false
	case ofAWord && (was.word && time.Since(was.last) < wordEnds || was.asked != nil):
		v.typesAWord()
		v.letters.lines = toLines
		return nil, true
	case was.word && k.Type == tea.KeyEnter:
		v.Notice = v.Words.Keys.Letters
		return nil, true
	case was.asked != nil && k.Type == tea.KeyEnter && time.Since(was.since) < v.burst:
		v.letters, v.Notice = was, notice
		return nil, true
	case was.asked != nil && k.Type == tea.KeyEnter:
		return was.asked, true
	case was.keep != nil && k.String() == "1": // that ends as much, and so waits for Enter too
		v.letters.asked, v.letters.since = was.keep, time.Now()
		v.Notice = wording.Fill(v.Words.Keys.AskBack, "does", was.keep.Label)
		return nil, true
	case was.asked != nil: // she stays, and that is all
		return nil, true
	case isLetter && (k.Paste || !v.means(k) || v.backToTyping(k)):
		v.typesAWord()
		return nil, true
	}
	for _, a := range costly {
		if way := v.page.Way(a); way != nil && isLetter && does(k, a) {
			v.letters.asked, v.letters.since = way, time.Now()
			text := v.Words.Keys.AskBack
			if v.letters.keep = v.keeps(a); v.letters.keep != nil {
				text = v.Words.Keys.AskKeep
			}
			v.Notice = wording.Fill(text, "does", v.costs(a))
			return nil, true
		}
	}
	return nil, false
}

// longestRun is more letters than a cry for help has.
const longestRun = 200

// cry is the way to the help lines, once the letters that she types one after the other
// are words of somebody in danger: whatever letters are on this page, it is not deaf.
func (v *View) cry(k tea.KeyMsg) *page.Choice {
	switch run := []rune(v.run); {
	case v.page.Typing:
		v.run = ""
	case k.Type == tea.KeyRunes && slices.ContainsFunc(k.Runes, isNoDigit), k.Type == tea.KeySpace:
		run = append(run, k.Runes...)
		v.run = string(run[max(0, len(run)-longestRun):])
		if lines := v.page.Way(page.ToLines); lines != nil && page.WantsHelp(v.run, page.EveryLanguage()) {
			v.run = ""
			return lines
		}
	case k.Type == tea.KeyBackspace && len(run) > 0:
		v.run = string(run[:len(run)-1])
	default:
		v.run = ""
	}
	return nil
}

// takeBack forgets the letter that is asked back: any other key does, and the cover too.
func (v *View) takeBack() {
	if v.letters.asked != nil {
		v.letters, v.Notice = letters{}, ""
	}
}

// typesAWord is said instead of doing what the letters of a word would do.
func (v *View) typesAWord() {
	v.letters.word, v.letters.last = true, time.Now()
	v.Notice = v.Words.Keys.Letters
}

// means reports whether a letter is a key on this page. Several of them that arrive
// together are a word, unless one is held down.
func (v *View) means(k tea.KeyMsg) bool {
	one := tea.KeyMsg{Type: k.Type, Runes: k.Runes[:1]}
	held := !slices.ContainsFunc(k.Runes, func(r rune) bool { return r != k.Runes[0] })
	return held && (v.way(one) != nil || does(one, page.Tick) || v.laid.scan && does(one, page.Scan) || key.Matches(one, keys.up, keys.down, keys.first, keys.last) ||
		slices.ContainsFunc(v.More, func(h Hint) bool { return h.Key == one.String() }))
}

// backToTyping reports whether a letter would lead back to where she types, and so the rest
// of a name into the field: of who types "bupropion" a page too late, "upropion".
func (v *View) backToTyping(k tea.KeyMsg) bool {
	way := v.page.Way(page.Back)
	return way != nil && way.Drafts != nil && does(k, page.Back)
}

// keeps is the choice on the page that leaves as the action does, and lets one line stay.
func (v *View) keeps(a page.Action) *page.Choice {
	for _, c := range v.page.Choices() {
		if a == page.Leave && c.Means == visit.Event(visit.Left{Keeping: true}) {
			return c
		}
	}
	return nil
}

// costs is what an action would do, in words that can stand by themselves.
func (v *View) costs(a page.Action) string {
	does := a.Does(v.Words)
	if a == page.Enough {
		does = v.Words.Keys.Enough
	}
	return v.labelOr(a, does)
}
