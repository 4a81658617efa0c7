package page

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

// Sayings are the words to open a conversation with, each once. A possible one
// has a single neutral sentence: its rules' own words say "I am pregnant" of
// somebody who may not be.
func Sayings(w *wording.Words, c screening.Conversation) []string {
	if !c.Certain {
		return []string{w.Card.SayPossible}
	}
	var all []string
	for _, r := range c.Reasons {
		if r.Certain && r.Rule.Say != "" && !slices.Contains(all, r.Rule.Say) {
			all = append(all, r.Rule.Say)
		}
	}
	return all
}

// Ground is one certain reason for a conversation and the answers that led to it.
type Ground struct {
	Reason  string
	Because []string
}

// Grounds are a conversation's certain reasons. Several rules may say the same
// sentence and rest on the same answer; on one card each is said once.
func Grounds(w *wording.Words, f *questionnaire.Formulary, c screening.Conversation) []Ground {
	told := map[string]bool{}
	fresh := func(text string) bool {
		if told[text] {
			return false
		}
		told[text] = true
		return true
	}
	var all []Ground
	for _, r := range c.Reasons {
		if !r.Certain {
			continue
		}
		var ground Ground
		var kept []string
		for _, s := range strings.SplitAfter(r.Rule.Reason, ". ") {
			if fresh(strings.TrimSpace(s)) {
				kept = append(kept, strings.TrimSpace(s))
			}
		}
		ground.Reason = strings.Join(kept, " ")
		for _, b := range r.Because() {
			// What she left open led here too, but it is nothing that she said.
			if line := said(w, f, b); !b.Reply.Open() && fresh(line) {
				ground.Because = append(ground.Because, line)
			}
		}
		if ground.Reason != "" || len(ground.Because) > 0 {
			all = append(all, ground)
		}
	}
	return all
}
