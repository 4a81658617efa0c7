package kiosk

import (
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/tui"
)

const (
	// shortestWord has so many letters.
	shortestWord = 6
	longestWord  = 200 // bytes
)

// forgetWord overwrites what was typed of a word.
func (m *kiosk) forgetWord() {
	clear(m.typed[:cap(m.typed)])
	m.typed, m.asking = m.typed[:0], false
}

// choose is a key while the facilitator chooses her word: she types it twice.
func (m *kiosk) choose(k tea.KeyMsg) {
	switch {
	case tui.Quits(k):
		m.forgetWord()
		m.leaving, m.quit = true, true
	case !tui.Does(k, page.Choose):
		m.typeWord(k)
		m.scroll(k)
	case m.stage == repeating && m.word.is(m.typed):
		m.stage, m.leaving = free, m.only
		m.forgetWord()
	case m.stage == repeating:
		m.stage, m.notice = choosing, m.w.Kiosk.Different
		m.forgetWord()
	case utf8.RuneCount(m.typed) < shortestWord:
		m.notice = m.w.Kiosk.TooShort
		m.forgetWord()
	default:
		m.word = newWord(m.typed)
		m.stage = repeating
		m.forgetWord()
	}
}

// answer is a key while the word is asked for. A wrong one leads back without a
// word about it.
func (m *kiosk) answer(k tea.KeyMsg) {
	switch {
	case k.Type == tea.KeyEsc:
		m.forgetWord()
	case !tui.Does(k, page.Choose):
		m.typeWord(k)
	default:
		m.byWord = m.word.is(m.typed)
		m.leaving = m.byWord
		m.forgetWord()
		if m.leaving {
			m.forget()
		}
	}
}

// typeWord adds what was typed. It is kept in one place that can be overwritten.
func (m *kiosk) typeWord(k tea.KeyMsg) {
	if m.typed == nil {
		m.typed = make([]byte, 0, longestWord)
	}
	switch k.Type {
	case tea.KeyRunes, tea.KeySpace:
		for _, c := range k.Runes {
			if len(m.typed)+utf8.RuneLen(c) <= longestWord {
				m.typed = utf8.AppendRune(m.typed, c)
			}
		}
	case tea.KeyBackspace:
		_, size := utf8.DecodeLastRune(m.typed)
		m.typed = m.typed[:len(m.typed)-size]
	}
}

// keys are the facilitator's: twice, one after the other.
var keys = struct{ end key.Binding }{end: key.NewBinding(key.WithKeys("ctrl+g"))}
