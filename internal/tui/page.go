package tui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// page is one thing on the screen. It is a value: update returns the page as it
// is afterwards, and what happened on it, or nil.
type page interface {
	// content lays the page out for a width; the height says what fits at once.
	content(width, height int) content
	update(tea.KeyMsg) (page, event)
}

// event is what happened on a page, in the past tense. The root decides what
// follows from it.
type event any

type (
	begunEvent         struct{}                            // the welcome page was left forward
	spokeEvent         struct{ language string }           // a language was chosen on the welcome page
	consentedEvent     struct{}                            // so was the consent page
	regionChosenEvent  struct{ region string }             // "" if skipped
	answeredEvent      struct{ reply questionnaire.Reply } // to the question on the page
	wentBackEvent      struct{}
	endedEarlyEvent    struct{} // "enough for now"
	wentOnEvent        struct{} // from an interrupt page, or from the review
	stoppedEvent       struct{} // at an interrupt page
	resumedEvent       struct{} // the questions, from the review
	reopenedEvent      struct{ question *questionnaire.Question }
	cardOpenedEvent    struct{ number int }
	textOpenedEvent    struct{ text *questionnaire.Education }
	linesOpenedEvent   struct{}
	lineOpenedEvent    struct{ line *questionnaire.HelpLine }
	whyOpenedEvent     struct{} // of the question on the page
	keysOpenedEvent    struct{}
	topicSkippedEvent  struct{}
	listOpenedEvent    struct{} // of things to read
	checkOpenedEvent   struct{} // the review
	conversationsEvent struct{} // from where an interrupt stopped
	finishedEvent      struct{}
)

// choicePage is a page of text with a few things to choose beneath it.
type choicePage struct {
	place   string
	lay     func(*sheet) // what stands above the items; the heading first
	menu    menu
	events  []event // one for each item
	enter   event   // what Enter means while nothing has the focus; nil: that something must be chosen
	hints   []hint
	reading bool
	tail    func(*sheet) // what stands beneath the items
	notice  string
	w       *wording.Words
}

func (p choicePage) content(width, height int) content {
	s := &sheet{width: width, height: height}
	if p.lay != nil {
		p.lay(s)
		s.gap()
	}
	p.menu.lay(s)
	if p.tail != nil {
		s.gap()
		p.tail(s)
	}
	return content{place: p.place, rows: s.rows, focus: p.menu.focus, column: p.menu.column(), hints: p.hints, reading: p.reading, notice: p.notice}
}

func (p choicePage) update(k tea.KeyMsg) (page, event) {
	p.notice = ""
	if m, moved := p.menu.move(k); moved {
		p.menu = m
		return p, nil
	}
	switch {
	case key.Matches(k, keys.choose):
		if p.menu.focus != noItem {
			return p, p.events[p.menu.focus]
		}
		if p.enter == nil {
			p.notice = p.w.Question.ChooseFirst
		}
		return p, p.enter
	case key.Matches(k, keys.back):
		return p, wentBackEvent{}
	}
	return p, nil
}
