package wording

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Sayings are the words to open a conversation with, each once. A possible one
// has a single neutral sentence: its rules' own words say "I am pregnant" of
// somebody who may not be.
func (w *Words) Sayings(c screening.Conversation) []string {
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

// Why is one certain reason for a conversation and the answers that led to it.
type Why struct {
	Reason  string
	Because []string
}

// Whys are a conversation's certain reasons. Several rules may say the same
// sentence and rest on the same answer; on one card each is said once.
func (w *Words) Whys(f *questionnaire.Formulary, c screening.Conversation) []Why {
	said := map[string]bool{}
	fresh := func(text string) bool {
		if said[text] {
			return false
		}
		said[text] = true
		return true
	}
	var all []Why
	for _, r := range c.Reasons {
		if !r.Certain {
			continue
		}
		var why Why
		var kept []string
		for _, s := range strings.SplitAfter(r.Rule.Reason, ". ") {
			if fresh(strings.TrimSpace(s)) {
				kept = append(kept, strings.TrimSpace(s))
			}
		}
		why.Reason = strings.Join(kept, " ")
		for _, b := range r.Because() {
			// What she left open led here too, but it is nothing that she said.
			if line := w.said(f, b); !b.Reply.Open() && fresh(line) {
				why.Because = append(why.Because, line)
			}
		}
		if why.Reason != "" || len(why.Because) > 0 {
			all = append(all, why)
		}
	}
	return all
}
