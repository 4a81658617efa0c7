package tui

import (
	"slices"

	pages "github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// interruptPage says what to do first, then whom to call, then what to say,
// then why; the way back into the questions comes last. Nothing stands before
// the action and the number.
func interruptPage(w *wording.Words, rules []*questionnaire.Rule, region *questionnaire.Region) page {
	h := hintsIn(w)
	return choicePage{
		place: w.Interrupt.Heading, w: w,
		lay: func(s *sheet) {
			var said []string
			once := func(text string) bool {
				if text == "" || slices.Contains(said, text) {
					return false
				}
				said = append(said, text)
				return true
			}
			for _, r := range rules {
				if act := pages.FirstAct(w, r.First, region); once(act) {
					s.text(look.action, act)
				}
			}
			s.gap()
			layLines(s, w, questionnaire.InterruptLines(rules, region))
			s.gap()
			for _, r := range rules {
				if once(r.Say) {
					s.text(look.plain, w.Interrupt.Say)
					s.hang("  ", look.quote, "“"+r.Say+"”", noItem)
				}
			}
			s.gap()
			for _, r := range rules {
				if once(r.Reason) {
					s.text(look.plain, r.Reason)
				}
			}
			s.gap()
			s.text(look.faint, w.Interrupt.Show)
			s.text(look.faint, w.Interrupt.SendHelp)
		},
		menu:    newMenu(item{label: w.Interrupt.GoOn}, item{label: w.Interrupt.Stop}),
		events:  []event{wentOnEvent{}, stoppedEvent{}},
		hints:   []hint{h.scroll, h.choose, h.lines, h.leave},
		reading: true,
	}
}
